import { addDays, type Day, type Id } from '@srd/kernel';
import type { Source, Term } from '../organ';
import { isMoot } from './classes';
import type { CaseContext, Debt, Disposition } from './context';
import { practiceOf } from './practice';
import { type DeadlineKind, isSince, type VisitDues } from './vocabulary';

/** A day by which something is due; `subject` is the debt, the disposition or the department it is about. */
export type Deadline = {
  readonly id: Id;
  readonly kind: DeadlineKind;
  readonly subject: Id | null;
  readonly on: Day;
  /** In what its distance is told: that of the term that set it; a measure's own day in working days, as its ledger counts (B三(三)). */
  readonly unit: Term['unit'];
  /** The same term counted in the other unit, where both are shown (C8). */
  readonly otherUnitOn: Day | null;
  readonly rule: string;
  readonly basis: string;
  /** Its passing stands in the record already. */
  readonly passed: boolean;
};

/** The article of each clock where the term's own source isn't quoted. */
export const deadlineBases: { readonly [K in DeadlineKind]: string } = {
  window: '抽查计划表',
  'urgent-approval': '国办发〔2024〕54号',
  'self-inspection': 'B二(三)',
  record: 'A二(五)',
  approve: 'A二(五)',
  publication: 'A二(五)',
  copy: 'A二(五)',
  correction: 'B三(三)',
  revisit: 'B三(三)',
  service: '行政处罚法第六十一条',
  investigation: '行政处罚法第六十条',
  receipt: 'B三(一)',
};

type Dated = {
  readonly on: Day;
  readonly term?: Pick<Term, 'unit'>;
  readonly otherUnitOn?: Day | null;
  readonly rule?: string;
  readonly source?: Source;
};

/** Since `case/3` a case belongs to neither document: its days quote the source that the term was pinned with. */
function citation(source: Source | undefined, kind: DeadlineKind): string {
  if (!source) return deadlineBases[kind];
  return source.kind === 'document' ? `${source.document}${source.article}` : source.note;
}

type Add = (kind: DeadlineKind, subject: string | null, due: Dated) => void;

/** 行政处罚法 §60: ninety days from the filing to the decision; §61: seven days from the decision to its service. */
const INVESTIGATION_DAYS = 90;
const SERVICE_DAYS = 7;

/** An order names its day; how far it is is told in working days. */
const ORDERED = { rule: 'correction order', term: { unit: 'working' } } as const;

/** What `case/4` adds to a disposition's clocks: papers bind when they are served, investigations come to an end (R78, R81). */
function addFourth(one: Disposition, add: Add): void {
  const { penalty, investigatedOn, rounds, state, disposition } = one;
  if (state === 'investigating' && investigatedOn)
    add('investigation', disposition, { on: addDays(investigatedOn, INVESTIGATION_DAYS), rule: '90 days' });
  if (penalty && penalty.served === null && penalty.annulledOn === null)
    add('service', disposition, { on: addDays(penalty.decidedOn, SERVICE_DAYS), rule: '7 days' });
  const round = rounds.at(-1);
  if (state === 'rectifying' && round?.dueOn && round.served === null)
    add('service', disposition, { on: round.dueOn, ...ORDERED });
}

/** A channel's receipt, so that one that stays silent is tried again (trap 10). */
function addReceipts({ debt, channels, status }: Debt, days: number, add: Add): void {
  if (status !== 'posting') return;
  for (const { channel, status: known, postedOn } of channels)
    if (known === 'posted') add('receipt', `${debt}/${channel}`, { on: addDays(postedOn, days), rule: 'receiptDays' });
}

function deadlinesOf(one: Disposition, served: boolean, add: Add): void {
  const round = one.rounds.at(-1);
  if (!round) return;
  if (one.state === 'rectifying' && round.dueOn && served)
    add('correction', one.disposition, { on: round.dueOn, ...ORDERED });
  const awaitsRevisit = one.state === 'revisiting' || one.state === 'correctedOnSpot' || one.state === 'reminded';
  if (awaitsRevisit && round.revisit) add('revisit', one.disposition, round.revisit);
}

/** Writing and approval: of the case, or of each department that has a clock of its own (C9, trap 12). */
function addInnerTargets({ sections, departmentDues }: CaseContext, dues: VisitDues, add: Add): void {
  const own = departmentDues.length > 0;
  const clocks = own ? departmentDues : [{ department: null, ...dues }];
  for (const { department, record, approve } of clocks) {
    const parts = sections.filter((section) => department === null || section.department === department);
    const open = parts.some(({ status }) => status === 'awaited' || status === 'returned');
    if (open) add('record', department, record);
    if (open || parts.some(({ status }) => status === 'recorded')) add('approve', department, approve);
  }
}

/**
 * What is due and not done, earliest first; days in China, from the case's own pinned terms (trap 15). The id holds the day, so
 * that a second visit, which moves the day, moves the deadline with it.
 */
export function deadlinesIn(context: CaseContext): readonly Deadline[] {
  const found: Deadline[] = [];
  const local = context.opened.procedure === 'case/2';
  const third = isSince(context.opened.procedure, 'case/3');
  const fourth = isSince(context.opened.procedure, 'case/4');
  const add: Add = (kind, subject, due) => {
    const id = `${kind}:${subject ?? 'case'}:${due.on}`;
    const clock = kind === 'record' || kind === 'approve' || kind === 'publication';
    found.push({
      id,
      kind,
      subject,
      on: due.on,
      unit: due.term?.unit ?? 'calendar',
      otherUnitOn: due.otherUnitOn ?? null,
      rule: due.rule ?? kind,
      basis: third ? citation(due.source, kind) : local && clock ? 'B三(一)' : deadlineBases[kind],
      passed: context.passed.includes(id),
    });
  };
  if (context.voided !== null) return found;

  const { opened, cause, dues, sections } = context;
  if (context.visits.length === 0 && dues === null) add('window', null, { on: context.window.to, rule: 'plan window' });
  if (cause?.urgent && context.approvedBy === null) add('urgent-approval', null, { on: cause.urgent.approvalDueOn });
  if (context.selfInspection === 'awaited' && context.selfInspectionDueOn)
    add('self-inspection', null, { on: context.selfInspectionDueOn });

  const approved = sections.every((section) => section.status === 'approved' || section.status === 'absent');
  if (dues) {
    addInnerTargets(context, dues, add);
    if (!approved) add('publication', 'result-1', dues.publication);
    if (!local && practiceOf(opened).copy && context.copyReceipt === null) {
      const corrected = fourth ? context.debts.findLast(({ kind }) => kind === 'correction')?.due : undefined;
      add('copy', null, corrected ?? dues.publication);
    }
  }
  for (const debt of context.debts)
    if (debt.status === 'owed' || debt.status === 'posting') add('publication', debt.debt, debt.due);
  for (const disposition of context.dispositions) {
    if (isMoot(context, disposition)) continue;
    deadlinesOf(disposition, !fourth || disposition.rounds.at(-1)?.served !== null, add);
    if (fourth) addFourth(disposition, add);
  }
  if (fourth) for (const debt of context.debts) addReceipts(debt, practiceOf(opened).receiptDays ?? 3, add);
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}
