import { dayInWords, type Context, type Day } from '@srd/kernel';
import { isWorkingDay } from '../calendar';
import { arrangedFor, isToRevisit } from './arranged';
import { certificateText, demandLoan, demandNoBar, FEWEST } from './bars';
import type { CommandData } from './commands';
import type { CaseContext, Disposition } from './context';
import { refuse } from './refusals';
import { demandReason, type Rules } from './rule';
import { noCertificate, type Attendance } from './vocabulary';
import type { TeamBar } from './vocabulary-3';
import type { ArrangedRevisit, RevisitPlan } from './vocabulary-5';

type On = { readonly disposition: string; readonly finding: string };

function measureIn(context: CaseContext, { disposition, finding }: On): Disposition {
  const known = context.dispositions.find((one) => one.disposition === disposition);
  if (known && known.finding !== finding) refuse('DISPOSITION_OF_OTHER_FINDING');
  return known ?? refuse('DISPOSITION_UNKNOWN');
}

function arrangedIn(context: CaseContext, on: On): ArrangedRevisit {
  return arrangedFor(context, measureIn(context, on)) ?? refuse('REVISIT_NOT_ARRANGED');
}

/** Whoever goes: two at least, each with a certificate on the day, nobody who had to stand back (R22, R60, R61). */
function demandGoing(
  context: CaseContext,
  people: readonly Attendance[],
  bars: readonly TeamBar[],
  day: Day,
  by: Context,
): void {
  const ids = people.map(({ inspector }) => inspector);
  if (new Set(ids).size !== ids.length) refuse('INSPECTOR_TWICE', '同一人员重复出现在回访人员中');
  /** R60 */
  if (ids.length < FEWEST) {
    refuse('TOO_FEW_INSPECTORS', `回访至少 ${FEWEST} 人，现有 ${ids.length} 人`, { size: FEWEST, team: ids.length });
  }
  for (const { inspector, certificateValidUntil, loan } of people) {
    /** R61 */
    const recusal = context.recusals.findLast((one) => one.inspector === inspector);
    if (recusal?.status === 'granted') refuse('RECUSED_INSPECTOR', '已决定回避的人员不得参加回访', { inspector });
    if (recusal?.status === 'requested') refuse('RECUSAL_UNDECIDED', undefined, { inspector });
    /** R22 */
    if (certificateValidUntil < day && certificateValidUntil !== noCertificate) {
      refuse('CERTIFICATE_INVALID', certificateText(certificateValidUntil, day), { inspector });
    }
    demandLoan(loan, inspector, day);
  }
  /** R61 */
  demandNoBar(people, bars, [], by);
}

function demandDay(one: Disposition, plan: CommandData<'ArrangeRevisit'>, by: Context): void {
  const { on, note, calendar } = plan;
  const round = one.rounds.at(-1);
  if (on < by.today) refuse('REVISIT_DAY_PAST', `${dayInWords(on)}早于今天（${dayInWords(by.today)}）`);
  /** R48 */
  if (!isWorkingDay(on, calendar)) refuse('REVISIT_ON_DAY_OFF', `${dayInWords(on)}不是工作日`, { on });
  if (one.state === 'rectifying' && round?.dueOn && on <= round.dueOn) {
    refuse('REVISIT_BEFORE_DUE', `改正期限至${dayInWords(round.dueOn)}，机构尚未报告整改`, { dueOn: round.dueOn });
  }
  const until = round?.revisit?.on;
  if (until !== undefined && on > until && (note ?? '').trim() === '') {
    refuse('REVISIT_AFTER_DUE', `${dayInWords(on)}晚于回访期限${dayInWords(until)}`, { until });
  }
}

function demandPlan(context: CaseContext, one: Disposition, plan: CommandData<'ArrangeRevisit'>, by: Context): void {
  demandDay(one, plan, by);
  const { method, elsewhere, note, inspectors, bars, on } = plan;
  if (elsewhere !== null && (method === 'documentary' || (note ?? '').trim() === '')) {
    refuse('NOT_AT_PREMISES', method === 'documentary' ? '书面回访没有另外的地点' : '另处回访须在备注中写明理由');
  }
  demandGoing(context, inspectors, bars, on, by);
}

const planOf = ({ on, part, inspectors, method, elsewhere, note }: RevisitPlan): RevisitPlan => ({
  on,
  part,
  inspectors,
  method,
  elsewhere,
  note,
});

const peopleOf = (people: readonly Attendance[]): string =>
  people
    .map(({ inspector }) => inspector)
    .toSorted()
    .join(' ');

/** The appointment for a revisit, since `case/5` on the record (B三(三); R84). */
export const fifthCommandRules = {
  /** R84 */
  ArrangeRevisit(data, context, by) {
    const { disposition, finding } = data;
    const one = measureIn(context, data);
    if (!isToRevisit(one)) refuse('NOTHING_TO_REVISIT');
    if (arrangedFor(context, one)) refuse('REVISIT_ARRANGED');
    demandPlan(context, one, data, by);
    return [{ type: 'RevisitArranged', data: { disposition, finding, round: one.round, ...planOf(data) } }];
  },

  /** R84 */
  ChangeRevisit(data, context, by) {
    const { disposition, finding, reason } = data;
    const before = arrangedIn(context, data);
    demandReason(reason);
    const same = (['on', 'part', 'method', 'elsewhere', 'note'] as const).every((name) => before[name] === data[name]);
    if (same && peopleOf(before.inspectors) === peopleOf(data.inspectors)) refuse('REVISIT_UNCHANGED');
    demandPlan(context, measureIn(context, data), data, by);
    return [{ type: 'RevisitChanged', data: { disposition, finding, round: before.round, ...planOf(data), reason } }];
  },

  /** R84 */
  CancelRevisit({ disposition, finding, reason }, context) {
    const { round } = arrangedIn(context, { disposition, finding });
    demandReason(reason);
    return [{ type: 'RevisitCancelled', data: { disposition, finding, round, reason } }];
  },
} satisfies Rules;

/**
 * What `case/5` asks of a revisit on the spot: who was there, with valid certificates, and where day, people or manner aren't as arranged,
 * why (R22, R60, R84). @throws Refusal TOO_FEW_INSPECTORS, CERTIFICATE_INVALID, REVISIT_DIFFERS …
 */
export function demandRevisitors(data: CommandData<'RecordFollowUp'>, context: CaseContext, by: Context): void {
  const { disposition, method, occurredOn, present = [], bars = [], deviation = null } = data;
  const one = context.dispositions.find((each) => each.disposition === disposition);
  if (!one || !isToRevisit(one)) return;
  // Whoever came is not away, whatever the register says.
  const own = bars.filter(({ bar }) => bar !== 'absent');
  if (method === 'onSite' || present.length > 0) demandGoing(context, present, own, occurredOn, by);
  const arranged = arrangedFor(context, one);
  if (!arranged || (deviation ?? '').trim() !== '') return;
  const differs = [
    ...(arranged.on === occurredOn ? [] : [`日期（安排为 ${arranged.on}，实际为 ${occurredOn}）`]),
    ...(arranged.method === method ? [] : ['方式']),
    ...(present.length === 0 || peopleOf(arranged.inspectors) === peopleOf(present) ? [] : ['人员']),
  ];
  if (differs.length > 0) refuse('REVISIT_DIFFERS', `与安排不同：${differs.join('、')}`, { arranged: arranged.on });
}
