/** Sets of small whole numbers as words of 32 bits: what lets a search look at 32 inspectors at a time. */
export type Bits = Int32Array;

/** An empty set of numbers below `size`. */
export function bitsFor(size: number): Bits {
  return new Int32Array((size + 31) >>> 5);
}

export function add(set: Bits, number: number): void {
  set[number >>> 5]! |= 1 << (number & 31);
}

export function remove(set: Bits, number: number): void {
  set[number >>> 5]! &= ~(1 << (number & 31));
}

export function has(set: Bits, number: number): boolean {
  return ((set[number >>> 5]! >>> (number & 31)) & 1) === 1;
}

/** The smallest number in a word of a set, counted from 0. The word must not be empty. */
export function lowest(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** The numbers of a set, ascending. */
export function* members(set: Bits): Generator<number> {
  for (let index = 0; index < set.length; index++) {
    for (let word = set[index]!; word !== 0; word &= word - 1) yield index * 32 + lowest(word);
  }
}
