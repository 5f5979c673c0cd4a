import { quotaSize, type Rounding } from '.';

const size = (of: number, basisPoints: number, rounding: Rounding, atLeast = 0): number =>
  quotaSize({ basisPoints, rounding, atLeast }, of);

describe('the sample size of a quota', () => {
  it.each<[Rounding, number]>([
    ['ceil', 5],
    ['half-up', 5],
    ['floor', 4],
  ])('R36 C3 trap 1: 10% of 48 law firms with %s is %i', (rounding, expected) => {
    expect(size(48, 1000, rounding)).toBe(expected);
  });

  it('R36 C3 trap 1: a float would inspect one too many, whole numbers do not', () => {
    expect(Math.ceil(0.07 * 100)).toBe(8);
    expect(size(100, 700, 'ceil')).toBe(7);
    expect(size(25, 2800, 'ceil')).toBe(7);
    expect(size(25, 5600, 'ceil')).toBe(14);
  });

  it('R37 R42 C3 trap 1: the minimum lifts what was rounded to none, up to all there are', () => {
    expect(size(2, 2000, 'half-up')).toBe(0);
    expect(size(2, 2000, 'half-up', 1)).toBe(1);
    expect(size(1, 2000, 'half-up', 2)).toBe(1);
    expect(size(0, 10_000, 'ceil', 2)).toBe(0);
  });

  it('C3: half of one is up, a fixed number and all are quotas too', () => {
    expect(size(5, 1000, 'half-up')).toBe(1);
    expect(size(4, 1000, 'half-up')).toBe(0);
    expect(size(48, 0, 'ceil', 3)).toBe(3);
    expect(size(48, 10_000, 'floor')).toBe(48);
  });

  it('C3: loses nothing where the product is above 2^53', () => {
    expect(size(9_007_199_254_740_991, 9_999, 'floor')).toBe(9_006_298_534_815_516);
    expect(size(9_007_199_254_740_991, 9_999, 'ceil')).toBe(9_006_298_534_815_517);
  });
});
