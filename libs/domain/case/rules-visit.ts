import { departmentDues, visitDues } from './dues';
import { demandDayPast, demandReason, type Rules } from './rule';
import { certificateText, demandApproval, demandLoan, leastInspectors } from './bars';
import { practiceOf } from './practice';
import { refuse } from './refusals';
import type { CaseContext } from './context';
import type { CommandData } from './commands';
import { isSince, type Signature } from './vocabulary';

const SHA256 = /^[0-9a-f]{64}$/;

/** Only what was drawn, and where it practises (B一(二), B二(七)). */
function demandPlace({ opened, object }: CaseContext, data: CommandData<'OpenVisit'>): void {
  // 依抽施查 (R64)
  if (data.institution !== object?.id) {
    refuse('NOT_THE_DRAWN_OBJECT', `本案对象是 ${object?.name ?? '未定'}，不得检查其他机构`, {
      institution: data.institution,
    });
  }
  // Papers are looked at anywhere (R66).
  if (opened.method === 'documentary') return;
  // At the registered premises, or with the reason why elsewhere (R65).
  if (data.premises !== object?.premises && (data.elsewhere ?? '').trim() === '') {
    refuse('NOT_AT_PREMISES', `登记的执业场所为 ${object?.premises ?? ''}`);
  }
}

/** Approved as unannounced, or urgent under the chart that lets it arrive before its approval: the notice is served there. */
function comesUnannounced({ opened, cause, unannounced }: CaseContext): boolean {
  return unannounced || (isSince(opened.procedure, 'case/3') && cause?.urgent != null);
}

/** Signed, or refused or nobody there with its reason (trap 14). @throws Refusal SIGNATURE_MISSING */
export function demandSignature(signature: Signature | null): Signature {
  if (signature === null) return refuse('SIGNATURE_MISSING');
  if (signature.kind !== 'signed' && signature.reason.trim() === '')
    return refuse('SIGNATURE_MISSING', '须写明拒签或者无人签字的理由');
  return signature;
}

/** Who comes: members only, two at least, each with a certificate that is valid that day, nobody who has to stand back. */
function demandAttendance(context: CaseContext, data: CommandData<'OpenVisit'>): void {
  const size = leastInspectors(context);
  const waits = practiceOf(context.opened).recusalMeanwhile === 'waits';
  const present = new Set(data.present.map((one) => one.inspector));
  if (present.size !== data.present.length) refuse('INSPECTOR_TWICE');
  if (!present.has(data.inspector)) refuse('NOT_IN_TEAM', '开启检查的人员须在场');
  for (const { inspector, certificateValidUntil, loan } of data.present) {
    const member = context.team.find((one) => one.inspector === inspector);
    if (!member) return refuse('NOT_IN_TEAM');
    demandLoan(loan ?? member.loan, inspector, data.occurredOn);
    if (certificateValidUntil < data.occurredOn) {
      refuse('CERTIFICATE_INVALID', certificateText(certificateValidUntil, data.occurredOn), { inspector });
    }
    const recusal = context.recusals.findLast((one) => one.inspector === inspector);
    if (recusal?.status === 'requested' && waits) refuse('RECUSAL_UNDECIDED');
    if (recusal?.status === 'granted') refuse('RECUSED_INSPECTOR');
  }
  if (present.size < size) refuse('TOO_FEW_INSPECTORS', `到场检查至少 ${size} 人，现有 ${present.size} 人`);
}

/** The visit itself and what is collected in it. */
export const visitRules = {
  OpenVisit(data, context, by) {
    const { terms } = context.opened;
    demandDayPast(data.occurredOn, by);
    demandPlace(context, data);
    demandAttendance(context, data);
    demandApproval(context);
    if (terms.notice.value.required && context.noticeOn === null && !comesUnannounced(context))
      refuse('NOTICE_MISSING');
    const lots = [context.drawnOn, context.teamOn, context.noticeOn];
    if (lots.some((day) => day !== null && day > data.occurredOn))
      refuse('DRAW_AFTER_VISIT', '抽取、通知均须在检查之前');
    if (terms.visitCode.value.required && (data.visitCode ?? '').trim() === '') refuse('VISIT_CODE_MISSING');
    return [{ type: 'VisitOpened', data }];
  },

  EndVisit({ visit, occurredOn, asInspector, calendar, signature = null }, context, by) {
    demandDayPast(occurredOn, by);
    if (!context.team.some((member) => member.inspector === asInspector)) refuse('NOT_IN_TEAM');
    const opened = context.visits.at(-1)?.openedOn;
    if (opened !== undefined && occurredOn < opened) refuse('VISIT_ENDS_BEFORE_START');
    const due = visitDues(occurredOn, context, calendar);
    const signed = signature ? { signature: demandSignature(signature) } : {};
    const byDepartment = departmentDues(occurredOn, context, calendar);
    const each = byDepartment ? { byDepartment } : {};
    return [{ type: 'VisitEnded', data: { visit, occurredOn, due, ...each, ...signed } }];
  },

  NoteDepartmentAbsence(data, context, by) {
    demandReason(data.reason);
    demandDayPast(data.occurredOn, by);
    if (data.department === context.opened.departments[0]?.organ) refuse('OWN_SECTION_ABSENT');
    return [{ type: 'DepartmentAbsent', data }];
  },

  AddEvidence(data, context, by) {
    const plainName = data.name.trim() !== '' && !/[/\\]/.test(data.name);
    if (!SHA256.test(data.sha256) || !plainName || !Number.isSafeInteger(data.size) || data.size <= 0)
      refuse('EVIDENCE_INVALID');
    if (data.occurredOn !== undefined) demandDayPast(data.occurredOn, by);
    if (context.evidence.includes(data.sha256)) refuse('EVIDENCE_TWICE');
    return [{ type: 'EvidenceAdded', data }];
  },
} satisfies Rules;
