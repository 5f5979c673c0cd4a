/** What is asked of the leader, record by record, and written to it. */
import {
  NO_STREAM,
  StreamNotFoundError,
  type EventStoreDBClient,
  type JSONEventData,
  type RecordedEvent,
} from '@eventstore/db-client';
import type { Expected } from '@srd/runtime';
import { firstOf, within, WrongRevision } from './failures';
import type { Server } from './server';

/** A place in the server's log. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** How long one question may take before it is asked anew, and one append before its outcome counts as unknown; in milliseconds. */
export const ASK = 5_000;
const APPEND = 10_000;
/** How long all attempts together may take. */
export const GIVE_UP = 30_000;

/** Place of the last record that the leader has, the server's own included. @throws NoAnswer; the client's */
export async function endOf(client: EventStoreDBClient): Promise<Place | undefined> {
  const reading = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true });
  return (await firstOf(reading, ASK))?.position;
}

/** The record of a stream under a number, or its last one; undefined where there is none. @throws NoAnswer; the client's */
export async function recordOf(
  client: EventStoreDBClient,
  stream: string,
  at: number | 'end',
): Promise<RecordedEvent | undefined> {
  const reading = client.readStream(stream, {
    direction: at === 'end' ? 'backwards' : 'forwards',
    fromRevision: at === 'end' ? at : BigInt(at),
    maxCount: 1,
    requiresLeader: true,
  });
  try {
    return await firstOf(reading, ASK);
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}

/**
 * One call for one append, after an exact record. Given credentials, the client takes that way and not its shared batch: there, a connection that breaks
 * rejects every append of the process, and an answer that comes all the same throws where nobody can catch it. Where the connection string tells the client not to throw
 * (`throwOnAppendFailure=false`), it only says that nothing was written.
 * @throws NoAnswer; the client's, WrongRevision among them
 */
export async function appendAt(
  { client, credentials }: Server,
  stream: string,
  events: JSONEventData[],
  after: Expected,
): Promise<void> {
  const expected = after === 'none' ? NO_STREAM : BigInt(after);
  const { success, nextExpectedRevision: current } = await within(
    APPEND + 1_000,
    client.appendToStream(stream, events, {
      expectedRevision: expected,
      requiresLeader: true,
      credentials,
      deadline: APPEND,
    }),
  );
  if (success) return;
  throw new WrongRevision(null as never, { streamName: stream, expected, current: current < 0n ? NO_STREAM : current });
}
