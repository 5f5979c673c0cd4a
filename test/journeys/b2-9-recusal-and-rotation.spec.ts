import type { CaseBody } from './bodies';
import { draw, type Ceremony } from './ceremony';
import { caseAt, caseOf, lawyers } from './inspection';
import { loginOf } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

const { officer, head, leader } = lawyers;
const CASE = `${task(4)}-1`;
const TODAY = '2023-07-10';
const team: Ceremony = { officer, plan: PLAN, series: `${task(4)}:team` };
const inspector = (number: number) => `p-chaozhou-inspector-${number}`;

interface Seats {
  readonly attempts: readonly {
    readonly request: { readonly inspectors: readonly { readonly id: string }[] };
    readonly people: Readonly<Record<string, string>>;
    readonly seatReplacements: readonly {
      readonly to: string;
      readonly alsoBarred: readonly { readonly inspector: string; readonly reason: string }[];
    }[];
  }[];
}

describe('B二(九) 一定周期内不得由同一人员检查，有利害关系的应当回避', () => {
  let house: House;
  const own = (number: number) => house.as(`chaozhou-inspector-${number}`);
  const people = async () => (await caseOf(house, CASE)).team.map((member) => member.inspector);
  const replaceSeat = (seat: number) =>
    house.as(officer).ask('selections', team.series, 'ReplaceDrawnInspector', { case: CASE, seat, reason: '应当回避' });

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 3);
    for (const institution of ['lf-01', 'lf-02', 'lf-03']) {
      await house.as(officer).give('rosters', 'chaozhou.law-firm', 'ImportPriorInspection', {
        institution,
        inspectedOn: '2023-02-20',
        inspectingBody: 'chaozhou',
        method: 'onSite',
        random: false,
        inspectors: [1, 2, 3, 4, 5, 6, 7].map(inspector),
        result: '未发现问题',
        dataSource: '测试数据',
      });
    }
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on(TODAY);
    await draw(house, { officer, plan: PLAN, series: task(4) });
    await caseAt(house, CASE, 'awaiting-team');
    // A shorter period binds the cases to come; the one that is open keeps its twelve months.
    const rotationMonths = { value: 1, source: { kind: 'own', note: '局长办公会议决定' } };
    await house
      .as(leader)
      .give('organs', 'chaozhou', 'ReviseRules', { changes: { rotationMonths }, reason: '缩短轮换周期' });
  });
  afterAll(() => house.close());

  it('R59 R60 trap 5 refuses a draw that can’t be filled, says who is kept away by what, and fixes nothing', async () => {
    const { status, body } = await house.as(officer).ask('selections', team.series, 'FreezeTeamDraw', {
      plan: PLAN,
      contributors: [{ role: '行业协会代表' }],
    });
    expect([status, body.code]).toEqual([409, 'TEAM_INFEASIBLE']);
    expect(body.detail).toContain('7 人上次检查过');
    expect(body.detail).toContain('（限 潮州市司法局）');
    expect(body.detail).not.toContain('chaozhou');
    expect((await house.as(officer).get(`/api/v1/selections/${encodeURIComponent(team.series)}`)).status).toBe(404);
  });

  it('R59 trap 5 a leader alone waives rotation, with a reason, for one person, institution and task', async () => {
    const institution = (await caseOf(house, CASE)).object?.id;
    const waiver = { person: inspector(2), institution, task: task(4), reason: '持证人员不足' };
    const refused = (who: string, more: object) =>
      house.as(who).refused('inspectors', 'chaozhou', 'WaiveRotation', { ...waiver, ...more });
    expect(await refused(head, {})).toBe('403 ROLE_MISSING');
    expect(await refused(leader, { person: 'p-chaozhou-leader' })).toBe('409 ROTATION_WAIVER_OWN');
    expect(await refused(leader, { reason: ' ' })).toMatch(/^4/);
    for (const number of [2, 3, 4]) {
      await house.as(leader).give('inspectors', 'chaozhou', 'WaiveRotation', { ...waiver, person: inspector(number) });
    }
    expect(await refused(leader, {})).toBe('409 ROTATION_WAIVED');
    const { items } = await house.as(head).read<{ items: object[] }>('/api/v1/inspectors/chaozhou/rotation-waivers');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ ...waiver, by: leader });
    await draw(house, team);
    await caseAt(house, CASE, 'awaiting-notice');
    const drawn = await people();
    expect(drawn).toHaveLength(2);
    expect([2, 3, 4, 8].map(inspector)).toEqual(expect.arrayContaining(drawn));
  });

  it('R61 trap 6 who is left out since the draw doesn’t come in for a recused colleague, and the record says why', async () => {
    const [first, second] = (await people()) as [string, string];
    const free = [2, 3, 4, 8].map(inspector).filter((person) => person !== first && person !== second);
    const [interested, last] = free as [string, string];
    await house.as(loginOf(interested)).give('inspectors', 'chaozhou', 'DeclareInterest', {
      interest: 'late-1',
      person: interested,
      institution: (await caseOf(house, CASE)).object?.id,
      relation: 'kin',
      weight: 'hard',
      source: 'self',
      from: TODAY,
      case: CASE,
    });
    await house.as(officer).give('cases', CASE, 'RequestRecusal', {
      recusal: 'r1',
      inspector: first,
      ground: '机构称其为对方当事人近亲属',
      origin: 'institution',
      occurredOn: TODAY,
    });
    await house.as(head).give('cases', CASE, 'DecideRecusal', { recusal: 'r1', granted: true, reason: '查证属实' });
    const awaited = await house.as(head).read<{ items: readonly object[] }>(`/api/v1/cases/${CASE}/replacements`);
    expect(awaited.items).toEqual([{ inspector: first, recusal: 'r1', request: null, reason: '已决定回避' }]);
    expect((await replaceSeat(0)).status).toBe(200);
    await until(async () => (await people()).includes(last), 'the replacement');
    expect(await people()).toEqual([last, second]);
    const { items } = await house.as(head).read<{ items: readonly object[] }>(`/api/v1/cases/${CASE}/replacements`);
    expect(items).toEqual([]);

    const { attempts } = await house.as(officer).read<Seats>(`/api/v1/selections/${encodeURIComponent(team.series)}`);
    const who = attempts[0]?.people ?? {};
    const replacement = attempts[0]?.seatReplacements[0];
    expect(who[replacement?.to ?? '']).toBe(last);
    const bars = replacement?.alsoBarred.map((bar) => `${who[bar.inspector]} ${bar.reason}`);
    expect(new Set(bars)).toEqual(new Set([`${first} recusal`, `${interested} recusal`]));
  });

  it('R60 trap 5 where nobody is left, nobody is picked by hand', async () => {
    const before = await people();
    const { status, body } = await replaceSeat(1);
    expect([status, body.code]).toEqual([409, 'NO_REPLACEMENT']);
    expect(await people()).toEqual(before);
  });

  it('R22 trap 5 a certificate is looked at again on the day of the visit, and so is the library', async () => {
    const id = 'fc-chaozhou-2023-1';
    const certificate = { kind: 'provincial', validFrom: '2021-01-01', validUntil: '2023-07-12' };
    for (const number of [1, 2]) {
      await house.as('chaozhou-supervision').give('inspectors', 'chaozhou', 'EnrolInspector', {
        person: `p-short-${number}`,
        fields: ['law-firm'],
        certificate,
      });
    }
    await house.as(leader).give('cases', id, 'OpenForCause', {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: 'lf-01',
      ground: 'complaint',
      source: { reference: '投诉〔2023〕17号', receivedOn: TODAY },
      method: 'onSite',
      window: { from: TODAY, to: '2023-12-20' },
      proposedBy: officer,
      occurredOn: TODAY,
    });
    const inspectors = [inspector(8), 'p-short-1', 'p-short-2'];
    await house.as(head).give('cases', id, 'AppointTeam', { inspectors, reason: '投诉核查', occurredOn: TODAY });
    await house.as(officer).give('cases', id, 'ServeNotice', { occurredOn: TODAY, document: '通知书1号' });
    await house.on('2023-07-14');
    const { object } = (await caseOf(house, id)) as CaseBody;
    const open = (present: readonly string[]) =>
      own(8).refused('cases', id, 'OpenVisit', { present, occurredOn: '2023-07-14', premises: object?.premises });
    expect(await open([inspector(8), 'p-short-1'])).toBe('409 CERTIFICATE_INVALID');
    await house.as('chaozhou-supervision').give('inspectors', 'chaozhou', 'RenewCertificate', {
      person: 'p-short-1',
      certificate: { ...certificate, validUntil: '2026-07-12' },
    });
    await house.as('chaozhou-supervision').give('inspectors', 'chaozhou', 'RenewCertificate', {
      person: 'p-short-2',
      certificate: { ...certificate, validUntil: '2026-07-12' },
    });
    await house.as('chaozhou-supervision').give('inspectors', 'chaozhou', 'WithdrawInspector', {
      person: 'p-short-2',
      reason: '调离',
      occurredOn: '2023-07-13',
    });
    expect(await open([inspector(8), 'p-short-2'])).toBe('409 CERTIFICATE_INVALID');
    expect(await open([inspector(8), 'p-short-1'])).toBe('OpenVisit went through');
  });
});
