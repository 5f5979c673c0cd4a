import { lineSectionOf, organ, sectors } from '@srd/domain/organ';
import {
  caseAt,
  dayOrNull,
  listingAt,
  yearOf,
  type Counted,
  type CountedCase,
  type CountedDraw,
  type CountedInstitution,
  type CountedListing,
  type Moment,
} from '@srd/domain/report';
import { isRemoved, roster } from '@srd/domain/roster';
import { dayOf, type Id, type Instant } from '@srd/kernel';
import { cases, draws, listings, plans, type CaseRow, type DrawRow, type ListingsRow, type PlanRow } from '@srd/views';
import { everyRow } from '../daily/every-row';
import { taskOfSeries } from '../desks/ids';
import { rosterStream } from '../desks/rosters';
import type { Stores } from '../ports';
import { foldThen } from '../then';

type Read = Pick<Stores, 'views' | 'log'>;

function* casesIn(stores: Read, year: number, moment: Moment): Iterable<CountedCase> {
  for (const row of everyRow<CaseRow>(stores, cases.name, { where: { year } })) {
    const { case: id, organ: of, plan, task, section, sector, number, purpose, joint, object, name, marks } = row;
    const one = { case: id, organ: of, plan, task, section, sector, number, purpose, joint, object, name, marks };
    const then = caseAt(one, moment);
    if (then) yield then;
  }
}

function* drawsIn(stores: Read, year: number, { known, on }: Moment): Iterable<CountedDraw> {
  for (const row of everyRow<DrawRow>(stores, draws.name, { where: { year } })) {
    const { draw, kind, organ: of, plan, series, sectors: drawn, frozenAt, endedAt, phase } = row;
    const frozenOn = dayOf(frozenAt as Instant);
    if (frozenAt > known || frozenOn > on) continue;
    const task = taskOfSeries(series);
    const planned = (stores.views.get(plans.name, plan)?.row as PlanRow | undefined)?.tasks[task];
    const endedOn = dayOrNull(endedAt);
    const voided = phase === 'voided' && endedAt !== null && endedAt <= known && endedOn !== null && endedOn <= on;
    const sector = (drawn.length === 1 ? drawn[0] : planned?.sectors.length === 1 ? planned.sectors[0] : null) ?? null;
    yield { draw, kind, organ: of, section: planned?.section ?? null, task, sector: sector as never, frozenOn, voided };
  }
}

function* listingsIn(stores: Read, moment: Moment): Iterable<CountedListing> {
  for (const { lives } of everyRow<ListingsRow>(stores, listings.name)) {
    for (const life of lives) {
      const then = listingAt(life, moment);
      if (!then) continue;
      const from = stores.views.get(cases.name, `case-${life.case}`)?.row as CaseRow | undefined;
      yield { ...then, section: from?.section ?? null, sector: from?.sector ?? null };
    }
  }
}

/** Institutions in business under an organ, as its rosters stood. */
async function institutionsOf(stores: Read, of: Id, moment: Moment): Promise<readonly CountedInstitution[]> {
  const { state: owner } = foldThen(organ, await stores.log.read(`organ-${of}`), moment);
  if (!owner) return [];
  const found: CountedInstitution[] = [];
  for (const sector of sectors) {
    const { state } = foldThen(roster, await stores.log.read(rosterStream(of, sector)), moment);
    for (const entry of Object.values(state.institutions)) {
      const status = entry.statuses.at(-1)?.status ?? 'active';
      if (isRemoved(entry) || (status !== 'active' && status !== 'suspended')) continue;
      const section = lineSectionOf(owner, sector) ?? null;
      found.push({ id: entry.institution, name: entry.particulars.name, organ: of, section, sector });
    }
  }
  return found;
}

/**
 * Everything that a year's figures are counted from, as known and as true at a moment. Cases, draws and lists come from read models
 * whose rows keep every step with its day, rosters from their own few events: the whole log isn't folded for a number.
 */
export async function countedAt(stores: Read, organs: readonly Id[], year: number, moment: Moment): Promise<Counted> {
  const institutions: CountedInstitution[] = [];
  for (const of of organs) institutions.push(...(await institutionsOf(stores, of, moment)));
  return {
    year,
    moment,
    organs,
    cases: [...casesIn(stores, year, moment)].filter(({ plan }) => yearOf(plan) === year),
    draws: [...drawsIn(stores, year, moment)],
    listings: [...listingsIn(stores, moment)],
    institutions,
  };
}

/** Waits until the read models show everything recorded by now: a figure that is recorded mustn't miss what was just written. */
export async function untilShown({ views, log }: Read): Promise<void> {
  const head = await log.head();
  const shown = (): boolean =>
    head === undefined || [cases, draws, listings].every(({ name }) => (views.checkpoint(name) ?? -1) >= head);
  for (let wait = 1; !shown(); wait = Math.min(2 * wait, 100)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
