import { plainLine } from '@srd/domain/organ';
import { parseCsv, UnclosedQuote } from './csv';
import { halfWidth } from './tidy';

/** What is wrong with a cell, and how to mend it. `row` is the file's, the heading being row 1. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly rule: string;
  readonly mend: string;
}

/** A column of a template. */
export interface Column {
  readonly name: string;
  /** Other headings under which it is known. */
  readonly also?: readonly string[];
  /** The file must have it. */
  readonly needed?: boolean;
  readonly example: string;
}

export interface Row {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The record as it stood in the file. */
  readonly record: readonly string[];
}

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  /** Headings that the template doesn't know: what stands under them isn't imported. */
  readonly unknown: readonly string[];
  /** Rows of the file that begin with the mark of a remark, as the template's example does. */
  readonly skipped: readonly number[];
}

/** Begins a row that isn't imported: a remark, or the example of a template. */
export const REMARK = '#';

/** Rows that are in order, with remarks that don't keep them out, and what is wrong with the others. */
export interface Checked<T> {
  readonly good: readonly { readonly row: number; readonly value: T }[];
  readonly faults: readonly RowFault[];
  readonly remarks: readonly RowFault[];
}

/** Column under which a file of faulty rows says why; a file that is handed in again may still have it. */
export const REASONS = '错误原因';

const heading = (text: string): string => halfWidth(text).replace(/[\s*＊]/g, '');

/** Brings the records of a text under the template's headings. @returns the table, or what keeps the whole file out */
export function readTable(text: string, columns: readonly Column[]): Table | RowFault {
  try {
    return tableOf(parseCsv(text), columns);
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    return { row: error.row, column: '', value: '', rule: '引号没有结束', mend: '成对书写引号；引号内的引号写两个' };
  }
}

/** The same for records that were read already, from a sheet. */
export function tableOf(records: readonly (readonly string[])[], columns: readonly Column[]): Table | RowFault {
  const isEmpty = (record: readonly string[]): boolean => record.every((field) => field.trim() === '');
  const start = records.findIndex((record) => record.filter((field) => field.trim() !== '').length > 1);
  const headings = (records[start] ?? []).map(heading);
  const places = new Map<string, number>();
  for (const { name, also = [] } of columns) {
    const place = headings.findIndex((given) => [name, ...also].some((known) => heading(known) === given));
    if (place >= 0) places.set(name, place);
  }
  const missing = columns.filter(({ name, needed = false }) => needed && !places.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    const mend = '首行须为表头；模板见 --template';
    return { row: start + 1, column: missing.join('、'), value: '', rule: '缺少这些列', mend };
  }
  const isRemark = (record: readonly string[]): boolean =>
    halfWidth(record[0] ?? '')
      .trim()
      .startsWith(REMARK);
  const skipped = records.flatMap((record, index) => (index > start && isRemark(record) ? [index + 1] : []));
  const rows = records.flatMap((record, index): readonly Row[] => {
    if (index <= start || isEmpty(record) || isRemark(record)) return [];
    const cells = Object.fromEntries([...places].map(([name, place]) => [name, record[place] ?? '']));
    return [{ row: index + 1, cells, record }];
  });
  const taken = new Set(places.values());
  const unknown = headings.filter((name, index) => name !== '' && name !== REASONS && !taken.has(index));
  return { headings: records[start] ?? [], rows, unknown, skipped };
}

/** Reads the cells of one row and notes what is wrong with them. */
export class RowReader {
  readonly faults: RowFault[] = [];
  readonly remarks: RowFault[] = [];

  constructor(private readonly row: Row) {}

  /** Notes a fault; gives undefined, so that a reader can end with it. */
  fault(column: string, rule: string, mend: string): undefined {
    this.faults.push({ row: this.row.row, column, value: this.cell(column), rule, mend });
    return undefined;
  }

  /** Notes something that doesn't keep the row out. */
  remark(column: string, rule: string, mend: string): void {
    this.remarks.push({ row: this.row.row, column, value: this.cell(column), rule, mend });
  }

  /** The cell as it stands, without outer blanks. */
  cell(column: string): string {
    return (this.row.cells[column] ?? '').replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  }

  /** A line of text, or undefined for an empty cell. */
  line(column: string): string | undefined {
    if (this.cell(column) === '') return undefined;
    return plainLine(this.cell(column)) ?? this.fault(column, '含有不可见的控制字符', '请重新键入这一格');
  }

  /** A line of text that must be there. */
  needed(column: string, mend = `请填写${column}`): string | undefined {
    return this.cell(column) === '' ? this.fault(column, `缺${column}`, mend) : this.line(column);
  }

  /** What `read` makes of the cell; a fault when it makes nothing of it, undefined for an empty cell. */
  read<T>(column: string, read: (text: string) => T | undefined, rule: string, mend: string): T | undefined {
    const text = this.cell(column);
    return text === '' ? undefined : (read(text) ?? this.fault(column, rule, mend));
  }
}

/** Checks the rows one by one; `take` gives the row's value, or notes faults in the reader. */
export function checkRows<T>(table: Table, take: (reader: RowReader, row: Row) => T | undefined): Checked<T> {
  const good: { row: number; value: T }[] = [];
  const faults: RowFault[] = [];
  const remarks: RowFault[] = [];
  for (const row of table.rows) {
    const reader = new RowReader(row);
    const value = take(reader, row);
    if (reader.faults.length > 0 || value === undefined) faults.push(...reader.faults);
    else {
      good.push({ row: row.row, value });
      remarks.push(...reader.remarks);
    }
  }
  return { good, faults, remarks };
}
