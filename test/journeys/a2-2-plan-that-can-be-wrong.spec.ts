import { conflictId } from '@srd/domain/plan';
import type { PlanBody } from './bodies';
import { caseAt, lawyers } from './inspection';
import { draft, PLAN, prepare, task } from './preparation';
import { chaozhou, fagaiju, table } from './seeds';
import { House } from './server';

const { officer, head } = lawyers;
const supervision = 'chaozhou-supervision';
const own = { kind: 'own', note: '本机关自定' } as const;
const window = { from: '2023-08-01', to: '2023-09-30', text: '2023年8-9月' };
const totalSettled = { conflict: conflictId(task(4), 'TOTAL_MISMATCH'), choice: 'library', reason: '以名录库为准' };

interface WhatIfBody {
  readonly tasks: readonly {
    readonly task: string;
    readonly cases: number;
    readonly strata: readonly { readonly of: number }[];
  }[];
  readonly teams: { readonly feasible: boolean; readonly places: number; readonly inspectors: number };
  readonly burden: readonly { readonly object: string; readonly most: number }[];
}
interface RemarksBody {
  readonly items: readonly {
    readonly task: string;
    readonly remarks: readonly { readonly code: string }[];
    readonly conflicts: readonly { readonly conflict: string; readonly text: string }[];
  }[];
}

describe('A二(二) 抽查计划: what a draft would mean, what contradicts it, what is changed in it afterwards', () => {
  let house: House;
  const planned = (): Promise<PlanBody> => house.as(officer).read<PlanBody>(`/api/v1/plans/${PLAN}`);
  const supposed = (): Promise<WhatIfBody> =>
    house.as(officer).read<WhatIfBody>(`/api/v1/plans/${PLAN}/what-if?years=2`);
  const remarks = async (): Promise<RemarksBody['items']> =>
    (await house.as(officer).read<RemarksBody>(`/api/v1/plans/${PLAN}/remarks`)).items;
  const refused = (login: string, command: string, data: object): Promise<string> =>
    house.as(login).refused('plans', PLAN, command, data);
  const give = (login: string, command: string, data: object = {}) =>
    house.as(login).give('plans', PLAN, command, data);

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 20);
    await house.on('2023-06-05');
    await draft(house, [3, 4]);
    const totals = { institutions: 20, practitioners: null };
    const content = { ...table[3], number: 6, name: '依据不明的检查', totals, items: [{ id: 'nowhere', revision: 1 }] };
    await give(officer, 'DraftTask', { task: task(6), content });
  });
  afterAll(() => house.close());

  it('C25 R36 R48 R60 tells sizes, teams and burden of a draft, and changes nothing', async () => {
    const { tasks, teams, burden } = await supposed();
    expect(tasks.map(({ task: id, cases }) => [id, cases])).toEqual([
      [task(3), 1],
      [task(4), 2],
      [task(6), 2],
    ]);
    expect(teams).toMatchObject({ feasible: true, places: 10, inspectors: 8 });
    expect(burden).toHaveLength(25);
    expect(Math.max(...burden.map(({ most }) => most))).toBe(2);
    expect((await planned()).revision).toBe(3);
  });

  it('R104 tells that to those who plan and to nobody else', async () => {
    for (const path of [`/api/v1/plans/${PLAN}/what-if`, `/api/v1/plans/${PLAN}/remarks`]) {
      for (const login of [head, supervision, 'chaozhou-leader']) {
        expect((await house.as(login).get(path)).status).toBe(200);
      }
      for (const login of ['chaozhou-inspector-1', 'chaozhou-auditor', 'fagaiju-officer']) {
        expect((await house.as(login).get(path)).status).toBe(403);
      }
      expect((await house.anybody.get(path)).status).toBe(401);
    }
    expect((await house.as(officer).get(`/api/v1/plans/${PLAN}/what-if?years=11`)).status).toBe(422);
    expect((await house.as(officer).get('/api/v1/plans/chaozhou-2031/what-if')).status).toBe(404);
  });

  it('C11 R25 trap 2 raises an item without a basis as a conflict, in words, and no choice settles it', async () => {
    await give(head, 'SubmitPlan');
    const conflict = conflictId(task(6), 'ITEM_WITHOUT_BASIS');
    expect((await planned()).conflicts[conflict]).toMatchObject({ status: 'open' });
    const told = (await remarks()).find(({ task: id }) => id === task(6));
    expect(told?.conflicts.find((each) => each.conflict === conflict)?.text).toContain('事项清单中没有');
    const choice = { conflict, choice: 'library', reason: '照旧' };
    expect(await refused(head, 'DecideConflict', choice)).toBe('409 ITEM_WITHOUT_BASIS');
    await give(head, 'DecideConflict', totalSettled);
    expect(await refused(supervision, 'ReleasePlan', {})).toBe('409 CONFLICT_OPEN');
    await give(supervision, 'ReleasePlan', { heldBack: [task(6)] });
  });

  it('C3 C4 shows beside each row what is the organ’s own reading', async () => {
    const codes = (await remarks()).flatMap(({ remarks: each }) => each.map(({ code }) => code));
    expect(codes).toEqual(expect.arrayContaining(['ROUNDING_OWN', 'MINIMUM_INTERPRETED']));
  });

  it('R31 R32 R50 changes a released row at the section’s request, by the supervision section’s decision', async () => {
    const request = { task: task(4), change: { window }, reason: '七月全市统一培训' };
    expect(await refused(officer, 'RequestAdjustment', { ...request, rosters: [] })).toMatch(/^4(00|22)/);
    expect(await refused(supervision, 'RequestAdjustment', request)).toBe('403 ROLE_MISSING');
    await give(officer, 'RequestAdjustment', request);
    expect(await refused(officer, 'AdjustTask', { task: task(4) })).toBe('403 ROLE_MISSING');
    await give(supervision, 'DeclineAdjustment', { task: task(4), reason: '请写明新的日期' });
    await give(officer, 'RequestAdjustment', request);
    expect((await give(supervision, 'AdjustTask', { task: task(4) })).recorded).toEqual(['TaskAdjusted']);
    const [shown] = await house.anybody.list<{ tasks: readonly { task: string; window: string }[] }>(
      '/api/v1/public/plans',
    );
    expect(shown?.tasks.find(({ task: id }) => id === task(4))?.window).toBe(window.text);
    expect(JSON.stringify(shown)).not.toContain('adjustmentPending');
  });

  it('C11 R25 raises what an adjustment brings in, and the allotment waits for it', async () => {
    const change = { items: [{ id: 'nowhere', revision: 1 }] };
    await give(officer, 'RequestAdjustment', { task: task(3), change, reason: '增列事项' });
    const { recorded } = await give(supervision, 'AdjustTask', { task: task(3) });
    expect(recorded).toEqual(['TaskAdjusted', 'ConflictRaised']);
    expect(await refused(supervision, 'AllotTask', { task: task(3) })).toBe('409 CONFLICT_OPEN');
  });

  it('R48 R49 C10 C13 lets the plan disclose a cap, weights and a raised stratum, and draws by them in the open', async () => {
    await house.as(officer).give('rosters', 'chaozhou.law-firm', 'ImportPriorInspection', {
      institution: 'lf-01',
      inspectedOn: '2023-03-01',
      inspectingBody: '市司法局',
      method: 'onSite',
      random: true,
      inspectors: [],
      result: '未发现问题',
      dataSource: '纸质台账',
    });
    await house.as(officer).give('rosters', 'chaozhou.law-firm', 'ReviseInstitution', {
      institution: 'lf-02',
      changes: { complaints: 6 },
      reason: '投诉台账',
      occurredOn: '2023-06-05',
    });
    const weights = { perComplaint: 2, perPenalty: 5, listed: 5, grades: [], atMost: 10 };
    const modes = {
      yearlyCap: { value: 1, source: own },
      manyComplaints: { value: 5, source: own },
      weights: { value: weights, source: own },
    };
    const listedRatio = { basisPoints: 10_000, about: false, source: own };
    const change = { modes, listedRatio };
    await give(officer, 'RequestAdjustment', { task: task(4), change, reason: '投诉较多的加大抽查力度' });
    await give(supervision, 'AdjustTask', { task: task(4) });
    const strata = (await supposed()).tasks.find(({ task: id }) => id === task(4))?.strata;
    expect(strata).toMatchObject([{ of: 18 }, { of: 1 }]);
    await give(supervision, 'AllotTask', { task: task(4) });
    await caseAt(house, `${task(4)}-3`, 'planned');
    const contributors = [{ role: '行业协会代表' }];
    await house.as(officer).give('selections', task(4), 'FreezeObjectDraw', { plan: PLAN, contributors });
    const drawn = await house.anybody.read<{
      request: { candidates: readonly { id: string }[]; excluded: readonly { id: string; reason: string }[] };
      modes: object;
    }>(`/api/v1/public/draws/${task(4)}.1`);
    expect(drawn.request.candidates).toHaveLength(19);
    expect(drawn.request.excluded).toMatchObject([{ id: 'lf-01', reason: expect.stringContaining('每年上限1次') }]);
    expect(drawn.request.candidates.find(({ id }) => id === 'lf-02')).toMatchObject({
      stratum: 'law-firm.listed',
      weight: 10,
    });
    expect(drawn.modes).toEqual(modes);
  });

  it('R101 doesn’t call a task done while its cases are open, whatever the asker says of them', async () => {
    const data = { task: task(4), occurredOn: '2023-06-05' };
    expect(await refused(officer, 'CompleteTask', data)).toBe('409 CASES_OPEN');
    expect(await refused(officer, 'CompleteTask', { ...data, openCases: 0 })).toMatch(/^4(00|22)/);
  });
});
