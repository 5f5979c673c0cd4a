import type { RecordedEvent } from '@srd/kernel';
import {
  checkAppend,
  checkRead,
  LogUnavailable,
  place,
  recordable,
  recordableStream,
  Subscriptions,
  type EventLog,
  type Expected,
  type Position,
  type Positioned,
  type Recordable,
  type Standing,
} from '@srd/runtime';

interface Kept {
  readonly positioned: Positioned;
  readonly content: Recordable;
}

/** A log that lives as long as the process: for tests and for trying things out. What it gives out is frozen. */
export function memoryEventLog(): EventLog {
  const all: Kept[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  const byId = new Map<string, Kept>();
  let closed = false;

  const check = (): void => {
    if (closed) throw new LogUnavailable('the log is closed');
  };
  const headOf = (stream: string): Expected => {
    const length = streams.get(stream)?.length ?? 0;
    return length === 0 ? 'none' : length - 1;
  };
  const find = (id: string): Standing | undefined => {
    const kept = byId.get(id);
    if (!kept) return undefined;
    const { event, position } = kept.positioned;
    return {
      stream: event.stream,
      revision: event.revision,
      position,
      equals: (other) => sameContent(kept.content, other),
    };
  };
  const page = (after: Position | undefined, types: readonly string[] | undefined, limit: number): Positioned[] => {
    const found: Positioned[] = [];
    for (let index = after === undefined ? 0 : after + 1; index < all.length && found.length < limit; index++) {
      const { positioned } = all[index] as Kept;
      if (!types || types.includes(positioned.event.type)) found.push(positioned);
    }
    return found;
  };
  const head = (): Position | undefined => all.at(-1)?.positioned.position;
  const subscriptions = new Subscriptions({ page, head });

  return {
    async append(stream, expected, events) {
      check();
      checkAppend(expected, events);
      recordableStream(stream);
      const contents = events.map(recordable);
      const placed = place({ headOf, find }, stream, expected, contents);
      if ('repeated' in placed) return placed.repeated;
      const own = streams.get(stream) ?? [];
      streams.set(stream, own);
      contents.forEach((content, index) => {
        const positioned = deepFreeze({
          position: all.length as Position,
          event: recorded(stream, placed.first + index, content),
          kept: { meta: content.meta, data: content.data },
        });
        const kept = { positioned, content };
        all.push(kept);
        own.push(positioned.event);
        byId.set(content.id, kept);
      });
      subscriptions.wake();
      return { revision: own.length - 1, position: (all.length - 1) as Position, repeated: false };
    },
    async read(stream, options = {}) {
      check();
      checkRead(options);
      const own = streams.get(stream) ?? [];
      const limit = options.limit ?? own.length;
      if (options.direction !== 'backwards') return own.slice(options.from ?? 0).slice(0, limit);
      return own
        .slice(0, (options.from ?? own.length) + 1)
        .reverse()
        .slice(0, limit);
    },
    async readAll(options = {}) {
      check();
      checkRead(options.limit === undefined ? {} : { limit: options.limit });
      return page(options.after, options.types, options.limit ?? Infinity);
    },
    subscribe(options, handler) {
      check();
      return subscriptions.open(options, handler);
    },
    async head() {
      check();
      return head();
    },
    asOfNow: (work) => work(),
    async last() {
      check();
      return all.at(-1)?.positioned.event;
    },
    async close() {
      closed = true;
      await subscriptions.close();
    },
  };
}

function recorded(stream: string, revision: number, content: Recordable): RecordedEvent {
  const { id, type, version, at, actor, salt } = content;
  const meta = JSON.parse(content.meta) as RecordedEvent['meta'];
  const data = JSON.parse(content.data) as RecordedEvent['data'];
  return { id, stream, revision, type, version, at, actor, meta, salt, data };
}

function sameContent(a: Recordable, b: Recordable): boolean {
  return (
    a.type === b.type &&
    a.version === b.version &&
    a.at === b.at &&
    a.actor === b.actor &&
    a.salt === b.salt &&
    a.meta === b.meta &&
    a.data === b.data
  );
}

function deepFreeze<T extends object>(value: T): T {
  for (const member of Object.values(value))
    if (typeof member === 'object' && member !== null) deepFreeze(member as object);
  return Object.freeze(value);
}
