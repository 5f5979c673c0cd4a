import { writeCsv } from './csv';
import { REASONS, REMARK, type Checked, type Column, type RowFault, type Table } from './table';

/** What an import comes to. */
export interface Outcome {
  readonly file: string;
  readonly encoding: string;
  readonly rows: number;
  /** Rows in order, and how many of them went in; null where the import wasn't confirmed. */
  readonly good: number;
  readonly imported: number | null;
  /** Numbers of the rows that didn't or wouldn't go in. */
  readonly bad: readonly number[];
  readonly faults: readonly RowFault[];
  readonly remarks: readonly RowFault[];
  readonly unknownColumns: readonly string[];
  /** Numbers of the rows that were passed over as remarks. */
  readonly skipped: readonly number[];
}

/** Rows of a file that have a fault, in order, each once. */
export function badRows(faults: readonly RowFault[]): readonly number[] {
  return [...new Set(faults.map(({ row }) => row))].sort((a, b) => a - b);
}

/** What a check before the import comes to; nothing has gone in. */
export function precheck(file: string, encoding: string, table: Table, checked: Checked<unknown>): Outcome {
  return {
    file,
    encoding,
    rows: table.rows.length,
    good: checked.good.length,
    imported: null,
    bad: badRows(checked.faults),
    faults: checked.faults,
    remarks: checked.remarks,
    unknownColumns: table.unknown,
    skipped: table.skipped,
  };
}

const line = ({ row, column, value, rule, mend }: RowFault): string =>
  `  第 ${row} 行｜${column || '整行'}｜${value === '' ? '（空）' : value}｜${rule}｜${mend}`;

/** The report for people, line by line: row, column, value, what is wrong, how to mend it. */
export function reportLines(outcome: Outcome): readonly string[] {
  const { rows, good, bad, imported, faults, remarks, unknownColumns, skipped } = outcome;
  const head =
    imported === null
      ? `预检：共 ${rows} 行，可导入 ${good} 行，错误 ${bad.length} 行（尚未导入，加 --confirm 导入）`
      : `导入：共 ${rows} 行，新增 ${imported} 行，未导入 ${bad.length} 行`;
  const section = (title: string, found: readonly RowFault[]): readonly string[] =>
    found.length === 0 ? [] : [`${title}（行｜列｜值｜原因｜建议）：`, ...found.map(line)];
  return [
    head,
    ...(unknownColumns.length > 0 ? [`模板中没有这些列，未读：${unknownColumns.join('、')}`] : []),
    ...(skipped.length > 0 ? [`以 ${REMARK} 开头的行不导入，已略过第 ${skipped.join('、')} 行`] : []),
    ...section('错误', faults),
    ...section('提示', remarks),
  ];
}

/** The faulty rows as they were handed in, with the reasons behind them, to be corrected and handed in again. */
export function badRowsCsv(table: Table, faults: readonly RowFault[]): string {
  const wanted = new Set(badRows(faults));
  const known = table.headings.findIndex((heading) => heading.trim() === REASONS);
  const without = (record: readonly string[]): readonly string[] => record.filter((_, place) => place !== known);
  const reasons = (row: number): string =>
    faults
      .flatMap((fault) => (fault.row === row ? [`${fault.column}：${fault.rule}（${fault.mend}）`] : []))
      .join('；');
  const width = without(table.headings).length;
  const records = table.rows.flatMap(({ row, record }) => {
    if (!wanted.has(row)) return [];
    const cells = without(record);
    return [[...Array.from({ length: width }, (_, place) => cells[place] ?? ''), reasons(row)]];
  });
  return writeCsv([[...without(table.headings), REASONS], ...records]);
}

/** An empty file with the headings and one example row, marked so that it isn't imported with the rows written below it. */
export function templateCsv(columns: readonly Column[]): string {
  const [first = '', ...others] = columns.map(({ example }) => example);
  return writeCsv([columns.map(({ name }) => name), [`${REMARK}示例：${first}`, ...others]]);
}
