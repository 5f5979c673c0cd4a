import type { CaseContext, Debt } from './context';

/** Channels that together discharge a debt: those that the law itself names for it, or the organ's (R74, R76). */
export function channelsOf(context: CaseContext, debt: Debt): readonly string[] {
  return debt.on ?? context.opened.terms.channels.value;
}

/** Every channel on which something of the case went out: what is taken back or put right goes there too. */
export function channelsUsed(context: CaseContext): readonly string[] {
  const used = context.debts.flatMap((debt) => debt.channels.filter(({ status }) => status !== 'failed'));
  return [...new Set([...context.opened.terms.channels.value, ...used.map(({ channel }) => channel)])];
}
