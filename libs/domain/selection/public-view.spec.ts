import { createHash } from 'node:crypto';
import { day } from '@srd/kernel';
import { publicView, type SelectionCommand } from './index';
import { at, drawsWith, inspector, nine, noBars, teamCase, type Step } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, freezeTeams, whole, givenDraw } = drawsWith(hash);

const seen = (...steps: readonly Step[]) => publicView(givenDraw(...steps).state).attempts;
const disclose = (visitsOutstanding: number): SelectionCommand => ({
  type: 'DiscloseDraw',
  data: { lastVisitOn: day('2023-08-30'), visitsOutstanding },
});

describe('publicView', () => {
  it('R12 request, hash and commitment are public from the freeze on, the transcript is not', () => {
    const freeze = freezeObjects();
    const [attempt] = seen([freeze, nine]);
    expect(attempt).toMatchObject({
      state: 'frozen',
      request: freeze.data.request,
      commitment: freeze.data.commitment,
      transcript: null,
      transcriptHash: null,
    });
  });
  it('R12 the transcript is public at the reveal by default', () => {
    const [attempt] = seen(...whole(freezeObjects()));
    expect(attempt?.transcript).toMatchObject({ commitment: attempt?.commitment });
    expect(attempt?.transcriptHash).toMatch(/^[0-9a-f]{64}$/);
  });
  it('trap 10 with disclosure after the visits only the hash is public until the last one', () => {
    const steps = whole(freezeObjects({ disclosure: 'after-visits' }));
    const [attempt] = seen(...steps);
    expect(attempt).toMatchObject({ transcript: null, reserves: null });
    expect(attempt?.request).not.toBeNull();
    expect(attempt?.transcriptHash).not.toBeNull();
    const given = givenDraw(...steps);
    given.when(disclose(2), nine).refused('VISITS_OUTSTANDING');
    expect(publicView(given.when(disclose(0), nine).state).attempts[0]?.transcript).not.toBeNull();
    givenDraw(...whole(freezeObjects()))
      .when(disclose(0), nine)
      .refused('ALREADY_DISCLOSED');
  });
  it('trap 10 then the team draw shows its hash and commitment only, for its request names the objects', () => {
    const team = freezeTeams(
      [teamCase('case-1', 'firm-01')],
      ['a', 'b', 'c'].map((letter) => inspector(letter)),
      noBars,
      null,
      'after-visits',
    );
    const [attempt] = seen(...whole(team));
    expect(attempt).toMatchObject({ request: null, differences: null, transcript: null, seatReplacements: null });
    expect(JSON.stringify(attempt)).not.toContain('firm-01');
  });
  it('T3 a voided attempt stays public with its coded reason; persons, ciphertext and free text do not appear', () => {
    const attempts = seen(
      [freezeObjects(), nine],
      [{ type: 'ProposeVoid', data: { code: 'request-wrong', reason: '某某录入有误' } }, at('01:05')],
      [{ type: 'ApproveVoid', data: {} }, at('01:06', 'head-1')],
      [freezeObjects({ attempt: 2 }), at('01:07')],
    );
    expect(attempts.map(({ attempt, state, voided }) => [attempt, state, voided])).toEqual([
      [1, 'voided', 'request-wrong'],
      [2, 'frozen', null],
    ]);
    expect(JSON.stringify(attempts)).not.toMatch(/person-|ciphertext|head-1|某某/);
  });
});
