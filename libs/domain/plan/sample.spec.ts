import { chaozhou2023, chaozhouCounty2023, kazuo2024, type OrganPreset, type Sector } from '@srd/domain/organ';
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

describe('the samples of the two documents', () => {
  const county = chaozhouCounty2023('潮安区司法局', 'chaozhou');

  it.each<[string, Sector, number, OrganPreset, string, number, number]>([
    ['R36', 'law-firm', 48, chaozhou2023, '4.8', 5, 1042],
    ['R37', 'law-firm', 11, county, '2.2', 3, 2727],
    ['R38', 'grassroots-office', 5, chaozhou2023, '1', 1, 2000],
    ['R39', 'grassroots-office', 6, county, '1.2', 2, 3333],
    ['R40', 'notary-office', 3, chaozhou2023, '0.9', 1, 3333],
    ['R41', 'forensic-institution', 7, chaozhou2023, '3.5', 4, 5714],
    ['R42', 'law-firm', 6, kazuo2024, '0', 2, 3333],
    ['R43', 'notary-office', 1, kazuo2024, '1', 1, 10000],
    ['R44', 'grassroots-office', 8, kazuo2024, '0', 1, 1250],
    ['R45', 'forensic-institution', 3, kazuo2024, '3', 3, 10000],
    ['R46', 'legal-aid-agency', 1, kazuo2024, '1', 1, 10000],
  ])('%s %s, of %i', (_number, sector, of, { rules }, exact, size, actualBasisPoints) => {
    const rule = rules.sampling[sector]!.value;
    expect(sampleOf(rule, of)).toMatchObject({ exact, size, actualBasisPoints });
    expect(sampleOf(rule, 0)).toMatchObject({ size: 0, actualBasisPoints: 0 });
  });
});
