import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  planOf,
  Statistics,
  YearReports,
  type LaterChange,
  type Recount,
  type Who,
  type YearPage,
} from '@srd/application';
import type { CalendarEntry, OverviewRow } from '@srd/domain/plan';
import { countBy, countFigures, type Selection } from '@srd/domain/report';
import { day, type Id } from '@srd/kernel';
import { figuresCsv } from '@srd/views';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import {
  ExportAnswer,
  exported,
  LaterChangeAnswer,
  PlanOverviewAnswer,
  RecountAnswer,
  YearAnswer,
  YearDayAnswer,
} from './years-answers.dto';
import { AsOfDto, ExportDto } from './years.dto';

/** The yearly reports: sections, counties, countdown; the figures of any day, exported or held against what came later. */
@ApiTags('reports')
@Controller('api/v1/reports/:id')
export class ReportsController {
  constructor(
    private readonly reports: YearReports,
    private readonly statistics: Statistics,
  ) {}

  @Get()
  @ApiOperation({ summary: '年度工作开展情况：各科室汇总和报送，县区材料谁已报、谁未报，距期限天数' })
  @ApiOkResponse({ type: YearAnswer })
  async page(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<YearPage> {
    const page = await this.reports.page(who, id);
    // Before the year's first record there is no revision to hold against.
    if (page.revision >= 0) void reply.header('etag', `"${page.revision}"`);
    return page;
  }

  @Get('calendar')
  @ApiOperation({ summary: '年度日历：名录库和事项清单、各任务起止、年度总结的日期' })
  @ListsRows(YearDayAnswer)
  async calendar(
    @CurrentUser() who: Who,
    @Param('id') id: string,
  ): Promise<{ items: readonly CalendarEntry[]; next: null }> {
    return { items: await this.reports.calendar(who, id), next: null };
  }

  @Get('plans')
  @ApiOperation({ summary: '本机关及下级机关当年计划按行业汇总：上下半年任务、已分配、案件数' })
  @ListsRows(PlanOverviewAnswer)
  async plans(
    @CurrentUser() who: Who,
    @Param('id') id: string,
  ): Promise<{ items: readonly OverviewRow[]; next: null }> {
    return { items: await this.reports.plans(who, id), next: null };
  }

  @Get('later-changes')
  @ApiOperation({ summary: '截止日之后补录、而事情发生在截止日以前的，逐数列出：当时所知与今日所知' })
  @ListsRows(LaterChangeAnswer)
  async laterChanges(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { asOf }: AsOfDto,
  ): Promise<{ items: readonly LaterChange[]; next: null }> {
    return { items: await this.reports.laterChanges(who, id, day(asOf)), next: null };
  }

  @Get('recount')
  @ApiOperation({ summary: '已记录的汇总今日重新统计，是否一致' })
  @ListsRows(RecountAnswer)
  async recount(@CurrentUser() who: Who, @Param('id') id: string): Promise<{ items: readonly Recount[]; next: null }> {
    return { items: await this.reports.recounts(who, id), next: null };
  }

  @Get('export')
  @ApiOperation({ summary: '导出截至某日的年度数字，总数及分科室、分县区、分月，JSON 或 CSV' })
  @ApiExtraModels(ExportAnswer)
  @ApiOkResponse(exported)
  async export(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { asOf, format = 'json', section }: ExportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { organ, year } = planOf(id);
    const counted = await this.statistics.counted(who, { organ, year, asOf: day(asOf), below: true });
    const selection: Selection = section === undefined ? {} : { section: section as Id };
    const whole = { report: id, asOf, organs: counted.organs, figures: countFigures(counted, selection) };
    const parts = (['organ', 'section', 'month'] as const).map((by) => ({
      by,
      groups: countBy(counted, by, selection),
    }));
    if (format === 'json') return { ...whole, parts };
    void reply.header('content-type', 'text/csv; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="${id}-${asOf}.csv"`);
    return figuresCsv(whole.figures, parts);
  }
}
