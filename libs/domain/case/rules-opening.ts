import { dayInWords, type Context } from '@srd/kernel';
import { demandApproval, demandNoBar, demandOrgan, demandOutsideTeam, demandTeam } from './bars';
import type { CommandData } from './commands';
import type { CaseEvent, DataOf } from './events';
import type { CaseContext } from './context';
import { capWarning } from './counting';
import { dueBy } from './dues';
import { refuse } from './refusals';
import { demandDayPast, demandEvidence, demandReason, type Rules } from './rule';
import { demandOfCase } from './rules-team';
import { isSince } from './vocabulary';

/** 第三、四项: who is inspected for being listed is listed (B二(九)3–4; R91, R92). */
function demandGroundHeld(ground: string, lists: CommandData<'NameObject'>['lists']): void {
  const list = ground === 'credit-listed' ? 'credit' : ground === 'abnormal-listed' ? 'abnormal' : null;
  if (list !== null && lists && !lists.includes(list)) refuse('GROUND_NOT_HELD');
}

/** The set time for an approval afterwards is the organ's rule, not the asker's choice (trap 11). */
function demandSetTime(
  { opened }: CaseContext,
  { urgent, occurredOn }: CommandData<'NameObject'>,
  calendar: CommandData<'NameObject'>['calendar'],
): void {
  const term = opened.practice?.urgentApprovalWithin;
  if (!urgent || !term) return;
  const { on } = dueBy(occurredOn, 'urgentApprovalWithin', term, calendar ?? {});
  if (urgent.approvalDueOn > on) refuse('APPROVAL_TOO_LATE', `紧急检查应在${dayInWords(on)}前补办审批`, { on });
}

function isDecisionOn({ recusals }: CaseContext, recusal: string, inspector: string): boolean {
  return recusals.some((one) => one.recusal === recusal && one.inspector === inspector && one.status === 'granted');
}

/** What every for-cause inspection has: an object of the sector, a ground with its source, a set time where it is urgent. */
function demandCause(
  context: CaseContext,
  { lists, calendar, ...data }: CommandData<'NameObject'>,
  by: Context,
): DataOf<'ObjectNamed'> {
  if (data.institution.sector !== context.opened.sector) refuse('NOT_IN_SECTOR');
  demandDayPast(data.occurredOn, by);
  if (data.source.reference === '') refuse('REASON_MISSING', '须写明线索来源及编号');
  if (data.approvedBy === null && data.urgent === null) refuse('CAUSE_NOT_APPROVED');
  if (data.urgent) demandReason(data.urgent.reason);
  demandGroundHeld(data.ground, lists);
  demandSetTime(context, data, calendar);
  return data;
}

/** The case begins with its object: whoever asks for it approves it, on another's proposal, or it is urgent (trap 11, C7). */
export function nameForCause(
  { proposedBy, ...asked }: CommandData<'OpenForCause'>['named'],
  context: CaseContext,
  by: Context,
): readonly CaseEvent[] {
  if (context.opened.purpose !== 'for-cause') refuse('CAUSE_NOT_APPROVED', '随机抽查的对象由抽取确定');
  if (proposedBy === by.actor) refuse('SELF_APPROVED');
  if (asked.urgent === null && proposedBy === null) refuse('CAUSE_NOT_APPROVED', '须写明由谁提请');
  const approvedBy = asked.urgent === null ? by.actor : null;
  const proposed = proposedBy === null ? {} : { proposedBy };
  return [{ type: 'ObjectNamed', data: demandCause(context, { ...asked, approvedBy, ...proposed }, by) }];
}

/** From the object to the notice: `planned`, `drawn`, and the self-inspection. */
export const openingRules = {
  TakeDrawnObject(data, context, by) {
    if (data.institution.sector !== context.opened.sector) refuse('NOT_IN_SECTOR');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ObjectDrawn', data }];
  },

  NameObject(asked, context, by) {
    if (asked.approvedBy === by.actor) refuse('SELF_APPROVED');
    return [{ type: 'ObjectNamed', data: demandCause(context, asked, by) }];
  },

  VoidCase(data, _, by) {
    demandReason(data.reason);
    if (data.requestedBy === by.actor) refuse('SELF_APPROVED', '终止案件须由申请人以外的人批准');
    return [{ type: 'CaseVoided', data }];
  },

  TakeDrawnTeam(data, context, by) {
    demandTeam(context, data.inspectors, by);
    return [{ type: 'TeamDrawn', data }];
  },

  AppointTeam({ bars = [], ...data }, context, by) {
    demandReason(data.reason);
    demandTeam(context, data.inspectors, by);
    demandNoBar(data.inspectors, bars, data.waivers ?? [], by);
    return [{ type: 'TeamAppointed', data }];
  },

  ReplaceInspector({ bars = [], ...data }, context, by) {
    const { outgoing, incoming } = data;
    demandReason(data.reason);
    if (!context.team.some((member) => member.inspector === outgoing)) refuse('NOT_IN_TEAM', '被替换的人员不在检查组');
    const drawn = data.draw !== null && data.transcriptHash !== null;
    if (context.opened.purpose === 'random' && !drawn) refuse('REPLACEMENT_NOT_DRAWN');
    if (context.recusals.some((one) => one.inspector === incoming.inspector && one.status === 'granted')) {
      refuse('RECUSED_INSPECTOR', '该人员已被决定回避，不得派入');
    }
    if (data.recusal !== undefined && !isDecisionOn(context, data.recusal, outgoing)) refuse('RECUSAL_UNKNOWN');
    demandTeam(
      context,
      context.team.map((member) => (member.inspector === outgoing ? incoming : member)),
      by,
    );
    demandNoBar([incoming], bars, [], by);
    return [{ type: 'InspectorReplaced', data }];
  },

  DiscloseInterest(data, context, by) {
    demandDayPast(data.occurredOn, by);
    demandReason(data.relation);
    demandOfCase(context, data.inspector);
    return [{ type: 'InterestDisclosed', data }];
  },

  ApproveInspection({ asInspector, byOrgan, ...data }, context) {
    if (context.approvedBy !== null && context.cause === null) refuse('ALREADY_APPROVED');
    if (data.unannounced) demandReason(data.reason);
    if (data.load && capWarning(data.load, context.opened.purpose) && data.reason.trim() === '') {
      refuse('REASON_MISSING', '本年度检查已达上限，仍要检查的须写明理由');
    }
    demandOutsideTeam(context, asInspector);
    demandOrgan(byOrgan, context.opened.organ);
    return [{ type: 'InspectionApproved', data }];
  },

  ServeNotice(data, context, by) {
    demandDayPast(data.occurredOn, by);
    demandApproval(context);
    const onArrival = isSince(context.opened.procedure, 'case/3') && context.visits.length > 0;
    const expected = context.opened.selfInspection !== 'none' && !onArrival;
    if (expected !== (data.selfInspectionDueOn !== null)) {
      refuse('SELF_INSPECTION_DAY_MISSING', expected ? '须写明自查的截止日' : '本案不要求自查，不应写自查截止日');
    }
    if (data.selfInspectionDueOn !== null && data.selfInspectionDueOn < data.occurredOn) {
      refuse('SELF_INSPECTION_DAY_REVERSED');
    }
    return [{ type: 'NoticeServed', data }];
  },

  ReportSelfInspection(data, context, by) {
    demandDayPast(data.occurredOn, by);
    demandEvidence(context, data.evidence);
    return [{ type: 'SelfInspectionReported', data }];
  },
} satisfies Rules;
