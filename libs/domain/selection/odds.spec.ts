import { createHash } from 'node:crypto';
import { day } from '@srd/kernel';
import { flawOfRequest } from '@srd/proof/draw';
import type { DrawModes, RiskWeights } from '@srd/domain/organ';
import {
  cycleOf,
  explainWeight,
  isRaised,
  objectRequest,
  overlapsOf,
  publicView,
  weightOf,
  type CheckFact,
  type TaskFact,
} from './index';
import { drawsWith, firm, firms, head, nine, task, ten, witnesses } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, givenDraw } = drawsWith(hash);

const source = { kind: 'own', note: '本机关自定' } as const;
const weights: RiskWeights = {
  perComplaint: 2,
  perPenalty: 10,
  listed: 20,
  grades: [{ grade: 'D', add: 15 }],
  atMost: 50,
};
const quiet = { complaints: 0, penalties: 0, grade: null };
const withModes = (modes: DrawModes, year = 2023): TaskFact => ({ ...task, year, modes });
const check = (organName: string, visitedOn: string, change: Partial<CheckFact> = {}): CheckFact => ({
  organ: organName === '潮州市司法局' ? 'chaozhou' : 'chaoan',
  organName,
  purpose: 'random',
  visitedOn: day(visitedOn),
  countsFor: Number(visitedOn.slice(0, 4)),
  ...change,
});
const excludedOf = (fact: TaskFact, checks: readonly CheckFact[]) =>
  objectRequest(head(), fact, [firm(1, { checks }), firm(2)], witnesses).request.excluded;

describe('weights by risk', () => {
  it('R49 gives one ticket to all and more for complaints, penalties, a listing, a grade, up to the limit', () => {
    expect(weightOf(weights, quiet, false)).toBe(1);
    expect(weightOf(weights, { complaints: 3, penalties: 1, grade: null }, false)).toBe(17);
    expect(weightOf(weights, { ...quiet, grade: 'D' }, true)).toBe(36);
    expect(weightOf(weights, { complaints: 90, penalties: 9, grade: 'D' }, true)).toBe(50);
  });
  it('R97 explains the tickets part by part, late rectifications among them, and says where the limit cut', () => {
    const late = { ...weights, perOverdue: 4 };
    const risk = { complaints: 3, penalties: 0, overdue: 2, grade: 'D' };
    expect(explainWeight(late, risk, true)).toEqual({
      weight: 50,
      capped: false,
      parts: [
        { indicator: 'complaints', count: 3, tickets: 6 },
        { indicator: 'overdue', count: 2, tickets: 8 },
        { indicator: 'listed', count: 1, tickets: 20 },
        { indicator: 'grade', count: 1, tickets: 15 },
      ],
    });
    expect(explainWeight({ ...late, atMost: 49 }, risk, true)).toMatchObject({ weight: 49, capped: true });
    expect(explainWeight(weights, risk, true).weight).toBe(42);
    expect(explainWeight(late, quiet, false)).toEqual({ weight: 1, capped: false, parts: [] });
  });
  it('R49 R91 R92 C13 the freeze quotes why a candidate is raised, and says nothing of it in public', () => {
    const raised = [{ id: firm(1).id, name: firm(1).name, reasons: ['执业异常对象名单，2023-06-01列入'] }];
    const command = freezeObjects({});
    const quoting = { ...command, data: { ...command.data, raised } } as typeof command;
    const { state } = givenDraw([quoting, nine]);
    expect(state.attempts[0]?.raised).toEqual(raised);
    expect(JSON.stringify(publicView(state))).not.toContain('2023-06-01列入');
    expect(givenDraw([command, nine]).state.attempts[0]).not.toHaveProperty('raised');
  });
  it('R49 stands in the request as tickets that anybody can see, and the mode beside it in public', () => {
    const raised = withModes({ weights: { value: weights, source } });
    const roster = [firm(1, { risk: { ...quiet, complaints: 4 } }), firm(2, { risk: quiet }), ...firms(9).slice(2)];
    const { request } = objectRequest(head(), raised, roster, witnesses);
    expect(request.candidates.slice(0, 3).map(({ weight }) => weight)).toEqual([9, 1, 1]);
    expect(flawOfRequest(request)).toBeNull();
    const { state } = givenDraw([freezeObjects({ roster, task: raised }), nine]);
    expect(publicView(state).attempts[0]?.modes).toEqual(raised.modes);
  });
  it('R64 R49 refuses tickets that the plan does not disclose', () => {
    const roster = [firm(1, { weight: 5 }), firm(2)];
    givenDraw().when(freezeObjects({ roster }), nine).refused('WEIGHT_NOT_THE_PLANS');
    const low = withModes({ weights: { value: { ...weights, atMost: 4 }, source } });
    givenDraw()
      .when(freezeObjects({ roster, task: low }), nine)
      .refused('WEIGHT_NOT_THE_PLANS');
    expect(
      givenDraw().when(freezeObjects({ roster, task: withModes({ weights: { value: weights, source } }) }), nine)
        .recorded,
    ).toHaveLength(1);
  });
  it('R49 C13 much complained-about institutions stand with the listed ones, where the plan draws them apart', () => {
    const modes: DrawModes = { manyComplaints: { value: 5, source } };
    const half = { ...ten, basisPoints: 5000, atLeast: 0 };
    const roster = [
      ...firms(8),
      firm(9, { listed: true }),
      firm(10, { risk: { ...quiet, complaints: 5 } }),
      firm(11, { risk: { ...quiet, complaints: 4 } }),
    ];
    const apart = { ...withModes(modes), rules: { open: ten, listed: half } };
    const { request } = objectRequest(head(), apart, roster, witnesses);
    expect(request.quotas.map(({ stratum, of, size }) => [stratum, of, size])).toEqual([
      ['law-firm', 9, 1],
      ['law-firm.listed', 2, 1],
    ]);
    expect(objectRequest(head(), withModes(modes), roster, witnesses).request.quotas).toHaveLength(1);
    expect(isRaised({ listed: false, risk: { ...quiet, complaints: 99 } })).toBe(false);
  });
});

describe('the cap across levels', () => {
  const capped = withModes({ yearlyCap: { value: 2, source } });
  const may = check('潮安区司法局', '2023-05-10');
  const july = check('潮州市司法局', '2023-07-12');

  it('trap 13 C10 R48 city in July and county in May: X is left out of the second half with both in the reason', () => {
    expect(excludedOf(capped, [may, july])).toEqual([
      {
        id: 'firm-01',
        name: '律师事务所01',
        reason: '2023年度已检查2次（潮安区司法局2023-05-10、潮州市司法局2023-07-12），达到每年上限2次',
      },
    ]);
  });
  it('C10 R48 leaves be who was inspected less often, or in another year', () => {
    expect(excludedOf(capped, [july])).toEqual([]);
    expect(excludedOf(capped, [july, check('潮州市司法局', '2022-07-12')])).toEqual([]);
  });
  it('trap 13 a visit of January counts for the year of its plan', () => {
    const late = check('潮安区司法局', '2023-01-04', { countsFor: 2022 });
    expect(excludedOf(capped, [late, july])).toEqual([]);
  });
  it('trap 11 inspections for cause count where the organ’s rule says so, and not otherwise', () => {
    const complaint = { ...may, purpose: 'for-cause' } as const;
    expect(excludedOf(capped, [complaint, july])).toEqual([]);
    const all = withModes({ yearlyCap: { value: 2, source }, capCounts: { value: 'all', source } });
    expect(excludedOf(all, [complaint, july])).toHaveLength(1);
  });
  it('C10 R48 trap 11 proposes one visit where two levels wait for the same object on common days', () => {
    const level = (
      organ: string,
      from: string,
      to: string,
      objects: readonly string[],
      purpose: 'random' | 'for-cause',
    ) => ({
      organ,
      organName: organ,
      task: `${organ}-1`,
      from: day(from),
      to: day(to),
      purpose,
      objects,
    });
    const city = level('chaozhou', '2023-07-01', '2023-08-31', ['x', 'y'], 'random');
    const complaint = level('chaoan', '2023-08-10', '2023-09-10', ['x'], 'for-cause');
    expect(overlapsOf([city, complaint])).toMatchObject([
      {
        object: 'x',
        inspections: [{ organ: 'chaozhou' }, { organ: 'chaoan', purpose: 'for-cause' }],
        merge: { from: '2023-08-10', to: '2023-08-31' },
      },
    ]);
    expect(overlapsOf([city, { ...complaint, from: day('2023-09-01') }])).toMatchObject([{ object: 'x', merge: null }]);
    expect(overlapsOf([city])).toEqual([]);
  });
});

describe('the coverage cycle', () => {
  const coverage = { value: { years: 3, since: 2023 }, source };

  it('R54 who was inspected in the current cycle is left out with that reason', () => {
    const second = withModes({ coverage }, 2024);
    expect(excludedOf(second, [check('潮州市司法局', '2023-07-12')])).toMatchObject([
      { id: 'firm-01', reason: '2023—2025年全覆盖周期内已检查（潮州市司法局2023-07-12）' },
    ]);
  });
  it('R54 a new cycle takes everybody in again, and nothing from before the first counts', () => {
    expect(excludedOf(withModes({ coverage }, 2026), [check('潮州市司法局', '2025-07-12')])).toEqual([]);
    expect(excludedOf(withModes({ coverage }, 2023), [check('潮州市司法局', '2022-07-12')])).toEqual([]);
    expect([2022, 2023, 2025, 2026].map((year) => cycleOf(year, coverage.value)?.from)).toEqual([
      undefined,
      2023,
      2023,
      2026,
    ]);
  });
  it('R54 excludes nobody where the plan does not say so', () =>
    expect(excludedOf({ ...task, year: 2024 }, [check('潮州市司法局', '2023-07-12')])).toEqual([]));
});
