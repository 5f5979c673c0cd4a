import type { Day, Fact, Id, Instant, JsonObject } from '@srd/kernel';
import type { Source } from '@srd/domain/organ';
import type { Adjustment } from './adjustment';
import type { ConflictCode, ConflictFinding } from './conflicts';
import { conflictId } from './conflicts';
import type { PlanDocument, PlanEvent } from './events';
import { nextPhase, nextStatus, type PlanPhase, type TaskStatus } from './procedure';
import type { AllottedPractitioners, AllottedQuota, Sample } from './sample';
import type { TaskContent } from './task';

export type ConflictState = {
  readonly id: Id;
  readonly task: Id;
  readonly code: ConflictCode;
  readonly finding: ConflictFinding;
  /** `settled`: mended by a fact, such as the partner's consent; `lapsed`: not found again. */
  readonly status: 'open' | 'decided' | 'settled' | 'lapsed';
  readonly decision: { readonly choice: string; readonly reason: string; readonly by: Id; readonly at: Instant } | null;
};

export type Consent = {
  readonly partner: Id;
  readonly name: string;
  readonly document: string | null;
  readonly occurredOn: Day;
};

export type TaskState = {
  readonly id: Id;
  readonly status: TaskStatus;
  readonly content: TaskContent;
  readonly consents: readonly Consent[];
  readonly minimumWaived: { readonly by: Id; readonly reason: string } | null;
  readonly allotted: {
    readonly at: Instant;
    readonly pool: number;
    readonly cases: number;
    readonly quotas: readonly AllottedQuota[];
    readonly sample: Sample;
    readonly practitioners?: AllottedPractitioners;
  } | null;
  /** 申请调整 that awaits the supervision section. */
  readonly adjustment?: { readonly change: Adjustment; readonly reason: string; readonly by: Id } | null;
};

export type ReportState = {
  readonly section: Id;
  readonly issue: number;
  readonly figures: JsonObject;
  readonly sentOn: Day;
  readonly sentBy: Id;
  readonly dueOn: Day;
  readonly late: boolean;
  readonly receivedOn: Day | null;
  readonly receivedBy: Id | null;
};

export type PlanState = {
  readonly phase: PlanPhase;
  readonly organ: Id | null;
  readonly year: number | null;
  readonly title: string;
  readonly documents: readonly PlanDocument[];
  readonly source: Source | null;
  readonly submittedBy: Id | null;
  readonly releasedBy: Id | null;
  readonly releasedAt: Instant | null;
  readonly returned: readonly { readonly reason: string; readonly by: Id; readonly at: Instant }[];
  readonly tasks: Readonly<Record<Id, TaskState>>;
  readonly conflicts: Readonly<Record<Id, ConflictState>>;
  /** The latest issue of each section's annual report. */
  readonly reports: Readonly<Record<Id, ReportState>>;
};

export const initialPlan: PlanState = {
  phase: 'undrafted',
  organ: null,
  year: null,
  title: '',
  documents: [],
  source: null,
  submittedBy: null,
  releasedBy: null,
  releasedAt: null,
  returned: [],
  tasks: {},
  conflicts: {},
  reports: {},
};

/** Tasks that still stand in the plan, in the order of the table's 序号. */
export function tasksOf(state: PlanState): readonly TaskState[] {
  return Object.values(state.tasks)
    .filter((task) => task.status !== 'dropped')
    .sort((a, b) => a.content.number - b.content.number);
}

/** The conflicts of a task that nobody has decided yet. */
export function openConflicts(state: PlanState, task: Id): readonly ConflictState[] {
  return Object.values(state.conflicts).filter((conflict) => conflict.task === task && conflict.status === 'open');
}

/** The ratio in force for a task: the one that was decided, else the table's, else the text's; `null` when only a minimum binds. */
export function ratioInForce(
  state: PlanState,
  task: TaskState,
): { readonly from: 'table' | 'text'; readonly basisPoints: number } | null {
  const { table, text } = task.content.ratios;
  const conflict = state.conflicts[conflictId(task.id, 'RATIO_MISMATCH')];
  if (text && (!table || (conflict?.status === 'decided' && conflict.decision?.choice === 'text'))) {
    return { from: 'text', basisPoints: text.basisPoints };
  }
  return table ? { from: 'table', basisPoints: table.basisPoints } : null;
}

type Of<T extends PlanEvent['type']> = Extract<PlanEvent, { type: T }>;

function withTask(state: PlanState, id: Id, event: PlanEvent, change: Partial<TaskState> = {}): PlanState {
  const task = state.tasks[id];
  const status = nextStatus(task?.status ?? 'undrafted', { type: event.type });
  return { ...state, tasks: { ...state.tasks, [id]: { ...(task as TaskState), ...change, status } } };
}

function withConflict(state: PlanState, id: Id, change: Partial<ConflictState>): PlanState {
  const conflict = state.conflicts[id];
  return conflict ? { ...state, conflicts: { ...state.conflicts, [id]: { ...conflict, ...change } } } : state;
}

/** Adds the consent, and the partner too where the table named none (C6). */
function consented(state: PlanState, event: Fact<Of<'PartnerConsented'>>): PlanState {
  const { task: id, settles, ...consent } = event.data;
  const task = state.tasks[id];
  const named = task?.content.partners.some((partner) => partner.organ === consent.partner);
  const partners = named
    ? task?.content.partners
    : [...(task?.content.partners ?? []), { organ: consent.partner, name: consent.name }];
  const content = { ...(task?.content as TaskContent), partners: partners ?? [] };
  const next = withTask(state, id, event, { content, consents: [...(task?.consents ?? []), consent] });
  return settles ? withConflict(next, settles, { status: 'settled' }) : next;
}

/** How the plan's events add up. @throws Refusal when plan or task doesn't expect the event */
export function evolve(before: PlanState, event: Fact<PlanEvent>): PlanState {
  const state = { ...before, phase: nextPhase(before.phase, { type: event.type }) };
  switch (event.type) {
    case 'PlanDrafted': {
      const { organ, year, title, documents, source } = event.data;
      return { ...state, organ, year, title, documents, source };
    }
    case 'TaskDrafted':
      return withTask(state, event.data.task, event, {
        id: event.data.task,
        content: event.data.content,
        consents: [],
        minimumWaived: null,
        allotted: null,
      });
    case 'TaskRevised':
      return withTask(state, event.data.task, event, { content: event.data.content });
    case 'TaskDropped':
    case 'TaskReleased':
    case 'TaskWithdrawn':
    case 'TaskCompleted':
      return withTask(state, event.data.task, event);
    case 'PlanSubmitted':
      return { ...state, submittedBy: event.actor };
    case 'PlanReturned':
      return { ...state, returned: [...state.returned, { reason: event.data.reason, by: event.actor, at: event.at }] };
    case 'PlanReleased':
      return event.data.tasks.reduce((next, id) => withTask(next, id, event), {
        ...state,
        releasedBy: event.actor,
        releasedAt: event.at,
      } as PlanState);
    case 'ConflictRaised': {
      const { conflict: id, task, finding } = event.data;
      const raised = { id, task, code: finding.code, finding, status: 'open', decision: null } as const;
      return { ...state, conflicts: { ...state.conflicts, [id]: raised } };
    }
    case 'ConflictLapsed':
      return withConflict(state, event.data.conflict, { status: 'lapsed' });
    case 'ConflictDecided': {
      const { conflict, choice, reason, by } = event.data;
      return withConflict(state, conflict, { status: 'decided', decision: { choice, reason, by, at: event.at } });
    }
    case 'PartnerConsented':
      return consented(state, event as Fact<Of<'PartnerConsented'>>);
    case 'MinimumWaived':
      return withTask(state, event.data.task, event, {
        minimumWaived: { by: event.data.by, reason: event.data.reason },
      });
    case 'TaskAllotted': {
      const { pool, cases, quotas, sample, practitioners } = event.data;
      const allotted = { at: event.at, pool, cases, quotas, sample, ...(practitioners && { practitioners }) };
      return withTask(state, event.data.task, event, { allotted });
    }
    case 'AdjustmentRequested': {
      const { change, reason } = event.data;
      return withTask(state, event.data.task, event, { adjustment: { change, reason, by: event.actor } });
    }
    case 'TaskAdjusted':
      return withTask(state, event.data.task, event, { content: event.data.content, adjustment: null });
    case 'AdjustmentDeclined':
      return withTask(state, event.data.task, event, { adjustment: null });
    case 'AnnualReportSent': {
      const { section, issue, figures, occurredOn, dueOn, late } = event.data;
      const report = {
        section,
        issue,
        figures,
        sentOn: occurredOn,
        sentBy: event.actor,
        dueOn,
        late,
        receivedOn: null,
        receivedBy: null,
      };
      return { ...state, reports: { ...state.reports, [section]: report } };
    }
    case 'AnnualReportReceived': {
      const report = state.reports[event.data.section] as ReportState;
      const received = { ...report, receivedOn: event.data.occurredOn, receivedBy: event.actor };
      return { ...state, reports: { ...state.reports, [event.data.section]: received } };
    }
  }
}
