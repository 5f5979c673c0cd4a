/**
 * One institution's inspection, from the number that the plan opens to the last publication (procedure.ts is the chart,
 * disposition.ts the small one of each measure, rules*.ts what may be asked).
 */
export { outcomesOf } from './outcomes';
export { decisions, inspectionCase } from './rules';
export { deadlines, evolve, labelOf, procedures, replay, stage } from './state';
export type { CaseState, OpenCase } from './state';
export { evolveFlat, replayFlat } from './replay-flat';
export { configurationOf, flatOf } from './flat';
export type { Flat, FlatTable, Tree } from './flat';
export { allowed } from './allowed';
export type { Allowed } from './allowed';
export { capWarning, countOf, halfYearOf, mergeOffers, partiesOf, visitsCounting } from './counting';
export type { CaseCount, CountedVisit, HalfYear, MergeOffer } from './counting';
export { flagCodes, flagsOf, replacementsAwaited } from './flags';
export type { CaseFlag, FlagCode } from './flags';
export { publicVisit } from './public-visit';
export { publicationsOf } from './publication-desk';
export type { ChannelStanding, DeskPublication } from './publication-desk';
export { revisitForm } from './revisit';
export type { RevisitFinding, RevisitMeasure } from './revisit';
export type { PublicVisit } from './public-visit';
export { defaultPractice, practiceOf, seatOf } from './practice';
export { publicProcedure, statesIn } from './public-procedure';
export type { ProcedureChart, ProcedureState, ProcedureStep, PublicProcedure } from './public-procedure';
export { procedureMarkdown } from './procedure-markdown';
export { caseEventLabels } from './event-labels';
export {
  holdsNumber,
  publicFieldLabels,
  publicFields,
  publicResult,
  statementOf,
  suspectFields,
  withoutNumbers,
} from './publication';
export { disposition, dispositionEventTypes, isDispositionEvent, lives } from './disposition';
export type { DispositionTag, LifeState } from './disposition';
export { isSettled, measures, unansweredFindings } from './classes';
export { ledgerOf } from './ledger';
export type { Ladder, LedgerEntry } from './ledger';
export { stageCodes, stageLabels } from './stages';
export type { Stage, StageCode } from './stages';
export { causeLabels, methodLabels, resultClassLabels, usualRemedies } from './labels';
export { deadlineLabels, roleLabels } from './procedure-labels';
export type { Deadline } from './deadlines';
export { caseRefusals } from './refusals';
export { caseEventTypes } from './facts';
export type { CaseCommand, CaseCommandType, CommandData } from './commands';
export type { CaseEvent, CaseEventType, CaseFact, CaseOpened } from './events';
export type { DispositionEvent, DispositionEventType } from './disposition-events';
export type { ThirdEvent } from './events-3';
export type {
  Amendment,
  CaseContext,
  ChannelState,
  Debt,
  Disposition,
  Finding,
  FindingVersion,
  Recusal,
  Replacement,
  Round,
  Section,
  Visit,
} from './context';
export {
  caseVersions,
  causeGrounds,
  ceasedClasses,
  deadlineKinds,
  debtKinds,
  debtStatuses,
  isSince,
  noCertificate,
  purposes,
  resultClasses,
} from './vocabulary';
export { barToApprove } from './rules-result';
export { guidanceKinds, servedPapers, serviceMethods } from './vocabulary-4';
export type { Escalated, EscalationProposal, Further, Review } from './vocabulary-4';
export type { FourthEvent } from './events-4';
export { arrangedFor, isToRevisit } from './arranged';
export { lacksReview } from './review';
export { revisitParts } from './vocabulary-5';
export type { ArrangedRevisit, RevisitPart, RevisitPlan } from './vocabulary-5';
export type { FifthEvent } from './events-5';
export { checklistMarks, replacementGrounds } from './vocabulary-3';
export type {
  Attendance,
  CaseVersion,
  CauseGround,
  CauseSource,
  ContactAttempt,
  DebtDue,
  DeadlineKind,
  DebtKind,
  Department,
  Due,
  InspectedObject,
  ListingGround,
  ListKind,
  LoanTerms,
  Method,
  PinnedItem,
  PinnedTerms,
  Pins,
  PublicResult,
  Purpose,
  RecordedFinding,
  Redaction,
  ResultClass,
  Severity,
  Signature,
  TeamMember,
  VisitDues,
} from './vocabulary';
export type {
  ChecklistAnswer,
  ChecklistEntry,
  ChecklistMark,
  Practice,
  RecusalOrigin,
  ReplacementGround,
  RotationWaiver,
  TeamBar,
  Window,
  YearLoad,
} from './vocabulary-3';
