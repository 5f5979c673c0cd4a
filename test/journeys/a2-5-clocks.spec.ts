import type { RecordedEvent } from '@srd/kernel';
import { draw } from './ceremony';
import { approveAndNotify, caseAt, caseOf, nothingFound, record, services, visit } from './inspection';
import { loginOf } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const notary = `${task(2)}-1`;
const forensic = `${task(1)}-1`;
const { officer, head, leader } = services;

interface DueBody {
  readonly id: string;
  readonly kind: string;
  readonly subject: { readonly id: string };
  readonly on: string;
  readonly otherUnitOn: string | null;
  readonly rule: string;
  readonly basis: string;
  readonly roles: readonly string[];
  readonly daysLeft: number;
  readonly overdue: boolean;
  readonly recorded: boolean;
  readonly escalatedTo: string | null;
}

describe('A二(五) 检查后5日内：国庆假期前的两日联合检查', () => {
  let house: House;
  const due = (query: string, reader = officer) => house.as(reader).list<DueBody>(`/api/v1/due?${query}`);
  const publicationOf = async (id: string) =>
    (await due('section=public-legal-services')).find((one) => one.subject.id === id && one.kind === 'publication');
  const passings = async (id: string) =>
    (await house.as(officer).list<RecordedEvent>(`/api/v1/cases/${id}/events`)).filter(
      ({ type }) => type === 'DeadlinePassed',
    );

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 1);
    await house.on('2023-06-05');
    await planAndAllot(house, [1, 2], '2023-06-05');
    await house.on('2023-09-04');
    for (const series of [task(1), task(2)]) {
      await draw(house, { officer, plan: PLAN, series });
      await caseAt(house, `${series}-1`, 'awaiting-team', officer);
      await draw(house, { officer, plan: PLAN, series: `${series}:team` });
      await caseAt(house, `${series}-1`, 'awaiting-notice', officer);
      await approveAndNotify(house, services, `${series}-1`, '2023-09-04');
    }
    await house.on('2023-09-27');
    const { team, object } = await caseOf(house, notary, officer);
    const leading = loginOf(team.find(({ organ }) => organ === 'chaozhou')?.inspector ?? '');
    const present = team.map(({ inspector }) => inspector);
    const arrival = { present, occurredOn: '2023-09-27', premises: object?.premises };
    await house.as(leading).give('cases', notary, 'OpenVisit', arrival);
    await house.on('2023-09-28');
    const { visits } = await caseOf(house, notary, officer);
    const end = { visit: visits[0]?.visit, occurredOn: '2023-09-28' };
    await house.as(leading).give('cases', notary, 'EndVisit', end);
    await visit(house, services, forensic, '2023-09-28');
  });
  afterAll(() => house.close());

  it('R73 C8 trap 9 counts from the end of the last day: 10-03 in calendar days, 10-11 in working days, by a named rule', async () => {
    for (const id of [notary, forensic]) {
      expect(await publicationOf(id)).toMatchObject({
        on: '2023-10-03',
        otherUnitOn: '2023-10-11',
        rule: 'publication',
        roles: ['section-officer'],
        daysLeft: 5,
        overdue: false,
        escalatedTo: null,
      });
    }
  });

  it('C9 has the inner targets before it, each for whoever has to act', async () => {
    const inner = (await due('role=inspector')).filter(({ subject }) => subject.id === notary);
    expect(inner.map(({ kind, on }) => [kind, on])).toEqual([['record', '2023-09-30']]);
    const heads = (await due('role=section-head&until=2023-10-02')).filter(({ subject }) => subject.id === notary);
    expect(heads.map(({ kind, on }) => [kind, on])).toEqual([['approve', '2023-10-02']]);
  });

  it('trap 9 an inner target that passed goes to the head, not yet to the leader', async () => {
    await house.on('2023-10-01');
    const late = (await due('escalatedTo=section-head', head)).map(({ kind, subject }) => [kind, subject.id]);
    expect(late).toEqual([
      ['record', forensic],
      ['record', notary],
    ]);
    expect(await due('escalatedTo=leader', leader)).toEqual([]);
  });

  it('trap 9 a result that the approver returns on D+4 doesn’t stop the clock; the leader sees it', async () => {
    for (const id of [notary, forensic]) await record(house, services, id, '2023-10-01', nothingFound);
    await house.on('2023-10-02');
    const back = { department: 'chaozhou', reason: '请补充检查照片' };
    await house.as(head).give('cases', forensic, 'ReturnFindings', back);
    expect(await publicationOf(forensic)).toMatchObject({ on: '2023-10-03', overdue: false });
    await house.on('2023-10-03');
    expect((await due('escalatedTo=leader', leader)).map(({ kind, subject }) => [kind, subject.id])).toEqual([
      ['approve', forensic],
      ['approve', notary],
    ]);
  });

  it('trap 9 nothing has passed on the last day itself; the process is killed, and the day’s end is recorded once', async () => {
    const publications = async (id: string) =>
      (await passings(id)).filter(({ data }) => data['kind'] === 'publication');
    expect(await publications(forensic)).toEqual([]);
    await house.restart('kill');
    await house.on('2023-10-04');
    await house.restart('kill');
    await house.on('2023-10-05');
    for (const id of [notary, forensic]) expect(await publications(id)).toMatchObject([{ data: { on: '2023-10-03' } }]);
    const late = (await due('escalatedTo=leader&overdue=true', leader)).filter(({ kind }) => kind === 'publication');
    expect(late.map(({ subject, recorded }) => [subject.id, recorded])).toEqual([
      [forensic, true],
      [notary, true],
    ]);
  });

  it('trap 9 killed while the clock jumps over weeks: what had passed isn’t passed again', async () => {
    await house.as(leader).session();
    const moving = house.as(leader).send('POST', '/api/v1/demonstration/clock', { day: '2023-11-20' });
    await new Promise((resolve) => setTimeout(resolve, 40));
    await Promise.allSettled([house.restart('kill'), moving]);
    await house.on('2023-11-20');
    await house.restart();
    await house.on('2023-11-21');
    for (const id of [notary, forensic]) {
      const names = (await passings(id)).map(({ data }) => data['deadline']);
      expect(new Set(names).size).toBe(names.length);
    }
    const reports = (await due('organ=chaozhou&escalatedTo=leader', leader)).filter(({ kind }) => kind === 'report');
    expect(reports.map(({ on, recorded }) => [on, recorded])).toEqual([
      ['2023-10-31', true],
      ['2023-10-31', true],
    ]);
  });
});
