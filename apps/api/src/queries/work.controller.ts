import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseFiles, checkSees, DrawRoom, ListEvents, othersIn, type Listed, type Who } from '@srd/application';
import { allowed, deadlines, labelOf, stage } from '@srd/domain/case';
import { openConflicts, plan, tasksOf } from '@srd/domain/plan';
import { latest, selectionWith } from '@srd/domain/selection';
import type { RecordedEvent } from '@srd/kernel';
import type { CaseRow, DrawRow, PlanRow } from '@srd/views';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import { AsksPurpose, visitOf } from '../log/purpose';
import { CaseCard } from './case-card.dto';
import { CaseAnswer } from './case-detail.dto';
import { CaseFilterDto, DrawFilterDto, EventPageDto, PlanFilterDto } from './query.dto';
import { Reader } from './reader';
import { PlanAnswer } from './plan-detail.dto';
import { PlanCard } from './plans.dto';
import { ArrivedInstitution, DrawCard, SelectionAnswer } from './selections.dto';
import { RecordedEventAnswer } from '../log/recorded-event.dto';

@ApiTags('work')
@Controller('api/v1')
export class WorkController {
  constructor(
    private readonly reader: Reader,
    private readonly queries: QueryBus,
    private readonly files: CaseFiles,
    private readonly room: DrawRoom,
  ) {}

  @Get('plans')
  @ApiOperation({ summary: '年度抽查计划' })
  @ListsRows(PlanCard)
  plans(
    @CurrentUser() who: Who,
    @Query() query: PlanFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<PlanRow>> {
    return this.reader.rows('plans', who, query, request);
  }

  @Get('plans/:id')
  @ApiOperation({ summary: '一份计划：任务、矛盾及其处理、联合部门的同意、年度总结' })
  @ApiOkResponse({ type: PlanAnswer })
  async plan(@CurrentUser() who: Who, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, revision } = await this.reader.state(plan, `plan-${id}`);
    const tasks = tasksOf(state);
    const partners = tasks.flatMap(({ content }) => content.partners.map(({ organ }) => organ));
    checkSees(this.reader.stores, who, state.organ ?? '', 'plans', partners);
    void reply.header('etag', `"${revision}"`);
    return {
      plan: id,
      ...state,
      tasks: tasks.map((task) => ({
        ...task,
        openConflicts: openConflicts(state, task.id).map(({ id: conflict }) => conflict),
      })),
      revision,
    };
  }

  @Get('draws')
  @ApiOperation({ summary: '抽取（含作废的各次）' })
  @ListsRows(DrawCard)
  draws(
    @CurrentUser() who: Who,
    @Query() query: DrawFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<DrawRow>> {
    return this.reader.rows('draws', who, query, request, {
      order: { column: 'frozenAt', descending: true },
    });
  }

  @Get('selections/:id')
  @ApiOperation({ summary: '一个系列的各次抽取，供承办科室（不含密值）' })
  @ApiOkResponse({ type: SelectionAnswer })
  async selection(@CurrentUser() who: Who, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, revision } = await this.reader.state(selectionWith(this.reader.stores.hash), `selection-${id}`);
    checkSees(this.reader.stores, who, latest(state)?.request.organ ?? '', 'draws');
    void reply.header('etag', `"${revision}"`);
    return { ...state, attempts: state.attempts.map(({ secret: _, ...attempt }) => attempt), revision };
  }

  @Get('selections/:id/arrived')
  @ApiOperation({ summary: '冻结之后纳入名录库、因而不在本次抽取之内的机构' })
  @ListsRows(ArrivedInstitution)
  async arrived(@CurrentUser() who: Who, @Param('id') id: string) {
    return { items: await this.room.arrived(who, id), next: null };
  }

  @Get('cases')
  @ApiOperation({ summary: '案件' })
  @ListsRows(CaseCard)
  async cases(
    @CurrentUser() who: Who,
    @Query() query: CaseFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<CaseCard>> {
    const { items, next } = await this.reader.rows<CaseRow>('cases', who, query, request, {
      wordsIn: ['name', 'number'],
    });
    return { items: items.map(cardOf), next };
  }

  @Get('cases/:id')
  @ApiOperation({ summary: '一个案件：现状、期限及其规则、程序此刻允许的事' })
  @ApiOkResponse({ type: CaseAnswer })
  @AsksPurpose()
  async case(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { state, revision } = await this.files.open(id, visitOf(who, request));
    void reply.header('etag', `"${revision}"`);
    return {
      id,
      case: id,
      procedure: state.procedure,
      stage: stage(state),
      at: labelOf(state),
      value: state.value,
      deadlines: deadlines(state),
      allowed: allowed(state),
      ...state.context,
      revision,
    };
  }

  @Get('cases/:id/events')
  @AsksPurpose()
  @ApiOperation({ summary: '一个案件的全部记录，按发生次序，与日志规范的形式逐字段一致' })
  @ListsRows(RecordedEventAnswer)
  async events(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { cursor = 0, limit = 200 }: EventPageDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<RecordedEvent>> {
    const { state } = await this.files.open(id, visitOf(who, request));
    return this.queries.execute(
      new ListEvents(`case-${id}`, state.context.opened.organ, othersIn(state), who, cursor, limit),
    );
  }
}

/** A case's row without what lies behind it: the folded state, and what was published. */
function cardOf(shown: CaseRow): CaseCard {
  const { state: _, flags: __, marks: ___, published: ____, publications: _____, ...row } = shown;
  return { id: row.case, ...row };
}
