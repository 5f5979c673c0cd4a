import type { CaseBody } from './bodies';
import { draw } from './ceremony';
import { approve, caseAt, caseOf, lawyers, nothingFound, record, visit } from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

const { officer, head, leader } = lawyers;
const CAUSE = 'fc-chaozhou-2023-1';
const drawn = `${task(4)}-1`;
const inspector = (number: number) => `p-chaozhou-inspector-${number}`;

interface CauseBody extends CaseBody {
  readonly cause: { readonly approvedBy: string | null; readonly proposedBy?: string; readonly load?: object };
  readonly opened: CaseBody['opened'] & { readonly unitName: string; readonly purpose: string };
}

describe('B二(九) 不受随机限制', () => {
  let house: House;
  const complaint = {
    section: 'lawyer-administration',
    sector: 'law-firm',
    institution: 'lf-01',
    ground: 'complaint',
    source: { reference: '投诉〔2023〕17号', receivedOn: '2023-05-06' },
    method: 'onSite',
    window: { from: '2023-05-08', to: '2023-12-20' },
    proposedBy: officer,
    occurredOn: '2023-05-08',
  };
  const cause = (id = CAUSE) => caseOf(house, id) as Promise<CauseBody>;

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 12);
  });
  afterAll(() => house.close());

  it('R89 R93 C7 refuses what isn’t approved, and whoever proposes and approves at once', async () => {
    const ask = (who: string, more: object) =>
      house.as(who).refused('cases', CAUSE, 'OpenForCause', { ...complaint, ...more });
    expect(await ask(officer, {})).toBe('403 ROLE_MISSING');
    expect(await ask(head, { proposedBy: null })).toBe('403 ROLE_MISSING');
    expect(await ask(leader, { proposedBy: null })).toBe('409 CAUSE_NOT_APPROVED');
    expect(await ask(leader, { proposedBy: leader })).toBe('422 NOT_THE_HOLDER');
    expect(await ask(leader, { proposedBy: 'nobody-here' })).toBe('422 NOT_THE_HOLDER');
    expect(await ask(leader, { institution: 'lf-99' })).toBe('404 UNKNOWN_SUBJECT');
    expect(await ask(leader, { items: ['notary-office-1'] })).toBe('422 ITEM_NOT_IN_FORCE');
    expect(await ask(leader, { ground: 'credit-listed' })).toBe('422 GROUND_NOT_HELD');
    expect((await house.as(officer).get(`/api/v1/cases/${CAUSE}`)).status).toBe(404);
  });

  it('R25 C11 refuses a case for a sector without an item in force, which has no basis', async () => {
    const aid = { ...complaint, section: 'public-legal-services', sector: 'legal-aid-agency', institution: 'la-01' };
    const { status } = await house.as(leader).ask('cases', CAUSE, 'OpenForCause', aid);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('R89 R90 trap 11 a leader opens it on an officer’s proposal, in one step and without a draw', async () => {
    const { recorded } = await house.as(leader).give('cases', CAUSE, 'OpenForCause', complaint);
    expect(recorded).toEqual(['CaseOpened', 'ObjectNamed']);
    const { stage, object, opened, cause: named } = await cause();
    expect(stage.code).toBe('awaiting-team');
    // What the form can't say comes from the roster and the rules.
    expect(object).toMatchObject({ id: 'lf-01', name: '测试第1律师事务所' });
    expect(opened).toMatchObject({ purpose: 'for-cause', unitName: '潮州市司法局' });
    expect(named).toMatchObject({ approvedBy: leader, proposedBy: officer });
    expect(named.load).toEqual({ year: 2023, random: 0, forCause: 0, cap: 2, counts: 'random' });
    expect(await house.as(leader).refused('cases', CAUSE, 'OpenForCause', complaint)).toBe('409 CASE_EXISTS');
  });

  it('R60 R61 R22 the same bars hold for a team that is appointed, by the registers and not by the form', async () => {
    const appoint = (inspectors: readonly string[]) =>
      house
        .as(head)
        .refused('cases', CAUSE, 'AppointTeam', { inspectors, reason: '投诉核查', occurredOn: '2023-05-08' });
    expect(await appoint([inspector(1)])).toBe('409 TOO_FEW_INSPECTORS');
    expect(await appoint([inspector(1), 'p-stranger'])).toMatch(/^409 (CERTIFICATE_INVALID|INSPECTOR_BARRED)$/);
    await house.as('chaozhou-inspector-1').give('inspectors', 'chaozhou', 'DeclareInterest', {
      interest: 'i-1',
      person: inspector(1),
      institution: 'lf-01',
      relation: 'kin',
      weight: 'hard',
      source: 'self',
      from: '2023-05-08',
    });
    expect(await appoint([inspector(1), inspector(2)])).toBe('409 INSPECTOR_BARRED');
    await house.as(head).give('cases', CAUSE, 'AppointTeam', {
      inspectors: [inspector(2), inspector(3)],
      reason: '投诉核查',
      occurredOn: '2023-05-08',
    });
    expect((await cause()).team).toEqual([
      expect.objectContaining({ inspector: inspector(2), certificateValidUntil: '2027-12-31' }),
      expect.objectContaining({ inspector: inspector(3), certificateValidUntil: '2027-12-31' }),
    ]);
  });

  it('trap 11 comes to a result as any other case does', async () => {
    await house.as(officer).give('cases', CAUSE, 'ServeNotice', { occurredOn: '2023-05-08', document: '通知书1号' });
    await visit(house, lawyers, CAUSE, '2023-05-08');
    await record(house, lawyers, CAUSE, '2023-05-08', nothingFound);
    await approve(house, lawyers, CAUSE);
    expect((await cause()).stage.code).toBe('awaiting-publication');
  });

  it('R59 trap 5 rotation counts for-cause visits; a leader alone waives it', async () => {
    const again = 'fc-chaozhou-2023-2';
    await house.on('2023-05-15');
    await house.as(leader).give('cases', again, 'OpenForCause', { ...complaint, occurredOn: '2023-05-15' });
    expect((await cause(again)).cause.load).toMatchObject({ random: 0, forCause: 1 });
    const team = { inspectors: [inspector(2), inspector(4)], reason: '再次投诉', occurredOn: '2023-05-15' };
    expect(await house.as(head).refused('cases', again, 'AppointTeam', team)).toBe('409 INSPECTOR_BARRED');
    const waiver = { inspector: inspector(2), by: officer, reason: '熟悉案情' };
    expect(await house.as(head).refused('cases', again, 'AppointTeam', { ...team, waivers: [waiver] })).toBe(
      '422 NOT_THE_HOLDER',
    );
    const waivers = [{ ...waiver, by: leader }];
    await house.as(head).give('cases', again, 'AppointTeam', { ...team, waivers });
    expect((await cause(again)).team).toHaveLength(2);
  });

  it('C7 a case is voided at the request of an officer of the organ, by another', async () => {
    const id = 'fc-chaozhou-2023-2';
    const end = (requestedBy: string) =>
      house.as(head).refused('cases', id, 'VoidCase', { reason: '线索不实', requestedBy });
    expect(await end('somebody')).toBe('422 NOT_THE_HOLDER');
    expect(await end(head)).toBe('403 SELF_APPROVED');
    await house.as(head).give('cases', id, 'VoidCase', { reason: '线索不实', requestedBy: officer });
    expect((await cause(id)).stage.code).toBe('voided');
  });

  it('trap 11 an urgent one is opened by a section head and approved afterwards by a leader', async () => {
    const urgent = 'fc-chaozhou-2023-3';
    const asked = {
      ...complaint,
      institution: 'lf-02',
      proposedBy: null,
      urgent: { reason: '证据可能灭失', approvalDueOn: '2023-05-17' },
      occurredOn: '2023-05-15',
    };
    await house.as(head).give('cases', urgent, 'OpenForCause', asked);
    expect((await cause(urgent)).cause.approvedBy).toBeNull();
    await house.as(head).give('cases', urgent, 'AppointTeam', {
      inspectors: [inspector(2), inspector(3)],
      reason: '紧急核查',
      occurredOn: '2023-05-15',
    });
    await house.as(leader).give('cases', urgent, 'ApproveInspection', { reason: '' });
  });

  it('C10 C25 a drawn visit takes a cause along where the procedure knows it; the earlier one says that it doesn’t', async () => {
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on('2023-07-10');
    await draw(house, { officer, plan: PLAN, series: task(4) });
    const { object } = await caseAt(house, drawn, 'awaiting-team');
    const merged = 'fc-chaozhou-2023-4';
    const asked = { ...complaint, institution: object?.id, occurredOn: '2023-07-10' };
    await house.as(leader).give('cases', merged, 'OpenForCause', asked);
    const merge = { case: merged, occurredOn: '2023-07-10' };
    // The organ's cases of 2023 run under case/1.
    expect(await house.as(head).refused('cases', drawn, 'MergeCause', merge)).toBe('409 OUT_OF_TURN');
    expect(await until(async () => (await cause(merged)).stage.code === 'awaiting-team')).toBe(true);
  });
});
