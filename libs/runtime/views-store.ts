import type { Position } from './event-log';

export type Column = string | number | null;

export interface ViewTable {
  /** `[a-z][a-zA-Z0-9_]*`, with small and capital letters and digits; likewise the columns. */
  readonly name: string;
  /** Another version means other rows: the table is emptied and must be rebuilt. */
  readonly version: number;
  /** What can be asked for and sorted by. Everything else is in the row itself. */
  readonly columns: readonly string[];
}

export interface ViewRow {
  readonly key: string;
  readonly organ: string | null;
  readonly row: unknown;
}

export interface Change {
  /** Whose row it is: the scope filter stands on it. Null where it belongs to no organ. */
  readonly organ: string | null;
  /** Columns left out are null. */
  readonly columns: Readonly<Record<string, Column>>;
  readonly row: unknown;
}

export interface Filter {
  /** Columns that must equal a value, or one of several. A list without values finds nothing. */
  readonly where?: Readonly<Record<string, Column | readonly (string | number)[]>>;
  /** Only rows of these organs; of all when left out. */
  readonly organs?: readonly string[];
  /** Only rows with this text in one of these columns; letters of ASCII are looked for large and small. */
  readonly containing?: { readonly text: string; readonly in: readonly string[] };
}

export interface ListOptions extends Filter {
  /** `next` of the page before, asked with the same filter and order. */
  readonly after?: string;
  readonly limit: number;
  /** By key when left out. Nulls first, then numbers, then texts by code point; equal ones by key. */
  readonly order?: { readonly column: string; readonly descending?: boolean };
}

export interface Page {
  readonly rows: readonly ViewRow[];
  readonly next: string | null;
}

/** The cursor isn't one that `list` gave for this order. */
export class BadCursor extends Error {
  constructor() {
    super('not a cursor of this list');
    this.name = 'BadCursor';
  }
}

/**
 * Read models: tables of rows that the projections make of the log. Disposable, so nothing here is durable on purpose.
 * Synchronous: it stands in the same process, and a projection writes row and checkpoint at one moment.
 */
export interface ViewsStore {
  /** Makes the tables ready; gives the names of those that are empty because they are new or were made anew. */
  prepare(tables: readonly ViewTable[]): readonly string[];
  /** Position of the last event that the rows hold; undefined for a table at its beginning. */
  checkpoint(view: string): Position | undefined;
  get(view: string, key: string): ViewRow | undefined;
  /** Puts rows (removes those with null) and the checkpoint in one transaction. */
  apply(view: string, changes: ReadonlyMap<string, Change | null>, checkpoint: Position): void;
  /** All that `work` writes, or nothing of it when it throws. May be nested; the outermost counts. */
  transaction<T>(work: () => T): T;
  /** One page. Stable while rows come and go: it goes on after the last row's place, not its number. @throws BadCursor */
  list(view: string, options: ListOptions): Page;
  count(view: string, filter?: Filter): number;
  /** Empties the table and forgets its checkpoint. */
  clear(view: string): void;
  close(): void;
}

/** The text of a cursor: the place of the last row in the order. */
export function cursorOf(order: ListOptions['order'], value: Column, key: string): string {
  const text = JSON.stringify([order?.column ?? '', order?.descending ? 1 : 0, value, key]);
  return Buffer.from(text).toString('base64url');
}

/** The place that a cursor tells of. @throws BadCursor when it isn't one of this order */
export function placeOf(order: ListOptions['order'], cursor: string): { readonly value: Column; readonly key: string } {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new BadCursor();
  }
  if (!Array.isArray(parts) || parts.length !== 4) throw new BadCursor();
  const [column, descending, value, key] = parts as unknown[];
  if (column !== (order?.column ?? '') || descending !== (order?.descending ? 1 : 0)) throw new BadCursor();
  if (value !== null && typeof value !== 'string' && typeof value !== 'number') throw new BadCursor();
  if (typeof key !== 'string') throw new BadCursor();
  return { value, key };
}
