import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkSees, ListEvents, standingDesk, standingId, type Listed, type Who } from '@srd/application';
import { groundLabels, standing, standingLabels, type ListingNotice } from '@srd/domain/standing';
import type { RecordedEvent } from '@srd/kernel';
import type { StandingRow } from '@srd/views';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { Public } from '../edge/guard';
import { EventPageDto, PublicListingFilterDto, StandingFilterDto } from './query.dto';
import { Reader } from './reader';
import { ListsRows } from '../edge/listed';
import { PublicListingAnswer, StandingAnswer, StandingCardAnswer } from './standings.dto';
import { RecordedEventAnswer } from '../log/recorded-event.dto';

/** A standing on a list: its row without the folded state behind it. */
export type StandingCard = Omit<StandingRow, 'state'> & { readonly id: string };

/** An entry as anybody may read it: what was made public of it, and whether it still stands. */
export type PublicListing = ListingNotice & {
  readonly organ: string;
  readonly list: 'abnormal' | 'credit';
  readonly groundLabel: string;
  /** `withdrawn`: the notice that it ought never to have stood. */
  readonly state: 'listed' | 'withdrawn';
};

/** The two lists for the organ's own people, and what the public may read of them (R83, R86, R87, C20, C21). */
@Controller('api/v1')
export class StandingsController {
  constructor(
    private readonly reader: Reader,
    private readonly queries: QueryBus,
  ) {}

  @Get('standings')
  @ApiTags('registers')
  @ApiOperation({ summary: '执业异常对象名单和信用黑名单，含拟列入、已移出的' })
  @ListsRows(StandingCardAnswer)
  async standings(
    @CurrentUser() who: Who,
    @Query() query: StandingFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<StandingCard>> {
    const { items, next } = await this.reader.rows<StandingRow>('standings', who, query, request);
    return { items: items.map(({ state: _, ...card }) => ({ id: standingId(card.object, card.list), ...card })), next };
  }

  @Get('standings/:id')
  @ApiTags('registers')
  @ApiOperation({ summary: '一个对象在一份名单上的现状：提请、告知、决定、公示及各载体回执' })
  @ApiOkResponse({ type: StandingAnswer })
  async standing(@CurrentUser() who: Who, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, revision } = await this.reader.state(standing, standingDesk.stream(id));
    checkSees(this.reader.stores, who, state.proposal?.organ ?? '', 'standings');
    void reply.header('etag', `"${revision}"`);
    return { id, ...state, stageLabel: standingLabels[state.stage], revision };
  }

  @Get('standings/:id/events')
  @ApiTags('registers')
  @ApiOperation({ summary: '一个对象在一份名单上的全部记录，按发生次序' })
  @ListsRows(RecordedEventAnswer)
  async events(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { cursor = 0, limit = 200 }: EventPageDto,
  ): Promise<Listed<RecordedEvent>> {
    const stream = standingDesk.stream(id);
    const { state } = await this.reader.state(standing, stream);
    const organ = state.proposal?.organ ?? '';
    checkSees(this.reader.stores, who, organ, 'standings');
    return this.queries.execute(new ListEvents(stream, organ, [], who, cursor, limit));
  }

  @Get('public/listings')
  @Public()
  @ApiTags('public')
  @ApiOperation({ summary: '现行有效并已公示的名单，及撤销通知；期满、修复、移出的不再列示，法律服务人员不列示' })
  @ListsRows(PublicListingAnswer)
  async listings(
    @Query() { state = 'listed', ...query }: PublicListingFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<PublicListing>> {
    const shown = { where: { public: state }, order: { column: 'listedOn', descending: true } };
    const { items, next } = await this.reader.rows<StandingRow>('standings', undefined, query, request, shown);
    return { items: items.flatMap(publicListing), next };
  }
}

function publicListing({ organ, list, public: state, publications }: StandingRow): readonly PublicListing[] {
  const newest = publications.at(-1);
  if (state === null || !newest) return [];
  return [{ organ, list, state, ...newest.content, groundLabel: groundLabels[newest.content.ground] }];
}
