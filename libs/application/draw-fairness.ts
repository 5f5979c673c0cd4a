import { stratumLabel } from '@srd/domain/plan';
import type { PublicAttempt } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import { chancesOf } from './draw-chances';

/** How often somebody was drawn in a year, against how often that was to be expected. Expectations in basis points: 10000 is once. */
export interface ObjectFairness {
  readonly id: Id;
  readonly name: string;
  /** In how many draws it stood. */
  readonly draws: number;
  readonly observed: number;
  /** Null where the weights of a draw differ too much to compute it exactly. */
  readonly expectedBasisPoints: number | null;
}

export interface StratumFairness {
  readonly stratum: string;
  readonly label: string;
  readonly draws: number;
  readonly candidates: number;
  /** How many were drawn, and how many should have been by the rule. */
  readonly observed: number;
  readonly expected: number;
}

/** Yearly fairness statistics of an organ's object draws. */
export interface Fairness {
  readonly organ: Id;
  readonly year: number;
  /** Draws that count, and revealed ones whose names aren't public yet. */
  readonly draws: number;
  readonly undisclosed: number;
  /** Held by lot or on a platform: nobody can say what chances there were. */
  readonly elsewhere: number;
  readonly strata: readonly StratumFairness[];
  readonly objects: readonly ObjectFairness[];
  /**
   * Sum over objects of (observed − expected)² / variance, in thousandths, and how many objects it sums over: near their number where
   * chance alone decided. Null while too little was drawn to say anything.
   */
  readonly statistic: { readonly thousandths: number; readonly objects: number } | null;
  readonly words: readonly string[];
}

/** Fewer drawn objects than these say nothing about chance. */
const ENOUGH = 30;

interface Tally {
  name: string;
  draws: number;
  observed: number;
  expected: number;
  variance: number;
}

/** Counts a year's revealed attempts. Sums of exact chances, rounded at the end. */
export function fairnessOf(organ: Id, year: number, attempts: readonly PublicAttempt[]): Fairness {
  const strata = new Map<string, { draws: number; candidates: number; observed: number; expected: number }>();
  const objects = new Map<Id, Tally>();
  let counted = 0;
  const elsewhere = attempts.filter(({ way }) => way !== 'own').length;
  for (const { transcript } of attempts) {
    if (!transcript || !('selected' in transcript)) continue;
    counted++;
    const { request } = transcript;
    const selected = new Set(transcript.selected);
    for (const { stratum, of, size } of request.quotas) {
      const sum = strata.get(stratum) ?? { draws: 0, candidates: 0, observed: 0, expected: 0 };
      const drawn = request.candidates.filter((each) => each.stratum === stratum && selected.has(each.id)).length;
      strata.set(stratum, {
        draws: sum.draws + 1,
        candidates: sum.candidates + of,
        observed: sum.observed + drawn,
        expected: sum.expected + size,
      });
    }
    for (const { id, name, chance } of chancesOf(request)) {
      const expected = chance ? Number(chance.numerator) / Number(chance.denominator) : Number.NaN;
      const tally = objects.get(id) ?? { name, draws: 0, observed: 0, expected: 0, variance: 0 };
      tally.draws++;
      tally.observed += selected.has(id) ? 1 : 0;
      tally.expected += expected;
      tally.variance += expected * (1 - expected);
      objects.set(id, tally);
    }
  }
  const undisclosed = attempts.length - counted - elsewhere;
  const tallies = [...objects.values()];
  const drawn = tallies.reduce((sum, { observed }) => sum + observed, 0);
  const uncertain = tallies.filter(({ variance }) => variance > 0);
  const known = tallies.every(({ expected }) => Number.isFinite(expected));
  const spread = uncertain.reduce(
    (sum, { observed, expected, variance }) => sum + (observed - expected) ** 2 / variance,
    0,
  );
  const statistic =
    known && drawn >= ENOUGH ? { thousandths: Math.round(1000 * spread), objects: uncertain.length } : null;
  return {
    organ,
    year,
    draws: counted,
    undisclosed,
    elsewhere,
    strata: [...strata]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([stratum, sum]) => ({ stratum, label: stratumLabel(stratum), ...sum })),
    objects: [...objects]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { name, draws, observed, expected }]) => ({
        id,
        name,
        draws,
        observed,
        expectedBasisPoints: Number.isFinite(expected) ? Math.round(10_000 * expected) : null,
      })),
    statistic,
    words: [
      `${year} 年已公开 ${counted} 次检查对象抽取，共抽中 ${drawn} 家次。`,
      ...(undisclosed > 0 ? [`另有 ${undisclosed} 次的名单尚未到公开之时，未计入。`] : []),
      ...(elsewhere > 0 ? [`另有 ${elsewhere} 次不在本系统进行（现场摇号或平台抽取），机会无从核算，未计入。`] : []),
      statistic === null
        ? `抽中不足 ${ENOUGH} 家次，次数太少，还不能由统计看出是否偏斜；每一次都可以单独复算。`
        : `偏离的统计量为 ${(statistic.thousandths / 1000).toFixed(1)}，机会均等时约为 ${statistic.objects}。`,
    ],
  };
}
