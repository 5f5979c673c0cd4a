import type { Hash } from '@srd/kernel';
import { members } from './bits';
import { capacitiesOf } from './cap';
import type { Hex32, Team, TeamRequest } from './document';
import { seatPlaces } from './eligibility';
import { Filling } from './filling';
import { compareTickets, teamTickets } from './ticket';

/**
 * The teams that follow from a seed (hex): place after place the inspector with the smallest ticket with whom everything can
 * still be completed under the cap. Random, always complete, and the only one (R56, R60).
 * @throws RangeError when nothing is complete under the request's cap
 */
export function assignmentOf(request: TeamRequest, seed: Hex32, hash: Hash): Team[] {
  const places = seatPlaces(request);
  const filling = new Filling(
    places,
    capacitiesOf(request).map((capacity) => Math.min(request.cap, capacity)),
  );
  if (filling.fill().size > 0) throw new RangeError('nothing is complete under this cap');

  let seat = 0;
  return request.cases.map(({ id, seats }, caseIndex) => {
    const ticketOf = teamTickets(seed, id, hash);
    const candidates = new Set<number>();
    for (let each = seat; places[each]?.case === caseIndex; each++) {
      for (const inspector of members(places[each]!.eligible)) candidates.add(inspector);
    }
    const order = [...candidates]
      .map((inspector) => ({ inspector, ticket: ticketOf(request.inspectors[inspector]!.id) }))
      .sort((a, b) => compareTickets(a.ticket, b.ticket));
    const team = seats.flatMap(({ count }) => {
      const own = seat++;
      return Array.from({ length: count }, () => {
        filling.forget();
        const next = order.find(({ inspector }) => filling.force(own, inspector))!;
        filling.fix(own, next.inspector);
        return next.ticket.id;
      });
    });
    return { case: id, inspectors: team };
  });
}
