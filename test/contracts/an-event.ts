import { createHash, randomUUID } from 'node:crypto';
import { canonicalize, type Instant, type RecordedEvent } from '@srd/kernel';
import type { NewEvent } from '@srd/runtime';

/** An event for tests of the log: whole and valid, with what the test cares about put over it. */
export function anEvent(over: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'FindingsRecorded',
    version: 1,
    at: '2024-06-03T01:00:00.000Z' as Instant,
    actor: 'officer-1',
    meta: { correlation: 'c-1', causation: null, basedOn: [] },
    salt: '00112233445566778899aabbccddeeff',
    data: { note: '未发现问题' },
    ...over,
  };
}

/** So many events, numbered in their data from 0. */
export function someEvents(count: number, over: Partial<NewEvent> = {}): NewEvent[] {
  return Array.from({ length: count }, (_, n) => anEvent({ data: { n }, ...over }));
}

/** A data object with which the whole event has exactly so many bytes of canonical JSON. */
export function dataOfEventSize(bytes: number): NewEvent['data'] {
  const empty = Buffer.byteLength(canonicalize(anEvent({ data: { text: '' } })));
  return { text: 'x'.repeat(bytes - empty) };
}

/** The leaf data of srd-log/1, written down here a second time so that adapters are compared by what is proved. */
export function leafOf(event: RecordedEvent): string {
  const { salt, data, ...envelope } = event;
  const dataHash = createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalize(data)).digest('hex');
  return canonicalize({ ...envelope, dataHash });
}
