import { cursorOf, placeOf } from '@srd/runtime';
import type { Change, Column, Filter, ListOptions, Position, ViewRow, ViewsStore, ViewTable } from '@srd/runtime';

interface Table {
  readonly definition: ViewTable;
  readonly rows: Map<string, Change>;
  checkpoint: Position | undefined;
}

/** Read models in memory: for tests and for trying things out. */
export function memoryViews(): ViewsStore {
  const tables = new Map<string, Table>();
  const table = (view: string): Table => {
    const found = tables.get(view);
    if (!found) throw new RangeError(`no such view: ${view}`);
    return found;
  };
  let undo: (() => void)[] | undefined;
  return {
    prepare(definitions) {
      const empty: string[] = [];
      for (const definition of definitions) {
        if (tables.get(definition.name)?.definition.version === definition.version) continue;
        tables.set(definition.name, { definition, rows: new Map(), checkpoint: undefined });
        empty.push(definition.name);
      }
      return empty;
    },
    checkpoint: (view) => table(view).checkpoint,
    get(view, key) {
      const change = table(view).rows.get(key);
      return change && toRow(key, change);
    },
    apply(view, changes, checkpoint) {
      const target = table(view);
      const fresh = [...changes].map(([key, change]) => [key, change && kept(change, target.definition)] as const);
      const before = fresh.map(([key]) => [key, target.rows.get(key) ?? null] as const);
      const { checkpoint: reached } = target;
      put(target, fresh, checkpoint);
      undo?.push(() => put(target, before, reached));
    },
    transaction(work) {
      if (undo) return work();
      undo = [];
      try {
        return work();
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      } finally {
        undo = undefined;
      }
    },
    list(view, options) {
      const { rows, definition } = table(view);
      checkColumns(definition, options);
      const sign = options.order?.descending ? -1 : 1;
      const value = (change: Change): Column => (options.order ? (change.columns[options.order.column] ?? null) : null);
      const after = options.after === undefined ? undefined : placeOf(options.order, options.after);
      const compare = (a: Column, aKey: string, b: Column, bKey: string): number =>
        sign * (compareColumns(a, b) || compareTexts(aKey, bKey));
      const found = [...rows]
        .filter(
          ([key, change]) =>
            fits(change, options) && (!after || compare(value(change), key, after.value, after.key) > 0),
        )
        .sort(([aKey, a], [bKey, b]) => compare(value(a), aKey, value(b), bKey));
      const page = found.slice(0, options.limit);
      const last = page.at(-1);
      return {
        rows: page.map(([key, change]) => toRow(key, change)),
        next: last && found.length > page.length ? cursorOf(options.order, value(last[1]), last[0]) : null,
      };
    },
    count(view, filter = {}) {
      const { rows, definition } = table(view);
      checkColumns(definition, filter);
      return [...rows.values()].filter((change) => fits(change, filter)).length;
    },
    clear(view) {
      const target = table(view);
      const before = [...target.rows];
      const { checkpoint: reached } = target;
      target.rows.clear();
      target.checkpoint = undefined;
      undo?.push(() => put(target, before, reached));
    },
    close: () => tables.clear(),
  };
}

/** A copy without what the caller may change later. */
function kept({ organ, columns, row }: Change, { columns: names }: ViewTable): Change {
  for (const name of Object.keys(columns)) if (!names.includes(name)) throw new RangeError(`no such column: ${name}`);
  return { organ, columns: { ...columns }, row: JSON.parse(JSON.stringify(row)) as unknown };
}

function toRow(key: string, { organ, row }: Change): ViewRow {
  return { key, organ, row: structuredClone(row) };
}

function put(
  table: Table,
  rows: readonly (readonly [string, Change | null])[],
  checkpoint: Position | undefined,
): void {
  for (const [key, change] of rows) {
    if (change) table.rows.set(key, change);
    else table.rows.delete(key);
  }
  table.checkpoint = checkpoint;
}

function checkColumns(
  definition: ViewTable,
  { where = {}, containing, order }: Filter & Pick<ListOptions, 'order'>,
): void {
  for (const name of [...Object.keys(where), ...(containing?.in ?? []), ...(order ? [order.column] : [])])
    if (!definition.columns.includes(name)) throw new RangeError(`no such column: ${name}`);
}

function fits(change: Change, { where = {}, organs, containing }: Filter): boolean {
  if (organs && (change.organ === null || !organs.includes(change.organ))) return false;
  if (containing && !containing.in.some((name) => contains(change.columns[name] ?? null, containing.text)))
    return false;
  return Object.entries(where).every(([name, wanted]) => {
    const value = change.columns[name] ?? null;
    if (typeof wanted === 'object' && wanted !== null) return value !== null && wanted.includes(value);
    return value === wanted;
  });
}

/** As SQLite does: its `lower` knows ASCII alone. */
function contains(value: Column, text: string): boolean {
  const small = (each: string): string => each.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  return value !== null && small(String(value)).includes(small(text));
}

/** SQLite's order of values: null, numbers, texts. */
function compareColumns(a: Column, b: Column): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return rank(a) - rank(b);
}

function rank(value: Column): number {
  return value === null ? 0 : typeof value === 'number' ? 1 : 2;
}

/** By code point, as UTF-8 bytes sort; JavaScript's own order differs beyond the basic plane. */
function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
