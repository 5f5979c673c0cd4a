import { refuse } from './refusals';
import { demandDayPast, demandEvidence, demandReason, type Rules } from './rule';
import { demandGround, demandStanding, demandStep, followUpDue, nextDebt, roundOf, wasPublic } from './steps';

/** What follows from a finding: both ladders, transfers, guidance (B三(二)(三)). */
export const dispositionRules = {
  /** R79 */
  NoteOnSpotCorrection({ calendar, ...data }, context, by) {
    demandStep(context, data, 'OnSpotCorrectionNoted');
    demandDayPast(data.occurredOn, by);
    return [
      { type: 'OnSpotCorrectionNoted', data: { ...data, followUp: followUpDue(context, data.occurredOn, calendar) } },
    ];
  },

  /** R84 */
  OrderCorrection({ calendar, ...data }, context, by) {
    demandStep(context, data, 'CorrectionOrdered');
    demandDayPast(data.occurredOn, by);
    if (data.dueOn < data.occurredOn) refuse('DUE_BEFORE_ORDER');
    return [{ type: 'CorrectionOrdered', data: { ...data, revisit: followUpDue(context, data.dueOn, calendar) } }];
  },

  /** R84 */
  ReportRectification(data, context, by) {
    demandStep(context, data, 'RectificationReported');
    demandDayPast(data.occurredOn, by);
    demandEvidence(context, data.evidence);
    return [{ type: 'RectificationReported', data: { ...data, round: roundOf(context, data) } }];
  },

  /** R84 */
  RecordFollowUp({ passed, asInspector, present = [], deviation = null, bars: _, ...data }, context, by) {
    const type = passed ? 'FollowUpPassed' : 'FollowUpFailed';
    demandStep(context, data, type);
    demandDayPast(data.occurredOn, by);
    demandEvidence(context, data.evidence);
    const told = { ...(present.length > 0 && { present }), ...(deviation !== null && { deviation }) };
    return [{ type, data: { ...data, ...told, inspector: asInspector, round: roundOf(context, data) } }];
  },

  /** R84 */
  OrderFurtherCorrection({ calendar, ...data }, context, by) {
    demandStep(context, data, 'FurtherCorrectionOrdered');
    demandDayPast(data.occurredOn, by);
    demandReason(data.reason);
    if (data.dueOn < data.occurredOn) refuse('DUE_BEFORE_ORDER');
    const round = roundOf(context, data) + 1;
    const revisit = followUpDue(context, data.dueOn, calendar);
    return [{ type: 'FurtherCorrectionOrdered', data: { ...data, round, revisit } }];
  },

  /** R81 */
  OpenInvestigation(data, context, by) {
    demandStep(context, data, 'InvestigationOpened');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'InvestigationOpened', data }];
  },

  /** R87 */
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

  /** R87 */
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
    demandStanding(context, data, data.standing);
    return [{ type: 'ListingConfirmed', data }];
  },

  NoteListingDeclined(data, context) {
    demandStep(context, data, 'ListingDeclined');
    demandStanding(context, data, data.standing);
    return [{ type: 'ListingDeclined', data }];
  },

  NoteListingWithdrawn(data, context) {
    demandStep(context, data, 'ListingWithdrawn');
    demandStanding(context, data, data.standing);
    return [{ type: 'ListingWithdrawn', data }];
  },

  NoteListingEnded(data, context) {
    demandStep(context, data, 'ListingEnded');
    demandStanding(context, data, data.standing);
    return [{ type: 'ListingEnded', data }];
  },

  /** C19 */
  ForgoListing(data, context) {
    demandStep(context, data, 'ListingForgone');
    demandReason(data.reason);
    return [{ type: 'ListingForgone', data }];
  },

  /** R85 */
  IssueReminder({ calendar, ...data }, context, by) {
    demandStep(context, data, 'ReminderIssued');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ReminderIssued', data: { ...data, followUp: followUpDue(context, data.occurredOn, calendar) } }];
  },

  /** R85 */
  HoldInterview({ calendar, ...data }, context, by) {
    demandStep(context, data, 'InterviewHeld');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'InterviewHeld', data: { ...data, followUp: followUpDue(context, data.occurredOn, calendar) } }];
  },

  /** R77 */
  RecordGuidance(data, context, by) {
    demandStep(context, data, 'GuidanceRecorded');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'GuidanceRecorded', data }];
  },

  /** R80 */
  ReportToLicensing(data, context, by) {
    demandStep(context, data, 'ReportedToLicensing');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ReportedToLicensing', data }];
  },

  FileLicensingReceipt(data, context, by) {
    demandStep(context, data, 'LicensingReceiptFiled');
    demandDayPast(data.occurredOn, by);
    if (data.receipt.trim() === '') refuse('RECEIPT_MISSING');
    return [{ type: 'LicensingReceiptFiled', data }];
  },

  /** R82 */
  ReferToJudiciary(data, context, by) {
    demandStep(context, data, 'ReferredToJudiciary');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ReferredToJudiciary', data }];
  },

  FileReferralReceipt(data, context, by) {
    demandStep(context, data, 'ReferralReceiptFiled');
    demandDayPast(data.occurredOn, by);
    if (data.receipt.trim() === '') refuse('RECEIPT_MISSING');
    return [{ type: 'ReferralReceiptFiled', data }];
  },
} satisfies Rules;
