import type { Context } from '@srd/kernel';
import type { Asked, PoolFact } from './commands';
import { conflictLabels, type ItemFact } from './conflicts';
import type { PlanEvent } from './events';
import { nextStatus } from './procedure';
import { allottedPractitioners } from './practitioners';
import { refuse } from './refusals';
import { remarksOf } from './remarks';
import { sampleOf, type AllottedQuota, type Sample, type SampleRule } from './sample';
import { openConflicts, ratioInForce, type PlanState, type TaskState } from './state';
import { sectorLabels } from './task';
import { requireReason, taskIn } from './task-rules';

/** Refuses while the task has a conflict that nobody decided, or a joint task lacks a consent (R4, C6, trap 2). */
export function requireClear(state: PlanState, task: TaskState): void {
  const { name, joint, partners } = task.content;
  const consented = task.consents.map((consent) => consent.partner);
  if (joint && (consented.length === 0 || partners.some((partner) => !consented.includes(partner.organ)))) {
    refuse('JOINT_PARTNER_MISSING', `「${name}」为联合抽查，尚缺联合部门的同意记录`, { task: task.id });
  }
  // A least number out of reach keeps nothing from being released: the allotment waits for its waiver.
  const open = openConflicts(state, task.id).filter(({ code }) => code !== 'MINIMUM_UNREACHABLE');
  if (open.length > 0) {
    const labels = open.map((conflict) => conflictLabels[conflict.code]).join('；');
    refuse('CONFLICT_OPEN', `「${name}」尚有矛盾未处理：${labels}`, { conflicts: open.map((conflict) => conflict.id) });
  }
}

/** The items of the task with their basis: what no law provides isn't inspected (R25, C11). */
function itemsWithBasis(
  task: TaskState,
  facts: readonly ItemFact[],
): readonly { id: string; revision: number; basis: string }[] {
  const items = task.content.items.map((reference) => {
    const fact = facts.find((item) => item.id === reference.id && item.revision === reference.revision);
    if (!fact)
      return refuse(
        'ITEM_WITHOUT_BASIS',
        `事项清单中没有事项「${reference.id}」第${reference.revision}版，无法确认依据`,
      );
    if (!fact.inForce) refuse('ITEM_WITHOUT_BASIS', `事项「${fact.name}」已停用，没有现行依据`, { item: fact.id });
    if (!fact.basis)
      return refuse('ITEM_WITHOUT_BASIS', `事项「${fact.name}」未列明法律、法规、规章依据，不得检查`, {
        item: fact.id,
      });
    return { fact, reference, basis: fact.basis };
  });
  for (const sector of task.content.objects.sectors) {
    if (!items.some(({ fact }) => fact.sectors.includes(sector))) {
      refuse('ITEM_WITHOUT_BASIS', `「${sectorLabels[sector]}」没有列明法律、法规、规章依据的抽查事项，不得检查`, {
        sector,
      });
    }
  }
  return items.map(({ reference, basis }) => ({ ...reference, basis }));
}

/** The rule of a stratum: the ratio in force, or the higher one of the listed objects (R49, C13). */
export function strataRules(
  state: PlanState,
  task: TaskState,
): { readonly open: SampleRule; readonly listed: SampleRule | null } {
  const { rounding, atLeast, listedRatio } = task.content;
  const rule = (basisPoints: number): SampleRule => ({ basisPoints, rounding: rounding.value, atLeast: atLeast.value });
  return {
    open: rule(ratioInForce(state, task)?.basisPoints ?? 0),
    listed: listedRatio && { ...rule(listedRatio.basisPoints), atLeast: 0 },
  };
}

function quotasOf(state: PlanState, task: TaskState, pool: readonly PoolFact[]): readonly AllottedQuota[] {
  const rules = strataRules(state, task);
  return pool
    .filter((part) => part.of > 0)
    .map((part) => {
      const rule = part.listed
        ? (rules.listed ?? refuse('POOL_MISMATCH', '本任务未为列入名单的对象单设抽取比例'))
        : rules.open;
      const { sector, listed, of } = part;
      return { stratum: listed ? `${sector}.listed` : sector, sector, listed, of, ...rule, ...sampleOf(rule, of) };
    })
    .sort((a, b) => (a.stratum < b.stratum ? -1 : 1));
}

function checkPool(task: TaskState, pool: readonly PoolFact[]): void {
  const { sectors } = task.content.objects;
  const keys = pool.map((part) => `${part.sector}.${part.listed}`);
  if (pool.some((part) => !sectors.includes(part.sector)) || new Set(keys).size !== keys.length)
    refuse('POOL_MISMATCH');
  const lacking = sectors.filter((sector) => !pool.some((part) => part.sector === sector));
  if (lacking.length > 0)
    refuse('POOL_MISMATCH', `缺少名录库：${lacking.map((sector) => sectorLabels[sector]).join('、')}`);
  if (pool.every((part) => part.of === 0)) {
    const excluded = pool.flatMap((part) => part.excluded);
    const reasons = excluded.map(({ name, reason }) => `${name}（${reason}）`).join('、');
    refuse('POOL_EMPTY', excluded.length > 0 ? `对象均不可抽取：${reasons}` : '名录库中没有对象', {
      excluded: excluded.map(({ id, reason }) => ({ id, reason })),
    });
  }
}

/** The strata taken together, as the register shows them; one stratum is its own sum. */
function wholeSample(quotas: readonly AllottedQuota[], of: number): Sample {
  const [first, ...others] = quotas;
  if (first && others.length === 0) {
    const { exact, rounded, liftedByMinimum, size, actualBasisPoints } = first;
    return { exact, rounded, liftedByMinimum, size, actualBasisPoints };
  }
  const size = quotas.reduce((sum, quota) => sum + quota.size, 0);
  return {
    exact: quotas.map((quota) => quota.exact).join('+'),
    rounded: quotas.reduce((sum, quota) => sum + quota.rounded, 0),
    liftedByMinimum: quotas.some((quota) => quota.liftedByMinimum),
    size,
    actualBasisPoints: Math.floor((size * 20000 + of) / (2 * of)),
  };
}

/** 分配任务 with the number of cases that the rule gives on that day (R32, trap 1). */
export function allotTask(state: PlanState, data: Asked<'AllotTask'>): readonly PlanEvent[] {
  const task = taskIn(state, data.task);
  nextStatus(task.status, { type: 'TaskAllotted' });
  requireClear(state, task);
  const items = itemsWithBasis(task, data.items);
  checkPool(task, data.pool);
  const quotas = quotasOf(state, task, data.pool);
  const short = quotas.find((quota) => quota.of < quota.atLeast);
  if (short && !task.minimumWaived) {
    refuse('MIN_UNREACHABLE', `最低${short.atLeast}家，可抽对象只有${short.of}家：请由负责人写明理由予以豁免后再分配`, {
      stratum: short.stratum,
      atLeast: short.atLeast,
      of: short.of,
    });
  }
  const practitioners = allottedPractitioners(state, task, data.practitioners);
  const remarks = remarksOf(task.content, quotas, ratioInForce(state, task), data.toleranceBasisPoints);
  const pool = quotas.reduce((sum, quota) => sum + quota.of, 0);
  const sample = wholeSample(quotas, pool);
  return [
    {
      type: 'TaskAllotted',
      data: {
        task: task.id,
        section: task.content.section,
        pool,
        cases: sample.size,
        quotas,
        sample,
        ratioFrom: ratioInForce(state, task)?.from ?? 'minimum-only',
        minimumWaived: short !== undefined,
        items,
        ...(practitioners && { practitioners }),
        remarks,
      },
    },
  ];
}

/** A named waiver of the minimum, for a pool that can't give it; it settles the contradiction too (trap 1, R42). */
export function waiveMinimum(
  state: PlanState,
  { task: id, reason }: Asked<'WaiveMinimum'>,
  { actor }: Context,
): readonly PlanEvent[] {
  const task = taskIn(state, id);
  requireReason(reason);
  if (task.minimumWaived) refuse('WAIVER_EXISTS');
  const waived: PlanEvent = { type: 'MinimumWaived', data: { task: id, reason, by: actor } };
  const conflict = openConflicts(state, id).find(({ code }) => code === 'MINIMUM_UNREACHABLE');
  if (!conflict) return [waived];
  const { finding } = conflict;
  const decision = { conflict: conflict.id, task: id, choice: 'waived', reason, by: actor, finding };
  return [waived, { type: 'ConflictDecided', data: decision }];
}
