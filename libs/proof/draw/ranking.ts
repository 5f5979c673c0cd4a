import { toHex, type Hash, type Id } from '@srd/kernel';
import type { Candidate, Hex32, ObjectRequest, Ranking } from './document';
import { compareTickets, objectTickets, type Ticket } from './ticket';
import { WHOLE_RANKING } from './transcript-check';

/** The candidates of each stratum, strata ascending. */
function strata(request: ObjectRequest): Map<Id, Candidate[]> {
  const groups = new Map<Id, Candidate[]>(request.quotas.map(({ stratum }) => [stratum, []]));
  for (const candidate of request.candidates) groups.get(candidate.stratum)?.push(candidate);
  return groups;
}

/** H of all `id ‖ "\0" ‖ ticket` in rank order. */
function orderHash(order: readonly Ticket[], hash: Hash): Hex32 {
  const bytes = new Uint8Array(order.reduce((sum, { id }) => sum + id.length + 33, 0));
  let at = 0;
  for (const { id, bytes: ticket } of order) {
    for (let index = 0; index < id.length; index++) bytes[at + index] = id.charCodeAt(index);
    bytes.set(ticket, at + id.length + 1);
    at += id.length + 33;
  }
  return toHex(hash(bytes));
}

/** How many of a stratum's ranking stand in the transcript: all, or where they are many the drawn and as many in reserve. */
function shown(of: number, size: number): number {
  return of <= WHOLE_RANKING ? of : Math.min(of, size + Math.max(size, 100));
}

/** Every stratum's candidates by ticket, as the transcript has them. `seed` in hex. */
export function rankingOf(request: ObjectRequest, seed: Hex32, hash: Hash): Ranking[] {
  const ticketOf = objectTickets(seed, hash);
  const groups = strata(request);
  return request.quotas.map(({ stratum, size }) => {
    const order = groups
      .get(stratum)!
      .map(({ id, weight }) => ticketOf(id, weight))
      .sort(compareTickets);
    const head = order.slice(0, shown(order.length, size)).map(({ id, bytes }) => ({ id, ticket: toHex(bytes) }));
    return order.length <= WHOLE_RANKING
      ? { stratum, order: head }
      : { stratum, order: head, orderHash: orderHash(order, hash) };
  });
}

/** The first `size` of each stratum, stratum by stratum in rank order. */
export function selectionOf(request: ObjectRequest, ranking: readonly Ranking[]): Id[] {
  return ranking.flatMap(({ order }, index) => order.slice(0, request.quotas[index]!.size).map(({ id }) => id));
}
