import type { Hash, Id } from '@srd/kernel';
import { nextInspector, nextReserve, type ObjectRequest } from '@srd/proof/draw';
import type { Asked } from './commands';
import { reserveCodes, type SelectionEvent } from './events';
import { nextPhase } from './procedure';
import { refuse } from './refusals';
import { objectsInForce, teamsInForce, type Attempt } from './state';
import { requireReason } from './void-rules';

/** Who is next in a stratum: by the ranking of our own draw, or in the order in which a lot drew further (trap 4). */
function reserveOf(
  { transcript, record }: Attempt,
  { candidates, quotas }: ObjectRequest,
  stratum: Id | undefined,
): (gone: ReadonlySet<Id>) => Id | undefined {
  if (record) {
    const own = record.reserve.filter((id) => candidates.find((each) => each.id === id)?.stratum === stratum);
    return (gone) => own.find((id) => !gone.has(id));
  }
  const ranking =
    transcript && 'ranking' in transcript ? transcript.ranking.find((each) => each.stratum === stratum) : undefined;
  const size = quotas.find((quota) => quota.stratum === stratum)?.size;
  if (!ranking || size === undefined) return refuse('NOT_SELECTED');
  return (gone) => nextReserve(ranking, size, gone);
}

/** The next of the reserve list for an object that can't be inspected; the others don't change (R64, trap 4, C28). */
export function callReserve(attempt: Attempt, data: Asked<'CallReserve'>): readonly SelectionEvent[] {
  const { replaced, code, reason, unavailable } = data;
  nextPhase(attempt, { type: 'ReserveCalled' });
  requireReason(reason);
  if (!Object.hasOwn(reserveCodes, code))
    refuse('REASON_MISSING', `递补原因须为：${Object.values(reserveCodes).join('、')}`);
  const { request } = attempt;
  if (request.protocol !== 'srd-draw/1') return refuse('DRAW_OUT_OF_TURN');
  if (attempt.reserves.some((called) => called.replaced === replaced)) refuse('ALREADY_REPLACED');
  if (!objectsInForce(attempt).includes(replaced)) refuse('NOT_SELECTED', `「${replaced}」不在抽中名单内`);
  if (code === 'ceased-after-draw' && attempt.afterCessation === 'counted') refuse('RESERVE_NOT_FORESEEN');

  const stratum = request.candidates.find(({ id }) => id === replaced)?.stratum;
  const nextOf = reserveOf(attempt, request, stratum);
  const gone = new Set(attempt.reserves.flatMap(({ by, skipped }) => [by, ...skipped.map(({ id }) => id)]));
  const skipped: { id: string; reason: string }[] = [];
  for (let next = nextOf(gone); next !== undefined; next = nextOf(gone)) {
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
  if (attempt.record) refuse('NO_TICKETS', '请在案件中由科室负责人写明理由更换，或就该案件另行抽取人员');
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
  const since = alsoBarred.length > 0 ? { alsoBarred } : {};
  const replaced = { attempt: attempt.attempt, case: id, seat, from, to, reason, ...persons, ...since };
  return [{ type: 'InspectorReplaced', data: replaced }];
}
