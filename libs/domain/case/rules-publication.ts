import { dayInWords, type Context } from '@srd/kernel';
import type { CaseContext, Debt } from './context';
import { channelsOf } from './channels';
import { deadlinesIn } from './deadlines';
import { contentOf, statementOf, suspectFields } from './publication';
import { refuse } from './refusals';
import { demandDayPast, demandReason, type Rules } from './rule';
import type { CaseEvent } from './events';
import { nextDebt } from './steps';
import { demandOutsideTeam } from './bars';

/** A debt by its id. @throws Refusal DEBT_UNKNOWN */
export function demandDebt(context: CaseContext, id: string): Debt {
  return context.debts.find((debt) => debt.debt === id) ?? refuse('DEBT_UNKNOWN');
}

function demandPostable(context: CaseContext, debt: Debt, channel: string): void {
  if (!channelsOf(context, debt).includes(channel)) refuse('NOT_A_CHANNEL', `${channel} 不在本局公示载体之内`);
  demandFree(context, debt, channel);
}

/** Not posted there already, and nothing else under way. @throws Refusal ALREADY_POSTED, ANOTHER_POSTING */
export function demandFree(context: CaseContext, debt: Debt, channel: string): void {
  const known = debt.channels.find((one) => one.channel === channel)?.status;
  if (known === 'posted' || known === 'acknowledged') refuse('ALREADY_POSTED');
  if (context.debts.some((other) => other.status === 'posting' && other.debt !== debt.debt)) refuse('ANOTHER_POSTING');
}

/** Somebody stands for what goes out (trap 10). */
export function demandRead(read: boolean): void {
  if (!read) refuse('TEXT_NOT_READ', '请先核对将要公示的内容，再选“已核对公示内容”');
}

/** What follows when a day passed without what was due: a lapse where the law goes on without it. */
function afterDeadline(context: CaseContext, kind: string, subject: string | null, by: Context): readonly CaseEvent[] {
  if (kind === 'self-inspection' && context.opened.selfInspection === 'first') {
    return [{ type: 'SelfInspectionLapsed', data: { on: by.today } }];
  }
  const one = context.dispositions.find((disposition) => disposition.disposition === subject);
  if (kind !== 'correction' || !one) return [];
  const { disposition, finding, round } = one;
  return [{ type: 'RectificationLapsed', data: { disposition, finding, round, on: by.today } }];
}

/** 公示, 抄送, 更正 and the days that pass (A二(五), B三(一); traps 9, 10, 14). */
export const publicationRules = {
  /** R74, R75 */
  PostPublication({ debt: id, channel, read, redactions }, context) {
    const debt = demandDebt(context, id);
    demandPostable(context, debt, channel);
    demandRead(read);
    const content = debt.content ?? contentOf(context, redactions);
    const suspect = suspectFields(content);
    if (suspect.length > 0) refuse('PERSONAL_DATA', `疑似含个人信息：${suspect.join('、')}`, { fields: suspect });
    const statement = debt.content ? debt.statement : statementOf(debt);
    return [
      {
        type: 'PublicationPosted',
        data: {
          debt: id,
          channel,
          content,
          statement,
          replaces: debt.replaces,
          redactions: debt.content ? [] : redactions,
        },
      },
    ];
  },

  /** R74 */
  AcknowledgePublication(data, context, by) {
    if (data.occurredOn) demandDayPast(data.occurredOn, by);
    const channel = demandDebt(context, data.debt).channels.find((one) => one.channel === data.channel);
    if (data.receipt.trim() === '') refuse('RECEIPT_MISSING');
    if (channel?.status === 'acknowledged' && channel.receipt === data.receipt) return [];
    return [{ type: 'PublicationAcknowledged', data }];
  },

  FailPublication(data, context) {
    demandDebt(context, data.debt);
    demandReason(data.reason);
    return [{ type: 'PublicationFailed', data }];
  },

  WaivePublication({ debt, reason }, context) {
    const { kind } = demandDebt(context, debt);
    demandReason(reason);
    return [{ type: 'PublicationWaived', data: { debt, kind, reason } }];
  },

  /** R102 */
  FileCopy(data, context, by) {
    demandDayPast(data.occurredOn, by);
    if (context.copyReceipt !== null) refuse('COPY_FILED');
    if (data.receipt.trim() === '') refuse('RECEIPT_MISSING');
    return [{ type: 'CopyFiled', data }];
  },

  ProposeAmendment(data, context) {
    demandReason(data.reason);
    const finding = context.findings.find((one) => one.finding === data.finding && !one.withdrawn);
    if (!finding) return refuse('FINDING_UNKNOWN');
    const reworded = data.text !== null && data.text !== finding.text;
    const reclassified = data.resultClass !== null && data.resultClass !== finding.resultClass;
    if (!reworded && !reclassified && !data.withdrawn) refuse('AMENDMENT_EMPTY');
    return [{ type: 'AmendmentProposed', data }];
  },

  ApproveAmendment({ amendment, asInspector, calendar }, context, by) {
    if (context.amendment?.proposedBy === by.actor) refuse('AMENDER_APPROVES');
    demandOutsideTeam(context, asInspector);
    const isPublic = context.debts.some((debt) => debt.content !== null);
    const publication = isPublic ? nextDebt(context, 'correction', by.today, calendar) : null;
    return [{ type: 'AmendmentApproved', data: { amendment, publication } }];
  },

  DeclineAmendment(data, context, by) {
    demandReason(data.reason);
    if (context.amendment?.proposedBy === by.actor) refuse('AMENDER_APPROVES');
    return [{ type: 'AmendmentDeclined', data }];
  },

  /** R73 */
  PassCaseDeadline({ deadline: id }, context, by) {
    if (context.passed.includes(id)) return [];
    const deadline = deadlinesIn(context).find((one) => one.id === id);
    if (!deadline) return refuse('DEADLINE_UNKNOWN', '没有这个期限，或者已经履行');
    if (by.today <= deadline.on) refuse('NOT_YET_DUE', `期限至${dayInWords(deadline.on)}届满`);
    const { kind, subject, on } = deadline;
    return [{ type: 'DeadlinePassed', data: { deadline: id, kind, on } }, ...afterDeadline(context, kind, subject, by)];
  },
} satisfies Rules;
