import type { Position } from './event-log';

/** A leaf of the log's tree: where its event stands, and its hash (srd-log/1). */
export interface Leaf {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly hash: Uint8Array;
}

/** Hash of the complete subtree over the leaves from `index · 2^level`, `2^level` of them. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** A signed size and root. `note` carries the co-signatures that have come in. */
export interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** What nodes make known to each other of their one line of checkpoints. `root` is hex. */
export type CheckpointEntry =
  | { readonly kind: 'signed'; readonly size: number; readonly root: string; readonly note: string }
  | { readonly kind: 'cosigned'; readonly size: number; readonly note: string };

/** The one line of checkpoints of several nodes; each of these is false where another node's entry came first. @throws LogUnavailable */
export interface CheckpointsInCommon {
  /** Makes a checkpoint known to all; once it is true, it stands in this node's tree store too. */
  publish(checkpoint: Checkpoint): Promise<boolean>;
  /** Makes known a checkpoint's note with more co-signatures. */
  cosigned(size: number, note: string): Promise<boolean>;
}

/**
 * Where leaf hashes, subtree hashes and checkpoints are kept, apart from the events. Hashes are a cache that the events give again;
 * checkpoints aren't. Synchronous: it stands in the same process.
 */
export interface TreeStore {
  /** How many leaves are stored. */
  size(): number;
  /** Position of the last leaf's event; undefined in an empty tree. */
  lastPosition(): Position | undefined;
  /** Index of an event's leaf; undefined while it isn't covered by a checkpoint. */
  indexOf(stream: string, revision: number): number | undefined;
  /** At most `limit` leaves from an index on. */
  leaves(from: number, limit: number): readonly Leaf[];
  node(level: number, index: number): Uint8Array | undefined;
  /** Adds leaves at the end with the subtrees that they complete and, where one was signed, the checkpoint over them: all or nothing, durable. */
  extend(leaves: readonly Leaf[], nodes: readonly TreeNode[], checkpoint?: Checkpoint): void;
  /** Replaces a checkpoint's note by the same one with more co-signatures. */
  cosigned(size: number, note: string): void;
  /** The largest checkpoint of those whose leaves all stand here. */
  latest(): Checkpoint | undefined;
  /** The largest checkpoint that was ever made known here, whether or not its leaves stand. */
  announced(): Checkpoint | undefined;
  /** The largest of them with a co-signature. */
  latestWitnessed(): Checkpoint | undefined;
  /** The first of them that covers a leaf; undefined while none does. */
  covering(index: number): Checkpoint | undefined;
  /** All checkpoints that were ever made known here, the smallest first. */
  checkpoints(): Iterable<Checkpoint>;
  /** Forgets leaves and subtrees, and keeps the checkpoints: the events give them again. */
  forgetLeaves(): void;
  close(): void;
}
