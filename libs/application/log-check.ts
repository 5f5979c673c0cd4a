import { compareBytes, toHex, type Hash } from '@srd/kernel';
import { Frontier, treeRoot, type HashStore } from '@srd/proof/log';
import type { EventLog, Leaf, Position, Positioned, TreeNode, TreeStore } from '@srd/runtime';
import { leafOf } from './log-leaf';

/** A signed size and root that the events must still fit, and whose word it is. */
export interface Claim {
  /** In Chinese, for the message: 「本机检查点」, 「见证人 …」. */
  readonly whose: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The events aren't those that were signed for. Nothing may be written any more (T11–T13). */
export class LogForged extends Error {
  override readonly name = 'LogForged';

  constructor(
    readonly code: 'SHORTER_THAN_SIGNED' | 'LEAF_DIFFERS' | 'NOTE_REFUSED',
    message: string,
    /** The first leaf that differs, where it can be told. */
    readonly leaf?: number,
  ) {
    super(message);
  }
}

/** The tree as the events give it, and what of it the store doesn't hold yet. */
export interface Recomputed {
  readonly frontier: Frontier;
  readonly last: Position | undefined;
  readonly leaves: Leaf[];
  readonly nodes: TreeNode[];
  /** The stored hashes weren't those of the events, which the claims vouch for: they have to be stored anew. */
  readonly stale: boolean;
}

const PAGE = 2_000;

/** The hashes of a tree store as the proofs ask for them. */
export function hashesOf(tree: Pick<TreeStore, 'node'>): HashStore {
  return {
    get(level, index) {
      const hash = tree.node(level, index);
      if (!hash) throw new RangeError(`no subtree ${index} at level ${level}`);
      return hash;
    },
  };
}

/**
 * Recomputes the tree from the first event to the last and holds it against every claim and every stored hash.
 * @throws LogForged naming the sizes, or the first leaf that differs
 */
export async function recompute(
  log: Pick<EventLog, 'readAll'>,
  tree: TreeStore,
  claims: readonly Claim[],
  hash: Hash,
): Promise<Recomputed> {
  const stored = tree.size();
  const wanted = new Map<number, readonly Claim[]>();
  for (const claim of claims) wanted.set(claim.size, [...(wanted.get(claim.size) ?? []), claim]);
  const frontier = Frontier.empty(hash);
  const leaves: Leaf[] = [];
  const nodes: TreeNode[] = [];
  let first: { readonly index: number; readonly where: string } | undefined;
  let stale = false;
  let last: Position | undefined;
  const hold = (): void => {
    for (const { whose, size, root } of wanted.get(frontier.size) ?? []) {
      if (compareBytes(frontier.root(), root) === 0) continue;
      const leaf = first?.index ?? firstOutside(tree, size, last === undefined ? 0 : size);
      const where = first ? `第 ${first.index} 号（${first.where}）` : `第 ${leaf} 号以后、第 ${size} 号以前`;
      throw new LogForged(
        'LEAF_DIFFERS',
        `事件与${whose}签名的 ${size} 条不符：${where}的事件被改动、移走或调换。拒绝写入；请保留现场，另用未改动的备份恢复。`,
        leaf,
      );
    }
  };
  hold();
  let rootOfStored: Uint8Array | undefined;
  for (;;) {
    const known = tree.leaves(frontier.size, PAGE);
    const begun = frontier.size;
    const page = await log.readAll({ ...(last === undefined ? {} : { after: last }), limit: PAGE });
    for (const positioned of page) {
      const { event, position } = positioned;
      const index = frontier.size;
      const leaf = leafOf(positioned, hash);
      if (last !== undefined && position <= last) throw outOfOrder(tree, index, last, positioned);
      const completed = frontier.append(leaf.hash);
      if (index >= stored) {
        leaves.push(leaf);
        nodes.push(...completed);
      } else if (!isSame(known[index - begun], leaf)) {
        stale = true;
        first ??= { index, where: `${event.stream}@${event.revision}` };
      }
      if (frontier.size === stored) rootOfStored = frontier.root();
      last = position;
      hold();
    }
    if (page.length < PAGE) break;
  }
  for (const { whose, size } of claims) {
    if (size <= frontier.size) continue;
    const from = first
      ? `自第 ${first.index} 号（现为 ${first.where}）起与签名不符`
      : '末尾的事件被删去，或换回了旧备份';
    throw new LogForged(
      'SHORTER_THAN_SIGNED',
      `事件库只有 ${frontier.size} 条事件，少于${whose}已签名的 ${size} 条：${from}。拒绝写入；请换回最新的数据。`,
      first?.index ?? frontier.size,
    );
  }
  stale ||= stored > frontier.size || !standsFor(tree, stored, rootOfStored, hash);
  return { frontier, last, leaves, nodes, stale };
}

/** A store whose order contradicts itself can't be read from any place on: of the two events, the one that isn't where its leaf was is named. */
function outOfOrder(tree: TreeStore, index: number, before: Position, { event }: Positioned): LogForged {
  const [stored] = tree.leaves(index - 1, 1);
  const leaf = stored && stored.position !== before ? index - 1 : index;
  const where = leaf === index ? `${event.stream}@${event.revision}` : `${stored?.stream}@${stored?.revision}`;
  return new LogForged(
    'LEAF_DIFFERS',
    `事件库的次序自相矛盾：第 ${leaf} 号（${where}）的位置被改动。拒绝写入；请保留现场，另用未改动的备份恢复。`,
    leaf,
  );
}

function isSame(stored: Leaf | undefined, { stream, revision, position, hash }: Leaf): boolean {
  return (
    stored?.stream === stream &&
    stored.revision === revision &&
    stored.position === position &&
    compareBytes(stored.hash, hash) === 0
  );
}

/** Whether the stored subtrees give the root that the events give at that size. */
function standsFor(tree: TreeStore, size: number, root: Uint8Array | undefined, hash: Hash): boolean {
  try {
    return root === undefined || compareBytes(treeRoot(size, hashesOf(tree), hash), root) === 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Where no stored leaf tells: the last smaller checkpoint is the nearest size that may still have been right. */
function firstOutside(tree: TreeStore, below: number, fallback: number): number {
  let size = 0;
  for (const checkpoint of tree.checkpoints()) if (checkpoint.size < below) size = checkpoint.size;
  return Math.min(size, fallback);
}

/** Hex of a root, for messages and records. */
export function rootText(root: Uint8Array): string {
  return toHex(root);
}
