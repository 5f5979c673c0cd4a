import { dayInWords, type Context, type Day } from '@srd/kernel';
import type { CaseCommandType, CommandData } from './commands';
import type { CaseContext } from './context';
import type { CaseEvent } from './events';
import { refuse } from './refusals';

/** What a command leads to, or a refusal. Whether it is its turn was asked before; the chart is asked again afterwards. */
export type Rule<T extends CaseCommandType> = (
  data: CommandData<T>,
  context: CaseContext,
  by: Context,
) => readonly CaseEvent[];
export type Rules = { readonly [T in CaseCommandType]?: Rule<T> };

/** Each use of discretion has its reason (B一(二)). @throws Refusal REASON_MISSING */
export function demandReason(reason: string | null): void {
  if (reason === null || reason.trim() === '') refuse('REASON_MISSING');
}

/** What is told must have happened. @throws Refusal DAY_IN_FUTURE */
export function demandDayPast(on: Day, { today }: Context): void {
  if (on > today) refuse('DAY_IN_FUTURE', `${dayInWords(on)}晚于今天（${dayInWords(today)}）`);
}

/** What is quoted must be on file. @throws Refusal EVIDENCE_UNKNOWN */
export function demandEvidence(context: CaseContext, hashes: readonly string[]): void {
  const missing = hashes.find((hash) => !context.evidence.includes(hash));
  if (missing !== undefined) refuse('EVIDENCE_UNKNOWN', `证据 ${missing.slice(0, 12)}… 未入卷`);
}
