import type { Sourced } from '../organ';
import type { CaseContext } from './context';
import type { CaseOpened } from './events';
import { isSince, type TeamMember } from './vocabulary';
import type { Practice } from './vocabulary-3';

const own = <T>(note: string, value: T): Sourced<T> => ({ value, source: { kind: 'own', note } });

/** What holds where the organ's own rule is silent: the stricter reading, and what the earlier charts did. */
export const defaultPractice = {
  recusalMeanwhile: own('回避决定作出前等待（B二(九)未定）', 'waits'),
  urgentApprovalWithin: null,
  partnerAbsent: own('参加部门未到场的，检查照常进行', 'goes-on'),
  teamCounts: own('检查组人数按全组合计', 'in-total'),
  jointClock: own('联合检查自最后一个部门检查结束起算', 'last-department'),
  mergedCounts: own('合并检查只计一次', 'once'),
  conflictStatement: own('不要求逐案声明', false),
  copy: own('结果抄送备份（A二(五)）', true),
  redaction: own('不另列词语，不公示七项以外的内容', { words: [], also: [] }),
  receiptDays: own('公示载体3日内未回执的，视为未成功', 3),
} as const satisfies { readonly [P in keyof Practice]-?: Practice[P] | null };

type Settings = { readonly [P in keyof Practice]-?: Required<Practice>[P]['value'] | null };

/** The values that this case runs under; an earlier chart runs under the defaults, whatever was written into its opening. */
export function practiceOf({ procedure, practice = {} }: CaseOpened): Settings {
  const told = isSince(procedure, 'case/3') ? practice : {};
  return Object.fromEntries(
    Object.entries({ ...defaultPractice, ...told }).map(([name, sourced]) => [name, sourced?.value ?? null]),
  ) as unknown as Settings;
}

/** The department whose seat a member fills: their own, the borrower's (trap 5), or the one that entrusted its case (R7). */
export function seatOf({ opened, delegation }: CaseContext, member: TeamMember): string {
  if (member.loan) return member.loan.department;
  return delegation && member.organ === delegation.to ? opened.organ : member.organ;
}
