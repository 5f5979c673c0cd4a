import { dayInWords, type Context } from '@srd/kernel';
import type { CaseCommandType, CommandData } from './commands';
import type { CaseContext } from './context';
import { practiceOf, seatOf } from './practice';
import { refuse } from './refusals';
import { decisionOn } from './rules-team';
import { demandChecklists } from './rules-preparation';
import { ceasedClasses, type ResultClass } from './vocabulary';

/** What `case/3` asks before the common rule: a refusal, or the data that goes on to it. */
type Demand<T extends CaseCommandType> = (data: CommandData<T>, context: CaseContext, by: Context) => CommandData<T>;
type Demands = { readonly [T in CaseCommandType]?: Demand<T> };

/** Nobody could inspect: then there is no checklist to fill. */
const notInspected: readonly ResultClass[] = [...ceasedClasses, 'unreachable', 'non-cooperation'];

function demandPartners(context: CaseContext, { present }: CommandData<'OpenVisit'>): void {
  if (practiceOf(context.opened).partnerAbsent !== 'moved') return;
  const seats = context.team
    .filter((member) => present.some((one) => one.inspector === member.inspector))
    .map((member) => seatOf(context, member));
  const missing = context.sections.find(({ department, status }) => status !== 'absent' && !seats.includes(department));
  if (missing) refuse('PARTNER_NOT_THERE', `${missing.department} 未到场`, { department: missing.department });
}

const demands = {
  /** The replacement quotes the decision that made it necessary. */
  ReplaceInspector(data, context) {
    const recusal = data.recusal ?? decisionOn(context, data.outgoing);
    return recusal === null ? data : { ...data, recusal };
  },

  ApproveInspection(data, context, by) {
    if (context.cause !== null && context.namedBy === by.actor) refuse('SELF_APPROVED');
    return data;
  },

  OpenVisit(data, context) {
    const { from, to } = context.window;
    const first = context.visits.length === 0;
    if (first && (data.occurredOn < from || to < data.occurredOn)) {
      refuse('OUTSIDE_WINDOW', `检查时间为${dayInWords(from)}至${dayInWords(to)}`, { from, to });
    }
    if (practiceOf(context.opened).conflictStatement) {
      const silent = data.present.find(
        ({ inspector }) => !context.statements.some((statement) => statement.inspector === inspector),
      );
      if (silent) refuse('STATEMENT_MISSING', undefined, { inspector: silent.inspector });
    }
    demandPartners(context, data);
    return data;
  },

  EndVisit(data, context) {
    const { notice } = context.opened.terms;
    if (notice.value.required && context.noticeOn === null) refuse('NOTICE_ON_ARRIVAL_MISSING');
    if (!data.signature) refuse('SIGNATURE_MISSING', '离开前须请当事人签字，或者记明拒签、无人签字');
    return data;
  },

  RecordFindings(data, context) {
    const { opened, materials, visits, sections } = context;
    const inspected = !data.findings.some((finding) => notInspected.includes(finding.resultClass));
    if (!inspected || visits.length === 0) return data;
    // Papers stand for the visit only where they were handed in; on site none are needed (R29, R66, R67).
    if (opened.method === 'documentary' && materials.length === 0) refuse('MATERIALS_MISSING');
    if (sections[0]?.department === data.department) demandChecklists(context, data);
    return data;
  },

  /** A result is final only when everybody who asked for a recusal has had an answer. */
  ApproveFindings(data, context) {
    if (context.recusals.some((one) => one.status === 'requested')) refuse('RECUSAL_UNDECIDED');
    return data;
  },
} satisfies Demands;

/** By command; where there is none the common rule stands alone. */
export const thirdDemands: {
  readonly [T in CaseCommandType]?: (data: never, context: CaseContext, by: Context) => unknown;
} = demands;
