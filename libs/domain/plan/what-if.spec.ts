import { quotaSize } from '@srd/proof/draw';
import fc from 'fast-check';
import { day } from '@srd/kernel';
import { whatIf, type WhatIf, type WhatIfObject, type WhatIfTask } from './index';
import { chanceOfMissing, chanceOfNever, type WeightClass } from './chance';
import { fraction, fractionText, plus, rest, times, zero, type Fraction } from './fraction';
import { row } from './plan.fixture';

const objects = (count: number, change: Partial<WhatIfObject> = {}): readonly WhatIfObject[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `f${String(i + 1).padStart(2, '0')}`,
    name: `机构${i + 1}`,
    listed: false,
    weight: 1,
    ...change,
  }));
const inspector = (letter: string) => ({
  id: `i-${letter}`,
  person: `p-${letter}`,
  organ: 'chaozhou',
  active: true,
  capacity: 9,
  certificates: [{ validFrom: day('2023-01-01'), validUntil: day('2023-12-31') }],
  fields: ['law-firm'],
  absences: [],
});
const firms: WhatIfTask = {
  id: 'task-4',
  content: row(4),
  ratio: { from: 'table', basisPoints: 1000 },
  pool: [{ sector: 'law-firm', objects: objects(48) }],
  perYear: 1,
};
const facts: WhatIf = {
  organ: 'chaozhou',
  organName: '潮州市司法局',
  tasks: [firms],
  years: 3,
  teamSize: 2,
  partnerSeats: 1,
  inspectors: ['a', 'b', 'c', 'd'].map(inspector),
  bars: { interests: [], inspections: [], rotationWaivers: [], rotationMonths: 12 },
  otherLevels: [],
  yearlyCap: 2,
};

describe('what if the plan were submitted', () => {
  it('R36 C3 tells sizes and remarks as the allotment would', () => {
    const [task] = whatIf(facts).tasks;
    expect(task).toMatchObject({
      cases: 5,
      strata: [{ stratum: 'law-firm', of: 48, size: 5, exact: '4.8', actualBasisPoints: 1042 }],
    });
    expect(task?.remarks.map(({ code }) => code)).toContain('MINIMUM_INTERPRETED');
  });
  it('R48 R54 C25 tells the exact chance of not being inspected in 1, 2, 3 years: (43/48)^n', () => {
    const [chance] = whatIf(facts).tasks[0]!.strata[0]!.chances;
    expect(chance).toMatchObject({ count: 48, next: { numerator: '5', denominator: '48', basisPoints: 1042 } });
    expect(chance?.neverWithin).toEqual([
      { numerator: '43', denominator: '48', basisPoints: 8958 },
      { numerator: '1849', denominator: '2304', basisPoints: 8025 },
      { numerator: '79507', denominator: '110592', basisPoints: 7189 },
    ]);
  });
  it('R54 a coverage cycle brings the chance down to nought within its years', () => {
    const source = { kind: 'own', note: '本机关自定' } as const;
    const covering: WhatIfTask = {
      ...firms,
      content: { ...row(4), modes: { coverage: { value: { years: 3, since: 2023 }, source } } },
      ratio: { from: 'table', basisPoints: 5000 },
      pool: [{ sector: 'law-firm', objects: objects(3) }],
    };
    const [chance] = whatIf({ ...facts, tasks: [covering] }).tasks[0]!.strata[0]!.chances;
    expect(chance?.neverWithin.map((never) => never && `${never.numerator}/${never.denominator}`)).toEqual([
      '1/3',
      '0/1',
      '0/1',
    ]);
  });
  it('R49 more tickets raise the chance and fix nothing', () => {
    const pool = [
      { sector: 'law-firm' as const, objects: [...objects(9), { ...objects(1)[0]!, id: 'x', weight: 10 }] },
    ];
    const [light, heavy] = whatIf({ ...facts, tasks: [{ ...firms, pool }] }).tasks[0]!.strata[0]!.chances;
    expect(heavy?.next).toEqual({ numerator: '10', denominator: '19', basisPoints: 5263 });
    expect(light?.next).toEqual({ numerator: '1', denominator: '19', basisPoints: 526 });
  });
  it('R49 C13 tells the raised stratum apart', () => {
    const source = { kind: 'own', note: '加大检查力度' } as const;
    const content = { ...row(4), listedRatio: { basisPoints: 5000, about: false, source } };
    const pool = [{ sector: 'law-firm' as const, objects: [...objects(46), ...objects(2, { listed: true })] }];
    const { strata } = whatIf({ ...facts, tasks: [{ ...firms, content, pool }] }).tasks[0]!;
    expect(strata.map(({ stratum, of, size }) => [stratum, of, size])).toEqual([
      ['law-firm', 46, 5],
      ['law-firm.listed', 2, 1],
    ]);
  });
  it('R56 R60 tells the workload: 10 seats on 4 inspectors, 3 at least for somebody', () =>
    expect(whatIf(facts).teams).toMatchObject({
      inspections: 5,
      places: 10,
      inspectors: 4,
      meanHundredths: 250,
      most: 3,
      feasible: true,
      shortage: null,
    }));
  it('R59 R61 trap 5 says before the submission that teams can not be filled, and what would help', () => {
    const interests = ['a', 'b', 'c'].map((letter) => ({
      person: `p-${letter}`,
      object: 'f07',
      from: null,
      until: null,
    }));
    const { teams } = whatIf({ ...facts, bars: { ...facts.bars, interests } });
    expect(teams).toMatchObject({
      feasible: false,
      most: null,
      supposed: [{ object: 'f07', barred: 3 }, {}, {}, {}, {}],
    });
    expect(teams.shortage?.sentence).toContain('1 家机构需 2 人次');
  });
  it('R22 counts nobody whose certificate ends inside the window', () => {
    const ending = facts.inspectors.map((each) => ({
      ...each,
      certificates: [{ validFrom: day('2023-01-01'), validUntil: day('2023-08-15') }],
    }));
    expect(whatIf({ ...facts, inspectors: ending }).teams.feasible).toBe(false);
  });
  it('R4 R60 gives a joint task the partner’s seats', () => {
    const content = { ...row(1), partners: [{ organ: 'drc', name: '潮州市发展和改革局' }] };
    const pool = [{ sector: 'forensic-institution' as const, objects: objects(2) }];
    const { teams } = whatIf({ ...facts, tasks: [{ ...firms, content, pool }] });
    expect(teams).toMatchObject({ inspections: 1, places: 3, feasible: false });
  });
});

describe('the burden of an institution across levels', () => {
  const county = {
    organ: 'chaoan',
    organName: '潮安区司法局',
    task: 'chaoan-2023-1',
    objects: ['f01', 'f02', 'f03', 'f04', 'f05'],
    size: 1,
    drawsLeft: 1,
    drawn: ['f01'],
  };

  it('C10 C25 R48 adds up what city and county may ask, and marks who can come above the cap', () => {
    const { burden, coverage, heaviest } = whatIf({ ...facts, otherLevels: [county] });
    const of = (id: string) => burden.find(({ object }) => object === id);
    // 5/48 by the city, once for certain and 1/5 once more by the county.
    expect(of('f01')).toMatchObject({
      expected: { numerator: '313', denominator: '240', basisPoints: 13042 },
      most: 3,
      overCap: true,
    });
    expect(of('f02')).toMatchObject({ most: 2, overCap: false });
    expect(of('f48')).toMatchObject({ expected: { numerator: '5', denominator: '48' }, most: 1 });
    expect(coverage).toEqual({ pool: 48, cases: 5, basisPoints: 1042 });
    expect(heaviest).toMatchObject({ expected: { basisPoints: 13042 }, most: 3, overCap: 1 });
  });
  it('C10 counts what was drawn elsewhere even where the other level draws no more', () => {
    const { burden } = whatIf({ ...facts, otherLevels: [{ ...county, drawsLeft: 0 }] });
    expect(burden.map(({ most }) => most).slice(0, 3)).toEqual([2, 1, 1]);
    expect(burden[0]?.levels.map(({ organName }) => organName)).toEqual(['潮州市司法局', '潮安区司法局']);
  });
});

describe('the exact chance', () => {
  /** Every order of picks, one by one. */
  function byHand(weights: readonly number[], target: number, size: number): Fraction {
    if (size === 0) return fraction(1);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.reduce<Fraction>(
      (sum, weight, index) =>
        index === target || weight === 0
          ? sum
          : plus(sum, times(fraction(weight, total), byHand(weights.with(index, 0), target, size - 1))),
      zero,
    );
  }

  it('R49 is that of picking one after the other, for any weights', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (weights, t, s) => {
          const target = t % weights.length;
          const size = s % weights.length;
          const classes: WeightClass[] = [...new Set(weights)].map((weight) => ({
            weight,
            count: weights.filter((each) => each === weight).length,
          }));
          expect(chanceOfMissing(classes, weights[target]!, size)).toEqual(byHand(weights, target, size));
        },
      ),
      { numRuns: 150 },
    ));
  it('R36 R48 chances of being drawn add up to the size of the sample', () => {
    const classes = [
      { weight: 1, count: 30 },
      { weight: 3, count: 12 },
      { weight: 20, count: 6 },
    ];
    const sum = classes.reduce<Fraction>(
      (total, { weight, count }) => plus(total, times(fraction(count), rest(chanceOfMissing(classes, weight, 5)!))),
      zero,
    );
    expect(fractionText(sum)).toEqual({ numerator: '5', denominator: '1', basisPoints: 50000 });
  });
  it('R54 a cycle with twice as many draws starts anew after its years', () => {
    const rule = { basisPoints: 5000, rounding: 'ceil', atLeast: 1 } as const;
    const once = chanceOfNever([{ weight: 1, count: 4 }], 1, rule, { years: 1, perYear: 1, coverage: 2 });
    expect(once).toEqual(fraction(1, 2));
    expect(quotaSize(rule, 4)).toBe(2);
    expect(chanceOfNever([{ weight: 1, count: 4 }], 1, rule, { years: 2, perYear: 1, coverage: 2 })).toEqual(
      fraction(1, 4),
    );
  });
  it('tells nothing rather than a guess where a cycle meets unequal weights', () => {
    const classes = [
      { weight: 1, count: 4 },
      { weight: 2, count: 1 },
    ];
    const rule = { basisPoints: 5000, rounding: 'ceil', atLeast: 1 } as const;
    expect(chanceOfNever(classes, 1, rule, { years: 2, perYear: 1, coverage: 2 })).toBeNull();
  });
  it('refuses what is no fraction', () => expect(() => fraction(1, 0)).toThrow(RangeError));
});
