import type { CaseContext, ChannelState, Debt } from './context';
import type { DataOf } from './events';
import { merged } from './redactions';

/** The debts with one of them changed. */
function changed(context: CaseContext, debt: string, change: (debt: Debt) => Debt): CaseContext {
  return { ...context, debts: context.debts.map((one) => (one.debt === debt ? change(one) : one)) };
}

function withChannel(debt: Debt, next: ChannelState): readonly ChannelState[] {
  return debt.channels.some((one) => one.channel === next.channel)
    ? debt.channels.map((one) => (one.channel === next.channel ? next : one))
    : [...debt.channels, next];
}

/** Posted on one channel; the first posting fixes the content. */
export function posted(context: CaseContext, data: DataOf<'PublicationPosted'>): CaseContext {
  const after = changed(context, data.debt, (debt) => ({
    ...debt,
    status: 'posting',
    channels: withChannel(debt, { channel: data.channel, status: 'posted', receipt: null }),
    content: debt.content ?? data.content,
    statement: debt.content ? debt.statement : data.statement,
    replaces: data.replaces,
  }));
  return data.redactions.length === 0 ? after : { ...after, redactions: merged(context.redactions, data.redactions) };
}

/** Taken by one channel; with the receipts of all channels that the organ's rule names the debt is discharged (R74). */
export function acknowledged(
  context: CaseContext,
  data: { readonly debt: string; readonly channel: string; readonly receipt: string },
): CaseContext {
  const needed = context.opened.terms.channels.value;
  return changed(context, data.debt, (debt) => {
    const channels = withChannel(debt, { channel: data.channel, status: 'acknowledged', receipt: data.receipt });
    const done = needed.every((name) => channels.some((one) => one.channel === name && one.status === 'acknowledged'));
    return { ...debt, channels, status: done ? 'discharged' : 'posting' };
  });
}

/** Not taken by one channel, which may be tried again. */
export function failed(context: CaseContext, data: { readonly debt: string; readonly channel: string }): CaseContext {
  return changed(context, data.debt, (debt) => ({
    ...debt,
    channels: withChannel(debt, { channel: data.channel, status: 'failed', receipt: null }),
  }));
}

/** Not published at all, for a reason that stands in the record. */
export function waived(context: CaseContext, data: { readonly debt: string }): CaseContext {
  return changed(context, data.debt, (debt) => ({ ...debt, status: 'waived' }));
}
