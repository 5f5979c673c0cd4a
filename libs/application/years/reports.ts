import { Inject, Injectable } from '@nestjs/common';
import { currentRules, organ, type Source } from '@srd/domain/organ';
import { plan, planCalendar, planOverview, type CalendarEntry, type OverviewRow } from '@srd/domain/plan';
import {
  countFigures,
  dayInYear,
  figures,
  itemsOf,
  materialOf,
  report,
  reportLabels,
  reportOf,
  type CountedItem,
  type CountyMaterial,
  type Duty,
  type FigureValue,
  type SectionReport,
  type YearState,
} from '@srd/domain/report';
import { canonicalize, dayOf, daysBetween, type Day, type Id, type JsonObject } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { planOf, planStream } from '../desks/ids';
import { Evidence } from '../evidence';
import { STORES, type Stores } from '../ports';
import { checkSees } from '../queries';
import { refuse } from '../refusals';
import type { Who } from '../who';
import { countiesOf, yearDuties, yearId, yearStream } from './facts';
import { Statistics } from './statistics';

/** A section's report as the page shows it, with who of the counties has sent and who hasn't (R100). */
export type SectionPage = Omit<SectionReport, 'counties'> & {
  readonly section: Id;
  readonly name: string;
  readonly label: string;
  readonly counties: readonly (CountyMaterial & { readonly county: Id; readonly name: string })[];
};

/** An organ's year: what is due, what is there. */
export interface YearPage {
  readonly report: Id;
  readonly organ: Id;
  readonly name: string;
  readonly year: number;
  /** Last day of the annual report, the rule's source, and the days left until then (negative after it). */
  readonly dueOn: Day;
  readonly source: Source;
  readonly daysLeft: number;
  readonly sections: readonly SectionPage[];
  readonly handedUp: YearState['handedUp'];
  readonly duties: readonly (Duty & { readonly lapsed: boolean })[];
  readonly revision: number;
}

/** One figure that later entries change: what was known then, what is known now of the same day. */
export interface LaterChange {
  readonly figure: string;
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly added: readonly CountedItem[];
  readonly removed: readonly CountedItem[];
}

/** A summary on record, counted again: the same numbers, whenever it is done (trap 15). */
export interface Recount {
  readonly section: Id;
  readonly issue: number;
  readonly asOf: Day;
  readonly same: boolean;
  readonly differences: readonly {
    readonly figure: string;
    readonly recorded: number | null;
    readonly counted: number | null;
  }[];
}

/** The yearly reports of the organs (R98–R100, C22). */
@Injectable()
export class YearReports {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly statistics: Statistics,
  ) {}

  async page(who: Who, id: Id): Promise<YearPage> {
    const { organ: of, year } = planOf(id);
    checkSees(this.stores, who, of);
    const { state: owner } = await this.runner.load(organ, `organ-${of}`);
    if (!owner) return refuse('UNKNOWN_SUBJECT');
    const { state, revision } = await this.runner.load(report, yearStream(id));
    const { annualReportBy } = currentRules(owner).rules;
    const dueOn = dayInYear(year, annualReportBy.value);
    const counties = countiesOf(this.stores, of);
    const duties = await yearDuties(new Evidence(this.runner), of, year);
    return {
      report: id,
      organ: of,
      name: owner.name,
      year,
      dueOn,
      source: annualReportBy.source,
      daysLeft: daysBetween(dayOf(this.stores.clock.now()), dueOn),
      sections: owner.sections
        .filter(({ kind }) => kind === 'line')
        .map(({ id: section, name }): SectionPage => {
          const { counties: _, ...rest } = reportOf(state, section);
          const materials = counties.map((county) => ({
            county: county.organ,
            name: county.name,
            ...materialOf(state, section, county.organ),
          }));
          return { section, name, label: reportLabels[rest.status], ...rest, counties: materials };
        }),
      handedUp: state.handedUp,
      duties: duties.map((duty) => ({ ...duty, lapsed: Object.hasOwn(state.lapsed, duty.duty) })),
      revision,
    };
  }

  /** Rosters, windows and the annual report of the year, by day (C22, R15–R17, R50, R99). */
  async calendar(who: Who, id: Id): Promise<readonly CalendarEntry[]> {
    const { organ: of, year } = planOf(id);
    checkSees(this.stores, who, of);
    const { state: owner } = await this.runner.load(organ, `organ-${of}`);
    if (!owner) return refuse('UNKNOWN_SUBJECT');
    const { state } = await this.runner.load(plan, planStream(id));
    return planCalendar({ ...state, year }, currentRules(owner).rules);
  }

  /** The plans of the organ and of those below it, as the city sees its counties' (R5, C27, R100). */
  async plans(who: Who, id: Id): Promise<readonly OverviewRow[]> {
    const { organ: of, year } = planOf(id);
    checkSees(this.stores, who, of);
    const ours = [of, ...countiesOf(this.stores, of).map((county) => county.organ)];
    const states = [];
    for (const each of ours) states.push((await this.runner.load(plan, planStream(yearId(each, year)))).state);
    return planOverview(states);
  }

  /** What has been entered since about the time up to a day: the report of that day stands, this stands beside it (trap 15). */
  async laterChanges(who: Who, id: Id, day: Day): Promise<readonly LaterChange[]> {
    const { organ: of, year } = planOf(id);
    const today = dayOf(this.stores.clock.now());
    const [then, now] = [
      await this.statistics.counted(who, { organ: of, year, asOf: day }),
      await this.statistics.counted(who, { organ: of, year, asOf: day, knownOn: today < day ? day : today }),
    ];
    const since = new Map(countFigures(now).map((value) => [value.figure, value]));
    return countFigures(then).flatMap(({ figure, label, value }): LaterChange[] => {
      const known = itemsOf(figure, then) ?? [];
      const present = itemsOf(figure, now) ?? [];
      const [ids, later] = [new Set(known.map((item) => item.id)), new Set(present.map((item) => item.id))];
      const added = present.filter((item) => !ids.has(item.id));
      const removed = known.filter((item) => !later.has(item.id));
      const changed = since.get(figure)?.value ?? null;
      if (changed === value && added.length === 0 && removed.length === 0) return [];
      return [{ figure, label, before: value, after: changed, added, removed }];
    });
  }

  /** Every summary on record, counted again today. */
  async recounts(who: Who, id: Id): Promise<readonly Recount[]> {
    const { organ: of, year } = planOf(id);
    checkSees(this.stores, who, of);
    const { state } = await this.runner.load(report, yearStream(id));
    const found: Recount[] = [];
    for (const { summary } of Object.values(state.sections)) {
      if (!summary) continue;
      const { section, issue, asOf, figures: recorded } = summary;
      const counted = countFigures(await this.statistics.counted(who, { organ: of, year, asOf }), { section });
      found.push({ section, issue, asOf, ...compared(recorded, counted) });
    }
    return found;
  }
}

function compared(
  recorded: readonly FigureValue[],
  counted: readonly FigureValue[],
): Pick<Recount, 'same' | 'differences'> {
  const again = new Map(counted.map((value) => [value.figure, value]));
  const plain = (value: FigureValue | undefined): string => canonicalize((value ?? {}) as unknown as JsonObject);
  const differences = recorded
    .filter((value) => plain(value) !== plain(again.get(value.figure)))
    .map(({ figure, value }) => ({ figure, recorded: value, counted: again.get(figure)?.value ?? null }));
  return { same: differences.length === 0 && recorded.length === figures.length, differences };
}
