import { setup, transition } from 'xstate';
import type { PlanEvent } from './events';
import { refuse } from './refusals';

type Step = { readonly type: PlanEvent['type'] };

const basis = { plan: 'A二(二)' } as const;

/** `plan/1`: the plan of one organ and year, from draft to release (A二(二): 制定 → 报送 → 发布). */
export const planChart = setup({ types: { events: {} as Step } }).createMachine({
  id: 'plan/1',
  initial: 'undrafted',
  states: {
    undrafted: { meta: { basis: basis.plan, label: '未制定' }, on: { PlanDrafted: 'drafted' } },
    drafted: {
      meta: { basis: basis.plan, label: '草拟' },
      on: {
        TaskDrafted: 'drafted',
        TaskRevised: 'drafted',
        TaskDropped: 'drafted',
        ConflictRaised: 'drafted',
        ConflictLapsed: 'drafted',
        ConflictDecided: 'drafted',
        PartnerConsented: 'drafted',
        PlanSubmitted: 'submitted',
      },
    },
    submitted: {
      meta: { basis: basis.plan, label: '已报送' },
      on: {
        ConflictRaised: 'submitted',
        ConflictLapsed: 'submitted',
        ConflictDecided: 'submitted',
        PartnerConsented: 'submitted',
        PlanReturned: 'returned',
        PlanReleased: 'released',
      },
    },
    returned: {
      meta: { basis: basis.plan, label: '已退回' },
      on: {
        TaskDrafted: 'returned',
        TaskRevised: 'returned',
        TaskDropped: 'returned',
        ConflictRaised: 'returned',
        ConflictLapsed: 'returned',
        ConflictDecided: 'returned',
        PartnerConsented: 'returned',
        PlanSubmitted: 'submitted',
      },
    },
    released: {
      meta: { basis: 'A二(二)、A三', label: '已发布' },
      on: {
        ConflictRaised: 'released',
        ConflictLapsed: 'released',
        ConflictDecided: 'released',
        PartnerConsented: 'released',
        TaskReleased: 'released',
        MinimumWaived: 'released',
        TaskAllotted: 'released',
        AdjustmentRequested: 'released',
        TaskAdjusted: 'released',
        AdjustmentDeclined: 'released',
        TaskWithdrawn: 'released',
        TaskCompleted: 'released',
        AnnualReportSent: 'released',
        AnnualReportReceived: 'released',
      },
    },
  },
});

/** `task/1`: one row of the table inside its plan. The plan's own events reach it as `PlanReleased` where they name it. */
export const taskChart = setup({ types: { events: {} as Step } }).createMachine({
  id: 'task/1',
  initial: 'undrafted',
  states: {
    undrafted: { meta: { basis: 'A二(二)', label: '未列入' }, on: { TaskDrafted: 'drafted' } },
    drafted: {
      meta: { basis: 'A附件', label: '草拟' },
      on: {
        TaskRevised: 'drafted',
        TaskDropped: 'dropped',
        PartnerConsented: 'drafted',
        PlanReleased: 'released',
        TaskReleased: 'released',
        TaskWithdrawn: 'withdrawn',
      },
    },
    released: {
      meta: { basis: 'A二(二)', label: '已发布' },
      on: {
        PartnerConsented: 'released',
        MinimumWaived: 'released',
        AdjustmentRequested: 'released',
        TaskAdjusted: 'released',
        AdjustmentDeclined: 'released',
        TaskAllotted: 'allotted',
        TaskWithdrawn: 'withdrawn',
      },
    },
    allotted: {
      meta: { basis: 'A二(二)', label: '已分配' },
      on: {
        AdjustmentRequested: 'allotted',
        TaskAdjusted: 'allotted',
        AdjustmentDeclined: 'allotted',
        TaskCompleted: 'completed',
        TaskWithdrawn: 'withdrawn',
      },
    },
    completed: { meta: { basis: 'A二(二)', label: '已完成' } },
    withdrawn: { meta: { basis: 'B二(六)', label: '已撤回' } },
    dropped: { meta: { basis: 'A二(二)', label: '已删除' } },
  },
});

export type PlanPhase = 'undrafted' | 'drafted' | 'submitted' | 'returned' | 'released';
export type TaskStatus = 'undrafted' | 'drafted' | 'released' | 'allotted' | 'completed' | 'withdrawn' | 'dropped';

export const phaseLabels: Readonly<Record<PlanPhase, string>> = {
  undrafted: '未制定',
  drafted: '草拟',
  submitted: '已报送',
  returned: '已退回',
  released: '已发布',
};
export const taskLabels: Readonly<Record<TaskStatus, string>> = {
  undrafted: '未列入',
  drafted: '草拟',
  released: '已发布',
  allotted: '已分配',
  completed: '已完成',
  withdrawn: '已撤回',
  dropped: '已删除',
};

/** The plan's phase after an event. @throws Refusal PLAN_OUT_OF_TURN when the phase doesn't expect it */
export function nextPhase(phase: PlanPhase, event: Step): PlanPhase {
  const snapshot = planChart.resolveState({ value: phase });
  if (!snapshot.can(event))
    refuse('PLAN_OUT_OF_TURN', `计划处于「${phaseLabels[phase]}」，不能进行此操作`, { phase, event: event.type });
  return transition(planChart, snapshot, event)[0].value as PlanPhase;
}

/** The task's status after an event that concerns it. @throws Refusal TASK_OUT_OF_TURN when the status doesn't expect it */
export function nextStatus(status: TaskStatus, event: Step): TaskStatus {
  const snapshot = taskChart.resolveState({ value: status });
  if (!snapshot.can(event))
    refuse('TASK_OUT_OF_TURN', `抽查任务处于「${taskLabels[status]}」，不能进行此操作`, { status, event: event.type });
  return transition(taskChart, snapshot, event)[0].value as TaskStatus;
}
