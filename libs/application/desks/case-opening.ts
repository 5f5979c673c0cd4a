import type { CaseOpened } from '@srd/domain/case';
import type { Duty, OrganRules, Sourced } from '@srd/domain/organ';
import type { Day } from '@srd/kernel';

/** A duty as it binds on a day: later law isn't demanded of cases before it, unless the organ switched it on for itself. */
function inForce(duty: Sourced<Duty>, today: Day): Sourced<Duty> {
  return { ...duty, value: { ...duty.value, required: duty.value.required && duty.value.inForceFrom <= today } };
}

/** The organ's rule values that a case is opened with and keeps (trap 15); those that the organ doesn't have stay away. */
export function pinned(rules: OrganRules, today: Day): CaseOpened['terms'] {
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
