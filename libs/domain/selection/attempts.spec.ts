import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { instant, Refusal, type Context } from '@srd/kernel';
import { requestHash, verify } from '@srd/proof/draw';
import { latest, publicView, type SelectionCommand, type SelectionState } from './index';
import { at, drawsWith, firms, nine, secret } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { selection, freezeObjects, seal, open } = drawsWith(hash);

type Move = (state: SelectionState) => readonly [SelectionCommand, Context];
const requestOf = (state: SelectionState) => latest(state)?.request ?? freezeObjects().data.request;

const moves: readonly fc.Arbitrary<Move>[] = [
  fc
    .record({ attempt: fc.integer({ min: 1, max: 4 }), pool: fc.integer({ min: 1, max: 12 }) })
    .map(({ attempt, pool }): Move => () => [freezeObjects({ attempt, roster: firms(pool) }), nine]),
  fc.constant<Move>((state) => [freezeObjects({ attempt: state.attempts.length + 1, roster: firms(9) }), nine]),
  fc.integer({ min: 1, max: 2 }).map((n): Move => (state) => [seal(requestOf(state), n)[0], at('01:10')]),
  fc.integer({ min: 1, max: 2 }).map((n): Move => (state) => [open(requestOf(state), n)[0], at('01:40')]),
  fc.constant<Move>(() => [
    { type: 'CloseSealing', data: { openUntil: instant('2023-07-10T02:00:00.000Z') } },
    at('01:30'),
  ]),
  fc.constantFrom('01:45', '02:01').map((time): Move => () => [{ type: 'EndOpening', data: {} }, at(time)]),
  fc.constant<Move>(() => [{ type: 'Reveal', data: { secret } }, at('02:10')]),
  fc.constant<Move>(() => [{ type: 'MarkOverdue', data: {} }, at('03:01')]),
  fc.constant<Move>(() => [{ type: 'RecordSecretLost', data: { reason: '介质损坏' } }, nine]),
  fc
    .constantFrom('officer-1', 'head-1')
    .map((actor): Move => () => [
      { type: 'ProposeVoid', data: { code: 'request-wrong', reason: '有误' } },
      at('01:05', actor),
    ]),
  fc
    .constantFrom('officer-1', 'head-1')
    .map((actor): Move => () => [{ type: 'ApproveVoid', data: {} }, at('01:06', actor)]),
];

/** The step that the draw waits for, so that scripts get anywhere at all. */
const forward: Move = (state) => {
  const attempt = latest(state);
  if (attempt?.phase === 'frozen' && attempt.seals.length > 0) {
    return [{ type: 'CloseSealing', data: { openUntil: instant('2023-07-10T02:00:00.000Z') } }, at('01:30')];
  }
  if (attempt?.phase === 'frozen') return [seal(attempt.request, 1)[0], at('01:10')];
  if (attempt?.phase === 'closed') return [{ type: 'EndOpening', data: {} }, at('02:01')];
  if (attempt?.phase === 'opened') return [{ type: 'Reveal', data: { secret } }, at('02:10')];
  return [freezeObjects({ attempt: state.attempts.length + 1, roster: firms(9) }), nine];
};
const move = fc.oneof(
  { arbitrary: fc.constant(forward), weight: 8 },
  ...moves.map((arbitrary) => ({ arbitrary, weight: 1 })),
);

function run(script: readonly Move[]): readonly SelectionState[] {
  const states = [selection.initial];
  for (const next of script) {
    const state = states.at(-1)!;
    const [command, by] = next(state);
    try {
      const events = selection.decide(command, state, by);
      states.push(
        events.reduce((folded, event) => selection.evolve(folded, { ...event, actor: by.actor, at: by.at }), state),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return states;
}

describe('T3 for any sequence of commands', () => {
  it('T3 attempts are 1..n without a gap, what is public stays, and each revealed one verifies', () => {
    const seen = { revealed: 0, voided: 0, repeated: 0 };
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (script) => {
        const states = run(script);
        states.forEach((state, index) => {
          const numbers = publicView(state).attempts.map(({ attempt }) => attempt);
          expect(numbers).toEqual(numbers.map((_, position) => position + 1));
          const before = states[index - 1]?.attempts ?? [];
          before.forEach((attempt, position) => {
            expect(state.attempts[position]?.requestHash).toBe(attempt.requestHash);
            expect(state.attempts[position]?.commitment).toBe(attempt.commitment);
          });
        });
        const end = states.at(-1)!;
        end.attempts.forEach((attempt, position) => {
          expect(requestHash(attempt.request, hash)).toBe(attempt.requestHash);
          if (position < end.attempts.length - 1) expect(['voided', 'lost']).toContain(attempt.phase);
          if (attempt.phase === 'voided') expect(attempt.voided?.approvedBy).not.toBe(attempt.voided?.by);
          if (attempt.phase === 'voided') expect(attempt.openUntil).toBeNull();
          if (attempt.phase === 'revealed') expect(verify(attempt.transcript, hash).verdict).toBe('yes');
        });
        if (end.attempts.some(({ phase }) => phase === 'revealed')) seen.revealed++;
        if (end.attempts.some(({ phase }) => phase === 'voided')) seen.voided++;
        if (end.attempts.length > 1) seen.repeated++;
      }),
      { numRuns: 400, seed: 20230710 },
    );
    expect(seen.revealed).toBeGreaterThan(0);
    expect(seen.voided).toBeGreaterThan(0);
    expect(seen.repeated).toBeGreaterThan(0);
  });
});
