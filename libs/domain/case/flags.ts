import { dayOf, type Day, type Id } from '@srd/kernel';
import { capWarning, weighing } from './counting';
import type { CaseContext } from './context';
import { deadlinesIn } from './deadlines';
import type { OpenCase } from './state';
import type { DeadlineKind } from './vocabulary';
import type { EscalationProposal } from './vocabulary-4';

export const flagCodes = [
  'interest-disclosed',
  'recusal-after-result',
  'recusal-after-visit',
  'urgent-approval-late',
  'cap-reached',
  'moved-outside-plan',
  'escalated',
] as const;
export type FlagCode = (typeof flagCodes)[number];

/** Something in the case that somebody outside it has to look at; nothing in it is undone by that. */
export type CaseFlag = {
  readonly code: FlagCode;
  /** Whose task it is. */
  readonly role: 'auditor' | 'supervision-officer' | 'leader';
  readonly subject: Id | null;
  readonly on: Day | null;
  readonly label: string;
  readonly basis: string;
};

const PREFIX = 'interest-disclosed:';

/** R61, trap 6 */
function lateInterests({ flags }: CaseContext): readonly CaseFlag[] {
  return flags.map((flag) => ({
    code: 'interest-disclosed',
    role: 'auditor',
    subject: flag.slice(PREFIX.length),
    on: null,
    label: '检查结果作出后申报利害关系，结果保留，待核查',
    basis: 'B二(九)',
  }));
}

/** A recusal granted when its inspector had been there, or had written, already (R61, trap 6). */
function lateRecusals({ recusals, visits }: CaseContext): readonly CaseFlag[] {
  return recusals.flatMap(({ recusal, inspector, status, afterResult, requestedOn }): readonly CaseFlag[] => {
    const visited = visits.some(({ present }) => present.some((one) => one.inspector === inspector));
    if (status !== 'granted' || !(visited || afterResult)) return [];
    const told = { role: 'auditor', subject: recusal, on: requestedOn, basis: 'B二(九)' } as const;
    return afterResult
      ? [{ ...told, code: 'recusal-after-result', label: '检查结果作出后决定回避，结果保留，待核查' }]
      : [{ ...told, code: 'recusal-after-visit', label: '到场检查后决定回避，待核查' }];
  });
}

/** R71, trap 11 */
function lateApproval({ cause, approvedAt, passed }: CaseContext): readonly CaseFlag[] {
  if (!cause?.urgent) return [];
  const { approvalDueOn } = cause.urgent;
  const late = approvedAt !== null && dayOf(approvedAt) > approvalDueOn;
  const lapsed = passed.some((deadline) => deadline.startsWith('urgent-approval:'));
  if (!late && !lapsed) return [];
  return [
    {
      code: 'urgent-approval-late',
      role: 'supervision-officer',
      subject: null,
      on: approvalDueOn,
      label: '紧急检查未在规定时限内补办审批',
      basis: '国办发〔2024〕54号',
    },
  ];
}

/** R48, trap 11 */
function overCap({ loads, opened }: CaseContext): readonly CaseFlag[] {
  const load = loads.findLast((one) => capWarning(one, opened.purpose));
  if (!load) return [];
  const before = weighing(load, opened.purpose);
  return [
    {
      code: 'cap-reached',
      role: 'supervision-officer',
      subject: null,
      on: null,
      label: `该对象 ${load.year} 年已检查 ${before} 次（随机 ${load.random}，其他 ${load.forCause}），上限 ${load.cap} 次`,
      basis: 'B二(八)、国办发〔2024〕54号',
    },
  ];
}

/** R50, R71 */
function outsidePlan({ opened, window, moves }: CaseContext): readonly CaseFlag[] {
  if (moves.length === 0 || (opened.window.from <= window.from && window.to <= opened.window.to)) return [];
  return [
    {
      code: 'moved-outside-plan',
      role: 'supervision-officer',
      subject: null,
      on: window.to,
      label: `检查改期至计划时间以外：${moves.at(-1)?.reason ?? ''}`,
      basis: 'A附表',
    },
  ];
}

const proposals: { readonly [P in EscalationProposal]: string } = {
  hasten: '请督促办理',
  revisit: '建议立即回访',
  'further-order': '建议再次责令改正或者立案',
  serve: '请督促送达，必要时另定改正期限',
};
const lateKinds: { readonly [K in DeadlineKind]?: string } = {
  record: '检查结果逾期未录入',
  approve: '检查结果逾期未审批',
  publication: '公示逾期',
  copy: '抄送备份逾期',
  correction: '整改期满未报',
  revisit: '回访期满未办',
  service: '文书期满未送达',
  investigation: '立案后逾期未作决定',
};

/** Whether what the leader was told of is still so: the deadline runs on, the result is back and not written anew. */
function isStanding(
  context: CaseContext,
  { cause, escalation, kind, subject }: CaseContext['escalations'][number],
): boolean {
  if (cause === 'returned-late')
    return context.sections.some((one) => one.department === subject && one.status === 'returned');
  if (kind === 'correction')
    return context.dispositions.some((one) => one.disposition === subject && one.state === 'revisiting');
  return deadlinesIn(context).some((one) => one.id === escalation);
}

/** What went up to the leader, until it is answered or done (trap 9). */
function forTheLeader(context: CaseContext): readonly CaseFlag[] {
  return context.escalations
    .filter((one) => one.answer === null && isStanding(context, one))
    .map((one) => {
      const what =
        one.cause === 'returned-late' ? '检查结果退回过迟，公示期限照常计算' : (lateKinds[one.kind] ?? '期限已过');
      return {
        code: 'escalated',
        role: 'leader',
        subject: one.escalation,
        on: one.dueOn,
        label: `${what}，${proposals[one.proposal]}`,
        basis: one.kind === 'correction' || one.kind === 'revisit' ? 'B三(三)' : 'A二(五)',
      };
    });
}

/**
 * What stands out in a case, for the leader's, the auditor's and 法治督察科's lists: what is late (trap 9), late interests and recusals (trap 6), an urgent approval that
 * came too late, the cap (trap 11), a visit moved out of the plan's window (R50). Derived anew from the record each time.
 */
export function flagsOf({ context }: OpenCase): readonly CaseFlag[] {
  return [lateInterests, lateRecusals, lateApproval, overCap, outsidePlan, forTheLeader].flatMap((of) => of(context));
}

/** Members who have to be replaced, with the decision or the request that says so (R61). */
export function replacementsAwaited({ context }: OpenCase): readonly {
  readonly inspector: Id;
  readonly recusal: Id | null;
  readonly request: Id | null;
  readonly reason: string;
}[] {
  const { team, recusals, replacements } = context;
  return team.flatMap(({ inspector }) => {
    const asked = replacements.findLast((one) => one.outgoing === inspector && one.incoming === null);
    const decided = recusals.findLast((one) => one.inspector === inspector && one.status === 'granted');
    if (!asked && !decided) return [];
    return [
      {
        inspector,
        recusal: asked?.recusal ?? decided?.recusal ?? null,
        request: asked?.request ?? null,
        reason: asked?.reason ?? '已决定回避',
      },
    ];
  });
}
