/** An institution's or a practitioner's 诚信档案, with what was sent to the credit platform and the exit from the sector (stream `integrity-<object>`). */
import { checked, type Decider } from '@srd/kernel';
import type { IntegrityEvent } from './events';
import { decide, type IntegrityCommand } from './rules';
import { evolve, initial, type IntegrityState } from './state';

export { entryKinds, exitGrounds } from './events';
export type { EntryKind, EntrySource, ExitGround, FileKind, IntegrityEntered, IntegrityEvent } from './events';
export { entryLabels, exitLabels } from './labels';
export { integrityRefusals } from './refusals';
export type { EnterIntegrity, IntegrityCommand } from './rules';
export { currentExit, entryId, evolve as evolveIntegrity, initial as emptyFile, unsent } from './state';
export type { CreditBatch, Entry, Exit, IntegrityState } from './state';

export const integrity: Decider<IntegrityState, IntegrityCommand, IntegrityEvent> = checked({
  initial,
  evolve,
  decide,
});
