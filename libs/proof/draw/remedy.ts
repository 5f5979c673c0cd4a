import type { Id } from '@srd/kernel';
import { completeAtLeastCap, capacitiesOf, leastCap } from './cap';
import type { Barred, TeamPool } from './document';
import { seatPlaces } from './eligibility';
import { Filling } from './filling';

/** One thing that people can do about a shortage. A recusal (回避) can't be lifted, so nothing here lifts it. */
export type Measure =
  /** Another day, or renewed certificates: those without a valid one or not to be had can come. */
  | { readonly kind: 'reschedule' }
  /** The leader waives the rotation rule. */
  | { readonly kind: 'waive-rotation' }
  /** Everybody may take this many cases. */
  | { readonly kind: 'raise-capacity'; readonly capacity: number }
  /** So many more inspectors, barred from nothing, who take so many places between them; where, when their organs must fit. */
  | {
      readonly kind: 'borrow';
      readonly people: number;
      readonly turns: number;
      readonly seats: readonly {
        readonly case: Id;
        readonly seat: number;
        readonly organs: readonly Id[];
        readonly count: number;
      }[];
    };

/** Measures that together make everything complete. */
export type Remedy = readonly Measure[];

/** Nobody borrows more than a handful: a larger gap is a matter for the plan. */
const MOST_GUESTS = 40;

const LEVERS = ['waive-rotation', 'reschedule', 'raise-capacity'] as const;
type Lever = (typeof LEVERS)[number];

const LIFTED: Readonly<Record<Lever, readonly Barred['reason'][]>> = {
  'waive-rotation': ['rotation'],
  reschedule: ['certificate', 'unavailable'],
  'raise-capacity': [],
};

function withCapacity(pool: TeamPool, capacity: number): TeamPool {
  return {
    ...pool,
    inspectors: pool.inspectors.map((each) => ({ ...each, capacity: Math.max(each.capacity, capacity) })),
  };
}

/** What pulling these levers takes, or `null` when it isn't enough. */
function pull(pool: TeamPool, levers: readonly Lever[]): Remedy | null {
  const lifted = levers.flatMap((lever) => LIFTED[lever]);
  const easier = { ...pool, barred: pool.barred.filter(({ reason }) => !lifted.includes(reason)) };
  const raises = levers.includes('raise-capacity');
  if (leastCap(raises ? withCapacity(easier, pool.cases.length) : easier) === null) return null;
  return levers.map((kind) => (kind === 'raise-capacity' ? { kind, capacity: leastCapacity(easier) } : { kind }));
}

/** The smallest capacity for everybody with which the pool is complete. It is with one for each case. */
function leastCapacity(pool: TeamPool): number {
  let enough = pool.cases.length;
  for (let tooLow = 0; enough - tooLow > 1;) {
    const middle = Math.floor((tooLow + enough) / 2);
    if (completeAtLeastCap(withCapacity(pool, middle))) enough = middle;
    else tooLow = middle;
  }
  return enough;
}

/** The fewest further inspectors, and where they'd sit once everybody of the pool sits where they can. */
function borrow(pool: TeamPool): Remedy | null {
  const own = pool.inspectors.length;
  for (let people = 1; people <= MOST_GUESTS; people++) {
    const places = seatPlaces(pool, people);
    const limits = new Int32Array(own + people);
    limits.set(capacitiesOf(pool));
    const filling = new Filling(places, limits);
    filling.fill();
    for (let guest = own; guest < own + people; guest++) filling.raise(guest, pool.cases.length);
    if (filling.fill().size > 0) continue;
    const seats = places.flatMap((place, index) => {
      const { id, seats } = pool.cases[place.case]!;
      const count = filling.holdersOf(index).filter((inspector) => inspector >= own).length;
      return count === 0 ? [] : [{ case: id, seat: place.seat, organs: seats[place.seat]!.organs, count }];
    });
    return [{ kind: 'borrow', people, turns: seats.reduce((sum, { count }) => sum + count, 0), seats }];
  }
  return null;
}

/** What makes a pool complete that isn't: every combination of measures of which none is superfluous, the shortest first. */
export function remediesFor(pool: TeamPool): Remedy[] {
  const useful = LEVERS.filter(
    (lever) => lever === 'raise-capacity' || pool.barred.some(({ reason }) => LIFTED[lever].includes(reason)),
  );
  const combinations = Array.from({ length: 2 ** useful.length - 1 }, (_, index) =>
    useful.filter((_lever, bit) => ((index + 1) >> bit) & 1),
  ).sort((a, b) => a.length - b.length);

  const found: Lever[][] = [];
  const remedies: Remedy[] = [];
  for (const levers of combinations) {
    if (found.some((fewer) => fewer.every((lever) => levers.includes(lever)))) continue;
    const remedy = pull(pool, levers);
    if (!remedy) continue;
    found.push(levers);
    remedies.push(remedy);
  }
  const borrowed = borrow(pool);
  return borrowed ? [...remedies, borrowed] : remedies;
}
