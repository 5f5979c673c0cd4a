import type { Day, Id } from '@srd/kernel';
import type { CaseContext } from './context';
import type { OpenCase } from './state';
import { isSince, type Method, type Purpose } from './vocabulary';
import type { YearLoad } from './vocabulary-3';

/** Who inspected which object on which day: what the rotation period counts from (B二(九); R59, trap 6). */
export type CountedVisit = { readonly person: Id; readonly object: Id; readonly visitedOn: Day };

/**
 * Visits that rotation counts: everybody who was there, in drawn and for-cause cases alike, on the visit's last day. Not who was
 * drawn and replaced before it, and not revisits: those belong to the inspection that they follow (R59, trap 6).
 */
export function visitsCounting({ context }: OpenCase): readonly CountedVisit[] {
  const object = context.object?.id;
  if (object === undefined) return [];
  return context.visits.flatMap(({ present, openedOn, endedOn }) =>
    present.map(({ inspector }) => ({ person: inspector, object, visitedOn: endedOn ?? openedOn })),
  );
}

/** How one case counts in reports and against the cap (R26, R48, C13, traps 11–13). */
export type CaseCount = {
  readonly object: Id | null;
  /** Each purpose is counted, each once: a merged visit has both. */
  readonly purposes: readonly Purpose[];
  readonly joint: boolean;
  /** On site is the main way: reports show the share (R67). */
  readonly method: Method;
  /** The first visit's day; null where nobody went there. */
  readonly visitedOn: Day | null;
  /** What the visit weighs against the institution's yearly cap. */
  readonly towardsCap: number;
  readonly delegatedTo: Id | null;
};

/** Purposes that the case's visit serves, the case's own first. */
export function purposesOf({ opened, merged }: CaseContext): readonly Purpose[] {
  return merged.length > 0 && opened.purpose === 'random' ? ['random', 'for-cause'] : [opened.purpose];
}

function capWeight({ opened, visits }: CaseContext, purposes: readonly Purpose[]): number {
  if (visits.length === 0) return 0;
  const counts = opened.terms.capCounts?.value ?? 'random';
  const counted = purposes.filter((purpose) => counts === 'all' || purpose === 'random').length;
  return opened.practice?.mergedCounts?.value === 'per-purpose' ? counted : Math.min(1, counted);
}

/** The organ to which the case is entrusted now; null where its own organ inspects, or does so again (R7). */
function delegateOf({ opened, delegation }: CaseContext): Id | null {
  return delegation && delegation.to !== opened.organ ? delegation.to : null;
}

/** One inspection however many departments and days it had: the random share isn't inflated (R26, trap 12). */
export function countOf({ context }: OpenCase): CaseCount {
  const purposes = purposesOf(context);
  return {
    object: context.object?.id ?? null,
    purposes,
    joint: context.opened.departments.length > 1,
    method: context.opened.method,
    visitedOn: context.visits[0]?.openedOn ?? null,
    towardsCap: capWeight(context, purposes),
    delegatedTo: delegateOf(context),
  };
}

export type HalfYear = { readonly year: number; readonly half: 1 | 2 };

function halfOf(day: Day): HalfYear {
  return { year: Number(day.slice(0, 4)), half: day.slice(5, 7) <= '06' ? 1 : 2 };
}

/** The half-year a case belongs to, by the plan's date and by the visit's, and the one that the organ's rule takes (R37, R39, trap 13). */
export function halfYearOf({ context }: OpenCase): {
  readonly byPlan: HalfYear;
  readonly byVisit: HalfYear | null;
  readonly counted: HalfYear;
} {
  const { opened, visits } = context;
  const byPlan = halfOf(opened.window.from);
  const visit = visits[0]?.openedOn;
  const byVisit = visit === undefined ? null : halfOf(visit);
  return { byPlan, byVisit, counted: opened.terms.halfYearBy?.value === 'visit' ? (byVisit ?? byPlan) : byPlan };
}

/** Inspections of the year that weigh on the decision to make another one. */
export function weighing(load: YearLoad, purpose: Purpose): number {
  return purpose === 'for-cause' || load.counts === 'all' ? load.random + load.forCause : load.random;
}

/** One more inspection would exceed the yearly cap: 法治督察科 is warned, the case isn't stopped (R48, C10, C25, trap 11). */
export function capWarning(load: YearLoad, purpose: Purpose): boolean {
  return weighing(load, purpose) >= load.cap;
}

/** A drawn case at whose visit a cause may be looked into too. */
export type MergeOffer = { readonly case: Id; readonly number: string; readonly window: CaseContext['window'] };

/** Drawn cases of the same object whose visit is still to come: offered for merging with the for-cause case (R48, C10, trap 11). */
export function mergeOffers(
  cause: OpenCase,
  others: readonly { readonly case: Id; readonly state: OpenCase }[],
): readonly MergeOffer[] {
  const { opened, object, visits } = cause.context;
  if (opened.purpose !== 'for-cause' || object === null || visits.length > 0) return [];
  return others.flatMap(({ case: id, state: { procedure, context } }) => {
    const open = context.voided === null && context.visits.length === 0 && context.dues === null;
    const same = context.object?.id === object.id && context.opened.purpose === 'random';
    return isSince(procedure, 'case/3') && open && same
      ? [{ case: id, number: context.opened.number, window: context.window }]
      : [];
  });
}

/** Organs that have a part in the case: whose it is, who joins, to whom it was entrusted, who lent people (R4, R7, R21, trap 13). */
export function partiesOf({ context }: OpenCase): {
  readonly organ: Id;
  readonly partners: readonly Id[];
  readonly delegate: Id | null;
  readonly lenders: readonly Id[];
} {
  const { opened, team } = context;
  const partners = opened.departments.map(({ organ }) => organ).filter((organ) => organ !== opened.organ);
  const lenders = new Set(team.filter(({ loan }) => loan !== undefined).map(({ organ }) => organ));
  return { organ: opened.organ, partners, delegate: delegateOf(context), lenders: [...lenders] };
}
