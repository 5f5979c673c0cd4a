import type { Organ, Source } from '@srd/domain/organ';
import { parsePlanTable, tableColumns, tableFrameOf, type TableFrame, type TaskContent } from '@srd/domain/plan';
import type { Id } from '@srd/kernel';
import type { Checked, Column, RowFault, Table } from './table';
import { halfWidth } from './tidy';

const examples = [
  '1',
  '对律师事务所的行政检查',
  '示例市司法局',
  '不定向',
  '律师事务所',
  '10%',
  '48',
  '2023年7-8月',
  '否',
];

/** The nine columns of the plan table (A附件, R33). */
export const planColumns: readonly Column[] = tableColumns.map((name, place) => ({
  name,
  ...(name === '是否部门联合抽查' && { also: ['是否联合抽查'] }),
  needed: true,
  example: examples[place] ?? '',
}));

/** A row of the table as a task of the plan. */
export interface PlanRow {
  readonly task: Id;
  readonly content: TaskContent;
}

/** What the table alone doesn't say. */
export interface PlanFacts {
  readonly organ: Organ;
  readonly year: number;
  /** The document that the table belongs to. */
  readonly title: string;
  /** Number of the higher document that joint tasks rest on (R53). */
  readonly higherDocument: string | null;
  /** Items in force, by sector. */
  readonly items: TableFrame['items'];
  /** Numbers of tasks that stand in the plan already. */
  readonly taken: readonly number[];
}

function frameOf({ organ, year, title, higherDocument, items }: PlanFacts): TableFrame {
  const source: Source = { kind: 'document', document: title, article: '抽查工作计划表' };
  const higher = higherDocument === null ? null : { number: higherDocument, link: null };
  return tableFrameOf(organ, year, source, { items, higherDocument: higher });
}

/** What stands in the way of a row that is a task by itself: its number is taken, or the higher document isn't said. */
function obstacles({ number, joint }: TaskContent, row: number, { taken, higherDocument }: PlanFacts): RowFault[] {
  const faults: RowFault[] = [];
  if (taken.includes(number)) {
    const [value, rule] = [String(number), `序号 ${number} 已有任务`];
    faults.push({ row, column: '序号', value, rule, mend: '一个序号只用于一项任务' });
  }
  if (joint && higherDocument === null) {
    const mend = '请以 --higher-document 给出文号，如 潮市监〔2023〕45号';
    faults.push({ row, column: '是否部门联合抽查', value: '是', rule: '部门联合抽查须写明所依据的上级文件', mend });
  }
  return faults;
}

/** Checks the rows of a plan table and puts the organ's rules beside each, with both sources (R33, C1, C2). */
export function readPlan(table: Table, facts: PlanFacts): Checked<PlanRow> {
  const cells = table.rows.map((row) => tableColumns.map((name) => row.cells[name] ?? ''));
  const parsed = parsePlanTable([tableColumns, ...cells], frameOf(facts));
  // The parser's first row is the heading; the file may have a title above it and blank lines between.
  const rowInFile = (row: number): number => table.rows[row - 2]?.row ?? row;
  const good: { row: number; value: PlanRow }[] = [];
  const faults: RowFault[] = parsed.faults.map((fault) => ({ ...fault, row: rowInFile(fault.row) }));
  for (const { row: place, content } of parsed.drafts) {
    const row = rowInFile(place);
    const found = obstacles(content, row, facts);
    faults.push(...found);
    const task = `${facts.organ.organ}-${facts.year}-${content.number}`;
    if (found.length === 0) good.push({ row, value: { task, content } });
  }
  return { good, faults: faults.sort((a, b) => a.row - b.row), remarks: [] };
}

/** The year that most of the table's windows name; undefined when none does. */
export function yearOf(table: Table): number | undefined {
  const counts = new Map<number, number>();
  for (const { cells } of table.rows) {
    const year = Number(/^20\d{2}(?!\d)/.exec(halfWidth(cells['抽查时间'] ?? ''))?.[0]);
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
