import { createHash } from 'node:crypto';
import { instant } from '@srd/kernel';
import { verify, type ObjectTranscript } from '@srd/proof/draw';
import { latest, type SelectionCommand, type SelectionState } from './index';
import { at, drawsWith, nine } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, seal, close, open, end, reveal, whole, givenDraw } = drawsWith(hash);

const freeze = freezeObjects();
const { request } = freeze.data;
const last = (state: SelectionState) => latest(state)!;
const transcriptOf = (state: SelectionState) => last(state).transcript as ObjectTranscript;

describe('seal, close, open', () => {
  it('R11 a witness seals once, and only a named one', () => {
    const given = givenDraw([freeze, nine], seal(request, 1));
    expect(last(given.state).seals).toMatchObject([{ by: 'witness-1', role: '行业协会代表' }]);
    given.when(...seal(request, 1)).refused('ALREADY_SEALED');
    given.when(...seal(request, 3)).refused('NOT_A_CONTRIBUTOR');
    given
      .when({ type: 'EnterSeal', data: { draw: 'draw-2', by: 'witness-2', seal: 'ab'.repeat(32) } }, nine)
      .refused('DRAW_IS_ANOTHER');
    given
      .when({ type: 'EnterSeal', data: { draw: 'draw-1', by: 'witness-2', seal: 'xyz' } }, nine)
      .refused('SEAL_INVALID');
  });
  it('R11 refuses to close while too few have sealed', () =>
    givenDraw([freeze, nine])
      .when(...close)
      .refused('TOO_FEW_SEALS'));
  it('closes with the seals in order and names who sealed nothing', () => {
    const [event] = givenDraw([freeze, nine], seal(request, 2)).when(...close).recorded;
    expect(event).toMatchObject({ data: { seals: [{ by: 'witness-2' }], unsealed: ['witness-1'] } });
  });
  it('T6 refuses a seal after the close', () =>
    givenDraw([freeze, nine], seal(request, 1), close)
      .when(...seal(request, 2))
      .refused('DRAW_OUT_OF_TURN'));
  it('refuses an opening time that is past, or after the reveal', () => {
    const given = givenDraw([freeze, nine], seal(request, 1));
    const until = (time: string): SelectionCommand => ({
      type: 'CloseSealing',
      data: { openUntil: instant(`2023-07-10T${time}:00.000Z`) },
    });
    given.when(until('01:20'), at('01:30')).refused('OPEN_UNTIL_INVALID');
    given.when(until('03:01'), at('01:30')).refused('OPEN_UNTIL_INVALID');
    given.when(until('03:30'), at('03:10')).refused('TOO_LATE_TO_CLOSE');
  });
  it('checks what is opened against its seal', () => {
    const given = givenDraw([freeze, nine], seal(request, 1, '007'), close);
    given.when(...open(request, 1, '7')).refused('SEAL_DOES_NOT_OPEN');
    given.when(...open(request, 2)).refused('NOT_SEALED');
    expect(given.when(...open(request, 1, '007')).recorded).toMatchObject([
      { type: 'SealOpened', data: { value: '007' } },
    ]);
    givenDraw([freeze, nine], seal(request, 1), close, open(request, 1))
      .when(...open(request, 1))
      .refused('ALREADY_OPENED');
  });
  it('calls nobody absent before the time is over, and takes no opening after it', () => {
    const given = givenDraw([freeze, nine], seal(request, 1), seal(request, 2), close, open(request, 1));
    given.when(...end).refused('OPENING_STILL_RUNNING');
    given.when(open(request, 2)[0], at('02:01')).refused('OPENING_OVER');
    expect(given.when(end[0], at('02:01')).recorded).toMatchObject([{ data: { absent: ['witness-2'] } }]);
  });
});

describe('reveal', () => {
  it('R55 trap 3 gives a transcript that anybody can repeat, five of 48', () => {
    const { state } = givenDraw(...whole(freeze));
    const transcript = transcriptOf(state);
    expect(verify(JSON.stringify(transcript), hash)).toMatchObject({ verdict: 'yes', notes: [] });
    expect(transcript.selected).toHaveLength(5);
    expect(last(state).transcriptHash).toMatch(/^[0-9a-f]{64}$/);
  });
  it('trap 3 one changed byte of the pool fails the verification', () => {
    const transcript = transcriptOf(givenDraw(...whole(freeze)).state);
    const altered = JSON.stringify(transcript).replace('律师事务所09', '律师事务所9O');
    expect(verify(altered, hash).verdict).toBe('wrong');
  });
  it('T4 the result is the same whenever it is revealed, overdue included', () => {
    const steps = whole(freeze).slice(0, -1);
    const inTime = transcriptOf(givenDraw(...steps, reveal).state);
    const overdue = givenDraw(...steps, [{ type: 'MarkOverdue', data: {} }, at('03:01', 'system:daily')]);
    expect(last(overdue.state)).toMatchObject({ phase: 'opened', overdue: true });
    const late = overdue.when(reveal[0], at('09:00', 'officer-9'));
    expect(transcriptOf(late.state)).toEqual(inTime);
  });
  it('trap 3 refuses a secret that is not the committed one, and a reveal before the opening ended', () => {
    const given = givenDraw(...whole(freeze).slice(0, -1));
    given.when({ type: 'Reveal', data: { secret: '00'.repeat(32) } }, at('01:50')).refused('SECRET_DOES_NOT_OPEN');
    givenDraw([freeze, nine], seal(request, 1), close)
      .when(...reveal)
      .refused('DRAW_OUT_OF_TURN');
  });
  it('marks nothing overdue before its time, and once only', () => {
    const overdue: SelectionCommand = { type: 'MarkOverdue', data: {} };
    givenDraw([freeze, nine]).when(overdue, at('03:00')).refused('NOT_OVERDUE');
    givenDraw([freeze, nine], [overdue, at('03:01')])
      .when(overdue, at('03:02'))
      .refused('DRAW_OUT_OF_TURN');
  });
  it('names who was absent in the transcript for ever', () => {
    const { state } = givenDraw(
      [freeze, nine],
      seal(request, 1),
      seal(request, 2),
      close,
      open(request, 1),
      [end[0], at('02:01')],
      [reveal[0], at('02:02')],
    );
    expect(transcriptOf(state).contributions[1]).toMatchObject({ by: 'witness-2', absent: true });
    expect(verify(transcriptOf(state), hash).notes).toEqual(['有 1 人缺席']);
  });
  it('a lost secret is said in public and counts as an attempt', () => {
    const lost = givenDraw([freeze, nine], [{ type: 'RecordSecretLost', data: { reason: '密钥介质损坏' } }, nine]);
    expect(last(lost.state)).toMatchObject({ phase: 'lost', lost: '密钥介质损坏' });
    lost.when(freezeObjects({ attempt: 1 }), nine).refused('ATTEMPT_MISNUMBERED');
    expect(lost.when(freezeObjects({ attempt: 2 }), nine).recorded).toHaveLength(1);
  });
});

describe('beacon', () => {
  const beacon = { source: '次日福彩3D', expectedAt: instant('2023-07-10T02:30:00.000Z') };
  const freezeB = freezeObjects({ beacon });
  const sealed = [[freezeB, nine], seal(freezeB.data.request, 1), close, open(freezeB.data.request, 1), end] as const;
  const value = (type: 'EnterBeacon' | 'ConfirmBeacon', digits: string): SelectionCommand => ({
    type,
    data: { value: digits },
  });

  it('R55 T6 two people enter the same public number', () => {
    const given = givenDraw(...sealed, [value('EnterBeacon', '3 5 9'), at('02:31', 'clerk-1')]);
    given.when(value('ConfirmBeacon', '3 5 9'), at('02:32', 'clerk-1')).refused('BEACON_BY_ONE');
    given.when(value('ConfirmBeacon', '3 5 8'), at('02:32', 'clerk-2')).refused('BEACON_DIFFERS');
    given.when(reveal[0], at('02:40')).refused('BEACON_AWAITED');
    const confirmed = givenDraw(
      ...sealed,
      [value('EnterBeacon', '3 5 9'), at('02:31', 'clerk-1')],
      [value('ConfirmBeacon', '3 5 9'), at('02:32', 'clerk-2')],
      [reveal[0], at('02:40')],
    );
    expect(transcriptOf(confirmed.state).beacon).toEqual({ value: '3 5 9' });
    expect(verify(transcriptOf(confirmed.state), hash).verdict).toBe('yes');
  });
  it('refuses a number before it exists, a badly written one, and one that nobody announced', () => {
    const given = givenDraw(...sealed);
    given.when(value('EnterBeacon', '3 5 9'), at('02:29')).refused('BEACON_NOT_YET');
    given.when(value('EnterBeacon', '3  5'), at('02:31')).refused('BEACON_INVALID');
    givenDraw(...whole(freeze).slice(0, -1))
      .when(value('EnterBeacon', '1'), at('02:31'))
      .refused('NO_BEACON');
  });
  it('goes on without a number that never came, and says so', () => {
    const given = givenDraw(...sealed);
    given.when(value('EnterBeacon', '3 5 9'), at('03:01')).refused('BEACON_TOO_LATE');
    expect(verify(transcriptOf(given.when(reveal[0], at('03:01')).state), hash).notes).toEqual(['信标缺失']);
  });
  it('the openings must end before the beacon', () =>
    givenDraw([freezeB, nine], seal(freezeB.data.request, 1))
      .when({ type: 'CloseSealing', data: { openUntil: beacon.expectedAt } }, at('01:30'))
      .refused('OPEN_UNTIL_INVALID'));
});
