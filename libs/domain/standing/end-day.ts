import { addMonths, isDay, type Day } from '@srd/kernel';
import type { ListKind, ListingClass } from './events';
import { refuse } from './refusals';

/** 信用修复管理办法 binds from here; an earlier listing needs class and end day all the same, but no period is held against it. */
const REPAIR_RULES_IN_FORCE_FROM = '2026-04-01';

/** Months an entry may stand, by class: up to 3; 3 to 12; 12 to 36. */
const months: { readonly [C in ListingClass]: readonly [least: number, most: number] } = {
  minor: [0, 3],
  ordinary: [3, 12],
  serious: [12, 36],
};

/**
 * The end day of an entry decided on a day, as the class allows (C20, section 6 of the procedure). A credit entry always has class and end; an
 * abnormal one may stand until its ground is gone.
 * @throws Refusal CLASS_MISSING, END_DAY_INVALID
 */
export function endDay(list: ListKind, kind: ListingClass | null, decidedOn: Day, until: Day | null): Day | null {
  if (until !== null && (!isDay(until) || until <= decidedOn)) refuse('END_DAY_INVALID', '截止日应晚于决定日');
  if (list === 'abnormal' && (kind === null || until === null)) return until;
  if (kind === null) return refuse('CLASS_MISSING');
  if (until === null) return refuse('END_DAY_INVALID', '列入信用黑名单须有截止日');
  const [least, most] = months[kind];
  if (
    decidedOn >= REPAIR_RULES_IN_FORCE_FROM &&
    (until < addMonths(decidedOn, least) || until > addMonths(decidedOn, most))
  ) {
    refuse('END_DAY_INVALID', `截止日应在 ${addMonths(decidedOn, least)} 至 ${addMonths(decidedOn, most)} 之间`);
  }
  return until;
}

/** The first day on which repair may be asked for: the class's least period must have run (信用修复管理办法); before it was in force, at once. */
export function earliestRepair(kind: ListingClass | null, listedOn: Day): Day {
  if (kind === null || listedOn < REPAIR_RULES_IN_FORCE_FROM) return listedOn;
  return addMonths(listedOn, months[kind][0]);
}
