import type { Day } from '@srd/kernel';
import type { CalendarDays } from '../calendar';
import { measures } from './classes';
import type { CommandData } from './commands';
import type { CaseContext, Disposition } from './context';
import { lifeAfter, lives } from './disposition';
import type { DispositionEventType } from './disposition-events';
import { dueBy } from './dues';
import { refuse } from './refusals';
import { demandDayPast, demandReason, type Rules } from './rule';
import type { DebtDue, DebtKind } from './vocabulary';

type On = { readonly disposition: string; readonly finding: string };

/**
 * Refuses a step that the finding's class or the disposition's life doesn't allow, and says why in B三(三)'s words: the two
 * ladders don't meet, so a failed revisit never leads to the abnormal list (trap 7).
 */
function demandStep(context: CaseContext, { disposition, finding }: On, type: DispositionEventType): void {
  const subject = context.findings.find((one) => one.finding === finding);
  if (!subject || subject.withdrawn) return refuse('FINDING_UNKNOWN');
  const known = context.dispositions.find((one) => one.disposition === disposition);
  if (known && known.finding !== finding) return refuse('DISPOSITION_OF_OTHER_FINDING');
  const state = known?.state ?? 'undecided';
  if (type === 'ListingProposalNoted') demandLadder(context, finding, state);
  if (lifeAfter(state, type) === undefined) {
    return refuse('OUT_OF_TURN', `该处置处于“${lives[state]?.label ?? state}”，不接受 ${type}`, { event: type, state });
  }
  if (!known && !measures[subject.resultClass].fitting.includes(type)) {
    return refuse('MEASURE_NOT_FITTING', undefined, { resultClass: subject.resultClass, measure: type });
  }
}

const breachStates = ['rectifying', 'revisiting', 'uncorrected', 'corrected', 'correctedOnSpot', 'investigating', 'dropped'];

function demandLadder(context: CaseContext, finding: string, state: string): void {
  const onBreach = context.dispositions.some((one) => one.finding === finding && breachStates.includes(one.state));
  if (breachStates.includes(state) || (state === 'undecided' && onBreach)) refuse('LADDERS_CROSSED');
}

function roundOf(context: CaseContext, { disposition }: On): number {
  return context.dispositions.find((one) => one.disposition === disposition)?.round ?? 0;
}

/** The next debt's id: debts are numbered through in the case, so that a repeated decision gets another. */
export function nextDebt(context: CaseContext, kind: DebtKind, from: Day, calendar: CalendarDays): DebtDue {
  const due = dueBy(from, 'publication', context.opened.terms.publication, calendar);
  return { debt: `${kind}-${context.debts.length + 1}`, due };
}

/** A debt that somebody has read about already: then taking it back is owed too. */
function wasPublic(context: CaseContext, one: Disposition | undefined): boolean {
  const debt = context.debts.find((owed) => owed.debt === one?.outcomeDebt);
  return debt !== undefined && debt.channels.some((channel) => channel.status !== 'failed');
}

function followUpDue(context: CaseContext, from: Day, calendar: CalendarDays) {
  return dueBy(from, 'revisitWithin', context.opened.terms.revisitWithin, calendar);
}

function demandGround(context: CaseContext, data: CommandData<'NoteListingProposal'>): void {
  const state = context.dispositions.find((one) => one.disposition === data.disposition)?.state ?? 'undecided';
  const expected = { undecided: 'abnormal unreachable', unheeded: 'abnormal unheeded', penalized: 'credit penalty' }[state];
  if (`${data.list} ${data.ground}` !== expected) refuse('LISTING_GROUND_WRONG');
  if (data.ground === 'unheeded' && (data.reason ?? '').trim() === '') {
    refuse('REASON_MISSING', '“可以”列入的，须写明理由');
  }
}

/** What follows from a finding: both ladders, transfers, guidance (B三(二)(三); R77–R87). */
export const dispositionRules = {
  NoteOnSpotCorrection({ calendar, ...data }, context, by) {
    demandStep(context, data, 'OnSpotCorrectionNoted');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'OnSpotCorrectionNoted', data: { ...data, followUp: followUpDue(context, data.occurredOn, calendar) } }];
  },

  OrderCorrection({ calendar, ...data }, context, by) {
    demandStep(context, data, 'CorrectionOrdered');
    demandDayPast(data.occurredOn, by);
    if (data.dueOn < data.occurredOn) refuse('DUE_BEFORE_ORDER');
    return [{ type: 'CorrectionOrdered', data: { ...data, revisit: followUpDue(context, data.dueOn, calendar) } }];
  },

  ReportRectification(data, context, by) {
    demandStep(context, data, 'RectificationReported');
    demandDayPast(data.occurredOn, by);
    if (data.evidence.some((hash) => !context.evidence.includes(hash))) refuse('EVIDENCE_UNKNOWN');
    return [{ type: 'RectificationReported', data: { ...data, round: roundOf(context, data) } }];
  },

  RecordFollowUp({ passed, asInspector, ...data }, context, by) {
    const type = passed ? 'FollowUpPassed' : 'FollowUpFailed';
    demandStep(context, data, type);
    demandDayPast(data.occurredOn, by);
    if (data.evidence.some((hash) => !context.evidence.includes(hash))) refuse('EVIDENCE_UNKNOWN');
    return [{ type, data: { ...data, inspector: asInspector, round: roundOf(context, data) } }];
  },

  OrderFurtherCorrection({ calendar, ...data }, context, by) {
    demandStep(context, data, 'FurtherCorrectionOrdered');
    demandDayPast(data.occurredOn, by);
    demandReason(data.reason);
    if (data.dueOn < data.occurredOn) refuse('DUE_BEFORE_ORDER');
    const round = roundOf(context, data) + 1;
    const revisit = followUpDue(context, data.dueOn, calendar);
    return [{ type: 'FurtherCorrectionOrdered', data: { ...data, round, revisit } }];
  },

  OpenInvestigation(data, context, by) {
    demandStep(context, data, 'InvestigationOpened');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'InvestigationOpened', data }];
  },

  DecidePenalty({ calendar, publishMinor, ...data }, context, by) {
    demandStep(context, data, 'PenaltyDecided');
    demandDayPast(data.occurredOn, by);
    if (data.penalties.length === 0) refuse('REASON_MISSING', '须写明处罚种类');
    const published = data.penaltyClass !== 'minor' || (publishMinor ?? '').trim() !== '';
    const publication = published ? nextDebt(context, 'outcome', data.occurredOn, calendar) : null;
    return [{ type: 'PenaltyDecided', data: { ...data, publication } }];
  },

  DropInvestigation({ calendar, ...data }, context, by) {
    demandStep(context, data, 'InvestigationDropped');
    demandDayPast(data.occurredOn, by);
    demandReason(data.reason);
    const publication = nextDebt(context, 'outcome', data.occurredOn, calendar);
    return [{ type: 'InvestigationDropped', data: { ...data, publication } }];
  },

  AnnulPenalty({ calendar, ...data }, context, by) {
    demandStep(context, data, 'PenaltyAnnulled');
    demandDayPast(data.occurredOn, by);
    demandReason(data.reason);
    const known = context.dispositions.find((one) => one.disposition === data.disposition);
    const publication = wasPublic(context, known) ? nextDebt(context, 'withdrawal', data.occurredOn, calendar) : null;
    return [{ type: 'PenaltyAnnulled', data: { ...data, publication } }];
  },

  NoteListingProposal(data, context, by) {
    demandStep(context, data, 'ListingProposalNoted');
    demandDayPast(data.occurredOn, by);
    demandGround(context, data);
    return [{ type: 'ListingProposalNoted', data }];
  },

  NoteListingConfirmed(data, context) {
    demandStep(context, data, 'ListingConfirmed');
    return [{ type: 'ListingConfirmed', data }];
  },

  NoteListingDeclined(data, context) {
    demandStep(context, data, 'ListingDeclined');
    return [{ type: 'ListingDeclined', data }];
  },

  NoteListingWithdrawn(data, context) {
    demandStep(context, data, 'ListingWithdrawn');
    return [{ type: 'ListingWithdrawn', data }];
  },

  NoteListingEnded(data, context) {
    demandStep(context, data, 'ListingEnded');
    return [{ type: 'ListingEnded', data }];
  },

  ForgoListing(data, context) {
    demandStep(context, data, 'ListingForgone');
    demandReason(data.reason);
    return [{ type: 'ListingForgone', data }];
  },

  IssueReminder({ calendar, ...data }, context, by) {
    demandStep(context, data, 'ReminderIssued');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ReminderIssued', data: { ...data, followUp: followUpDue(context, data.occurredOn, calendar) } }];
  },

  HoldInterview({ calendar, ...data }, context, by) {
    demandStep(context, data, 'InterviewHeld');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'InterviewHeld', data: { ...data, followUp: followUpDue(context, data.occurredOn, calendar) } }];
  },

  RecordGuidance(data, context, by) {
    demandStep(context, data, 'GuidanceRecorded');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'GuidanceRecorded', data }];
  },

  ReportToLicensing(data, context, by) {
    demandStep(context, data, 'ReportedToLicensing');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ReportedToLicensing', data }];
  },

  FileLicensingReceipt(data, context) {
    demandStep(context, data, 'LicensingReceiptFiled');
    if (data.receipt.trim() === '') refuse('RECEIPT_MISSING');
    return [{ type: 'LicensingReceiptFiled', data }];
  },

  ReferToJudiciary(data, context, by) {
    demandStep(context, data, 'ReferredToJudiciary');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ReferredToJudiciary', data }];
  },

  FileReferralReceipt(data, context) {
    demandStep(context, data, 'ReferralReceiptFiled');
    if (data.receipt.trim() === '') refuse('RECEIPT_MISSING');
    return [{ type: 'ReferralReceiptFiled', data }];
  },
} satisfies Rules;
