import { day, given } from '@srd/kernel';
import { chaozhou2023, organ } from '@srd/domain/organ';
import {
  conflictText,
  halfYearOf,
  parsePlanTable,
  planCalendar,
  planOverview,
  tableColumns,
  tableFrameOf,
  type PlanCommand,
} from './index';
import {
  givenPlan,
  itemFacts,
  items,
  planWith,
  released,
  roster,
  rosters,
  row,
  submitted,
  supervision,
} from './plan.fixture';

describe('half-years', () => {
  const window = { from: day('2023-06-30') };
  it('trap 13 R37 R39 a task of 30 June that is visited on 3 July counts for the first half by its plan date, and shows both', () =>
    expect(halfYearOf(window, day('2023-07-03'))).toEqual({
      byPlan: { year: 2023, half: 1 },
      byVisit: { year: 2023, half: 2 },
      counted: { year: 2023, half: 1 },
    }));
  it('trap 13 counts by the visit where the organ’s rule says so, once there is one', () => {
    expect(halfYearOf(window, day('2023-07-03'), 'visit').counted).toEqual({ year: 2023, half: 2 });
    expect(halfYearOf(window, null, 'visit').counted).toEqual({ year: 2023, half: 1 });
  });
});

describe('plans side by side', () => {
  const allot: PlanCommand = {
    type: 'AllotTask',
    data: { task: 'task-4', pool: [{ sector: 'law-firm', listed: false, of: 48, excluded: [] }], items: itemFacts },
  };
  it('C27 R5 R100 one row for each organ and sector, with halves and cases', () => {
    const { state } = givenPlan(...planWith(3, 4), submitted, released, [allot, supervision]);
    expect(planOverview([state, givenPlan().state])).toEqual([
      expect.objectContaining({ organ: 'chaozhou', sector: 'grassroots-office', secondHalf: 1, allotted: 0, cases: 0 }),
      expect.objectContaining({
        organ: 'chaozhou',
        sector: 'law-firm',
        firstHalf: 0,
        secondHalf: 1,
        allotted: 1,
        cases: 5,
      }),
    ]);
  });
  it('C22 R15–R17 R50 R99 rosters, item lists, windows and report stand in one calendar', () => {
    const { state } = givenPlan(...planWith(1, 4));
    expect(planCalendar(state, chaozhou2023.rules).map(({ on, what }) => [on, what])).toEqual([
      ['2023-05-31', 'rosters-due'],
      ['2023-07-01', 'task-begins'],
      ['2023-08-31', 'task-ends'],
      ['2023-09-01', 'task-begins'],
      ['2023-09-30', 'task-ends'],
      ['2023-10-31', 'report-due'],
    ]);
    expect(planCalendar(state, chaozhou2023.rules)[0]?.label).toBe('名录库和事项清单完成日');
    const rostersBy = { ...chaozhou2023.rules.rostersBy, value: '06-31' };
    expect(planCalendar(state, { ...chaozhou2023.rules, rostersBy })[0]).toMatchObject({
      on: '2023-06-30',
      what: 'rosters-due',
    });
  });
});

describe('a conflict in words', () => {
  const textOf = (id: string, state = givenPlan(...planWith(1, 2, 4), submitted).state): string => {
    const conflict = state.conflicts[id]!;
    return conflictText(conflict.finding, state.tasks[conflict.task]!.content).text;
  };
  it('C1 C2 trap 2 says both sides with their samples and articles', () => {
    expect(textOf('task-1:RATIO_MISMATCH')).toBe(
      '名录2家：正文50%应抽1家，计划表20%应抽1家；今日结果相同，名录增加后可能不同',
    );
    const { state } = givenPlan(...planWith(2), submitted);
    const { sources } = conflictText(state.conflicts['task-2:RATIO_MISMATCH']!.finding, row(2));
    expect(sources.map((source) => source.kind === 'document' && source.article)).toEqual(['A二(三)3', 'A附件']);
  });
  it('C5 C6 C11 trap 2 says what is missing and by whom it is mended', () => {
    expect(textOf('task-1:JOINT_PARTNER_MISSING')).toContain('实施部门未列联合部门');
    expect(textOf('task-1:PRACTITIONER_TOTAL_MISSING')).toContain('只计机构');
    const { state } = givenPlan(...planWith(4)).when({
      type: 'CheckPlan',
      data: { rosters: [roster('law-firm', 46, ['明德律师事务所'])], items: [] },
    });
    expect(textOf('task-4:TOTAL_MISMATCH', state)).toContain('明德律师事务所');
    expect(textOf('task-4:ITEM_WITHOUT_BASIS', state)).toContain('事项清单中没有');
  });
});

describe('the frame of a table', () => {
  it('R1 R2 R34 comes from the organ’s sections and rules in force', () => {
    const { state } = given(organ, [{ type: 'OrganFounded', data: { organ: 'chaozhou', ...chaozhou2023 } }]);
    const source = { kind: 'document', document: 'A', article: 'A附件' } as const;
    const frame = tableFrameOf(state!, 2023, source, { items, higherDocument: null });
    const cells = [
      '4',
      '对律师事务所的行政检查',
      '潮州市司法局',
      '不定向',
      '律师事务所',
      '10%',
      '48',
      '2023年7-8月',
      '否',
    ];
    const { drafts } = parsePlanTable([tableColumns, cells], frame);
    expect(drafts[0]?.content).toMatchObject({
      section: 'lawyer-administration',
      ruleVersion: 1,
      rounding: { value: 'ceil' },
    });
    const { state: plan } = givenPlan(...planWith(), [
      { type: 'DraftTask', data: { task: 't', content: drafts[0]!.content } },
    ]).when({ type: 'CheckPlan', data: { rosters } });
    expect(plan.conflicts).toEqual({});
  });
});
