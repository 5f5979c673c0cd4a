import type { Hash } from '@srd/kernel';
import { dataHashOf, leafBytes, leafHash, type Checkpoint } from '@srd/proof/log';
import { nameOf, type Entry } from './document';
import { ProvenTree } from './proven-tree';
import { Wrong, type BundleOptions } from './verdict';

/** The event as its leaf has it: a stated `dataHash` is what was proven, and the content has to fit it. */
export function asProven(event: Entry['event']): Entry['event'] {
  if (event.dataHash === undefined || event.data === undefined) return event;
  const { salt: _salt, data: _data, ...withheld } = event;
  return withheld as Entry['event'];
}

/** @throws Wrong CONTENT_DIFFERS */
export function demandContent(entry: Entry, hash: Hash): void {
  const { dataHash, data, salt } = entry.event;
  if (dataHash === undefined || data === undefined || salt === undefined) return;
  if (dataHashOf(salt, data, hash) === dataHash) return;
  throw new Wrong('CONTENT_DIFFERS', `${nameOf(entry)}的内容与 dataHash 不符`, entry.index);
}

/** The event of an entry whose content fits. @throws Wrong CONTENT_DIFFERS */
export function provenContent(entry: Entry, hash: Hash): Entry['event'] {
  demandContent(entry, hash);
  return entry.event;
}

/**
 * Each entry at its leaf under the checkpoint's root, in order, with the content that its hash says. @throws Wrong naming the first leaf
 */
export function demandProven(
  entries: readonly Entry[],
  checkpoint: Checkpoint,
  { hash, progress }: Pick<BundleOptions, 'hash' | 'progress'>,
): void {
  const tree = new ProvenTree(checkpoint, hash);
  let before = -1;
  for (const [at, entry] of entries.entries()) {
    if (at % 1000 === 0) progress?.(at, entries.length);
    if (entry.index <= before) throw new Wrong('ENTRIES_UNORDERED', `${nameOf(entry)}不在应有的次序`, entry.index);
    before = entry.index;
    const leaf = leafHash(leafBytes(asProven(entry.event), hash), hash);
    if (!tree.holds(entry.index, leaf, entry.proof))
      throw new Wrong('PROOF_FAILS', `${nameOf(entry)}的证明不成立：事件或位置与日志不符`, entry.index);
    demandContent(entry, hash);
  }
}
