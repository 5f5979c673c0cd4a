import { chaozhouCounty2023 } from '@srd/domain/organ';
import type { CaseBody } from './bodies';
import { draw } from './ceremony';
import { approveAndNotify, caseAt, caseOf, file, lawyers, nothingFound } from './inspection';
import { countyPeople } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

const { officer, head, leader } = lawyers;
const [entrusted, merged, checked] = [1, 2, 3].map((number) => `${task(4)}-${number}`) as [string, string, string];
const county = (number: number) => `p-raoping-inspector-${number}`;
const own = (number: number) => `p-chaozhou-inspector-${number}`;
const TODAY = '2023-07-10';

interface PreparedBody extends CaseBody {
  readonly delegation: { readonly to: string } | null;
  readonly merged: readonly { readonly case: string; readonly ground: string }[];
  readonly window: { readonly from: string; readonly to: string };
  readonly recusals: readonly { readonly recusal: string; readonly status: string; readonly origin?: string }[];
  readonly voided: string | null;
}

describe('B二(三)(九) 抽查准备: under the procedure that knows entrusting, merging, moving, checklists', () => {
  let house: House;
  const on = (id: string) => caseOf(house, id) as Promise<PreparedBody>;

  beforeAll(async () => {
    const counties = {
      id: 'raoping',
      preset: chaozhouCounty2023('饶平县司法局', 'chaozhou'),
      people: countyPeople('raoping'),
    };
    house = await House.open({ organs: [chaozhou, fagaiju, counties], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 30);
    await house.as(leader).give('organs', 'chaozhou', 'ReviseRules', {
      changes: { caseProcedure: { value: 'case/3', source: { kind: 'own', note: '局长办公会议决定' } } },
      reason: '采用新的办案程序',
    });
    const certificate = { kind: 'provincial', validFrom: '2021-01-01', validUntil: '2025-12-31' };
    for (const number of [1, 2, 3]) {
      const entry = { person: county(number), fields: ['law-firm'], certificate };
      await house.as('raoping-officer').give('inspectors', 'raoping', 'EnrolInspector', entry);
    }
    await house.as(officer).give('catalogues', 'chaozhou', 'ReviseItem', {
      item: 'law-firm-1',
      changes: { checklist: [{ id: 'e1', text: '收费标准是否公示' }] },
      reason: '增加检查表',
    });
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on(TODAY);
    await draw(house, { officer, plan: PLAN, series: task(4) });
    for (const id of [entrusted, merged, checked]) await caseAt(house, id, 'awaiting-team');
  });
  afterAll(() => house.close());

  it('R7 trap 13 entrusts to an organ directly below, and to no other', async () => {
    const paper = { document: '潮司委〔2023〕1号', reason: '对象在饶平县', occurredOn: TODAY };
    const ask = (who: string, to: string) =>
      house.as(who).refused('cases', entrusted, 'DelegateInspection', { to, ...paper });
    expect(await ask(head, 'raoping')).toBe('403 ROLE_MISSING');
    expect(await ask(leader, 'fagaiju')).toBe('409 NOT_SUBORDINATE');
    await house.as(leader).give('cases', entrusted, 'DelegateInspection', { to: 'raoping', ...paper });
    expect((await on(entrusted)).delegation?.to).toBe('raoping');
  });

  it('R21 trap 5 lends an inspector when both organs agree, each by its own person', async () => {
    const loan = {
      person: county(3),
      loan: 'loan-1',
      borrower: 'chaozhou',
      from: TODAY,
      until: '2023-12-31',
      reason: '市局检查人员不足',
      borrowerConsent: { by: head, document: '借调函1号', on: TODAY },
    };
    const lend = (more: object) =>
      house.as('raoping-head').refused('inspectors', 'raoping', 'LendInspector', { ...loan, ...more });
    expect(await lend({ borrowerConsent: { ...loan.borrowerConsent, by: 'raoping-leader' } })).toMatch(
      /LOAN_WITHOUT_CONSENT/,
    );
    expect(await lend({ borrowerConsent: { ...loan.borrowerConsent, by: officer } })).toMatch(/LOAN_WITHOUT_CONSENT/);
    expect(await house.as(head).refused('inspectors', 'raoping', 'LendInspector', loan)).toBe('403 OTHER_ORGAN');
    await house.as('raoping-head').give('inspectors', 'raoping', 'LendInspector', loan);
    const { items } = await house.as(head).read<{ items: object[] }>('/api/v1/inspectors/raoping/loans');
    expect(items).toMatchObject([{ loan: 'loan-1', borrower: 'chaozhou', endsOn: '2023-12-31' }]);
  });

  it('R61 states the year’s interests for oneself, and nobody else’s', async () => {
    const none = { year: 2023, interests: [], occurredOn: TODAY };
    const inspector = house.as('chaozhou-inspector-1');
    const other = { person: own(2), ...none };
    expect(await inspector.refused('inspectors', 'chaozhou', 'StateYearlyInterests', other)).toBe('403 OTHER_PERSON');
    await inspector.give('inspectors', 'chaozhou', 'StateYearlyInterests', { person: own(1), ...none });
    const twice = { person: own(1), ...none };
    expect(await inspector.refused('inspectors', 'chaozhou', 'StateYearlyInterests', twice)).toMatch(/STATEMENT_KNOWN/);
    const list = '/api/v1/inspectors/chaozhou/statements?year=2023';
    const { items } = await house.as(head).read<{ items: { person: string; statedOn: string | null }[] }>(list);
    expect(items.map(({ statedOn }) => statedOn)).toEqual([TODAY, ...Array.from({ length: 7 }, () => null)]);
    expect(items[0]?.person).toBe(own(1));
    expect((await inspector.get(list)).status).toBe(403);
    expect((await house.as('raoping-head').get(list)).status).toBe(404);
  });

  it('R7 R56 draws the team of an entrusted case from the county’s inspectors, the others from the city’s', async () => {
    await draw(house, { officer, plan: PLAN, series: `${task(4)}:team` });
    await caseAt(house, entrusted, 'awaiting-notice');
    const organs = (await on(entrusted)).team.map(({ organ }) => organ);
    expect(new Set(organs)).toEqual(new Set(['raoping']));
    await caseAt(house, merged, 'awaiting-notice');
    for (const { inspector, organ } of (await on(merged)).team) {
      expect([inspector, organ]).toEqual([inspector, inspector === county(3) ? 'raoping' : 'chaozhou']);
    }
    // Who inspects a case sees it, in whichever organ they are; the other county bureau people don't decide in it.
    expect((await house.as('raoping-inspector-1').get(`/api/v1/cases/${entrusted}`)).status).toBe(200);
    expect(await house.as('raoping-head').refused('cases', entrusted, 'ApproveInspection', {})).toBe('403 OTHER_ORGAN');
  });

  it('R48 R89 trap 11 takes a cause along at a drawn visit, and ends the case that needs no visit any more', async () => {
    const { object } = await on(merged);
    const cause = 'fc-chaozhou-2023-1';
    await house.as(leader).give('cases', cause, 'OpenForCause', {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: object?.id,
      ground: 'complaint',
      source: { reference: '投诉〔2023〕17号', receivedOn: '2023-07-06' },
      method: 'onSite',
      window: { from: TODAY, to: '2023-12-20' },
      proposedBy: officer,
      occurredOn: TODAY,
    });
    const merge = (id: string, other: string) =>
      house.as(head).refused('cases', id, 'MergeCause', { case: other, occurredOn: TODAY });
    const offers = await house.as(head).list<{ case: string }>(`/api/v1/cases/${cause}/merge-offers`);
    expect(offers.map((offer) => offer.case)).toEqual([merged]);
    expect(await merge(checked, cause)).toMatch(/NOT_SAME_OBJECT/);
    expect(await merge(merged, 'fc-chaozhou-2023-9')).toBe('404 UNKNOWN_SUBJECT');
    await house.as(head).give('cases', merged, 'MergeCause', { case: cause, occurredOn: TODAY });
    expect((await on(merged)).merged).toEqual([expect.objectContaining({ case: cause, ground: 'complaint' })]);
    await until(async () => (await on(cause)).stage.code === 'voided', 'the end of the merged case');
    expect(await merge(merged, cause)).toMatch(/NOT_TO_MERGE/);
  });

  it('R61 trap 6 a member states a conflict and asks to stand back; the head orders another to', async () => {
    const { team } = await on(checked);
    const [first, second] = team.map(({ inspector }) => inspector) as [string, string];
    const login = (person: string) => person.slice('p-'.length);
    const statement = { inspector: first, conflict: true, relation: '师生', recusal: 'r1', occurredOn: TODAY };
    expect(await house.as(login(second)).refused('cases', checked, 'StateConflict', statement)).toBe(
      '403 NOT_OWN_STATEMENT',
    );
    await house.as(login(first)).give('cases', checked, 'StateConflict', statement);
    await house
      .as(head)
      .give('cases', checked, 'DecideRecusal', { recusal: 'r1', granted: false, reason: '不影响公正' });
    const order = { recusal: 'r2', inspector: second, reason: '查明曾任该所律师', occurredOn: TODAY };
    expect(await house.as(officer).refused('cases', checked, 'OrderRecusal', order)).toBe('403 ROLE_MISSING');
    await house.as(head).give('cases', checked, 'OrderRecusal', order);
    const { recusals } = await on(checked);
    expect(recusals.map(({ recusal, status, origin }) => [recusal, status, origin])).toEqual([
      ['r1', 'declined', 'own'],
      ['r2', 'granted', 'office'],
    ]);
    const asked = { request: 'q1', outgoing: second, ground: 'recusal', recusal: 'r2', reason: '应当回避' };
    await house.as(head).give('cases', checked, 'RequestReplacement', asked);
    expect(await house.as(head).refused('cases', checked, 'RequestReplacement', { ...asked, request: 'q2' })).toMatch(
      /REPLACEMENT_ASKED/,
    );
  });

  it('R50 moves a visit out of the plan’s window with a reason, which 法治督察科 finds among the flags', async () => {
    const window = { from: '2023-11-20', to: '2024-01-15' };
    const move = { window, reason: '对象办公场所装修', occurredOn: TODAY };
    expect(await house.as(officer).refused('cases', checked, 'MoveVisit', move)).toBe('403 ROLE_MISSING');
    await house.as(head).give('cases', checked, 'MoveVisit', move);
    expect((await on(checked)).window).toEqual(window);
    const flagged = await house
      .as('chaozhou-supervision')
      .list<{ case: string; flags: readonly { code: string }[] }>('/api/v1/flags');
    expect(flagged.map((each) => [each.case, each.flags.map(({ code }) => code)])).toContainEqual([
      checked,
      ['moved-outside-plan'],
    ]);
  });

  it('R7 C24 the county’s inspectors go there with a code that anybody can check, and have it signed before they leave', async () => {
    await approveAndNotify(house, lawyers, entrusted, TODAY);
    await house.on('2023-08-10');
    const day = '2023-08-10';
    const { team, object, opened } = await on(entrusted);
    const login = (team[0]?.inspector ?? '').slice('p-'.length);
    const present = team.map(({ inspector }) => inspector);
    const inspector = house.as(login);
    await inspector.give('cases', entrusted, 'OpenVisit', { present, occurredOn: day, premises: object?.premises });
    const visit = ((await on(entrusted)).visits as unknown as { visit: string; visitCode: string | null }[]).at(-1);
    const shown = await house.anybody.read<Record<string, unknown>>(
      `/api/v1/public/visits/${visit?.visitCode?.toLowerCase()}`,
    );
    expect(shown).toMatchObject({ organ: 'chaozhou', unitName: '潮州市司法局', openedOn: day, approved: true });
    for (const hidden of [object?.name, object?.premises, ...present]) {
      expect(JSON.stringify(shown)).not.toContain(hidden);
    }
    const wrong = await house.anybody.get<{ detail: string }>('/api/v1/public/visits/0000000000');
    expect([wrong.status, wrong.body.detail.slice(0, 7)]).toEqual([404, '未查到该检查码']);
    const papers = [await file(house, entrusted, login, '执业材料.pdf')];
    await inspector.give('cases', entrusted, 'ReceiveMaterials', {
      list: ['收费台账'],
      evidence: papers,
      occurredOn: day,
    });
    const bare = { visit: visit?.visit, occurredOn: day };
    expect(await inspector.refused('cases', entrusted, 'EndVisit', bare)).toBe('422 SIGNATURE_MISSING');
    await inspector.give('cases', entrusted, 'EndVisit', { ...bare, signature: { kind: 'signed' } });
    const item = opened.items[0]?.id;
    await inspector.give('cases', entrusted, 'RecordFindings', {
      findings: [{ ...nothingFound, item }],
      signature: { kind: 'signed' },
      occurredOn: day,
    });
    await house.as(head).give('cases', entrusted, 'ApproveFindings');
    expect((await on(entrusted)).stage.code).toBe('awaiting-publication');
  });

  it('R23 R70 an item’s checklist is answered in the version that the case pinned, before a result is written', async () => {
    const id = 'fc-chaozhou-2023-2';
    const day = '2023-08-10';
    await house.as(officer).give('catalogues', 'chaozhou', 'PublishItems', { items: ['law-firm-1'], occurredOn: day });
    await house.as(leader).give('cases', id, 'OpenForCause', {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: (await on(checked)).object?.id,
      ground: 'report',
      source: { reference: '举报〔2023〕2号', receivedOn: '2023-08-08' },
      method: 'onSite',
      window: { from: day, to: '2023-12-20' },
      items: ['law-firm-1'],
      proposedBy: officer,
      occurredOn: day,
    });
    const inspectors = [own(1), own(2)];
    await house.as(head).give('cases', id, 'AppointTeam', { inspectors, reason: '举报核查', occurredOn: day });
    await house.as(officer).give('cases', id, 'ServeNotice', { occurredOn: day, document: '通知书2号' });
    const { object } = await on(id);
    const first = house.as('chaozhou-inspector-1');
    await first.give('cases', id, 'OpenVisit', { present: inspectors, occurredOn: day, premises: object?.premises });
    await first.give('cases', id, 'EndVisit', { visit: 'v1', occurredOn: day, signature: { kind: 'signed' } });
    const result = {
      findings: [{ ...nothingFound, item: 'law-firm-1' }],
      signature: { kind: 'signed' },
      occurredOn: day,
    };
    expect(await first.refused('cases', id, 'RecordFindings', result)).toBe('409 CHECKLIST_INCOMPLETE');
    const list = { item: 'law-firm-1', revision: 2, answers: [{ entry: 'e1', mark: 'met' }], occurredOn: day };
    expect(await first.refused('cases', id, 'FillChecklist', { ...list, revision: 1 })).toBe('422 CHECKLIST_VERSION');
    expect(await house.as('chaozhou-inspector-8').refused('cases', id, 'FillChecklist', list)).toBe('403 NOT_IN_TEAM');
    await first.give('cases', id, 'FillChecklist', list);
    await first.give('cases', id, 'RecordFindings', result);
    expect((await on(id)).stage.code).toBe('awaiting-approval');
  });

  it('R21 R22 trap 5 a borrowed inspector sits in the borrower’s seat, and comes while the loan lasts', async () => {
    const id = 'fc-chaozhou-2023-3';
    // The county's inspectors have been at the entrusted case's object by now.
    const unvisited = (await on(entrusted)).object?.id === 'lf-30' ? 'lf-29' : 'lf-30';
    const day = '2023-08-10';
    await house.as(leader).give('cases', id, 'OpenForCause', {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: unvisited,
      ground: 'instruction',
      source: { reference: '督办〔2023〕3号', receivedOn: '2023-08-08' },
      method: 'onSite',
      window: { from: day, to: '2023-12-20' },
      items: ['law-firm-1'],
      proposedBy: officer,
      occurredOn: day,
    });
    const team = (inspectors: readonly string[]) => ({ inspectors, reason: '督办核查', occurredOn: day });
    // Lent by nobody, the county's other inspectors aren't this case's.
    expect(await house.as(head).refused('cases', id, 'AppointTeam', team([own(3), county(1)]))).toMatch(/^4/);
    await house.as(head).give('cases', id, 'AppointTeam', team([own(3), county(3)]));
    expect((await on(id)).team[1]).toMatchObject({
      inspector: county(3),
      organ: 'raoping',
      certificateValidUntil: '2025-12-31',
      loan: { loan: 'loan-1', department: 'chaozhou', until: '2023-12-31' },
    });
    await house.as(officer).give('cases', id, 'ServeNotice', { occurredOn: day, document: '通知书3号' });
    const ended = { loan: 'loan-1', reason: '县局另有任务', occurredOn: day };
    await house.as('raoping-head').give('inspectors', 'raoping', 'ReturnLoan', ended);
    const { object } = await on(id);
    const visit = { present: [own(3), county(3)], occurredOn: day, premises: object?.premises };
    expect(await house.as('chaozhou-inspector-3').refused('cases', id, 'OpenVisit', visit)).toBe(
      '409 LOAN_NOT_IN_FORCE',
    );
  });
});
