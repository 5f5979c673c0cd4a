import type { Id } from '@srd/kernel';
import { add, bitsFor, type Bits } from './bits';
import type { TeamPool } from './document';

/** A seat of a case, with those whose organ fits and who aren't barred from the case. */
export type SeatPlace = {
  /** Index of the case in the request, of the seat in the case. */
  readonly case: number;
  readonly seat: number;
  /** How many inspectors; more than there are can't be filled and is counted as one more. */
  readonly count: number;
  /** Whose organ fits, barred or not. */
  readonly fitting: Bits;
  readonly eligible: Bits;
};

/**
 * Who may take what, all cases' seats in one list. `guests` are further inspectors, imagined, who fit every seat and are barred
 * from none; their indexes follow those of the pool.
 */
export function seatPlaces(pool: TeamPool, guests = 0): SeatPlace[] {
  const { inspectors, cases, barred } = pool;
  const size = inspectors.length + guests;
  const everybody = bitsFor(size);
  const visitors = bitsFor(size);
  const byOrgan = new Map<Id, Bits>();
  const indexOf = new Map<Id, number>();
  inspectors.forEach(({ id, organ }, index) => {
    indexOf.set(id, index);
    add(everybody, index);
    let members = byOrgan.get(organ);
    if (!members) byOrgan.set(organ, (members = bitsFor(size)));
    add(members, index);
  });
  for (let guest = inspectors.length; guest < size; guest++) {
    add(everybody, guest);
    add(visitors, guest);
  }

  const barredFrom = new Map<string, Bits>();
  for (const each of barred) {
    const index = indexOf.get(each.inspector);
    if (index === undefined) continue;
    let set = barredFrom.get(each.case);
    if (!set) barredFrom.set(each.case, (set = bitsFor(size)));
    add(set, index);
  }

  const fittingOf = (organs: readonly Id[]): Bits => {
    if (organs.length === 0) return everybody;
    const fitting = visitors.slice();
    for (const organ of organs) byOrgan.get(organ)?.forEach((word, index) => (fitting[index]! |= word));
    return fitting;
  };
  const fromAll = barredFrom.get('*');
  return cases.flatMap(({ id, seats }, caseIndex) =>
    seats.map(({ organs, count }, seat) => {
      const fitting = fittingOf(organs);
      const fromCase = barredFrom.get(id);
      const eligible = fitting.map((word, index) => word & ~(fromAll?.[index] ?? 0) & ~(fromCase?.[index] ?? 0));
      return { case: caseIndex, seat, count: Math.min(count, size + 1), fitting, eligible };
    }),
  );
}
