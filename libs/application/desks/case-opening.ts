import { isSince, type CaseOpened } from '@srd/domain/case';
import { practiceRules, type Duty, type OrganRules, type Sourced } from '@srd/domain/organ';
import type { Day } from '@srd/kernel';

/** A duty as it binds on a day: later law isn't demanded of cases before it, unless the organ switched it on for itself. */
function inForce(duty: Sourced<Duty>, today: Day): Sourced<Duty> {
  return { ...duty, value: { ...duty.value, required: duty.value.required && duty.value.inForceFrom <= today } };
}

/** What a case is opened with and keeps of the organ's rules (trap 15): the chart, its terms, the practice where the chart knows one. */
export function pinned(rules: OrganRules, today: Day): Pick<CaseOpened, 'procedure' | 'terms' | 'practice'> {
  const procedure = rules.caseProcedure.value;
  const terms = termsOf(rules, today);
  if (!isSince(procedure, 'case/3')) return { procedure, terms };
  const said = practiceRules.filter((rule) => rules[rule] !== undefined);
  return { procedure, terms, practice: Object.fromEntries(said.map((rule) => [rule, rules[rule]])) };
}

/** Rules that the organ doesn't have stay away. */
function termsOf(rules: OrganRules, today: Day): CaseOpened['terms'] {
  const { teamSize, rotationMonths, publication, recordWithin, approveWithin, revisitWithin } = rules;
  const { channels, approval, notice, visitCode, afterCessation, listNames } = rules;
  const { yearlyCap, capCounts, halfYearBy } = rules;
  return {
    teamSize,
    rotationMonths,
    publication,
    recordWithin,
    approveWithin,
    revisitWithin,
    channels,
    approval: inForce(approval, today),
    notice: inForce(notice, today),
    visitCode: inForce(visitCode, today),
    afterCessation,
    listNames,
    ...(yearlyCap ? { yearlyCap } : {}),
    ...(capCounts ? { capCounts } : {}),
    ...(halfYearBy ? { halfYearBy } : {}),
  };
}

/** Inspectors that a department sends: the organ itself the first, then the partners, one each or two by the organ's rule (R60, trap 12). */
export function seatsOf({ teamSize, teamCounts }: OrganRules, place: number): number {
  if (place === 0) return teamSize.value;
  return teamCounts?.value === 'per-department' ? Math.max(2, teamSize.value) : 1;
}
