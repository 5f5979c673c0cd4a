/** 检查对象名录库: the institutions of one sector under one organ (stream `roster-<organ>-<sector>`). */
import { checked, type Decider } from '@srd/kernel';
import type { RosterEvent } from './events';
import { decide, type RosterCommand } from './rules';
import { evolve, initial, type RosterState } from './state';

export { institutionStatuses } from './events';
export type { InstitutionStatus, Particulars, RosterEvent } from './events';
export type { GivenParticulars } from './particulars';
export { currentStatus, freezeBlockers, poolOf, priorVisits, statusOn } from './pool';
export type { PoolEntry } from './pool';
export { rosterRefusals } from './refusals';
export type { RosterCommand } from './rules';
export { institutionOf, isRemoved } from './state';
export type { Institution, RosterState } from './state';
export { completeUscc, normalizeUscc, usccCheck } from './uscc';
export type { UsccFault } from './uscc';

export const roster: Decider<RosterState, RosterCommand, RosterEvent> = checked({ initial, evolve, decide });
