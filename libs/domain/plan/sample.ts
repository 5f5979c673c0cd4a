import type { Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import { quotaSize } from '@srd/proof/draw';

/** The rule that turns a pool into a sample, in whole numbers (C3, trap 1). */
export type SampleRule = {
  readonly basisPoints: number;
  readonly rounding: 'ceil' | 'floor' | 'half-up';
  readonly atLeast: number;
};

/** A sample with the way it came about: `exact` as a decimal text (「4.8」), what rounding gave, whether the minimum lifted it. */
export type Sample = {
  readonly exact: string;
  readonly rounded: number;
  readonly liftedByMinimum: boolean;
  readonly size: number;
  /** size / of, rounded half up; 0 for an empty pool. */
  readonly actualBasisPoints: number;
};

/** One stratum of the pool on the day of allotment: `<sector>`, or `<sector>.listed` for listed objects (C13). */
export type AllottedQuota = SampleRule &
  Sample & { readonly stratum: Id; readonly sector: Sector; readonly listed: boolean; readonly of: number };

/** The pool of practitioners and the rule of its sample (R19, C5). */
export type PractitionerRule = { readonly from: 'drawn' | 'all'; readonly rule: SampleRule };

/** How many practitioners of each sector; `of` and `size` null where the drawn institutions will say. */
export type AllottedPractitioners = {
  readonly from: 'drawn' | 'all';
  readonly quotas: readonly (SampleRule & {
    readonly stratum: Id;
    readonly sector: Sector;
    readonly of: number | null;
    readonly size: number | null;
  })[];
};

/** `basisPoints × of / 10000` as a decimal text, without a floating point anywhere. */
function exactText(basisPoints: number, of: number): string {
  const product = basisPoints * of;
  const fraction = String(product % 10000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(product / 10000)}${fraction ? `.${fraction}` : ''}`;
}

/** How many of `of` objects the rule asks for, and why (R36–R46, trap 1). */
export function sampleOf(rule: SampleRule, of: number): Sample {
  const size = quotaSize(rule, of);
  const rounded = quotaSize({ ...rule, atLeast: 0 }, of);
  return {
    exact: exactText(rule.basisPoints, of),
    rounded,
    liftedByMinimum: size > rounded,
    size,
    actualBasisPoints: of === 0 ? 0 : Math.floor((size * 20000 + of) / (2 * of)),
  };
}
