import { context, day } from '@srd/kernel';
import { drawBasis, type PlanCommand } from './index';
import { givenPlan, head, itemFacts, planWith, released, roster, row, submitted, supervision } from './plan.fixture';

const allot = (task: string, of = 48): PlanCommand => ({
  type: 'AllotTask',
  data: { task, pool: [{ sector: 'law-firm', listed: false, of, excluded: [] }], items: itemFacts },
});

describe('allotment', () => {
  const ready = givenPlan(...planWith(4), submitted, released);

  it('R32 refuses to allot before the release', () =>
    givenPlan(...planWith(4), submitted)
      .when(allot('task-4'), supervision)
      .refused('TASK_OUT_OF_TURN'));
  it('R32 trap 1 allots with exact, rounded and actual ratio: 10% of 48 is 5', () => {
    const [event] = ready.when(allot('task-4'), supervision).recorded;
    expect(event).toMatchObject({
      type: 'TaskAllotted',
      data: {
        section: 'lawyer-administration',
        pool: 48,
        cases: 5,
        sample: { exact: '4.8', rounded: 5, liftedByMinimum: false, size: 5, actualBasisPoints: 1042 },
        quotas: [{ stratum: 'law-firm', basisPoints: 1000, of: 48, size: 5 }],
        items: [{ id: 'item-law-firm', revision: 1, basis: '《中华人民共和国律师法》第四条' }],
      },
    });
  });
  it('R32 R64 tells a draw what it may rest on: allotted or not, and by which rule', () => {
    expect(drawBasis(ready.state, 'task-4')).toMatchObject({
      allotted: false,
      sectors: ['law-firm'],
      rules: { open: { basisPoints: 1000, rounding: 'ceil', atLeast: 1 }, listed: null },
      disclosure: 'at-reveal',
    });
    expect(drawBasis(ready.when(allot('task-4'), supervision).state, 'task-4').allotted).toBe(true);
  });
  it('R32 refuses a second allotment', () => {
    const given = givenPlan(...planWith(4), submitted, released, [allot('task-4'), supervision]);
    given.when(allot('task-4'), supervision).refused('TASK_OUT_OF_TURN');
  });
  it('C13 R49 gives listed objects a stratum of their own with the higher ratio', () => {
    const source = { kind: 'own', note: '加大检查力度' } as const;
    const content = { ...row(4), listedRatio: { basisPoints: 5000, about: false, source } };
    const steps = [...planWith(), [{ type: 'DraftTask', data: { task: 't', content } }], submitted, released] as const;
    const pool = [
      { sector: 'law-firm', listed: false, of: 46, excluded: [] },
      { sector: 'law-firm', listed: true, of: 2, excluded: [] },
    ] as const;
    const [event] = givenPlan(...steps).when(
      { type: 'AllotTask', data: { task: 't', pool, items: itemFacts } },
      supervision,
    ).recorded;
    expect(event).toMatchObject({
      data: {
        pool: 48,
        cases: 6,
        quotas: [
          { stratum: 'law-firm', size: 5 },
          { stratum: 'law-firm.listed', size: 1 },
        ],
      },
    });
  });
  it('R49 C13 the listed stratum has its own ratio and no minimum of its own; a task without one has no such stratum', () => {
    const source = { kind: 'own', note: '加大检查力度' } as const;
    const content = { ...row(4), listedRatio: { basisPoints: 5000, about: false, source } };
    const steps = [...planWith(), [{ type: 'DraftTask', data: { task: 't', content } }], submitted, released] as const;
    expect(drawBasis(givenPlan(...steps).state, 't').rules).toEqual({
      open: { basisPoints: 1000, rounding: 'ceil', atLeast: 1 },
      listed: { basisPoints: 5000, rounding: 'ceil', atLeast: 0 },
    });
    expect(drawBasis(ready.state, 'task-4').rules.listed).toBeNull();
  });
  it('R25 C11 refuses an item that the list no longer has, in another version, or out of force', () => {
    const withItems = (change: object) =>
      ready.when(
        {
          type: 'AllotTask',
          data: { ...allot('task-4').data, items: itemFacts.map((fact) => ({ ...fact, ...change })) },
        } as never,
        supervision,
      );
    withItems({ inForce: false }).refused('ITEM_WITHOUT_BASIS');
    withItems({ revision: 2 }).refused('ITEM_WITHOUT_BASIS');
    expect(withItems({ inForce: true }).recorded).toHaveLength(1);
  });
  it('R25 C11 refuses an item without a basis, by name', () => {
    const content = {
      ...row(4),
      objects: { sectors: ['legal-aid-agency'], practitioners: false },
      items: [{ id: 'item-legal-aid', revision: 1 }],
      totals: { institutions: 1, practitioners: null },
    } as const;
    const steps = [
      ...planWith(),
      [{ type: 'DraftTask', data: { task: 't', content } }],
      [{ type: 'SubmitPlan', data: { rosters: [roster('legal-aid-agency', 1)] } }, head],
      released,
    ] as const;
    const pool = [{ sector: 'legal-aid-agency', listed: false, of: 1, excluded: [] }] as const;
    const outcome = givenPlan(...steps).when(
      { type: 'AllotTask', data: { task: 't', pool, items: itemFacts } },
      supervision,
    );
    outcome.refused('ITEM_WITHOUT_BASIS');
    expect(outcome.refusal?.detail).toContain('对legal-aid-agency的检查');
    const none = givenPlan(
      ...planWith(),
      [{ type: 'DraftTask', data: { task: 't', content: { ...content, items: [] } } }],
      steps[steps.length - 2] as never,
      released,
    ).when({ type: 'AllotTask', data: { task: 't', pool, items: itemFacts } }, supervision);
    none.refused('ITEM_WITHOUT_BASIS');
    expect(none.refusal?.detail).toContain('法律援助机构');
  });
  it('trap 1 R42 one firm and a minimum of two: waits for a named waiver, then allots one', () => {
    const content = {
      ...row(4),
      atLeast: { ...row(4).atLeast, value: 2 },
      totals: { institutions: null, practitioners: null },
    };
    const steps = [...planWith(), [{ type: 'DraftTask', data: { task: 't', content } }], submitted, released] as const;
    givenPlan(...steps)
      .when(allot('t', 1), supervision)
      .refused('MIN_UNREACHABLE');
    const waived = givenPlan(...steps, [
      { type: 'WaiveMinimum', data: { task: 't', reason: '全县仅1家' } },
      context('leader-1'),
    ]);
    expect(waived.state.tasks['t']?.minimumWaived).toEqual({ by: 'leader-1', reason: '全县仅1家' });
    expect(waived.when(allot('t', 1), supervision).recorded).toMatchObject([
      { data: { cases: 1, minimumWaived: true } },
    ]);
  });
  it('trap 1 refuses an empty pool with the reason of each excluded body', () => {
    const excluded = [{ id: 'f1', name: '明德律师事务所', reason: '已注销' }];
    const outcome = ready.when(
      {
        type: 'AllotTask',
        data: { task: 'task-4', pool: [{ sector: 'law-firm', listed: false, of: 0, excluded }], items: itemFacts },
      },
      supervision,
    );
    outcome.refused('POOL_EMPTY');
    expect(outcome.refusal?.detail).toContain('明德律师事务所（已注销）');
  });
  it('withdraws and completes a task', () => {
    const allotted = givenPlan(...planWith(4), submitted, released, [allot('task-4'), supervision]);
    expect(
      allotted.when({ type: 'CompleteTask', data: { task: 'task-4', occurredOn: day('2023-09-01'), openCases: 0 } })
        .state.tasks['task-4']?.status,
    ).toBe('completed');
    expect(
      allotted.when({ type: 'WithdrawTask', data: { task: 'task-4', reason: '上级调整部署' } }).state.tasks['task-4']
        ?.status,
    ).toBe('withdrawn');
  });
});

describe('what ends a task', () => {
  const allotted = givenPlan(...planWith(4), submitted, released, [allot('task-4'), supervision]);
  const complete = (openCases: number): PlanCommand => ({
    type: 'CompleteTask',
    data: { task: 'task-4', occurredOn: day('2023-09-01'), openCases },
  });

  it('R101 refuses to call a task done while a case of it is open, and says how many', () => {
    const outcome = allotted.when(complete(2));
    outcome.refused('CASES_OPEN');
    expect(outcome.refusal?.detail).toContain('还有2个案件未办结');
  });
  it('R101 records the day once the last case has ended, and nothing of what it was asked with', () =>
    expect(allotted.when(complete(0)).recorded).toEqual([
      { type: 'TaskCompleted', data: { task: 'task-4', occurredOn: '2023-09-01' } },
    ]));
  it('R32 refuses to complete what was never allotted, whatever its cases', () =>
    givenPlan(...planWith(4), submitted, released)
      .when(complete(0))
      .refused('TASK_OUT_OF_TURN'));
});

describe('what can not be allotted', () => {
  const ready = givenPlan(...planWith(4), submitted, released);

  it('R32 refuses a task that the plan does not hold', () =>
    ready.when(allot('task-9'), supervision).refused('TASK_UNKNOWN'));
  it('R55 refuses a pool of another sector, or one that lacks the task’s', () => {
    const pool = [{ sector: 'notary-office', listed: false, of: 3, excluded: [] }] as const;
    ready
      .when({ type: 'AllotTask', data: { task: 'task-4', pool, items: itemFacts } }, supervision)
      .refused('POOL_MISMATCH');
    ready
      .when({ type: 'AllotTask', data: { task: 'task-4', pool: [], items: itemFacts } }, supervision)
      .refused('POOL_MISMATCH');
  });
  it('R42 refuses a second waiver of the minimum', () => {
    const waive: PlanCommand = { type: 'WaiveMinimum', data: { task: 'task-4', reason: '全县仅1家' } };
    givenPlan(...planWith(4), submitted, released, [waive, supervision])
      .when(waive, supervision)
      .refused('WAIVER_EXISTS');
  });
});
