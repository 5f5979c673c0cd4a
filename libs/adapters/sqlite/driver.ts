import { DatabaseSync } from 'node:sqlite';

export type Value = string | number | null | Uint8Array;
export type Row = Value[];

/** A prepared statement; rows come as arrays, which is twice as fast as objects. */
export interface Statement {
  run(...values: Value[]): void;
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
}

/** The four things that the embedded stores ask of SQLite; another binding is another implementation of this. */
export interface Driver {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  inTransaction(): boolean;
  close(): void;
}

/** The oldest SQLite without the corruption bug of the write-ahead log. */
const OLDEST = [3, 51, 3] as const;

/** A connection on Node's own SQLite. @throws Error for a SQLite older than 3.51.3 */
export function connect(file: string, options: { readonly readOnly?: boolean } = {}): Driver {
  const database = new DatabaseSync(file, { ...options, timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
  const driver: Driver = {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return {
        run: (...values) => void statement.run(...values),
        get: (...values) => statement.get(...values) as unknown as Row | undefined,
        all: (...values) => statement.all(...values) as unknown as Row[],
      };
    },
    inTransaction: () => database.isTransaction,
    close: () => database.close(),
  };
  const version = String(scalar(driver, 'SELECT sqlite_version()'));
  if (!isRecent(version)) {
    driver.close();
    throw new Error(`SQLite ${version} 过旧：需要 ${OLDEST.join('.')} 或更新版本，请升级 Node.js`);
  }
  return driver;
}

/** How long a connection waits for another one's lock, in milliseconds. */
export const BUSY_TIMEOUT = 5000;

/** Whether a version (`3.53.4`) has what these stores need. */
export function isRecent(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/** The first column of the first row. */
export function scalar(driver: Driver, sql: string): Value | undefined {
  return driver.prepare(sql).get()?.[0];
}

/** SQLite's primary result code of an error (5 = busy, 13 = full …); undefined when the error isn't SQLite's. */
export function sqliteCode(error: unknown): number | undefined {
  const code = (error as { readonly errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}

export const SQLITE_BUSY = 5;
export const SQLITE_FULL = 13;
