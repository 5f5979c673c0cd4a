import { Controller, Get, HttpException, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DrawCheckpoints, type CommitmentCovered, type Listed } from '@srd/application';
import { catalogue, guidanceList, publishedList } from '@srd/domain/catalogue';
import { publicView, selectionWith, type PublicAttempt } from '@srd/domain/selection';
import { dayOf } from '@srd/kernel';
import type { CaseRow, DrawRow, PlanRow, PlanTaskRow, PublishedVersion } from '@srd/views';
import type { FastifyRequest } from 'fastify';
import { Public } from '../edge/guard';
import { DrawFilterDto, GuidanceDto, ItemFilterDto, OrganFilterDto, PlanFilterDto } from './query.dto';
import { Reader } from './reader';
import { ListsRows } from '../edge/listed';
import { GuidanceItemAnswer, PublicDrawAnswer, PublicPlanAnswer, PublishedResultAnswer } from './public.dto';
import { ItemAnswer } from './registers.dto';
import { DrawCard } from './selections.dto';

type PublicPlan = Pick<PlanRow, 'plan' | 'organ' | 'year' | 'title' | 'releasedAt'> & {
  readonly tasks: readonly Omit<PlanTaskRow, 'openConflicts' | 'adjustmentPending'>[];
};
type PublishedResult = PublishedVersion & {
  readonly organ: string;
  readonly plan: string;
  readonly task: string;
  readonly case: string;
  /** 更正历史: what was published before, when and why it was followed by another; its text is kept for the audit. */
  readonly earlier: readonly Pick<PublishedVersion, 'publication' | 'kind' | 'notice' | 'publishedAt'>[];
};

/** What anybody may see, without login (R12): only what the procedure has made public by now. */
@ApiTags('public')
@Public()
@Controller('api/v1/public')
export class PublicController {
  constructor(
    private readonly reader: Reader,
    private readonly checkpoints: DrawCheckpoints,
  ) {}

  @Get('plans')
  @ApiOperation({ summary: '已发布的年度抽查计划' })
  @ListsRows(PublicPlanAnswer)
  async plans(@Query() query: PlanFilterDto, @Req() request: FastifyRequest): Promise<Listed<PublicPlan>> {
    const shown = { where: { phase: 'released' } };
    const { items, next } = await this.reader.rows<PlanRow>('plans', undefined, query, request, shown);
    return { items: items.map(publicPlan), next };
  }

  @Get('items')
  @ApiOperation({ summary: '随机抽查事项清单，或者部门联合抽查事项清单（R24、R103）' })
  @ListsRows(ItemAnswer)
  async items(@Query() { organ, list = 'own' }: ItemFilterDto) {
    return { items: publishedList(await this.catalogueOf(organ), list, this.today()), next: null };
  }

  @Get('guidance')
  @ApiOperation({ summary: '随机抽查事项指导清单：各机构据以准备的内容、依据和检查表（A二(五)）' })
  @ListsRows(GuidanceItemAnswer)
  async guidance(@Query() { organ, sector }: GuidanceDto) {
    return { items: guidanceList(await this.catalogueOf(organ), sector, this.today()), next: null };
  }

  @Get('draws')
  @ApiOperation({ summary: '历次抽取，作废的也在内' })
  @ListsRows(DrawCard)
  draws(@Query() query: DrawFilterDto, @Req() request: FastifyRequest): Promise<Listed<DrawRow>> {
    return this.reader.rows('draws', undefined, query, request, {
      order: { column: 'frozenAt', descending: true },
    });
  }

  @Get('draws/:id')
  @ApiOperation({ summary: '一次抽取此刻公开的全部内容；揭晓后含可自行复算的抽取记录' })
  @ApiOkResponse({ type: PublicDrawAnswer })
  async draw(@Param('id') id: string): Promise<PublicAttempt & { draw: string; checkpoint: CommitmentCovered | null }> {
    const match = /^(.+)\.([1-9]\d{0,5})$/.exec(id);
    if (!match) throw new HttpException('没有这次抽取', 404);
    const { state } = await this.reader.state(selectionWith(this.reader.stores.hash), `selection-${match[1]}`);
    const attempt = publicView(state).attempts.find((each) => each.attempt === Number(match[2]));
    if (!attempt) throw new HttpException('没有这次抽取', 404);
    return { draw: id, ...attempt, checkpoint: await this.checkpoints.of(id) };
  }

  @Get('results')
  @ApiOperation({ summary: '已公示的检查结果' })
  @ListsRows(PublishedResultAnswer)
  async results(@Query() query: OrganFilterDto, @Req() request: FastifyRequest): Promise<Listed<PublishedResult>> {
    const shown = { where: { published: 1 }, order: { column: 'publishedAt', descending: true } };
    const { items, next } = await this.reader.rows<CaseRow>('cases', undefined, query, request, shown);
    return { items: items.map(publicResultOf), next };
  }

  private async catalogueOf(organ: string) {
    return (await this.reader.state(catalogue, `catalogue-${organ}`)).state;
  }

  private today() {
    return dayOf(this.reader.stores.clock.now());
  }
}

function publicPlan({ plan, organ, year, title, releasedAt, tasks }: PlanRow): PublicPlan {
  const shown = Object.values(tasks).filter(({ status }) => status !== 'drafted' && status !== 'dropped');
  return {
    plan,
    organ,
    year,
    title,
    releasedAt,
    tasks: shown
      .map(({ openConflicts: _, adjustmentPending: __, ...task }) => task)
      .sort((a, b) => a.number - b.number),
  };
}

function publicResultOf({ organ, plan, task, case: id, published, publications }: CaseRow): PublishedResult {
  // The filter leaves only rows that have been published.
  const earlier = publications
    .slice(0, -1)
    .map(({ publication, kind, notice, publishedAt }) => ({ publication, kind, notice, publishedAt }));
  return { organ, plan, task, case: id, ...published!, earlier };
}
