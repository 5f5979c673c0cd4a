import type { Id } from '@srd/kernel';
import { leastCap, shortageOf, type TeamPool, type TeamRequest } from '@srd/proof/draw';
import { barsFor, peopleOf, withoutDates, type BarFacts, type ExplainedBar } from './bars';
import type { CaseFact, ContributorFact, DrawHead, InspectorFact } from './facts';
import { byId, contributorsOf, label, type Prepared } from './object-request';
import { refuse } from './refusals';

/** What an inspector draw is for: its series (`<task>:team` …) and the transcript that its objects come from. */
export type TeamHead = DrawHead & {
  readonly series: Id;
  readonly from: string | null;
  /** What the organs of the seats are called, for a refusal. */
  readonly organNames?: Readonly<Record<Id, string>>;
};

/** The pool of a team draw before its cap, with labels in place of names, and the bars with their dates. */
function poolOf(
  inspectors: readonly InspectorFact[],
  cases: readonly CaseFact[],
  facts: BarFacts,
): { readonly pool: TeamPool; readonly bars: readonly ExplainedBar[] } {
  const bars = barsFor(inspectors, cases, facts);
  return {
    bars,
    pool: {
      inspectors: inspectors
        .toSorted(byId)
        .map(({ id, organ, capacity }, index) => ({ id, name: label('检查员', index), organ, capacity })),
      cases: cases.map(({ id, object, seats }) => ({
        id,
        object,
        seats: seats.map(({ organs, count }) => ({ organs: [...organs].sort(), count })),
      })),
      barred: withoutDates(bars),
    },
  };
}

/** Refuses what can't be filled, with the smallest set of places that shows it and what would help (R60, trap 5). */
export function requireFeasible(
  pool: TeamPool,
  bars: readonly ExplainedBar[] = [],
  organNames: TeamHead['organNames'] = {},
): number {
  const small = pool.cases.find(({ seats }) => seats.reduce((sum, { count }) => sum + count, 0) < 2);
  if (small) refuse('TOO_FEW_INSPECTORS', `案件「${small.id}」的席位不足2人`, { case: small.id });
  const cap = leastCap(pool);
  if (cap !== null) return cap;
  const shortage = shortageOf(pool, (organ) => organNames[organ] ?? organ);
  if (!shortage) return refuse('TEAM_INFEASIBLE');
  const names = new Map(pool.inspectors.map(({ id, name }) => [id, name]));
  const dates = bars
    .filter((bar) => bar.until !== null && shortage.cases.includes(bar.case))
    .map((bar) => `${names.get(bar.inspector)}须至${bar.until}方可再查同一对象`);
  return refuse('TEAM_INFEASIBLE', [shortage.sentence, ...new Set(dates)].join(' '), {
    shortage,
    rotation: bars
      .filter((bar) => bar.until !== null)
      .map((bar) => ({ case: bar.case, inspector: bar.inspector, until: bar.until as string })),
  });
}

/**
 * The request of an inspector draw (R56, R60): inspectors under ids and labels of this draw, who is barred from what, the least
 * possible cap. @throws Refusal TEAM_INFEASIBLE with the explanation when no complete assignment exists; then nothing is recorded
 */
export function teamRequest(
  head: TeamHead,
  cases: readonly CaseFact[],
  inspectors: readonly InspectorFact[],
  facts: BarFacts,
  contributors: readonly ContributorFact[],
): Prepared<TeamRequest> {
  const { pool, bars } = poolOf(inspectors, cases, facts);
  const witnesses = contributorsOf(contributors);
  return {
    request: {
      protocol: 'srd-assign/1',
      draw: head.draw,
      series: head.series,
      attempt: head.attempt,
      organ: head.organ,
      plan: head.plan,
      frozenAt: head.frozenAt,
      revealBy: head.revealBy,
      from: head.from,
      ...pool,
      cap: requireFeasible(pool, bars, head.organNames),
      contributors: witnesses.request,
      beacon: head.beacon,
    },
    people: { ...witnesses.people, ...peopleOf(inspectors) },
  };
}
