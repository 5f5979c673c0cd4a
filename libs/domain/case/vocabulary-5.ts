import type { Day, Id } from '@srd/kernel';
import type { Method, TeamMember } from './vocabulary';

/** 全天、上午、下午. */
export const revisitParts = ['whole-day', 'morning', 'afternoon'] as const;
export type RevisitPart = (typeof revisitParts)[number];

/** When a revisit is to be made, by whom, how and where (B三(三), B二(九); R60, R84). */
export type RevisitPlan = {
  readonly on: Day;
  readonly part: RevisitPart;
  /** With certificate and loan as the registers have them for that day (R22). */
  readonly inspectors: readonly TeamMember[];
  readonly method: Method;
  /** Where it is to be, where that isn't the registered premises; null: there, or on paper. */
  readonly elsewhere: string | null;
  readonly note: string | null;
};

/** A revisit as it stands arranged for a round of a measure, with what was changed of it. */
export type ArrangedRevisit = RevisitPlan & {
  readonly disposition: Id;
  readonly finding: Id;
  readonly round: number;
  readonly by: Id;
  /** Earlier days, oldest first, each with the reason for which it was given up. */
  readonly changes: readonly { readonly from: Day; readonly reason: string; readonly by: Id }[];
  readonly cancelled: { readonly reason: string; readonly by: Id } | null;
};
