import type { Id } from '@srd/kernel';
import type { Counted, CountedInstitution } from './counted';
import { inspectionsOf } from './items';

/** What fell on one institution in the year, by whichever level (R48, C10, C25). */
export type BurdenRow = CountedInstitution & {
  readonly random: number;
  readonly directed: number;
  /** Times that somebody came: a visit for several purposes is one. */
  readonly visits: number;
  readonly by: readonly Id[];
  readonly cases: readonly Id[];
};

/** Each institution of the rosters, the most burdened first, those that nobody visited last. */
export function burdenRows(counted: Counted): readonly BurdenRow[] {
  return counted.institutions
    .filter(({ organ }) => counted.organs.includes(organ))
    .map((institution): BurdenRow => {
      const inspections = inspectionsOf(counted, institution.id);
      const random = inspections.filter(({ purpose }) => purpose === 'random').length;
      const merged = inspections.reduce((sum, one) => sum + (one.purpose === 'random' ? one.mergedCauses : 0), 0);
      return {
        ...institution,
        random,
        directed: inspections.length - random + merged,
        visits: inspections.length,
        by: [...new Set(inspections.map(({ organ }) => organ))].sort(),
        cases: inspections.map((one) => one.case),
      };
    })
    .sort((a, b) => b.visits - a.visits || (a.id < b.id ? -1 : 1));
}
