import { cursorOf, placeOf } from '@srd/runtime';
import type { Change, Column, Filter, ListOptions, Page, Position, ViewRow, ViewsStore, ViewTable } from '@srd/runtime';
import { connect, type Driver, type Statement, type Value } from './driver';

const NAME = /^[a-z][A-Za-z0-9_]{0,62}$/;

/** Read models in a SQLite file of their own. It may be deleted at any time: they are made anew from the log. */
export function openSqliteViews(file: string): ViewsStore {
  const driver = connect(file);
  // Not durable on purpose: a checkpoint and its rows go together, whatever is lost is read from the log again.
  driver.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;');
  driver.exec(
    'CREATE TABLE IF NOT EXISTS views (name TEXT PRIMARY KEY, version INTEGER NOT NULL, columns TEXT NOT NULL, checkpoint INTEGER) STRICT',
  );
  return new SqliteViews(driver);
}

class SqliteViews implements ViewsStore {
  readonly #tables = new Map<string, ViewTable>();
  readonly #statements = new Map<string, Statement>();

  constructor(private readonly driver: Driver) {}

  prepare(tables: readonly ViewTable[]): readonly string[] {
    return this.transaction(() => tables.filter((table) => this.#prepareTable(table)).map(({ name }) => name));
  }

  checkpoint(view: string): Position | undefined {
    this.#table(view);
    return (this.#sql('SELECT checkpoint FROM views WHERE name = ?').get(view)?.[0] ?? undefined) as
      Position | undefined;
  }

  get(view: string, key: string): ViewRow | undefined {
    const found = this.#sql(`SELECT key, organ, row FROM ${this.#table(view)} WHERE key = ?`).get(key);
    return found && toRow(found);
  }

  apply(view: string, changes: ReadonlyMap<string, Change | null>, checkpoint: Position): void {
    const table = this.#table(view);
    const { columns } = this.#tables.get(view) as ViewTable;
    const put = this.#sql(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?${', ?'.repeat(columns.length)})`);
    const remove = this.#sql(`DELETE FROM ${table} WHERE key = ?`);
    this.transaction(() => {
      for (const [key, change] of changes) {
        if (!change) {
          remove.run(key);
          continue;
        }
        checkNames(columns, Object.keys(change.columns));
        const values = columns.map((name) => change.columns[name] ?? null);
        put.run(key, change.organ, JSON.stringify(change.row), ...values);
      }
      this.#sql('UPDATE views SET checkpoint = ? WHERE name = ?').run(checkpoint, view);
    });
  }

  list(view: string, options: ListOptions): Page {
    const table = this.#table(view);
    const { where, values } = this.#filter(view, options);
    const { order } = options;
    const column = order ? `"c_${order.column}"` : 'NULL';
    if (order) checkNames((this.#tables.get(view) as ViewTable).columns, [order.column]);
    if (options.after !== undefined) {
      const after = placeOf(order, options.after);
      where.push(order ? beyond(column, after.value, order.descending === true) : 'key > ?');
      if (order && after.value !== null) values.push(after.value, after.value);
      values.push(after.key);
    }
    const direction = order?.descending ? 'DESC' : 'ASC';
    const by = order ? `${column} ${direction}, key ${direction}` : 'key';
    const rows = this.#sql(
      `SELECT key, organ, row, ${column} FROM ${table} ${conditions(where)} ORDER BY ${by} LIMIT ?`,
    ).all(...values, options.limit + 1);
    const page = rows.slice(0, options.limit);
    const last = page.at(-1);
    const next = last && rows.length > page.length ? cursorOf(order, last[3] as Column, last[0] as string) : null;
    return { rows: page.map(toRow), next };
  }

  count(view: string, filter: Filter = {}): number {
    const { where, values } = this.#filter(view, filter);
    return Number(this.#sql(`SELECT count(*) FROM ${this.#table(view)} ${conditions(where)}`).get(...values)?.[0]);
  }

  clear(view: string): void {
    const table = this.#table(view);
    this.transaction(() => {
      this.driver.exec(`DELETE FROM ${table}`);
      this.#sql('UPDATE views SET checkpoint = NULL WHERE name = ?').run(view);
    });
  }

  transaction<T>(work: () => T): T {
    if (this.driver.inTransaction()) return work();
    this.driver.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.driver.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.driver.inTransaction()) this.driver.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.driver.close();
  }

  /** Whether the table begins empty: it is new, or its version or columns are others than before. */
  #prepareTable(table: ViewTable): boolean {
    for (const name of [table.name, ...table.columns])
      if (!NAME.test(name)) throw new RangeError(`not a name: ${name}`);
    this.#tables.set(table.name, table);
    const columns = JSON.stringify(table.columns);
    const known = this.#sql('SELECT version, columns FROM views WHERE name = ?').get(table.name);
    if (known && known[0] === table.version && known[1] === columns) return false;
    this.#statements.clear();
    const definitions = table.columns.map((name) => `, "c_${name}" ANY`).join('');
    this.driver.exec(
      `DROP TABLE IF EXISTS "v_${table.name}";
       CREATE TABLE "v_${table.name}" (key TEXT PRIMARY KEY, organ TEXT, row TEXT NOT NULL${definitions}) STRICT;
       CREATE INDEX "v_${table.name}_organ" ON "v_${table.name}" (organ);`,
    );
    for (const name of table.columns)
      this.driver.exec(`CREATE INDEX "v_${table.name}_c_${name}" ON "v_${table.name}" ("c_${name}", key)`);
    this.#sql('INSERT OR REPLACE INTO views VALUES (?, ?, ?, NULL)').run(table.name, table.version, columns);
    return true;
  }

  #filter(view: string, { where = {}, organs, containing }: Filter): { where: string[]; values: Value[] } {
    const conditions: string[] = [];
    const values: Value[] = [];
    if (!this.#tables.has(view)) throw new RangeError(`no such view: ${view}`);
    checkNames((this.#tables.get(view) as ViewTable).columns, Object.keys(where));
    if (organs?.length === 1) {
      conditions.push('organ = ?');
      values.push(organs[0] as string);
    } else if (organs) {
      conditions.push('organ IN (SELECT value FROM json_each(?))');
      values.push(JSON.stringify(organs));
    }
    for (const [name, wanted] of Object.entries(where)) {
      const several = typeof wanted === 'object' && wanted !== null;
      conditions.push(several ? `"c_${name}" IN (SELECT value FROM json_each(?))` : `"c_${name}" IS ?`);
      values.push(several ? JSON.stringify(wanted) : wanted);
    }
    if (containing) {
      checkNames((this.#tables.get(view) as ViewTable).columns, containing.in);
      conditions.push(`(${containing.in.map((name) => `instr(lower("c_${name}"), lower(?)) > 0`).join(' OR ')})`);
      values.push(...containing.in.map(() => containing.text));
    }
    return { where: conditions, values };
  }

  #table(view: string): string {
    if (!this.#tables.has(view)) throw new RangeError(`no such view: ${view}`);
    return `"v_${view}"`;
  }

  #sql(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.driver.prepare(sql)));
    return statement;
  }
}

/** After a place in (column, key); null sorts before everything, so beyond it is all that isn't null. */
function beyond(column: string, value: Column, descending: boolean): string {
  if (value === null) return descending ? `(${column} IS NULL AND key < ?)` : `(${column} IS NOT NULL OR key > ?)`;
  return descending
    ? `(${column} < ? OR ${column} IS NULL OR (${column} = ? AND key < ?))`
    : `(${column} > ? OR (${column} = ? AND key > ?))`;
}

function conditions(where: readonly string[]): string {
  return where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
}

function checkNames(columns: readonly string[], names: readonly string[]): void {
  for (const name of names) if (!columns.includes(name)) throw new RangeError(`no such column: ${name}`);
}

function toRow([key, organ, row]: readonly Value[]): ViewRow {
  return { key: key as string, organ: organ as string | null, row: JSON.parse(row as string) as unknown };
}
