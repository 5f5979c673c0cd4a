import type { Hash } from '@srd/kernel';
import { nextInspector, nextReserve } from '@srd/proof/draw';
import type { Asked } from './commands';
import { reserveCodes, type SelectionEvent } from './events';
import { nextPhase } from './procedure';
import { refuse } from './refusals';
import { objectsInForce, teamsInForce, type Attempt } from './state';
import { requireReason } from './void-rules';

/** The next of the reserve list for an object that can't be inspected; the others don't change (trap 4, C28). */
export function callReserve(attempt: Attempt, data: Asked<'CallReserve'>): readonly SelectionEvent[] {
  const { replaced, code, reason, unavailable } = data;
  nextPhase(attempt, { type: 'ReserveCalled' });
  requireReason(reason);
  if (!Object.hasOwn(reserveCodes, code))
    refuse('REASON_MISSING', `递补原因须为：${Object.values(reserveCodes).join('、')}`);
  const { transcript, request } = attempt;
  if (!transcript || !('ranking' in transcript) || request.protocol !== 'srd-draw/1') return refuse('DRAW_OUT_OF_TURN');
  if (attempt.reserves.some((called) => called.replaced === replaced)) refuse('ALREADY_REPLACED');
  if (!objectsInForce(attempt).includes(replaced)) refuse('NOT_SELECTED', `「${replaced}」不在抽中名单内`);
  if (code === 'ceased-after-draw' && attempt.afterCessation === 'counted') refuse('RESERVE_NOT_FORESEEN');

  const stratum = request.candidates.find(({ id }) => id === replaced)?.stratum;
  const ranking = transcript.ranking.find((each) => each.stratum === stratum);
  const size = request.quotas.find((quota) => quota.stratum === stratum)?.size;
  if (!ranking || size === undefined) return refuse('NOT_SELECTED');
  const gone = new Set(attempt.reserves.flatMap(({ by, skipped }) => [by, ...skipped.map(({ id }) => id)]));
  const skipped: { id: string; reason: string }[] = [];
  for (let next = nextReserve(ranking, size, gone); next !== undefined; next = nextReserve(ranking, size, gone)) {
    const id = next;
    const barrier = unavailable.find((each) => each.id === id);
    if (!barrier) {
      const called = { replaced, by: id, reason: { code, text: reason }, skipped };
      return [{ type: 'ReserveCalled', data: { attempt: attempt.attempt, ...called } }];
    }
    skipped.push({ id, reason: barrier.reason });
    gone.add(id);
  }
  return refuse('RESERVE_EXHAUSTED');
}

/** The smallest ticket among those who may take the seat; never a choice by hand, never a new draw (traps 5 and 6). */
export function replaceDrawnInspector(
  attempt: Attempt,
  data: Asked<'ReplaceDrawnInspector'>,
  hash: Hash,
): readonly SelectionEvent[] {
  const { case: id, seat, reason, alsoBarred } = data;
  nextPhase(attempt, { type: 'InspectorReplaced' });
  requireReason(reason);
  const { transcript, request, people } = attempt;
  if (!transcript || !('assigned' in transcript) || request.protocol !== 'srd-assign/1')
    return refuse('DRAW_OUT_OF_TURN');
  const teams = teamsInForce(attempt);
  const from = teams.find((team) => team.case === id)?.inspectors[seat];
  if (from === undefined) return refuse('SEAT_UNKNOWN');
  // Who left this case once doesn't come back to it.
  const left = attempt.seatReplacements
    .filter((replacement) => replacement.case === id)
    .map((replacement) => ({ case: id, inspector: replacement.from, reason: 'unavailable' as const }));
  const to = nextInspector(
    request,
    transcript.seed,
    teams,
    { case: id, position: seat },
    [...alsoBarred, ...left],
    hash,
  );
  if (to === undefined) return refuse('NO_REPLACEMENT', '请改期、向其他机关借调，或由负责人豁免轮换限制后另行抽取');
  const persons = { fromPerson: people[from] ?? from, toPerson: people[to] ?? to };
  return [
    { type: 'InspectorReplaced', data: { attempt: attempt.attempt, case: id, seat, from, to, reason, ...persons } },
  ];
}
