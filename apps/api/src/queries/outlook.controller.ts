import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Levels, PlanOutlook, type RiskProposal, type TaskRemarks, type Who } from '@srd/application';
import type { Supposition } from '@srd/domain/plan';
import { CurrentUser } from '../edge/asked';
import { YearDto, YearsDto } from './query.dto';
import { ListsRows } from '../edge/listed';
import { OverlapAnswer, RiskProposalAnswer, SuppositionAnswer, TaskRemarksAnswer } from './outlook.dto';
import { PlanOverviewAnswer, YearDayAnswer } from './years-answers.dto';

/** What a plan would mean, for those who draw it up and release it. */
@ApiTags('work')
@Controller('api/v1')
export class OutlookController {
  constructor(
    private readonly outlook: PlanOutlook,
    private readonly levels: Levels,
  ) {}

  @Get('plans/:id/what-if')
  @ApiOperation({ summary: '计划推演：抽取数量、检查人员工作量、各机构被抽概率及各级合计负担；不记录、不抽取' })
  @ApiOkResponse({ type: SuppositionAnswer })
  whatIf(@CurrentUser() who: Who, @Param('id') id: string, @Query() { years = 3 }: YearsDto): Promise<Supposition> {
    return this.outlook.whatIf(who, id, years);
  }

  @Get('plans/:id/risk')
  @ApiOperation({
    summary: '风险权重建议：各机构的投诉、处罚、整改逾期、名单和信用等级及其出处，按本机关权重折算的签数',
  })
  @ApiOkResponse({ type: RiskProposalAnswer })
  risk(@CurrentUser() who: Who, @Param('id') id: string): Promise<RiskProposal> {
    return this.outlook.risk(who, id);
  }

  @Get('plans/:id/remarks')
  @ApiOperation({ summary: '计划各任务旁注：与机关规则的出入、自定取值、偏差，以及未处理矛盾的说明' })
  @ListsRows(TaskRemarksAnswer)
  async remarks(
    @CurrentUser() who: Who,
    @Param('id') id: string,
  ): Promise<{ items: readonly TaskRemarks[]; next: null }> {
    return { items: await this.outlook.remarks(who, id), next: null };
  }

  @Get('plans/:id/calendar')
  @ApiOperation({ summary: '计划年历：名录库和清单完成日、各任务起止、年度总结报送日' })
  @ListsRows(YearDayAnswer)
  async calendar(@CurrentUser() who: Who, @Param('id') id: string) {
    return { items: await this.levels.calendar(who, id), next: null };
  }

  @Get('overview')
  @ApiOperation({ summary: '本机关及下级各年度计划汇总：按机关和行业，上下半年任务数、已分配任务和案件数' })
  @ListsRows(PlanOverviewAnswer)
  async overview(@CurrentUser() who: Who, @Query() { year }: YearDto) {
    return { items: await this.levels.overview(who, year), next: null };
  }

  @Get('overlaps')
  @ApiOperation({ summary: '上下级对同一对象尚未进行的检查，及可以合并的日期（R48）' })
  @ListsRows(OverlapAnswer)
  async overlaps(@CurrentUser() who: Who) {
    return { items: await this.levels.overlaps(who), next: null };
  }
}
