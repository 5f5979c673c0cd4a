import { isDay, isId, type Day, type Id } from '@srd/kernel';
import { plainLine } from '@srd/domain/organ';
import type { Particulars } from './events';
import { refuse } from './refusals';
import { normalizeUscc } from './uscc';

const LABELS: { readonly [P in keyof Particulars]: string } = {
  name: '名称',
  formerNames: '曾用名',
  branchOf: '总所',
  uscc: '统一社会信用代码',
  registrationNumber: '登记号',
  licensingAuthority: '许可机关',
  licensedOn: '许可日期',
  validUntil: '有效期至',
  registeredPremises: '登记住所',
  actualPremises: '实际办公地址',
  divisionCode: '行政区划码',
  head: '负责人',
  contact: '联系人',
  practising: '执业人数',
  form: '组织形式',
  specialties: '业务类别',
  accreditation: '资质证书',
  assessment: '年度考核',
  creditGrade: '信用等级',
  complaints: '近三年投诉数',
  penalties: '近三年处罚数',
  dataSource: '数据来源',
  fictional: '虚构标记',
};

type Reader = (value: unknown, label: string) => unknown;

const line: Reader = (value, label) =>
  plainLine(value) ?? refuse('TEXT_FORBIDDEN', `${label}为空，或含有不可见的控制字符`);
const lines: Reader = (value, label) =>
  Array.isArray(value) ? value.map((item) => line(item, label)) : refuse('INSTITUTION_INVALID', `${label}应为列表`);
const count: Reader = (value, label) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? value
    : refuse('INSTITUTION_INVALID', `${label}应为不小于零的整数`);
const id: Reader = (value, label) => (isId(value) ? value : refuse('INSTITUTION_INVALID', `${label}应为编号`));
const date: Reader = (value, label) =>
  isDay(value) ? value : refuse('INSTITUTION_INVALID', `${label}应为日期，如 2024-06-30`);
const orNull =
  (reader: Reader): Reader =>
  (value, label) =>
    value === null ? null : reader(value, label);
const record =
  (members: { readonly [member: string]: Reader }): Reader =>
  (value, label) =>
    Object.fromEntries(
      Object.entries(members).map(([member, reader]) => [
        member,
        reader((value as Record<string, unknown>)[member], label),
      ]),
    );

const readers: { readonly [P in keyof Particulars]: Reader } = {
  name: line,
  formerNames: lines,
  branchOf: orNull(id),
  uscc: (value, label) => normalizeUscc(line(value, label) as string),
  registrationNumber: line,
  licensingAuthority: line,
  licensedOn: orNull(date),
  validUntil: orNull(date),
  registeredPremises: line,
  actualPremises: orNull(line),
  divisionCode: (value, label) =>
    typeof value === 'string' && /^\d{6}$/.test(value) ? value : refuse('INSTITUTION_INVALID', `${label}应为6位数字`),
  head: orNull(id),
  contact: orNull(id),
  practising: count,
  form: orNull(line),
  specialties: lines,
  accreditation: orNull(record({ number: line, validUntil: orNull(date) })),
  assessment: orNull(record({ year: count, result: line })),
  creditGrade: orNull(record({ grade: line, gradedOn: date })),
  complaints: count,
  penalties: count,
  dataSource: line,
  fictional: (value, label) =>
    typeof value === 'boolean' ? value : refuse('INSTITUTION_INVALID', `${label}应为是或否`),
};

/** Particulars a roster can do without when an institution is registered, and what then stands in their place. */
const absent = {
  formerNames: [],
  branchOf: null,
  licensedOn: null,
  validUntil: null,
  actualPremises: null,
  head: null,
  contact: null,
  form: null,
  specialties: [],
  accreditation: null,
  assessment: null,
  creditGrade: null,
  complaints: 0,
  penalties: 0,
  fictional: false,
} as const satisfies Partial<Particulars>;

/** Particulars as somebody gives them: the ones that may be unknown can be left out. */
export type GivenParticulars = Omit<Particulars, keyof typeof absent> & Partial<Particulars>;

/** Some particulars as they are kept: texts in NFC, the code normalised. @throws Refusal TEXT_FORBIDDEN, INSTITUTION_INVALID */
export function readChanges(changes: Partial<Particulars>): Partial<Particulars> {
  const read: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(changes)) {
    if (!Object.hasOwn(readers, member)) refuse('INSTITUTION_INVALID', `名录库没有“${member}”一栏`);
    read[member] = readers[member as keyof Particulars](value, LABELS[member as keyof Particulars]);
  }
  return read as Partial<Particulars>;
}

/** All particulars of a new entry, as they are kept. @throws Refusal when one is missing or can't be */
export function readParticulars(institution: Id, given: GivenParticulars): Particulars {
  const complete = { ...absent, ...given };
  for (const member of Object.keys(readers) as (keyof Particulars)[]) {
    if (complete[member] === undefined) refuse('INSTITUTION_INVALID', `缺少${LABELS[member]}`);
  }
  const particulars = readChanges(complete) as Particulars;
  checkBranch(institution, particulars.branchOf);
  return particulars;
}

/** A branch isn't its own head office. */
export function checkBranch(institution: Id, branchOf: Id | null | undefined): void {
  if (branchOf === institution) refuse('INSTITUTION_INVALID', '分所的总所不能是其自身');
}

/** A day that isn't after today. @throws Refusal ROSTER_DAY_INVALID */
export function pastDay(day: Day, today: Day): Day {
  return isDay(day) && day <= today ? day : refuse('ROSTER_DAY_INVALID');
}
