import { Controller, Get, HttpException, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  checkSees,
  demandRole,
  IntegrityFiles,
  ListEvents,
  PERSONAL_READERS,
  type Listed,
  type Who,
} from '@srd/application';
import { circular } from '@srd/domain/circular';
import { currentExit, entryLabels, exitLabels, unsent } from '@srd/domain/integrity';
import type { RecordedEvent } from '@srd/kernel';
import type { CircularRow, IntegrityRow } from '@srd/views';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { Public } from '../edge/guard';
import { AsksPurpose, visitOf } from '../log/purpose';
import { CircularFilterDto, EventPageDto, IntegrityFilterDto, OrganFilterDto } from './query.dto';
import { Reader } from './reader';
import { ListsRows } from '../edge/listed';
import {
  CircularAnswer,
  CircularCard,
  IntegrityCardAnswer,
  IntegrityFileAnswer,
  PublicCircularCard,
} from './integrity.dto';
import { RecordedEventAnswer } from '../log/recorded-event.dto';

/** A file on a list: its row without the entries. */
export type IntegrityCard = Omit<IntegrityRow, 'state'> & { readonly id: string };
type PublicCircular = Omit<CircularRow, 'draftedBy' | 'issuedBy' | 'audience' | 'revision'>;

/** 诚信档案 and 随机抽查通报 (B三(四); R30, R94–R96). */
@Controller('api/v1')
export class IntegrityController {
  constructor(
    private readonly reader: Reader,
    private readonly files: IntegrityFiles,
    private readonly queries: QueryBus,
  ) {}

  @Get('integrity-files')
  @ApiTags('registers')
  @ApiOperation({ summary: '诚信档案目录；法律服务人员的只以编号出现，须有相应岗位方可查看' })
  @ListsRows(IntegrityCardAnswer)
  async list(
    @CurrentUser() who: Who,
    @Query() { kind = 'institution', ...query }: IntegrityFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<IntegrityCard>> {
    if (kind === 'practitioner') demandRole(who, PERSONAL_READERS);
    const shown = { where: { kind }, order: { column: 'updatedAt', descending: true } };
    const { items, next } = await this.reader.rows<IntegrityRow>('integrityFiles', who, query, request, shown);
    return { items: items.map(({ state: _, ...card }) => ({ id: card.object, ...card })), next };
  }

  @Get('integrity-files/:id')
  @ApiTags('registers')
  @AsksPurpose()
  @ApiOperation({ summary: '一份诚信档案：各项记录及出处，更正、撤销的并列显示；报送信用平台的情况；行业退出' })
  @ApiOkResponse({ type: IntegrityFileAnswer })
  async file(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { state, revision } = await this.files.open(id, visitOf(who, request));
    void reply.header('etag', `"${revision}"`);
    const exit = currentExit(state);
    return {
      id,
      ...state,
      entries: state.entries.map((entry) => ({ ...entry, label: entryLabels[entry.entry] })),
      unsent: unsent(state).map((entry) => entry.id),
      exit: exit ? { ...exit, label: exitLabels[exit.ground] } : null,
      revision,
    };
  }

  @Get('integrity-files/:id/events')
  @ApiTags('registers')
  @AsksPurpose()
  @ApiOperation({ summary: '一份诚信档案的全部记录，按发生次序' })
  @ListsRows(RecordedEventAnswer)
  async events(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { cursor = 0, limit = 200 }: EventPageDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<RecordedEvent>> {
    const { state } = await this.files.open(id, visitOf(who, request));
    return this.queries.execute(new ListEvents(`integrity-${id}`, state.organ ?? '', [], who, cursor, limit));
  }

  @Get('circulars')
  @ApiTags('registers')
  @ApiOperation({ summary: '随机抽查通报，含未签发、已撤回的' })
  @ListsRows(CircularCard)
  circulars(
    @CurrentUser() who: Who,
    @Query() query: CircularFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<CircularRow>> {
    return this.reader.rows('circulars', who, query, request);
  }

  @Get('circulars/:id')
  @ApiTags('registers')
  @ApiOperation({ summary: '一份随机抽查通报' })
  @ApiOkResponse({ type: CircularAnswer })
  async circular(@CurrentUser() who: Who, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, revision } = await this.reader.state(circular, `circular-${id}`);
    if (!state.content) throw new HttpException('没有这一编号的记录', 404);
    checkSees(this.reader.stores, who, state.content.organ, 'circulars');
    void reply.header('etag', `"${revision}"`);
    return { id, ...state, revision };
  }

  @Get('public/circulars')
  @Public()
  @ApiTags('public')
  @ApiOperation({ summary: '对社会发布的随机抽查通报；撤回的注明理由' })
  @ListsRows(PublicCircularCard)
  async publicCirculars(
    @Query() query: OrganFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<PublicCircular>> {
    const shown = { where: { public: 1 }, order: { column: 'issuedOn', descending: true } };
    const { items, next } = await this.reader.rows<CircularRow>('circulars', undefined, query, request, shown);
    return { items: items.map(publicCircular), next };
  }
}

function publicCircular({ draftedBy: _, issuedBy: __, audience: ___, revision: ____, ...shown }: CircularRow) {
  return shown;
}
