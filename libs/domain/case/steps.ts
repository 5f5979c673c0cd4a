import { dayInWords, type Day } from '@srd/kernel';
import type { CalendarDays } from '../calendar';
import { measures } from './classes';
import type { CommandData } from './commands';
import type { CaseContext, Disposition } from './context';
import { lifeAfter, lives } from './disposition';
import type { DispositionEventType } from './disposition-events';
import { dueBy } from './dues';
import { refuse } from './refusals';
import type { DebtDue, DebtKind, Due } from './vocabulary';

type On = { readonly disposition: string; readonly finding: string };
type Step = On & { readonly occurredOn?: Day };

/**
 * Refuses a step that the finding's class or the disposition's life doesn't allow, and says why in B三(三)'s words: the two
 * ladders don't meet, so a failed revisit never leads to the abnormal list (trap 7).
 */
export function demandStep(context: CaseContext, step: Step, type: DispositionEventType): void {
  const { disposition, finding, occurredOn } = step;
  const subject = context.findings.find((one) => one.finding === finding);
  const known = context.dispositions.find((one) => one.disposition === disposition);
  if (!subject || (subject.withdrawn && !known)) return refuse('FINDING_UNKNOWN');
  if (known && known.finding !== finding) return refuse('DISPOSITION_OF_OTHER_FINDING');
  const state = known?.state ?? 'undecided';
  if (type === 'ListingProposalNoted') demandLadder(context, finding, state);
  if (!known && lifeAfter(state, type) === undefined) return refuse('DISPOSITION_UNKNOWN');
  if (lifeAfter(state, type) === undefined) {
    return refuse('OUT_OF_TURN', `该处置处于“${lives[state]?.label ?? state}”，不接受 ${type}`, { event: type, state });
  }
  if (!known && !measures[subject.resultClass].fitting.includes(type)) {
    return refuse('MEASURE_NOT_FITTING', undefined, { resultClass: subject.resultClass, measure: type });
  }
  const since = lastDay(context, known);
  if (since !== undefined && occurredOn !== undefined && occurredOn < since) {
    refuse('DAY_BEFORE_STEP', `${dayInWords(occurredOn)}早于${dayInWords(since)}`);
  }
}

/** The latest day that a measure's record tells of; before it has one, the day on which the inspection began. */
function lastDay({ visits }: CaseContext, known: Disposition | undefined): Day | undefined {
  const round = known?.rounds.at(-1);
  const { penalty } = known ?? {};
  const days = [
    visits[0]?.openedOn,
    known?.investigatedOn,
    known?.notice?.servedOn,
    penalty?.decidedOn,
    penalty?.annulledOn,
    round?.report?.on,
    round?.followUp?.on,
  ];
  return days
    .filter((on) => on != null)
    .sort()
    .at(-1);
}

const breachStates = [
  'rectifying',
  'revisiting',
  'uncorrected',
  'corrected',
  'correctedOnSpot',
  'investigating',
  'dropped',
];

function demandLadder(context: CaseContext, finding: string, state: string): void {
  const onBreach = context.dispositions.some((one) => one.finding === finding && breachStates.includes(one.state));
  if (breachStates.includes(state) || (state === 'undecided' && onBreach)) refuse('LADDERS_CROSSED');
}

/** The disposition's present round; 0 before the first. */
export function roundOf(context: CaseContext, { disposition }: On): number {
  return context.dispositions.find((one) => one.disposition === disposition)?.round ?? 0;
}

/** The next debt's id: debts are numbered through in the case, so that a repeated decision gets another. */
export function nextDebt(context: CaseContext, kind: DebtKind, from: Day, calendar: CalendarDays): DebtDue {
  const due = dueBy(from, 'publication', context.opened.terms.publication, calendar);
  return { debt: `${kind}-${context.debts.length + 1}`, due };
}

/** A debt that somebody has read about already: then taking it back is owed too. */
export function wasPublic(context: CaseContext, one: Disposition | undefined): boolean {
  const debt = context.debts.find((owed) => owed.debt === one?.outcomeDebt);
  return debt !== undefined && debt.channels.some((channel) => channel.status !== 'failed');
}

/** The revisit's last day (R84). */
export function followUpDue(context: CaseContext, from: Day, calendar: CalendarDays): Due {
  return dueBy(from, 'revisitWithin', context.opened.terms.revisitWithin, calendar);
}

/** Which list on which ground: what the disposition's life says, and a reason where the listing is discretionary (C18). */
export function demandGround(context: CaseContext, data: CommandData<'NoteListingProposal'>): void {
  const state = context.dispositions.find((one) => one.disposition === data.disposition)?.state ?? 'undecided';
  const expected = { undecided: 'abnormal unreachable', unheeded: 'abnormal unheeded', penalized: 'credit penalty' }[
    state
  ];
  if (`${data.list} ${data.ground}` !== expected) refuse('LISTING_GROUND_WRONG');
  if (data.ground === 'unheeded' && (data.reason ?? '').trim() === '') {
    refuse('REASON_MISSING', '“可以”列入的，须写明理由');
  }
}

/** A list's decision belongs to the proposal that this disposition noted. */
export function demandStanding(context: CaseContext, { disposition }: On, standing: string): void {
  const known = context.dispositions.find((one) => one.disposition === disposition);
  if (known?.standing !== standing) refuse('OTHER_STANDING');
}
