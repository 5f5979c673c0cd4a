import type { Hash } from '@srd/kernel';
import type {
  AttachmentStore,
  Bookmark,
  Chance,
  CheckpointsInCommon,
  Credentials,
  Duty,
  EventLog,
  Persons,
  ProcedureClock,
  PublicationChannels,
  Signer,
  TreeStore,
  Vault,
  ViewsStore,
} from '@srd/runtime';

/** What makes the event log tamper-evident (srd-log/1): tree and checkpoints, the key, and those who watch. */
export interface Ledger {
  readonly tree: TreeStore;
  readonly signer: Signer;
  /** Where several nodes have one line of checkpoints; undefined where this process is alone. */
  readonly common?: CheckpointsInCommon;
  /** Verifier keys that signed before the present one, from the key folder. */
  readonly retired: readonly string[];
  /** Verifier keys of the witnesses whose co-signatures are taken in. */
  readonly witnesses: readonly string[];
  /** Notes that witnesses keep, laid into the key folder to be held against the log at the start. */
  readonly witnessed: readonly { readonly name: string; readonly note: string }[];
}

/** Everything outside that the application rests on, opened by an app and handed in. */
export interface Stores {
  readonly log: EventLog;
  readonly views: ViewsStore;
  readonly persons: Persons;
  readonly credentials: Credentials;
  readonly vault: Vault;
  readonly attachments: AttachmentStore;
  readonly clock: ProcedureClock;
  readonly chance: Chance;
  readonly hash: Hash;
  readonly ledger: Ledger;
  /** Whose turn it is among several nodes. */
  readonly duty: Duty;
  /** How far the reactions have come. */
  readonly bookmark: Bookmark;
  /** Where publications go, and their receipts come from (R74). */
  readonly channels: PublicationChannels;
}

/** Injection token of `Stores`. */
export const STORES = Symbol('stores');
