import { Failed } from '../command';
import { decode } from './decode';
import type { Additions, Batch, Kind } from './kinds';
import { Refused, type Desk, type Place } from './place';
import { badRows, precheck, type Outcome } from './report';
import { isWorkbook, readSheet, UnreadableSheet } from './sheet';
import { readTable, tableOf, type RowFault, type Table } from './table';

/** A file that was read and checked; `batch` is missing where the whole file can't be taken. */
export interface Prechecked {
  readonly table: Table;
  readonly outcome: Outcome;
  readonly batch?: Batch;
}

const NOTHING: Table = { headings: [], rows: [], unknown: [], skipped: [] };

function unreadable(file: string, encoding: string, fault: RowFault): Prechecked {
  const checked = { good: [], faults: [fault], remarks: [] };
  return { table: NOTHING, outcome: precheck(file, encoding, NOTHING, checked) };
}

/** The table in a file of text or in a workbook, or what keeps the whole file out. */
function tableIn(
  bytes: Uint8Array,
  { columns }: Kind,
): { readonly table: Table | RowFault; readonly encoding: string } {
  if (isWorkbook(bytes)) {
    try {
      return { table: tableOf(readSheet(bytes), columns), encoding: 'xlsx' };
    } catch (error) {
      if (!(error instanceof UnreadableSheet)) throw error;
      const { rule, mend } = error;
      return { table: { row: 1, column: '', value: '', rule, mend }, encoding: 'xlsx' };
    }
  }
  const decoded = decode(bytes);
  if (decoded) return { table: readTable(decoded.text, columns), encoding: decoded.encoding };
  const mend = '请另存为 XLSX，或以 UTF-8 或 GB18030 编码另存为 CSV';
  return { table: { row: 1, column: '', value: '', rule: '不是文本文件', mend }, encoding: '' };
}

/** Reads a file and checks each row; nothing goes in. */
export async function check(bytes: Uint8Array, kind: Kind, place: Place, additions: Additions): Promise<Prechecked> {
  const { table, encoding } = tableIn(bytes, kind);
  if ('rule' in table) return unreadable(additions.file, encoding, table);
  const batch = await kind.check(table, place, additions);
  return { table, batch, outcome: precheck(additions.file, encoding, table, batch.checked) };
}

function faultOf(row: number, { code, detail, title, basis }: Refused): RowFault {
  const said = [title === detail ? '' : title, basis, code].filter((text) => text !== '');
  return { row, column: '', value: '', rule: detail, mend: said.join('，') };
}

/** What kept the rest of the file out: the rows before it stand, and are found as doubled when the file is handed in again. */
function stopped(error: unknown, row: number, imported: number): unknown {
  if (!(error instanceof Failed)) return error;
  return new Failed(
    `${error.message}。停在第 ${row} 行，此前已导入 ${imported} 行；再次导入同一文件可续完，已导入的行会报为重复`,
  );
}

/** Brings the rows in that are in order, one by one; what is refused joins the faulty ones. */
export async function bringIn(
  { outcome, batch }: Prechecked,
  desk: Desk,
  progress: (done: number) => void = () => {},
): Promise<Outcome> {
  if (!batch || batch.checked.good.length === 0) return { ...outcome, imported: 0 };
  const refused: RowFault[] = [];
  let imported = 0;
  await batch.begin(desk);
  for (const [index, { row, value }] of batch.checked.good.entries()) {
    try {
      await batch.bringIn(value, desk);
      imported++;
    } catch (error) {
      if (!(error instanceof Refused)) throw stopped(error, row, imported);
      refused.push(faultOf(row, error));
    }
    progress(index + 1);
  }
  const faults = [...outcome.faults, ...refused].sort((a, b) => a.row - b.row);
  return { ...outcome, imported, faults, bad: badRows(faults) };
}
