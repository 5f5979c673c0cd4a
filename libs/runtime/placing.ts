import { EventIdTaken, RevisionConflict } from './event-log';
import type { Appended, Expected, Position, ReadOptions } from './event-log';
import type { Recordable } from './recordable';

/** Where an event stands, and whether it is the same one to the last character. */
export interface Standing {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  equals(event: Recordable): boolean;
}

/** What a log must be able to say so that an append can be judged. */
export interface Stood {
  headOf(stream: string): Expected;
  find(id: string): Standing | undefined;
}

/**
 * Whether the events may go to the end of the stream: the revision of the first one; or, where they all stand there already,
 * the answer that their first append got. The ids are looked at before the revision, so that a retry after an
 * unknown outcome is told that it succeeded and not that it lost a race.
 * @throws EventIdTaken, RevisionConflict
 */
export function place(
  log: Stood,
  stream: string,
  expected: Expected,
  events: readonly Recordable[],
): { readonly first: number } | { readonly repeated: Appended } {
  const first = expected === 'none' ? 0 : expected + 1;
  const seen = new Set<string>();
  let standing = 0;
  let last: Standing | undefined;
  events.forEach((event, index) => {
    if (seen.has(event.id)) throw new EventIdTaken(event.id);
    seen.add(event.id);
    const found = log.find(event.id);
    if (!found) return;
    if (found.stream !== stream || found.revision !== first + index || !found.equals(event))
      throw new EventIdTaken(event.id);
    standing++;
    last = found;
  });
  if (last && standing === events.length)
    return { repeated: { revision: last.revision, position: last.position, repeated: true } };
  const actual = log.headOf(stream);
  if (actual !== expected) throw new RevisionConflict(stream, expected, actual);
  return { first };
}

/** @throws RangeError for an empty list of events or what can't be a revision */
export function checkAppend(expected: Expected, events: readonly unknown[]): void {
  if (events.length === 0) throw new RangeError('an append has at least one event');
  if (expected !== 'none' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new RangeError(`not a revision: ${String(expected)}`);
}

/** @throws RangeError for a `from` or `limit` that isn't a whole number from 0 */
export function checkRead({ from, limit }: Pick<ReadOptions, 'from' | 'limit'>): void {
  for (const [name, value] of Object.entries({ from, limit }))
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0))
      throw new RangeError(`${name} must be a whole number from 0`);
}
