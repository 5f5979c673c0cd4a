/** An event on its way to the server and back. */
import { jsonEvent, type AllStreamRecordedEvent, type JSONEventData } from '@eventstore/db-client';
import type { JsonObject } from '@srd/kernel';
import { recordable, Unrecordable, type Mirrored, type NewEvent, type Recordable } from '@srd/runtime';

/** What stands in an event's metadata beside what the server keeps itself (id, type, stream, revision). */
interface Metadata {
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly salt: string;
  readonly meta: JsonObject;
  /** How many events of the same append come after this one: they appear together or not at all. */
  readonly rest: number;
}

/** Streams of this prefix hold what is no event of the log; no stream of the log can begin with it (`recordableStream`). */
export const BESIDE = '_srd.';

/** The server holds something that this system didn't write in the place of an event. */
export class Foreign extends Error {
  constructor(where: string, reason: string) {
    super(`${where} 不是本系统写入的事件：${reason}`);
    this.name = 'Foreign';
  }
}

/** The events of one append as the client sends them. */
export function toServer(events: readonly Recordable[]): JSONEventData[] {
  return events.map((event, index) => {
    const { id, type, version, at, actor, salt } = event;
    const meta = JSON.parse(event.meta) as JsonObject;
    const metadata: Metadata = { version, at, actor, salt, meta, rest: events.length - 1 - index };
    return jsonEvent({ id, type, data: JSON.parse(event.data) as JsonObject, metadata: { ...metadata } });
  });
}

/** Whether a record of the server is an event of the log: neither the server's own nor one of those beside it. */
export function isOfLog({ streamId, type }: AllStreamRecordedEvent): boolean {
  return !streamId.startsWith('$') && !type.startsWith('$') && !streamId.startsWith(BESIDE);
}

/**
 * An event as the server gave it, in canonical form again, and how many of its append come after it.
 * @throws Foreign where it breaks the form of srd-log/1
 */
export function fromServer(record: AllStreamRecordedEvent): Mirrored & { readonly rest: number } {
  const { streamId, id, type, data } = record;
  const where = `${streamId}@${record.revision}`;
  const { rest, ...others } = asObject(record.metadata, where);
  if (!Number.isSafeInteger(rest) || (rest as number) < 0) throw new Foreign(where, '缺少批次信息');
  try {
    const content = recordable({ id, type, data, ...others } as unknown as NewEvent);
    return { stream: streamId, revision: Number(record.revision), content, rest: rest as number };
  } catch (error) {
    if (error instanceof Unrecordable) throw new Foreign(where, error.message);
    throw error;
  }
}

function asObject(metadata: unknown, where: string): Record<string, unknown> {
  if (typeof metadata !== 'object' || metadata === null || metadata instanceof Uint8Array)
    throw new Foreign(where, '没有元数据');
  return metadata as Record<string, unknown>;
}
