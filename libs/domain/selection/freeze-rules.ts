import type { Context, Hash } from '@srd/kernel';
import { requestFinding, requestHash, type DrawRequest, type ObjectRequest } from '@srd/proof/draw';
import type { Asked, FreezeData, ObjectPool, PoolData, TeamPoolData } from './commands';
import type { Lot, SelectionEvent } from './events';
import type { TaskFact } from './facts';
import { ruleOf } from './object-request';
import { recentOf, withDifferences } from './recent-changes';
import { refuse } from './refusals';
import { latest, type SelectionState } from './state';
import { requireFeasible } from './team-request';

/** A fixed request is never fixed again; only what was voided or lost has a next attempt (R64, trap 3). */
export function requireTurn(state: SelectionState, request: DrawRequest): void {
  const previous = latest(state);
  if (previous?.phase === 'revealed') {
    refuse('DRAW_STANDS', '抽取结果已经揭晓：不能检查的对象由候补递补，不得重新抽取');
  }
  if (previous && previous.phase !== 'voided' && previous.phase !== 'lost') {
    refuse('ALREADY_FROZEN', '名录、数量和规则在冻结时已固定；如有错误，请在截止前提请作废');
  }
  const expected = state.attempts.length + 1;
  if (request.attempt !== expected)
    refuse('ATTEMPT_MISNUMBERED', `应为第${expected}次抽取，请求写的是第${request.attempt}次`);
  if (state.series !== null && state.series !== request.series) refuse('SERIES_MISMATCH');
}

/** What every draw must satisfy, whichever way it is held: witnesses (R11), a request that is one (R64, trap 3). */
export function requireSoundPool(data: PoolData<DrawRequest>, lot: Lot, { at }: Context): void {
  const { request, contributorsPerDraw } = data;
  if (request.frozenAt > at) refuse('FROZEN_IN_FUTURE');
  const witnesses = request.contributors.length;
  if (request.attempt > 1 && witnesses === 0 && request.beacon === null) refuse('REPEAT_WITHOUT_WITNESS');
  if (lot === 'drawn' && witnesses < contributorsPerDraw) {
    refuse('TOO_FEW_CONTRIBUTORS', `本机关规定每次抽取须有${contributorsPerDraw}名见证人，现为${witnesses}名`);
  }
  const wrong = requestFinding(request);
  if (wrong) refuse('REQUEST_INVALID', wrong.finding, { finding: wrong.code });
}

/** The same for a freeze, which is revealed later, against a commitment. */
export function requireSound(data: FreezeData<DrawRequest>, lot: Lot, context: Context): void {
  if (data.request.frozenAt <= context.at && data.request.revealBy <= context.at) refuse('REVEAL_TIME_PASSED');
  if (!/^[0-9a-f]{64}$/.test(data.commitment)) refuse('COMMITMENT_INVALID');
  requireSoundPool(data, lot, context);
}

/** Each stratum by the plan's rule and no other (R64, trap 3). */
function requirePlansRule(request: ObjectRequest, task: TaskFact): void {
  for (const quota of request.quotas) {
    const rule = ruleOf(quota.stratum, task);
    if (!rule)
      return refuse('SIZE_NOT_THE_PLANS', `计划中没有「${quota.stratum}」的抽取规则`, { stratum: quota.stratum });
    if (rule.basisPoints !== quota.basisPoints || rule.rounding !== quota.rounding || rule.atLeast !== quota.atLeast) {
      refuse(
        'SIZE_NOT_THE_PLANS',
        `「${quota.stratum}」的抽取规则与计划不一致：比例、取整和最低家数须与已分配的任务相同`,
        {
          stratum: quota.stratum,
        },
      );
    }
  }
}

/** Whether there is anything for chance to decide (C12). */
export function lotOf({ candidates, quotas }: ObjectRequest): Lot {
  if (candidates.length === 1) return 'pool-of-one';
  return quotas.every(({ of, size }) => of === size) ? 'whole-pool' : 'drawn';
}

/** More tickets than one only where the plan discloses its weights: otherwise raising the odds would be discretion (R49, R64). */
export function requireDisclosedOdds({ candidates }: ObjectRequest, { modes }: TaskFact): void {
  const most = modes?.weights?.value.atMost ?? 1;
  const heavy = candidates.find(({ weight }) => weight > most);
  if (heavy) {
    refuse('WEIGHT_NOT_THE_PLANS', `「${heavy.name}」有${heavy.weight}签，计划公布的上限为${most}签`, {
      object: heavy.id,
    });
  }
}

/** A pool in which nobody can be drawn is refused with the reason of each (R19, trap 1). */
export function requireCandidates({ candidates, excluded }: ObjectRequest): void {
  if (candidates.length > 0) return;
  const reasons = excluded.map(({ name, reason }) => `${name}（${reason}）`).join('、');
  refuse('POOL_EMPTY', reasons ? `对象均不可抽取：${reasons}` : '名录库中没有对象', {
    excluded: excluded.map(({ id, reason }) => ({ id, reason })),
  });
}

/** The pool of institutions by plan and roster, whichever way it is drawn from (R32, R55, R64, traps 1 and 4). */
export function requireObjectPool(data: Pick<ObjectPool, 'request' | 'task' | 'faultyRows'>): Lot {
  const { request, task, faultyRows } = data;
  if (!task.allotted) refuse('TASK_NOT_ALLOTTED');
  if (request.series !== task.task) refuse('SERIES_MISMATCH', `对象抽取的系列应为任务编号「${task.task}」`);
  requireCandidates(request);
  const pool = new Set([...request.candidates, ...request.excluded].map(({ id }) => id));
  const faulty = faultyRows.filter(({ id }) => pool.has(id));
  if (faulty.length > 0) {
    refuse('ROSTER_ROW_INVALID', `请先更正或具名豁免：${faulty.map(({ name }) => name).join('、')}`, {
      rows: faulty.map(({ id }) => id),
    });
  }
  requirePlansRule(request, task);
  requireDisclosedOdds(request, task);
  return lotOf(request);
}

/** What an event keeps of a pool. */
export function pooled<K extends 'objects' | 'team', R extends DrawRequest>(
  state: SelectionState,
  kind: K,
  data: PoolData<R>,
  lot: Lot,
  { afterCessation, task }: { readonly afterCessation: 'reserve' | 'counted' | null; readonly task?: TaskFact },
  hash: Hash,
) {
  const { request, people, contributorsPerDraw, disclosure, recentChanges, raised } = data;
  return {
    procedure: 'selection/1' as const,
    kind,
    series: request.series,
    attempt: request.attempt,
    request,
    requestHash: requestHash(request, hash),
    people,
    // Where the result is certain, nobody's seal is waited for; a witness may still be invited (R11, C12).
    contributorsNeeded: lot === 'drawn' ? contributorsPerDraw : 0,
    disclosure,
    lot,
    ...withDifferences(latest(state), data),
    afterCessation,
    ...(recentChanges && { recentChanges: recentOf(recentChanges, request.frozenAt) }),
    ...(raised && raised.length > 0 && { raised }),
    ...(task?.modes && { modes: task.modes }),
    ...(task?.quoted && { quoted: task.quoted }),
  };
}

/** Freezes the pool of the day and commits to the secret (R55, R58, R64, traps 3 and 4). */
export function freezeObjectDraw(
  state: SelectionState,
  data: Asked<'FreezeObjectDraw'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { commitment, secret } = data;
  requireTurn(state, data.request);
  const lot = requireObjectPool(data);
  requireSound(data, lot, context);
  const kept = pooled(state, 'objects', data, lot, data, hash);
  return [{ type: 'DrawFrozen', data: { ...kept, commitment, secret } }];
}

/** Only drawn objects are inspected (R64), each by two at least (R60); nobody without their record, nothing that can't be filled. */
export function requireTeamPool(data: Pick<TeamPoolData, 'request' | 'people' | 'objectDraw'>): void {
  const { request, people, objectDraw } = data;
  if (!/:team(:([2-9]|[1-9]\d+))?$/.test(request.series))
    refuse('SERIES_MISMATCH', '人员抽取的系列应为「<任务>:team」');
  if (request.from !== (objectDraw?.transcriptHash ?? null)) refuse('FROM_MISMATCH');
  const stranger = request.cases.find(({ object }) => objectDraw && !objectDraw.objects.includes(object));
  if (stranger)
    refuse('OBJECT_NOT_DRAWN', `「${stranger.object}」不在抽中名单内，不得检查`, { object: stranger.object });
  const least = requireFeasible(request);
  if (request.cap !== least) refuse('CAP_NOT_LEAST', `每人上限应为${least}，请求写的是${request.cap}`);
  const unknown = request.inspectors.find(({ id }) => people[id] === undefined);
  if (unknown) refuse('PEOPLE_INCOMPLETE', `「${unknown.name}」没有对应的人员`, { inspector: unknown.id });
}

/** Freezes who can inspect what; what can't be filled is refused with its explanation and nothing is recorded (R56, R59–R61, trap 5). */
export function freezeTeamDraw(
  state: SelectionState,
  data: Asked<'FreezeTeamDraw'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { commitment, secret } = data;
  requireTurn(state, data.request);
  requireTeamPool(data);
  requireSound(data, 'drawn', context);
  const kept = pooled(state, 'team', data, 'drawn', { afterCessation: null }, hash);
  return [{ type: 'DrawFrozen', data: { ...kept, commitment, secret } }];
}
