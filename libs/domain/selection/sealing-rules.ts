import { timeInWords, type Context, type Hash } from '@srd/kernel';
import { flawOfEntry, sealOf } from '@srd/proof/draw';
import type { Asked } from './commands';
import type { SelectionEvent } from './events';
import { nextPhase } from './procedure';
import { refuse } from './refusals';
import type { Attempt } from './state';

/** A contributor's link opens one draw only. */
function requireDraw(attempt: Attempt, draw: string): void {
  if (attempt.request.draw !== draw) refuse('DRAW_IS_ANOTHER');
}

/** A witness seals once, with a value that nobody else knows (R11). */
export function enterSeal(attempt: Attempt, { draw, by, seal }: Asked<'EnterSeal'>): readonly SelectionEvent[] {
  requireDraw(attempt, draw);
  nextPhase(attempt, { type: 'SealReceived' });
  const witness = attempt.request.contributors.find((each) => each.by === by) ?? refuse('NOT_A_CONTRIBUTOR');
  if (attempt.seals.some((each) => each.by === by)) refuse('ALREADY_SEALED');
  if (!/^[0-9a-f]{64}$/.test(seal)) refuse('SEAL_INVALID');
  return [{ type: 'SealReceived', data: { attempt: attempt.attempt, by, role: witness.role, seal } }];
}

/** 截止: fixes the seals and their order; the number that the organ's rule asks for must be there, and time to open them. */
export function closeSealing(
  attempt: Attempt,
  { openUntil }: Asked<'CloseSealing'>,
  { at }: Context,
): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'SealingClosed' });
  const { request, seals, contributorsNeeded } = attempt;
  const needed = Math.max(contributorsNeeded, request.attempt > 1 && request.beacon === null ? 1 : 0);
  if (seals.length < needed) {
    refuse('TOO_FEW_SEALS', `须有${needed}名见证人封存，现有${seals.length}名：请等候，或提请作废后另请见证人`);
  }
  const { beacon, revealBy } = request;
  const limit = beacon?.expectedAt ?? revealBy;
  if (at >= limit && (seals.length > 0 || beacon)) {
    refuse('TOO_LATE_TO_CLOSE', `已过${limit}，见证人不能再按时开启：请提请作废后另行抽取`);
  }
  // Before the beacon, at most until the reveal (draw protocol, step 4).
  const inTime = beacon ? openUntil < limit : openUntil <= limit;
  if (!inTime || (seals.length > 0 && openUntil <= at)) {
    refuse('OPEN_UNTIL_INVALID', `开启时限须在现在之后、${limit}${beacon ? '之前' : '或之前'}`);
  }
  const unsealed = request.contributors.map(({ by }) => by).filter((by) => !seals.some((seal) => seal.by === by));
  return [{ type: 'SealingClosed', data: { attempt: attempt.attempt, seals, unsealed, openUntil } }];
}

/** A witness's device opens its seal; what doesn't match is refused. */
export function openSeal(
  attempt: Attempt,
  data: Asked<'OpenSeal'>,
  { at }: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { draw, by, value, nonce } = data;
  requireDraw(attempt, draw);
  nextPhase(attempt, { type: 'SealOpened' });
  const seal = attempt.seals.find((each) => each.by === by) ?? refuse('NOT_SEALED');
  if (attempt.opened[by]) refuse('ALREADY_OPENED');
  if (attempt.openUntil !== null && at > attempt.openUntil)
    refuse('OPENING_OVER', `开启时限（${timeInWords(attempt.openUntil)}）已过`);
  const entry = { by, role: seal.role, value, nonce };
  if (flawOfEntry(entry) || sealOf(attempt.request.protocol, attempt.requestHash, entry, hash) !== seal.seal) {
    refuse('SEAL_DOES_NOT_OPEN');
  }
  return [{ type: 'SealOpened', data: { attempt: attempt.attempt, by, value, nonce } }];
}

/** The opening ends when all have opened or its time is over; nobody is called absent before (draw protocol, step 4). */
export function endOpening(attempt: Attempt, { at }: Context): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'OpeningEnded' });
  const absent = attempt.seals.map(({ by }) => by).filter((by) => !attempt.opened[by]);
  if (absent.length > 0 && attempt.openUntil !== null && at <= attempt.openUntil) {
    refuse('OPENING_STILL_RUNNING', `尚有${absent.length}名见证人未开启，请等至${timeInWords(attempt.openUntil)}之后`);
  }
  return [{ type: 'OpeningEnded', data: { attempt: attempt.attempt, absent } }];
}
