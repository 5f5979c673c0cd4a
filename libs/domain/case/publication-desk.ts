import type { Day, Id } from '@srd/kernel';
import type { Term } from '../organ';
import { channelsOf } from './channels';
import type { CaseContext, Debt } from './context';
import { type Doubt, doubtsIn, noticeOf } from './doubtful';
import { practiceOf } from './practice';
import { contentOf, statementOf } from './publication';
import { furtherOf, isFresh } from './review';
import type { OpenCase } from './state';
import { type DebtKind, isSince, type PublicResult } from './vocabulary';
import type { Further } from './vocabulary-4';

/** What has become of a publication on one channel. */
export type ChannelStanding = {
  readonly channel: string;
  readonly status: 'waiting' | 'posted' | 'failed' | 'acknowledged';
  readonly receipt: string | null;
  readonly postedOn: Day | null;
  readonly failure: string | null;
};

/** A publication as the section works on it: what goes out or went out, what has to be looked at, where it stands. */
export type DeskPublication = {
  readonly debt: Id;
  readonly kind: DebtKind;
  readonly status: Debt['status'];
  readonly dueOn: Day;
  /** Of the term that set the day. */
  readonly dueIn: Term['unit'];
  readonly replaces: Id | null;
  /** Nothing of it is out: the content is as the record would have it today. */
  readonly draft: boolean;
  readonly content: PublicResult;
  readonly notice: string | null;
  readonly further: Further;
  /** What somebody has to mask or confirm before it goes out (C24, trap 10). */
  readonly doubts: readonly Doubt[];
  /** Somebody has read it as it stands; null where the case's version doesn't ask for that. */
  readonly reviewed: boolean | null;
  readonly channels: readonly ChannelStanding[];
};

function deskOf(context: CaseContext, debt: Debt): DeskPublication {
  const asks = isSince(context.opened.procedure, 'case/4');
  const draft = debt.content === null;
  const redactions = draft ? (debt.review?.redactions ?? []) : [];
  const content = debt.content ?? contentOf(context, redactions);
  const notice = draft ? (asks ? noticeOf(context, debt) : statementOf(debt)) : debt.statement;
  return {
    debt: debt.debt,
    kind: debt.kind,
    status: debt.status,
    dueOn: debt.due.on,
    dueIn: debt.due.term.unit,
    replaces: debt.replaces,
    draft,
    content,
    notice,
    further: debt.review?.further ?? (asks ? furtherOf(context) : {}),
    doubts: draft ? doubtsIn({ content, statement: notice }, practiceOf(context.opened).redaction?.words ?? []) : [],
    reviewed: asks ? (draft ? isFresh(context, debt) : true) : null,
    channels: channelsOf(context, debt).map((channel) => {
      const known = debt.channels.find((one) => one.channel === channel);
      return known ?? { channel, status: 'waiting', receipt: null, postedOn: null, failure: null };
    }),
  };
}

/** 公示 of a case, from the first to the last: drafts, what went out, channels and receipts (B三(一); R73–R76). */
export function publicationsOf({ context }: OpenCase): readonly DeskPublication[] {
  return context.debts.map((debt) => deskOf(context, debt));
}
