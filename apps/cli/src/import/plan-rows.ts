import { lineSectionOf, type Organ, type OrganRules, type Sector, type Source, type Sourced } from '@srd/domain/organ';
import { sectorLabels, type ItemReference, type TaskContent } from '@srd/domain/plan';
import type { Id } from '@srd/kernel';
import { readObjects, sectorWords } from './sectors';
import { checkRows, type Checked, type Column, type RowReader, type Table } from './table';
import { readCount, readPercent, readWindow } from './tidy';

/** The nine columns of the plan table (A附件, R33). */
export const planColumns: readonly Column[] = [
  { name: '序号', needed: true, example: '1' },
  { name: '抽查任务名称', needed: true, example: '对律师事务所的行政检查' },
  { name: '实施部门', needed: true, example: '示例市司法局' },
  { name: '抽查类型', needed: true, example: '不定向' },
  { name: '抽查对象', needed: true, example: '律师事务所' },
  { name: '抽取比例', needed: true, example: '10%' },
  { name: '抽查对象总数', needed: true, example: '48' },
  { name: '抽查时间', needed: true, example: '2023年7-8月' },
  { name: '是否部门联合抽查', also: ['是否联合抽查'], needed: true, example: '否' },
];

/** A row of the table as a task of the plan. */
export interface PlanRow {
  readonly task: Id;
  readonly content: TaskContent;
}

/** What the table alone doesn't say. */
export interface PlanFacts {
  readonly organ: Organ;
  readonly rules: OrganRules;
  readonly ruleVersion: number;
  readonly year: number;
  /** The document that the table belongs to. */
  readonly title: string;
  /** Number of the higher document that joint tasks rest on (R53). */
  readonly higherDocument: string | null;
  /** Items in force, by sector. */
  readonly items: Readonly<Partial<Record<Sector, readonly ItemReference[]>>>;
  /** Numbers of tasks that stand in the plan already. */
  readonly taken: readonly number[];
}

const own = <T>(value: T, note: string): Sourced<T> => ({ value, source: { kind: 'own', note } });

/** The organ's rule on sampling a sector, beside the table's ratio; where it gives bodies and no ratio, the text is silent on one (C1, C2). */
function ruleOf(
  { rules }: PlanFacts,
  sector: Sector,
): Pick<TaskContent, 'rounding' | 'atLeast'> & { text: TaskContent['ratios']['text'] } {
  const rule = rules.sampling[sector];
  if (!rule) {
    const note = `机关规则未定${sectorLabels[sector]}的抽查，导入时所定`;
    return { text: null, rounding: own('ceil', note), atLeast: own(1, note) };
  }
  const { source, value } = rule;
  const text = value.basisPoints > 0 ? { basisPoints: value.basisPoints, about: false, source } : null;
  return { text, rounding: { value: value.rounding, source }, atLeast: { value: value.atLeast, source } };
}

function readJoint(reader: RowReader, { higherDocument }: PlanFacts): boolean | undefined {
  const column = '是否部门联合抽查';
  reader.needed(column, '请填写 是 或 否');
  const words: Readonly<Record<string, boolean>> = { 是: true, 否: false };
  const joint = reader.read(column, (text) => words[text], '应为 是 或 否', '请填写 是 或 否');
  if (joint && higherDocument === null) {
    return reader.fault(
      column,
      '部门联合抽查须写明所依据的上级文件',
      '请以 --higher-document 给出文号，如 潮市监〔2023〕45号',
    );
  }
  return joint;
}

function readSection(reader: RowReader, { organ }: PlanFacts, sectors: readonly Sector[]): Id | undefined {
  const sections = new Set(sectors.map((sector) => lineSectionOf(organ, sector)));
  const [section] = sections;
  if (sections.size === 1 && section !== undefined) return section;
  return sections.size > 1
    ? reader.fault('抽查对象', '这些对象由不同业务科室主管', '请按科室分成几行')
    : reader.fault('抽查对象', '本机关没有主管这一行业的业务科室', '请先在机关科室中设定（A二(一)）');
}

function readTask(reader: RowReader, facts: PlanFacts, taken: Set<number>): PlanRow | undefined {
  for (const { name } of planColumns)
    if (!['抽查对象总数', '抽取比例', '是否部门联合抽查'].includes(name)) reader.needed(name);
  const number = reader.read('序号', readCount, '序号不是整数', '请填写 1、2、3……');
  if (number !== undefined && taken.has(number))
    reader.fault('序号', `序号 ${number} 已有任务`, '一个序号只用于一项任务');
  if (number !== undefined) taken.add(number);
  const [name, inspectingBody] = [reader.line('抽查任务名称'), reader.line('实施部门')];
  const kinds: Readonly<Record<string, TaskContent['targeting']>> = { 不定向: 'open', 定向: 'directed' };
  const targeting = reader.read('抽查类型', (text) => kinds[text], '没有这一抽查类型', '请填写 不定向 或 定向');
  const objects = reader.read(
    '抽查对象',
    readObjects,
    '没有这一对象',
    `请填写 ${sectorWords}，或其法律服务人员，以顿号分开`,
  );
  const ratio = reader.read('抽取比例', readPercent, '比例无法识别', '请写成 20%（不高于100%），而非 0.2');
  const total = reader.read('抽查对象总数', readCount, '总数不是整数', '请填写机构总数，如 48');
  const window = reader.read(
    '抽查时间',
    readWindow,
    '时间无法识别',
    '请写成 2023年9月、2023年7-8月 或 2023年7月1日至8月31日',
  );
  if (window && !window.from.startsWith(`${facts.year}-`))
    reader.fault('抽查时间', `不在${facts.year}年度计划内`, '请核对年份，或以 --year 给出年度');
  const joint = readJoint(reader, facts);
  const section = objects && readSection(reader, facts, objects.sectors);
  const sector = objects?.sectors[0];
  if (reader.faults.length > 0 || number === undefined || !name || !inspectingBody || !targeting || !objects || !sector)
    return undefined;
  if (!window || joint === undefined || !section) return undefined;
  const { text, rounding, atLeast } = ruleOf(facts, sector);
  const source: Source = { kind: 'document', document: facts.title, article: '抽查工作计划表' };
  const { rules } = facts;
  return {
    task: `${facts.organ.organ}-${facts.year}-${number}`,
    content: {
      number,
      name,
      inspectingBody,
      targeting,
      objects,
      ratios: { table: ratio ? { ...ratio, source } : null, text },
      rounding,
      atLeast,
      listedRatio: null,
      totals: { institutions: total ?? null, practitioners: null },
      window: { ...window, text: reader.cell('抽查时间') },
      joint,
      partners: [],
      higherDocument: joint && facts.higherDocument !== null ? { number: facts.higherDocument, link: null } : null,
      section,
      items: objects.sectors.flatMap((each) => facts.items[each] ?? []),
      method: 'onSite',
      mode: 'direct',
      disclosure: rules.disclosure.value,
      afterCessation: rules.afterCessation.value,
      ruleVersion: facts.ruleVersion,
    },
  };
}

/** Checks the rows of a plan table and puts the organ's rules beside each, with both sources (R33, C1, C2). */
export function readPlan(table: Table, facts: PlanFacts): Checked<PlanRow> {
  const taken = new Set(facts.taken);
  return checkRows(table, (reader) => readTask(reader, facts, taken));
}

/** The year that most of the table's windows begin in; undefined when none can be read. */
export function yearOf(table: Table): number | undefined {
  const counts = new Map<number, number>();
  for (const { cells } of table.rows) {
    const window = readWindow(cells['抽查时间'] ?? '');
    const year = window && Number(window.from.slice(0, 4));
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
