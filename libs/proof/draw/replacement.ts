import type { Hash, Id } from '@srd/kernel';
import { has } from './bits';
import type { Barred, Hex32, Ranking, Team, TeamRequest } from './document';
import { seatPlaces } from './eligibility';
import { compareTickets, teamTickets } from './ticket';

/**
 * Who comes in for an object that can't be inspected (never by a new draw): the next of the stratum's reserve list. `gone` are those
 * drawn or called up already; `size` is the stratum's quota. `undefined` when the list, as the transcript has it, is used up.
 */
export function nextReserve({ order }: Ranking, size: number, gone: ReadonlySet<Id>): Id | undefined {
  return order.slice(size).find(({ id }) => !gone.has(id))?.id;
}

/** A place of a case, from 0 in the order of its positions. */
export type TeamPlace = { readonly case: Id; readonly position: number };

/**
 * Who comes in for an inspector who can't go, in the same draw: the smallest ticket for the case among those not barred, fitting the
 * seat, not in the team already and below their capacity. The cap no longer binds. `teams` are the teams of the whole draw as they
 * stand now, whoever leaves still in them; `alsoBarred` is what came to light since the freeze. `undefined` when nobody is left.
 * @throws RangeError when the request has no such place
 */
export function nextInspector(
  request: TeamRequest,
  seed: Hex32,
  teams: readonly Team[],
  place: TeamPlace,
  alsoBarred: readonly Barred[],
  hash: Hash,
): Id | undefined {
  const seat = seatAt(request, place);
  const load = new Map<Id, number>();
  for (const { inspectors } of teams) for (const id of inspectors) load.set(id, (load.get(id) ?? 0) + 1);
  const team = new Set(teams.find((each) => each.case === place.case)?.inspectors);
  const { eligible } = seatPlaces({ ...request, barred: [...request.barred, ...alsoBarred] }).find(
    (each) => request.cases[each.case]!.id === place.case && each.seat === seat,
  )!;
  const ticketOf = teamTickets(seed, place.case, hash);
  return request.inspectors
    .filter(({ id, capacity }, index) => has(eligible, index) && !team.has(id) && (load.get(id) ?? 0) < capacity)
    .map(({ id }) => ticketOf(id))
    .sort(compareTickets)[0]?.id;
}

function seatAt(request: TeamRequest, { case: id, position }: TeamPlace): number {
  const seats = request.cases.find((each) => each.id === id)?.seats ?? [];
  let end = 0;
  const seat = seats.findIndex(({ count }) => position < (end += count));
  if (seat < 0 || position < 0) throw new RangeError(`no place ${position} in case ${id}`);
  return seat;
}
