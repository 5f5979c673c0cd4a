import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import {
  doorRefusals,
  LongWork,
  Readings,
  SelfChecks,
  type AccessShown,
  type Progress,
  type Who,
} from '@srd/application';
import type { Role } from '@srd/domain/account';
import type { SelfCheck } from '@srd/domain/log';
import { refuser, type Day } from '@srd/kernel';
import { CurrentUser } from '../edge/asked';
import { IsDay } from '../edge/fields';
import { ListsRows } from '../edge/listed';
import { AccessRow, SelfCheckRow, WorkUnderWay } from './log.dto';

export class AccessDayDto {
  @IsDay()
  day: string;
}

/** Who reads what the self-checks found, and may ask for one. */
const OVERSEERS: readonly Role[] = ['supervision-officer', 'leader', 'auditor', 'account-admin'];
const refuse = refuser(doorRefusals);

/** Who looks at the files, and whether the house finds itself in order. */
@ApiTags('log')
@Controller('api/v1')
export class LogController {
  constructor(
    private readonly readings: Readings,
    private readonly checks: SelfChecks,
    private readonly work: LongWork,
  ) {}

  @Get('accesses')
  @ApiOperation({ summary: '某日谁查阅了哪些案卷、导出了哪些审计包、为何' })
  @ListsRows(AccessRow)
  async accesses(
    @CurrentUser() who: Who,
    @Query() { day }: AccessDayDto,
  ): Promise<{ items: readonly AccessShown[]; next: null }> {
    return { items: await this.readings.ofDay(who, day as Day), next: null };
  }

  @Get('log/work')
  @ApiOperation({ summary: '正在进行的耗时工作及其进度：自己导出的审计包；查看自查者另有自查' })
  @ListsRows(WorkUnderWay)
  workUnderWay(@CurrentUser() who: Who): { items: readonly Progress[]; next: null } {
    const sees = ({ kind, by }: Progress): boolean => by === who.account || (kind === 'self-check' && isOverseer(who));
    return { items: this.work.items.filter(sees), next: null };
  }

  @Get('log/self-checks')
  @ApiOperation({ summary: '每日自查：全部记录重放、与读模型逐行对照、散列树重算；最近的在前' })
  @ListsRows(SelfCheckRow)
  async selfChecks(@CurrentUser() who: Who): Promise<{ items: readonly SelfCheck[]; next: null }> {
    oversees(who);
    return { items: await this.checks.made(), next: null };
  }

  @Post('log/self-checks')
  @HttpCode(200)
  @Throttle({ default: { limit: 6, ttl: 60_000 } })
  @ApiOperation({ summary: '立即自查一次', operationId: 'check-now' })
  @ApiOkResponse({ type: SelfCheckRow })
  async checkNow(@CurrentUser() who: Who): Promise<SelfCheck> {
    oversees(who);
    return this.checks.make(who.account);
  }
}

const isOverseer = ({ grants }: Who): boolean => grants.some(({ role }) => OVERSEERS.includes(role));

function oversees(who: Who): void {
  if (!isOverseer(who)) refuse('ROLE_MISSING', '自查结果由法治督察科、领导、纪检审计和系统管理员查看');
}
