import type { Day, Id } from '@srd/kernel';
import type { OrganRules, practiceRules } from '../organ';

/** How an institution was inspected in the year so far, whichever level inspected, and the cap that holds (R48, C10, trap 11). */
export type YearLoad = {
  readonly year: number;
  readonly random: number;
  readonly forCause: number;
  readonly cap: number;
  /** What counts towards the cap of a drawn inspection. */
  readonly counts: 'random' | 'all';
};

/** 依职权, 本人, 对象申请 (行政处罚法 §43; R61). */
export type RecusalOrigin = 'office' | 'own' | 'institution';

/** Why another inspector is asked for. */
export const replacementGrounds = ['recusal', 'certificate', 'absence', 'loan-ended', 'other'] as const;
export type ReplacementGround = (typeof replacementGrounds)[number];

/** From the first day to the last, both with it. */
export type Window = { readonly from: Day; readonly to: Day };

/**
 * Settings of the organ's own that a case since `case/3` is opened with beside its terms; what isn't said falls to the default in practice.ts.
 * The earlier charts know none of them.
 */
export type Practice = Pick<OrganRules, (typeof practiceRules)[number]>;

/** 检查表 entry of an item's version. */
export type ChecklistEntry = { readonly id: Id; readonly text: string };
export const checklistMarks = ['met', 'unmet', 'not-applicable'] as const;
export type ChecklistMark = (typeof checklistMarks)[number];
export type ChecklistAnswer = { readonly entry: Id; readonly mark: ChecklistMark; readonly note: string | null };

/** What keeps somebody from a for-cause team, as the register of inspectors and the earlier cases say (R22, R59, R61). */
export type TeamBar = {
  readonly inspector: Id;
  readonly bar: 'not-enrolled' | 'field' | 'certificate' | 'absent' | 'interest' | 'rotation';
  readonly until: Day | null;
};
/** The leader lets somebody come in spite of the rotation period (trap 5). */
export type RotationWaiver = { readonly inspector: Id; readonly by: Id; readonly reason: string };
