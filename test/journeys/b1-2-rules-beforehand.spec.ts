import type { CaseBody } from './bodies';
import { caseOf, lawyers } from './inspection';
import { prepare } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const { officer, head, leader } = lawyers;
const [FIRST, SECOND, THIRD] = ['fc-chaozhou-2023-1', 'fc-chaozhou-2023-2', 'fc-chaozhou-2023-3'] as const;
const DAY = '2023-05-08';
const inspector = (number: number) => `p-chaozhou-inspector-${number}`;
const own = <T>(value: T) => ({ value, source: { kind: 'own', note: '局长办公会议决定' } });

interface RuledBody extends CaseBody {
  readonly opened: CaseBody['opened'] & {
    readonly practice: Readonly<Record<string, { value: unknown; source: object }>>;
    readonly pins: { readonly rulesRevision: number };
  };
  readonly recusals: readonly { readonly status: string }[];
}

describe('B一(二) 严格限制自由裁量权：办案规则事先定好，改了不溯及已立的案件', () => {
  let house: House;
  const on = (id: string) => caseOf(house, id) as Promise<RuledBody>;
  const revise = (changes: object) =>
    house.as(leader).give('organs', 'chaozhou', 'ReviseRules', { changes, reason: '局长办公会议决定' });
  const complaint = (more: object = {}) => ({
    section: 'lawyer-administration',
    sector: 'law-firm',
    institution: 'lf-01',
    ground: 'complaint',
    source: { reference: '投诉〔2023〕17号', receivedOn: '2023-05-06' },
    method: 'onSite',
    window: { from: DAY, to: '2023-12-20' },
    proposedBy: officer,
    occurredOn: DAY,
    ...more,
  });
  /** A team of two, a notice, and a recusal that the institution asks for. */
  const staffed = async (id: string, team: readonly number[]) => {
    const inspectors = team.map(inspector);
    await house.as(head).give('cases', id, 'AppointTeam', { inspectors, reason: '投诉核查', occurredOn: DAY });
    await house.as(officer).give('cases', id, 'ServeNotice', { occurredOn: DAY, document: `通知书 ${id}` });
    await house.as(officer).give('cases', id, 'RequestRecusal', {
      recusal: 'r1',
      inspector: inspectors[0],
      ground: '机构称其曾代理对方当事人',
      origin: 'institution',
      occurredOn: DAY,
    });
    const { object } = await on(id);
    return { present: inspectors, occurredOn: DAY, premises: object?.premises };
  };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, DAY, 3);
  });
  afterAll(() => house.close());

  it('R104 a rule without a source, of no such kind or outside its limits isn’t set, and nothing changes', async () => {
    const before = await house.as(leader).read<{ rules: object }>('/api/v1/organs/chaozhou');
    const ask = async (changes: object) => {
      const { status, body } = await house.as(leader).ask('organs', 'chaozhou', 'ReviseRules', {
        changes,
        reason: '试改',
      });
      return `${status} ${body.code}`;
    };
    expect(await ask({ recusalMeanwhile: { value: 'waits' } })).toMatch(/^4/);
    expect(await ask({ recusalMeanwhile: own('sometimes') })).toMatch(/^4/);
    expect(await ask({ urgentApprovalWithin: own({ days: 31, unit: 'calendar' }) })).toBe('422 RULE_OUT_OF_RANGE');
    expect(
      await house.as(head).refused('organs', 'chaozhou', 'ReviseRules', { changes: { copy: own(false) }, reason: '-' }),
    ).toBe('403 ROLE_MISSING');
    expect(await house.as(leader).read('/api/v1/organs/chaozhou')).toEqual(before);
  });

  it('R61 trap 15 a case keeps the practice of its opening, each value with its source', async () => {
    await revise({ caseProcedure: own('case/3'), recusalMeanwhile: own('waits') });
    await house.as(leader).give('cases', FIRST, 'OpenForCause', complaint());
    await revise({
      recusalMeanwhile: own('goes-on'),
      conflictStatement: own(true),
      urgentApprovalWithin: own({ days: 2, unit: 'calendar' }),
      copy: own(false),
    });
    const urgent = (approvalDueOn: string) =>
      complaint({ institution: 'lf-02', proposedBy: null, urgent: { reason: '材料可能灭失', approvalDueOn } });
    expect(await house.as(head).refused('cases', SECOND, 'OpenForCause', urgent('2023-05-11'))).toBe(
      '422 APPROVAL_TOO_LATE',
    );
    await house.as(head).give('cases', SECOND, 'OpenForCause', urgent('2023-05-10'));

    const [first, second] = [(await on(FIRST)).opened, (await on(SECOND)).opened];
    expect(first.practice).toEqual({ recusalMeanwhile: own('waits') });
    expect(second.practice).toEqual({
      recusalMeanwhile: own('goes-on'),
      conflictStatement: own(true),
      urgentApprovalWithin: own({ days: 2, unit: 'calendar' }),
      copy: own(false),
    });
    expect(second.pins.rulesRevision).toBe(first.pins.rulesRevision + 1);
  });

  it('R61 trap 6 the first waits for the decision on a recusal, the second goes on and asks for statements', async () => {
    const visit = await staffed(FIRST, [1, 2]);
    expect(await house.as('chaozhou-inspector-1').refused('cases', FIRST, 'OpenVisit', visit)).toBe(
      '409 RECUSAL_UNDECIDED',
    );
    const other = await staffed(SECOND, [3, 4]);
    const third = house.as('chaozhou-inspector-3');
    expect(await third.refused('cases', SECOND, 'OpenVisit', other)).toBe('409 STATEMENT_MISSING');
    for (const number of [3, 4]) {
      const statement = { inspector: inspector(number), conflict: false, occurredOn: DAY };
      await house.as(`chaozhou-inspector-${number}`).give('cases', SECOND, 'StateConflict', statement);
    }
    await third.give('cases', SECOND, 'OpenVisit', other);
    expect((await on(SECOND)).recusals).toMatchObject([{ status: 'requested' }]);
  });

  it('R102 a rule that is taken back binds no later case, and still those that were opened under it', async () => {
    const due = async (id: string, number: number) => {
      const visit = (await on(id)).visits.at(-1)?.visit;
      const end = { visit, occurredOn: DAY, signature: { kind: 'signed' } };
      await house.as(`chaozhou-inspector-${number}`).give('cases', id, 'EndVisit', end);
      return (await on(id)).deadlines.map(({ kind }) => kind);
    };
    expect(await due(SECOND, 3)).not.toContain('copy');
    await revise({ conflictStatement: null, copy: null });
    await house.as(leader).give('cases', THIRD, 'OpenForCause', complaint({ institution: 'lf-03' }));
    expect(Object.keys((await on(THIRD)).opened.practice).sort()).toEqual(['recusalMeanwhile', 'urgentApprovalWithin']);
    const visit = await staffed(THIRD, [5, 6]);
    await house.as('chaozhou-inspector-5').give('cases', THIRD, 'OpenVisit', visit);
    expect(await due(THIRD, 5)).toContain('copy');
    expect(Object.keys((await on(SECOND)).opened.practice)).toContain('conflictStatement');
  });
});
