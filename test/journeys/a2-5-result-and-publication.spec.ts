import type { Approver } from '@srd/application';
import { canonicalize, type JsonValue } from '@srd/kernel';
import type { CaseBody, ResultBody } from './bodies';
import { draw } from './ceremony';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  fileCopy,
  lawyers,
  nothingFound,
  publish,
  record,
  recorderOf,
  visit,
} from './inspection';
import { CANARY, loginOf, personOf } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

const [clean, ordered] = [1, 2].map((number) => `${task(4)}-${number}`) as [string, string];

describe('A二(五) 执法检查重点：录入、审批、五日内公示、抄送', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08');
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05');
    await house.on('2023-07-10');
    await draw(house, { officer: lawyers.officer, plan: PLAN, series: task(4) });
    await caseAt(house, `${task(4)}-5`, 'awaiting-team');
    await draw(house, { officer: lawyers.officer, plan: PLAN, series: `${task(4)}:team` });
    await caseAt(house, clean, 'awaiting-notice');
    await caseAt(house, ordered, 'awaiting-notice');
  });
  afterAll(() => house.close());

  it('asks for approval and notice before anybody comes', async () => {
    const { team, object } = await caseOf(house, clean);
    const leading = house.as(loginOf(team[0]?.inspector ?? ''));
    const present = team.map(({ inspector }) => inspector);
    const arrival = { present, occurredOn: '2023-07-10', premises: object?.premises };
    expect(await leading.refused('cases', clean, 'OpenVisit', arrival)).toMatch(/^409/);
    await approveAndNotify(house, lawyers, clean, '2023-07-10');
  });

  it('R60 R65 wants two inspectors at the registered premises', async () => {
    await house.on('2023-07-18');
    const { team, object } = await caseOf(house, clean);
    const [first] = team;
    const leading = house.as(loginOf(first?.inspector ?? ''));
    const alone = { present: [first?.inspector], occurredOn: '2023-07-18', premises: object?.premises };
    expect(await leading.refused('cases', clean, 'OpenVisit', alone)).toBe('409 TOO_FEW_INSPECTORS');
    const elsewhere = { present: team.map(({ inspector }) => inspector), occurredOn: '2023-07-18', premises: '别处' };
    expect(await leading.refused('cases', clean, 'OpenVisit', elsewhere)).toBe('409 NOT_AT_PREMISES');
    await visit(house, lawyers, clean, '2023-07-18');
  });

  it('R73 C9 owes the result within five days after the visit, and says by which rule', async () => {
    const { deadlines } = await caseOf(house, clean);
    const publication = deadlines.find(({ kind }) => kind === 'publication');
    expect(publication?.on).toBe('2023-07-23');
  });

  it('R72 C7 is approved by another person than the one who recorded it', async () => {
    await record(house, lawyers, clean, '2023-07-18', nothingFound);
    const recorder = await recorderOf(house, lawyers, clean);
    expect(await house.as(recorder).refused('cases', clean, 'ApproveFindings', {})).toBe('403 ROLE_MISSING');
    await approve(house, lawyers, clean);
  });

  it('R72 R104 refuses a recorder who also heads the section', async () => {
    // The head of the section is given the inspector's part too, and is told that one can't do both.
    await approveAndNotify(house, lawyers, ordered, '2023-07-18');
    await visit(house, lawyers, ordered, '2023-07-18');
    const recorder = await recorderOf(house, lawyers, ordered);
    const grant = { role: 'section-head', section: 'lawyer-administration' };
    const { revision } = await house
      .as('chaozhou-admin-1')
      .read<{ items: readonly { account: string; revision: number }[] }>('/api/v1/accounts?limit=200')
      .then(({ items }) => items.find(({ account }) => account === recorder) ?? { revision: -1 });
    const proposed = await house.as('chaozhou-admin-1').ask('accounts', recorder, 'ProposeRole', grant, {
      'if-match': `"${revision}"`,
    });
    expect(proposed.status).toBe(200);
    await house.as('chaozhou-admin-2').give('accounts', recorder, 'ConfirmRole', grant);
    await record(house, lawyers, ordered, '2023-07-18', {
      text: '抽查卷宗10件，3件委托手续不全。',
      resultClass: 'correction-ordered',
      severity: 'ordinary',
    });
    expect(await house.as(recorder).refused('cases', ordered, 'ApproveFindings', {})).toBe('403 RECORDER_APPROVES');
  });

  it('R72 C7 trap 14 lists who may approve instead: the head, the leader as substitute, and who may not and why', async () => {
    const recorder = await recorderOf(house, lawyers, ordered);
    const list = `/api/v1/cases/${ordered}/approvers`;
    const { items } = await house.as(lawyers.officer).read<{ items: readonly Approver[] }>(list);
    const row = (account: string, role: string, substitute: boolean, bar: string | null) => {
      const person = personOf(account);
      return { department: 'chaozhou', account, person, role, substitute, bar };
    };
    expect(items).toEqual([
      ...[row(lawyers.head, 'section-head', false, null), row(recorder, 'section-head', false, 'recorder')].sort(
        (a, b) => (a.account < b.account ? -1 : 1),
      ),
      row(lawyers.leader, 'leader', true, null),
    ]);
    // Who stands on the list as free to approve is not refused as a person.
    await house.as(lawyers.leader).give('cases', ordered, 'ReturnFindings', { reason: '请补充卷宗编号' });
    await record(house, lawyers, ordered, '2023-07-18', {
      text: '抽查卷宗10件，3件委托手续不全。',
      resultClass: 'correction-ordered',
      severity: 'ordinary',
    });
    expect((await house.anybody.get(list)).status).toBe(401);
    expect((await house.as('fagaiju-officer').get(list)).status).toBe(404);
  });

  it('R74 R75 publishes the seven fields, after somebody has read them, and no person (C24)', async () => {
    expect(await house.anybody.list('/api/v1/public/results')).toEqual([]);
    const { debts } = await caseOf(house, clean);
    const unread = { debt: debts[0]?.debt, channel: 'portal', read: false };
    expect(await house.as(lawyers.officer).refused('cases', clean, 'PostPublication', unread)).toBe(
      '422 TEXT_NOT_READ',
    );
    await publish(house, lawyers, clean);
    const [result] = await house.anybody.list<ResultBody>('/api/v1/public/results');
    const { object } = await caseOf(house, clean);
    expect(result).toEqual({
      organ: 'chaozhou',
      plan: PLAN,
      task: task(4),
      publishedAt: expect.any(String) as string,
      institutionName: object?.name,
      registrationNumber: expect.stringMatching(/^TEST-lf-/) as string,
      inspectedOn: '2023-07-18',
      method: '实地检查',
      scope: '对律师事务所的行政检查',
      result: expect.stringContaining('未发现问题') as string,
      breachHandling: '无',
      case: clean,
      publication: 'result-1',
      kind: 'result',
      replaces: null,
      notice: null,
      further: {},
      earlier: [],
    });
    expect(JSON.stringify(result)).not.toMatch(new RegExp(`${CANARY}|inspector|1380000`));
  });

  it('R73 R102 files a copy with 法治督察科, by a receipt, and closes the case', async () => {
    await fileCopy(house, lawyers, clean, '2023-07-18');
    expect((await caseOf(house, clean)).stage.label).toBe('已办结');
  });

  it('trap 14 keeps the text that was published when a result is amended by two people', async () => {
    const { findings } = await caseOf(house, clean);
    const amendment = {
      amendment: 'amendment-1',
      finding: findings[0]?.finding,
      text: '按事项清单逐项检查，未发现问题；另附说明。',
      reason: '补充说明',
    };
    await house.as(lawyers.officer).give('cases', clean, 'ProposeAmendment', amendment);
    await house.as(lawyers.head).give('cases', clean, 'ApproveAmendment', { amendment: 'amendment-1' });
    expect((await caseOf(house, clean)).debts.map(({ status }) => status)).toEqual(['discharged', 'owed']);
    await publish(house, lawyers, clean);
    const results = await house.anybody.list<ResultBody>('/api/v1/public/results');
    expect(results.map(({ result }) => result)).toEqual([expect.stringContaining('另附说明')]);
    const events = await house.as(lawyers.officer).list<{ type: string }>(`/api/v1/cases/${clean}/events`);
    expect(events.filter(({ type }) => type === 'PublicationPosted')).toHaveLength(2);
  });

  it('trap 9 notes that a deadline passed, once, when the day is over', async () => {
    await approve(house, lawyers, ordered);
    await house.on('2023-07-25');
    const passed = await until(async () => {
      const { deadlines } = await caseOf(house, ordered);
      return deadlines.filter((each) => each.passed).length > 0 && deadlines;
    }, 'the passing of the deadline');
    expect(passed.some(({ kind, passed: isPassed }) => kind === 'publication' && isPassed)).toBe(true);
    const noted = async () => {
      const events = await house.as(lawyers.officer).list<{ type: string }>(`/api/v1/cases/${ordered}/events`);
      return events.filter(({ type }) => type === 'DeadlinePassed').length;
    };
    const before = await noted();
    await house.on('2023-07-27');
    expect(await noted()).toBe(before);
  });

  it('R62 R101 gives every event of a case in the form of the log, oldest first, and to nobody outside', async () => {
    interface Recorded {
      readonly revision: number;
      readonly type: string;
      readonly at: string;
      readonly actor: string;
      readonly salt: string;
      readonly meta: {
        readonly correlation: string;
        readonly causation: string | null;
        readonly basedOn: readonly object[];
      };
      readonly data: JsonValue;
    }
    const path = `/api/v1/cases/${clean}/events`;
    const purpose = encodeURIComponent('年度执法案卷评查');
    const events = await house.as('chaozhou-auditor').list<Recorded>(`${path}?purpose=${purpose}`);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    for (const [index, event] of events.entries()) {
      expect(Object.keys(event).sort()).toEqual(
        ['actor', 'at', 'data', 'id', 'meta', 'revision', 'salt', 'stream', 'type', 'version'].sort(),
      );
      expect(event.salt).toMatch(/^[0-9a-f]{32}$/);
      expect(event.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(event.at >= (events[index - 1]?.at ?? '')).toBe(true);
      expect(() => canonicalize(event.data)).not.toThrow();
      expect(Array.isArray(event.meta.basedOn)).toBe(true);
    }
    expect(JSON.stringify(events)).not.toContain(CANARY);
    const outside = await house.as('fagaiju-officer').get<CaseBody>(`/api/v1/cases/${clean}/events`);
    expect(outside.status).toBe(404);
  });
});
