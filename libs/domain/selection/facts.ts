import type { Day, Id, Instant } from '@srd/kernel';
import type { Beacon, DrawWitness, QuotaRule } from '@srd/proof/draw';
import type { DrawModes, Sector } from '@srd/domain/organ';
import type { InstitutionStatus } from '@srd/domain/roster';

/** What a draw is called and when it must be over; the ids are made by who asks. */
export type DrawHead = {
  readonly draw: string;
  readonly attempt: number;
  readonly organ: Id;
  readonly plan: string;
  readonly frozenAt: Instant;
  readonly revealBy: Instant;
  readonly beacon: Beacon | null;
};

/** Somebody invited to watch (R11): an id made for this draw, a role that is public, and who it is, which isn't. */
export type ContributorFact = DrawWitness & { readonly person: Id | null };

/** An inspection that fell on an object, by any level, random or for cause (C10, R54, traps 11 and 13). */
export type CheckFact = {
  readonly organ: Id;
  readonly organName: string;
  readonly purpose: 'random' | 'for-cause';
  readonly visitedOn: Day;
  /** The plan's year that it counts for: a task counts by its plan date (trap 13). */
  readonly countsFor: number;
};

/** What raises the odds of an object where the plan says so (R49). */
export type RiskFact = {
  /** Of three years. */
  readonly complaints: number;
  readonly penalties: number;
  /** Rectifications of three years that were late or failed their revisit; absent: nobody looked (R97). */
  readonly overdue?: number;
  readonly grade: string | null;
};

/** One roster entry as it stands on the day of the freeze. */
export type ObjectFact = {
  /** The institution's id; for a practitioner an id made for this draw. */
  readonly id: Id;
  readonly name: string;
  /** For a practitioner: who it is. Then `name` isn't published but a label in its place. */
  readonly person: Id | null;
  readonly sector: Sector;
  readonly status: InstitutionStatus;
  /** On the abnormal-practice list or the blacklist: its own stratum where the plan has one (C13), never dropped. */
  readonly listed: boolean;
  /** 1 to 100: tickets in the draw (R49). */
  readonly weight: number;
  /** A reason of the organ's own rule that keeps it out of this draw: the yearly cap, inspected in this cycle (R48, C10). */
  readonly excludedFor: string | null;
  /** Why it is drawn among the raised ones: the listing with its day, the complaints (R49, C13). */
  readonly raisedFor?: readonly string[];
  /** Complaints, penalties and grade: `weight` is then what the plan's weights make of them (R49). */
  readonly risk?: RiskFact;
  /** Inspections by every level: cap and coverage cycle of the plan are judged by them (R48, R54, C10). */
  readonly checks?: readonly CheckFact[];
};

/** A candidate that is drawn apart or with more tickets, and what for (R49, R91, R92, C13). */
export type RaisedFact = { readonly id: Id; readonly name: string; readonly reasons: readonly string[] };

/** Somebody who practises in an institution of the task (R19, C5). */
export type PractitionerFact = {
  /** Made for this draw, so that nobody is followed from one draw to the next. */
  readonly id: Id;
  readonly person: Id;
  readonly institution: Id;
  readonly sector: Sector;
  /** Why they can't be drawn, such as 已注销执业; `null` when they can. */
  readonly excludedFor: string | null;
};

export const rosterChanges = [
  'registered',
  'revised',
  'status-changed',
  'removal-proposed',
  'removed',
  'fault-waived',
] as const;

/** A change of a roster or of the inspectors' library before a freeze (T1 of the dangers: a friend's firm taken out the day before). */
export type RosterChange = {
  /** The object's id; for a person the id made for this draw, with the label in place of the name. */
  readonly id: Id;
  readonly name: string;
  readonly change: (typeof rosterChanges)[number];
  readonly at: Instant;
  /** Account that made it; internal. */
  readonly by: Id;
};

/** The plan's task as it was allotted (R32, R64). */
export type TaskFact = {
  readonly task: Id;
  readonly allotted: boolean;
  readonly sectors: readonly Sector[];
  readonly rules: { readonly open: QuotaRule; readonly listed: QuotaRule | null };
  readonly year?: number;
  /** How the plan says that its draw departs from equal chances (R49, R54, C10). */
  readonly modes?: DrawModes;
  /** Practitioners drawn beside the institutions (R19, C5). */
  readonly practitioners?: { readonly from: 'drawn' | 'all'; readonly rule: QuotaRule };
  /** Whose ratio it is, and under which version of the organ's rules the row was written (C1, C15). */
  readonly quoted?: { readonly ratioFrom: 'table' | 'text' | 'minimum-only'; readonly ruleVersion: number };
};

export type Span = { readonly from: Day; readonly to: Day };

/** An inspector as the library and the other records have them on the day of the freeze. */
export type InspectorFact = {
  /** Made for this draw, so that nobody is followed from one draw to the next. */
  readonly id: Id;
  readonly person: Id;
  readonly organ: Id;
  readonly active: boolean;
  /** The most cases that they may take in this draw. */
  readonly capacity: number;
  /** 行政执法证 with both end days (R22). */
  readonly certificates: readonly { readonly validFrom: Day; readonly validUntil: Day }[];
  /** 执法领域 */
  readonly fields: readonly string[];
  readonly absences: readonly Span[];
};

/** A 利害关系 that bars a person from an object (R61); `null` where it has no known beginning or end. */
export type InterestFact = {
  readonly person: Id;
  readonly object: Id;
  readonly from: Day | null;
  readonly until: Day | null;
};

/** An inspection that took place, random or for cause; a revisit belongs to its inspection and isn't one (R59, trap 6). */
export type InspectionFact = { readonly person: Id; readonly object: Id; readonly visitedOn: Day };

/** A leader's waiver of the rotation rule for one pair. */
export type RotationWaiver = { readonly person: Id; readonly object: Id };

/** A case that needs a team on planned days; a joint one has a seat for each department (R4, R60). */
export type CaseFact = {
  readonly id: Id;
  readonly object: Id;
  readonly days: Span;
  readonly seats: readonly {
    readonly organs: readonly Id[];
    readonly count: number;
    /** 执法领域 that this seat asks for; `null`: any. */
    readonly field: string | null;
  }[];
  /** 轮换周期 of the rules under which the case was opened (R59, trap 15). */
  readonly rotationMonths?: number;
};
