import { concat, type Hash } from '@srd/kernel';
import { nodeHash } from './leaf';

/** The hash of a complete subtree: the leaves from `index · 2^level` to `(index + 1) · 2^level`. Level 0 are the leaf hashes. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** Where the complete subtrees' hashes are kept: what `Frontier.append` hands out. 2n − 1 hashes at most for n leaves. */
export interface HashStore {
  /** The 32 bytes of a complete subtree. @throws RangeError when it isn't there */
  get(level: number, index: number): Uint8Array;
}

/** A tree's right edge: what is needed to go on, some 20 hashes for a million leaves. Plain data. */
export interface FrontierState {
  readonly size: number;
  /** Roots of the complete subtrees from left to right, the largest first; one for each 1 in the size's binary digits. */
  readonly peaks: readonly Uint8Array[];
}

/** The levels of the complete subtrees that a tree of this size consists of, the largest first. */
function levelsOf(size: number): number[] {
  const levels: number[] = [];
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) levels.unshift(level);
  return levels;
}

/**
 * A tree that grows leaf by leaf. `append` costs two hashes on average; the root some 20 more, so ask for it once per commit.
 * ```ts
 * const frontier = Frontier.empty(sha256);
 * for (const event of events) store.put(frontier.append(leafHash(leafBytes(event, sha256), sha256)));
 * const root = frontier.root();
 * ```
 */
export class Frontier {
  private constructor(
    private readonly hash: Hash,
    private count: number,
    private readonly peaks: Uint8Array[],
  ) {}

  static empty(hash: Hash): Frontier {
    return new Frontier(hash, 0, []);
  }

  /** Goes on from a kept state. @throws RangeError when its peaks aren't those of its size */
  static from(state: FrontierState, hash: Hash): Frontier {
    if (levelsOf(state.size).length !== state.peaks.length) throw new RangeError('peaks and size differ');
    return new Frontier(hash, state.size, [...state.peaks]);
  }

  /** Goes on from a store that holds the complete subtrees of `size` leaves. */
  static at(size: number, store: HashStore, hash: Hash): Frontier {
    return new Frontier(hash, size, peaksOf(0, size, store));
  }

  get size(): number {
    return this.count;
  }

  get state(): FrontierState {
    return { size: this.count, peaks: [...this.peaks] };
  }

  /** Takes in a leaf hash (not the leaf) and gives the subtrees that it completes, itself first: what a store keeps. */
  append(leaf: Uint8Array): readonly Subtree[] {
    const completed: Subtree[] = [{ level: 0, index: this.count, hash: leaf }];
    let joined = leaf;
    let level = 0;
    for (let index = this.count; index % 2 === 1; index = Math.floor(index / 2)) {
      joined = nodeHash(this.peaks.pop() as Uint8Array, joined, this.hash);
      level += 1;
      completed.push({ level, index: Math.floor(index / 2), hash: joined });
    }
    this.peaks.push(joined);
    this.count += 1;
    return completed;
  }

  /** The root of the leaves so far; of none, SHA-256 of nothing. */
  root(): Uint8Array {
    return joinPeaks(this.peaks, this.hash);
  }
}

function joinPeaks(peaks: readonly Uint8Array[], hash: Hash): Uint8Array {
  let root = peaks.at(-1);
  if (!root) return hash(new Uint8Array());
  for (let at = peaks.length - 2; at >= 0; at--) root = nodeHash(peaks[at] as Uint8Array, root, hash);
  return root;
}

/** The complete subtrees that make up the leaves from `from` to `to`, where `from` is a multiple of the largest of them. */
function peaksOf(from: number, to: number, store: HashStore): Uint8Array[] {
  let at = from;
  return levelsOf(to - from).map((level) => {
    const peak = store.get(level, at / 2 ** level);
    at += 2 ** level;
    return peak;
  });
}

/**
 * RFC 6962's MTH of the leaves from `from` to `to` (exclusive). `from` must be a multiple of the next power of two from `to - from`, as
 * every range is that the tree and its proofs are made of.
 */
export function rangeHash(from: number, to: number, store: HashStore, hash: Hash): Uint8Array {
  return joinPeaks(peaksOf(from, to, store), hash);
}

/** The root of the first `size` leaves of a store. */
export function treeRoot(size: number, store: HashStore, hash: Hash): Uint8Array {
  return rangeHash(0, size, store, hash);
}

/** The root over leaf hashes. */
export function rootOf(leaves: Iterable<Uint8Array>, hash: Hash): Uint8Array {
  const frontier = Frontier.empty(hash);
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}

const BYTES = 32;

/** A store in memory: 64 bytes a leaf. */
export class MemoryHashStore implements HashStore {
  private readonly levels: { bytes: Uint8Array; count: number }[] = [];

  /** Takes in what `Frontier.append` gave. @throws RangeError when a subtree before it is missing */
  put(subtrees: readonly Subtree[]): void {
    for (const { level, index, hash } of subtrees) {
      const row = (this.levels[level] ??= { bytes: new Uint8Array(BYTES * 16), count: 0 });
      if (index !== row.count) throw new RangeError(`level ${level} holds ${row.count} hashes, got number ${index}`);
      if ((index + 1) * BYTES > row.bytes.length) row.bytes = concat(row.bytes, new Uint8Array(row.bytes.length));
      row.bytes.set(hash, index * BYTES);
      row.count += 1;
    }
  }

  get(level: number, index: number): Uint8Array {
    const row = this.levels[level];
    if (!row || index >= row.count) throw new RangeError(`no subtree ${index} at level ${level}`);
    return row.bytes.slice(index * BYTES, (index + 1) * BYTES);
  }
}
