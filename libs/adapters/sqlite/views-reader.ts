import { existsSync } from 'node:fs';
import type { Column, Position, ViewRow } from '@srd/runtime';
import { connect, type Driver } from './driver';

/** A table of read models as it stands in a file. */
export interface TableAsRead {
  readonly name: string;
  readonly version: number;
  readonly columns: readonly string[];
  readonly checkpoint: Position | undefined;
}

/** Read models of a file that another process may be writing, as they stood at one moment. Nothing is made ready or changed. */
export interface ViewsReader {
  readonly tables: readonly TableAsRead[];
  /** All rows of a table in the order of their keys, each with its columns. */
  rows(table: TableAsRead): readonly (ViewRow & { readonly columns: Readonly<Record<string, Column>> })[];
  close(): void;
}

/** @throws Error where there is no such file */
export function readSqliteViews(file: string): ViewsReader {
  if (!existsSync(file)) throw new Error(`没有这个读模型文件：${file}`);
  const driver = connect(file, { readOnly: true });
  try {
    // One read transaction: tables and checkpoints of one moment, whatever a server writes meanwhile.
    driver.exec('PRAGMA trusted_schema = OFF; BEGIN;');
    return { tables: tablesOf(driver), rows: (table) => rowsOf(driver, table), close: () => driver.close() };
  } catch (error) {
    driver.close();
    throw error;
  }
}

function tablesOf(driver: Driver): readonly TableAsRead[] {
  const known = driver.prepare('SELECT name, version, columns, checkpoint FROM views ORDER BY name').all();
  return known.map(([name, version, columns, checkpoint]) => ({
    name: name as string,
    version: version as number,
    columns: JSON.parse(columns as string) as string[],
    checkpoint: (checkpoint ?? undefined) as Position | undefined,
  }));
}

function rowsOf(driver: Driver, { name, columns }: TableAsRead): ReturnType<ViewsReader['rows']> {
  const selected = columns.map((column) => `, "c_${column}"`).join('');
  const found = driver.prepare(`SELECT key, organ, row${selected} FROM "v_${name}" ORDER BY key`).all();
  return found.map(([key, organ, row, ...values]) => ({
    key: key as string,
    organ: organ as string | null,
    row: JSON.parse(row as string) as unknown,
    columns: Object.fromEntries(columns.map((column, index) => [column, (values[index] ?? null) as Column])),
  }));
}
