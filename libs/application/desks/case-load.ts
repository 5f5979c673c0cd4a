import {
  countOf,
  inspectionCase,
  visitsCounting,
  type CountedVisit,
  type OpenCase,
  type YearLoad,
} from '@srd/domain/case';
import type { ListKind } from '@srd/domain/case';
import { priorVisits, roster } from '@srd/domain/roster';
import type { Day, Id } from '@srd/kernel';
import { cases, standings, type CaseRow, type StandingRow } from '@srd/views';
import type { Evidence } from '../evidence';
import type { Stores } from '../ports';
import { rosterStream } from './rosters';

/** Every other case of an object, whichever organ's it is, as its record stands. */
export async function casesOfObject(
  { evidence, stores }: { readonly evidence: Evidence; readonly stores: Stores },
  object: Id,
  except: Id,
): Promise<readonly { readonly case: Id; readonly state: OpenCase }[]> {
  const found: { case: Id; state: OpenCase }[] = [];
  const { rows } = stores.views.list(cases.name, { where: { object }, limit: 100_000 });
  for (const { row } of rows) {
    const { case: id } = row as CaseRow;
    const state = id === except ? null : await evidence.of(inspectionCase, `case-${id}`);
    if (state) found.push({ case: id, state });
  }
  return found;
}

/** How often the object was inspected in a year, by whichever level; undefined where the case pinned no cap (R48, C10, trap 11). */
export function yearLoad(
  others: readonly { readonly state: OpenCase }[],
  year: number,
  { yearlyCap, capCounts }: OpenCase['context']['opened']['terms'],
): YearLoad | undefined {
  if (!yearlyCap) return undefined;
  const inYear = others.map(({ state }) => countOf(state)).filter(({ visitedOn }) => visitedOn?.startsWith(`${year}-`));
  const random = inYear.filter(({ purposes }) => purposes.includes('random')).length;
  const counts = capCounts?.value ?? 'random';
  return { year, random, forCause: inYear.length - random, cap: yearlyCap.value, counts };
}

/** Lists on which the object stands now (B二(九)3–4; R91, R92). */
export function listsOf(stores: Stores, object: Id): readonly ListKind[] {
  const { rows } = stores.views.list(standings.name, { where: { object, phase: 'listed' }, limit: 10 });
  return rows.map(({ row }) => (row as StandingRow).list);
}

/** Visits to the object that rotation counts: those of the cases, and those that its roster brought along (R59, trap 6). */
export async function visitsTo(
  facts: { readonly evidence: Evidence; readonly stores: Stores },
  { object, opened }: OpenCase['context'],
  id: Id,
  people: readonly Id[],
): Promise<readonly CountedVisit[]> {
  if (!object) return [];
  const visits = (await casesOfObject(facts, object.id, id)).flatMap(({ state }) => visitsCounting(state));
  const state = await facts.evidence.of(roster, rosterStream(opened.organ, opened.sector));
  const before = people.flatMap((person) =>
    priorVisits(state, object.id, person).map((visitedOn: Day) => ({ person, object: object.id, visitedOn })),
  );
  return [...visits, ...before];
}
