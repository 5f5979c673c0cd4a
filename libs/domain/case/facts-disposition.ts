import type { CaseContext, Debt, Disposition, Round } from './context';
import { channelsUsed } from './channels';
import { lifeAfter } from './disposition';
import type { DispositionEvent, DispositionEventType } from './disposition-events';
import { type DebtDue, type DebtKind, type Due, isSince } from './vocabulary';

type DataOf<T extends DispositionEventType> = Extract<DispositionEvent, { readonly type: T }>['data'];
type Change<T extends DispositionEventType> = (disposition: Disposition, data: DataOf<T>) => Disposition;

const same = (disposition: Disposition): Disposition => disposition;

function roundBegun(disposition: Disposition, dueOn: Round['dueOn'], revisit: Due, asked: string): Disposition {
  const round = disposition.round + 1;
  return {
    ...disposition,
    round,
    rounds: [
      ...disposition.rounds,
      { round, dueOn, revisit, reported: null, outcome: null, asked, report: null, followUp: null, served: null },
    ],
  };
}

function roundChanged(disposition: Disposition, change: Partial<Round>): Disposition {
  const last = disposition.rounds.length - 1;
  return {
    ...disposition,
    rounds: disposition.rounds.map((round, at) => (at === last ? { ...round, ...change } : round)),
  };
}

const revisitOf = (data: DataOf<'FollowUpPassed'>): NonNullable<Round['followUp']> => ({
  on: data.occurredOn,
  method: data.method,
  text: data.text,
  present: data.present?.map(({ inspector }) => inspector) ?? [],
  deviation: data.deviation ?? null,
});

/** What each step of a disposition leaves in its record, beside the state that its chart gives. */
const changes: { readonly [T in DispositionEventType]: Change<T> } = {
  OnSpotCorrectionNoted: (on, data) => roundBegun(on, data.occurredOn, data.followUp, data.text),
  CorrectionOrdered: (on, data) => roundBegun(on, data.dueOn, data.revisit, data.text),
  FurtherCorrectionOrdered: (on, data) => roundBegun(on, data.dueOn, data.revisit, data.reason),
  RectificationReported: (on, { occurredOn, text, evidence }) =>
    roundChanged(on, { reported: true, report: { on: occurredOn, text, evidence } }),
  RectificationLapsed: (on) => roundChanged(on, { reported: false }),
  FollowUpPassed: (on, data) => roundChanged(on, { outcome: 'passed', followUp: revisitOf(data) }),
  FollowUpFailed: (on, data) => roundChanged(on, { outcome: 'failed', followUp: revisitOf(data) }),
  InvestigationOpened: (on, data) => ({ ...on, investigatedOn: data.occurredOn, notice: null, statement: null }),
  PenaltyDecided: (on, data) => ({
    ...on,
    penalty: {
      documentNumber: data.documentNumber,
      penalties: data.penalties,
      decidedOn: data.occurredOn,
      annulledOn: null,
      remedies: data.remedies ?? null,
      served: null,
    },
    outcomeDebt: data.publication?.debt ?? null,
  }),
  InvestigationDropped: (on, data) => ({ ...on, outcomeDebt: data.publication?.debt ?? null }),
  PenaltyAnnulled: (on, data) => ({
    ...on,
    penalty: on.penalty && { ...on.penalty, annulledOn: data.occurredOn },
  }),
  ListingProposalNoted: (on, data) => ({ ...on, list: data.list, standing: data.standing }),
  ListingConfirmed: same,
  ListingDeclined: same,
  ListingWithdrawn: same,
  ListingEnded: same,
  ListingForgone: same,
  ReminderIssued: (on, data) => roundBegun(on, null, data.followUp, data.text),
  InterviewHeld: (on, data) => roundBegun(on, null, data.followUp, data.text),
  GuidanceRecorded: same,
  ReportedToLicensing: same,
  LicensingReceiptFiled: same,
  ReferredToJudiciary: same,
  ReferralReceiptFiled: same,
};

/** A debt as it falls due. */
export function debtOf(kind: DebtKind, about: string | null, { debt, due }: DebtDue, replaces: string | null): Debt {
  return {
    debt,
    kind,
    about,
    due,
    status: 'owed',
    channels: [],
    content: null,
    statement: null,
    replaces,
    on: null,
    review: null,
  };
}

/** Since `case/4` what takes back or puts right goes to every channel that had it. */
export function widened(context: CaseContext, debt: Debt): Debt {
  return isSince(context.opened.procedure, 'case/4') ? { ...debt, on: channelsUsed(context) } : debt;
}

const blank = (event: DispositionEvent): Disposition => ({
  disposition: event.data.disposition,
  finding: event.data.finding,
  state: 'undecided',
  steps: [],
  round: 0,
  rounds: [],
  list: null,
  standing: null,
  penalty: null,
  investigatedOn: null,
  notice: null,
  statement: null,
  outcomeDebt: null,
});

/** Publications that a step makes due, and those that it overtakes. */
function debtsAfter(context: CaseContext, before: Disposition, event: DispositionEvent): readonly Debt[] {
  if (event.type === 'PenaltyAnnulled') {
    const debts = context.debts.map((debt) =>
      debt.debt === before.outcomeDebt && (debt.status === 'owed' || debt.status === 'posting')
        ? { ...debt, status: 'superseded' as const }
        : debt,
    );
    const { publication, disposition } = event.data;
    return publication
      ? [...debts, widened(context, debtOf('withdrawal', disposition, publication, before.outcomeDebt))]
      : debts;
  }
  if (event.type === 'PenaltyDecided' || event.type === 'InvestigationDropped') {
    const { publication, disposition } = event.data;
    const result = context.debts[0]?.debt ?? null;
    return publication ? [...context.debts, debtOf('outcome', disposition, publication, result)] : context.debts;
  }
  return context.debts;
}

/** The case after a step of one of its dispositions; the first step begins the disposition. */
export function noteDisposition(context: CaseContext, event: DispositionEvent): CaseContext {
  const at = context.dispositions.findIndex((one) => one.disposition === event.data.disposition);
  const before = context.dispositions[at] ?? blank(event);
  const change = changes[event.type] as Change<DispositionEventType>;
  const moved = change(before, event.data as never);
  const state = lifeAfter(before.state, event.type) ?? before.state;
  const after: Disposition = { ...moved, state, steps: [...before.steps, event.type] };
  const dispositions =
    at < 0 ? [...context.dispositions, after] : context.dispositions.map((one, index) => (index === at ? after : one));
  return { ...context, dispositions, debts: debtsAfter(context, before, event) };
}
