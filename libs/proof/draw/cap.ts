import type { TeamPool } from './document';
import { seatPlaces, type SeatPlace } from './eligibility';
import { Filling } from './filling';

/** A complete filling in which nobody holds more than `cap` places, and no smaller cap has one. */
export type Complete = { readonly cap: number; readonly places: readonly SeatPlace[]; readonly filling: Filling };

/** Capacities as the search needs them: nobody can hold more places than there are cases. */
export function capacitiesOf({ inspectors, cases }: TeamPool): Int32Array {
  return Int32Array.from(inspectors, ({ capacity }) => Math.min(capacity, cases.length));
}

/** How much more the blocked inspectors can carry in all when the cap goes from one number to another. */
function gain(capacities: readonly number[], from: number, to: number): number {
  return capacities.reduce((sum, capacity) => sum + Math.min(to, capacity) - Math.min(from, capacity), 0);
}

/**
 * The complete filling under the least cap, or `null` when there is none at all. Where some places stay empty, the inspectors whom
 * a chain from those places reaches are a bottleneck: the cap must rise until they alone can carry what is lacking. So it jumps
 * there, and what is filled already stays.
 */
export function completeAtLeastCap(pool: TeamPool): Complete | null {
  const { inspectors, cases } = pool;
  const asks = cases.map(({ seats }) => seats.reduce((sum, { count }) => sum + count, 0));
  if (asks.some((count) => count > inspectors.length)) return null;

  const places = seatPlaces(pool);
  const capacities = capacitiesOf(pool);
  const filling = new Filling(
    places,
    capacities.map((capacity) => Math.min(1, capacity)),
  );
  for (let cap = 1; ;) {
    const lacking = [...filling.fill().values()].reduce((sum, count) => sum + count, 0);
    if (lacking === 0) return { cap, places, filling };
    const bottleneck = [...capacities].filter((_, inspector) => filling.blocked(inspector));
    if (gain(bottleneck, cap, cases.length) < lacking) return null;
    let enough = cases.length;
    for (let tooLow = cap; enough - tooLow > 1;) {
      const middle = Math.floor((tooLow + enough) / 2);
      if (gain(bottleneck, cap, middle) >= lacking) enough = middle;
      else tooLow = middle;
    }
    cap = enough;
    capacities.forEach((capacity, inspector) => filling.raise(inspector, Math.min(cap, capacity)));
  }
}

/**
 * The smallest whole number from 1 for which every place can be filled with nobody above min(cap, capacity), so that nobody
 * carries more than the least possible maximum; `null` when nothing is complete (R56, R60). Doesn't depend on chance.
 */
export function leastCap(pool: TeamPool): number | null {
  return completeAtLeastCap(pool)?.cap ?? null;
}
