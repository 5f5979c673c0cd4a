import { context, day, given, type Context } from '@srd/kernel';
import { stateCalendar } from '@srd/domain/calendar';
import {
  isPublic,
  listedOn,
  noticeFields,
  noticeSentence,
  publicationIn,
  standing,
  wasPosted,
  type ListedSubject,
  type StandingCommand,
  type StandingEvent,
} from './index';

const making = {
  channels: ['portal', 'credit-platform'],
  within: { days: 5, unit: 'calendar' as const },
  calendar: stateCalendar,
};
const subject: ListedSubject = {
  kind: 'institution',
  institution: 'firm-1',
  institutionName: '虚构律师事务所',
  registrationNumber: '31445100X1',
  listName: '信用黑名单',
};
const common = {
  organ: 'chaozhou',
  object: 'firm-1',
  case: 'case-1',
  disposition: 'd1',
  legalBasis: [{ law: '虚构信用监管规定', article: '第九条', version: '2024年发布' }],
  reason: '依法处罚',
};
const propose = (data: object = {}) =>
  ({
    type: 'ProposeListing',
    data: {
      ...common,
      list: 'credit',
      ground: 'penalty',
      class: 'ordinary',
      penalty: { number: '潮司罚〔2024〕1号', decidedOn: day('2024-05-30') },
      subject,
      ...data,
    },
  }) as unknown as StandingCommand;
const abnormal = propose({
  list: 'abnormal',
  ground: 'unreachable',
  class: null,
  penalty: null,
  contactAttempts: [
    { attemptedOn: day('2024-05-20'), evidence: ['a1'] },
    { attemptedOn: day('2024-05-27'), evidence: ['b2'] },
  ],
});
const on = (actor: string, date: string): Context => context(actor, `${date}T01:00:00.000Z`);
const officer = on('officer-1', '2024-06-05');
const leader = on('leader-1', '2024-06-05');
const notice: StandingCommand = {
  type: 'ServeListingNotice',
  data: { occurredOn: day('2024-06-05'), hearingWithin: { days: 5, unit: 'working' }, calendar: stateCalendar },
};
const hear: StandingCommand = { type: 'RecordHearing', data: { occurredOn: day('2024-06-05'), evidence: ['c3'] } };
const confirm = (data: object = {}): StandingCommand =>
  ({
    type: 'ConfirmListing',
    data: { until: day('2025-06-05'), reason: '事实清楚', making, ...data },
  }) as StandingCommand;
type Step = readonly [StandingCommand, Context];
const taken = (...steps: readonly Step[]) => {
  const facts: (StandingEvent & Pick<Context, 'actor' | 'at'>)[] = [];
  for (const [command, { actor, at, today }] of steps) {
    const { recorded } = given(standing, facts).when(command, { actor, at, today });
    facts.push(...recorded.map((event) => ({ ...event, actor, at })));
  }
  return facts;
};
const upTo: readonly Step[] = [
  [propose(), officer],
  [notice, officer],
  [hear, officer],
  [confirm(), leader],
];
const channel = (name: 'portal' | 'credit-platform', publication = 'p1') => ({ publication, channel: name });
const post = (name: 'portal' | 'credit-platform', publication = 'p1'): StandingCommand => ({
  type: 'PostListing',
  data: channel(name, publication),
});
const receive = (name: 'portal' | 'credit-platform', publication = 'p1'): StandingCommand => ({
  type: 'AcknowledgeListingPosting',
  data: { ...channel(name, publication), receipt: `回执-${name}` },
});
const posted: readonly Step[] = [
  ...upTo,
  [post('portal'), officer],
  [receive('portal'), officer],
  [post('credit-platform'), officer],
  [receive('credit-platform'), officer],
];
const expire: StandingCommand = { type: 'ExpireListing', data: { making } };

describe('publication of an entry', () => {
  it('R74 C21 trap 8: a decision owes it to each channel within the organ’s days, under the organ’s own name of the list', () => {
    const { recorded, state } = given(standing, taken(...upTo.slice(0, 3))).when(confirm(), leader);
    expect(recorded[0]?.data).toMatchObject({
      publication: {
        publication: 'p1',
        kind: 'listing',
        channels: making.channels,
        dueOn: '2024-06-10',
        replaces: null,
      },
    });
    expect(state.publications[0]).toMatchObject({
      status: 'owed',
      content: { listName: '信用黑名单', institutionName: '虚构律师事务所', until: '2025-06-05', ended: null },
    });
    expect(isPublic(state)).toBe(false);
  });
  it('R74 trap 10: is posted once on each channel, again only after a failure, and over with all receipts', () => {
    const facts = taken(...upTo, [post('portal'), officer]);
    given(standing, facts).when(post('portal'), officer).refused('ALREADY_POSTED');
    given(standing, facts).when(receive('credit-platform'), officer).refused('NOT_POSTED');
    given(standing, facts)
      .when({ type: 'PostListing', data: { publication: 'p1', channel: '电视台' } }, officer)
      .refused('NOT_A_CHANNEL');
    given(standing, facts).when(post('portal', 'p9'), officer).refused('PUBLICATION_UNKNOWN');
    const failure: StandingCommand = {
      type: 'FailListingPosting',
      data: { ...channel('portal'), reason: '超时' },
    };
    const failed = taken(...upTo, [post('portal'), officer], [failure, officer]);
    expect(isPublic(given(standing, failed).state)).toBe(false);
    expect(isPublic(given(standing, failed).when(post('portal'), officer).state)).toBe(true);
    const { state } = given(standing, taken(...posted));
    expect(state.publications.map(({ status }) => status)).toEqual(['discharged']);
    given(standing, taken(...posted))
      .when(post('portal'), officer)
      .refused('PUBLICATION_OVER');
  });
  it('trap 8: a warning (警告) of class minor owes none', () =>
    expect(
      given(standing, taken(...upTo.slice(0, 3))).when(confirm({ class: 'minor' }), leader).state.publications,
    ).toEqual([]));
  it('R30 R88 C24: a practitioner’s entry is not made public', () => {
    const steps: Step[] = [
      [propose({ object: 'p-77', subject: { ...subject, kind: 'practitioner' } }), officer],
      [notice, officer],
      [hear, officer],
    ];
    given(standing, taken(...steps))
      .when(confirm({ published: true }), leader)
      .refused('PRACTITIONER_NOT_PUBLISHED');
    const { recorded, state } = given(standing, taken(...steps)).when(confirm(), leader);
    expect(recorded[0]?.data).toMatchObject({ published: false, publication: null });
    expect(listedOn(state, day('2024-06-06'))).toBe(true);
  });
  it('trap 15: a round under standing/1 goes on under it and owes nothing', () => {
    const [proposed] = taken([propose(), officer]);
    const old = { ...proposed!, data: { ...proposed!.data, procedure: 'standing/1' } } as StandingEvent;
    const facts = [old, ...taken([propose(), officer], [notice, officer], [hear, officer]).slice(1)];
    const { recorded } = given(standing, facts).when(confirm(), leader);
    expect(recorded[0]?.data).not.toHaveProperty('publication');
    given(standing, [...facts, ...recorded])
      .when(request('repaired'), on('officer-1', '2024-07-01'))
      .refused('OUT_OF_TURN');
  });
});

describe('the end day', () => {
  it('C20 trap 8: stops by itself on the day after the last, once, and owes the channels a notice', () => {
    const facts = taken(...posted);
    given(standing, facts).when(expire, on('system:daily', '2025-06-05')).refused('LISTING_NOT_OVER');
    const job = on('system:daily', '2025-06-06');
    const { recorded, state } = given(standing, facts).when(expire, job);
    expect(recorded).toEqual([
      {
        type: 'ListingExpired',
        data: {
          until: '2025-06-05',
          publication: {
            publication: 'p2',
            kind: 'end',
            channels: making.channels,
            dueOn: '2025-06-11',
            replaces: 'p1',
          },
        },
      },
    ]);
    expect([state.stage, isPublic(state), listedOn(state, day('2025-06-06'))]).toEqual(['expired', false, false]);
    const after = [...facts, ...recorded.map((event) => ({ ...event, actor: job.actor, at: job.at }))];
    expect(given(standing, after).when(expire, on('system:daily', '2025-06-07')).recorded).toEqual([]);
  });
  it('C24 trap 10: why an entry was taken back goes out without anybody’s number', () => {
    const withdraw = (reason: string): StandingCommand => ({
      type: 'WithdrawListing',
      data: { ground: 'in-error', reason, occurredOn: day('2024-06-06'), making },
    });
    const decided = on('leader-1', '2024-06-06');
    given(standing, taken(...posted))
      .when(withdraw('误列，请联系13800138000'), decided)
      .refused('PERSONAL_DATA');
    expect(given(standing, taken(...posted)).when(withdraw('误列'), decided).state.stage).toBe('withdrawn');
  });
  it('C20 trap 8: stops by itself where the calendar lacks the year, and guesses no working day; a person is told to enter it', () => {
    const facts = taken(...posted);
    const blind = { ...making, within: { days: 5, unit: 'working' as const }, calendar: {} };
    const { recorded } = given(standing, facts).when(
      { type: 'ExpireListing', data: { making: blind } },
      on('system:daily', '2025-06-06'),
    );
    expect(recorded[0]).toMatchObject({ type: 'ListingExpired', data: { publication: { dueOn: '2025-06-06' } } });
    const withdraw: StandingCommand = {
      type: 'WithdrawListing',
      data: { ground: 'in-error', reason: '误列', occurredOn: day('2024-06-06'), making: blind },
    };
    given(standing, facts).when(withdraw, on('leader-1', '2024-06-06')).refused('CALENDAR_YEAR_MISSING');
  });
  it('R74 trap 10: a receipt that comes after the channel was given up counts, the same one twice is one', () => {
    const failure: StandingCommand = {
      type: 'FailListingPosting',
      data: { ...channel('portal'), reason: '至 2024-06-08 未收到回执' },
    };
    const failed = taken(...upTo, [post('portal'), officer], [failure, officer]);
    expect(given(standing, failed).state.publications[0]?.posted).toMatchObject([
      { status: 'failed', failure: '至 2024-06-08 未收到回执', postedOn: '2024-06-05' },
    ]);
    const facts = taken(...upTo, [post('portal'), officer], [failure, officer], [receive('portal'), officer]);
    expect(given(standing, facts).state.publications[0]?.posted).toMatchObject([
      { status: 'acknowledged', failure: null, postedOn: '2024-06-05' },
    ]);
    expect(given(standing, facts).when(receive('portal'), officer).recorded).toEqual([]);
    const other: StandingCommand = {
      type: 'AcknowledgeListingPosting',
      data: { ...channel('portal'), receipt: '另一回执' },
    };
    given(standing, facts).when(other, officer).refused('NOT_POSTED');
    const over = [...failed, ...given(standing, failed).when(expire, on('system:daily', '2025-06-06')).recorded];
    given(standing, over).when(receive('portal'), officer).refused('PUBLICATION_OVER');
  });
  it('R74 C21 C24 what a channel is handed names list, institution, ground and end, and nobody', () => {
    const { state } = given(standing, taken(...upTo));
    const values = (of: typeof state) => noticeFields(publicationIn(of, 'p1').content).map(({ value }) => value);
    expect(values(state)).toEqual([
      '信用黑名单',
      '虚构律师事务所',
      '31445100X1',
      '依法应予行政处罚，已作出处罚决定',
      '《虚构信用监管规定》第九条',
      '一般',
      '2024-06-05',
      '2025-06-05',
      '',
      '',
      '',
    ]);
    expect(['listing', 'withdrawal', 'end'].map((kind) => noticeSentence(kind as 'listing'))).toEqual([
      null,
      '原列入名单的决定已被撤销，予以撤回',
      '已不在名单，停止公示',
    ]);
  });
  it('C20: an abnormal entry without end day does not run out', () => {
    const facts = taken([abnormal, officer], [notice, officer], [hear, officer], [confirm({ until: null }), leader]);
    expect(given(standing, facts).when(expire, on('system:daily', '2030-01-01')).recorded).toEqual([]);
  });
  it('trap 8: what was never posted owes no notice and is not posted late', () => {
    const { recorded, state } = given(standing, taken(...upTo)).when(expire, on('system:daily', '2025-06-06'));
    expect(recorded[0]?.data).toMatchObject({ publication: null });
    expect(state.publications[0]?.status).toBe('overtaken');
    given(standing, [...taken(...upTo), ...recorded])
      .when(post('portal'), officer)
      .refused('PUBLICATION_OVER');
  });
});

const request = (way: 'repaired' | 'removed', occurredOn = '2024-07-01'): StandingCommand => ({
  type: 'RequestListingEnd',
  data: { way, reason: '已纠正并履行完毕', occurredOn: day(occurredOn), evidence: ['d4'] },
});
const grant: StandingCommand = { type: 'GrantListingEnd', data: { reason: '已履行', making } };

describe('repair and removal', () => {
  const july = on('officer-1', '2024-07-01');
  const decider = on('leader-1', '2024-07-02');

  it('R94 C20: repair is asked for with papers, granted by another, and ends the sharing', () => {
    const facts = taken(...posted, [request('repaired'), july]);
    given(standing, facts).when(grant, on('officer-1', '2024-07-02')).refused('REQUESTER_DECIDES');
    const { recorded, state } = given(standing, facts).when(grant, decider);
    expect(recorded[0]).toMatchObject({
      type: 'ListingRepaired',
      data: { reason: '已履行', publication: { kind: 'end', replaces: 'p1' } },
    });
    expect([state.stage, isPublic(state), state.request]).toEqual(['repaired', false, null]);
    expect(state.listing).toMatchObject({ listedOn: '2024-06-05' });
  });
  it('C20: refuses it without papers, twice, before the listing, and what nobody asked for', () => {
    const { when } = given(standing, taken(...upTo));
    when(
      { ...request('repaired'), data: { ...request('repaired').data, evidence: [] } } as StandingCommand,
      july,
    ).refused('LISTING_INVALID');
    when(request('repaired', '2024-06-01'), july).refused('STANDING_DAY_INVALID');
    when(grant, decider).refused('NO_END_REQUESTED');
    given(standing, taken(...upTo, [request('repaired'), july]))
      .when(request('repaired'), july)
      .refused('END_REQUESTED');
    given(standing, taken(...upTo.slice(0, 2)))
      .when(request('repaired'), july)
      .refused('OUT_OF_TURN');
  });
  it('C20 section 6: from 2026-04-01 an ordinary matter is repaired after three months at the earliest', () => {
    const late = on('leader-1', '2026-04-01');
    const facts = taken(...upTo.slice(0, 3), [confirm({ until: day('2026-12-01') }), late]);
    const asked = (date: string) => given(standing, facts).when(request('repaired', date), on('officer-1', date));
    asked('2026-06-30').refused('REPAIR_TOO_EARLY');
    expect(asked('2026-07-01').recorded).toHaveLength(1);
  });
  it('C20: the abnormal list lets go once the ground is gone; the blacklist does not remove', () => {
    given(standing, taken(...upTo))
      .when(request('removed'), july)
      .refused('CREDIT_NOT_REMOVED');
    const facts = taken(
      [abnormal, officer],
      [notice, officer],
      [hear, officer],
      [confirm({ until: null }), leader],
      [request('removed'), july],
    );
    const { recorded, state } = given(standing, facts).when(grant, decider);
    expect([recorded[0]?.type, state.stage]).toEqual(['ListingRemoved', 'removed']);
  });
  it('C20: leaves the entry standing when refused with a reason', () => {
    const facts = taken(...posted, [request('repaired'), july]);
    const no: StandingCommand = { type: 'RefuseListingEnd', data: { reason: '尚未履行' } };
    const { recorded, state } = given(standing, facts).when(no, decider);
    expect(recorded[0]).toEqual({ type: 'ListingEndRefused', data: { way: 'repaired', reason: '尚未履行' } });
    expect([state.stage, state.request, isPublic(state)]).toEqual(['listed', null, true]);
    given(standing, facts)
      .when({ type: 'RefuseListingEnd', data: { reason: ' ' } }, decider)
      .refused('LISTING_REASON_MISSING');
  });
});

describe('an object that left the sector', () => {
  const leave: StandingCommand = { type: 'RemoveForExit', data: { reason: '执业许可已注销，退出行业', making } };
  const reaction = on('system:reaction', '2024-07-02');
  const entry: readonly Step[] = [
    [abnormal, officer],
    [notice, officer],
    [hear, officer],
    [confirm({ until: null }), leader],
  ];

  it('R88 is taken off the abnormal list, with a notice where the entry had been posted', () => {
    const { recorded, state } = given(standing, taken(...entry, [post('portal'), officer])).when(leave, reaction);
    expect(recorded).toMatchObject([
      {
        type: 'ListingRemoved',
        data: {
          reason: '执业许可已注销，退出行业',
          occurredOn: '2024-07-02',
          publication: { kind: 'end', channels: ['portal'], replaces: 'p1' },
        },
      },
    ]);
    expect([state.stage, listedOn(state, day('2024-07-02'))]).toEqual(['removed', false]);
  });
  it('R88 stays on the blacklist, and what was only proposed is left be', () => {
    given(standing, taken(...posted))
      .when(leave, reaction)
      .refused('CREDIT_NOT_REMOVED');
    given(standing, taken([abnormal, officer]))
      .when(leave, reaction)
      .refused('OUT_OF_TURN');
  });
  it('R88 says why', () => {
    given(standing, taken(...entry))
      .when({ type: 'RemoveForExit', data: { reason: ' ', making } }, reaction)
      .refused('LISTING_REASON_MISSING');
  });
});

describe('a penalty that was annulled', () => {
  const withdraw: StandingCommand = {
    type: 'WithdrawListing',
    data: { ground: 'penalty-annulled', reason: '复议决定撤销处罚', occurredOn: day('2024-07-02'), making },
  };
  const july = on('leader-1', '2024-07-02');

  it('R87 trap 8: entry and publication are withdrawn with notice, history remains', () => {
    const facts = taken(...posted, [withdraw, july], [post('portal', 'p2'), officer]);
    const { state } = given(standing, facts);
    expect(state.stage).toBe('withdrawn');
    expect(state.publications.map(({ kind, replaces, status }) => [kind, replaces, status])).toEqual([
      ['listing', null, 'discharged'],
      ['withdrawal', 'p1', 'owed'],
    ]);
    expect(state.publications[1]?.content.ended).toEqual({
      how: 'withdrawn',
      on: '2024-07-02',
      reason: '复议决定撤销处罚',
    });
    expect([isPublic(state), wasPosted(state, 'withdrawal')]).toEqual([false, true]);
    expect(state.listing?.reason).toBe('事实清楚');
  });
  it('trap 8: the notice goes out even after the object was proposed anew', () => {
    const facts = taken(...posted, [withdraw, july], [propose(), on('officer-1', '2024-07-03')]);
    const { recorded, state } = given(standing, facts).when(post('credit-platform', 'p2'), officer);
    expect(recorded[0]?.data).toMatchObject({ publication: 'p2', content: { ended: { how: 'withdrawn' } } });
    expect([state.round, state.stage]).toEqual([2, 'proposed']);
  });
});
