import type { OrganRules, RiskWeights, Sourced } from './rule-values';

/** How a plan says that its draw departs from equal chances for all: each with its source, all of it public (R48, R49, R54, C10, C13). */
export type DrawModes = {
  /** Objects inspected so often in the plan's year, at whichever level, are left out. */
  readonly yearlyCap?: Sourced<number>;
  /** What the cap counts; random inspections where nothing is said. */
  readonly capCounts?: Sourced<'random' | 'all'>;
  /** Everybody once within so many years: who was inspected in the current cycle is left out; the first began with `since`. */
  readonly coverage?: Sourced<{ readonly years: number; readonly since: number }>;
  /** Tickets by risk. */
  readonly weights?: Sourced<RiskWeights>;
  /** Complaints from which on an institution is drawn in the raised stratum. */
  readonly manyComplaints?: Sourced<number>;
};

/** The modes that an organ's rules allow a plan; a plan takes those that it names and no others. */
export function drawModesOf(rules: OrganRules, chosen: readonly (keyof DrawModes)[]): DrawModes {
  const { yearlyCap, capCounts, coverageYears, coverageSince, riskWeights, manyComplaints } = rules;
  const takes = (mode: keyof DrawModes): boolean => chosen.includes(mode);
  return {
    ...(yearlyCap && takes('yearlyCap') ? { yearlyCap } : {}),
    ...(capCounts && takes('capCounts') ? { capCounts } : {}),
    ...(coverageYears && coverageSince && takes('coverage')
      ? {
          coverage: { value: { years: coverageYears.value, since: coverageSince.value }, source: coverageYears.source },
        }
      : {}),
    ...(riskWeights && takes('weights') ? { weights: riskWeights } : {}),
    ...(manyComplaints && takes('manyComplaints') ? { manyComplaints } : {}),
  };
}
