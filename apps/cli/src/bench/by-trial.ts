import { toHex, utf8, concat, fromHex, type Hash } from '@srd/kernel';
import type { BarReason, Team, TeamPool, TeamRequest } from '@srd/proof/draw';

// srd-assign/1 as its text reads, without any thought of speed: every place tries every inspector.

interface Place {
  readonly case: string;
  readonly organs: readonly string[];
}

function placesOf({ cases }: TeamPool): Place[] {
  return cases.flatMap(({ id, seats }) =>
    seats.flatMap(({ organs, count }) => Array.from({ length: count }, () => ({ case: id, organs }))),
  );
}

/** Whether the places that nobody sits in yet can be filled. */
function completable(pool: TeamPool, cap: number, places: readonly Place[], sitting: readonly string[]): boolean {
  if (sitting.length === places.length) return true;
  return pool.inspectors.some(
    ({ id }) => mayTake(pool, cap, places, sitting, id) && completable(pool, cap, places, [...sitting, id]),
  );
}

function mayTake(
  pool: TeamPool,
  cap: number,
  places: readonly Place[],
  sitting: readonly string[],
  id: string,
): boolean {
  const place = places[sitting.length];
  const inspector = pool.inspectors.find((each) => each.id === id);
  if (!place || !inspector) return false;
  const held = places.filter((_, index) => sitting[index] === id);
  return (
    (place.organs.length === 0 || place.organs.includes(inspector.organ)) &&
    !pool.barred.some((bar) => bar.inspector === id && (bar.case === '*' || bar.case === place.case)) &&
    held.length < Math.min(cap, inspector.capacity) &&
    !held.some((other) => other.case === place.case)
  );
}

/** The least cap under which everything can be filled; null when there is none. */
export function capByTrial(pool: TeamPool): number | null {
  const places = placesOf(pool);
  for (let cap = 1; cap <= Math.max(1, pool.cases.length); cap++) if (completable(pool, cap, places, [])) return cap;
  return null;
}

/** The teams that follow from a seed (hex), for a request that can be filled. */
export function assignedByTrial(request: TeamRequest, seed: string, hash: Hash): Team[] {
  const places = placesOf(request);
  const ticket = (place: Place, id: string): string =>
    toHex(hash(concat(utf8('srd-assign/1/ticket\0'), fromHex(seed), utf8(`${place.case}\0${id}`))));
  const sitting: string[] = [];
  for (const place of places) {
    const next = request.inspectors
      .map(({ id }) => ({ id, ticket: ticket(place, id) }))
      .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
      .find(
        ({ id }) =>
          mayTake(request, request.cap, places, sitting, id) &&
          completable(request, request.cap, places, [...sitting, id]),
      );
    if (next) sitting.push(next.id);
  }
  return request.cases.map(({ id }) => ({
    case: id,
    inspectors: sitting.filter((_, index) => places[index]?.case === id),
  }));
}

const ORGANS = ['fgj', 'scj', 'sfj'];
const REASONS: readonly BarReason[] = ['certificate', 'recusal', 'rotation', 'unavailable'];
const MOST_PLACES = 7;

/** Small pools of every sort, the same in each run: scarce people, joint teams, bars of all reasons. */
export function* smallPools(count: number): Generator<TeamRequest> {
  let state = 19_991_231;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const some = (): string[] => (below(2) ? [] : ORGANS.filter(() => below(2)));
  for (let found = 0, index = 0; found < count; index++) {
    const joint = below(3) === 0;
    const inspectors = Array.from({ length: 2 + below(4) }, (_, each) => ({
      id: `p-${each}`,
      name: `检查员 0${each}`,
      organ: ORGANS[joint ? below(3) : 1 + below(2)] as string,
      capacity: below(5),
    }));
    const cases = Array.from({ length: 1 + below(3) }, (_, each) => ({
      id: `case-${(each * 7) % 5}`,
      object: `obj-${each}`,
      seats: joint
        ? Array.from({ length: 2 }, () => ({ organs: some(), count: below(9) === 0 ? 2 : 1 }))
        : [{ organs: some(), count: below(6) === 0 ? 3 : 2 }],
    }));
    // The trial takes inspectors ^ places steps.
    if (placesOf({ inspectors, cases, barred: [] }).length > MOST_PLACES) continue;
    found++;
    const barred = Array.from({ length: below(5) }, () => ({
      case: below(6) === 0 ? '*' : (cases[below(cases.length)]?.id ?? '*'),
      inspector: `p-${below(inspectors.length)}`,
      reason: REASONS[below(REASONS.length)] as BarReason,
    }));
    yield { ...smallHead, draw: `draw-${index}`, inspectors, cases, barred };
  }
}

const smallHead = {
  protocol: 'srd-assign/1',
  series: 'bench:team',
  attempt: 1,
  organ: 'sfj',
  plan: 'plan',
  frozenAt: '2024-06-03T01:00:00.000Z',
  revealBy: '2024-06-04T01:00:00.000Z',
  from: null,
  cap: 1,
  contributors: [],
  beacon: null,
} as unknown as Omit<TeamRequest, 'draw' | 'inspectors' | 'cases' | 'barred'>;
