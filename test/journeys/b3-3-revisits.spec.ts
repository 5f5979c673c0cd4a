import { file, lawyers } from './inspection';
import { followed, found, numbered, openFourth, publishAll, type FollowedCase } from './fourth';
import { until, type House } from './server';

const [first, second] = [1, 2].map(numbered) as [string, string];
const { officer, rectification, leader } = lawyers;
const VISIT = '2023-07-18';
const REMEDIES = '不服本决定的，可以自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。';

interface Dated {
  readonly case: string;
  readonly on: string;
  readonly inspectors: readonly string[];
  readonly place: string | null;
}
interface Line {
  readonly case: string;
  readonly arranged: { readonly on: string; readonly inspectors: readonly string[] } | null;
  readonly arrangeable: boolean;
  readonly next: readonly string[];
}
interface Candidate {
  readonly inspector: string;
  readonly inspected: boolean;
  readonly bar: string | null;
}

describe('B三(三) 回访安排入卷', () => {
  let house: House;
  const on = (id: string): Promise<FollowedCase> => followed(house, id);
  const measure = { disposition: 'd1', finding: 'f1' };
  const rows = async <Row>(reader: string, path: string) =>
    (await house.as(reader).read<{ items: readonly Row[] }>(path)).items;
  const between = (from: string, to: string, reader = officer) =>
    rows<Dated>(reader, `/api/v1/revisits?from=${from}&to=${to}`);
  const lineOf = async (id: string) =>
    (await house.as(officer).list<Line>('/api/v1/follow-ups')).find((line) => line.case === id);
  const candidates = (id: string, day: string) =>
    rows<Candidate>(rectification, `/api/v1/cases/${id}/revisit-candidates?on=${day}`);
  const plan = async (id: string, day: string, more: object = {}) => {
    const { team } = await on(id);
    return { ...measure, on: day, inspectors: team.map(({ inspector }) => inspector), ...more };
  };
  const arranged = async (id: string, expected: string | undefined) =>
    until(async () => (await lineOf(id))?.arranged?.on === expected, `${id} arranged for ${expected}`);

  beforeAll(async () => {
    house = await openFourth([1, 2], VISIT, undefined, 'case/5');
    for (const id of [first, second]) {
      await found(house, id, VISIT, {
        text: '卷宗手续不全。',
        resultClass: 'correction-ordered',
        severity: 'ordinary',
      });
      await publishAll(house, id);
      const order = { finding: 'f1', occurredOn: VISIT, text: '责令补齐', dueOn: '2023-08-11', remedies: REMEDIES };
      await house.as(officer).give('cases', id, 'OrderCorrection', order);
      const evidence = [await file(house, id, officer, '送达回证.pdf', 'd1')];
      const service = { ...measure, paper: 'correction-order', how: 'in-person', evidence, occurredOn: VISIT };
      await house.as(officer).give('cases', id, 'ServeDocument', service);
    }
    await house.on('2023-08-04');
    for (const id of [first, second]) {
      const report = { ...measure, occurredOn: '2023-08-04', text: '已补齐', evidence: [] };
      await house.as(rectification).give('cases', id, 'ReportRectification', report);
    }
  });
  afterAll(() => house.close());

  it('R84 nothing is arranged yet, and the ledger says that it comes next', async () => {
    await until(async () => (await lineOf(first))?.next.includes('RecordFollowUp') ?? false, 'the revisit is due');
    expect(await lineOf(first)).toMatchObject({ arranged: null, arrangeable: true });
    expect((await lineOf(first))?.next[0]).toBe('ArrangeRevisit');
    expect(await between('2023-08-01', '2023-09-30')).toEqual([]);
  });

  it('R60 R84 refuses one alone, a day off, a day that has passed, one after the last without a reason, and whoever may not', async () => {
    const refused = async (day: string, more: object = {}) =>
      house.as(rectification).refused('cases', first, 'ArrangeRevisit', await plan(first, day, more));
    const { team } = await on(first);
    expect(await refused('2023-08-08', { inspectors: [team[0]?.inspector] })).toBe('409 TOO_FEW_INSPECTORS');
    expect(await refused('2023-08-12')).toBe('422 REVISIT_ON_DAY_OFF');
    expect(await refused('2023-08-03')).toBe('422 REVISIT_DAY_PAST');
    expect(await refused('2023-08-28')).toBe('422 REVISIT_AFTER_DUE');
    expect(await refused('2028-08-28')).toBe('409 CALENDAR_YEAR_MISSING');
    expect(await house.as(leader).refused('cases', first, 'ArrangeRevisit', await plan(first, '2023-08-08'))).toBe(
      '403 ROLE_MISSING',
    );
    expect((await on(first)).revisits).toEqual([]);
  });

  it('R61 R22 says who may go on a day by the bars of the command; rotation is none', async () => {
    const people = await candidates(first, '2023-08-08');
    const { team } = await on(first);
    const inspected = people.filter((one) => one.inspected);
    expect(inspected.map(({ inspector }) => inspector).sort()).toEqual(team.map(({ inspector }) => inspector).sort());
    expect(inspected.map(({ bar }) => bar)).toEqual(inspected.map(() => null));
    const [member] = team;
    const absence = { person: member?.inspector, from: '2023-08-09', to: '2023-08-09' };
    await house.as(officer).give('inspectors', 'chaozhou', 'RecordAbsence', absence);
    const away = await candidates(first, '2023-08-09');
    expect(away.find(({ inspector }) => inspector === member?.inspector)?.bar).toBe('absent');
    expect(
      await house.as(rectification).refused('cases', first, 'ArrangeRevisit', await plan(first, '2023-08-09')),
    ).toBe('409 INSPECTOR_BARRED');
    const future = await candidates(first, '2035-01-02');
    expect(future.every(({ bar }) => bar === 'certificate')).toBe(true);
  });

  it('R84 is arranged once, and ledger, calendar, case and the other’s desk know of it', async () => {
    const asked = await plan(first, '2023-08-08', { part: 'morning' });
    await house.as(rectification).give('cases', first, 'ArrangeRevisit', asked);
    await arranged(first, '2023-08-08');
    expect((await lineOf(first))?.next).not.toContain('ArrangeRevisit');
    expect(await house.as(officer).refused('cases', first, 'ArrangeRevisit', asked)).toBe('409 REVISIT_ARRANGED');
    await house.as(rectification).give('cases', second, 'ArrangeRevisit', await plan(second, '2023-08-08'));
    await arranged(second, '2023-08-08');
    const { object } = await on(first);
    const day = await between('2023-08-08', '2023-08-08');
    expect(day.map((one) => one.case)).toEqual([first, second].sort());
    expect(day.find((one) => one.case === first)?.place).toBe(object?.premises);
    expect((await on(first)).revisits).toMatchObject([{ on: '2023-08-08', part: 'morning', cancelled: null }]);
    const form = await house
      .as(officer)
      .list<{ measures: readonly { arranged: { on: string } | null }[] }>(`/api/v1/cases/${first}/revisit`);
    expect(form[0]?.measures[0]?.arranged?.on).toBe('2023-08-08');
    expect((await house.as(officer).send('GET', '/api/v1/revisits?from=2023-08-09&to=2023-08-08')).status).toBe(400);
  });

  it('R84 is changed and given up with a reason, and what it was stays on record', async () => {
    const moved = await plan(first, '2023-08-10', { part: 'morning' });
    expect(await house.as(officer).refused('cases', first, 'ChangeRevisit', { ...moved, reason: ' ' })).toBe(
      '422 VALIDATION_FAILED',
    );
    await house.as(officer).give('cases', first, 'ChangeRevisit', { ...moved, reason: '机构负责人八日外出' });
    await arranged(first, '2023-08-10');
    expect((await on(first)).revisits).toMatchObject([
      { on: '2023-08-10', changes: [{ from: '2023-08-08', reason: '机构负责人八日外出' }] },
    ]);
    await house.as(rectification).give('cases', second, 'CancelRevisit', { ...measure, reason: '改由书面核查' });
    await arranged(second, undefined);
    expect((await between('2023-08-01', '2023-08-31')).map((one) => [one.case, one.on])).toEqual([
      [first, '2023-08-10'],
    ]);
    const events = await house.as(officer).list<{ type: string }>(`/api/v1/cases/${first}/events`);
    expect(events.map(({ type }) => type).filter((type) => type.startsWith('Revisit'))).toEqual([
      'RevisitArranged',
      'RevisitChanged',
    ]);
    const path = encodeURIComponent('/revisits/0/on');
    const history = await rows<{ after: string; by: { why: string | null } }>(
      officer,
      `/api/v1/cases/${first}/fields/${path}/history`,
    );
    expect(history.map(({ after, by }) => [after, by.why])).toEqual([
      ['2023-08-08', null],
      ['2023-08-10', '机构负责人八日外出'],
    ]);
  });

  it('R60 R84 the revisit tells who was there, and why it wasn’t as arranged', async () => {
    await house.on('2023-08-11');
    const { team } = await on(first);
    const present = team.map(({ inspector }) => inspector);
    const made = { ...measure, occurredOn: '2023-08-11', passed: true, method: 'onSite', text: '已补齐', evidence: [] };
    const refused = (more: object) =>
      house.as(rectification).refused('cases', first, 'RecordFollowUp', { ...made, ...more });
    expect(await refused({})).toBe('409 TOO_FEW_INSPECTORS');
    expect(await refused({ present })).toBe('422 REVISIT_DIFFERS');
    const deviation = '十日台风停工，顺延一日';
    await house.as(rectification).give('cases', first, 'RecordFollowUp', { ...made, present, deviation });
    const [one] = (await on(first)).dispositions;
    expect(one).toMatchObject({ state: 'corrected', rounds: [{ followUp: { present, deviation } }] });
    await until(async () => (await lineOf(first)) === undefined, 'the line is gone');
    expect(await between('2023-08-01', '2023-08-31')).toEqual([]);
  });
});
