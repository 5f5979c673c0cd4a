import type { Context } from '@srd/kernel';
import type { CaseContext } from './context';
import { demandDayPast, demandEvidence, demandReason, type Rules } from './rule';
import { refuse } from './refusals';
import type { TeamMember } from './vocabulary';

/** The bars for every team, drawn or appointed: size, seats per department, certificates (R22, R60). */
function demandTeam(context: CaseContext, team: readonly TeamMember[], by: Context): void {
  const { departments, terms } = context.opened;
  if (new Set(team.map((member) => member.inspector)).size !== team.length) refuse('INSPECTOR_TWICE');
  const size = Math.max(2, terms.teamSize.value);
  if (team.length < size) {
    refuse('TOO_FEW_INSPECTORS', `检查组至少 ${size} 人，现有 ${team.length} 人`, { size, team: team.length });
  }
  for (const member of team) {
    if (!departments.some((department) => department.organ === member.organ)) refuse('NOT_A_DEPARTMENT');
    demandCertificate(member, by);
  }
  for (const { organ, seats } of departments) {
    const filled = team.filter((member) => member.organ === organ).length;
    if (filled < seats)
      refuse('SEATS_NOT_FILLED', `${organ} 应派 ${seats} 人，现有 ${filled} 人`, { organ, seats, filled });
  }
}

function demandCertificate(member: TeamMember, { today }: Context): void {
  if (member.certificateValidUntil < today) {
    refuse('CERTIFICATE_INVALID', `行政执法证已于 ${member.certificateValidUntil} 到期`, {
      inspector: member.inspector,
    });
  }
}

/** Nobody approves an inspection that they themselves make (C7). */
export function demandOutsideTeam(context: CaseContext, asInspector: string | null): void {
  if (context.team.some((member) => member.inspector === asInspector)) refuse('APPROVER_IN_TEAM');
}

/** From the object to the notice: `planned`, `drawn`, and the self-inspection. */
export const openingRules = {
  TakeDrawnObject(data, context, by) {
    if (data.institution.sector !== context.opened.sector) refuse('NOT_IN_SECTOR');
    demandDayPast(data.occurredOn, by);
    return [{ type: 'ObjectDrawn', data }];
  },

  NameObject(data, context, by) {
    if (data.institution.sector !== context.opened.sector) refuse('NOT_IN_SECTOR');
    demandDayPast(data.occurredOn, by);
    if (data.source.reference === '') refuse('REASON_MISSING', '须写明线索来源及编号');
    if (data.approvedBy === null && data.urgent === null) refuse('CAUSE_NOT_APPROVED');
    if (data.approvedBy === by.actor) refuse('SELF_APPROVED');
    if (data.urgent) demandReason(data.urgent.reason);
    return [{ type: 'ObjectNamed', data }];
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

  AppointTeam(data, context, by) {
    demandReason(data.reason);
    demandTeam(context, data.inspectors, by);
    return [{ type: 'TeamAppointed', data }];
  },

  ReplaceInspector(data, context, by) {
    const { outgoing, incoming } = data;
    demandReason(data.reason);
    if (!context.team.some((member) => member.inspector === outgoing)) refuse('NOT_IN_TEAM', '被替换的人员不在检查组');
    const drawn = data.draw !== null && data.transcriptHash !== null;
    if (context.opened.purpose === 'random' && !drawn) refuse('REPLACEMENT_NOT_DRAWN');
    if (context.recusals.some((one) => one.inspector === incoming.inspector && one.status === 'granted')) {
      refuse('RECUSED_INSPECTOR', '该人员已被决定回避，不得派入');
    }
    demandTeam(
      context,
      context.team.map((member) => (member.inspector === outgoing ? incoming : member)),
      by,
    );
    return [{ type: 'InspectorReplaced', data }];
  },

  RequestRecusal(data, context, by) {
    demandReason(data.ground);
    demandDayPast(data.occurredOn, by);
    if (!context.team.some((member) => member.inspector === data.inspector)) refuse('NOT_IN_TEAM');
    return [{ type: 'RecusalRequested', data }];
  },

  DecideRecusal({ asInspector, recusal, granted, reason }, context) {
    const request = context.recusals.find((one) => one.recusal === recusal);
    if (request?.status !== 'requested') return refuse('ALREADY_APPROVED', '该回避申请不存在或已决定');
    demandReason(reason);
    demandOutsideTeam(context, asInspector);
    const data = { recusal, inspector: request.inspector, reason };
    return [granted ? { type: 'RecusalGranted', data } : { type: 'RecusalDeclined', data }];
  },

  DiscloseInterest(data, _, by) {
    demandDayPast(data.occurredOn, by);
    return [{ type: 'InterestDisclosed', data }];
  },

  ApproveInspection({ asInspector, unannounced, reason }, context) {
    if (context.approvedBy !== null && context.cause === null) refuse('ALREADY_APPROVED');
    if (unannounced) demandReason(reason);
    demandOutsideTeam(context, asInspector);
    return [{ type: 'InspectionApproved', data: { unannounced, reason } }];
  },

  ServeNotice(data, context, by) {
    demandDayPast(data.occurredOn, by);
    demandApproval(context);
    const expected = context.opened.selfInspection !== 'none';
    if (expected !== (data.selfInspectionDueOn !== null)) {
      refuse('SELF_INSPECTION_DAY_MISSING', expected ? '须写明自查的截止日' : '本案不要求自查，不应写自查截止日');
    }
    return [{ type: 'NoticeServed', data }];
  },

  ReportSelfInspection(data, context, by) {
    demandDayPast(data.occurredOn, by);
    demandEvidence(context, data.evidence);
    return [{ type: 'SelfInspectionReported', data }];
  },
} satisfies Rules;

/** Approved beforehand where the duty binds; an urgent case for cause may be approved afterwards. */
export function demandApproval(context: CaseContext): void {
  const { approval } = context.opened.terms;
  const binds = approval.value.required;
  if (binds && context.approvedBy === null && !context.cause?.urgent) refuse('APPROVAL_MISSING');
}
