import { context, day } from '@srd/kernel';
import { stateCalendar } from '@srd/domain/calendar';
import { standing, type ListedSubject, type ListingGround, type StandingCommand } from '@srd/domain/standing';
import { recordedIn, rowsAfter, type Step } from './row.fixture';
import { standings } from './standings';

const making = { channels: ['portal'], within: { days: 5, unit: 'calendar' as const }, calendar: stateCalendar };
const subject = (listName: string): ListedSubject => ({
  kind: 'institution',
  institution: 'firm-1',
  institutionName: '虚构律师事务所',
  registrationNumber: '31445100X1',
  listName,
});
const grounds = {
  unreachable: {
    list: 'abnormal',
    contactAttempts: [
      { attemptedOn: day('2024-05-20'), evidence: ['a1'] },
      { attemptedOn: day('2024-05-27'), evidence: ['b2'] },
    ],
    subject: subject('执业异常对象名单'),
  },
  unheeded: { list: 'abnormal', subject: subject('执业异常对象名单') },
  penalty: {
    list: 'credit',
    class: 'ordinary',
    penalty: { number: '潮司罚〔2024〕1号', decidedOn: day('2024-05-30') },
    subject: subject('信用黑名单'),
  },
} as const;
const officer = (on: string) => context('officer-1', `${on}T01:00:00.000Z`);
const leader = (on: string) => context('leader-1', `${on}T01:00:00.000Z`);
const propose = (ground: ListingGround, on = '2024-06-03'): Step<StandingCommand> => [
  {
    type: 'ProposeListing',
    data: {
      organ: 'chaozhou',
      object: 'firm-1',
      case: 'case-1',
      disposition: 'd1',
      legalBasis: [{ law: '虚构信用监管规定', article: '第九条', version: '2024年发布' }],
      reason: '事实清楚',
      ground,
      ...grounds[ground],
    },
  },
  officer(on),
];
const hearingWithin = { days: 5, unit: 'working' } as const;
const notice: Step<StandingCommand> = [
  { type: 'ServeListingNotice', data: { occurredOn: day('2024-06-03'), hearingWithin, calendar: stateCalendar } },
  officer('2024-06-03'),
];
const hear: Step<StandingCommand> = [
  { type: 'RecordHearing', data: { occurredOn: day('2024-06-05'), evidence: ['c3'] } },
  officer('2024-06-05'),
];
const confirm = (until: string | null): Step<StandingCommand> => [
  { type: 'ConfirmListing', data: { until: until === null ? null : day(until), reason: '列入', making } },
  leader('2024-06-05'),
];
const decline: Step<StandingCommand> = [
  { type: 'DeclineListing', data: { reason: '已着手纠正' } },
  leader('2024-06-05'),
];
const post = (publication: string, on: string): Step<StandingCommand> => [
  { type: 'PostListing', data: { publication, channel: 'portal' } },
  officer(on),
];
const found = (...steps: readonly Step<StandingCommand>[]) =>
  rowsAfter(standings, recordedIn(standing, 'standing-firm-1-list', steps))[0]!;

describe('the two lists', () => {
  it.each([
    ['R83', 'unreachable', 'abnormal', null, '执业异常对象名单'],
    ['R86', 'unheeded', 'abnormal', null, '执业异常对象名单'],
    ['R87', 'penalty', 'credit', '2025-06-05', '信用黑名单'],
  ] as const)('%s shows who is proposed for %s, and who is listed', (_number, ground, list, until, listName) => {
    expect(found(propose(ground))).toMatchObject({
      key: 'standing-firm-1-list',
      organ: 'chaozhou',
      row: { ground, name: '虚构律师事务所', listName, round: 1, proposedAt: '2024-06-03T01:00:00.000Z', past: [] },
      columns: { object: 'firm-1', list, phase: 'proposed', case: 'case-1', institution: 'firm-1', listedOn: null },
    });
    expect(found(propose(ground), notice).columns).toMatchObject({ phase: 'notified', hearingUntil: '2024-06-11' });
    const steps = [propose(ground), notice, hear, confirm(until)];
    expect(found(...steps)).toMatchObject({
      row: { until, published: true, revision: 3, past: [] },
      columns: { phase: 'listed', listedOn: '2024-06-05', public: null },
    });
    expect(found(...steps, post('p1', '2024-06-06')).columns['public']).toBe('listed');
  });
  it('R86 leaves whoever was declined unlisted, with the round and its reason in the past', () => {
    const { row, columns } = found(propose('unheeded'), notice, hear, decline);
    expect(columns).toMatchObject({ phase: 'declined', listedOn: null, public: null });
    const past = { round: 1, stage: 'declined', ground: 'unheeded', listedOn: null, reason: '已着手纠正' };
    expect(row.past).toMatchObject([past]);
    expect(found(propose('unheeded'), notice, hear, decline, propose('unheeded', '2024-07-01'))).toMatchObject({
      row: { round: 2, proposedAt: '2024-07-01T01:00:00.000Z', past: [past] },
      columns: { phase: 'proposed' },
    });
  });
  it('C20 shows what is asked for, and no entry in public once it has ended', () => {
    const listed = [propose('penalty'), notice, hear, confirm('2025-06-05'), post('p1', '2024-06-06')];
    const data = { way: 'repaired', reason: '已履行', occurredOn: day('2024-07-01'), evidence: ['d4'] } as const;
    const ask: Step<StandingCommand> = [{ type: 'RequestListingEnd', data }, officer('2024-07-01')];
    const grant: Step<StandingCommand> = [
      { type: 'GrantListingEnd', data: { reason: '准予', making } },
      leader('2024-07-02'),
    ];
    expect(found(...listed, ask)).toMatchObject({ row: { requested: 'repaired' }, columns: { public: 'listed' } });
    expect(found(...listed, ask, grant)).toMatchObject({
      row: {
        stage: 'repaired',
        requested: null,
        past: [
          {
            round: 1,
            stage: 'repaired',
            listedOn: '2024-06-05',
            until: '2025-06-05',
            endedAt: '2024-07-02T01:00:00.000Z',
          },
        ],
      },
      columns: { phase: 'ended', public: null },
    });
    const expire: Step<StandingCommand> = [
      { type: 'ExpireListing', data: { making } },
      context('system:daily', '2025-06-06T01:00:00.000Z'),
    ];
    expect(found(...listed, expire)).toMatchObject({
      row: { stage: 'expired' },
      columns: { phase: 'ended', public: null },
    });
  });
  it('R87 shows the notice that an entry was withdrawn once it is posted, and nothing of a case’s own events', () => {
    const listed = [propose('penalty'), notice, hear, confirm('2025-06-05'), post('p1', '2024-06-06')];
    const withdraw: Step<StandingCommand> = [
      {
        type: 'WithdrawListing',
        data: { ground: 'penalty-annulled', reason: '复议决定撤销处罚', occurredOn: day('2024-07-02'), making },
      },
      leader('2024-07-02'),
    ];
    expect(found(...listed, withdraw).columns['public']).toBeNull();
    expect(found(...listed, withdraw, post('p2', '2024-07-02')).columns).toMatchObject({
      phase: 'ended',
      public: 'withdrawn',
    });
    expect(rowsAfter(standings, recordedIn(standing, 'case-1', [propose('penalty')]))).toEqual([]);
  });
});
