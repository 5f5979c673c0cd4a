import type { Context } from '@srd/kernel';
import type { Asked } from './commands';
import { voidCodes, type SelectionEvent } from './events';
import { nextPhase } from './procedure';
import { refuse } from './refusals';
import type { Attempt } from './state';

/** Refuses an empty reason. */
export function requireReason(reason: string): void {
  if (reason.trim() === '') refuse('REASON_MISSING');
}

/** Voiding is proposed before the close only: no outcome exists yet, so nothing is gained (trap 3). */
export function proposeVoid(attempt: Attempt, { code, reason }: Asked<'ProposeVoid'>): readonly SelectionEvent[] {
  if (attempt.openUntil !== null) refuse('VOID_AFTER_CLOSE');
  nextPhase(attempt, { type: 'DrawVoidProposed' });
  requireReason(reason);
  if (!Object.hasOwn(voidCodes, code)) refuse('REASON_MISSING', `作废原因须为：${Object.values(voidCodes).join('、')}`);
  return [{ type: 'DrawVoidProposed', data: { attempt: attempt.attempt, code, reason } }];
}

/** Turns the proposal down, or takes it back; the draw goes on. */
export function declineVoid(attempt: Attempt, { reason }: Asked<'DeclineVoid'>): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'DrawVoidDeclined' });
  requireReason(reason);
  return [{ type: 'DrawVoidDeclined', data: { attempt: attempt.attempt, reason } }];
}

/** A second person approves; the attempt stays public for ever. */
export function approveVoid(attempt: Attempt, { actor }: Context): readonly SelectionEvent[] {
  if (attempt.openUntil !== null) refuse('VOID_AFTER_CLOSE');
  nextPhase(attempt, { type: 'DrawVoided' });
  const proposal = attempt.voidProposed;
  if (!proposal) return refuse('DRAW_OUT_OF_TURN');
  if (proposal.by === actor) refuse('VOID_BY_ONE');
  const { code, reason, by: proposedBy } = proposal;
  return [{ type: 'DrawVoided', data: { attempt: attempt.attempt, code, reason, proposedBy, approvedBy: actor } }];
}

/** The server's secret is gone: said in public, counted as an attempt. */
export function recordSecretLost(attempt: Attempt, { reason }: Asked<'RecordSecretLost'>): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'SecretLost' });
  requireReason(reason);
  return [{ type: 'SecretLost', data: { attempt: attempt.attempt, reason } }];
}
