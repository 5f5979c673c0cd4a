import type { Expected, Position, Recordable, Standing, Stood } from '@srd/runtime';
import type { Driver, Row, Statement } from './driver';

/** Where streams and events stand in the table of events: what an append is judged by. */
export class Standings implements Stood {
  readonly #headOf: Statement;
  readonly #find: Statement;

  constructor(driver: Driver) {
    this.#headOf = driver.prepare('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
    this.#find = driver.prepare(
      'SELECT position, stream, revision, type, version, at, actor, salt, meta, data FROM events WHERE id = ?',
    );
  }

  headOf(stream: string): Expected {
    return (this.#headOf.get(stream)?.[0] as number | undefined) ?? 'none';
  }

  find(id: string): Standing | undefined {
    const row = this.#find.get(id);
    if (!row) return undefined;
    const [position, stream, revision, ...content] = row as [Position, string, number, ...Row];
    return {
      stream,
      revision,
      position,
      equals: (event) => contentOf(event).every((value, i) => value === content[i]),
    };
  }
}

/** Writes rows of the table of events. */
export function insertInto(
  driver: Driver,
): (position: number, stream: string, revision: number, event: Recordable) => void {
  const insert = driver.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return (position, stream, revision, event) => {
    const [type, version, at, actor, salt, meta, data] = contentOf(event);
    insert.run(position, stream, revision, event.id, type, version, at, actor, salt, meta, data);
  };
}

/** The members of an event beside its id, in the order of the table's columns. */
function contentOf({ type, version, at, actor, salt, meta, data }: Recordable): Content {
  return [type, version, at, actor, salt, meta, data];
}

type Content = readonly [string, number, string, string, string, string, string];
