/** Entries of journals among the records of the server. */
import type { AllStreamRecordedEvent, RecordedEvent } from '@eventstore/db-client';

/** Journals whose beginning an administrator may let the server forget. */
export const FORGETTABLE = ['sessions', 'duty', 'reactions'];

/** An entry of a journal as it stands on the server. */
export interface Note {
  readonly journal: string;
  readonly number: number;
  readonly id: string;
  readonly entry: unknown;
}

/** The stream of a journal: under a prefix of its own, which the log passes over. */
export function journalStream(namespace: string, journal: string): string {
  return `${namespace}~${journal}`;
}

/** The entry that a record is; undefined for any other record. */
export function noteOf(record: RecordedEvent | AllStreamRecordedEvent, namespace: string): Note | undefined {
  const { streamId, type, id, revision, data } = record;
  if (type.startsWith('$') || !streamId.startsWith(`${namespace}~`)) return undefined;
  return { journal: streamId.slice(namespace.length + 1), number: Number(revision), id, entry: data };
}
