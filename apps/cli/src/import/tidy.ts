import { isDay, type Day } from '@srd/kernel';

/** Full-width digits, letters, signs and blanks as half-width ones. */
export function halfWidth(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .trim();
}

const plain = (text: string): string => halfWidth(text).replace(/\s/g, '');
const two = (digits: string): string => digits.padStart(2, '0');

function dayOf(year: string, month: string, date: string): Day | undefined {
  const text = `${year}-${two(month)}-${two(date)}`;
  return isDay(text) ? text : undefined;
}

/** A day as people write it: 2023-9-1, 2023.9.1, 2023/09/01, 2023年9月1日, 20230901; undefined when it is none. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(plain(text));
  if (!match) return undefined;
  const [, year = '', month, date, tightMonth, tightDate] = match;
  return dayOf(year, month ?? tightMonth ?? '', date ?? tightDate ?? '');
}

/** A whole number, full-width or with a unit behind it: ４８, 48家, 1,200; undefined when it is none. */
export function readCount(text: string): number | undefined {
  const match = /^(\d{1,9})(?:家|个|所|人|名)?$/.exec(plain(text).replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, ''));
  return match ? Number(match[1]) : undefined;
}
