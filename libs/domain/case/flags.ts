import { dayOf, type Day, type Id } from '@srd/kernel';
import { capWarning, weighing } from './counting';
import type { CaseContext } from './context';
import type { OpenCase } from './state';

export const flagCodes = [
  'interest-disclosed',
  'recusal-after-result',
  'recusal-after-visit',
  'urgent-approval-late',
  'cap-reached',
  'moved-outside-plan',
] as const;
export type FlagCode = (typeof flagCodes)[number];

/** Something in the case that somebody outside it has to look at; nothing in it is undone by that. */
export type CaseFlag = {
  readonly code: FlagCode;
  /** Whose task it is. */
  readonly role: 'auditor' | 'supervision-officer';
  readonly subject: Id | null;
  readonly on: Day | null;
  readonly label: string;
  readonly basis: string;
};

const PREFIX = 'interest-disclosed:';

/** R61, trap 6 */
function lateInterests({ flags }: CaseContext): readonly CaseFlag[] {
  return flags
    .filter((flag) => flag.startsWith(PREFIX))
    .map((flag) => ({
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

/**
 * What stands out in a case, for the auditor's and 法治督察科's lists: late interests and recusals (trap 6), an urgent approval that
 * came too late, the cap (trap 11), a visit moved out of the plan's window (R50). Derived anew from the record each time.
 */
export function flagsOf({ context }: OpenCase): readonly CaseFlag[] {
  return [lateInterests, lateRecusals, lateApproval, overCap, outsidePlan].flatMap((of) => of(context));
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
