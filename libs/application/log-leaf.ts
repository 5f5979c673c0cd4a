import type { Hash } from '@srd/kernel';
import { leafBytes, leafHash } from '@srd/proof/log';
import type { Leaf, Positioned } from '@srd/runtime';

/** The leaf of a recorded event, as it was written and never as it is read by a later version. */
export function leafOf({ event, position }: Positioned, hash: Hash): Leaf {
  const { stream, revision } = event;
  return { stream, revision, position, hash: leafHash(leafBytes(event, hash), hash) };
}
