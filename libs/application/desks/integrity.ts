import { integrity, type IntegrityCommand, type IntegrityEvent, type IntegrityState } from '@srd/domain/integrity';
import { currentRules, type Sector } from '@srd/domain/organ';
import { practitionerOf, practitioners } from '@srd/domain/practitioners';
import { institutionOf, roster } from '@srd/domain/roster';
import type { Id } from '@srd/kernel';
import type { Entry, Facts, Target } from '../desk';
import { refuse } from '../refusals';
import { organIn } from './plans';
import { practitionersStream } from './practitioners';
import { rosterStream } from './rosters';

/** Stream of an object's integrity file. */
export function integrityStream(object: Id): string {
  return `integrity-${object}`;
}

interface ExitAsked {
  readonly organ: Id;
  readonly kind: 'institution' | 'practitioner';
  readonly sector: Sector;
}

/** Who leaves is in the organ's roster of institutions, or in that of practitioners (R88). */
async function exitOf(asked: ExitAsked, { id, state, evidence }: Facts<IntegrityState>) {
  const organ = state.organ ?? asked.organ;
  const { sector } = asked;
  if (asked.kind === 'practitioner') {
    const entry = practitionerOf(await evidence.of(practitioners, practitionersStream(organ, sector)), id);
    if (!entry) refuse('UNKNOWN_SUBJECT', `名录库中没有编号为“${id}”的人员`);
    return { ...asked, organ, object: id, name: null };
  }
  const entry = institutionOf(await evidence.of(roster, rosterStream(organ, sector)), id);
  if (!entry) return refuse('UNKNOWN_SUBJECT', `名录库中没有编号为“${id}”的机构`);
  return { ...asked, organ, object: id, name: entry.particulars.name };
}

/** The organ's channels; the credit platform takes credit data whether or not results are posted there (R94, R96). */
async function sendTo(data: { readonly channel: string }, { state, evidence }: Facts<IntegrityState>) {
  if (state.organ === null) return refuse('UNKNOWN_SUBJECT', '该对象没有诚信档案');
  const { rules } = currentRules(await organIn(evidence, state.organ));
  return { ...data, channels: [...rules.channels.value, 'credit-platform'] };
}

/** The integrity files, one for each institution and practitioner (R30). */
export const integrityDesk: Entry<IntegrityState, IntegrityCommand, IntegrityEvent> = {
  decider: integrity,
  stream: integrityStream,
  target: (state, command): Target | undefined => {
    const organ = state.organ ?? (command.data as { organ?: Id }).organ;
    return organ === undefined ? undefined : { organ };
  },
  prepare: { RecordSectorExit: exitOf as never, SendCreditData: sendTo as never },
};
