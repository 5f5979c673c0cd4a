import type { DrawModes, RiskWeights } from '@srd/domain/organ';
import type { CheckFact, ObjectFact, RiskFact, TaskFact } from './facts';

export const riskIndicators = ['complaints', 'penalties', 'overdue', 'listed', 'grade'] as const;
export type RiskIndicator = (typeof riskIndicators)[number];

/** What each indicator adds to the one ticket that everybody holds. */
export type RiskPart = { readonly indicator: RiskIndicator; readonly count: number; readonly tickets: number };

/** Tickets by the plan's weights, part by part; `weight` is their sum and the one ticket, never more than `atMost` (R49, R97). */
export function explainWeight(
  weights: RiskWeights,
  { complaints, penalties, overdue = 0, grade }: RiskFact,
  listed: boolean,
): { readonly weight: number; readonly parts: readonly RiskPart[]; readonly capped: boolean } {
  const graded = weights.grades.find((each) => each.grade === grade)?.add ?? 0;
  const parts = [
    { indicator: 'complaints', count: complaints, tickets: weights.perComplaint * complaints },
    { indicator: 'penalties', count: penalties, tickets: weights.perPenalty * penalties },
    { indicator: 'overdue', count: overdue, tickets: (weights.perOverdue ?? 0) * overdue },
    { indicator: 'listed', count: listed ? 1 : 0, tickets: listed ? weights.listed : 0 },
    { indicator: 'grade', count: graded > 0 ? 1 : 0, tickets: graded },
  ] as const;
  const sum = parts.reduce((tickets, part) => tickets + part.tickets, 1);
  const weight = Math.min(weights.atMost, sum);
  return { weight, parts: parts.filter(({ count }) => count > 0), capped: weight < sum };
}

/** Tickets of an institution by the plan's weights, 1 to `atMost` (R49): complaints, penalties, late rectifications, a listing, its credit grade. */
export function weightOf(weights: RiskWeights, risk: RiskFact, listed: boolean): number {
  return explainWeight(weights, risk, listed).weight;
}

/** Whether an object is drawn in the raised stratum: listed, or complained about so often (R49, C13). For an allotment's count too. */
export function isRaised(
  { listed, risk }: Pick<ObjectFact, 'listed' | 'risk'>,
  { manyComplaints }: Pick<DrawModes, 'manyComplaints'> = {},
): boolean {
  return listed || (manyComplaints !== undefined && (risk?.complaints ?? 0) >= manyComplaints.value);
}

const told = ({ organName, visitedOn }: CheckFact): string => `${organName}${visitedOn}`;

/** Inspected so often in the plan's year, at whichever level: left out, with who inspected when (R48, C10, traps 11 and 13). */
function overCap(checks: readonly CheckFact[], year: number, { yearlyCap, capCounts }: DrawModes): string | null {
  if (!yearlyCap) return null;
  const counted = checks.filter(
    ({ countsFor, purpose }) => countsFor === year && (capCounts?.value === 'all' || purpose === 'random'),
  );
  if (counted.length < yearlyCap.value) return null;
  return `${year}年度已检查${counted.length}次（${counted.map(told).join('、')}），达到每年上限${yearlyCap.value}次`;
}

/** The cycle of years that a year falls into; `null` before the first. */
export function cycleOf(
  year: number,
  { years, since }: { readonly years: number; readonly since: number },
): { readonly from: number; readonly to: number } | null {
  if (year < since) return null;
  const from = since + Math.floor((year - since) / years) * years;
  return { from, to: from + years - 1 };
}

/** Inspected in the current coverage cycle: left out until the next begins (R54). */
function covered(checks: readonly CheckFact[], year: number, { coverage }: DrawModes): string | null {
  const cycle = coverage && cycleOf(year, coverage.value);
  if (!cycle) return null;
  const check = checks.find(({ countsFor }) => countsFor >= cycle.from && countsFor <= cycle.to);
  if (!check) return null;
  const span = cycle.from === cycle.to ? `${cycle.from}年` : `${cycle.from}—${cycle.to}年`;
  return `${span}全覆盖周期内已检查（${told(check)}）`;
}

/** Why a disclosed mode of the plan keeps an object out of this draw; `null` when none does (R48, R54, C10). */
export function exclusionByMode(checks: readonly CheckFact[], { year, modes }: TaskFact): string | null {
  if (year === undefined || !modes) return null;
  return overCap(checks, year, modes) ?? covered(checks, year, modes);
}
