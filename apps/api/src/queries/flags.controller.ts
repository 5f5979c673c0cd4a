import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { approversOf, CaseFiles, checkSees, demandRole, type Approver, type Listed, type Who } from '@srd/application';
import { inspectionCase, mergeOffers, replacementsAwaited, type CaseFlag, type MergeOffer } from '@srd/domain/case';
import type { CaseRow } from '@srd/views';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { AsksPurpose, visitOf } from '../log/purpose';
import { OrganFilterDto } from './query.dto';
import { Reader } from './reader';
import { ListsRows } from '../edge/listed';
import { ApproverAnswer, AwaitedReplacement, FlaggedCaseAnswer, MergeOfferAnswer } from './flags.dto';

/** A case with what has to be looked at in it. */
export interface FlaggedCase {
  readonly case: string;
  readonly organ: string;
  readonly section: string;
  readonly number: string;
  readonly stageLabel: string;
  readonly flags: readonly CaseFlag[];
}

/** What stands out in the cases, for those who look from outside (traps 6 and 11). */
@ApiTags('work')
@Controller('api/v1')
export class FlagsController {
  constructor(
    private readonly reader: Reader,
    private readonly files: CaseFiles,
  ) {}

  @Get('flags')
  @ApiOperation({
    summary: '待核查事项：迟报的利害关系、回避，逾期补批，超过年度上限，改期至计划以外，逾期报告领导的事项',
  })
  @ListsRows(FlaggedCaseAnswer)
  async flags(
    @CurrentUser() who: Who,
    @Query() query: OrganFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<FlaggedCase>> {
    demandRole(who, ['auditor', 'supervision-officer', 'leader']);
    const { items, next } = await this.reader.rows<CaseRow>('cases', who, query, request, { where: { flagged: 1 } });
    return { items: items.map(flaggedCase), next };
  }

  @Get('cases/:id/merge-offers')
  @ApiOperation({ summary: '可以并入的随机检查：同一对象、尚未到场（B二(八)）' })
  @ListsRows(MergeOfferAnswer)
  async offers(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<Listed<MergeOffer>> {
    const { state } = await this.reader.state(inspectionCase, `case-${id}`);
    const { organ } = state!.context.opened;
    checkSees(this.reader.stores, who, organ);
    const object = state!.context.object?.id ?? '';
    const { items } = await this.reader.rows<CaseRow>('cases', who, { organ, limit: 200 }, request, {
      where: { object },
    });
    return { items: [...mergeOffers(state!, items)], next: null };
  }

  @Get('cases/:id/approvers')
  @ApiOperation({ summary: '可以审批检查结果的人员：科室负责人及可代为审批的人，录入人和检查组成员除外（A二(二)）' })
  @AsksPurpose()
  @ListsRows(ApproverAnswer)
  async approvers(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<Listed<Approver>> {
    const { state } = await this.files.open(id, visitOf(who, request));
    return { items: approversOf(this.reader.stores, state), next: null };
  }

  @Get('cases/:id/replacements')
  @ApiOperation({ summary: '待更换的检查人员：已决定回避的，或者已申请更换的（B二(九)）' })
  @AsksPurpose()
  @ListsRows(AwaitedReplacement)
  async replacements(@CurrentUser() who: Who, @Param('id') id: string, @Req() request: FastifyRequest) {
    const { state } = await this.files.open(id, visitOf(who, request));
    return { items: replacementsAwaited(state), next: null };
  }
}

function flaggedCase({ case: id, organ, section, number, stageLabel, flags }: CaseRow): FlaggedCase {
  return { case: id, organ, section, number, stageLabel, flags };
}
