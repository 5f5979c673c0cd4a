import type { DomainEvent } from '@srd/kernel';

/** One thing that a self-check found: what differs, where, in words for people. */
export type SelfCheckFinding = {
  readonly kind: 'stream' | 'view' | 'tree' | 'attachment';
  /** Stream and revision, view and key, leaf, or a file's name. */
  readonly where: string;
  readonly what: string;
};

/** All streams were replayed and compared with the live read models, and the tree recomputed; this is what came of it. */
export type SelfCheckMade = DomainEvent<
  'SelfCheckMade',
  {
    /** How many events and streams were replayed, and rows compared. */
    readonly events: number;
    readonly streams: number;
    readonly rows: number;
    /** How many files were hashed anew. */
    readonly attachments?: number;
    /** Size and root (hex) of the tree as it was recomputed; the checkpoint of that size has the same root where all is well. */
    readonly size: number;
    readonly root: string;
    readonly ok: boolean;
    readonly findings: readonly SelfCheckFinding[];
    /** How many findings there are beyond those named. */
    readonly more: number;
  }
>;

/** The key that signs the next checkpoints was announced, both as verifier keys; a checkpoint under the old key covers this (srd-log/1). */
export type KeyRotated = DomainEvent<
  'KeyRotated',
  { readonly from: string; readonly to: string; readonly reason: string }
>;

export type LogEvent = SelfCheckMade | KeyRotated;
