/**
 * What takes in the entries of a journal, in order. The same entries always lead to the same content, and one that comes again changes nothing.
 * Synchronous, and durable before it returns.
 */
export interface Taker<E> {
  /** Number of the last entry that was taken in; -1 before the first. */
  taken(): number;
  /** @returns what came of the entry */
  take(entry: E, number: number): unknown;
}

/**
 * The changes of a store beside the event log, in one order for all nodes. None of it is an event: it belongs to no leaf and no replay.
 */
export interface Journal<E> {
  /** Adds an entry at the end, and settles with what this node's taker made of it. @throws LogUnavailable */
  record(entry: E): Promise<unknown>;
  /** Waits until everything that stood when this was called has been taken in here. @throws LogUnavailable */
  fresh(): Promise<void>;
}

/** A journal into which several nodes write. */
export interface CommonJournal<E> extends Journal<E> {
  /** Adds entries one after the other at the end, all or none. @throws LogUnavailable */
  recordAll(entries: readonly E[]): Promise<void>;
  /** Adds an entry under a number; false where another came first. @throws LogUnavailable */
  recordAs(number: number, entry: E): Promise<boolean>;
}

/** Opens a journal by its name, and gives its taker what it lacks. */
export type OpenJournal = <E>(name: string, taker: Taker<E>) => Promise<CommonJournal<E>>;

/** The journal of a store that only this process has: an entry is taken in where it is made. */
export function ownJournal<E>(taker: Taker<E>): Journal<E> {
  return {
    record: async (entry) => taker.take(entry, taker.taken() + 1),
    fresh: async () => undefined,
  };
}
