import type { PlanCommand, Ratio, TaskContent, TaskRemark } from './index';
import { deviationOf, ruleRemarks, sampleOf } from './index';
import { chaozhou2023, chaozhouCounty2023, kazuo2024, type Sector } from '@srd/domain/organ';
import {
  consent,
  decided,
  givenPlan,
  itemFacts,
  items,
  planWith,
  released,
  roster,
  rosters,
  row,
  rows,
  submitted,
  supervision,
  type Step,
} from './plan.fixture';

const remarks = (command: PlanCommand, ...steps: readonly Step[]): readonly TaskRemark[] => {
  const [event] = givenPlan(...steps).when(command, supervision).recorded;
  return event?.type === 'TaskAllotted' ? (event.data.remarks ?? []) : [];
};
const allot = (
  n: number,
  sector: 'law-firm' | 'notary-office',
  of: number,
  toleranceBasisPoints?: number,
): PlanCommand => ({
  type: 'AllotTask',
  data: {
    task: `task-${n}`,
    pool: [{ sector, listed: false, of, excluded: [] }],
    items: itemFacts,
    ...(toleranceBasisPoints !== undefined && { toleranceBasisPoints }),
  },
});

describe('what is seen beside the numbers of an allotment', () => {
  it('C4 C3 marks a minimum and a rounding that no document gives', () => {
    const found = remarks(allot(4, 'law-firm', 48), ...planWith(4), submitted, released);
    expect(found).toContainEqual({ code: 'MINIMUM_INTERPRETED', atLeast: 1, note: '每次最少1家系解释适用（C4）' });
    expect(found.map(({ code }) => code)).toContain('ROUNDING_OWN');
  });
  it('R47 C3 shows how far 5 of 48 lies from 10%左右, and whether inside the organ’s band', () => {
    const steps = [...planWith(4), submitted, released] as const;
    const deviation = { code: 'RATIO_DEVIATION', nominal: 1000, actual: 1042, difference: 42 };
    expect(remarks(allot(4, 'law-firm', 48, 500), ...steps)).toContainEqual({
      ...deviation,
      tolerance: 500,
      within: true,
    });
    expect(remarks(allot(4, 'law-firm', 48, 40), ...steps)).toContainEqual({
      ...deviation,
      tolerance: 40,
      within: false,
    });
    expect(remarks(allot(4, 'law-firm', 48), ...steps)).toContainEqual({ ...deviation, tolerance: null, within: null });
  });
  it('R47 judges no band where the document does not say 左右', () => {
    const source = { kind: 'own', note: '定额' } as const;
    const sample = sampleOf({ basisPoints: 1000, rounding: 'ceil', atLeast: 1 }, 48);
    expect(deviationOf({ basisPoints: 1000, about: false, source }, sample, 500).within).toBeNull();
    expect(deviationOf({ basisPoints: 1000, about: true, source }, sample, 500).within).toBe(true);
  });
  it('R40 C12 says that a minimum lifted the number, and that a pool of one needs no lot', () => {
    const halfUp = { ...row(2), rounding: { ...row(2).rounding, value: 'half-up' as const } };
    const steps = [
      ...planWith(),
      [{ type: 'DraftTask', data: { task: 'task-2', content: halfUp } }],
      [{ type: 'SubmitPlan', data: { rosters: [roster('notary-office', 1)] } }],
      consent('task-2'),
      decided('task-2:RATIO_MISMATCH', 'table'),
      decided('task-2:TOTAL_MISMATCH', 'library'),
      released,
    ] as const;
    const found = remarks(allot(2, 'notary-office', 1), ...steps);
    expect(found).toContainEqual({ code: 'LIFTED_BY_MINIMUM', stratum: 'notary-office', rounded: 0, size: 1 });
    expect(found).toContainEqual({ code: 'NO_LOT_NEEDED', stratum: 'notary-office', of: 1 });
  });
});

describe('the plan beside the organ’s rules', () => {
  const tasks = rows.map((content) => ({ id: `task-${content.number}`, content }));

  it('R36 R38 R40 R41 finds nothing in 潮州’s own table under its own rules', () =>
    expect(Object.values(ruleRemarks(2023, tasks, chaozhou2023.rules)).flat()).toEqual([]));
  it('R37 R39 C15 says that a county’s rule asks for two checks a year and another ratio', () => {
    const county = chaozhouCounty2023('潮安区司法局', 'chaozhou').rules;
    expect(ruleRemarks(2023, tasks, county)['task-4']).toEqual([
      { code: 'FREQUENCY_UNLIKE_RULE', sector: 'law-firm', perYear: 2, planned: 1 },
      { code: 'RATIO_UNLIKE_RULE', sector: 'law-firm', rule: 2000, row: 1000 },
    ]);
    expect(ruleRemarks(2023, tasks, county)['task-3']).toEqual([
      { code: 'FREQUENCY_UNLIKE_RULE', sector: 'grassroots-office', perYear: 2, planned: 1 },
    ]);
  });
  describe('喀左', () => {
    /** One row for each sector as the scheme has it: a number of bodies, or all. */
    const ratioOf = (basisPoints: number): Ratio | null =>
      basisPoints === 0 ? null : { basisPoints, about: false, source: { kind: 'own', note: '每年检查全部' } };
    const rowOf = (sector: Sector): TaskContent => ({
      ...row(4),
      objects: { sectors: [sector], practitioners: false },
      ratios: { table: ratioOf(kazuo2024.rules.sampling[sector]?.value.basisPoints ?? 0), text: null },
    });
    const found = (...rowsOf: readonly TaskContent[]) =>
      Object.values(
        ruleRemarks(
          2024,
          rowsOf.map((content, n) => ({ id: `t${n}`, content })),
          kazuo2024.rules,
        ),
      ).flat();

    it.each([
      ['R42', 'law-firm'],
      ['R43', 'notary-office'],
      ['R44', 'grassroots-office'],
      ['R45', 'forensic-institution'],
      ['R46', 'legal-aid-agency'],
    ] as const)('%s C15 is to check %s once a year, and the plan says where it differs', (_number, sector) => {
      expect(found(rowOf(sector))).toEqual([]);
      const twice = { code: 'FREQUENCY_UNLIKE_RULE', sector, perYear: 1, planned: 2 };
      expect(found(rowOf(sector), rowOf(sector))).toEqual([twice, twice]);
      const other: TaskContent = { ...rowOf(sector), ratios: { table: ratioOf(3000), text: null } };
      const rule = kazuo2024.rules.sampling[sector]?.value.basisPoints;
      expect(found(other)).toEqual([{ code: 'RATIO_UNLIKE_RULE', sector, rule, row: 3000 }]);
    });
  });
  it('C22 says that work goes on after the day of the annual report', () => {
    const late = { ...row(4), window: { from: row(4).window.from, to: '2023-11-30' as never, text: '2023年7-11月' } };
    expect(ruleRemarks(2023, [{ id: 't', content: late }], chaozhou2023.rules)['t']).toEqual([
      { code: 'WINDOW_AFTER_REPORT', to: '2023-11-30', dueOn: '2023-10-31' },
    ]);
  });
});

describe('an item without a basis', () => {
  const aid = {
    ...row(4),
    objects: { sectors: ['legal-aid-agency'], practitioners: false },
    items: items['legal-aid-agency'],
    totals: { institutions: 1, practitioners: null },
  } as const;
  const library = [roster('legal-aid-agency', 1)];
  const check = (facts = itemFacts): PlanCommand => ({ type: 'CheckPlan', data: { rosters: library, items: facts } });
  const draft = [...planWith(), [{ type: 'DraftTask', data: { task: 't', content: aid } }]] as const;

  it('R25 C11 is a contradiction of the plan, with the item and the sector by name', () => {
    const { state } = givenPlan(...draft).when(check());
    expect(state.conflicts['t:ITEM_WITHOUT_BASIS']).toMatchObject({
      status: 'open',
      finding: {
        items: [{ id: 'item-legal-aid', name: '对legal-aid-agency的检查', flaw: 'no-basis' }],
        sectors: ['legal-aid-agency'],
      },
    });
  });
  it('R25 C11 can not be decided away, holds up the release, and lapses when the list gives a basis', () => {
    const found = givenPlan(...draft, [{ type: 'SubmitPlan', data: { rosters: library, items: itemFacts } }]);
    found.when(...decided('t:ITEM_WITHOUT_BASIS', 'library')).refused('ITEM_WITHOUT_BASIS');
    found.when({ type: 'ReleasePlan', data: {} }, supervision).refused('CONFLICT_OPEN');
    const mended = itemFacts.map((item) => ({ ...item, basis: '《中华人民共和国法律援助法》第五条' }));
    expect(found.when(check(mended)).state.conflicts['t:ITEM_WITHOUT_BASIS']?.status).toBe('lapsed');
    expect(found.when({ type: 'CheckPlan', data: { rosters: library } }).recorded).toEqual([]);
  });
  it('R23 R25 tells an item that is withdrawn or unknown from one without a basis', () => {
    const withdrawn = itemFacts.map((item) => ({ ...item, inForce: false }));
    const flawOf = (facts: typeof itemFacts): unknown =>
      givenPlan(...draft).when(check(facts)).state.conflicts['t:ITEM_WITHOUT_BASIS']?.finding;
    expect(flawOf(withdrawn)).toMatchObject({ items: [{ flaw: 'not-in-force' }] });
    expect(flawOf([])).toMatchObject({ items: [{ flaw: 'not-in-catalogue' }] });
  });
  it('R25 leaves rows be whose items have their basis', () => {
    const { state } = givenPlan(...planWith(4)).when({ type: 'CheckPlan', data: { rosters, items: itemFacts } });
    expect(state.conflicts).toEqual({});
  });
});
