import type { PlanEvent, TaskStatus } from '@srd/domain/plan';
import type { View } from '@srd/kernel';
import { rows } from './rows';

export interface PlanTaskRow {
  readonly task: string;
  readonly number: number;
  readonly name: string;
  readonly inspectingBody: string;
  readonly targeting: string;
  readonly sectors: readonly string[];
  readonly practitioners: boolean;
  readonly tableBasisPoints: number | null;
  readonly total: number | null;
  readonly window: string;
  readonly joint: boolean;
  readonly section: string;
  readonly method: string;
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

type Content = Extract<PlanEvent, { type: 'TaskDrafted' }>['data']['content'];

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
    total: content.totals.institutions,
    window: content.window.text,
    joint: content.joint,
    section: content.section,
    method: content.method,
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

/** The plans of every organ and year with their tasks: what the plan table shows, and where each task stands (R33). */
export const plans: View<PlanRow> = {
  name: 'plans',
  version: 2,
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
    ConflictRaised: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => withConflict(without(task, data.conflict), data.conflict)),
    ConflictLapsed: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => without(task, data.conflict)),
    ConflictDecided: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => without(task, data.conflict)),
    PartnerConsented: (row, { data, revision }) =>
      withTask(row, data.task, revision, (task) => (data.settles === null ? task : without(task, data.settles))),
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
