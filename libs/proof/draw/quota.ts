import type { QuotaRule } from './document';

/**
 * How many of `of` candidates a plan's rule draws (R36–R41, C3): min(of, max(atLeast, round(basisPoints × of / 10000))).
 * Whole numbers throughout: 0.07 × 100 is 7.000000000000001 in floating point, and rounded up that inspects an eighth body.
 */
export function quotaSize({ basisPoints, rounding, atLeast }: QuotaRule, of: number): number {
  // A product of two safe integers needs up to 106 bits.
  const exact = BigInt(basisPoints) * BigInt(of);
  const added = { ceil: 9_999n, 'half-up': 5_000n, floor: 0n }[rounding];
  return Math.min(of, Math.max(atLeast, Number((exact + added) / 10_000n)));
}
