import type { CaseContext, ChannelState, Debt } from './context';
import { dayOf } from '@srd/kernel';
import type { FactOf } from './events';
import { channelsOf } from './channels';
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

/** What came back from a channel on which the debt was posted. */
function told(debt: Debt, channel: string, change: Partial<ChannelState>): readonly ChannelState[] {
  return debt.channels.map((one) => (one.channel === channel ? { ...one, ...change } : one));
}

/** Posted on one channel; the first posting fixes the content. */
export function posted(context: CaseContext, { data, at }: FactOf<'PublicationPosted'>): CaseContext {
  const after = changed(context, data.debt, (debt) => ({
    ...debt,
    status: 'posting',
    channels: withChannel(debt, {
      channel: data.channel,
      status: 'posted',
      receipt: null,
      postedOn: dayOf(at),
      failure: null,
    }),
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
  return changed(context, data.debt, (debt) => {
    const channels = told(debt, data.channel, { status: 'acknowledged', receipt: data.receipt, failure: null });
    const done = channelsOf(context, debt).every((name) =>
      channels.some((one) => one.channel === name && one.status === 'acknowledged'),
    );
    return { ...debt, channels, status: done ? 'discharged' : 'posting' };
  });
}

/** Not taken by one channel, which may be tried again. */
export function failed(
  context: CaseContext,
  data: { readonly debt: string; readonly channel: string; readonly reason: string },
): CaseContext {
  return changed(context, data.debt, (debt) => ({
    ...debt,
    channels: told(debt, data.channel, { status: 'failed', receipt: null, failure: data.reason }),
  }));
}

/** Not published at all, for a reason that stands in the record. */
export function waived(context: CaseContext, data: { readonly debt: string }): CaseContext {
  return changed(context, data.debt, (debt) => ({ ...debt, status: 'waived' }));
}
