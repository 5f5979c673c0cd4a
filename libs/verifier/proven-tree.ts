import { compareBytes, type Hash } from '@srd/kernel';
import { decodeBase64, encodeBase64, nodeHash, type Checkpoint } from '@srd/proof/log';

/**
 * Checks many leaves against one root. What was proven once isn't hashed again: neighbours share most of their paths, so a bundle of
 * nearly all events costs two hashes a leaf in place of some twenty. Says the same as `checkInclusion`, of each proof to its last hash.
 */
export class ProvenTree {
  /** By level: place → hash in base64, of nodes that lead to the root, and of their siblings. */
  private readonly proven: Map<number, string>[] = [];

  constructor(
    private readonly checkpoint: Pick<Checkpoint, 'size' | 'root'>,
    private readonly hash: Hash,
  ) {}

  /** Whether the path (padded base64, leaf to root) leads from the leaf hash at `index` to the root. */
  holds(index: number, leaf: Uint8Array, path: readonly string[]): boolean {
    const { size, root } = this.checkpoint;
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
    const found: (readonly [level: number, at: number, hash: string])[] = [];
    let joined: Uint8Array | null = leaf;
    let level = 0;
    let at = index;
    let last = size - 1;
    for (const sibling of path) {
      if (last === 0) return false;
      // At the right edge a node without a neighbour moves up unjoined.
      while (at === last && at % 2 === 0) {
        at /= 2;
        last /= 2;
        level += 1;
      }
      const beside = at % 2 === 0 ? at + 1 : at - 1;
      if (joined) {
        const known = this.proven[level]?.get(at);
        if (known !== undefined) {
          if (encodeBase64(joined) !== known) return false;
          joined = null;
        }
      }
      if (joined) {
        const bytes = decodeBase64(sibling);
        if (bytes?.length !== 32) return false;
        found.push([level, at, encodeBase64(joined)], [level, beside, sibling]);
        joined = beside < at ? nodeHash(bytes, joined, this.hash) : nodeHash(joined, bytes, this.hash);
      } else if (this.proven[level]?.get(beside) !== sibling) return false;
      level += 1;
      at = Math.floor(at / 2);
      last = Math.floor(last / 2);
    }
    if (last !== 0 || (joined && compareBytes(joined, root) !== 0)) return false;
    for (const [row, place, hash] of found) (this.proven[row] ??= new Map()).set(place, hash);
    return true;
  }
}
