import { context, day } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import { chaozhou2023Table, plan, type ItemFact, type PlanCommand, type RosterFact } from '@srd/domain/plan';
import { plans } from './plans';
import { recordedIn, rowsAfter, type Step } from './row.fixture';

const reference = (sector: Sector) => ({ id: `item-${sector}`, revision: 1 });
const sectors = ['forensic-institution', 'notary-office', 'grassroots-office', 'law-firm'] as const;
const table = chaozhou2023Table(Object.fromEntries(sectors.map((sector) => [sector, [reference(sector)]])));
const items: readonly ItemFact[] = sectors.map((sector) => ({
  ...reference(sector),
  name: `对${sector}的检查`,
  sectors: [sector],
  basis: '虚构法第一条',
  inForce: true,
}));
const roster = (sector: Sector, active: number): RosterFact => ({
  sector,
  entries: Array.from({ length: active }, (_, n) => ({ id: `${sector}-${n}`, name: `机构${n}`, active: true })),
});
const rosters = [
  roster('forensic-institution', 2),
  roster('notary-office', 3),
  roster('grassroots-office', 5),
  roster('law-firm', 48),
];
const head = context('head-1', '2023-05-09T01:00:00.000Z');
const supervision = context('supervision-1', '2023-05-10T01:00:00.000Z');
const draft: Step<PlanCommand> = [
  {
    type: 'DraftPlan',
    data: {
      organ: 'chaozhou',
      year: 2023,
      title: '2023年抽查工作计划',
      documents: [],
      source: { kind: 'document', document: 'A', article: 'A附件' },
    },
  },
];
const rows = (...numbers: readonly number[]): readonly Step<PlanCommand>[] =>
  numbers.map((n) => [{ type: 'DraftTask', data: { task: `task-${n}`, content: table[n - 1]! } }]);
const submit: Step<PlanCommand> = [{ type: 'SubmitPlan', data: { rosters } }, head];
const check = (sector: Sector, active: number): Step<PlanCommand> => [
  {
    type: 'CheckPlan',
    data: { rosters: [...rosters.filter((each) => each.sector !== sector), roster(sector, active)] },
  },
  head,
];
const decide = (conflict: string, choice: string): Step<PlanCommand> => [
  { type: 'DecideConflict', data: { conflict, choice, reason: '按正文执行' } },
  head,
];
const release: Step<PlanCommand> = [{ type: 'ReleasePlan', data: {} }, supervision];
const allot: Step<PlanCommand> = [
  {
    type: 'AllotTask',
    data: { task: 'task-4', pool: [{ sector: 'law-firm', listed: false, of: 48, excluded: [] }], items },
  },
  supervision,
];
const found = (...steps: readonly Step<PlanCommand>[]) =>
  rowsAfter(plans, recordedIn(plan, 'plan-chaozhou-2023', [draft, ...steps]))[0]!;
const taskIn = (id: string, ...steps: readonly Step<PlanCommand>[]) => found(...steps).row.tasks[id];

describe('the plan table', () => {
  it('R33 shows the nine columns of each row', () => {
    const { key, organ, row, columns } = found(...rows(1, 2, 3, 4));
    expect({ key, organ, columns }).toEqual({
      key: 'chaozhou-2023',
      organ: 'chaozhou',
      columns: { year: 2023, phase: 'drafted' },
    });
    const shown = Object.values(row.tasks).map((task) => [
      task.number,
      task.name,
      task.inspectingBody,
      task.targeting,
      [task.sectors, task.practitioners],
      task.tableBasisPoints,
      task.total,
      task.window,
      task.joint,
    ]);
    const body = '潮州市司法局';
    expect(shown).toEqual([
      [
        1,
        '对司法鉴定人和司法鉴定机构的行政检查',
        body,
        'open',
        [['forensic-institution'], true],
        2000,
        2,
        '2023年9月',
        true,
      ],
      [2, '对公证机构的行政检查', body, 'open', [['notary-office'], false], 2000, 3, '2023年9月', true],
      [3, '对基层法律服务所的行政检查', body, 'open', [['grassroots-office'], false], 2000, 5, '2023年7-8月', false],
      [4, '对律师事务所的行政检查', body, 'open', [['law-firm'], false], 1000, 48, '2023年7-8月', false],
    ]);
  });
  it('R33 tells where each task stands: drafted, released, allotted with its cases, taken out', () => {
    const drop: Step<PlanCommand> = [{ type: 'DropTask', data: { task: 'task-3', reason: '并入下年' } }];
    const standing = (...steps: readonly Step<PlanCommand>[]) => {
      const { phase, releasedAt, tasks } = found(...rows(3, 4), ...steps).row;
      return { phase, releasedAt, tasks: Object.values(tasks).map(({ status, cases }) => [status, cases]) };
    };
    expect(standing()).toEqual({
      phase: 'drafted',
      releasedAt: null,
      tasks: [
        ['drafted', null],
        ['drafted', null],
      ],
    });
    expect(standing(drop).tasks).toEqual([
      ['dropped', null],
      ['drafted', null],
    ]);
    expect(standing(submit, release)).toEqual({
      phase: 'released',
      releasedAt: supervision.at,
      tasks: [
        ['released', null],
        ['released', null],
      ],
    });
    expect(standing(submit, release, allot).tasks).toEqual([
      ['released', null],
      ['allotted', 5],
    ]);
  });
  it('R33 keeps to the released row while a change of it is only asked for', () => {
    const window = { from: day('2023-08-01'), to: day('2023-08-31'), text: '2023年8月' };
    const ask: Step<PlanCommand> = [
      { type: 'RequestAdjustment', data: { task: 'task-4', change: { window }, reason: '避开高峰' } },
      head,
    ];
    const take: Step<PlanCommand> = [{ type: 'AdjustTask', data: { task: 'task-4', rosters } }, supervision];
    const decline: Step<PlanCommand> = [
      { type: 'DeclineAdjustment', data: { task: 'task-4', reason: '时间不变' } },
      supervision,
    ];
    const shown = (...steps: readonly Step<PlanCommand>[]) => {
      const task = taskIn('task-4', ...rows(4), submit, release, ...steps)!;
      return [task.window, task.adjustmentPending, task.status];
    };
    expect([shown(), shown(ask), shown(ask, take), shown(ask, decline)]).toEqual([
      ['2023年7-8月', false, 'released'],
      ['2023年7-8月', true, 'released'],
      ['2023年8月', false, 'released'],
      ['2023年7-8月', false, 'released'],
    ]);
  });
});

describe('a joint task', () => {
  const consent = (partner: string, name: string): Step<PlanCommand> => [
    {
      type: 'RecordPartnerConsent',
      data: { task: 'task-2', partner, name, document: null, occurredOn: day('2023-05-10') },
    },
    supervision,
  ];
  const shown = (...steps: readonly Step<PlanCommand>[]) => {
    const { partners, openConflicts } = taskIn('task-2', ...rows(2), submit, ...steps)!;
    return { partners, open: openConflicts.includes('task-2:JOINT_PARTNER_MISSING') };
  };

  it('R4 C6 names the partner that has consented, and holds the missing one open until then', () => {
    const drc = consent('drc', '潮州市发展和改革局');
    expect(shown()).toEqual({ partners: [], open: true });
    expect(shown(drc)).toEqual({ partners: ['潮州市发展和改革局'], open: false });
    expect(taskIn('task-2', ...rows(2), submit, drc)?.openConflicts).toContain('task-2:RATIO_MISMATCH');
  });
  it('R4 C6 names a partner that the row names already once', () => {
    const named = { ...table[1]!, partners: [{ organ: 'drc', name: '潮州市发展和改革局' }] };
    const joint: Step<PlanCommand> = [{ type: 'DraftTask', data: { task: 'task-2', content: named } }];
    const before = taskIn('task-2', joint, submit);
    const after = taskIn('task-2', joint, submit, consent('drc', '潮州市发展和改革局'));
    expect([before?.partners, after?.partners]).toEqual([['潮州市发展和改革局'], ['潮州市发展和改革局']]);
    expect(after?.openConflicts).toEqual(['task-2:RATIO_MISMATCH']);
  });
});

describe('two ratios for one row', () => {
  const ratios = (id: string, ...steps: readonly Step<PlanCommand>[]) => {
    const task = taskIn(id, ...rows(1, 2, 3), ...steps)!;
    return [task.ratio, task.superseded];
  };
  const of = (from: 'table' | 'text', basisPoints: number) => ({ from, basisPoints });

  it.each([
    ['C1', 'task-1', 5000],
    ['C2', 'task-2', 3000],
  ] as const)('%s shows both of %s, the table’s first until somebody decides for the text’s', (_number, id, text) => {
    expect(ratios(id)).toEqual([of('table', 2000), of('text', text)]);
    expect(ratios(id, submit)).toEqual([of('table', 2000), of('text', text)]);
    expect(ratios(id, submit, decide(`${id}:RATIO_MISMATCH`, 'text'))).toEqual([of('text', text), of('table', 2000)]);
    expect(ratios(id, submit, decide(`${id}:RATIO_MISMATCH`, 'table'))).toEqual([of('table', 2000), of('text', text)]);
  });
  it('C1 C2 shows one where both documents say the same', () =>
    expect(ratios('task-3')).toEqual([of('table', 2000), null]));
  it.each([
    ['C1', 1, 'forensic-institution', 5000],
    ['C2', 2, 'notary-office', 3000],
  ] as const)(
    '%s goes back to the table’s in row %i while the choice is asked for anew',
    (_number, n, sector, text) => {
      const id = `task-${n}`;
      const chosen = [submit, decide(`${id}:RATIO_MISMATCH`, 'text')];
      expect(ratios(id, ...chosen, check(sector, 8))).toEqual([of('table', 2000), of('text', text)]);
      expect(taskIn(id, ...rows(n), ...chosen)?.openConflicts).not.toContain(`${id}:RATIO_MISMATCH`);
      expect(taskIn(id, ...rows(n), ...chosen, check(sector, 8))?.openConflicts).toContain(`${id}:RATIO_MISMATCH`);
    },
  );
  it('C1 C2 leaves the order be when another conflict of the row is decided', () => {
    const other = decide('task-1:PRACTITIONER_TOTAL_MISSING', 'of-drawn-institutions');
    expect(ratios('task-1', submit, decide('task-1:RATIO_MISMATCH', 'text'), other)).toEqual([
      of('text', 5000),
      of('table', 2000),
    ]);
  });
});
