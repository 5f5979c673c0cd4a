import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import type { RecordedEvent } from '@srd/kernel';
import type { Mirrored } from '@srd/runtime';
import { recordOf, type Place } from './leader';
import { FORGETTABLE, noteOf, type Note } from './notes';
import type { Server } from './server';
import { fromServer, streamOf } from './wire';

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

/** Whether the leader has an event under its stream and number. @throws NoAnswer; the client's */
export async function stands({ client, namespace }: Server, event: RecordedEvent): Promise<boolean> {
  return (await recordOf(client, `${namespace}.${event.stream}`, event.revision))?.id === event.id;
}

/** Whether the server keeps the record for ever: not so its own statistics and the journals that it may forget. */
export function isKept({ event, note }: Arrived): boolean {
  return event !== undefined || (note !== undefined && !FORGETTABLE.includes(note.journal));
}

/** How far the mirror is in the server's log, and the last record up to there that is kept for ever. */
export interface Reached {
  readonly at: Place;
  readonly kept: Place;
}

/** As text, as the mirror keeps it. */
export function formatReached({ at, kept }: Reached): string {
  return [at.commit, at.prepare, kept.commit, kept.prepare].join('/');
}

export function parseReached(text: string): Reached {
  const [commit = 0n, prepare = 0n, ...kept] = text.split('/').map(BigInt);
  return { at: { commit, prepare }, kept: { commit: kept[0] ?? commit, prepare: kept[1] ?? prepare } };
}
