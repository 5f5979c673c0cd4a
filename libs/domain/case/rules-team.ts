import { demandOrgan, demandOutsideTeam } from './bars';
import type { CaseContext } from './context';
import { seatOf } from './practice';
import { refuse } from './refusals';
import { demandDayPast, demandReason, type Rules } from './rule';

function demandNewRecusal(context: CaseContext, id: string): void {
  if (context.recusals.some((one) => one.recusal === id)) refuse('RECUSAL_TWICE');
}

/** The head of the case's own organ decides; of a partner's people the partner's may (行政处罚法 §43; R4, R61). */
function deciderOf(context: CaseContext, inspector: string, byOrgan: string | undefined): string {
  const { organ, departments } = context.opened;
  const member = context.team.find((one) => one.inspector === inspector);
  const own = member && seatOf(context, member);
  return own !== undefined && own === byOrgan && departments.some((one) => one.organ === own) ? own : organ;
}

/** The id of the decision by which the inspector has to stand back; null when there is none. */
export function decisionOn(context: CaseContext, inspector: string): string | null {
  return context.recusals.findLast((one) => one.inspector === inspector && one.status === 'granted')?.recusal ?? null;
}

/** Who was at the institution already, or is still to go (R61: also after the visit). */
export function demandOfCase({ team, visits }: CaseContext, inspector: string): void {
  const present = visits.some((visit) => visit.present.some((one) => one.inspector === inspector));
  if (!present && !team.some((member) => member.inspector === inspector)) refuse('NOT_IN_TEAM');
}

/** 回避 in its three forms, the replacement that follows, and entrusting downwards (B二(三)(九), 行政处罚法 §43; R7, R61, trap 6). */
export const teamRules = {
  RequestRecusal(data, context, by) {
    demandReason(data.ground);
    demandDayPast(data.occurredOn, by);
    demandNewRecusal(context, data.recusal);
    demandOfCase(context, data.inspector);
    return [{ type: 'RecusalRequested', data }];
  },

  DecideRecusal({ asInspector, byOrgan, recusal, granted, reason }, context) {
    const request = context.recusals.find((one) => one.recusal === recusal);
    if (!request) return refuse('RECUSAL_UNKNOWN', '没有这一回避申请');
    if (request.status !== 'requested') return refuse('ALREADY_APPROVED', '该回避申请已决定');
    demandReason(reason);
    demandOutsideTeam(context, asInspector);
    demandOrgan(byOrgan, deciderOf(context, request.inspector, byOrgan));
    const data = { recusal, inspector: request.inspector, reason };
    return [granted ? { type: 'RecusalGranted', data } : { type: 'RecusalDeclined', data }];
  },

  OrderRecusal({ asInspector, byOrgan, recusal, inspector, reason, occurredOn }, context, by) {
    demandReason(reason);
    demandDayPast(occurredOn, by);
    demandNewRecusal(context, recusal);
    demandOfCase(context, inspector);
    demandOutsideTeam(context, asInspector);
    demandOrgan(byOrgan, deciderOf(context, inspector, byOrgan));
    return [
      { type: 'RecusalRequested', data: { recusal, inspector, ground: reason, occurredOn, origin: 'office' } },
      { type: 'RecusalGranted', data: { recusal, inspector, reason } },
    ];
  },

  StateConflict({ asInspector, recusal, ...data }, context, by) {
    const { inspector, conflict, relation, occurredOn } = data;
    demandDayPast(occurredOn, by);
    if (asInspector !== inspector) refuse('NOT_OWN_STATEMENT');
    if (!conflict) return [{ type: 'ConflictStated', data }];
    demandReason(relation);
    if (recusal === null) return refuse('REASON_MISSING', '声明有利害关系的，须同时申请回避');
    demandNewRecusal(context, recusal);
    const ground = relation ?? '';
    return [
      { type: 'ConflictStated', data },
      { type: 'RecusalRequested', data: { recusal, inspector, ground, occurredOn, origin: 'own' } },
    ];
  },

  RequestReplacement(data, context) {
    const { outgoing, ground, recusal } = data;
    demandReason(data.reason);
    if (!context.team.some((member) => member.inspector === outgoing)) refuse('NOT_IN_TEAM');
    if (context.replacements.some((one) => one.request === data.request || waits(one, outgoing))) {
      refuse('REPLACEMENT_ASKED');
    }
    if ((ground === 'recusal') !== (recusal !== null)) refuse('RECUSAL_UNKNOWN', '因回避替换的，须写明回避决定编号');
    if (recusal !== null && decisionOn(context, outgoing) !== recusal) refuse('RECUSAL_UNKNOWN');
    return [{ type: 'ReplacementRequested', data }];
  },

  DelegateInspection({ subordinates, ...data }, context, by) {
    demandReason(data.reason);
    demandReason(data.document);
    demandDayPast(data.occurredOn, by);
    const takenBack = data.to === context.opened.organ;
    if (!takenBack && !subordinates.includes(data.to)) refuse('NOT_SUBORDINATE');
    if ((context.delegation?.to ?? context.opened.organ) === data.to) refuse('ALREADY_DELEGATED');
    return [{ type: 'InspectionDelegated', data }];
  },
} satisfies Rules;

function waits(one: CaseContext['replacements'][number], outgoing: string): boolean {
  return one.outgoing === outgoing && one.incoming === null;
}
