import type { PlanEvent, TaskStatus } from '@srd/domain/plan';
import type { View } from '@srd/kernel';
import { rows } from './rows';

type Content = Extract<PlanEvent, { type: 'TaskDrafted' }>['data']['content'];

/** A ratio of the plan: 10% is 1000 basis points. */
export interface PlannedRatio {
  readonly from: 'table' | 'text';
  readonly basisPoints: number;
}

export interface PlanTaskRow {
  readonly task: string;
  readonly number: number;
  readonly name: string;
  readonly inspectingBody: string;
  readonly targeting: string;
  readonly sectors: readonly string[];
  readonly practitioners: boolean;
  readonly tableBasisPoints: number | null;
  /** The ratio that holds, and whose it is; null where a minimum alone decides (C1, C2). */
  readonly ratio: PlannedRatio | null;
  /** The other document's, where it says another: it stays to be seen. */
  readonly superseded: PlannedRatio | null;
  readonly rounding: Content['rounding']['value'];
  readonly atLeast: number;
  readonly total: number | null;
  readonly window: string;
  readonly joint: boolean;
  readonly section: string;
  readonly method: string;
  readonly mode: Content['mode'];
  /** Departments that inspect jointly, and the higher document on which that rests (R4, R53). */
  readonly partners: readonly string[];
  readonly higherDocument: string | null;
  /** When the drawn names become public, and how the draw departs from equal chances (R49, R54). */
  readonly disclosure: Content['disclosure'];
  readonly modes: Content['modes'] | null;
  readonly items: readonly string[];
  readonly status: TaskStatus;
  readonly cases: number | null;
  /** Somebody has asked to change the released row, and nobody has decided it yet. */
  readonly adjustmentPending: boolean;
  /** Ids of the conflicts that nobody has decided or mended. */
  readonly openConflicts: readonly string[];
}

export interface PlanRow {
  readonly plan: string;
  readonly organ: string;
  readonly year: number;
  readonly title: string;
  readonly phase: 'drafted' | 'submitted' | 'returned' | 'released';
  readonly releasedAt: string | null;
  readonly tasks: Readonly<Record<string, PlanTaskRow>>;
  readonly revision: number;
}

/** Both documents' ratios, the one that holds first: the table's until somebody decides for the text's (C1, C2). */
function ratiosOf(
  { ratios: { table, text } }: Content,
  decided: 'table' | 'text',
): Pick<PlanTaskRow, 'ratio' | 'superseded'> {
  const said = [
    ...(table ? [{ from: 'table' as const, basisPoints: table.basisPoints }] : []),
    ...(text ? [{ from: 'text' as const, basisPoints: text.basisPoints }] : []),
  ];
  const ratio = said.find(({ from }) => from === decided) ?? said[0] ?? null;
  const other = said.find((each) => each !== ratio && each.basisPoints !== ratio?.basisPoints);
  return { ratio, superseded: other ?? null };
}

function decidedRatio(task: PlanTaskRow, choice: 'table' | 'text'): PlanTaskRow {
  const { ratio, superseded } = task;
  return superseded && superseded.from === choice ? { ...task, ratio: superseded, superseded: ratio } : task;
}

/** The nine columns of a row (R33), and what stands beside them. */
function taskRow(task: string, content: Content, before?: PlanTaskRow): PlanTaskRow {
  return {
    task,
    number: content.number,
    name: content.name,
    inspectingBody: content.inspectingBody,
    targeting: content.targeting,
    sectors: content.objects.sectors,
    practitioners: content.objects.practitioners,
    tableBasisPoints: content.ratios.table?.basisPoints ?? null,
    ...ratiosOf(content, before?.ratio?.from ?? 'table'),
    rounding: content.rounding.value,
    atLeast: content.atLeast.value,
    total: content.totals.institutions,
    window: content.window.text,
    joint: content.joint,
    section: content.section,
    method: content.method,
    mode: content.mode,
    partners: content.partners.map(({ name }) => name),
    higherDocument: content.higherDocument?.number ?? null,
    disclosure: content.disclosure,
    modes: content.modes ?? null,
    items: content.items.map(({ id }) => id),
    status: before?.status ?? 'drafted',
    cases: before?.cases ?? null,
    adjustmentPending: before?.adjustmentPending ?? false,
    openConflicts: before?.openConflicts ?? [],
  };
}

function withTask(row: PlanRow | undefined, id: string, revision: number, change: (task: PlanTaskRow) => PlanTaskRow) {
  const task = row?.tasks[id];
  return row && task ? { ...row, tasks: { ...row.tasks, [id]: change(task) }, revision } : row;
}

const without = (task: PlanTaskRow, conflict: string): PlanTaskRow => ({
  ...task,
  openConflicts: task.openConflicts.filter((open) => open !== conflict),
});
const withConflict = (task: PlanTaskRow, conflict: string): PlanTaskRow => ({
  ...task,
  openConflicts: [...task.openConflicts, conflict],
});

const released = (row: PlanRow, ids: readonly string[]): PlanRow['tasks'] =>
  Object.fromEntries(
    Object.entries(row.tasks).map(([id, task]) => [
      id,
      ids.includes(id) ? { ...task, status: 'released' as const } : task,
    ]),
  );

/** The plans of every organ and year with their tasks: what the plan table shows, and where each task stands. */
export const plans: View<PlanRow> = {
  name: 'plans',
  version: 3,
  key: ({ stream }) => stream.slice('plan-'.length),
  organ: ({ organ }) => organ,
  columns: { year: ({ year }) => year, phase: ({ phase }) => phase },
  on: rows<PlanRow, PlanEvent>({
    PlanDrafted: (_, { stream, data: { organ, year, title }, revision }) => ({
      plan: stream.slice('plan-'.length),
      organ,
      year,
      title,
      phase: 'drafted',
      releasedAt: null,
      tasks: {},
      revision,
    }),
    TaskDrafted: (row, { data, revision }) =>
      row && { ...row, tasks: { ...row.tasks, [data.task]: taskRow(data.task, data.content) }, revision },
    TaskRevised: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => taskRow(data.task, data.content, task)),
    TaskDropped: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({ ...task, status: 'dropped' })),
    PlanSubmitted: (row, { revision }) => row && { ...row, phase: 'submitted', revision },
    PlanReturned: (row, { revision }) => row && { ...row, phase: 'returned', revision },
    // The choice between two ratios is asked for anew (C1, C2).
    ConflictRaised: (row, { data: { task, conflict, finding }, revision }) =>
      withTask(row, task, revision, (before) => {
        const after = withConflict(without(before, conflict), conflict);
        return finding.code === 'RATIO_MISMATCH' ? decidedRatio(after, 'table') : after;
      }),
    ConflictLapsed: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => without(task, data.conflict)),
    // The other ratio holds once a named person has said so (C1, C2).
    ConflictDecided: (row, { data: { task, conflict, choice, finding }, revision }) =>
      withTask(row, task, revision, (before) => {
        const after = without(before, conflict);
        const ofRatio = finding.code === 'RATIO_MISMATCH' && (choice === 'table' || choice === 'text');
        return ofRatio ? decidedRatio(after, choice) : after;
      }),
    // The consent names the partner and mends what was missing (R4, C6).
    PartnerConsented: (row, { data: { task, name, settles }, revision }) =>
      withTask(row, task, revision, (before) => {
        const partners = before.partners.includes(name) ? before.partners : [...before.partners, name];
        return { ...(settles === null ? before : without(before, settles)), partners };
      }),
    PlanReleased: (row, { data, at, revision }) =>
      row && { ...row, phase: 'released', releasedAt: at, tasks: released(row, data.tasks), revision },
    TaskReleased: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({ ...task, status: 'released' })),
    TaskAllotted: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({ ...task, status: 'allotted', cases: data.cases })),
    AdjustmentRequested: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({ ...task, adjustmentPending: true })),
    TaskAdjusted: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({
        ...taskRow(data.task, data.content, task),
        adjustmentPending: false,
      })),
    AdjustmentDeclined: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({ ...task, adjustmentPending: false })),
    TaskWithdrawn: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({ ...task, status: 'withdrawn' })),
    TaskCompleted: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => ({ ...task, status: 'completed' })),
  }),
};
