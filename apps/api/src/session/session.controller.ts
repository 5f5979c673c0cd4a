import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Accounts, type Who } from '@srd/application';
import type { FastifyReply } from 'fastify';
import { CurrentUser, type SignedRequest } from '../edge/asked';
import { Public, SESSION_COOKIE } from '../edge/guard';
import { WrongCredentials } from '../edge/problem';
import { SessionStarted, SignInDto, TakeUpDto } from './session.dto';

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
    return started(reply, token);
  }

  @Public()
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Post('take-up')
  @ApiOperation({ summary: '以一次性令牌设定首个系统管理员的账号和密码' })
  @ApiCreatedResponse({ type: SessionStarted })
  async takeUp(@Body() body: TakeUpDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionStarted> {
    const token = await this.accounts.takeUp(body.token, body.account, body.password);
    if (token === undefined) throw new WrongCredentials('令牌无效、已用过或已过期，或账号名已被占用');
    return started(reply, token);
  }

  @Get()
  @ApiOperation({ summary: '当前账号、所属机关和角色' })
  whoAmI(@CurrentUser() who: Who): Who {
    return who;
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录' })
  signOut(@Req() request: SignedRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    this.accounts.signOut(request.token!);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}

function started(reply: FastifyReply, token: string): SessionStarted {
  void reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict' });
  return { token };
}
