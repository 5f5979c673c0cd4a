import type { CaseContext, Debt, Disposition, Section } from './context';
import { allSettled } from './classes';
import { deadlinesIn } from './deadlines';
import { isDispositionEvent, lifeAfter, lives } from './disposition';
import type { CaseFact, FactOf } from './events';
import { ceasedClasses } from './vocabulary';
import type { FourthEvent } from './events-4';
import type { FifthEvent } from './events-5';
import { arrangedFor, isToRevisit } from './arranged';

type OfDisposition = Extract<FourthEvent | FifthEvent, { readonly data: { readonly disposition: string } }>;
type OfState = (context: CaseContext) => boolean;
type OfFact = (context: CaseContext, fact: CaseFact) => boolean;

/** A list entry counts until it ends, and it is derived from the dispositions, never kept beside them. */
const listed = (tag: 'listed-credit' | 'listed-abnormal'): OfState => {
  const names = Object.keys(lives).filter((name) => lives[name]?.tags.has(tag));
  return (context) => context.dispositions.some((one) => names.includes(one.state));
};

/** Questions that the record alone answers. */
export const stateGuards = {
  hasObject: (context) => context.object !== null,
  isRandom: (context) => context.opened.purpose === 'random',
  isForCause: (context) => context.opened.purpose === 'for-cause',
  selfInspectionComesFirst: (context) => context.opened.selfInspection === 'first',
  selfInspectionAwaited: (context) => context.selfInspection === 'awaited',
  /** Unannounced by its approval, or opened before the duty of notice binds. */
  needsNoNotice: (context) => context.unannounced || !context.opened.terms.notice.value.required,
  /** As `needsNoNotice`, and where an urgent inspection for cause is approved afterwards. */
  mayArriveFirst: (context) =>
    context.unannounced || context.cause?.urgent != null || !context.opened.terms.notice.value.required,
  settled: allSettled,
  isWaiting: (context) => context.debts.some((debt) => debt.status === 'owed'),
  isPosting: (context) => context.debts.some((debt) => debt.status === 'posting'),
  listedCredit: listed('listed-credit'),
  listedAbnormal: listed('listed-abnormal'),
} satisfies Record<string, OfState>;

function isWritten(section: Section): boolean {
  return section.status !== 'awaited' && section.status !== 'returned';
}

function isApproved(section: Section): boolean {
  return section.status === 'approved' || section.status === 'absent';
}

function sectionOf(context: CaseContext, department: string): Section | undefined {
  return context.sections.find((section) => section.department === department);
}

function debtOf(context: CaseContext, fact: CaseFact): Debt | undefined {
  const { debt } = (fact as FactOf<'PublicationPosted'>).data;
  return context.debts.find((one) => one.debt === debt);
}

function channelStatus(debt: Debt | undefined, fact: CaseFact): string | undefined {
  const { channel } = (fact as FactOf<'PublicationPosted'>).data;
  return debt?.channels.find((one) => one.channel === channel)?.status;
}

/** The disposition that a fact of `case/4` is about; the finding must be its own. */
function dispositionOf(context: CaseContext, fact: CaseFact): Disposition | undefined {
  const { disposition, finding } = (fact as Extract<CaseFact, OfDisposition>).data;
  return context.dispositions.find((one) => one.disposition === disposition && one.finding === finding);
}

/** Questions about the record and the fact that wants to join it. */
export const factGuards = {
  /** Every finding says that there is no object left to visit (C28), so no visit has to come before it. */
  isByRecord: (_, fact) =>
    fact.type === 'FindingsRecorded' &&
    fact.data.due !== null &&
    fact.data.findings.length > 0 &&
    fact.data.findings.every((finding) => ceasedClasses.includes(finding.resultClass)),
  isMember: (context, fact) => {
    const { outgoing } = (fact as FactOf<'InspectorReplaced'>).data;
    return context.team.some((member) => member.inspector === outgoing);
  },
  /** Somebody who is in the team now. */
  isOfTeam: (context, fact) => {
    const { data } = fact as FactOf<'ConflictStated' | 'ReplacementRequested'>;
    const person = 'outgoing' in data ? data.outgoing : data.inspector;
    return context.team.some((member) => member.inspector === person);
  },
  isRecusalUndecided: (context, fact) => {
    const { recusal } = (fact as FactOf<'RecusalGranted'>).data;
    return context.recusals.some((one) => one.recusal === recusal && one.status === 'requested');
  },
  isVisitUnderWay: (context, fact) => context.visits.at(-1)?.visit === (fact as FactOf<'VisitEnded'>).data.visit,
  isSectionToWrite: (context, fact) => {
    const status = sectionOf(context, (fact as FactOf<'FindingsRecorded'>).data.department)?.status;
    return status === 'awaited' || status === 'returned';
  },
  /** All other departments have written theirs, or didn't come. */
  isLastToWrite: (context, fact) => {
    const { department } = (fact as FactOf<'FindingsRecorded'>).data;
    const own = sectionOf(context, department);
    return own !== undefined && !isWritten(own) && context.sections.every((one) => one === own || isWritten(one));
  },
  isLastToApprove: (context, fact) => {
    const { department } = (fact as FactOf<'FindingsApproved'>).data;
    const own = sectionOf(context, department);
    return own?.status === 'recorded' && context.sections.every((one) => one === own || isApproved(one));
  },
  isSectionAwaited: (context, fact) =>
    sectionOf(context, (fact as FactOf<'DepartmentAbsent'>).data.department)?.status === 'awaited',
  isSectionToApprove: (context, fact) =>
    sectionOf(context, (fact as FactOf<'FindingsApproved'>).data.department)?.status === 'recorded',
  /** The disposition's own chart expects this step; a first step begins one on a finding in force. */
  lifeExpects: (context, fact) => {
    if (!isDispositionEvent(fact)) return false;
    const { disposition, finding } = fact.data;
    const known = context.dispositions.find((one) => one.disposition === disposition);
    if (known) return known.finding === finding && lifeAfter(known.state, fact.type) !== undefined;
    return (
      lifeAfter('undecided', fact.type) !== undefined &&
      context.findings.some((one) => one.finding === finding && !one.withdrawn)
    );
  },
  /** Owed, or under way and not yet posted on this channel; one debt at a time. */
  isPostable: (context, fact) => {
    const debt = debtOf(context, fact);
    const status = channelStatus(debt, fact);
    if (debt?.status === 'posting') return status === undefined || status === 'failed';
    return debt?.status === 'owed' && !context.debts.some((one) => one.status === 'posting');
  },
  isPosted: (context, fact) => {
    const debt = debtOf(context, fact);
    return debt?.status === 'posting' && channelStatus(debt, fact) === 'posted';
  },
  isOwed: (context, fact) => {
    const status = debtOf(context, fact)?.status;
    return status === 'owed' || status === 'posting';
  },
  isFindingInForce: (context, fact) => {
    const { finding } = (fact as FactOf<'AmendmentProposed'>).data;
    return context.findings.some((one) => one.finding === finding && !one.withdrawn);
  },
  isAmendmentProposed: (context, fact) =>
    context.amendment?.amendment === (fact as FactOf<'AmendmentApproved'>).data.amendment,
  /** Posted there, whether or not it was given up meanwhile: a receipt that comes late counts, and nothing is posted twice. */
  isReceiptAwaited: (context, fact) => {
    const debt = debtOf(context, fact);
    const status = channelStatus(debt, fact);
    return debt?.status === 'posting' && (status === 'posted' || status === 'failed');
  },
  isReviewed: (context, fact) => debtOf(context, fact)?.review != null,
  /** A finding in force of that class, not found grave before. */
  isNonCooperation: (context, fact) => {
    const { finding } = (fact as FactOf<'GraveNonCooperationFound'>).data;
    const known = context.findings.find((one) => one.finding === finding);
    return known?.resultClass === 'non-cooperation' && !known.withdrawn && !context.grave.includes(finding);
  },
  isDispositionOpen: (context, fact) => {
    const one = dispositionOf(context, fact);
    return one !== undefined && lives[one.state]?.settled === false;
  },
  /** The order runs or the revisit is due, and no appointment stands for the round. */
  isRevisitToArrange: (context, fact) => {
    const one = dispositionOf(context, fact);
    return one !== undefined && isToRevisit(one) && arrangedFor(context, one) === null;
  },
  isRevisitArranged: (context, fact) => {
    const one = dispositionOf(context, fact);
    return one !== undefined && arrangedFor(context, one) !== null;
  },
  /** An order that runs, or a penalty that was decided, not served yet. */
  isPaperToServe: (context, fact) => {
    const one = dispositionOf(context, fact);
    const { paper } = (fact as FactOf<'DocumentServed'>).data;
    if (paper === 'penalty-decision') return one?.penalty?.served === null;
    return one?.state === 'rectifying' && one.rounds.at(-1)?.served === null;
  },
  isInvestigated: (context, fact) => dispositionOf(context, fact)?.state === 'investigating',
  isPenaltyNoticed: (context, fact) => {
    const one = dispositionOf(context, fact);
    return one?.state === 'investigating' && one.notice !== null && one.statement === null;
  },
  /** A deadline whose passing is on record, or a result that was sent back; each goes up once. */
  isToEscalate: (context, fact) => {
    const { escalation, cause } = (fact as FactOf<'CaseEscalated'>).data;
    if (context.escalations.some((one) => one.escalation === escalation)) return false;
    return cause === 'returned-late'
      ? context.sections.some((section) => section.status === 'returned')
      : context.passed.includes(escalation);
  },
  isEscalated: (context, fact) => {
    const { escalation } = (fact as FactOf<'EscalationAnswered'>).data;
    return context.escalations.some((one) => one.escalation === escalation && one.answer === null);
  },
  isDeadlineOpen: (context, fact) => {
    const { deadline } = (fact as FactOf<'DeadlinePassed'>).data;
    return deadlinesIn(context).some((one) => one.id === deadline && !one.passed);
  },
} satisfies Record<string, OfFact>;

export type StateGuard = keyof typeof stateGuards;
export type GuardName = StateGuard | keyof typeof factGuards;

/** All questions of the chart by name. */
export const guards: { readonly [G in GuardName]: OfFact } = { ...stateGuards, ...factGuards };
