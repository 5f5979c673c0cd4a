import type { Certificate, InspectorField } from '@srd/domain/inspectors';
import type { Section } from '@srd/domain/organ';
import type { Day, Id } from '@srd/kernel';
import { readSector, sectorWords } from './sectors';
import { checkRows, type Checked, type Column, type RowReader, type Table } from './table';
import { halfWidth, readDay } from './tidy';

/** Columns of the inspectors' template (B二(四)). */
export const inspectorColumns: readonly Column[] = [
  { name: '姓名', needed: true, example: '王某' },
  { name: '行政执法证号', also: ['执法证号', '证号'], needed: true, example: 'GD00000001' },
  { name: '证件类别', also: ['制发机关'], needed: true, example: '省级' },
  { name: '有效期起', needed: true, example: '2022.1.1' },
  { name: '有效期止', also: ['有效期至'], needed: true, example: '2026年12月31日' },
  { name: '科室', example: '律师工作管理科' },
  { name: '执法领域', needed: true, example: '律师事务所、基层法律服务所' },
  { name: '联系电话', also: ['电话'], example: '' },
];

/** A row of the inspectors' roster; name, certificate number and telephone go to the register of persons. */
export interface InspectorRow {
  readonly person: { readonly name: string; readonly certificate: string; readonly phone?: string };
  readonly section: Id | null;
  readonly fields: readonly InspectorField[];
  readonly certificate: Certificate;
}

/** What the rows are held against. */
export interface InspectorFacts {
  readonly today: Day;
  readonly sections: readonly Section[];
  /** Certificate numbers of those who are enrolled. */
  readonly certificates: ReadonlySet<string>;
}

const KINDS: Readonly<Record<string, Certificate['kind']>> = {
  司法部: 'ministry',
  部级: 'ministry',
  省级: 'provincial',
  省: 'provincial',
};
const DAY = ['日期无法识别', '请写成 2023-09-01、2023.9.1 或 2023年9月1日'] as const;
const FIELDS = `请填写 ${sectorWords}、价格，多个以顿号分开`;

function readFields(text: string): readonly InspectorField[] | undefined {
  const words = text.split(/[、，,；;\s]+/).filter((word) => word !== '');
  const fields = words.map((word): InspectorField | undefined => (word === '价格' ? 'price' : readSector(word)));
  return fields.every((field) => field !== undefined) ? [...new Set(fields)] : undefined;
}

function readCertificate(reader: RowReader, today: Day): Certificate | undefined {
  const kindOf = (text: string): Certificate['kind'] | undefined =>
    Object.hasOwn(KINDS, text) ? KINDS[text] : undefined;
  for (const column of ['证件类别', '有效期起', '有效期止']) reader.needed(column);
  const kind = reader.read('证件类别', kindOf, '没有这一证件类别', '请填写 司法部 或 省级');
  const validFrom = reader.read('有效期起', readDay, ...DAY);
  const validUntil = reader.read('有效期止', readDay, ...DAY);
  if (!kind || !validFrom || !validUntil) return undefined;
  if (validFrom > validUntil) return reader.fault('有效期止', '早于有效期起', '请照证件核对起止日期');
  if (validUntil < today) return reader.fault('有效期止', '行政执法证已过期', '换证后再纳入名录库（A二(四)、B二(四)）');
  return { kind, validFrom, validUntil };
}

/** Checks the rows of the inspectors' roster: nobody without a valid certificate, and no certificate twice (R21, R22). */
export function readInspectors(table: Table, { today, sections, certificates }: InspectorFacts): Checked<InspectorRow> {
  const taken = new Map<string, string>([...certificates].map((number) => [number, '名录库中的人员']));
  return checkRows(table, (reader, { row }) => {
    const name = reader.needed('姓名');
    const written = reader.needed('行政执法证号', '无行政执法证不得纳入名录库（A二(四)、B二(四)）');
    const number = written === undefined ? undefined : halfWidth(written).replace(/\s/g, '');
    const other = number === undefined ? undefined : taken.get(number);
    if (other !== undefined) reader.fault('行政执法证号', `证号与${other}重复`, '一人一行；请核对证件');
    else if (number !== undefined) taken.set(number, `第 ${row} 行`);
    const certificate = readCertificate(reader, today);
    const sectionOf = (text: string): Section | undefined =>
      sections.find((each) => each.name === text || each.id === text);
    const known = sections.map((each) => each.name).join('、');
    const section = reader.read('科室', sectionOf, '本机关没有这一科室', `请填写 ${known}，或留空`);
    reader.needed('执法领域', FIELDS);
    const fields = reader.read('执法领域', readFields, '没有这一执法领域', FIELDS);
    const phone = reader.line('联系电话');
    if (reader.faults.length > 0 || !name || !number || !certificate || !fields) return undefined;
    const person = { name, certificate: number, ...(phone === undefined ? {} : { phone: halfWidth(phone) }) };
    return { person, section: section?.id ?? null, fields, certificate };
  });
}
