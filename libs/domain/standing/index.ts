/** An object's standing with one list: 执业异常对象名单 or 信用黑名单 (stream `standing-<object>-<list>`). */
import { checked, type Decider } from '@srd/kernel';
import type { StandingEvent } from './events';
import { decide, type StandingCommand } from './rules';
import { evolve, initial, type StandingState } from './state';

export { endWays, listingClasses, listingGrounds, listingPublications, listKinds } from './events';
export type {
  ContactAttempt,
  EndWay,
  ListedSubject,
  ListingClass,
  ListingGround,
  ListingNotice,
  ListKind,
  PenaltyDecision,
  Proposal,
  PublicationKind,
  StandingEnd,
  StandingEvent,
  StandingVersion,
} from './events';
export { standingLabels, standingProcedures, standingStages } from './procedure';
export { isPublic, publicationIn, wasPosted } from './publication';
export { noticeFields, noticeSentence } from './public-notice';
export type { ListingChannel, ListingPublication } from './publication';
export type { Making } from './publication-rules';
export { demandPenaltyOf } from './proposal';
export type { GivenProposal } from './proposal';
export type { StandingStage } from './procedure';
export { groundLabels, classLabels } from './labels';
export { standingRefusals } from './refusals';
export type { StandingCommand } from './rules';
export { evolve as evolveStanding, initial as noStanding, listedOn } from './state';
export type { StandingState } from './state';

export const standing: Decider<StandingState, StandingCommand, StandingEvent> = checked({ initial, evolve, decide });
