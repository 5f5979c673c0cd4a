import { Body, Controller, Delete, Get, HttpCode, HttpException, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Accounts, type Who } from '@srd/application';
import type { FastifyReply } from 'fastify';
import { CurrentUser, type SignedRequest } from '../edge/asked';
import { Public, SESSION_COOKIE } from '../edge/guard';
import { WrongCredentials } from '../edge/problem';
import { OwnSessions, SessionStarted, SignInDto, TakeUpDto, WhoAnswer } from './session.dto';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly accounts: Accounts) {}

  @Public()
  @Throttle({ default: { limit: 30, ttl: 60_000 } })
  @Post()
  @ApiOperation({ summary: '登录' })
  @ApiCreatedResponse({ type: SessionStarted })
  async signIn(@Body() body: SignInDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionStarted> {
    const token = await this.accounts.signIn(body.account, body.password);
    if (token === undefined) throw new WrongCredentials('账号或密码不正确');
    return startSession(reply, token);
  }

  @Public()
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Post('take-up')
  @ApiOperation({ summary: '以一次性令牌设定首个系统管理员的账号和密码' })
  @ApiCreatedResponse({ type: SessionStarted })
  async takeUp(@Body() body: TakeUpDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionStarted> {
    const token = await this.accounts.takeUp(body.token, body.account, body.password);
    if (token === undefined) throw new WrongCredentials('令牌无效、已用过或已过期，或账号名已被占用');
    return startSession(reply, token);
  }

  @Get()
  @ApiOperation({ summary: '当前账号、所属机关和角色' })
  @ApiOkResponse({ type: WhoAnswer })
  whoAmI(@CurrentUser() who: Who): Who {
    return who;
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录' })
  async signOut(@Req() request: SignedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.accounts.signOut(request.token!);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Get('all')
  @ApiOperation({ summary: '本账号的全部会话' })
  @ApiOkResponse({ type: OwnSessions })
  async all(@CurrentUser() who: Who, @Req() request: SignedRequest): Promise<OwnSessions> {
    return { items: [...(await this.accounts.sessions(who, request.token!))], next: null };
  }

  @Delete('all/:id')
  @HttpCode(204)
  @ApiOperation({ summary: '结束本账号的一个会话', operationId: 'end-session' })
  async end(@CurrentUser() who: Who, @Param('id') id: string): Promise<void> {
    if (!(await this.accounts.endSession(who, id))) throw new HttpException('没有这个会话', 404);
  }
}

/** Puts the session's token into the cookie that scripts can't read; over HTTPS, one that is never sent without it (ASVS 3.3.1). */
export function startSession(reply: FastifyReply, token: string): SessionStarted {
  const secure = reply.request.protocol === 'https';
  void reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
  return { token };
}
