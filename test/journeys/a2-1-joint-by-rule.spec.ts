import type { CaseBody } from './bodies';
import { draw } from './ceremony';
import { approveAndNotify, caseAt, caseOf, fileCopy, nothingFound, publish, services } from './inspection';
import { loginOf } from './people';
import { draft, PLAN, prepare, settle, task } from './preparation';
import { chaozhou, fagaiju, partner, table } from './seeds';
import { House } from './server';

const { officer, head, leader } = services;
const own = (value: unknown) => ({ value, source: { kind: 'own', note: '局长办公会议决定' } });
const TODAY = '2023-09-04';

/** One joint row after the other, each allotted while the organ's rules say something else. */
const [plain, moved, dated, manned] = [2, 5, 6, 7].map((number) => ({ number, id: `${task(number)}-1` })) as [
  Row,
  Row,
  Row,
  Row,
];
interface Row {
  readonly number: number;
  readonly id: string;
}

interface JointBody extends CaseBody {
  readonly sections: readonly { readonly department: string; readonly status: string }[];
  readonly window: { readonly from: string; readonly to: string };
}

describe('A二(一)、B二(七) 部门联合抽查: what the organ’s own rules say of a partner', () => {
  let house: House;
  const on = (id: string) => caseOf(house, id, officer) as Promise<JointBody>;
  const give = (who: string, id: string, command: string, data: object) =>
    house.as(who).give('cases', id, command, data);
  const revise = (changes: object) =>
    house.as(leader).give('organs', 'chaozhou', 'ReviseRules', { changes, reason: '联合检查办法' });
  const membersOf = async (id: string, organ?: string) =>
    (await on(id)).team.filter((member) => organ === undefined || member.organ === organ).map((one) => one.inspector);

  /** 到场 by these people, opened by the first of them. */
  async function arrive(id: string, present: readonly string[], occurredOn: string) {
    const { object } = await on(id);
    const arrival = { present, occurredOn, premises: object?.premises };
    return house.as(loginOf(present[0] ?? '')).ask('cases', id, 'OpenVisit', arrival);
  }
  async function leave(id: string, occurredOn: string): Promise<void> {
    const { visits } = await on(id);
    const [first] = await membersOf(id, 'chaozhou');
    const end = { visit: visits.at(-1)?.visit, occurredOn, signature: { kind: 'signed' } };
    await give(loginOf(first ?? ''), id, 'EndVisit', end);
  }
  async function write(id: string, organ: string, occurredOn: string): Promise<void> {
    const { opened } = await on(id);
    const [first] = await membersOf(id, organ);
    const findings = [{ ...nothingFound, item: opened.items[0]?.id }];
    const result = { department: organ, findings, signature: { kind: 'signed' }, occurredOn };
    await give(loginOf(first ?? ''), id, 'RecordFindings', result);
  }
  const clocks = async (id: string) =>
    (await on(id)).deadlines
      .filter(({ kind }) => kind === 'record' || kind === 'approve' || kind === 'publication')
      .map(({ id: deadline, on: day }) => [deadline.split(':').slice(0, 2).join(' '), day]);

  async function staff({ number, id }: Row): Promise<void> {
    await draw(house, { officer, plan: PLAN, series: `${task(number)}:team` });
    await caseAt(house, id, 'awaiting-notice', officer);
    await approveAndNotify(house, services, id, TODAY);
  }

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 2);
    await revise({ caseProcedure: own('case/3') });
    await house.on('2023-06-05');
    await draft(house, [2]);
    const further = [moved, dated, manned].map(({ number }) => number);
    for (const number of further) {
      const ratios = { table: table[1]?.ratios.table, text: null };
      const content = { ...table[1], number, name: `对公证机构的第${number}次行政检查`, ratios, partners: [partner] };
      await house.as(officer).give('plans', PLAN, 'DraftTask', { task: task(number), content });
    }
    await house.as(head).give('plans', PLAN, 'SubmitPlan');
    await settle(house, [2], '2023-06-05');
    for (const number of further) {
      const consent = { task: task(number), document: `复函〔2023〕${number}号`, occurredOn: '2023-06-05' };
      await house.as('fagaiju-officer').give('plans', PLAN, 'RecordPartnerConsent', consent);
    }
    await house.as('chaozhou-supervision').give('plans', PLAN, 'ReleasePlan');
    await house.on(TODAY);
    const rules = [
      {},
      { partnerAbsent: own('moved') },
      { partnerAbsent: null, jointClock: own('each') },
      { jointClock: null, teamCounts: own('per-department') },
    ];
    for (const [index, { number, id }] of [plain, moved, dated, manned].entries()) {
      if (index > 0) await revise(rules[index] ?? {});
      await house.as('chaozhou-supervision').give('plans', PLAN, 'AllotTask', { task: task(number) });
      await draw(house, { officer, plan: PLAN, series: task(number) });
      await caseAt(house, id, 'awaiting-team', officer);
    }
    // Before anybody goes anywhere: what was drawn for one row mustn't keep somebody from another by rotation.
    for (const row of [plain, moved, dated, manned]) await staff(row);
  });
  afterAll(() => house.close());

  it('R68 trap 12 the partner doesn’t turn up: the visit goes on, its section ends 未参加 with a reason, the clock runs', async () => {
    const { id } = plain;
    expect((await arrive(id, await membersOf(id, 'chaozhou'), TODAY)).status).toBe(200);
    const [first] = await membersOf(id, 'chaozhou');
    const absence = { department: 'fagaiju', reason: '来电告知另有任务，未派员', occurredOn: TODAY };
    const note = (data: object) => house.as(loginOf(first ?? '')).refused('cases', id, 'NoteDepartmentAbsence', data);
    expect(await note({ ...absence, department: 'chaozhou' })).toBe('422 OWN_SECTION_ABSENT');
    expect(await note({ ...absence, reason: ' ' })).toBe('422 VALIDATION_FAILED');
    await give(loginOf(first ?? ''), id, 'NoteDepartmentAbsence', absence);
    await leave(id, TODAY);
    expect(await clocks(id)).toEqual([
      ['record case', '2023-09-06'],
      ['approve case', '2023-09-08'],
      ['publication result-1', '2023-09-09'],
    ]);
    await write(id, 'chaozhou', TODAY);
    await give(head, id, 'ApproveFindings', { department: 'chaozhou' });
    expect((await on(id)).sections).toMatchObject([
      { department: 'chaozhou', status: 'approved' },
      { department: 'fagaiju', status: 'absent' },
    ]);
    await publish(house, services, id);
    await fileCopy(house, services, id, TODAY);
    expect((await on(id)).stage.code).toBe('closed');
    expect(await note(absence)).toBe('409 OUT_OF_TURN');
  });

  it('trap 12 partnerAbsent: moved — nobody goes in without the partner; the visit is moved and held with it', async () => {
    const { id } = moved;
    const alone = await arrive(id, await membersOf(id, 'chaozhou'), TODAY);
    expect([alone.status, alone.body.code]).toEqual([409, 'PARTNER_NOT_THERE']);
    expect(alone.body.detail).toContain('潮州市发展和改革局');
    expect(alone.body.detail).not.toContain('fagaiju');
    expect((await on(id)).visits).toEqual([]);
    const window = { from: '2023-09-05', to: '2023-09-30' };
    const move = { window, reason: '联合部门未到场', document: '通知书 改期', occurredOn: TODAY };
    await give(head, id, 'MoveVisit', move);
    expect((await on(id)).window).toEqual(window);
    expect((await arrive(id, await membersOf(id), TODAY)).body.code).toBe('OUTSIDE_WINDOW');
    await house.on('2023-09-05');
    expect((await arrive(id, await membersOf(id), '2023-09-05')).status).toBe(200);
  });

  it('trap 9 trap 12 C9 jointClock: each — each department’s clock starts on its own last day of a visit of two', async () => {
    const { id } = dated;
    expect((await arrive(id, await membersOf(id), '2023-09-05')).status).toBe(200);
    await leave(id, '2023-09-05');
    await house.on('2023-09-07');
    expect((await arrive(id, await membersOf(id, 'chaozhou'), '2023-09-07')).status).toBe(200);
    await leave(id, '2023-09-07');
    expect(await clocks(id)).toEqual([
      ['record fagaiju', '2023-09-07'],
      ['approve fagaiju', '2023-09-09'],
      ['record chaozhou', '2023-09-09'],
      ['approve chaozhou', '2023-09-11'],
      ['publication result-1', '2023-09-12'],
    ]);
    await write(id, 'fagaiju', '2023-09-07');
    await house.on('2023-09-10');
    const passed = (await on(id)).deadlines.filter((deadline) => deadline.passed).map(({ id: deadline }) => deadline);
    expect(passed.map((deadline) => deadline.split(':').slice(0, 2).join(' '))).toEqual([
      'approve fagaiju',
      'record chaozhou',
    ]);
  });

  it('R60 trap 12 teamCounts: per-department — two of each department are drawn', async () => {
    expect((await on(manned.id)).opened.departments).toEqual([
      { organ: 'chaozhou', seats: 2 },
      { organ: 'fagaiju', seats: 2 },
    ]);
    const organs = (await on(manned.id)).team.map(({ organ }) => organ).sort();
    expect(organs).toEqual(['chaozhou', 'chaozhou', 'fagaiju', 'fagaiju']);
  });

  it('trap 15 the earlier cases keep the rules of their opening', async () => {
    for (const { id } of [plain, moved, dated]) {
      expect((await on(id)).opened.departments.map(({ seats }) => seats)).toEqual([2, 1]);
    }
  });
});
