import { Controller, Get, HttpException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkSees, foldThen, type Listed, type Until, type Who } from '@srd/application';
import { catalogue } from '@srd/domain/catalogue';
import { plan } from '@srd/domain/plan';
import { asOf, endOf, listingAt, report, type CountedListing } from '@srd/domain/report';
import { roster } from '@srd/domain/roster';
import { standing } from '@srd/domain/standing';
import { day, isId, type Day, type Decider, type DomainCommand, type DomainEvent, type Instant } from '@srd/kernel';
import { listings, type ListingsRow } from '@srd/views';
import { CurrentUser } from '../edge/asked';
import { ListsCounted } from '../edge/listed';
import { pageOf } from './listed';
import { Reader } from './reader';
import { InForceAnswer, ThenAnswer } from './years-answers.dto';
import { InForceDto, KnownDto, TrueDto } from './years.dto';

type Any = Decider<unknown, DomainCommand, DomainEvent>;

/** What can be looked at as it was, beside cases: the stream of an id, and whose it is by its state. */
const kinds: Readonly<
  Record<string, { readonly decider: Any; stream(id: string): string; organ(state: unknown): string | null }>
> = {
  rosters: {
    decider: roster as unknown as Any,
    stream: (id) => `roster-${id.replace(/\.([a-z-]+)$/, '-$1')}`,
    organ: (state) => (state as { organ: string | null }).organ,
  },
  plans: {
    decider: plan as unknown as Any,
    stream: (id) => `plan-${id}`,
    organ: (state) => (state as { organ: string | null }).organ,
  },
  catalogues: {
    decider: catalogue as unknown as Any,
    stream: (id) => `catalogue-${id}`,
    organ: (state) => (state as { organ: string | null }).organ,
  },
  reports: {
    decider: report as unknown as Any,
    stream: (id) => `report-${id}`,
    organ: (state) => (state as { organ: string | null }).organ,
  },
  standings: {
    decider: standing as unknown as Any,
    stream: (id) => `standing-${id.replace(/\.(abnormal|credit)$/, '-$1')}`,
    organ: (state) => (state as { proposal: { organ: string } | null }).proposal?.organ ?? null,
  },
};

/** Rosters, item lists, plans, reports and listings as they were known at a moment, and as they were true on a day (trap 15). */
@ApiTags('replay')
@Controller('api/v1')
export class ThenController {
  constructor(private readonly reader: Reader) {}

  @Get('standings/in-force')
  @ApiOperation({ summary: '某日有效的名单；knownOn 为截至哪一日所知，缺省即当日' })
  @ListsCounted(InForceAnswer)
  async inForce(
    @CurrentUser() who: Who,
    @Query() query: InForceDto,
  ): Promise<Listed<Omit<CountedListing, 'section' | 'sector'>>> {
    const { on, knownOn, organ } = query;
    const moment = knownOn === undefined ? asOf(day(on)) : { known: endOf(day(knownOn)), on: day(on) };
    const rows = await this.reader.every<ListingsRow>(listings.name, who, organ);
    const found = rows.flatMap(({ lives }) => lives).flatMap((life) => listingAt(life, moment) ?? []);
    return pageOf(
      found.filter(({ inForce }) => inForce),
      query,
    );
  }

  @Get(':kind/:id/as-known')
  @ApiOperation({ summary: '名录库、事项清单、计划、年度总结、名单在某一时刻已知的状态' })
  @ApiOkResponse({ type: ThenAnswer })
  asKnown(@CurrentUser() who: Who, @Param('kind') kind: string, @Param('id') id: string, @Query() { at }: KnownDto) {
    return this.stateAt(who, kind, id, { known: at as Instant });
  }

  @Get(':kind/:id/as-true')
  @ApiOperation({ summary: '就今日所知，名录库、事项清单、计划、年度总结、名单在某日实际的状态' })
  @ApiOkResponse({ type: ThenAnswer })
  asTrue(@CurrentUser() who: Who, @Param('kind') kind: string, @Param('id') id: string, @Query() { on }: TrueDto) {
    return this.stateAt(who, kind, id, { on: on as Day });
  }

  private async stateAt(who: Who, kind: string, id: string, until: Until) {
    const one = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!one || !isId(id)) throw new HttpException('没有找到', 404);
    const events = await this.reader.stores.log.read(one.stream(id));
    // Whose it is doesn't depend on the moment that is asked for.
    const now = foldThen(one.decider, events, {}).state;
    checkSees(this.reader.stores, who, one.organ(now) ?? '', kind);
    return { id, ...foldThen(one.decider, events, until) };
  }
}
