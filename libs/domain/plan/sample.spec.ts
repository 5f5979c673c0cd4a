import { sampleOf, type SampleRule } from './index';

const rule = (percent: number, rounding: SampleRule['rounding'], atLeast = 0): SampleRule => ({
  basisPoints: percent * 100,
  rounding,
  atLeast,
});

describe('sample', () => {
  it.each([
    ['ceil', 5],
    ['half-up', 5],
    ['floor', 4],
  ] as const)('trap 1 C3 10%% of 48 by %s', (rounding, size) => {
    expect(sampleOf(rule(10, rounding), 48)).toMatchObject({ exact: '4.8', size });
  });
  it('trap 1 R47 shows the actual ratio: 5 of 48 is 10.42%', () =>
    expect(sampleOf(rule(10, 'ceil'), 48).actualBasisPoints).toBe(1042));
  it('trap 1 R40 lifts a rounded 0 to the minimum and says so', () =>
    expect(sampleOf(rule(20, 'half-up', 1), 2)).toEqual({
      exact: '0.4',
      rounded: 0,
      liftedByMinimum: true,
      size: 1,
      actualBasisPoints: 5000,
    }));
  it('trap 1 counts in whole numbers: 7% of 100, 28% of 25, 56% of 25', () => {
    expect(sampleOf(rule(7, 'ceil'), 100).size).toBe(7);
    expect(sampleOf(rule(28, 'ceil'), 25).size).toBe(7);
    expect(sampleOf(rule(56, 'ceil'), 25).size).toBe(14);
  });
  it('trap 1 R42 never asks for more than there are', () =>
    expect(sampleOf(rule(0, 'ceil', 2), 1)).toMatchObject({ size: 1, rounded: 0 }));
});
