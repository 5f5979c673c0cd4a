import type { CaseContext, Debt, Disposition } from './context';
import { refuse } from './refusals';
import { demandDayPast, demandEvidence, demandReason, type Rules } from './rule';
import { reviewOf } from './review';
import { followUpDue, nextDebt } from './steps';

type On = { readonly disposition: string; readonly finding: string };

function debtIn(context: CaseContext, id: string): Debt {
  return context.debts.find((debt) => debt.debt === id) ?? refuse('DEBT_UNKNOWN');
}

function dispositionIn(context: CaseContext, { disposition, finding }: On): Disposition {
  const known = context.dispositions.find((one) => one.disposition === disposition);
  if (known && known.finding !== finding) refuse('DISPOSITION_OF_OTHER_FINDING');
  return known ?? refuse('DISPOSITION_UNKNOWN');
}

/** What `case/4` adds to what may be asked; the earlier charts know none of these facts (B三(一)–(三)). */
export const fourthCommandRules = {
  /** R75, C24 */
  ReviewPublication(data, context) {
    const debt = debtIn(context, data.debt);
    if (debt.content !== null) refuse('ALREADY_PUBLIC');
    return [
      { type: 'PublicationReviewed', data: { debt: data.debt, ...reviewOf(context, debt, data), reason: data.reason } },
    ];
  },

  /** R102 */
  SendCopy(data, context, by) {
    demandDayPast(data.occurredOn, by);
    if (context.copyReceipt !== null) refuse('COPY_FILED');
    if (context.copies.at(-1)?.receipt === null) refuse('COPY_SENT');
    return [{ type: 'CopySent', data }];
  },

  /** R76 */
  FindGraveNonCooperation({ calendar, ...data }, context, by) {
    demandReason(data.reason);
    demandDayPast(data.occurredOn, by);
    const finding = context.findings.find((one) => one.finding === data.finding && !one.withdrawn);
    if (finding?.resultClass !== 'non-cooperation') refuse('NOT_NON_COOPERATION');
    if (context.grave.includes(data.finding)) refuse('GRAVE_ALREADY');
    if (context.sections.some((section) => section.recordedBy === by.actor)) refuse('RECORDER_APPROVES');
    const publication = nextDebt(context, 'non-cooperation', data.occurredOn, calendar);
    return [{ type: 'GraveNonCooperationFound', data: { ...data, publication } }];
  },

  /** R84 */
  UrgeRectification(data, context, by) {
    dispositionIn(context, data);
    demandReason(data.text);
    demandDayPast(data.occurredOn, by);
    return [{ type: 'RectificationUrged', data }];
  },

  /** R78 */
  ServeDocument({ calendar, dueOn, ...data }, context, by) {
    const { penalty, rounds } = dispositionIn(context, data);
    demandDayPast(data.occurredOn, by);
    if (data.evidence.length === 0) refuse('SERVICE_UNPROVEN');
    demandEvidence(context, data.evidence);
    if (data.paper === 'penalty-decision') {
      if (penalty && data.occurredOn < penalty.decidedOn) refuse('SERVED_BEFORE_DECISION');
      return [{ type: 'DocumentServed', data: { ...data, order: null } }];
    }
    const ordered = rounds.at(-1)?.dueOn ?? data.occurredOn;
    if (dueOn === null && data.occurredOn > ordered) refuse('SERVED_TOO_LATE', `改正期限 ${ordered} 已过，须另定期限`);
    if (dueOn !== null && (dueOn < ordered || dueOn < data.occurredOn)) refuse('DUE_BEFORE_ORDER');
    const order = dueOn === null ? null : { dueOn, revisit: followUpDue(context, dueOn, calendar) };
    return [{ type: 'DocumentServed', data: { ...data, order } }];
  },

  /** R78 */
  ServePenaltyNotice(data, context, by) {
    const { investigatedOn } = dispositionIn(context, data);
    demandDayPast(data.occurredOn, by);
    // A day before the investigation would let the days for being heard run out beforehand.
    if (investigatedOn !== null && data.occurredOn < investigatedOn) refuse('NOTICE_BEFORE_INVESTIGATION');
    if (data.hearUntil < data.occurredOn) refuse('HEARING_REVERSED');
    return [{ type: 'PenaltyNoticeServed', data }];
  },

  /** R78 */
  HearStatement(data, context, by) {
    const { notice } = dispositionIn(context, data);
    demandDayPast(data.occurredOn, by);
    if (!notice || data.occurredOn < notice.servedOn) refuse('PENALTY_NOTICE_MISSING');
    demandReason(data.text);
    demandEvidence(context, data.evidence);
    return [{ type: 'StatementHeard', data }];
  },

  /** R77 */
  GiveGuidance(data, context, by) {
    demandReason(data.text);
    demandDayPast(data.occurredOn, by);
    if (context.guidance.some((one) => one.guidance === data.guidance)) refuse('GUIDANCE_TWICE');
    if (data.finding !== null && !context.findings.some((one) => one.finding === data.finding))
      refuse('FINDING_UNKNOWN');
    return [{ type: 'GuidanceGiven', data }];
  },

  AnswerEscalation(data, context) {
    demandReason(data.instruction);
    const known = context.escalations.find((one) => one.escalation === data.escalation);
    if (!known) return refuse('ESCALATION_UNKNOWN');
    if (known.answer) refuse('ESCALATION_ANSWERED');
    return [{ type: 'EscalationAnswered', data }];
  },
} satisfies Rules;
