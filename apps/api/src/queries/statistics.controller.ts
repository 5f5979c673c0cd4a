import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Due,
  Statistics,
  type Asked,
  type DueFilter,
  type DueRow,
  type Figures,
  type Listed,
  type Who,
} from '@srd/application';
import type { BurdenRow, CountedItem, Selection } from '@srd/domain/report';
import { CurrentUser } from '../edge/asked';
import { ListsCounted } from '../edge/listed';
import { pageOf } from './listed';
import { BurdenAnswer, CountedItemAnswer, DueAnswer, FiguresAnswer } from './years-answers.dto';
import { DueDto, FiguresDto, SelectedDto, YearDto } from './years.dto';

function askedIn({ organ, year, asOf, knownOn, below }: YearDto): Asked {
  return { organ, year, asOf, knownOn, below } as Asked;
}

function selectionIn({ county, section, sector, task, stage, month }: SelectedDto): Selection {
  const given = Object.entries({ organ: county, section, sector, task, stage, month });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Selection;
}

/** Numbers for those who watch, and what is due (R26, R48, R98, C8, C25). */
@ApiTags('statistics')
@Controller('api/v1')
export class StatisticsController {
  constructor(
    private readonly statistics: Statistics,
    private readonly due: Due,
  ) {}

  @Get('statistics')
  @ApiOperation({
    summary:
      '统计：完成率、完结率、随机和联合检查占比、作废抽取、提醒、名单、覆盖和负担；可按科室、县区、行业、任务、环节、月份分列',
  })
  @ApiOkResponse({ type: FiguresAnswer })
  figures(@CurrentUser() who: Who, @Query() query: FiguresDto): Promise<Figures> {
    return this.statistics.figures(who, askedIn(query), selectionIn(query), query.by);
  }

  @Get('statistics/burden')
  @ApiOperation({ summary: '各机构本年受检次数，各级合计（B二(八)）' })
  @ListsCounted(BurdenAnswer)
  async burden(@CurrentUser() who: Who, @Query() query: YearDto): Promise<Listed<BurdenRow>> {
    return pageOf(await this.statistics.burden(who, askedIn(query)), query);
  }

  @Get('statistics/:figure')
  @ApiOperation({ summary: '一个统计数所计的全部案件、抽取、名单或机构；条数即该数' })
  @ListsCounted(CountedItemAnswer)
  async items(
    @CurrentUser() who: Who,
    @Param('figure') figure: string,
    @Query() query: SelectedDto,
  ): Promise<Listed<CountedItem>> {
    return pageOf(await this.statistics.items(who, askedIn(query), figure, selectionIn(query)), query);
  }

  @Get('due')
  @ApiOperation({ summary: '到期事项：期限、所依规则、另一口径的日期、由谁办理、逾期后报谁' })
  @ListsCounted(DueAnswer)
  async list(@CurrentUser() who: Who, @Query() query: DueDto): Promise<Listed<DueRow>> {
    const { cursor: _, limit: __, ...filter } = query;
    return pageOf(await this.due.list(who, filter as DueFilter), query);
  }
}
