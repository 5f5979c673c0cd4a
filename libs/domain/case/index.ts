/**
 * One institution's inspection, from the number that the plan opens to the last publication (procedure.ts is the chart,
 * disposition.ts the small one of each measure, rules*.ts what may be asked).
 */
export { decisions, inspectionCase, outcomesOf } from './rules';
export { deadlines, evolve, labelOf, procedures, replay, stage } from './state';
export type { CaseState, OpenCase } from './state';
export { evolveFlat, replayFlat } from './replay-flat';
export { configurationOf, flatOf } from './flat';
export type { Flat, FlatTable, Tree } from './flat';
export { allowed } from './allowed';
export type { Allowed } from './allowed';
export { publicResult, statementOf, suspectFields } from './publication';
export { disposition, dispositionEventTypes, isDispositionEvent, lives } from './disposition';
export type { DispositionTag, LifeState } from './disposition';
export { isSettled, measures, unansweredFindings } from './classes';
export { stageCodes, stageLabels } from './stages';
export type { Stage, StageCode } from './stages';
export { methodLabels, resultClassLabels } from './labels';
export { deadlineKinds } from './deadlines';
export type { Deadline, DeadlineKind } from './deadlines';
export { caseRefusals } from './refusals';
export { caseEventTypes } from './facts';
export type { CaseCommand, CaseCommandType, CommandData } from './commands';
export type { CaseEvent, CaseEventType, CaseFact, CaseOpened } from './events';
export type { DispositionEvent, DispositionEventType } from './disposition-events';
export type {
  Amendment,
  CaseContext,
  ChannelState,
  Debt,
  Disposition,
  Finding,
  FindingVersion,
  Recusal,
  Round,
  Section,
  Visit,
} from './context';
export { causeGrounds, ceasedClasses, resultClasses } from './vocabulary';
export type {
  Attendance,
  CaseVersion,
  CauseGround,
  ContactAttempt,
  DebtDue,
  DebtKind,
  Department,
  Due,
  InspectedObject,
  ListingGround,
  ListKind,
  Method,
  PinnedItem,
  PinnedTerms,
  Pins,
  PublicResult,
  RecordedFinding,
  Redaction,
  ResultClass,
  Severity,
  Signature,
  TeamMember,
  VisitDues,
} from './vocabulary';
