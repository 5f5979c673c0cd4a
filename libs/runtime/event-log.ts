import type { RecordedEvent } from '@srd/kernel';

/** The revision a stream must have for an append: that of its last event, or `none` when it must not exist. There is no "any". */
export type Expected = number | 'none';

/** A place in the order of all events. Opaque: compare it, keep it, never compute with it. */
export type Position = number & { readonly __position: unique symbol };

/** An event as it is handed in: the log adds the stream and the revision. */
export type NewEvent = Omit<RecordedEvent, 'stream' | 'revision'>;

export interface Positioned {
  readonly position: Position;
  readonly event: RecordedEvent;
  /** Meta and data as the canonical JSON that was recorded: the leaf is made from it, and writing it anew would cost more than the leaf. */
  readonly kept: { readonly meta: string; readonly data: string };
}

export interface Appended {
  /** Revision of the last event of the append. */
  readonly revision: number;
  /** Position of the last event of the append. */
  readonly position: Position;
  /** The same events stood there already: nothing new was written. */
  readonly repeated: boolean;
}

/** The stream isn't at the expected revision; `actual` says where it is. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: Expected,
  ) {
    super(`${stream}: expected revision ${expected}, actual ${actual}`);
    this.name = 'RevisionConflict';
  }
}

/** An event id stands in the log already, with another content or at another place. */
export class EventIdTaken extends Error {
  constructor(readonly id: string) {
    super(`event id ${id} is taken`);
    this.name = 'EventIdTaken';
  }
}

/** The event can't be recorded: it breaks the form of srd-log/1. `pointer` says where. */
export class Unrecordable extends Error {
  constructor(
    readonly pointer: string,
    reason: string,
  ) {
    super(`${pointer}: ${reason}`);
    this.name = 'Unrecordable';
  }
}

/** The log can't write now (disk full, a failed sync, closed): what it hasn't acknowledged may be retried with the same ids. */
export class LogUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'LogUnavailable';
  }
}

export interface ReadOptions {
  /** First revision to give, forwards or backwards; the stream's start (or its end, backwards) by default. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Give what comes after this position; from the start by default. */
  readonly after?: Position;
  readonly types?: readonly string[];
  readonly limit?: number;
}

export interface Subscription {
  /** Settles when all that stood in the log at the time of the call to `subscribe` has been handled. */
  readonly caughtUp: Promise<void>;
  /** Resolves once it was closed; rejects with what the handler threw or the log's own failure. */
  readonly ended: Promise<void>;
  /** No handler runs after this settles. Don't wait for it inside the handler, which it waits for. */
  close(): Promise<void>;
}

/**
 * The event log: streams with exact revisions and one order over all. An append is acknowledged when it is durable and any
 * reader can see it. The contract is test/contracts/event-log.ts; every adapter passes it unchanged.
 */
export interface EventLog {
  /**
   * Several events, all or none. The event ids are the idempotency key: the same events (to the last character, `at` and salt
   * too) at the same place are acknowledged again. Ids are looked at before the revision, so a retry never looks like a lost race.
   * @throws RevisionConflict, EventIdTaken, Unrecordable, LogUnavailable; an empty list is a RangeError
   */
  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;
  /** Events of one stream; empty when it doesn't exist. */
  read(stream: string, options?: ReadOptions): Promise<RecordedEvent[]>;
  /** Events of all streams in order, after a position, of the given types only. */
  readAll(options?: ReadAllOptions): Promise<Positioned[]>;
  /**
   * All events after a position, first those that stand, then those to come, each once and in order; the next one is handed over when
   * the handler's promise has settled. A handler that throws ends the subscription, and `caughtUp` rejects if it hadn't settled.
   */
  subscribe(
    options: { readonly after?: Position; readonly types?: readonly string[] },
    handler: (event: Positioned) => Promise<void> | void,
  ): Subscription;
  /** Position of the last event; undefined in an empty log. */
  head(): Promise<Position | undefined>;
  /**
   * What is read within the work is as new as the moment at which the work began, and shows what the work itself wrote: a log on another machine is
   * asked once how far it has come, and not for each reading. What the work began and didn't wait for reads as if it weren't within it.
   */
  asOfNow<T>(work: () => Promise<T>): Promise<T>;
  /** The last event; undefined in an empty log. A writer takes up the time from it, so that `at` never decreases. */
  last(): Promise<RecordedEvent | undefined>;
  /** Waits for what is under way, then refuses everything. */
  close(): Promise<void>;
}
