import type { Id } from '@srd/kernel';
import { has } from './bits';
import { capacitiesOf } from './cap';
import type { BarReason, TeamPool } from './document';
import { seatPlaces } from './eligibility';
import { Filling } from './filling';
import { remediesFor } from './remedy';
import type { RemovedInspector, Shortage, ShortPlace } from './shortage-facts';
import { sentenceOf } from './shortage-text';

/** Of the sets that different empty places give, so many are compared for the smallest. */
const TRIALS = 64;

/**
 * A smallest explanation found of why a pool can't be filled, or `null` when it can. In a filling that lacks as few places as
 * possible, take one empty place and all those that a chain from it reaches: any of them could stay empty in its stead, so the set
 * without it can be filled, and none of it is superfluous. `nameOf` gives the sentence an organ's name.
 */
export function shortageOf(pool: TeamPool, nameOf: (organ: Id) => string = (organ) => organ): Shortage | null {
  const places = seatPlaces(pool);
  const filling = new Filling(places, capacitiesOf(pool));
  const lacking = filling.fill();
  if (lacking.size === 0) return null;

  const sizeOf = (chain: readonly number[]): number => chain.reduce((sum, seat) => sum + filling.filled(seat), 0);
  const seats = [...lacking.keys()]
    .slice(0, TRIALS)
    .map((seat) => filling.chainFrom(seat))
    .reduce((best, chain) => (sizeOf(chain) < sizeOf(best) ? chain : best));
  const root = seats[0]!;
  const order = seats.toSorted((a, b) => a - b);

  const short = order.flatMap((seat): ShortPlace[] => {
    const place = places[seat]!;
    const { id, object, seats } = pool.cases[place.case]!;
    const { organs } = seats[place.seat]!;
    const count = filling.filled(seat) + (seat === root ? 1 : 0);
    return Array.from({ length: count }, (_, nth) => ({ case: id, object, seat: place.seat, nth, organs }));
  });
  const cases = [...new Set(order.map((seat) => places[seat]!.case))];
  const needed = order.reduce((sum, seat) => sum + pool.cases[places[seat]!.case]!.seats[places[seat]!.seat]!.count, 0);

  const available: Shortage['available'][number][] = [];
  const removed: RemovedInspector[] = [];
  const reasons = barsBy(pool);
  pool.inspectors.forEach(({ id, capacity }, index) => {
    const casesWhere = (fits: (seat: number) => boolean): number[] => [
      ...new Set(order.filter(fits).map((seat) => places[seat]!.case)),
    ];
    const fitting = casesWhere((seat) => has(places[seat]!.fitting, index));
    const eligible = new Set(casesWhere((seat) => has(places[seat]!.eligible, index)));
    const turns = Math.min(capacity, eligible.size);
    if (turns > 0) available.push({ inspector: id, turns, capacity });
    const idsOf = (list: readonly number[]): Id[] => list.map((each) => pool.cases[each]!.id);
    if (fitting.length === 0) removed.push({ inspector: id, reason: 'organ', cases: idsOf(cases), usable: false });
    if (capacity === 0 && eligible.size > 0) {
      removed.push({ inspector: id, reason: 'capacity', cases: idsOf([...eligible]), usable: false });
    }
    const blocked = fitting.filter((each) => !eligible.has(each));
    const why = reasons.get(id);
    if (!why) return;
    for (const [reason, from] of why) {
      const kept = idsOf(blocked).filter((each) => from.has('*') || from.has(each));
      if (kept.length > 0) removed.push({ inspector: id, reason, cases: kept, usable: turns > 0 });
    }
  });

  const facts = {
    places: short,
    cases: cases.map((each) => pool.cases[each]!.id),
    needed,
    turns: available.reduce((sum, each) => sum + each.turns, 0),
    available,
    removed,
    remedies: remediesFor(pool),
  };
  return { ...facts, sentence: sentenceOf(facts, nameOf) };
}

/** By inspector and reason: the cases they are barred from. */
function barsBy({ barred }: TeamPool): Map<Id, Map<BarReason, Set<string>>> {
  const bars = new Map<Id, Map<BarReason, Set<string>>>();
  for (const each of barred) {
    const ofInspector = bars.get(each.inspector) ?? new Map<BarReason, Set<string>>();
    bars.set(each.inspector, ofInspector);
    const from = ofInspector.get(each.reason) ?? new Set<string>();
    ofInspector.set(each.reason, from.add(each.case));
  }
  return bars;
}
