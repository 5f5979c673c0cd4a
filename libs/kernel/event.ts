import type { Instant } from './day';
import type { JsonObject } from './json';

/** What a decision rested on: a stream as it stood at a revision. */
export interface Basis {
  readonly stream: string;
  readonly revision: number;
}

/** A revision as people count it: a stream's first record is its first version. Texts say `第 n 版`, `第 n 条` by it. */
export function nth(revision: number): number {
  return revision + 1;
}

export interface EventMeta {
  readonly correlation: string;
  readonly causation: string | null;
  readonly basedOn: readonly Basis[];
  /** The command's type; the role under which the actor gave it; hash of the command and key for idempotency. */
  readonly [member: string]: unknown;
}

/** A recorded event, in the form of the log protocol (srd-log/1, "Event and leaf"), member for member. */
export interface RecordedEvent<T extends string = string, D = JsonObject> {
  readonly id: string;
  readonly stream: string;
  /** Counts from 0 in each stream without a gap. */
  readonly revision: number;
  readonly type: T;
  /** The schema version it was written with. */
  readonly version: number;
  /** Time of recording; never decreases. */
  readonly at: Instant;
  readonly actor: string;
  readonly meta: EventMeta;
  /** 16 random bytes in hex. */
  readonly salt: string;
  readonly data: D;
}
