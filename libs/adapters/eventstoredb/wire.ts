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

/** The server holds something in the place of our events that this system didn't write, or may lose them. */
export class Foreign extends Error {
  constructor(where: string, reason: string) {
    super(`${where}：${reason}`);
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

/**
 * The stream of the log that a record belongs to; undefined for the server's own records and those of others on the same server. On the server, a stream's
 * name begins with the namespace of the installation and a point.
 */
export function streamOf({ streamId, type }: AllStreamRecordedEvent, namespace: string): string | undefined {
  if (type.startsWith('$') || !streamId.startsWith(`${namespace}.`)) return undefined;
  return streamId.slice(namespace.length + 1);
}

/**
 * An event as the server gave it, in canonical form again, and how many of its append come after it.
 * @throws Foreign where it breaks the form of srd-log/1
 */
export function fromServer(record: AllStreamRecordedEvent, stream: string): Mirrored & { readonly rest: number } {
  const { id, type, data } = record;
  const where = `${record.streamId}@${record.revision}`;
  const { rest, ...others } = asObject(record.metadata, where);
  if (!Number.isSafeInteger(rest) || (rest as number) < 0)
    throw new Foreign(where, '不是本系统写入的事件（缺少批次信息）');
  try {
    const content = recordable({ id, type, data, ...others } as unknown as NewEvent);
    return { stream, revision: Number(record.revision), content, rest: rest as number };
  } catch (error) {
    if (error instanceof Unrecordable) throw new Foreign(where, `不是本系统写入的事件（${error.message}）`);
    throw error;
  }
}

function asObject(metadata: unknown, where: string): Record<string, unknown> {
  if (typeof metadata !== 'object' || metadata === null || metadata instanceof Uint8Array)
    throw new Foreign(where, '不是本系统写入的事件（没有元数据）');
  return metadata as Record<string, unknown>;
}
