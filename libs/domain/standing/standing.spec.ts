import { context, day, given } from '@srd/kernel';
import { stateCalendar } from '@srd/domain/calendar';
import { demandPenaltyOf, listedOn, standing, type StandingCommand, type StandingEvent } from './index';

const legalBasis = [{ law: '虚构信用监管规定', article: '第九条', version: '2024年发布' }];
const subject = { organ: 'chaozhou', object: 'firm-1', case: 'case-1', disposition: 'd-1' };
const common = { ...subject, legalBasis, reason: '经两次约谈仍未纠正' };
const attempts = [
  { attemptedOn: day('2024-05-20'), evidence: ['a1'] },
  { attemptedOn: day('2024-05-27'), evidence: ['b2'] },
];
const propose = (data: object): StandingCommand =>
  ({ type: 'ProposeListing', data: { ...common, ...data } }) as unknown as StandingCommand;
const unheeded = propose({ list: 'abnormal', ground: 'unheeded' });
const unreachable = propose({ list: 'abnormal', ground: 'unreachable', contactAttempts: attempts });
const penalty = propose({
  list: 'credit',
  ground: 'penalty',
  class: 'ordinary',
  penalty: { number: '潮司罚〔2024〕1号', decidedOn: day('2024-05-30') },
});
const notice: StandingCommand = {
  type: 'ServeListingNotice',
  data: { occurredOn: day('2024-06-03'), hearingWithin: { days: 5, unit: 'working' }, calendar: stateCalendar },
};
const hear: StandingCommand = { type: 'RecordHearing', data: { occurredOn: day('2024-06-05'), evidence: ['c3'] } };
const decision = { reason: '事实清楚', until: day('2025-06-05') };
const confirm = (data: object = {}): StandingCommand => ({ type: 'ConfirmListing', data: { ...decision, ...data } });
const leader = context('leader-1', '2024-06-05T08:00:00.000Z');
const officer = context('officer-1', '2024-06-05T08:00:00.000Z');
type Step = [StandingCommand, ReturnType<typeof context>];
const taken = (...steps: Step[]) => {
  const facts: (StandingEvent & { actor: string })[] = [];
  for (const [command, by] of steps) {
    facts.push(
      ...given(standing, facts)
        .when(command, by)
        .recorded.map((event) => ({ ...event, actor: by.actor })),
    );
  }
  return facts;
};
const heard = (proposal: StandingCommand) => taken([proposal, officer], [notice, officer], [hear, officer]);

describe('what a proposal rests on', () => {
  const decided = { documentNumber: '潮司罚〔2024〕1号', decidedOn: day('2024-05-30'), annulledOn: null };
  const quoted = { number: '潮司罚〔2024〕1号', decidedOn: day('2024-05-30') };
  it('R87 trap 8: the penalty is the case’s own, and stands', () => {
    expect(() => demandPenaltyOf(quoted, decided)).not.toThrow();
    for (const [one, other] of [
      [quoted, null],
      [null, decided],
      [{ ...quoted, number: '潮司罚〔2024〕2号' }, decided],
      [{ ...quoted, decidedOn: day('2024-05-31') }, decided],
      [quoted, { ...decided, annulledOn: day('2024-06-03') }],
    ] as const) {
      expect(() => demandPenaltyOf(one, other)).toThrow('PENALTY_NOT_DECIDED');
    }
  });
  it('trap 8: nobody is told before it was proposed, so that the days for being heard can’t run out beforehand', () => {
    const proposed = [{ ...given(standing, []).when(unheeded, officer).recorded[0]!, ...officer }] as never;
    const early = { ...notice, data: { ...notice.data, occurredOn: day('2024-06-04') } } as StandingCommand;
    given(standing, proposed).when(early, officer).refused('STANDING_DAY_INVALID');
    const same = { ...notice, data: { ...notice.data, occurredOn: day('2024-06-05') } } as StandingCommand;
    expect(given(standing, proposed).when(same, officer).state.stage).toBe('notified');
  });
});

describe('proposing', () => {
  it('R87 C19 records case, disposition, legal basis and whose proposal it is', () => {
    expect(given(standing, []).when(penalty, officer).recorded[0]?.data).toMatchObject({
      procedure: 'standing/2',
      case: 'case-1',
      disposition: 'd-1',
      legalBasis,
      proposedBy: 'officer-1',
      class: 'ordinary',
    });
  });
  it('C19 trap 8: refuses a listing without a legal-basis record, a warning (警告) of class minor too', () => {
    const warning = {
      list: 'credit',
      ground: 'penalty',
      class: 'minor',
      penalty: { number: '警告1号', decidedOn: day('2024-05-30') },
    };
    given(standing, [])
      .when(propose({ ...warning, legalBasis: [] }))
      .refused('LISTING_WITHOUT_BASIS');
    given(standing, [])
      .when(propose({ ...warning, legalBasis: [{ ...legalBasis[0], article: '' }] }))
      .refused('LISTING_WITHOUT_BASIS');
  });
  it('R83 trap 8: refuses the unreachable ground without two dated attempts with evidence', () => {
    const { when } = given(standing, []);
    const [first, second] = attempts;
    expect(when(unreachable).recorded).toHaveLength(1);
    when(propose({ list: 'abnormal', ground: 'unreachable', contactAttempts: [first] })).refused(
      'TOO_FEW_CONTACT_ATTEMPTS',
    );
    when(
      propose({ list: 'abnormal', ground: 'unreachable', contactAttempts: [first, { ...second, evidence: [] }] }),
    ).refused('TOO_FEW_CONTACT_ATTEMPTS');
    when(
      propose({
        list: 'abnormal',
        ground: 'unreachable',
        contactAttempts: [first, { ...second, attemptedOn: day('2024-07-01') }],
      }),
    ).refused('TOO_FEW_CONTACT_ATTEMPTS');
  });
  it('R86 C18 trap 8: refuses the discretionary one without a reason', () => {
    given(standing, [])
      .when(propose({ list: 'abnormal', ground: 'unheeded', reason: ' ' }))
      .refused('LISTING_REASON_MISSING');
  });
  it('R87 refuses the credit blacklist before a penalty decision', () => {
    given(standing, [])
      .when(propose({ list: 'credit', ground: 'penalty' }))
      .refused('PENALTY_NOT_DECIDED');
    given(standing, [])
      .when(propose({ list: 'credit', ground: 'penalty', penalty: { number: '1', decidedOn: day('2025-01-01') } }))
      .refused('PENALTY_NOT_DECIDED');
  });
  it('C18 C21 refuses a ground of the other list, and another list or object in the same record', () => {
    given(standing, [])
      .when(propose({ list: 'credit', ground: 'unheeded' }))
      .refused('GROUND_NOT_OF_LIST');
    given(standing, [])
      .when(propose({ list: 'abnormal', ground: 'penalty' }))
      .refused('GROUND_NOT_OF_LIST');
    const declined = [
      ...taken([unheeded, officer]),
      { type: 'ListingDeclined' as const, data: { reason: '不必', case: 'case-1', disposition: 'd-1' } },
    ];
    given(standing, declined).when(penalty).refused('STANDING_MISMATCH');
    expect(given(standing, declined).when(unheeded).state).toMatchObject({ stage: 'proposed', round: 2, ended: null });
  });
  it('R83 a reaction names whose proposal it carries, an officer only proposes for themselves', () => {
    const reaction = context('system:reaction');
    const carried = propose({ list: 'abnormal', ground: 'unheeded', proposedBy: 'officer-7' });
    expect(given(standing, []).when(carried, reaction).recorded[0]?.data).toMatchObject({ proposedBy: 'officer-7' });
    given(standing, []).when(carried, officer).refused('LISTING_INVALID');
  });
});

describe('hearing', () => {
  it('trap 8: the notice says until when, counted in working days', () => {
    const outcome = given(standing, taken([unheeded, officer])).when(notice, officer);
    expect(outcome.recorded[0]?.data).toMatchObject({ occurredOn: '2024-06-03', hearingUntil: '2024-06-11' });
  });
  it('trap 8: refuses a hearing after the window, before the notice, or without material', () => {
    const { when } = given(standing, taken([unheeded, officer], [notice, officer]));
    const later = context('officer-1', '2024-06-20T01:00:00.000Z');
    when({ type: 'RecordHearing', data: { occurredOn: day('2024-06-12'), evidence: ['c3'] } }, later).refused(
      'HEARING_TOO_LATE',
    );
    when({ type: 'RecordHearing', data: { occurredOn: day('2024-06-02'), evidence: ['c3'] } }, later).refused(
      'STANDING_DAY_INVALID',
    );
    when({ type: 'RecordHearing', data: { occurredOn: day('2024-06-05'), evidence: [] } }, later).refused(
      'LISTING_INVALID',
    );
    given(standing, taken([unheeded, officer]))
      .when(hear, officer)
      .refused('OUT_OF_TURN');
  });
  it('trap 8: the window passes only after its last day', () => {
    const { when } = given(standing, taken([unheeded, officer], [notice, officer]));
    const close: StandingCommand = { type: 'CloseHearing', data: {} };
    when(close, context('system:daily', '2024-06-11T15:59:59.000Z')).refused('HEARING_WINDOW_OPEN');
    expect(when(close, context('system:daily', '2024-06-11T16:00:00.000Z')).state.stage).toBe('heard');
  });
});

describe('deciding', () => {
  it('R87 trap 8: another than the proposer lists, with class and end day', () => {
    const outcome = given(standing, heard(penalty)).when(confirm(), leader);
    expect(outcome.recorded[0]).toEqual({
      type: 'ListingConfirmed',
      data: {
        class: 'ordinary',
        listedOn: '2024-06-05',
        until: '2025-06-05',
        published: true,
        reason: '事实清楚',
        case: 'case-1',
        disposition: 'd-1',
        publication: null,
      },
    });
    expect(
      ['2024-06-04', '2024-06-05', '2025-06-05', '2025-06-06'].map((on) => listedOn(outcome.state, day(on))),
    ).toEqual([false, true, true, false]);
  });
  it('R87 trap 8: refuses the proposer, whoever gave the command', () => {
    given(standing, heard(penalty)).when(confirm(), officer).refused('PROPOSER_DECIDES');
    given(standing, heard(penalty))
      .when({ type: 'DeclineListing', data: { reason: '不必' } }, officer)
      .refused('PROPOSER_DECIDES');
    const carried = taken(
      [
        propose({ list: 'abnormal', ground: 'unheeded', proposedBy: 'leader-1' }),
        context('system:reaction', officer.at),
      ],
      [notice, officer],
      [hear, officer],
    );
    given(standing, carried)
      .when(confirm({ until: null }), leader)
      .refused('PROPOSER_DECIDES');
  });
  it('R83 trap 8: refuses a decision before the hearing or its window', () => {
    given(standing, taken([unreachable, officer]))
      .when(confirm(), leader)
      .refused('OUT_OF_TURN');
    given(standing, taken([unreachable, officer], [notice, officer]))
      .when(confirm(), leader)
      .refused('OUT_OF_TURN');
    given(standing, []).when(confirm(), leader).refused('OUT_OF_TURN');
  });
  it('C20 credit entries need class and end day, abnormal ones may stand until the ground is gone', () => {
    given(standing, heard(penalty))
      .when(confirm({ class: null }), leader)
      .refused('CLASS_MISSING');
    given(standing, heard(penalty))
      .when(confirm({ until: null }), leader)
      .refused('END_DAY_INVALID');
    given(standing, heard(penalty))
      .when(confirm({ until: day('2024-06-05') }), leader)
      .refused('END_DAY_INVALID');
    expect(given(standing, heard(unreachable)).when(confirm({ until: null }), leader).recorded[0]?.data).toMatchObject({
      class: null,
      until: null,
    });
  });
  it('C20 trap 8: from 2026-04-01 the class limits the period: ordinary 3 to 12 months, minor 3 at most', () => {
    const facts = heard(penalty);
    const late = context('leader-1', '2026-04-01T01:00:00.000Z');
    const until = (on: string, kind = 'ordinary') =>
      given(standing, facts).when(confirm({ until: day(on), class: kind }), late);
    until('2026-06-30').refused('END_DAY_INVALID');
    until('2027-04-02').refused('END_DAY_INVALID');
    until('2026-07-02', 'minor').refused('END_DAY_INVALID');
    until('2027-03-31', 'serious').refused('END_DAY_INVALID');
    expect(
      [until('2026-07-01').recorded, until('2027-04-01').recorded, until('2029-04-01', 'serious').recorded].flat(),
    ).toHaveLength(3);
  });
  it('trap 8: a minor one is not made public', () => {
    expect(given(standing, heard(penalty)).when(confirm({ class: 'minor' }), leader).recorded[0]?.data).toMatchObject({
      published: false,
    });
    given(standing, heard(penalty))
      .when(confirm({ class: 'minor', published: true }), leader)
      .refused('MINOR_NOT_PUBLISHED');
  });
  it('R86 leaves the object unlisted when declined with a reason', () => {
    const outcome = given(standing, heard(unheeded)).when(
      { type: 'DeclineListing', data: { reason: '已着手纠正' } },
      leader,
    );
    expect([outcome.state.stage, outcome.state.ended, listedOn(outcome.state, day('2024-06-05'))]).toEqual([
      'declined',
      '已着手纠正',
      false,
    ]);
    given(standing, heard(unheeded))
      .when({ type: 'DeclineListing', data: { reason: '' } }, leader)
      .refused('LISTING_REASON_MISSING');
  });
});

describe('withdrawing', () => {
  const withdraw: StandingCommand = {
    type: 'WithdrawListing',
    data: { ground: 'penalty-annulled', reason: '复议决定撤销处罚', occurredOn: day('2024-06-05') },
  };
  const listed = () => taken([penalty, officer], [notice, officer], [hear, officer], [confirm(), leader]);
  it('R87 trap 8: records it with the case it came from, and the history remains', () => {
    const outcome = given(standing, listed()).when(withdraw, leader);
    expect(outcome.recorded[0]?.data).toMatchObject({ ground: 'penalty-annulled', case: 'case-1', disposition: 'd-1' });
    expect(outcome.state).toMatchObject({
      stage: 'withdrawn',
      listing: { decidedBy: 'leader-1' },
      ended: '复议决定撤销处罚',
    });
    expect(listedOn(outcome.state, day('2024-06-06'))).toBe(false);
  });
  it('trap 8: refuses it for what is not listed, without a reason, or for a day to come', () => {
    given(standing, heard(penalty)).when(withdraw, leader).refused('OUT_OF_TURN');
    given(standing, listed())
      .when({ ...withdraw, data: { ...withdraw.data, reason: ' ' } } as StandingCommand, leader)
      .refused('LISTING_REASON_MISSING');
    given(standing, listed())
      .when({ ...withdraw, data: { ...withdraw.data, occurredOn: day('2024-06-06') } } as StandingCommand, leader)
      .refused('STANDING_DAY_INVALID');
  });
  it('C20 leaves a listed object where it is while nothing else is recorded, and lets it end by itself', () => {
    given(standing, listed()).when(penalty, officer).refused('OUT_OF_TURN');
    const expired: StandingEvent = { type: 'ListingExpired', data: { until: day('2025-06-05') } };
    expect(given(standing, [...listed(), expired]).state).toMatchObject({
      stage: 'expired',
      ended: '期限至 2025-06-05 届满',
    });
  });
});
