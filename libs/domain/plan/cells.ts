import { addDays, day, isDay, type Day } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import type { Window } from './task';

/** What a spreadsheet's cell may hold. */
export type Cell = string | number | boolean | null | undefined;

/** A cell that can't be read: the rule that it breaks and how to mend it. */
export type CellFlaw = { readonly rule: string; readonly mend: string };
/** A cell read, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly flaw: CellFlaw };

const flaw = (rule: string, mend: string): { readonly flaw: CellFlaw } => ({ flaw: { rule, mend } });

/** A cell's text: full-width digits and signs as ASCII, one blank for many, dashes of every kind as `-`. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' ? cell : String(cell);
  return text
    .normalize('NFKC')
    .replace(/[‐-―−~〜–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 序号: a whole number from 1. */
export function readNumber(text: string): Read<number> {
  return /^[1-9]\d{0,3}$/.test(text) ? { value: Number(text) } : flaw('序号应为从1起的整数', '填写阿拉伯数字，如 1');
}

/** 抽查类型: 不定向 or 定向 (R33, R51). */
export function readTargeting(text: string): Read<'open' | 'directed'> {
  if (text === '不定向') return { value: 'open' };
  if (text === '定向') return { value: 'directed' };
  return flaw('抽查类型只有不定向、定向两种', '填写「不定向」或「定向」');
}

const institutions: Readonly<Record<string, Sector>> = {
  律师事务所: 'law-firm',
  律所: 'law-firm',
  基层法律服务所: 'grassroots-office',
  公证机构: 'notary-office',
  公证处: 'notary-office',
  司法鉴定机构: 'forensic-institution',
  法律援助机构: 'legal-aid-agency',
};
const practitioners: Readonly<Record<string, Sector>> = {
  律师: 'law-firm',
  基层法律服务工作者: 'grassroots-office',
  公证员: 'notary-office',
  司法鉴定人: 'forensic-institution',
};

/** 抽查对象: institutions, and 「司法鉴定人」 or the like where the practitioners in them are inspected too (R19, R33, C5). */
export function readObjects(
  text: string,
): Read<{ readonly sectors: readonly Sector[]; readonly practitioners: boolean }> {
  const parts = text
    .split(/[、,,;/和及与 ]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const strange = parts.find((part) => !Object.hasOwn(institutions, part) && !Object.hasOwn(practitioners, part));
  const known = [...Object.keys(institutions), ...Object.keys(practitioners)].filter((name) => name !== '律所');
  if (parts.length === 0 || strange !== undefined) {
    return flaw('抽查对象应为名录库中的行业', `以顿号分隔，可填：${known.join('、')}`);
  }
  const sectors = parts.flatMap((part) => institutions[part] ?? practitioners[part] ?? []);
  return {
    value: { sectors: [...new Set(sectors)], practitioners: parts.some((part) => Object.hasOwn(practitioners, part)) },
  };
}

/** A number of the table without a floating point: "12.5" as 125000 ten-thousandths of … `places` digits after the point. */
function scaled(digits: string, places: number): number | null {
  const match = /^(\d{1,5})(?:\.(\d+))?$/.exec(digits);
  const fraction = (match?.[2] ?? '').replace(/0+$/, '');
  if (!match || fraction.length > places) return null;
  return Number(`${match[1]}${fraction.padEnd(places, '0')}`);
}

/** 抽取比例 in basis points with the table's own 左右; `null` for a dash or 「不少于2家」, whose number is `atLeast` (R42, C3). */
export type ReadRatio = {
  readonly basisPoints: number | null;
  readonly about: boolean;
  readonly atLeast: number | null;
};

export function readRatio(text: string, cell: Cell): Read<ReadRatio> {
  const silent = { basisPoints: null, about: false, atLeast: null };
  if (text === '-') return { value: silent };
  if (text === '全部') return { value: { ...silent, basisPoints: 10000 } };
  const least = /^(?:每次)?(?:不少于|至少)?(\d{1,4})(?:家|个|所|人)$/.exec(text);
  if (least) return { value: { ...silent, atLeast: Number(least[1]) } };
  const asNumber = typeof cell === 'number' ? scaled(text, 4) : null;
  const match = /^(约)?\s?([\d.]+)\s?%(左右)?$/.exec(text);
  const basisPoints = asNumber ?? (match ? scaled(match[2] ?? '', 2) : null);
  if (basisPoints === null) {
    return flaw(
      '抽取比例应为百分数，小数不超过两位',
      '填写如 20% 或 10%左右；没有比例的填「-」，只有家数的填「不少于2家」',
    );
  }
  if (basisPoints > 10000) return flaw('抽取比例不得超过100%', '核对原文件的比例，填写如 20%');
  return { value: { basisPoints, about: match?.[1] !== undefined || match?.[3] !== undefined, atLeast: null } };
}

/** 抽查对象总数: one number, or 「机构2、人员20」 where practitioners are counted too (R33, C5). */
export function readTotals(
  text: string,
): Read<{ readonly institutions: number | null; readonly practitioners: number | null }> {
  if (text === '-') return { value: { institutions: null, practitioners: null } };
  const one = /^(\d{1,6})\s?(?:家|个|所)?$/.exec(text);
  if (one) return { value: { institutions: Number(one[1]), practitioners: null } };
  const two =
    /^(?:机构)?\s?(\d{1,6})\s?(?:家|个|所)?\s?[、,,;及 ]\s?(?:人员|鉴定人|司法鉴定人|律师|公证员|工作者)\s?(\d{1,6})\s?(?:人|名)?$/.exec(
      text,
    );
  if (two) return { value: { institutions: Number(two[1]), practitioners: Number(two[2]) } };
  return flaw('抽查对象总数应为整数', '填写如 48；同时统计人员的填「机构2、人员20」；未统计的填「-」');
}

/** 是否部门联合抽查 (R33, R52). */
export function readJoint(text: string): Read<boolean> {
  if (text === '是' || text === '否') return { value: text === '是' };
  return flaw('是否部门联合抽查只能填是或否', '填写「是」或「否」');
}

const two = (month: number): string => String(month).padStart(2, '0');

function monthSpan(year: number, from: number, to: number): { readonly from: Day; readonly to: Day } | null {
  if (from < 1 || to > 12 || from > to) return null;
  const next = to === 12 ? `${year + 1}-01-01` : `${year}-${two(to + 1)}-01`;
  return { from: day(`${year}-${two(from)}-01`), to: addDays(day(next), -1) };
}

const spans: Readonly<Record<string, readonly [number, number]>> = {
  全年: [1, 12],
  上半年: [1, 6],
  下半年: [7, 12],
  第一季度: [1, 3],
  第二季度: [4, 6],
  第三季度: [7, 9],
  第四季度: [10, 12],
};

function spanOf(text: string, planYear: number): { readonly from: Day; readonly to: Day } | null {
  const bare = text.replaceAll(' ', '').replace(/至|到/g, '-');
  const [, own, rest = ''] = /^(?:(\d{4})(?:年度?|[.\-/]))?(.+)$/.exec(bare) ?? [];
  const year = own === undefined ? planYear : Number(own);
  const named = spans[rest];
  if (named) return monthSpan(year, ...named);
  // The second end may repeat the year: 2023年7月-2023年8月.
  const ends = rest.replace(new RegExp(`-${year}(?:年|[./])`), '-');
  const months = /^(\d{1,2})月?(?:-(\d{1,2})月?)?(?:份)?$/.exec(ends);
  if (months) return monthSpan(year, Number(months[1]), Number(months[2] ?? months[1]));
  const days = /^(\d{1,2})[月.\-/](\d{1,2})日?(?:-(?:(\d{1,2})[月./])?(\d{1,2})日?)?$/.exec(ends);
  if (!days) return null;
  const [, month = '', first = '', lastMonth = month, last = first] = days;
  const from = `${year}-${two(Number(month))}-${two(Number(first))}`;
  const to = `${year}-${two(Number(lastMonth))}-${two(Number(last))}`;
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/** 抽查时间 as people type it: 2023年9月, 2023年7-8月, 2023.9, 下半年, 7月10日至8月5日 (R33, R50). Without a year: the plan's. `printed` are the table's own words. */
export function readWindow(text: string, year: number, printed = text): Read<Window> {
  const mend = `填写如 ${year}年9月、${year}年7-8月、${year}年7月10日-8月5日、${year}年下半年`;
  if (/^\d{5}$/.test(text)) return flaw('抽查时间是电子表格的日期序号，不是文字', `把单元格设为文本，${mend}`);
  const span = spanOf(text, year);
  if (!span) return flaw('抽查时间应写明起止月份或日期', mend);
  if (!span.from.startsWith(`${year}-`)) return flaw(`抽查时间应在${year}年度内`, `核对年份，${mend}`);
  return { value: { ...span, text: printed } };
}
