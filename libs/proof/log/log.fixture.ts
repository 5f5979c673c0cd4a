import { sha256, utf8, type Hash } from '@srd/kernel';
import { Frontier, leafHash, MemoryHashStore } from '.';

export const hash: Hash = sha256;

/** A leaf hash by its number. */
export function leafOf(n: number, by: Hash = hash): Uint8Array {
  return leafHash(utf8(`leaf ${n}`), by);
}

/** A tree of so many leaves with its store. */
export function grown(size: number, by: Hash = hash): { readonly frontier: Frontier; readonly store: MemoryHashStore } {
  const frontier = Frontier.empty(by);
  const store = new MemoryHashStore();
  for (let n = 0; n < size; n++) store.put(frontier.append(leafOf(n, by)));
  return { frontier, store };
}

/** The bytes with one bit turned. */
export function flipped(bytes: Uint8Array, bit = 0): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}
