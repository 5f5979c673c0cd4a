import { StreamNotFoundError, type AllStreamRecordedEvent, type EventStoreDBClient } from '@eventstore/db-client';
import type { RecordedEvent } from '@srd/kernel';
import type { Mirrored } from '@srd/runtime';
import { firstOf } from './failures';
import { noteOf, type Note } from './notes';
import type { Server } from './server';
import { fromServer, streamOf } from './wire';

/** How long one question may take, in milliseconds. */
const ASK = 5_000;

/** A place in the server's log. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** A record that arrived: an event of the log, a journal's entry or something else, and how many of its append come after it. */
export interface Arrived {
  readonly event: Mirrored | undefined;
  readonly note: Note | undefined;
  readonly rest: number;
  readonly at: Place;
}

/** What isn't of the log may stand between the events of one append, and then leaves the append open (`before`). @throws Foreign */
export function arrived(record: AllStreamRecordedEvent, namespace: string, before: number): Arrived {
  const at = record.position;
  const stream = streamOf(record, namespace);
  if (stream === undefined) return { event: undefined, note: noteOf(record, namespace), rest: before, at };
  const { rest, ...event } = fromServer(record, stream);
  return { event, note: undefined, rest, at };
}

/** Place of the last record that the leader has, the server's own included. @throws NoAnswer after `ms`; the client's */
export async function endOf(client: EventStoreDBClient, ms: number): Promise<Place | undefined> {
  const reading = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true });
  return (await firstOf(reading, ms))?.position;
}

/** Whether the leader has an event under its stream and number. @throws NoAnswer; the client's */
export async function stands({ client, namespace }: Server, event: RecordedEvent): Promise<boolean> {
  const options = { fromRevision: BigInt(event.revision), maxCount: 1, requiresLeader: true } as const;
  const reading = client.readStream(`${namespace}.${event.stream}`, options);
  try {
    return (await firstOf(reading, ASK))?.id === event.id;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return false;
    throw error;
  }
}

/** A place as text, as the mirror keeps it. */
export function formatPlace({ commit, prepare }: Place): string {
  return `${commit}/${prepare}`;
}

export function parsePlace(text: string): Place {
  const [commit = '', prepare = ''] = text.split('/');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
