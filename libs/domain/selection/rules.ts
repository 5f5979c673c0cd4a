import type { Context, Hash } from '@srd/kernel';
import type { Asked, SelectionCommand } from './commands';
import type { SelectionEvent } from './events';
import { importPlatformDraw, recordPhysicalLot } from './elsewhere-rules';
import { freezeObjectDraw, freezeTeamDraw } from './freeze-rules';
import { freezePractitionerDraw } from './practitioner-rules';
import { nextPhase } from './procedure';
import { refuse } from './refusals';
import { callReserve, replaceDrawnInspector } from './replacement-rules';
import { confirmBeacon, enterBeacon, markOverdue, reveal } from './reveal-rules';
import { closeSealing, endOpening, enterSeal, openSeal } from './sealing-rules';
import { latest, type Attempt, type SelectionState } from './state';
import { approveVoid, declineVoid, proposeVoid, recordSecretLost } from './void-rules';

/** Held-back names become public when the last visit is over, not before (trap 10). */
function discloseDraw(state: SelectionState, attempt: Attempt, data: Asked<'DiscloseDraw'>): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'DrawDisclosed' });
  if (state.disclosed || attempt.disclosure === 'at-reveal') refuse('ALREADY_DISCLOSED');
  if (data.visitsOutstanding > 0) refuse('VISITS_OUTSTANDING', `尚有${data.visitsOutstanding}个案件的检查未结束`);
  return [{ type: 'DrawDisclosed', data: { attempt: attempt.attempt, lastVisitOn: data.lastVisitOn } }];
}

/** What a command leads to; all but what begins an attempt concern the latest one. */
export function decideWith(hash: Hash) {
  return (command: SelectionCommand, state: SelectionState, context: Context): readonly SelectionEvent[] => {
    if (command.type === 'FreezeObjectDraw') return freezeObjectDraw(state, command.data, context, hash);
    if (command.type === 'FreezeTeamDraw') return freezeTeamDraw(state, command.data, context, hash);
    if (command.type === 'FreezePractitionerDraw') return freezePractitionerDraw(state, command.data, context, hash);
    if (command.type === 'RecordPhysicalLot') return recordPhysicalLot(state, command.data, context, hash);
    if (command.type === 'ImportPlatformDraw') return importPlatformDraw(state, command.data, context, hash);
    const attempt = latest(state) ?? refuse('NO_DRAW');
    switch (command.type) {
      case 'EnterSeal':
        return enterSeal(attempt, command.data);
      case 'CloseSealing':
        return closeSealing(attempt, command.data, context);
      case 'OpenSeal':
        return openSeal(attempt, command.data, context, hash);
      case 'EndOpening':
        return endOpening(attempt, context);
      case 'EnterBeacon':
        return enterBeacon(attempt, command.data, context);
      case 'ConfirmBeacon':
        return confirmBeacon(attempt, command.data, context);
      case 'ProposeVoid':
        return proposeVoid(attempt, command.data);
      case 'DeclineVoid':
        return declineVoid(attempt, command.data);
      case 'ApproveVoid':
        return approveVoid(attempt, context);
      case 'MarkOverdue':
        return markOverdue(attempt, context);
      case 'Reveal':
        return reveal(attempt, command.data, context, hash);
      case 'RecordSecretLost':
        return recordSecretLost(attempt, command.data);
      case 'CallReserve':
        return callReserve(attempt, command.data);
      case 'ReplaceDrawnInspector':
        return replaceDrawnInspector(attempt, command.data, hash);
      case 'DiscloseDraw':
        return discloseDraw(state, attempt, command.data);
    }
  };
}
