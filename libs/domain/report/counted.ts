import type { StageCode } from '@srd/domain/case';
import type { Sector } from '@srd/domain/organ';
import { dayOf, type Day, type Id, type Instant } from '@srd/kernel';
import type { CaseMark } from './marks';

/** When a count is made: what was recorded by `known`, of what had happened by `on` (trap 15). */
export type Moment = { readonly known: Instant; readonly on: Day };

/** The end of a day in China: a count as of that day takes what was recorded until then. */
export function endOf(day: Day): Instant {
  return `${day}T15:59:59.999Z` as Instant;
}

/** As of a day, as it was known that evening. */
export function asOf(day: Day): Moment {
  return { known: endOf(day), on: day };
}

/** A case with its marks, oldest first. */
export type MarkedCase = {
  readonly case: Id;
  readonly organ: Id;
  readonly plan: Id;
  readonly task: Id;
  readonly section: Id;
  readonly sector: Sector;
  readonly number: string;
  readonly purpose: 'random' | 'for-cause';
  readonly joint: boolean;
  readonly object: Id | null;
  readonly name: string | null;
  readonly marks: readonly CaseMark[];
};

/** A case as it stood at a moment. */
export type CountedCase = MarkedCase & {
  readonly stage: StageCode;
  readonly published: boolean;
  readonly publishedOn: Day | null;
  readonly dueOn: Day | null;
  /** Settled, and nothing owed: 完结率. */
  readonly ended: boolean;
  readonly endedOn: Day | null;
  /** Last day of the last visit. */
  readonly inspectedOn: Day | null;
  /** Causes that were looked into at the visit of a drawn case: each is a purpose of its own (C13, trap 11). */
  readonly mergedCauses: number;
};

const ends: readonly StageCode[] = ['closed', 'abnormal', 'blacklisted'];

/** The case at a moment; null before it was opened. */
export function caseAt(one: MarkedCase, { known, on }: Moment): CountedCase | null {
  const marks = one.marks.filter((mark) => mark.at <= known && mark.on <= on);
  const last = marks.at(-1);
  if (!last || marks[0]?.type !== 'CaseOpened') return null;
  const named = marks.some(({ type }) => type === 'ObjectDrawn' || type === 'ObjectNamed');
  const ended = ends.includes(last.stage);
  return {
    ...one,
    ...(named ? {} : { object: null, name: null }),
    marks,
    stage: last.stage,
    published: last.published,
    publishedOn: last.published ? (marks.find(({ published }) => published)?.on ?? null) : null,
    dueOn: last.dueOn,
    ended,
    // Since when it has rested: after a reopening the last time counts.
    endedOn: ended ? (marks[marks.findLastIndex(({ stage }) => !ends.includes(stage)) + 1]?.on ?? null) : null,
    inspectedOn: marks.findLast(({ type }) => type === 'VisitEnded')?.on ?? null,
    mergedCauses: marks.filter(({ type }) => type === 'CauseMerged').length,
  };
}

/** An attempt of a draw; voided ones stay and count (trap 3). */
export type CountedDraw = {
  readonly draw: Id;
  readonly kind: string;
  readonly organ: Id;
  readonly section: Id | null;
  readonly task: Id;
  readonly sector: Sector | null;
  readonly frozenOn: Day;
  readonly voided: boolean;
};

/** A list's dealings with an object, from one proposal to its end. */
export type MarkedListing = {
  readonly object: Id;
  readonly list: 'abnormal' | 'credit';
  readonly organ: Id;
  readonly case: Id;
  readonly marks: readonly {
    readonly revision: number;
    readonly at: Instant;
    readonly on: Day;
    readonly type: string;
    /** Last day of the listing, where the confirmation names one. */
    readonly until: Day | null;
  }[];
};

export type CountedListing = MarkedListing & {
  readonly section: Id | null;
  readonly sector: Sector | null;
  readonly proposedOn: Day;
  readonly confirmedOn: Day | null;
  /** Listed, and not yet ended, withdrawn, repaired or removed, nor past its last day. */
  readonly inForce: boolean;
};

const listingEnds = ['ListingWithdrawn', 'ListingExpired', 'ListingRepaired', 'ListingRemoved'];

/** The listing at a moment; null before it was proposed. Ends by itself on its last day, whether or not that is on record yet. */
export function listingAt(
  one: MarkedListing,
  { known, on }: Moment,
): Omit<CountedListing, 'section' | 'sector'> | null {
  const marks = one.marks.filter((mark) => mark.at <= known && mark.on <= on);
  const first = marks[0];
  if (!first) return null;
  const confirmed = marks.find(({ type }) => type === 'ListingConfirmed');
  const until = confirmed?.until ?? null;
  const ended = marks.some(({ type }) => listingEnds.includes(type)) || (until !== null && until < on);
  return {
    ...one,
    marks,
    proposedOn: first.on,
    confirmedOn: confirmed?.on ?? null,
    inForce: confirmed !== undefined && !ended,
  };
}

/** An institution in a roster at a moment. */
export type CountedInstitution = {
  readonly id: Id;
  readonly name: string;
  readonly organ: Id;
  readonly section: Id | null;
  readonly sector: Sector;
};

/** Everything that a year's figures are counted from, at one moment. */
export type Counted = {
  readonly year: number;
  readonly moment: Moment;
  /** Whose figures: an organ, or it and those below it. */
  readonly organs: readonly Id[];
  /** Cases of the year of every organ: who else inspected an institution counts in its burden (C10, C25). */
  readonly cases: readonly CountedCase[];
  readonly draws: readonly CountedDraw[];
  readonly listings: readonly CountedListing[];
  readonly institutions: readonly CountedInstitution[];
};

/** The year a case, plan or draw belongs to, by its plan's id `<organ>-<year>`. */
export function yearOf(plan: Id): number {
  return Number(plan.slice(-4));
}

/** The day in China of an instant that may be missing. */
export function dayOrNull(at: string | null): Day | null {
  return at === null ? null : dayOf(at as Instant);
}
