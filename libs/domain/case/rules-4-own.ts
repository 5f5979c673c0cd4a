import { dayInWords, type Context } from '@srd/kernel';
import { channelsOf } from './channels';
import type { CaseCommandType, CommandData } from './commands';
import type { CaseContext } from './context';
import { deadlinesIn } from './deadlines';
import type { CaseEvent } from './events';
import { refuse } from './refusals';
import { isFresh } from './review';
import type { Rules } from './rule';
import { demandDebt, demandFree, demandRead } from './rules-publication';
import type { DeadlineKind } from './vocabulary';
import type { EscalationProposal } from './vocabulary-4';

type Demand<T extends CaseCommandType> = (data: CommandData<T>, context: CaseContext, by: Context) => void;
type Sequel<T extends CaseCommandType> = (
  data: CommandData<T>,
  context: CaseContext,
  by: Context,
) => readonly CaseEvent[];

function demandRemedies(remedies: string | undefined): void {
  if ((remedies ?? '').trim() === '') refuse('REMEDIES_MISSING');
}

/** What `case/4` asks before the rules that it shares with the earlier charts. */
const demands: { readonly [T in CaseCommandType]?: Demand<T> } = {
  OrderCorrection: ({ remedies }) => demandRemedies(remedies),

  /** Told beforehand, heard, guided, and told the remedies: rights of the inspected (B三(二); R78). */
  DecidePenalty(data, context) {
    demandRemedies(data.remedies);
    const known = context.dispositions.find((one) => one.disposition === data.disposition);
    if (!known || known.state !== 'investigating') return;
    if (!known.notice) return refuse('PENALTY_NOTICE_MISSING');
    if (known.statement === null && data.occurredOn <= known.notice.hearUntil)
      refuse('HEARING_OPEN', `陈述申辩期至${dayInWords(known.notice.hearUntil)}届满`);
    const guided = context.guidance.some((one) => one.finding === null || one.finding === data.finding);
    if (!guided && !context.dispositions.some((one) => one.finding === data.finding && one.state === 'guided'))
      refuse('GUIDANCE_MISSING');
  },

  FileCopy(_, context, by) {
    const sent = context.copies.at(-1);
    if (!sent || sent.receipt !== null) return refuse(context.copyReceipt === null ? 'COPY_NOT_SENT' : 'COPY_FILED');
    if (sent.sentBy === by.actor) refuse('COPY_BY_SENDER');
  },
};

/** Rules of `case/4` in place of the shared ones. */
const own = {
  /** What was read goes out, word for word; a posting that failed is repeated with the same content (trap 10). */
  PostPublication({ debt: id, channel, read }, context) {
    const debt = demandDebt(context, id);
    if (!channelsOf(context, debt).includes(channel)) refuse('NOT_A_CHANNEL', `${channel} 不是这项公示的载体`);
    demandFree(context, debt, channel);
    const { review } = debt;
    if (!review) return refuse('NOT_REVIEWED', '请先办理“公示前核对内容”，再在载体上公示');
    demandRead(read);
    if (debt.content === null && !isFresh(context, debt))
      refuse('REVIEW_STALE', '核对之后案件记录有变动：请重新办理“公示前核对内容”，再在载体上公示');
    const { content, statement, further } = review;
    const redactions = debt.content === null ? review.redactions : [];
    return [
      {
        type: 'PublicationPosted',
        data: { debt: id, channel, content, statement, replaces: debt.replaces, redactions, further },
      },
    ];
  },
} satisfies Rules;

const hastened: readonly DeadlineKind[] = ['record', 'approve', 'publication', 'copy', 'investigation'];

/** What the leader is told to have done when a day has passed; null: nobody above has to know. */
function proposalFor(context: CaseContext, kind: DeadlineKind, subject: string | null): EscalationProposal | null {
  if (kind === 'service') return 'serve';
  if (kind === 'correction') return 'revisit';
  if (kind !== 'revisit') return hastened.includes(kind) ? 'hasten' : null;
  const round = context.dispositions.find((one) => one.disposition === subject)?.rounds.at(-1);
  return round?.reported === false ? 'further-order' : 'revisit';
}

/** What follows from a command at once. */
const sequels: { readonly [T in CaseCommandType]?: Sequel<T> } = {
  /** 应当: an approved result that calls it serious is enough (B三(三); R76). */
  ApproveFindings({ department }, context, by) {
    const others = context.sections.filter((section) => section.department !== department);
    const due = context.dues?.publication;
    if (!due || others.some(({ status }) => status !== 'approved' && status !== 'absent')) return [];
    const grave = context.findings.filter((one) => one.resultClass === 'non-cooperation' && one.severity === 'serious');
    return grave.map(({ finding }, index) => ({
      type: 'GraveNonCooperationFound',
      data: {
        finding,
        reason: '经审批的检查结果认定情节严重',
        occurredOn: by.today,
        publication: { debt: `non-cooperation-${context.debts.length + 2 + index}`, due },
      },
    }));
  },

  /** Sent back when the day of the approval has come: the clock goes on, and the leader is told (trap 9). */
  ReturnFindings({ department }, context, by) {
    const { dues, sections } = context;
    if (!dues || by.today < dues.approve.on) return [];
    const before = sections.find((section) => section.department === department)?.returned.length ?? 0;
    const escalation = `returned:${department}:${before + 1}`;
    return [
      {
        type: 'CaseEscalated',
        data: {
          escalation,
          cause: 'returned-late',
          kind: 'approve',
          subject: department,
          dueOn: dues.publication.on,
          proposal: 'hasten',
        },
      },
    ];
  },

  PassCaseDeadline({ deadline: id }, context, by) {
    const due = deadlinesIn(context).find((one) => one.id === id);
    if (!due) return [];
    const { kind, subject, on } = due;
    if (kind === 'receipt') {
      const [debt = '', channel = ''] = (subject ?? '').split('/');
      return [
        { type: 'PublicationFailed', data: { debt, channel, reason: `至 ${on} 未收到回执`, occurredOn: by.today } },
      ];
    }
    const proposal = proposalFor(context, kind, subject);
    if (proposal === null) return [];
    return [
      {
        type: 'CaseEscalated',
        data: { escalation: id, cause: 'deadline-passed', kind, subject, dueOn: on, proposal },
      },
    ];
  },
};

type Loose<R> = { readonly [T in CaseCommandType]?: (data: never, context: CaseContext, by: Context) => R };
/** By command: what comes before, in place of, and after the shared rule. */
export const fourth: {
  readonly demands: Loose<void>;
  readonly own: Loose<readonly CaseEvent[]>;
  readonly sequels: Loose<readonly CaseEvent[]>;
} = { demands, own, sequels };
