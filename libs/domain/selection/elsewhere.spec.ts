import { createHash } from 'node:crypto';
import { canonicalize, day, instant } from '@srd/kernel';
import {
  latest,
  objectRequest,
  objectsInForce,
  publicView,
  recordHash,
  teamRequest,
  teamsInForce,
  type HeldLot,
  type ObjectPool,
  type PlatformReceipt,
  type SelectionCommand,
  type TeamPoolData,
} from './index';
import { at, drawsWith, firms, head, inspector, nine, noBars, task, teamCase, witnesses } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, givenDraw, seal } = drawsWith(hash);

const selected = ['firm-07', 'firm-31', 'firm-02', 'firm-48', 'firm-15'];
const pool = (change: Partial<ObjectPool> = {}, attempt = 1): ObjectPool => ({
  kind: 'objects',
  ...objectRequest(head(attempt), task, firms(48), witnesses),
  contributorsPerDraw: 1,
  disclosure: 'at-reveal',
  task,
  afterCessation: 'reserve',
  faultyRows: [],
  selected,
  reserve: ['firm-20', 'firm-21'],
  ...change,
});
const held: HeldLot = {
  method: 'balls',
  place: '潮州市司法局三楼会议室',
  occurredOn: day('2023-07-10'),
  heldBy: ['person-o1', 'person-o2'],
  evidence: [{ label: '现场录像', sha256: 'ab'.repeat(32) }],
};
const receipt: PlatformReceipt = {
  platform: '广东省“双随机、一公开”综合监管平台',
  number: '445100-2023-0007',
  drawnAt: instant('2023-07-10T00:30:00.000Z'),
  file: { label: '平台导出结果', sha256: 'cd'.repeat(32) },
};
const lot = (change: Partial<ObjectPool> = {}, how: Partial<HeldLot> = {}): SelectionCommand => ({
  type: 'RecordPhysicalLot',
  data: { pool: pool(change), held: { ...held, ...how } },
});
const platform = (change: Partial<ObjectPool> = {}, from: Partial<PlatformReceipt> = {}): SelectionCommand => ({
  type: 'ImportPlatformDraw',
  data: { pool: pool(change), receipt: { ...receipt, ...from } },
});

describe('a physical lot', () => {
  it('C23 R57 is recorded with pool, order of the result, evidence and what it can not prove', () => {
    const [event] = givenDraw().when(lot(), nine).recorded;
    expect(event).toMatchObject({
      type: 'LotRecorded',
      data: {
        series: 'task-4',
        attempt: 1,
        selected,
        heldBy: ['person-o1', 'person-o2'],
        occurredOn: '2023-07-10',
        record: { way: 'lot', reserve: ['firm-20', 'firm-21'], unproven: ['pool-after', 'chance', 'repeated'] },
      },
    });
    const { record, transcriptHash } = event!.data as never;
    expect(createHash('sha256').update(canonicalize(record)).digest('hex')).toBe(transcriptHash);
    expect(recordHash(record, hash)).toBe(transcriptHash);
  });
  it('C23 R64 its objects are in force in the order of the lot, and the result stands', () => {
    const { state, when } = givenDraw([lot(), nine]);
    expect(latest(state)).toMatchObject({ way: 'lot', phase: 'revealed', commitment: null, transcript: null });
    expect(objectsInForce(latest(state)!)).toEqual(selected);
    when(lot(), at('01:05')).refused('DRAW_STANDS');
    when(freezeObjects({ attempt: 2 }), at('01:05')).refused('DRAW_STANDS');
    when({ type: 'ProposeVoid', data: { code: 'request-wrong', reason: '重来' } }, nine).refused('DRAW_OUT_OF_TURN');
  });
  it('R32 R55 R64 keeps to the rules of the pool: allotted, the plan’s size, nobody left out, nobody twice', () => {
    const empty = givenDraw();
    empty.when(lot({ task: { ...task, allotted: false } }), nine).refused('TASK_NOT_ALLOTTED');
    empty.when(lot({ selected: selected.slice(1) }), nine).refused('SIZE_NOT_THE_PLANS');
    empty.when(lot({ selected: selected.with(0, 'firm-99') }), nine).refused('RESULT_NOT_THE_POOLS');
    empty.when(lot({ reserve: ['firm-07'] }), nine).refused('RESULT_NOT_THE_POOLS');
    empty.when(lot({ faultyRows: [{ id: 'firm-07', name: '律师事务所07' }] }), nine).refused('ROSTER_ROW_INVALID');
  });
  it('C23 R11 refuses a lot without witnesses, by one person, without evidence, in the future, without a place', () => {
    const empty = givenDraw();
    const alone = objectRequest(head(), task, firms(48), []);
    empty.when(lot({ request: alone.request }), nine).refused('TOO_FEW_CONTRIBUTORS');
    empty.when(lot({}, { heldBy: ['person-o1', 'person-o1'] }), nine).refused('LOT_BY_ONE');
    empty.when(lot({}, { evidence: [] }), nine).refused('EVIDENCE_MISSING');
    empty.when(lot({}, { evidence: [{ label: '录像', sha256: 'xy' }] }), nine).refused('EVIDENCE_MISSING');
    empty.when(lot({}, { evidence: [...held.evidence, ...held.evidence] }), nine).refused('EVIDENCE_MISSING');
    empty.when(lot({}, { occurredOn: day('2023-07-11') }), nine).refused('DRAWN_IN_FUTURE');
    empty.when(lot({}, { place: ' ' }), nine).refused('LOT_INCOMPLETE');
    empty.when(lot({}, { method: 'choice' as 'balls' }), nine).refused('LOT_INCOMPLETE');
  });
  it('trap 3 does not slip in beside a draw under way, and counts as the next attempt after one that was voided', () => {
    const freeze = freezeObjects();
    const second: SelectionCommand = { type: 'RecordPhysicalLot', data: { pool: pool({}, 2), held } };
    givenDraw([freeze, nine], seal(freeze.data.request, 1)).when(second, at('01:20')).refused('ALREADY_FROZEN');
    const voided = givenDraw(
      [freeze, nine],
      [{ type: 'ProposeVoid', data: { code: 'ceremony-disturbed', reason: '停电' } }, at('01:05')],
      [{ type: 'ApproveVoid', data: {} }, at('01:06', 'head-1')],
    );
    voided.when(lot(), at('01:20')).refused('ATTEMPT_MISNUMBERED');
    const { state } = voided.when(second, at('01:20'));
    expect(publicView(state).attempts.map(({ attempt, way, state: phase }) => [attempt, way, phase])).toEqual([
      [1, 'own', 'voided'],
      [2, 'lot', 'revealed'],
    ]);
  });
  it('trap 4 C28 its reserve comes in the order of the lot, and says when it is used up', () => {
    const call = (replaced: string, unavailable: readonly { id: string; reason: string }[] = []): SelectionCommand => ({
      type: 'CallReserve',
      data: { replaced, code: 'ceased-after-draw', reason: '已注销', unavailable },
    });
    const given = givenDraw([lot(), nine]);
    expect(given.when(call('firm-31'), nine).recorded).toMatchObject([{ data: { by: 'firm-20', skipped: [] } }]);
    const skips = [{ id: 'firm-20', reason: '停业整顿' }];
    const after = givenDraw([lot(), nine], [call('firm-31', skips), nine]);
    expect(objectsInForce(latest(after.state)!)).toEqual(selected.with(1, 'firm-21'));
    after.when(call('firm-07'), nine).refused('RESERVE_EXHAUSTED');
  });
  it('C24 trap 10 shows the record and its limits in public without persons; held back until the last visit where the plan says so', () => {
    const [attempt] = publicView(givenDraw([lot(), nine]).state).attempts;
    expect(attempt).toMatchObject({ way: 'lot', commitment: null, record: { selected } });
    expect(attempt?.unproven.map(({ text }) => text).join()).toContain('不能证明只抽取过一次');
    expect(JSON.stringify(attempt)).not.toContain('person-');
    const quiet = givenDraw([lot({ disclosure: 'after-visits' }), nine]);
    const [hidden] = publicView(quiet.state).attempts;
    expect(hidden).toMatchObject({ record: null, transcriptHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(hidden?.unproven).toHaveLength(3);
    const disclosed = quiet.when(
      { type: 'DiscloseDraw', data: { lastVisitOn: day('2023-08-30'), visitsOutstanding: 0 } },
      nine,
    );
    expect(publicView(disclosed.state).attempts[0]?.record).not.toBeNull();
  });
  it('C12 a pool of one needs no witness', () => {
    const single = objectRequest(head(), task, firms(1), []);
    const given = givenDraw().when(lot({ request: single.request, selected: ['firm-01'], reserve: [] }), nine);
    expect(given.recorded).toMatchObject([{ data: { lot: 'pool-of-one' } }]);
  });
});

describe('a draw of the provincial platform', () => {
  it('C23 R62 R63 is imported by its receipt and says what the receipt does not prove', () => {
    const outcome = givenDraw().when(platform(), nine);
    expect(outcome.recorded).toMatchObject([
      {
        type: 'PlatformDrawImported',
        data: {
          selected,
          occurredOn: '2023-07-10',
          record: {
            way: 'platform',
            receipt,
            held: null,
            unproven: ['pool-after', 'platform-chance', 'repeated', 'receipt'],
          },
        },
      },
    ]);
    expect(publicView(outcome.state).attempts[0]?.unproven[1]?.text).toContain('平台不公开随机算法和种子');
  });
  it('C23 asks for no witness of its own, but for a number, a file and a time that has been', () => {
    const alone = objectRequest(head(), task, firms(48), []);
    expect(givenDraw().when(platform({ request: alone.request }), nine).recorded).toHaveLength(1);
    givenDraw()
      .when(platform({}, { number: '' }), nine)
      .refused('RECEIPT_INCOMPLETE');
    givenDraw()
      .when(platform({}, { file: { label: '', sha256: 'cd'.repeat(32) } }), nine)
      .refused('EVIDENCE_MISSING');
    givenDraw()
      .when(platform({}, { drawnAt: instant('2023-07-10T02:00:00.000Z') }), nine)
      .refused('DRAWN_IN_FUTURE');
  });
  it('R64 refuses a result of another size than the plan’s, whoever drew it', () =>
    givenDraw()
      .when(platform({ selected: [...selected, 'firm-01'], reserve: [] }), nine)
      .refused('SIZE_NOT_THE_PLANS'));
  it('C26 refuses a platform’s address in its record, and takes its name and number', () => {
    for (const address of ['http://platform.example:8889/aicods', '广东省综合监管平台 192.0.2.7']) {
      givenDraw()
        .when(platform({}, { platform: address }), nine)
        .refused('RECEIPT_WITH_ADDRESS');
      givenDraw()
        .when(platform({}, { file: { label: address, sha256: 'ab'.repeat(32) } }), nine)
        .refused('RECEIPT_WITH_ADDRESS');
    }
    const { recorded } = givenDraw().when(platform({}, { number: '2023.09.12-0001' }), nine);
    expect(recorded).toHaveLength(1);
  });
});

describe('teams that were drawn elsewhere', () => {
  const inspectors = ['a', 'b', 'c', 'd'].map((letter) => inspector(letter, { capacity: 2 }));
  const cases = [teamCase('case-1', 'firm-07'), teamCase('case-2', 'firm-31')];
  const interests = [{ person: 'person-d', object: 'firm-31', from: null, until: null }];
  const prepared = teamRequest(
    { ...head(), series: 'task-4:team', from: 'ef'.repeat(32) },
    cases,
    inspectors,
    { ...noBars, interests },
    witnesses,
  );
  const assigned = [
    { case: 'case-1', inspectors: ['i-a', 'i-d'] },
    { case: 'case-2', inspectors: ['i-b', 'i-c'] },
  ];
  const teams = (change: Partial<TeamPoolData> = {}): SelectionCommand => ({
    type: 'RecordPhysicalLot',
    data: {
      pool: {
        kind: 'team',
        ...prepared,
        contributorsPerDraw: 1,
        disclosure: 'at-reveal',
        objectDraw: { transcriptHash: 'ef'.repeat(32), objects: ['firm-07', 'firm-31'] },
        assigned,
        ...change,
      },
      held,
    },
  });
  const first = (...team: readonly string[]) =>
    teams({ assigned: assigned.with(0, { case: 'case-1', inspectors: [...team] }) });

  it('C23 R56 R57 are recorded under the draw’s ids, with the persons apart', () => {
    const outcome = givenDraw().when(teams(), nine);
    expect(outcome.recorded).toMatchObject([
      { type: 'LotRecorded', data: { kind: 'team', assigned, teams: [{ inspectors: ['person-a', 'person-d'] }, {}] } },
    ]);
    expect(teamsInForce(latest(outcome.state)!)).toEqual(assigned);
    expect(JSON.stringify(publicView(outcome.state))).not.toContain('person-');
  });
  it('R56 R59 R61 refuses whoever is barred, lot or no lot', () =>
    givenDraw()
      .when(teams({ assigned: assigned.with(1, { case: 'case-2', inspectors: ['i-b', 'i-d'] }) }), nine)
      .refused('TEAM_MEMBER_BARRED'));
  it('R60 refuses a team of one, the same person twice, a stranger, more than somebody may take, cases left out', () => {
    const empty = givenDraw();
    empty.when(first('i-a'), nine).refused('RESULT_NOT_THE_POOLS');
    empty.when(first('i-a', 'i-a'), nine).refused('RESULT_NOT_THE_POOLS');
    empty.when(first('i-a', 'i-z'), nine).refused('RESULT_NOT_THE_POOLS');
    empty.when(teams({ assigned: assigned.slice(1) }), nine).refused('RESULT_NOT_THE_POOLS');
    const request = {
      ...prepared.request,
      inspectors: prepared.request.inspectors.map((each) => (each.id === 'i-b' ? { ...each, capacity: 1 } : each)),
    };
    const twice = assigned.with(0, { case: 'case-1', inspectors: ['i-a', 'i-b'] });
    empty.when(teams({ request, assigned: twice }), nine).refused('RESULT_NOT_THE_POOLS');
  });
  it('R60 refuses teams in another order than the cases', () =>
    givenDraw()
      .when(teams({ assigned: assigned.toReversed() }), nine)
      .refused('RESULT_NOT_THE_POOLS'));
  it('R60 lets somebody take as many as they may, and refuses one whose organ has no seat there', () => {
    const twice = [
      { case: 'case-1', inspectors: ['i-a', 'i-b'] },
      { case: 'case-2', inspectors: ['i-a', 'i-b'] },
    ];
    expect(givenDraw().when(teams({ assigned: twice }), nine).recorded).toHaveLength(1);
    const elsewhere = prepared.request.inspectors.map((each) => (each.id === 'i-a' ? { ...each, organ: 'x' } : each));
    const request = { ...prepared.request, inspectors: elsewhere, cap: 2 };
    givenDraw().when(teams({ request }), nine).refused('RESULT_NOT_THE_POOLS');
  });
  it('R61 who is barred from every case is barred from this one', () => {
    const barred = [...prepared.request.barred, { case: '*', inspector: 'i-c', reason: 'unavailable' as const }];
    const order = (one: { case: string; inspector: string }) => `${one.case} ${one.inspector}`;
    const sorted = barred.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
    givenDraw()
      .when(teams({ request: { ...prepared.request, barred: sorted, cap: 2 } as typeof prepared.request }), nine)
      .refused('TEAM_MEMBER_BARRED');
  });
  it('R64 refuses teams for objects that were not drawn', () => {
    const objectDraw = { transcriptHash: 'ef'.repeat(32), objects: ['firm-07'] };
    givenDraw().when(teams({ objectDraw }), nine).refused('OBJECT_NOT_DRAWN');
  });
  it('trap 6 there is no next by ticket: says so and what to do instead', () =>
    givenDraw([teams(), nine])
      .when({ type: 'ReplaceDrawnInspector', data: { case: 'case-1', seat: 0, reason: '回避', alsoBarred: [] } }, nine)
      .refused('NO_TICKETS'));
});
