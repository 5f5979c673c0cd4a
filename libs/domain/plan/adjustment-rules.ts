import { canonicalize, type Context } from '@srd/kernel';
import { adjustable, adjustableLater, adjustmentLabels, type Adjustable, type Adjustment } from './adjustment';
import type { Asked } from './commands';
import { checkTasks } from './conflict-rules';
import type { PlanEvent } from './events';
import { nextStatus } from './procedure';
import { refuse } from './refusals';
import { evolve, type PlanState, type TaskState } from './state';
import type { TaskContent } from './task';
import { checkContent, requireReason, taskIn } from './task-rules';

/** The members asked for, as the row has them now. */
function asItWas(content: TaskContent, change: Adjustment): Adjustment {
  const members = Object.keys(change).flatMap((member) => {
    const value = content[member as Adjustable];
    return value === undefined ? [] : [[member, value] as const];
  });
  return Object.fromEntries(members);
}

function checkChange(task: TaskState, change: Adjustment): void {
  const members = Object.keys(change);
  const stranger = members.find((member) => !adjustable.some((each) => each === member));
  if (stranger !== undefined) {
    const labels = adjustable.map((each) => adjustmentLabels[each]).join('、');
    refuse(
      'ADJUSTMENT_EMPTY',
      `「${stranger}」不能以调整改动，可调整的有：${labels}；其他改动请撤回任务后另行列入计划`,
    );
  }
  if (members.length === 0 || canonicalize(asItWas(task.content, change)) === canonicalize(change)) {
    refuse('ADJUSTMENT_EMPTY');
  }
  const late = members.filter((member) => !adjustableLater.some((each) => each === member));
  if (task.status === 'allotted' && late.length > 0) {
    const labels = late.map((member) => adjustmentLabels[member as Adjustable]).join('、');
    refuse('ADJUSTMENT_TOO_LATE', `任务已分配，不得再调整：${labels}`, { members: late });
  }
}

/** 申请调整: the section says what it wants changed in a released row, and why; the row stands as it is until that is decided. */
export function requestAdjustment(state: PlanState, data: Asked<'RequestAdjustment'>): readonly PlanEvent[] {
  const { task: id, change, reason } = data;
  const task = taskIn(state, id);
  nextStatus(task.status, { type: 'AdjustmentRequested' });
  if (task.adjustment) refuse('ADJUSTMENT_PENDING');
  requireReason(reason);
  checkChange(task, change);
  checkContent(state, id, { ...task.content, ...change });
  return [{ type: 'AdjustmentRequested', data: { task: id, change, reason } }];
}

function pending(state: PlanState, id: string, { actor }: Context) {
  const task = taskIn(state, id);
  const { adjustment } = task;
  if (!adjustment) return refuse('ADJUSTMENT_NONE');
  if (adjustment.by === actor) refuse('REQUESTER_DECIDES');
  return { task, adjustment };
}

/** The supervision section takes the change; what the row now contradicts is raised with it, and blocks the allotment (trap 2). */
export function adjustTask(state: PlanState, data: Asked<'AdjustTask'>, context: Context): readonly PlanEvent[] {
  const { task: id, ...facts } = data;
  const { task, adjustment } = pending(state, id, context);
  const { change, reason, by: requestedBy } = adjustment;
  // Between request and decision the task may have been allotted.
  checkChange(task, change);
  const content: TaskContent = { ...task.content, ...change };
  checkContent(state, id, content);
  const before = asItWas(task.content, change);
  const adjusted: PlanEvent = {
    type: 'TaskAdjusted',
    data: { task: id, content, before, change, reason, requestedBy },
  };
  const after = evolve(state, { ...adjusted, actor: context.actor, at: context.at });
  return [adjusted, ...checkTasks(after, facts)];
}

/** Turned down with a reason; the row stays as it was. */
export function declineAdjustment(
  state: PlanState,
  { task: id, reason }: Asked<'DeclineAdjustment'>,
  context: Context,
): readonly PlanEvent[] {
  const { adjustment } = pending(state, id, context);
  requireReason(reason);
  return [{ type: 'AdjustmentDeclined', data: { task: id, reason, requestedBy: adjustment.by } }];
}
