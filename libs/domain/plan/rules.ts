import type { Context } from '@srd/kernel';
import type { Asked, PlanCommand } from './commands';
import { adjustTask, declineAdjustment, requestAdjustment } from './adjustment-rules';
import { allotTask, requireClear, waiveMinimum } from './allotment-rules';
import { checkTasks, decideConflict } from './conflict-rules';
import type { PlanEvent } from './events';
import { nextPhase } from './procedure';
import { refuse } from './refusals';
import { tasksOf, type PlanState } from './state';
import {
  completeTask,
  draftTask,
  dropTask,
  recordPartnerConsent,
  requireReason,
  reviseTask,
  taskIn,
} from './task-rules';

/** 报送法治督察科: the rows are locked, and there must be some (A二(二), R31). */
function submitPlan(state: PlanState, facts: Asked<'SubmitPlan'>): readonly PlanEvent[] {
  nextPhase(state.phase, { type: 'PlanSubmitted' });
  const tasks = tasksOf(state).filter((task) => task.status === 'drafted');
  if (tasks.length === 0) refuse('NO_TASKS');
  return [...checkTasks(state, facts), { type: 'PlanSubmitted', data: { tasks: tasks.map((task) => task.id) } }];
}

/** Releases every task but those held back; by somebody else than who submitted (A二(二), R32). */
function releasePlan(
  state: PlanState,
  { heldBack = [] }: Asked<'ReleasePlan'>,
  { actor }: Context,
): readonly PlanEvent[] {
  nextPhase(state.phase, { type: 'PlanReleased' });
  if (actor === state.submittedBy) refuse('SUBMITTER_RELEASES');
  for (const id of heldBack) taskIn(state, id);
  const released = tasksOf(state).filter((task) => task.status === 'drafted' && !heldBack.includes(task.id));
  if (released.length === 0) refuse('NO_TASKS', '没有可发布的抽查任务');
  for (const task of released) requireClear(state, task);
  return [{ type: 'PlanReleased', data: { tasks: released.map((task) => task.id), heldBack } }];
}

function releaseTask(state: PlanState, { task }: Asked<'ReleaseTask'>, { actor }: Context): readonly PlanEvent[] {
  const held = taskIn(state, task);
  if (actor === state.submittedBy) refuse('SUBMITTER_RELEASES');
  requireClear(state, held);
  return [{ type: 'TaskReleased', data: { task } }];
}

/** What a command leads to. Whether it is its turn, the charts say: `checked` folds each proposal before it is returned. */
export function decide(command: PlanCommand, state: PlanState, context: Context): readonly PlanEvent[] {
  switch (command.type) {
    // 制定, with the numbers of the documents that the plan follows (R31, R35, R53).
    case 'DraftPlan':
      return [{ type: 'PlanDrafted', data: { procedure: 'plan/1', ...command.data } }];
    case 'DraftTask':
      return draftTask(state, command.data);
    case 'ReviseTask':
      return reviseTask(state, command.data);
    case 'DropTask':
      return dropTask(state, command.data);
    case 'SubmitPlan':
      return submitPlan(state, command.data);
    case 'CheckPlan':
      return checkTasks(state, command.data);
    case 'DecideConflict':
      return decideConflict(state, command.data, context);
    case 'ReturnPlan':
      requireReason(command.data.reason);
      return [{ type: 'PlanReturned', data: command.data }];
    case 'ReleasePlan':
      return releasePlan(state, command.data, context);
    case 'ReleaseTask':
      return releaseTask(state, command.data, context);
    case 'RecordPartnerConsent':
      return recordPartnerConsent(state, command.data);
    case 'WaiveMinimum':
      return waiveMinimum(state, command.data, context);
    case 'AllotTask':
      return allotTask(state, command.data);
    case 'RequestAdjustment':
      return requestAdjustment(state, command.data);
    case 'AdjustTask':
      return adjustTask(state, command.data, context);
    case 'DeclineAdjustment':
      return declineAdjustment(state, command.data, context);
    case 'WithdrawTask':
      taskIn(state, command.data.task);
      requireReason(command.data.reason);
      return [{ type: 'TaskWithdrawn', data: command.data }];
    case 'CompleteTask':
      return completeTask(state, command.data);
  }
}
