import type { Context } from '@srd/kernel';
import type { Asked, CheckFacts } from './commands';
import {
  choiceLabels,
  conflictChoices,
  conflictId,
  conflictLabels,
  conflictsOf,
  sameFinding,
  type RosterFact,
} from './conflicts';
import type { PlanEvent } from './events';
import { refuse } from './refusals';
import { sectorLabels } from './task';
import { requireReason } from './task-rules';
import { tasksOf, type PlanState, type TaskState } from './state';

function requireRosters(task: TaskState, rosters: readonly RosterFact[]): void {
  const lacking = task.content.objects.sectors.filter((sector) => !rosters.some((roster) => roster.sector === sector));
  if (lacking.length > 0) {
    refuse('ROSTER_UNKNOWN', `请先取得名录库：${lacking.map((sector) => sectorLabels[sector]).join('、')}`);
  }
}

/** Conflicts newly found, and those that are no longer there, in every task that isn't allotted yet (C1, C2, C5, C6, C11, trap 2). */
export function checkTasks(state: PlanState, { rosters, items }: CheckFacts): readonly PlanEvent[] {
  return tasksOf(state)
    .filter((task) => task.status === 'drafted' || task.status === 'released')
    .flatMap((task): PlanEvent[] => {
      requireRosters(task, rosters);
      const consented = task.consents.map((consent) => consent.partner);
      const found = conflictsOf(task.content, rosters, consented, items);
      const raised = found
        .filter((finding) => {
          const known = state.conflicts[conflictId(task.id, finding.code)];
          const stands = known?.status === 'open' || known?.status === 'decided';
          return !(stands && sameFinding(known.finding, finding));
        })
        .map((finding): PlanEvent => {
          const conflict = conflictId(task.id, finding.code);
          return { type: 'ConflictRaised', data: { conflict, task: task.id, finding } };
        });
      const lapsed = Object.values(state.conflicts)
        .filter((known) => known.task === task.id && (known.status === 'open' || known.status === 'decided'))
        .filter((known) => !found.some((finding) => finding.code === known.code))
        .filter((known) => known.code !== 'ITEM_WITHOUT_BASIS' || items !== undefined)
        .map((known): PlanEvent => ({ type: 'ConflictLapsed', data: { conflict: known.id, task: task.id } }));
      return [...raised, ...lapsed];
    });
}

/** A named person's choice with a reason (C1, C2, C5, C6, C11, trap 2); a missing partner needs its consent instead. */
export function decideConflict(
  state: PlanState,
  { conflict: id, choice, reason }: Asked<'DecideConflict'>,
  { actor }: Context,
): readonly PlanEvent[] {
  const conflict = state.conflicts[id];
  if (!conflict) return refuse('CONFLICT_UNKNOWN', `计划中没有矛盾「${id}」`);
  if (conflict.status !== 'open') refuse('CONFLICT_SETTLED', `「${conflictLabels[conflict.code]}」已处理`);
  if (conflict.code === 'JOINT_PARTNER_MISSING') {
    refuse('JOINT_PARTNER_MISSING', '缺少联合部门不能以选择代替：请登记联合部门的同意，或退回修改为非联合任务');
  }
  if (conflict.code === 'ITEM_WITHOUT_BASIS') {
    refuse('ITEM_WITHOUT_BASIS', '缺少法定依据不能以选择代替：请在事项清单中补列依据后重新核对，或退回修改抽查事项');
  }
  if (conflict.code === 'MINIMUM_UNREACHABLE') {
    refuse('MIN_UNREACHABLE', '最低家数不足不能以选择代替：由分管领导具名豁免，或核对名录库后重新核对');
  }
  const choices: readonly string[] = conflictChoices[conflict.code];
  if (!choices.includes(choice)) {
    refuse('CHOICE_UNKNOWN', `可选：${choices.map((each) => `${choiceLabels[each]}（${each}）`).join('、')}`);
  }
  requireReason(reason);
  const { task, finding } = conflict;
  return [{ type: 'ConflictDecided', data: { conflict: id, task, choice, reason, by: actor, finding } }];
}
