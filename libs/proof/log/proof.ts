import { compareBytes, type Hash } from '@srd/kernel';
import { nodeHash } from './leaf';
import { rangeHash, type HashStore } from './tree';

/** The largest power of two below `size` (2 or more). */
function split(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

function demand(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(message);
}

/**
 * RFC 6962 2.1.1: the hashes, leaf to root, that lead from leaf `index` to the root of the first `size` leaves.
 * @throws RangeError for an index outside the tree
 */
export function proveInclusion(index: number, size: number, store: HashStore, hash: Hash): Uint8Array[] {
  demand(Number.isSafeInteger(index) && index >= 0 && index < size, `no leaf ${index} in a tree of ${size}`);
  const path: Uint8Array[] = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + split(to - from);
    path.unshift(index < middle ? rangeHash(middle, to, store, hash) : rangeHash(from, middle, store, hash));
    if (index < middle) to = middle;
    else from = middle;
  }
  return path;
}

/** Whether the path leads from the leaf hash at `index` to the root of a tree of `size` leaves; neither longer nor shorter. */
export function checkInclusion(
  proof: readonly Uint8Array[],
  index: number,
  size: number,
  leaf: Uint8Array,
  root: Uint8Array,
  hash: Hash,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let joined = leaf;
  let at = index;
  let last = size - 1;
  for (const each of proof) {
    if (last === 0 || each.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      joined = nodeHash(each, joined, hash);
      // A node without a right neighbour moves up unjoined until it is somebody's right half.
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else joined = nodeHash(joined, each, hash);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && compareBytes(joined, root) === 0;
}

/**
 * RFC 6962 2.1.2: the hashes that show that the first `from` leaves of a tree of `to` are the tree of `from`. Empty for equal sizes and
 * for the empty tree. @throws RangeError for `from` above `to`
 */
export function proveConsistency(from: number, to: number, store: HashStore, hash: Hash): Uint8Array[] {
  demand(Number.isSafeInteger(from) && from >= 0 && from <= to, `a tree of ${to} doesn't grow from one of ${from}`);
  if (from === 0 || from === to) return [];
  const path: Uint8Array[] = [];
  let start = 0;
  let end = to;
  let known = true;
  while (from !== end) {
    const middle = start + split(end - start);
    if (from <= middle) {
      path.unshift(rangeHash(middle, end, store, hash));
      end = middle;
    } else {
      path.unshift(rangeHash(start, middle, store, hash));
      start = middle;
      known = false;
    }
  }
  if (!known) path.unshift(rangeHash(start, end, store, hash));
  return path;
}

/** Whether the tree of `to` leaves with root `newRoot` begins with the tree of `from` leaves with root `oldRoot`. */
export function checkConsistency(
  proof: readonly Uint8Array[],
  from: number,
  to: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  hash: Hash,
): boolean {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (from === to) return proof.length === 0 && compareBytes(oldRoot, newRoot) === 0;
  if (from === 0) return proof.length === 0 && compareBytes(oldRoot, hash(new Uint8Array())) === 0;
  if (proof.some((each) => each.length !== 32)) return false;
  let at = from - 1;
  let last = to - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  const rest = [...proof];
  // A tree of a power of two is a node of the larger one: its root is known and isn't repeated in the proof.
  const seed = at === 0 ? oldRoot : rest.shift();
  if (!seed) return false;
  let older = seed;
  let newer = seed;
  for (const each of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(each, older, hash);
      newer = nodeHash(each, newer, hash);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else newer = nodeHash(newer, each, hash);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && compareBytes(older, oldRoot) === 0 && compareBytes(newer, newRoot) === 0;
}
