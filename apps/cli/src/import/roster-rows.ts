import type { Sector } from '@srd/domain/organ';
import { normalizeUscc, usccCheck, type GivenParticulars } from '@srd/domain/roster';
import { isId, type Day, type Id } from '@srd/kernel';
import { readSector, sectorWords } from './sectors';
import { checkRows, type Checked, type Column, type RowReader, type Table } from './table';
import { halfWidth, readCount, readDay } from './tidy';

/** Columns of the object roster's template (B二(五)). */
export const rosterColumns: readonly Column[] = [
  { name: '类别', also: ['机构类别', '行业'], needed: true, example: '律师事务所' },
  { name: '机构名称', also: ['名称'], needed: true, example: '示例律师事务所' },
  { name: '统一社会信用代码', also: ['信用代码'], needed: true, example: '31445100MD0000000X' },
  { name: '登记号', also: ['执业许可证号', '许可证号'], needed: true, example: '24451202310000001' },
  { name: '许可机关', also: ['发证机关'], needed: true, example: '广东省司法厅' },
  { name: '许可日期', also: ['发证日期'], example: '2015.6.1' },
  { name: '有效期至', example: '' },
  { name: '住所', also: ['登记住所', '执业场所'], needed: true, example: '某市某区某路1号' },
  { name: '实际办公地址', example: '' },
  { name: '行政区划码', also: ['区划代码'], needed: true, example: '445102' },
  { name: '负责人', example: '张某' },
  { name: '联系人', example: '李某' },
  { name: '联系电话', also: ['电话'], example: '0768-0000000' },
  { name: '执业人数', also: ['人数'], needed: true, example: '12' },
  { name: '组织形式', also: ['机构性质'], example: '普通合伙' },
  { name: '业务类别', example: '' },
  { name: '纳入日期', example: '' },
];

/** Somebody named in a row: goes to the register of persons, the event has the id only. */
export interface NamedPerson {
  readonly name: string;
  readonly phone?: string;
}

/** A row of the roster, ready to be registered. */
export interface RosterRow {
  readonly institution: Id;
  readonly sector: Sector;
  readonly particulars: GivenParticulars;
  readonly head: NamedPerson | null;
  readonly contact: NamedPerson | null;
  readonly occurredOn: Day;
}

/** What the rows are held against. */
export interface RosterFacts {
  readonly today: Day;
  /** 数据来源 of every row. */
  readonly source: string;
  readonly known: readonly { readonly name: string; readonly uscc: string; readonly registrationNumber: string }[];
}

const DAY = ['日期无法识别', '请写成 2023-09-01、2023.9.1 或 2023年9月1日'] as const;

function readCode(reader: RowReader): string | undefined {
  const column = '统一社会信用代码';
  const code = normalizeUscc(reader.needed(column) ?? '');
  if (code === '') return undefined;
  const fault = usccCheck(code);
  if (fault === 'format')
    return reader.fault(column, '不是18位统一社会信用代码', '请核对登记证书；代码不含字母I、O、S、V、Z');
  if (fault !== null) {
    reader.remark(column, '校验位不符', '可导入，但须更正代码或由领导豁免后才能冻结名录（B二(五)）');
  }
  return code;
}

function readRegistration(reader: RowReader): string | undefined {
  const number = reader.needed('登记号', '请填写执业许可证上的登记号');
  return number === undefined ? undefined : halfWidth(number).replace(/\s/g, '');
}

/** Takes note of a value that may stand once; the first row that has it keeps it. */
class Once {
  private readonly taken = new Map<string, string>();

  constructor(
    private readonly column: string,
    known: readonly (readonly [value: string, name: string])[],
  ) {
    for (const [value, name] of known) this.taken.set(value, `名录库中的“${name}”`);
  }

  check(reader: RowReader, value: string | undefined, row: number): void {
    if (value === undefined) return;
    const other = this.taken.get(value);
    if (other !== undefined) {
      reader.fault(this.column, `${this.column}与${other}重复`, '一家机构只列一行；确为两家的，请核对登记证书');
    } else this.taken.set(value, `第 ${row} 行`);
  }
}

function readPeople(reader: RowReader): Pick<RosterRow, 'head' | 'contact'> {
  const [head, contact, phone] = [reader.line('负责人'), reader.line('联系人'), reader.line('联系电话')];
  const withPhone = phone === undefined ? {} : { phone: halfWidth(phone) };
  return {
    head: head === undefined ? null : { name: head, ...(contact === undefined ? withPhone : {}) },
    contact: contact === undefined ? null : { name: contact, ...withPhone },
  };
}

function readParticulars(
  reader: RowReader,
  source: string,
): Omit<GivenParticulars, 'uscc' | 'registrationNumber'> | undefined {
  const name = reader.needed('机构名称');
  const licensingAuthority = reader.needed('许可机关');
  const registeredPremises = reader.needed('住所', '请填写登记的住所（执业场所），检查和送达以此为准');
  reader.needed('行政区划码');
  const sixDigits = (text: string): string | undefined => /^\d{6}$/.exec(halfWidth(text))?.[0];
  const divisionCode = reader.read(
    '行政区划码',
    sixDigits,
    '行政区划码不是6位数字',
    '请填写住所所在县区的区划码，如 445102',
  );
  reader.needed('执业人数');
  const practising = reader.read('执业人数', readCount, '执业人数不是整数', '请填写整数，如 12');
  const licensedOn = reader.read('许可日期', readDay, ...DAY) ?? null;
  const validUntil = reader.read('有效期至', readDay, ...DAY) ?? null;
  const actualPremises = reader.line('实际办公地址') ?? null;
  const form = reader.line('组织形式') ?? null;
  const specialties = (reader.line('业务类别') ?? '').split(/[、，,；;]/).flatMap((word) => word.trim() || []);
  if (reader.faults.length > 0 || !name || !licensingAuthority || !registeredPremises || !divisionCode)
    return undefined;
  const dated = { licensedOn, validUntil, actualPremises, form, specialties };
  return {
    name,
    licensingAuthority,
    registeredPremises,
    divisionCode,
    practising: practising ?? 0,
    ...dated,
    dataSource: source,
  };
}

/**
 * Checks the rows of an object roster: sector, codes, premises, dates, and that nothing stands twice, in the file or in the roster. A code
 * with a wrong check character is let in with a remark: the roster keeps the fault, and a draw waits for its correction (trap 4).
 */
export function readRoster(table: Table, { today, source, known }: RosterFacts): Checked<RosterRow> {
  const codes = new Once(
    '统一社会信用代码',
    known.map(({ uscc, name }) => [uscc, name] as const),
  );
  const numbers = new Once(
    '登记号',
    known.map(({ registrationNumber, name }) => [registrationNumber, name] as const),
  );
  return checkRows(table, (reader, { row }) => {
    reader.needed('类别', `请填写 ${sectorWords} 之一`);
    const sector = reader.read('类别', readSector, '没有这一类别', `请填写 ${sectorWords} 之一`);
    const uscc = readCode(reader);
    const registrationNumber = readRegistration(reader);
    codes.check(reader, uscc, row);
    numbers.check(reader, registrationNumber, row);
    const particulars = readParticulars(reader, source);
    const people = readPeople(reader);
    const occurredOn = reader.read('纳入日期', readDay, ...DAY) ?? today;
    if (occurredOn > today) reader.fault('纳入日期', '晚于今日', '请填写今日或以前的日期，或留空');
    if (registrationNumber !== undefined && !isId(registrationNumber)) {
      reader.fault('登记号', '登记号含有数字、字母以外的字符', '请照执业许可证填写数字和字母');
    }
    if (reader.faults.length > 0 || !sector || !uscc || !registrationNumber || !particulars) return undefined;
    return {
      institution: registrationNumber,
      sector,
      particulars: { ...particulars, uscc, registrationNumber },
      ...people,
      occurredOn,
    };
  });
}
