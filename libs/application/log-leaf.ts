import { utf8, type Hash } from '@srd/kernel';
import { leafDataFrom, leafHash } from '@srd/proof/log';
import type { Leaf, Positioned } from '@srd/runtime';

/** The leaf of a recorded event, as it was written and never as it is read by a later version. */
export function leafOf({ event, position, kept }: Positioned, hash: Hash): Leaf {
  const { stream, revision } = event;
  return { stream, revision, position, hash: leafHash(utf8(leafDataFrom(event, kept, hash)), hash) };
}
