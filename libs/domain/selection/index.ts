/** 随机抽取: the object draws and inspector draws of one series, attempt by attempt (B二(九)). Stream `selection-<series>`. */
import { checked, type Decider, type Hash } from '@srd/kernel';
import type { SelectionCommand } from './commands';
import type { SelectionEvent } from './events';
import { decideWith } from './rules';
import { evolve, initialSelection, type SelectionState } from './state';

/** The draw's rules with a SHA-256 of where they run. */
export function selectionWith(hash: Hash): Decider<SelectionState, SelectionCommand, SelectionEvent> {
  return checked({ initial: initialSelection, evolve, decide: decideWith(hash) });
}

export { drawEventLabels } from './event-labels';
export { attemptChart, attemptLabels, attemptStates } from './procedure';
export type { AttemptPhase } from './procedure';
export { selectionRefusals } from './refusals';
export { barsFor, withoutDates } from './bars';
export type { BarFacts, ExplainedBar } from './bars';
export { poolDifferences } from './differences';
export type { PoolDifference, PooledRequest } from './differences';
export { cycleOf, exclusionByMode, explainWeight, isRaised, riskIndicators, weightOf } from './odds';
export type { RiskIndicator, RiskPart } from './odds';
export { overlapsOf } from './overlap';
export type { DrawnByLevel, Overlap } from './overlap';
export { practitionerRequest, practitionerSeries } from './practitioner-request';
export { recentOf } from './recent-changes';
export { drawWays, lotMethods, recordHash, unproven, unprovenBy } from './record';
export type { DrawRecord, DrawWay, EvidenceHash, HeldLot, LotMethod, PlatformReceipt, UnprovenCode } from './record';
export { arrivedAfterFreeze, exclusionReasons, objectRequest } from './object-request';
export type { Prepared } from './object-request';
export { teamRequest } from './team-request';
export type { TeamHead } from './team-request';
export { publicView } from './public-view';
export type { PublicAttempt, PublicChange, PublicDraw, PublicReserve } from './public-view';
export { contributionsOf, latest, namesOpen, objectsInForce, teamsInForce } from './state';
export type { Attempt, Replacement, SeatReplacement, SelectionState, VoidProposal } from './state';
export { lots, reserveCodes, voidCodes } from './events';
export type { Disclosure, Lot, ReserveCode, Seal, SelectionEvent, VoidCode } from './events';
export type { DrawnElsewhere, FreezeData, ObjectPool, PoolData, SelectionCommand, TeamPoolData } from './commands';
export { rosterChanges } from './facts';
export type {
  CaseFact,
  CheckFact,
  ContributorFact,
  DrawHead,
  InspectionFact,
  InspectorFact,
  InterestFact,
  ObjectFact,
  PractitionerFact,
  RaisedFact,
  RiskFact,
  RosterChange,
  RotationWaiver,
  Span,
  TaskFact,
} from './facts';
