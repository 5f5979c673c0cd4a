/** 法律服务人员: those who practise in the institutions of one sector under one organ (stream `practitioners-<organ>-<sector>`; R19). */
import { checked, type Decider } from '@srd/kernel';
import type { PractitionersEvent } from './events';
import { decide, type PractitionersCommand } from './rules';
import { evolve, initial, type PractitionersState } from './state';

export { practitionerStatuses } from './events';
export type { PractitionerParticulars, PractitionersEvent, PractitionerStatus } from './events';
export { practisingCount, practisingEntries } from './pool';
export type { PractisingEntry } from './pool';
export { practitionersRefusals } from './refusals';
export type { PractitionersCommand } from './rules';
export { institutionsOf, practitionerOf, practitionerStatus } from './state';
export type { Practitioner, PractitionersState } from './state';

export const practitioners: Decider<PractitionersState, PractitionersCommand, PractitionersEvent> = checked({
  initial,
  evolve,
  decide,
});
