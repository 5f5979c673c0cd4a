import { createHash } from 'node:crypto';
import { day } from '@srd/kernel';
import { plan, planChart, taskChart, type PlanCommand, type PlanEvent, type TaskContent } from './index';
import {
  consent,
  drafted,
  givenPlan,
  head,
  officer,
  planWith,
  released,
  rosters,
  row,
  submitted,
  supervision,
} from './plan.fixture';

const types = (events: readonly PlanEvent[]): readonly string[] => events.map((event) => event.type);

describe('the plan from draft to release', () => {
  it('R31 records a draft that names its chart', () => {
    expect(givenPlan().when({ type: 'DraftPlan', data: drafted.data as never }).recorded).toEqual([drafted]);
  });
  it('R35 R53 a plan keeps the numbers of the documents that it follows', () => {
    const { state } = givenPlan(...planWith(1));
    expect(state.documents).toEqual([{ name: '2023年度部门联合双随机抽查工作计划', number: '潮市监〔2023〕45号' }]);
    expect(state.tasks['task-1']?.content.higherDocument?.number).toBe('潮市监〔2023〕45号');
  });
  it('R31 refuses a second draft of the same plan', () =>
    givenPlan(...planWith())
      .when({ type: 'DraftPlan', data: drafted.data as never })
      .refused('PLAN_OUT_OF_TURN'));
  it('R33 keeps the nine columns of each row of the table', () => {
    const task = givenPlan(...planWith(1, 2, 3, 4)).state.tasks['task-4'];
    expect(task?.content).toMatchObject({
      number: 4,
      name: '对律师事务所的行政检查',
      inspectingBody: '潮州市司法局',
      targeting: 'open',
      objects: { sectors: ['law-firm'], practitioners: false },
      ratios: { table: { basisPoints: 1000 } },
      totals: { institutions: 48 },
      window: { from: '2023-07-01', to: '2023-08-31', text: '2023年7-8月' },
      joint: false,
    });
  });
  it('R33 refuses a second task under the same 序号', () =>
    givenPlan(...planWith(4))
      .when({ type: 'DraftTask', data: { task: 'other', content: row(4) } })
      .refused('TASK_NUMBER_TAKEN'));
  it('R34 refuses a task without objects', () =>
    givenPlan(...planWith())
      .when({
        type: 'DraftTask',
        data: { task: 't', content: { ...row(4), objects: { sectors: [], practitioners: false } } },
      })
      .refused('TASK_INCOMPLETE'));
  it('R50 refuses a window outside the plan year, or backwards', () => {
    for (const window of [
      { from: day('2024-07-01'), to: day('2024-08-31'), text: '' },
      { from: day('2023-08-31'), to: day('2023-07-01'), text: '' },
    ]) {
      givenPlan(...planWith())
        .when({ type: 'DraftTask', data: { task: 't', content: { ...row(4), window } } })
        .refused('WINDOW_INVALID');
    }
  });
  it('R53 refuses a joint task without its higher document', () =>
    givenPlan(...planWith())
      .when({ type: 'DraftTask', data: { task: 't', content: { ...row(1), higherDocument: null } } })
      .refused('HIGHER_DOCUMENT_MISSING'));
  it('R31 submits and locks the rows: a submitted plan takes no revision', () => {
    const given = givenPlan(...planWith(4), submitted);
    expect(given.state.phase).toBe('submitted');
    given.when({ type: 'ReviseTask', data: { task: 'task-4', content: row(4) } }).refused('PLAN_OUT_OF_TURN');
  });
  it('R31 refuses to submit a plan without tasks', () =>
    givenPlan(...planWith())
      .when({ type: 'SubmitPlan', data: { rosters } })
      .refused('NO_TASKS'));
  it('R104 returns a plan with a reason, and takes it again', () => {
    const returned = givenPlan(...planWith(4), submitted, [
      { type: 'ReturnPlan', data: { reason: '时间过紧' } },
      supervision,
    ]);
    expect(returned.state).toMatchObject({
      phase: 'returned',
      returned: [{ reason: '时间过紧', by: 'supervision-1' }],
    });
    expect(types(returned.when({ type: 'ReviseTask', data: { task: 'task-4', content: row(4) } }).recorded)).toEqual([
      'TaskRevised',
    ]);
    expect(types(returned.when({ type: 'SubmitPlan', data: { rosters } }).recorded)).toEqual(['PlanSubmitted']);
    givenPlan(...planWith(4), submitted)
      .when({ type: 'ReturnPlan', data: { reason: ' ' } })
      .refused('REASON_MISSING');
  });
  it('R32 refuses a release by the person who submitted', () =>
    givenPlan(...planWith(4), submitted)
      .when({ type: 'ReleasePlan', data: {} }, head)
      .refused('SUBMITTER_RELEASES'));
  it('R32 releases by another person', () => {
    const { state } = givenPlan(...planWith(3, 4), submitted, released);
    expect(state).toMatchObject({ phase: 'released', releasedBy: 'supervision-1' });
    expect(Object.values(state.tasks).map((task) => task.status)).toEqual(['released', 'released']);
  });
});

describe('annual report', () => {
  it('R99 still folds the reports that earlier plans have on record', () => {
    const sent = {
      section: 'lawyer-administration',
      issue: 1,
      figures: { inspected: 6 },
      occurredOn: day('2023-10-27'),
      dueOn: day('2023-10-31'),
      late: false,
    };
    const received = { section: 'lawyer-administration', issue: 1, occurredOn: day('2023-10-28') };
    const { state } = givenPlan(...planWith(4), submitted, released);
    const facts = [
      { type: 'AnnualReportSent', data: sent, actor: 'officer-1', at: officer.at },
      { type: 'AnnualReportReceived', data: received, actor: 'supervision-1', at: officer.at },
    ] as const;
    expect(facts.reduce(plan.evolve, state).reports['lawyer-administration']).toMatchObject({
      sentOn: '2023-10-27',
      receivedOn: '2023-10-28',
      receivedBy: 'supervision-1',
    });
  });
});

describe('the charts', () => {
  it('each state cites its basis', () => {
    for (const chart of [planChart, taskChart]) {
      for (const state of Object.values(chart.states)) expect((state.meta as { basis?: string }).basis).toBeTruthy();
    }
  });
  it('stay what their numbers name: old streams replay on them, and what came later only adds', () => {
    const table = [planChart, taskChart].flatMap((chart) =>
      Object.entries(chart.states).flatMap(([state, node]) =>
        Object.entries(node.config.on ?? {}).map(
          ([type, target]) => `${chart.id} ${state} ${type} ${JSON.stringify(target)}`,
        ),
      ),
    );
    const digest = (edges: readonly string[]): string =>
      createHash('sha256').update(edges.toSorted().join('\n')).digest('hex').slice(0, 16);
    const later = ['AdjustmentRequested', 'TaskAdjusted', 'AdjustmentDeclined'];
    expect(digest(table.filter((edge) => !later.some((type) => edge.includes(` ${type} `))))).toBe('119459223a6ddfdd');
    expect(digest(table)).toBe('1c7fc91e64211ac8');
  });
  it('refuses an event out of turn while folding', () => {
    const state = plan.initial;
    expect(() =>
      plan.evolve(state, { type: 'PlanSubmitted', data: { tasks: [] }, actor: 'a', at: officer.at }),
    ).toThrow('PLAN_OUT_OF_TURN');
  });
});

describe('rows of the table', () => {
  const draft = (change: Partial<TaskContent>, task = 't'): PlanCommand => ({
    type: 'DraftTask',
    data: { task, content: { ...row(4), ...change } },
  });
  const empty = givenPlan(...planWith());
  const ratio = (basisPoints: number) => ({ table: { ...row(4).ratios.table!, basisPoints }, text: null });

  it('R34 refuses a ratio that is none, or neither ratio nor minimum', () => {
    empty.when(draft({ ratios: ratio(10001) })).refused('RATIO_OUT_OF_RANGE');
    empty.when(draft({ ratios: ratio(0.5) })).refused('RATIO_OUT_OF_RANGE');
    empty.when(draft({ ratios: ratio(0), atLeast: { ...row(4).atLeast, value: 0 } })).refused('SAMPLE_RULE_MISSING');
  });
  it('R42 takes a minimum alone for a rule', () =>
    expect(
      empty.when(draft({ ratios: { table: null, text: null }, atLeast: { ...row(4).atLeast, value: 2 } })).recorded,
    ).toHaveLength(1));
  it('R52 refuses partners of a task that is not joint', () =>
    empty.when(draft({ partners: [{ organ: 'drc', name: '潮州市发展和改革局' }] })).refused('PARTNER_WITHOUT_JOINT'));
  it('R33 never uses the id of a task twice, dropped ones included', () => {
    const dropped = givenPlan(...planWith(4), [{ type: 'DropTask', data: { task: 'task-4', reason: '合并' } }]);
    dropped.when(draft({}, 'task-4')).refused('TASK_EXISTS');
    dropped.when({ type: 'ReviseTask', data: { task: 'task-4', content: row(4) } }).refused('TASK_UNKNOWN');
  });
  it('R4 refuses the consent of a department that the task does not name', () => {
    const joint = { ...row(1), partners: [{ organ: 'market', name: '潮州市市场监督管理局' }] };
    givenPlan(...planWith(), [{ type: 'DraftTask', data: { task: 't', content: joint } }])
      .when(...consent('t'))
      .refused('PARTNER_NOT_NAMED');
  });
});
