import type { Context, Hash } from '@srd/kernel';
import { requestFinding, requestHash, type DrawRequest, type ObjectRequest, type TeamRequest } from '@srd/proof/draw';
import type { Asked, FreezeData } from './commands';
import { poolDifferences } from './differences';
import type { Lot, SelectionEvent } from './events';
import type { TaskFact } from './facts';
import { ruleOf } from './object-request';
import { refuse } from './refusals';
import { latest, type SelectionState } from './state';
import { requireFeasible } from './team-request';

/** A fixed request is never fixed again; only what was voided or lost has a next attempt (R64, trap 3). */
function requireTurn(state: SelectionState, request: DrawRequest): void {
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

/** What every freeze must satisfy, whatever is drawn: witnesses (R11), times, a request that is one. */
function requireSound(data: FreezeData<DrawRequest>, lot: Lot, { at }: Context): void {
  const { request, commitment, contributorsPerDraw } = data;
  if (request.frozenAt > at) refuse('FROZEN_IN_FUTURE');
  if (request.revealBy <= at) refuse('REVEAL_TIME_PASSED');
  const witnesses = request.contributors.length;
  if (request.attempt > 1 && witnesses === 0 && request.beacon === null) refuse('REPEAT_WITHOUT_WITNESS');
  if (lot === 'drawn' && witnesses < contributorsPerDraw) {
    refuse('TOO_FEW_CONTRIBUTORS', `本机关规定每次抽取须有${contributorsPerDraw}名见证人，现为${witnesses}名`);
  }
  if (!/^[0-9a-f]{64}$/.test(commitment)) refuse('COMMITMENT_INVALID');
  const wrong = requestFinding(request);
  if (wrong) refuse('REQUEST_INVALID', wrong.finding, { finding: wrong.code });
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
function lotOf({ candidates, quotas }: ObjectRequest): Lot {
  if (candidates.length === 1) return 'pool-of-one';
  return quotas.every(({ of, size }) => of === size) ? 'whole-pool' : 'drawn';
}

function frozen<K extends 'objects' | 'team', R extends DrawRequest>(
  state: SelectionState,
  kind: K,
  data: FreezeData<R>,
  lot: Lot,
  afterCessation: 'reserve' | 'counted' | null,
  hash: Hash,
) {
  const { request, people, commitment, secret, contributorsPerDraw, disclosure } = data;
  const previous = latest(state);
  return {
    procedure: 'selection/1' as const,
    kind,
    series: request.series,
    attempt: request.attempt,
    request,
    requestHash: requestHash(request, hash),
    commitment,
    secret,
    people,
    // Where the result is certain, nobody's seal is waited for; a witness may still be invited (R11).
    contributorsNeeded: lot === 'drawn' ? contributorsPerDraw : 0,
    disclosure,
    lot,
    differences: previous ? poolDifferences(previous, { request, people }) : [],
    afterCessation,
  };
}

/** Freezes the pool of the day and commits to the secret (R32, R55, R58, R64, traps 3 and 4). */
export function freezeObjectDraw(
  state: SelectionState,
  data: Asked<'FreezeObjectDraw'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { request, task, faultyRows } = data;
  requireTurn(state, request);
  if (!task.allotted) refuse('TASK_NOT_ALLOTTED');
  if (request.series !== task.task) refuse('SERIES_MISMATCH', `对象抽取的系列应为任务编号「${task.task}」`);
  if (request.candidates.length === 0) {
    const reasons = request.excluded.map(({ name, reason }) => `${name}（${reason}）`).join('、');
    refuse('POOL_EMPTY', reasons ? `对象均不可抽取：${reasons}` : '名录库中没有对象', {
      excluded: request.excluded.map(({ id, reason }) => ({ id, reason })),
    });
  }
  const pool = new Set([...request.candidates, ...request.excluded].map(({ id }) => id));
  const faulty = faultyRows.filter(({ id }) => pool.has(id));
  if (faulty.length > 0) {
    refuse('ROSTER_ROW_INVALID', `请先更正或具名豁免：${faulty.map(({ name }) => name).join('、')}`, {
      rows: faulty.map(({ id }) => id),
    });
  }
  requirePlansRule(request, task);
  const lot = lotOf(request);
  requireSound(data, lot, context);
  return [{ type: 'DrawFrozen', data: frozen(state, 'objects', data, lot, data.afterCessation, hash) }];
}

/** Only drawn objects are inspected (R64), each by two at least (R60). */
function requireDrawnCases(request: TeamRequest, objectDraw: Asked<'FreezeTeamDraw'>['objectDraw']): void {
  if (request.from !== (objectDraw?.transcriptHash ?? null)) refuse('FROM_MISMATCH');
  const stranger = request.cases.find(({ object }) => objectDraw && !objectDraw.objects.includes(object));
  if (stranger)
    refuse('OBJECT_NOT_DRAWN', `「${stranger.object}」不在抽中名单内，不得检查`, { object: stranger.object });
}

/** Freezes who can inspect what; what can't be filled is refused with its explanation and nothing is recorded (R56, R59–R61, trap 5). */
export function freezeTeamDraw(
  state: SelectionState,
  data: Asked<'FreezeTeamDraw'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { request, people, objectDraw } = data;
  requireTurn(state, request);
  if (!/:team(:([2-9]|[1-9]\d+))?$/.test(request.series))
    refuse('SERIES_MISMATCH', '人员抽取的系列应为「<任务>:team」');
  requireDrawnCases(request, objectDraw);
  const least = requireFeasible(request);
  if (request.cap !== least) refuse('CAP_NOT_LEAST', `每人上限应为${least}，请求写的是${request.cap}`);
  const unknown = request.inspectors.find(({ id }) => people[id] === undefined);
  if (unknown) refuse('PEOPLE_INCOMPLETE', `「${unknown.name}」没有对应的人员`, { inspector: unknown.id });
  requireSound(data, 'drawn', context);
  return [{ type: 'DrawFrozen', data: frozen(state, 'team', data, 'drawn', null, hash) }];
}
