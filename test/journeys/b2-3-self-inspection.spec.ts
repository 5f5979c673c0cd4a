import type { CaseBody } from './bodies';
import { draw } from './ceremony';
import { approve, caseAt, caseOf, lawyers, nothingFound, record } from './inspection';
import { loginOf } from './people';
import { PLAN, prepare, task } from './preparation';
import { chaozhou, fagaiju, table } from './seeds';
import { House, until } from './server';

const { officer, head, leader, supervision } = lawyers;
/** Firms look into themselves first, the office does while the visit goes on. */
const [reported, lapsed, surprised] = [1, 2, 3].map((number) => `${task(4)}-${number}`) as [string, string, string];
const meanwhile = `${task(3)}-1`;
const [TODAY, DUE, AFTER] = ['2023-07-10', '2023-07-14', '2023-07-17'];
const notice = { occurredOn: TODAY, document: '检查通知书' };
const own = (value: unknown) => ({ value, source: { kind: 'own', note: '局长办公会议决定' } });

describe('B二(三) 直接检查，先行自查再实施重点检查，或者自查和重点检查同时进行', () => {
  let house: House;
  const ask = (who: string, id: string, command: string, data: object) =>
    house.as(who).refused('cases', id, command, data);
  const stageOf = async (id: string) => (await caseOf(house, id)).stage.code;
  const members = async (id: string): Promise<CaseBody['team']> => (await caseOf(house, id)).team;
  const approved = (id: string, unannounced: boolean, reason = '') =>
    house.as(head).give('cases', id, 'ApproveInspection', { unannounced, reason });
  const arrival = async (id: string, occurredOn: string) => ({
    present: (await members(id)).map(({ inspector }) => inspector),
    occurredOn,
    premises: (await caseOf(house, id)).object?.premises,
  });
  const leading = async (id: string) => loginOf((await members(id))[0]?.inspector ?? '');
  const end = async (id: string, occurredOn: string) => ({
    visit: (await caseOf(house, id)).visits.at(-1)?.visit,
    occurredOn,
    signature: { kind: 'signed' },
  });

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 30);
    const changes = { caseProcedure: own('case/4') };
    await house.as(leader).give('organs', 'chaozhou', 'ReviseRules', { changes, reason: '采用新的办案程序' });
    await house.on('2023-06-05');
    const source = { kind: 'own', note: '测试计划' };
    await house.as(officer).give('plans', PLAN, 'DraftPlan', { title: '年度计划', documents: [], source });
    const rows = [
      { ...table[2], mode: 'alongside' },
      { ...table[3], mode: 'self-inspection-first', totals: { institutions: 30, practitioners: null } },
    ];
    for (const content of rows) {
      await house.as(officer).give('plans', PLAN, 'DraftTask', { task: task(content.number ?? 0), content });
    }
    await house.as(head).give('plans', PLAN, 'SubmitPlan');
    await house.as(supervision).give('plans', PLAN, 'ReleasePlan');
    for (const number of [3, 4]) {
      await house.as(supervision).give('plans', PLAN, 'AllotTask', { task: task(number) });
    }
    await house.on(TODAY);
    for (const number of [3, 4]) {
      await draw(house, { officer, plan: PLAN, series: task(number) });
      await caseAt(house, `${task(number)}-1`, 'awaiting-team');
      await draw(house, { officer, plan: PLAN, series: `${task(number)}:team` });
    }
    for (const id of [reported, lapsed, surprised, meanwhile]) await caseAt(house, id, 'awaiting-notice');
  });
  afterAll(() => house.close());

  it('R69 the notice names the last day of the self-inspection, and no day before itself', async () => {
    for (const id of [reported, lapsed, meanwhile]) await approved(id, false);
    const serve = (day: string | null) =>
      ask(officer, reported, 'ServeNotice', { ...notice, selfInspectionDueOn: day });
    expect(await serve(null)).toBe('422 SELF_INSPECTION_DAY_MISSING');
    expect(await serve('2023-07-09')).toBe('422 SELF_INSPECTION_DAY_REVERSED');
    expect(await stageOf(reported)).toBe('awaiting-notice');
    for (const id of [reported, lapsed, meanwhile]) {
      await house.as(officer).give('cases', id, 'ServeNotice', { ...notice, selfInspectionDueOn: DUE });
    }
  });

  it('R69 first: nobody comes before the report is in, which opens the visit', async () => {
    expect(await stageOf(reported)).toBe('self-inspecting');
    const who = await leading(reported);
    expect(await ask(who, reported, 'OpenVisit', await arrival(reported, TODAY))).toBe('409 OUT_OF_TURN');
    const report = { occurredOn: TODAY, summary: '自查发现委托手续归档不及时，已自行补齐', evidence: [] };
    await house.as(officer).give('cases', reported, 'ReportSelfInspection', report);
    expect(await stageOf(reported)).toBe('awaiting-visit');
    expect(await ask(officer, reported, 'ReportSelfInspection', report)).toBe('409 OUT_OF_TURN');
    await house.as(who).give('cases', reported, 'OpenVisit', await arrival(reported, TODAY));
    await house.as(who).give('cases', reported, 'EndVisit', await end(reported, TODAY));
    await record(house, lawyers, reported, TODAY, nothingFound);
    await approve(house, lawyers, reported);
    expect(await stageOf(reported)).toBe('awaiting-publication');
  });

  it('R69 alongside: the visit doesn’t wait, and the report is taken while it goes on', async () => {
    expect(await stageOf(meanwhile)).toBe('awaiting-visit');
    const who = await leading(meanwhile);
    await house.as(who).give('cases', meanwhile, 'OpenVisit', await arrival(meanwhile, TODAY));
    const report = { occurredOn: TODAY, summary: '自查未发现问题', evidence: [] };
    await house.as(who).give('cases', meanwhile, 'ReportSelfInspection', report);
    expect(await stageOf(meanwhile)).toBe('inspecting');
    await house.as(who).give('cases', meanwhile, 'EndVisit', await end(meanwhile, TODAY));
  });

  it('an unannounced visit has its reason from the approver, and its notice on arrival, before anybody leaves', async () => {
    const approval = { unannounced: true, reason: ' ' };
    expect(await ask(head, surprised, 'ApproveInspection', approval)).toMatch(/^422 /);
    await approved(surprised, true, '防止转移、补造卷宗');
    const who = await leading(surprised);
    await house.as(who).give('cases', surprised, 'OpenVisit', await arrival(surprised, TODAY));
    expect(await stageOf(surprised)).toBe('inspecting');
    expect(await ask(who, surprised, 'EndVisit', await end(surprised, TODAY))).toBe('409 NOTICE_ON_ARRIVAL_MISSING');
    await house.as(who).give('cases', surprised, 'ServeNotice', { ...notice, selfInspectionDueOn: null });
    await house.as(who).give('cases', surprised, 'EndVisit', await end(surprised, TODAY));
    await record(house, lawyers, surprised, TODAY, nothingFound);
    expect(await stageOf(surprised)).toBe('awaiting-approval');
  });

  it('R69 first: a day that passes without a report opens the visit all the same, recorded once', async () => {
    const who = await leading(lapsed);
    expect(await stageOf(lapsed)).toBe('self-inspecting');
    await house.on(DUE);
    expect(await stageOf(lapsed)).toBe('self-inspecting');
    await house.on(AFTER);
    await until(async () => (await stageOf(lapsed)) === 'awaiting-visit', 'the end of the self-inspection');
    const passed = (await caseOf(house, lapsed)).deadlines.filter(({ kind }) => kind === 'self-inspection');
    expect(passed.every(({ passed: over }) => over)).toBe(true);
    await house.as(who).give('cases', lapsed, 'OpenVisit', await arrival(lapsed, AFTER));
    expect(await stageOf(lapsed)).toBe('inspecting');
  });
});
