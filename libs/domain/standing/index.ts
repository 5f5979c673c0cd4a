/** An object's standing with one list: 执业异常对象名单 or 信用黑名单 (stream `standing-<object>-<list>`). */
import { checked, type Decider } from '@srd/kernel';
import type { StandingEvent } from './events';
import { decide, type StandingCommand } from './rules';
import { evolve, initial, type StandingState } from './state';

export type {
  ContactAttempt,
  ListingClass,
  ListingGround,
  ListKind,
  PenaltyDecision,
  Proposal,
  StandingEvent,
} from './events';
export { standingLabels, standingProcedure, standingStages } from './procedure';
export type { StandingStage } from './procedure';
export { standingRefusals } from './refusals';
export type { StandingCommand } from './rules';
export { listedOn } from './state';
export type { StandingState } from './state';

export const standing: Decider<StandingState, StandingCommand, StandingEvent> = checked({ initial, evolve, decide });
