import { HttpException, Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Role } from '@srd/domain/account';
import {
  asOf,
  burdenRows,
  countBy,
  countFigures,
  endOf,
  itemsOf,
  type BurdenRow,
  type Counted,
  type CountedItem,
  type FigureValue,
  type Grouping,
  type Moment,
  type Selection,
} from '@srd/domain/report';
import { dayOf, type Day, type Id } from '@srd/kernel';
import { organs, type OrganRow } from '@srd/views';
import { Engine } from '../engine';
import { STORES, type Stores } from '../ports';
import { checkSees, demandRole } from '../queries';
import type { Who } from '../who';
import { countedAt } from './counted';

/** Who watches: those who answer for cases, and those who watch over them. */
export const WATCHERS: readonly Role[] = [
  'section-officer',
  'section-head',
  'supervision-officer',
  'leader',
  'auditor',
];

/** Whose figures, of which year, as of which day. */
export interface Asked {
  readonly organ: Id;
  readonly year: number;
  /** End of a day; now when left out. */
  readonly asOf?: Day;
  /** What came to be known by the end of a later day of what had happened by `asOf` (trap 15). */
  readonly knownOn?: Day;
  /** The organs below count too. */
  readonly below?: boolean;
}

/** The figures with what they stand for. */
export interface Figures {
  readonly organ: Id;
  readonly organs: readonly Id[];
  readonly year: number;
  readonly asOf: Day;
  readonly knownBy: string;
  readonly selection: Selection;
  readonly figures: readonly FigureValue[];
  readonly groups: readonly { readonly key: string; readonly figures: readonly FigureValue[] }[];
}

/** Counts for those who watch, each number opening what it counts (R26, R48, R98, C25). */
@Injectable()
export class Statistics {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly engine: Engine,
  ) {}

  async figures(who: Who, asked: Asked, selection: Selection, by?: Grouping): Promise<Figures> {
    const counted = await this.counted(who, asked);
    return {
      organ: asked.organ,
      organs: counted.organs,
      year: asked.year,
      asOf: counted.moment.on,
      knownBy: counted.moment.known,
      selection,
      figures: countFigures(counted, selection),
      groups: by === undefined ? [] : countBy(counted, by, selection),
    };
  }

  /** What a figure counts. @throws 404 for a share, and for a name that no figure has */
  async items(who: Who, asked: Asked, figure: string, selection: Selection): Promise<readonly CountedItem[]> {
    const items = itemsOf(figure, await this.counted(who, asked), selection);
    if (!items) throw new HttpException(`没有名为“${figure}”的统计数，或者它是比率：请看其分子和分母`, 404);
    return items;
  }

  /** What fell on each institution of the rosters (C25). */
  async burden(who: Who, asked: Asked): Promise<readonly BurdenRow[]> {
    return burdenRows(await this.counted(who, asked));
  }

  /** Facts of a year as of a day. @throws Refusal for an organ that the asker doesn't see */
  async counted(who: Who, { organ, year, asOf: day, knownOn, below = false }: Asked): Promise<Counted> {
    demandRole(who, WATCHERS);
    checkSees(this.stores, who, organ);
    if (!(await this.engine.caughtUp())) throw new HttpException('读模型尚未跟上，请稍后重试', 503);
    const { rows } = this.stores.views.list(organs.name, { limit: 10_000 });
    const hierarchy = Object.fromEntries(rows.map(({ row }) => [(row as OrganRow).organ, (row as OrganRow).superior]));
    return countedAt(this.stores, below ? scopeOf(hierarchy, organ) : [organ], year, this.momentOf(day, knownOn));
  }

  private momentOf(day: Day | undefined, knownOn: Day | undefined): Moment {
    const today = dayOf(this.stores.clock.now());
    const on = day ?? today;
    // What isn't over yet can't be counted the same again (trap 15).
    if (on > today) throw new HttpException('asOf 不能晚于今天', 422);
    if (knownOn === undefined) return asOf(on);
    if (knownOn < on) throw new HttpException('knownOn 不能早于 asOf', 422);
    return { known: endOf(knownOn), on };
  }
}
