import type { Context, Day } from '@srd/kernel';
import type { CaseCommandType, CommandData } from './commands';
import type { CaseContext } from './context';
import type { CaseEvent } from './events';
import { refuse } from './refusals';

/** What a command leads to, or a refusal. Whether it is its turn was asked before; the chart is asked again afterwards. */
export type Rule<T extends CaseCommandType> = (data: CommandData<T>, context: CaseContext, by: Context) => readonly CaseEvent[];
export type Rules = { readonly [T in CaseCommandType]?: Rule<T> };

/** Each use of discretion has its reason (B一(二)). @throws Refusal REASON_MISSING */
export function demandReason(reason: string | null): void {
  if (reason === null || reason.trim() === '') refuse('REASON_MISSING');
}

/** What is told must have happened. @throws Refusal DAY_IN_FUTURE */
export function demandDayPast(on: Day, { today }: Context): void {
  if (on > today) refuse('DAY_IN_FUTURE', `${on} 晚于今天 ${today}`);
}
