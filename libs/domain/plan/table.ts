import { plainLine, type DrawModes, type OrganRules, type Sector, type Source, type Sourced } from '@srd/domain/organ';
import {
  cellText,
  readJoint,
  readNumber,
  readObjects,
  readRatio,
  readTargeting,
  readTotals,
  readWindow,
  type Cell,
  type Read,
} from './cells';
import { sectorLabels, type ItemReference, type Ratio, type TaskContent } from './task';

/** The nine columns as the table prints them, in its order (A附件, R33). */
export const tableColumns = [
  '序号',
  '抽查任务名称',
  '实施部门',
  '抽查类型',
  '抽查对象',
  '抽取比例',
  '抽查对象总数',
  '抽查时间',
  '是否部门联合抽查',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** What is wrong with one cell; `row` counts the sheet's rows from 1. */
export type TableFault = {
  readonly row: number;
  readonly column: TableColumn | '表头' | '整行';
  readonly value: string;
  readonly rule: string;
  readonly mend: string;
};

/** What the table doesn't say and the text, the organ's rules or the section add (R34). */
export type TableFrame = {
  readonly year: number;
  /** The table as a document. */
  readonly source: Source;
  /** Line section of each sector (R1, R2). */
  readonly sections: Partial<Readonly<Record<Sector, string>>>;
  /** Ratio, minimum and rounding of the organ's rules: what the text says (C1–C4). */
  readonly sampling: OrganRules['sampling'];
  readonly items: Partial<Readonly<Record<Sector, readonly ItemReference[]>>>;
  readonly higherDocument: TaskContent['higherDocument'];
  readonly disclosure: TaskContent['disclosure'];
  readonly afterCessation: TaskContent['afterCessation'];
  readonly ruleVersion: number;
  readonly modes?: DrawModes;
  /** Sectors for which the text states no minimum, so that the rule's is the organ's reading (C4). */
  readonly interpreted?: readonly Sector[];
};

/** One row as a task in draft; `row` counts the sheet's rows from 1. */
export type TableDraft = { readonly row: number; readonly content: TaskContent };

export type ParsedTable = { readonly drafts: readonly TableDraft[]; readonly faults: readonly TableFault[] };

const bare = (text: string): string => text.replaceAll(' ', '');

/** Where each column stands, by the names in a row; `null` when it isn't the header. */
function headerOf(row: readonly Cell[]): ReadonlyMap<TableColumn, number> | null {
  const names = row.map((cell) => bare(cellText(cell)));
  const found = tableColumns.flatMap((column) => {
    const at = names.indexOf(column);
    return at < 0 ? [] : [[column, at] as const];
  });
  // A title row, and a row of figures, hold fewer than two of the names.
  return found.length >= 2 ? new Map(found) : null;
}

function sampleOf(sectors: readonly Sector[], ratio: { atLeast: number | null }, frame: TableFrame) {
  const rule = sectors.map((sector) => frame.sampling[sector]).find((each) => each !== undefined);
  const stated = !sectors.some((sector) => frame.interpreted?.includes(sector));
  const interpreted: Source = { kind: 'own', note: '文件未写明每次最少家数，本机关解释为1家（C4）' };
  const rounding: Sourced<TaskContent['rounding']['value']> = {
    value: rule?.value.rounding ?? 'ceil',
    source: { kind: 'own', note: '文件未写明取整方法，本机关自定（C3）' },
  };
  const atLeast: Sourced<number> =
    ratio.atLeast !== null
      ? { value: ratio.atLeast, source: frame.source }
      : rule && rule.value.atLeast > 0
        ? { value: rule.value.atLeast, source: stated ? rule.source : interpreted }
        : { value: 1, source: interpreted };
  // A rule of nought says that the text gives a number of bodies and no ratio (R42, R44). A document's ratio is a 左右, the organ's own is exact (R47).
  const text: Ratio | null =
    rule && rule.value.basisPoints > 0
      ? { basisPoints: rule.value.basisPoints, about: rule.source.kind === 'document', source: rule.source }
      : null;
  return { rounding, atLeast, text };
}

/** One row of the table: its content, or the faults of its cells. */
function readRow(
  cells: readonly Cell[],
  row: number,
  header: ReadonlyMap<TableColumn, number>,
  frame: TableFrame,
): TableDraft | readonly TableFault[] {
  const faults: TableFault[] = [];
  const cellOf = (column: TableColumn): Cell => cells[header.get(column) ?? -1];
  const take = <T>(column: TableColumn, read: (text: string) => Read<T>): T | undefined => {
    const value = cellText(cellOf(column));
    const answer: Read<T> =
      value === '' ? { flaw: { rule: `「${column}」不能为空`, mend: '按原表补填' } } : read(value);
    if ('value' in answer) return answer.value;
    faults.push({ row, column, value, ...answer.flaw });
    return undefined;
  };
  // Names as they are written: full-width brackets belong to them.
  const line = (column: TableColumn) => (): Read<string> => {
    const tidy = plainLine(String(cellOf(column)));
    return tidy === null ? { flaw: { rule: '含有不可见的字符', mend: '删去单元格后重新输入' } } : { value: tidy };
  };
  const number = take('序号', readNumber);
  const name = take('抽查任务名称', line('抽查任务名称'));
  const inspectingBody = take('实施部门', line('实施部门'));
  const targeting = take('抽查类型', readTargeting);
  const objects = take('抽查对象', readObjects);
  const ratio = take('抽取比例', (text) => readRatio(text, cellOf('抽取比例')));
  const totals = take('抽查对象总数', readTotals);
  const window = take('抽查时间', (text) => readWindow(text, frame.year, plainLine(cellOf('抽查时间')) ?? text));
  const joint = take('是否部门联合抽查', readJoint);
  const sections = [...new Set(objects?.sectors.map((sector) => frame.sections[sector]))];
  const section = sections[0];
  if (objects && (section === undefined || sections.length > 1)) {
    const labels = objects.sectors.map((sector) => sectorLabels[sector]).join('、');
    const rule = sections.length > 1 ? '一项任务应由一个业务科室承办' : '没有主管该行业的业务科室';
    faults.push({ row, column: '抽查对象', value: labels, rule, mend: '分行填写，或先在机关设置中规定主管科室' });
  }
  const complete =
    number !== undefined &&
    name !== undefined &&
    inspectingBody !== undefined &&
    targeting !== undefined &&
    objects !== undefined &&
    ratio !== undefined &&
    totals !== undefined &&
    window !== undefined &&
    joint !== undefined &&
    section !== undefined;
  if (faults.length > 0 || !complete) return faults;
  const { rounding, atLeast, text } = sampleOf(objects.sectors, ratio, frame);
  const { basisPoints, about } = ratio;
  const content: TaskContent = {
    number,
    name,
    inspectingBody,
    targeting,
    objects,
    ratios: { table: basisPoints === null ? null : { basisPoints, about, source: frame.source }, text },
    rounding,
    atLeast,
    listedRatio: null,
    totals,
    window,
    joint,
    partners: [],
    higherDocument: joint ? frame.higherDocument : null,
    section,
    items: objects.sectors.flatMap((sector) => frame.items[sector] ?? []),
    method: 'onSite',
    mode: 'direct',
    disclosure: frame.disclosure,
    afterCessation: frame.afterCessation,
    ruleVersion: frame.ruleVersion,
    ...(frame.modes && { modes: frame.modes }),
  };
  return { row, content };
}

/**
 * The nine-column table as it stands, from a sheet's rows of cells (A附件, R33): title rows and blank ones are passed over, columns are
 * found by their names in any order, and a row with a fault gives its faults and no draft. Contradictions between table, text and
 * roster aren't faults: the plan's check finds them (C1–C6).
 */
export function parsePlanTable(rows: readonly (readonly Cell[])[], frame: TableFrame): ParsedTable {
  const at = rows.findIndex((row) => headerOf(row) !== null);
  const header = headerOf(rows[at] ?? []);
  const missing = tableColumns.filter((column) => !header?.has(column));
  if (!header || missing.length > 0) {
    const mend = `表头应有九栏：${tableColumns.join('、')}`;
    const rule = header ? `缺少：${missing.join('、')}` : '没有找到表头';
    return { drafts: [], faults: [{ row: at + 1, column: '表头', value: '', rule, mend }] };
  }
  const drafts: TableDraft[] = [];
  const faults: TableFault[] = [];
  const placed = new Set(header.values());
  for (const [index, cells] of rows.entries()) {
    if (index <= at || cells.every((cell) => cellText(cell) === '')) continue;
    const row = index + 1;
    const surplus = cells.find((cell, column) => !placed.has(column) && cellText(cell) !== '');
    if (surplus !== undefined) {
      const value = cellText(surplus);
      faults.push({ row, column: '整行', value, rule: '九栏之外还有内容', mend: '移入相应的栏，或删去' });
      continue;
    }
    const read = readRow(cells, row, header, frame);
    if (!('content' in read)) {
      faults.push(...read);
      continue;
    }
    const twin = drafts.find(({ content }) => content.number === read.content.number);
    if (twin) {
      const value = String(read.content.number);
      faults.push({ row, column: '序号', value, rule: `序号已用于第${twin.row}行`, mend: '改为未用过的序号' });
    } else drafts.push(read);
  }
  if (drafts.length + faults.length === 0) {
    faults.push({ row: at + 1, column: '整行', value: '', rule: '表中没有抽查任务', mend: '至少填写一行' });
  }
  return { drafts, faults };
}
