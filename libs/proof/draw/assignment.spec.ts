import { createHash } from 'node:crypto';
import {
  assignmentOf,
  leastCap,
  shortageOf,
  type BarReason,
  type Measure,
  type Remedy,
  type ShortPlace,
  type Team,
  type TeamPool,
  type TeamRequest,
} from '.';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

// What follows reads the specification word for word: every place tries every inspector.

type Place = { case: string; organs: readonly string[] };

function placesOf({ cases }: TeamPool): Place[] {
  return cases.flatMap(({ id, seats }) =>
    seats.flatMap(({ organs, count }) => Array.from({ length: count }, () => ({ case: id, organs }))),
  );
}

/** Whether the places from `index` on can be filled, given who sits in those before. */
function completable(pool: TeamPool, cap: number, places: readonly Place[], sitting: readonly string[]): boolean {
  const place = places[sitting.length];
  if (!place) return true;
  return pool.inspectors.some(
    ({ id }) => mayTake(pool, cap, places, sitting, id) && completable(pool, cap, places, [...sitting, id]),
  );
}

function mayTake(
  pool: TeamPool,
  cap: number,
  places: readonly Place[],
  sitting: readonly string[],
  inspector: string,
): boolean {
  const { case: of, organs } = places[sitting.length]!;
  const { organ, capacity } = pool.inspectors.find(({ id }) => id === inspector)!;
  const held = places.filter((_, index) => sitting[index] === inspector);
  return (
    (organs.length === 0 || organs.includes(organ)) &&
    !pool.barred.some((bar) => bar.inspector === inspector && (bar.case === '*' || bar.case === of)) &&
    held.length < Math.min(cap, capacity) &&
    !held.some((other) => other.case === of)
  );
}

function capByTrial(pool: TeamPool): number | null {
  const places = placesOf(pool);
  for (let cap = 1; cap <= Math.max(1, pool.cases.length); cap++) if (completable(pool, cap, places, [])) return cap;
  return null;
}

function assignedByTrial(request: TeamRequest, seed: string): Team[] {
  const places = placesOf(request);
  const sitting: string[] = [];
  for (const place of places) {
    const ticket = (inspector: string): string =>
      createHash('sha256')
        .update('srd-assign/1/ticket\0')
        .update(Buffer.from(seed, 'hex'))
        .update(`${place.case}\0${inspector}`)
        .digest('hex');
    const next = request.inspectors
      .map(({ id }) => id)
      .sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1))
      .find(
        (id) =>
          mayTake(request, request.cap, places, sitting, id) &&
          completable(request, request.cap, places, [...sitting, id]),
      )!;
    sitting.push(next);
  }
  return request.cases.map(({ id }) => ({
    case: id,
    inspectors: sitting.filter((_, index) => places[index]!.case === id),
  }));
}

/** Only these places of a pool. */
function restricted(pool: TeamPool, kept: readonly ShortPlace[]): TeamPool {
  const cases = pool.cases.map((each) => ({
    ...each,
    seats: each.seats.map((seat, index) => ({
      ...seat,
      count: kept.filter((place) => place.case === each.id && place.seat === index).length,
    })),
  }));
  return { ...pool, cases };
}

/** The pool after a measure was taken. Who is borrowed fits and may go everywhere. */
function after(pool: TeamPool, measure: Measure): TeamPool {
  const without = (...reasons: readonly BarReason[]): TeamPool => ({
    ...pool,
    barred: pool.barred.filter(({ reason }) => !reasons.includes(reason)),
  });
  switch (measure.kind) {
    case 'reschedule':
      return without('certificate', 'unavailable');
    case 'waive-rotation':
      return without('rotation');
    case 'raise-capacity':
      return {
        ...pool,
        inspectors: pool.inspectors.map((each) => ({
          ...each,
          capacity: Math.max(each.capacity, measure.capacity),
        })),
      };
    case 'borrow':
      return {
        ...pool,
        inspectors: [
          ...pool.inspectors,
          ...Array.from({ length: measure.people }, (_, index) => ({
            id: `z-${index}`,
            name: '借调',
            organ: 'guest',
            capacity: pool.cases.length,
          })),
        ],
        cases: pool.cases.map((each) => ({
          ...each,
          seats: each.seats.map((seat) => ({
            ...seat,
            organs: seat.organs.length > 0 ? [...seat.organs, 'guest'] : [],
          })),
        })),
      };
  }
}

/** Small pools of every sort, the same in each run. */
function* pools(count: number): Generator<TeamRequest> {
  let state = 20_240_603;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const organs = ['fgj', 'scj', 'sfj'];
  const some = (): string[] => (below(2) ? [] : organs.slice(0, 2 + below(2)).filter(() => below(2)));
  const reasons: BarReason[] = ['certificate', 'recusal', 'rotation', 'unavailable'];
  for (let index = 0; index < count; index++) {
    const joint = below(3) === 0;
    const inspectors = Array.from({ length: 2 + below(4) }, (_, each) => ({
      id: `p-${each}`,
      name: `检查员 0${each}`,
      organ: organs[below(joint ? 3 : 2) + (joint ? 0 : 1)]!,
      capacity: [0, 1, 2, 2, 3, 4][below(6)]!,
    }));
    const cases = Array.from({ length: 1 + below(3) }, (_, each) => ({
      id: `case-${(each * 7) % 5}`,
      object: `obj-${each}`,
      seats: joint
        ? Array.from({ length: below(4) === 0 ? 3 : 2 }, () => ({ organs: some(), count: below(9) === 0 ? 2 : 1 }))
        : [{ organs: some(), count: below(6) === 0 ? 3 : 2 }],
    }));
    // The word-for-word reading tries inspectors ^ places: seven places are enough for every trap and done in a moment.
    if (cases.reduce((sum, { seats }) => seats.reduce((all, { count }) => all + count, sum), 0) > 7) continue;
    const bars = new Set(
      Array.from({ length: below(5) }, () => {
        const from = below(6) === 0 ? '*' : cases[below(cases.length)]!.id;
        return `${from} ${inspectors[below(inspectors.length)]!.id} ${reasons[below(4)]}`;
      }),
    );
    const barred = [...bars].sort().map((bar) => {
      const [of, inspector, reason] = bar.split(' ') as [string, string, BarReason];
      return { case: of, inspector, reason };
    });
    yield {
      protocol: 'srd-assign/1',
      draw: `draw-${index}`,
      series: 'task:team',
      attempt: 1,
      organ: 'sfj',
      plan: 'plan',
      frozenAt: '2024-06-03T01:00:00.000Z' as TeamRequest['frozenAt'],
      revealBy: '2024-06-04T01:00:00.000Z' as TeamRequest['revealBy'],
      from: null,
      inspectors,
      cases,
      barred,
      cap: 1,
      contributors: [],
      beacon: null,
    };
  }
}

const POOLS = 4_500;

describe('srd-assign/1 against a word-for-word reading', () => {
  it('R56 R60 finds the least cap and the same teams, feasible whenever anything is', () => {
    let feasible = 0;
    let infeasible = 0;
    for (const pool of pools(POOLS)) {
      const cap = capByTrial(pool);
      expect([pool.draw, leastCap(pool)]).toEqual([pool.draw, cap]);
      if (cap === null) {
        infeasible++;
        continue;
      }
      feasible++;
      expect(shortageOf(pool)).toBeNull();
      const seed = createHash('sha256').update(pool.draw).digest('hex');
      const request = { ...pool, cap };
      expect(assignmentOf(request, seed, hash)).toEqual(assignedByTrial(request, seed));
    }
    expect(feasible).toBeGreaterThan(1_000);
    expect(infeasible).toBeGreaterThan(500);
  });

  it('R60 explains with a set of places of which each is needed, exact numbers, and remedies that work', () => {
    const kinds = new Set<string>();
    for (const pool of pools(POOLS)) {
      const shortage = shortageOf(pool);
      if (!shortage) continue;
      const { places, turns, available, removed } = shortage;
      const fillable = (kept: readonly ShortPlace[]): boolean => capByTrial(restricted(pool, kept)) !== null;
      expect([pool.draw, fillable(places)]).toEqual([pool.draw, false]);
      for (const each of places) expect(fillable(places.filter((other) => other !== each))).toBe(true);
      expect(turns).toBe(places.length - 1);
      expect(available.reduce((sum, each) => sum + each.turns, 0)).toBe(turns);

      const accounted = new Set([...available, ...removed].map(({ inspector }) => inspector));
      expect([...accounted].sort()).toEqual(pool.inspectors.map(({ id }) => id));
      for (const { inspector, reason, cases } of removed) {
        if (reason === 'capacity' || reason === 'organ') continue;
        for (const of of cases) {
          expect(pool.barred).toContainEqual({
            case: pool.barred.some((bar) => bar.case === of && bar.inspector === inspector && bar.reason === reason)
              ? of
              : '*',
            inspector,
            reason,
          });
        }
      }

      const heals = (remedy: Remedy): boolean => capByTrial(remedy.reduce(after, pool)) !== null;
      expect(shortage.remedies.length).toBeGreaterThan(0);
      for (const remedy of shortage.remedies) {
        expect([pool.draw, remedy, heals(remedy)]).toEqual([pool.draw, remedy, true]);
        for (const superfluous of remedy) {
          expect(heals(remedy.filter((measure) => measure !== superfluous))).toBe(false);
          kinds.add(superfluous.kind);
          if (superfluous.kind === 'raise-capacity') {
            const less = { ...superfluous, capacity: superfluous.capacity - 1 };
            expect(heals(remedy.map((measure) => (measure === superfluous ? less : measure)))).toBe(false);
          }
          if (superfluous.kind === 'borrow') {
            expect(heals([{ ...superfluous, people: superfluous.people - 1 }])).toBe(false);
          }
        }
      }
    }
    expect([...kinds].sort()).toEqual(['borrow', 'raise-capacity', 'reschedule', 'waive-rotation']);
  });
});
