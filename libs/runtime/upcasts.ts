import type { JsonObject, RecordedEvent } from '@srd/kernel';

/** For an event type the steps from each schema version to the next: the first from 1 to 2. The stored bytes never change. */
export type Upcasts = Readonly<Record<string, readonly ((data: JsonObject) => JsonObject)[]>>;

/** The schema version in which an event of this type is written today. */
export function currentVersion(upcasts: Upcasts, type: string): number {
  return (upcasts[type]?.length ?? 0) + 1;
}

/** The event as today's code reads it. @throws RangeError for a version that doesn't exist yet */
export function upcast(upcasts: Upcasts, event: RecordedEvent): RecordedEvent {
  const latest = currentVersion(upcasts, event.type);
  if (event.version === latest) return event;
  if (event.version > latest) throw new RangeError(`${event.type} version ${event.version} is newer than this program`);
  const data = (upcasts[event.type] ?? []).slice(event.version - 1).reduce((read, step) => step(read), event.data);
  return { ...event, data };
}
