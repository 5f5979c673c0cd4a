import type { Day, Id } from '@srd/kernel';
import type { Source } from '../organ';
import { isMoot } from './classes';
import type { CaseContext, Disposition } from './context';
import { practiceOf } from './practice';
import type { VisitDues } from './vocabulary';

export const deadlineKinds = [
  'window',
  'urgent-approval',
  'self-inspection',
  'record',
  'approve',
  'publication',
  'copy',
  'correction',
  'revisit',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A day by which something is due; `subject` is the debt, the disposition or the department it is about. */
export type Deadline = {
  readonly id: Id;
  readonly kind: DeadlineKind;
  readonly subject: Id | null;
  readonly on: Day;
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
};

type Dated = {
  readonly on: Day;
  readonly otherUnitOn?: Day | null;
  readonly rule?: string;
  readonly source?: Source;
};

/** `case/3` belongs to neither document: its days quote the source that the term was pinned with. */
function citation(source: Source | undefined, kind: DeadlineKind): string {
  if (!source) return deadlineBases[kind];
  return source.kind === 'document' ? `${source.document}${source.article}` : source.note;
}

type Add = (kind: DeadlineKind, subject: string | null, due: Dated) => void;

function deadlinesOf(one: Disposition, add: Add): void {
  const round = one.rounds.at(-1);
  if (!round) return;
  if (one.state === 'rectifying' && round.dueOn)
    add('correction', one.disposition, { on: round.dueOn, rule: 'correction order' });
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
  const third = context.opened.procedure === 'case/3';
  const add: Add = (kind, subject, due) => {
    const id = `${kind}:${subject ?? 'case'}:${due.on}`;
    const clock = kind === 'record' || kind === 'approve' || kind === 'publication';
    found.push({
      id,
      kind,
      subject,
      on: due.on,
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
    if (!local && practiceOf(opened).copy && context.copyReceipt === null) add('copy', null, dues.publication);
  }
  for (const debt of context.debts)
    if (debt.status === 'owed' || debt.status === 'posting') add('publication', debt.debt, debt.due);
  for (const disposition of context.dispositions) if (!isMoot(context, disposition)) deadlinesOf(disposition, add);
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}
