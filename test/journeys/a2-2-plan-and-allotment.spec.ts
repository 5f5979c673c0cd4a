import { conflictId } from '@srd/domain/plan';
import type { PlanBody } from './bodies';
import { lawyers, services } from './inspection';
import { draft, PLAN, prepare, task } from './preparation';
import { chaozhou, counts, fagaiju } from './seeds';
import { House, until } from './server';

describe('A二(二) 抽查方式：制定、发布计划，分配任务', () => {
  let house: House;
  const planNow = () => house.as(lawyers.officer).read<PlanBody>(`/api/v1/plans/${PLAN}`);
  const cases = (taskId: string) => house.as(lawyers.officer).list<{ case: string }>(`/api/v1/cases?task=${taskId}`);

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
  });
  afterAll(() => house.close());

  it('A一 R15 R16 R18 keeps libraries and item lists, entered by the line sections before June', async () => {
    await prepare(house, '2023-05-08');
    for (const [sector, count] of Object.entries(counts)) {
      const rows = await house.as(lawyers.officer).list(`/api/v1/institutions?sector=${sector}`);
      expect(rows).toHaveLength(count);
    }
    const inspectorRows = await house.as(lawyers.officer).list('/api/v1/inspectors');
    expect(inspectorRows).toHaveLength(8);
  });

  it('R17 R24 R103 publishes the own item list and the joint one apart from each other', async () => {
    const list = async (kind: string) => {
      const path = `/api/v1/items?organ=chaozhou&list=${kind}`;
      const { items } = await house.as(lawyers.officer).read<{ items: readonly { item: string }[] }>(path);
      return items.map(({ item }) => item).sort();
    };
    expect(await list('own')).toEqual(['grassroots-office-1', 'law-firm-1']);
    expect(await list('joint')).toEqual(['forensic-institution-1', 'notary-office-1']);
  });

  it('R12 R24 R29 tells anybody what may be inspected, and an institution what to prepare', async () => {
    const read = async (path: string) =>
      (await house.anybody.read<{ items: readonly { item: string; basis: readonly unknown[] }[] }>(path)).items;
    expect((await read('/api/v1/public/items?organ=chaozhou&list=joint')).map(({ item }) => item)).toEqual([
      'forensic-institution-1',
      'notary-office-1',
    ]);
    const guidance = await read('/api/v1/public/guidance?organ=chaozhou&sector=law-firm');
    expect(guidance.map(({ item, basis }) => [item, basis[0]])).toEqual([['law-firm-1', '中华人民共和国律师法第四条']]);
    expect((await house.anybody.get('/api/v1/public/guidance?organ=chaozhou&sector=bank')).status).toBe(422);
    expect((await house.anybody.get('/api/v1/public/items?organ=nowhere')).status).toBe(404);
  });

  it('R33 drafts the table of 2023 with its four rows, each by its own section', async () => {
    await house.on('2023-06-05');
    await draft(house, [1, 2, 3, 4]);
    const { tasks, phase } = await planNow();
    expect(phase).toBe('drafted');
    expect(tasks.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4].map(task));
  });

  it('C1 C2 C5 C6 raises what text and table say differently when the plan is sent in', async () => {
    await house.as(lawyers.head).give('plans', PLAN, 'SubmitPlan');
    const { conflicts } = await planNow();
    expect(Object.keys(conflicts).sort()).toEqual(
      [
        conflictId(task(1), 'JOINT_PARTNER_MISSING'),
        conflictId(task(1), 'PRACTITIONER_TOTAL_MISSING'),
        conflictId(task(1), 'RATIO_MISMATCH'),
        conflictId(task(2), 'JOINT_PARTNER_MISSING'),
        conflictId(task(2), 'RATIO_MISMATCH'),
      ].sort(),
    );
  });

  it('trap 2 releases nothing while a conflict is open or a partner has not consented (R4)', async () => {
    const supervision = house.as('chaozhou-supervision');
    expect(await supervision.refused('plans', PLAN, 'ReleasePlan')).toBe('409 JOINT_PARTNER_MISSING');
    for (const number of [1, 2]) {
      await house.as('fagaiju-officer').give('plans', PLAN, 'RecordPartnerConsent', {
        task: task(number),
        document: `复函〔2023〕${number}号`,
        occurredOn: '2023-06-05',
      });
    }
    expect(await supervision.refused('plans', PLAN, 'ReleasePlan')).toBe('409 CONFLICT_OPEN');
  });

  it('lets a named person decide each conflict, with a reason', async () => {
    const ratio = (number: number) => conflictId(task(number), 'RATIO_MISMATCH');
    const decision = { conflict: ratio(1), choice: 'text', reason: '' };
    expect(await house.as(services.head).refused('plans', PLAN, 'DecideConflict', decision)).toMatch(/^422/);
    for (const number of [1, 2]) {
      const decided = { conflict: ratio(number), choice: 'text', reason: '正文为主文件' };
      await house.as(services.head).give('plans', PLAN, 'DecideConflict', decided);
    }
    await house.as(services.head).give('plans', PLAN, 'DecideConflict', {
      conflict: conflictId(task(1), 'PRACTITIONER_TOTAL_MISSING'),
      choice: 'of-drawn-institutions',
      reason: '检查抽中机构的司法鉴定人',
    });
    const { tasks } = await planNow();
    expect(tasks.flatMap(({ openConflicts }) => openConflicts)).toEqual([]);
  });

  it('R32 is released by 法治督察科 and by nobody of the sections that sent it in', async () => {
    expect(await house.as(lawyers.head).refused('plans', PLAN, 'ReleasePlan')).toBe('403 ROLE_MISSING');
    expect(await house.anybody.list('/api/v1/public/plans')).toEqual([]);
    await house.as('chaozhou-supervision').give('plans', PLAN, 'ReleasePlan');
    const [published] = await house.anybody.list<{ plan: string; tasks: readonly unknown[] }>('/api/v1/public/plans');
    expect(published?.plan).toBe(PLAN);
    expect(published?.tasks).toHaveLength(4);
  });

  it('R34 R47 C1 C2 shows the public the ratio that holds, the one it supersedes, and when names are told', async () => {
    const [published] = await house.anybody.list<{ tasks: readonly Record<string, unknown>[] }>('/api/v1/public/plans');
    expect(published?.tasks[0]).toMatchObject({
      ratio: { from: 'text', basisPoints: 5000 },
      superseded: { from: 'table', basisPoints: 2000 },
      atLeast: 1,
      rounding: 'ceil',
      joint: true,
      partners: ['潮州市发展和改革局'],
      disclosure: 'at-reveal',
      modes: null,
    });
    expect(published?.tasks[3]).toMatchObject({ ratio: { basisPoints: 1000 }, superseded: null, partners: [] });
  });

  it('R36 R38 R40 R41 allots 5 of 48, 1 of 5, 1 of 3 and 1 of 2, and opens as many numbered cases', async () => {
    await house.on('2023-06-20');
    for (const [number, expected] of [
      [4, 5],
      [3, 1],
      [2, 1],
      [1, 1],
    ] as const) {
      await house.as('chaozhou-supervision').give('plans', PLAN, 'AllotTask', { task: task(number) });
      const opened = await until(
        async () => {
          const rows = await cases(task(number));
          return rows.length >= expected && rows;
        },
        `cases of ${task(number)}`,
      );
      expect(opened).toHaveLength(expected);
    }
  });

  it('C1 C2 keeps what was decided and by whom, for ever, in the plan itself', async () => {
    const { conflicts } = await planNow();
    const ratio = conflicts[conflictId(task(1), 'RATIO_MISMATCH')];
    expect(ratio).toMatchObject({ status: 'decided' });
  });
});
