/** 随机抽查通报: what an organ tells of a task's or a period's inspections, and whom it names (stream `circular-<id>`; B三(四), R95). */
import { checked, type Decider } from '@srd/kernel';
import type { CircularEvent } from './events';
import { decide, type CircularCommand } from './rules';
import { evolve, initial, type CircularState } from './state';

export { circularRefusals } from './refusals';
export { audiences, stances } from './events';
export type { CircularContent, CircularEvent, NamedAsKnown, NamedInstitution } from './events';
export type { CaseFact, CircularCommand } from './rules';
export type { CircularState } from './state';

export const circular: Decider<CircularState, CircularCommand, CircularEvent> = checked({ initial, evolve, decide });
