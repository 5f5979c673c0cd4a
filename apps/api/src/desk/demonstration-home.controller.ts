import { Body, Controller, Get, HttpCode, HttpException, Inject, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Accounts, SelfChecks, STORES, type Stores } from '@srd/application';
import type { FastifyReply } from 'fastify';
import { Public } from '../edge/guard';
import { SessionStarted } from '../session/session.dto';
import { startSession } from '../session/session.controller';
import { DemonstrationStart, LogChecked } from './desk.dto';
import { DemonstrationSignInDto } from './demonstration-sign-in.dto';
import { roleCards } from './role-cards';

/** What the demonstration's home page shows to whoever comes, before anybody signs in. */
@ApiTags('demonstration')
@Public()
@Controller('api/v1/demonstration')
export class DemonstrationHomeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly checks: SelfChecks,
    @Inject(STORES) private readonly stores: Stores,
  ) {}

  @Get()
  @ApiOperation({ summary: '演示首页：记录条数和角色卡' })
  @ApiOkResponse({ type: DemonstrationStart })
  home(): DemonstrationStart {
    return { events: this.stores.ledger.tree.size(), cards: [...roleCards] };
  }

  @Post('session')
  @ApiOperation({ summary: '以演示账号进入，不需密码' })
  @ApiCreatedResponse({ type: SessionStarted })
  async enter(
    @Body() { account }: DemonstrationSignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionStarted> {
    const token = await this.accounts.enterDemonstration(account);
    if (token === undefined) throw new HttpException('没有这个演示账号', 404);
    return startSession(reply, token);
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ summary: '核验日志：全部记录重放，与读模型逐行对照，散列树重算；不记录' })
  @ApiOkResponse({ type: LogChecked })
  async check(): Promise<LogChecked> {
    const { events, streams, rows, ok, findings } = await this.checks.now();
    return { events, streams, rows, ok, findings: findings.map(({ where, what }) => `${where}：${what}`) };
  }
}
