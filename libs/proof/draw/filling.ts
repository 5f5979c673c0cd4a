import { add, bitsFor, has, lowest, remove, type Bits } from './bits';
import type { SeatPlace } from './eligibility';

/**
 * Who sits where: a flow from seats through (case, inspector) pairs, each of which carries one at most, to inspectors with a
 * limit each. A missing place is found by a chain: the seat takes somebody, who leaves another seat, which takes
 * somebody … until one has room left. Sets of inspectors are bit sets, so that a search through everything costs
 * seats × inspectors / 32.
 */
export class Filling {
  private readonly limits: Int32Array;
  private readonly eligible: Bits[];
  /** By seat: how many inspectors it still asks for, and who sits there. */
  private readonly need: Int32Array;
  private readonly holders: number[][];
  /** By inspector: the seats they hold. */
  private readonly held: Set<number>[];
  /** By case: who holds one of its seats. */
  private readonly taken: Bits[] = [];
  private readonly seatsOf: number[][] = [];
  /** Who has room left. */
  private readonly free: Bits;

  // Marks of one search: from where each was reached. A search that failed leaves its marks, for nobody there can help.
  private readonly seen: Bits;
  private readonly seenSeat: Uint8Array;
  private readonly taker: Int32Array;
  private readonly leaver: Int32Array;
  private readonly sibling: Int32Array;
  private queue: number[] = [];

  /** `limits[i]`: the most places that inspector i may hold. Nobody sits anywhere yet. */
  constructor(
    private readonly places: readonly SeatPlace[],
    limits: Int32Array,
  ) {
    const inspectors = limits.length;
    this.limits = limits.slice();
    this.eligible = places.map((place) => place.eligible.slice());
    this.need = Int32Array.from(places, ({ count }) => count);
    this.holders = places.map(() => []);
    this.held = Array.from({ length: inspectors }, () => new Set());
    places.forEach((place, seat) => {
      (this.seatsOf[place.case] ??= []).push(seat);
      this.taken[place.case] ??= bitsFor(inspectors);
    });
    this.free = bitsFor(inspectors);
    limits.forEach((limit, inspector) => limit > 0 && add(this.free, inspector));
    this.seen = bitsFor(inspectors);
    this.seenSeat = new Uint8Array(places.length);
    this.taker = new Int32Array(inspectors);
    this.leaver = new Int32Array(places.length);
    this.sibling = new Int32Array(places.length);
  }

  /** Fills as many places as can be. Returns the seats that lack somebody, with how many. */
  fill(): Map<number, number> {
    this.forget();
    const lacking = new Map<number, number>();
    for (let seat = 0; seat < this.places.length; seat++) {
      while (this.holders[seat]!.length < this.need[seat]!) {
        if (!this.seenSeat[seat] && this.fillOne(seat)) continue;
        lacking.set(seat, this.need[seat]! - this.holders[seat]!.length);
        break;
      }
    }
    return lacking;
  }

  /** Whether a search that failed came by this inspector since the last `fill` began: nobody reachable from them has room. */
  blocked(inspector: number): boolean {
    return has(this.seen, inspector);
  }

  raise(inspector: number, limit: number): void {
    this.limits[inspector] = limit;
    if (this.held[inspector]!.size < limit) add(this.free, inspector);
  }

  /** How many places an inspector holds; how many hold a seat. */
  load(inspector: number): number {
    return this.held[inspector]!.size;
  }
  filled(seat: number): number {
    return this.holders[seat]!.length;
  }
  holdersOf(seat: number): readonly number[] {
    return this.holders[seat]!;
  }

  /** The seats that a chain from this one, which lacks somebody, comes by. Only after a `fill` that left it lacking. */
  chainFrom(seat: number): number[] {
    this.forget();
    this.fillOne(seat);
    return this.queue;
  }

  /** Starts the trials of one place: what failed for another place, or before a place was fixed, says nothing about this one. */
  forget(): void {
    this.seen.fill(0);
    this.seenSeat.fill(0);
  }

  /**
   * Whether everything filled can stay filled with this inspector in this seat; if so it is arranged like that. The seat must
   * have somebody. Call `forget` before the first trial of a place and after each that succeeded.
   */
  force(seat: number, inspector: number): boolean {
    if (!has(this.eligible[seat]!, inspector)) return false;
    const sitting = this.holders[seat]!;
    if (sitting.includes(inspector)) return true;
    this.seenSeat[seat] = 1;
    this.leaver[seat] = -1;
    this.queue = [];
    if (has(this.taken[this.places[seat]!.case]!, inspector)) {
      const other = this.siblings(seat).find((each) => this.holders[each]!.includes(inspector))!;
      if (this.seenSeat[other]) return false;
      this.visit(other, inspector, seat);
    } else {
      if (has(this.seen, inspector)) return false;
      if (has(this.free, inspector)) {
        this.leave(seat, sitting[0]!);
        this.sit(seat, inspector);
        return true;
      }
      this.reach(inspector, seat);
    }
    const end = this.search(seat);
    if (!end) return false;
    // The seat has one too many now: whoever ends the chain if they sat here, else anybody.
    const gives = sitting.includes(end.inspector) ? end.inspector : sitting[0]!;
    this.leave(seat, gives);
    this.rearrange(end.seat, end.inspector);
    return true;
  }

  /** Makes a place final: the inspector holds it, has room for one less, and takes no other seat of the case. */
  fix(seat: number, inspector: number): void {
    this.leave(seat, inspector);
    this.need[seat]!--;
    this.limits[inspector]!--;
    if (this.held[inspector]!.size >= this.limits[inspector]!) remove(this.free, inspector);
    for (const each of this.seatsOf[this.places[seat]!.case]!) remove(this.eligible[each]!, inspector);
  }

  private fillOne(seat: number): boolean {
    const before = this.seen.slice();
    this.queue = [];
    this.visit(seat, -1, -1);
    const end = this.search();
    if (!end) return false;
    this.rearrange(end.seat, end.inspector);
    this.seen.set(before);
    for (const each of this.queue) this.seenSeat[each] = 0;
    return true;
  }

  /** Goes on from the queue until a seat can take somebody with room, or somebody who sits in `giving`, which has one too many. */
  private search(giving?: number): { seat: number; inspector: number } | undefined {
    const goal = this.free.slice();
    const spare = bitsFor(this.limits.length);
    if (giving !== undefined) for (const each of this.holders[giving]!) add(spare, each);
    for (let next = 0; next < this.queue.length; next++) {
      const seat = this.queue[next]!;
      const own = this.places[seat]!.case;
      const eligible = this.eligible[seat]!;
      const taken = this.taken[own]!;
      const sameCase = giving !== undefined && this.places[giving]!.case === own;
      for (let index = 0; index < eligible.length; index++) {
        const open = eligible[index]! & ~taken[index]!;
        const hit = (open & (goal[index]! | spare[index]!)) | (sameCase ? eligible[index]! & spare[index]! : 0);
        if (hit !== 0) return { seat, inspector: index * 32 + lowest(hit) };
      }
      for (let index = 0; index < eligible.length; index++) {
        let open = eligible[index]! & ~taken[index]! & ~this.seen[index]!;
        for (; open !== 0; open &= open - 1) this.reach(index * 32 + lowest(open), seat);
      }
      for (const other of this.siblings(seat)) {
        if (this.seenSeat[other]) continue;
        const leaving = this.holders[other]!.find((each) => has(eligible, each));
        if (leaving !== undefined) this.visit(other, leaving, seat);
      }
    }
    return undefined;
  }

  /** An inspector could be taken by the seat: each of the seats they hold is one that they could leave. */
  private reach(inspector: number, by: number): void {
    add(this.seen, inspector);
    this.taker[inspector] = by;
    for (const seat of this.held[inspector]!) if (!this.seenSeat[seat]) this.visit(seat, inspector, -1);
  }

  /** A seat could lose an inspector: to another case's seat (then `sibling` is −1), or to another seat of the same case. */
  private visit(seat: number, leaver: number, sibling: number): void {
    this.seenSeat[seat] = 1;
    this.leaver[seat] = leaver;
    this.sibling[seat] = sibling;
    this.queue.push(seat);
  }

  /** Carries out the chain that ends with this seat taking this inspector. */
  private rearrange(lastSeat: number, lastInspector: number): void {
    let seat = lastSeat;
    let inspector = lastInspector;
    for (;;) {
      const leaver = this.leaver[seat]!;
      if (leaver >= 0) this.leave(seat, leaver);
      this.sit(seat, inspector);
      if (leaver < 0) return;
      seat = this.sibling[seat]! >= 0 ? this.sibling[seat]! : this.taker[leaver]!;
      inspector = leaver;
    }
  }

  private sit(seat: number, inspector: number): void {
    this.holders[seat]!.push(inspector);
    const held = this.held[inspector]!.add(seat);
    add(this.taken[this.places[seat]!.case]!, inspector);
    if (held.size >= this.limits[inspector]!) remove(this.free, inspector);
  }

  private leave(seat: number, inspector: number): void {
    const holders = this.holders[seat]!;
    holders.splice(holders.indexOf(inspector), 1);
    const held = this.held[inspector]!;
    held.delete(seat);
    remove(this.taken[this.places[seat]!.case]!, inspector);
    if (held.size < this.limits[inspector]!) add(this.free, inspector);
  }

  private siblings(seat: number): number[] {
    const seats = this.seatsOf[this.places[seat]!.case]!;
    return seats.length === 1 ? [] : seats.filter((each) => each !== seat);
  }
}
