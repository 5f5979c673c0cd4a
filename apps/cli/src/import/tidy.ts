import { addDays, addMonths, isDay, type Day } from '@srd/kernel';

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

const lastOf = (first: Day): Day => addDays(addMonths(first, 1), -1);

function months(year: string, from: string, toYear: string, to: string): { from: Day; to: Day } | undefined {
  const [first, last] = [dayOf(year, from, '1'), dayOf(toYear, to, '1')];
  return first && last && first <= last ? { from: first, to: lastOf(last) } : undefined;
}

/** A span of days as plan tables write it: 2023年9月, 2023年7-8月, 2023.7-8, 2023年, 2023年7月1日至8月31日; undefined when it is none. */
export function readWindow(text: string): { readonly from: Day; readonly to: Day } | undefined {
  const written = plain(text).replace(/[~至到—–－―]+/g, '~');
  const whole = /^(\d{4})年?(?:全年|度)?$/.exec(written);
  if (whole) return months(whole[1] ?? '', '1', whole[1] ?? '', '12');
  const single = /^(\d{4})[年./-](\d{1,2})(?:月份?)?$/.exec(written);
  if (single) return months(single[1] ?? '', single[2] ?? '', single[1] ?? '', single[2] ?? '');
  const several = /^(\d{4})[年./](\d{1,2})(?:月份?)?[~-](?:(\d{4})[年./])?(\d{1,2})(?:月份?)?$/.exec(written);
  if (several) return months(several[1] ?? '', several[2] ?? '', several[3] ?? several[1] ?? '', several[4] ?? '');
  const days =
    /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?[~-](?:(\d{4})[年./-])?(?:(\d{1,2})[月./-])?(\d{1,2})日?$/.exec(
      written,
    );
  if (days) {
    const [, year = '', month = '', date = '', toYear = year, toMonth = month, toDate = ''] = days;
    const [from, to] = [dayOf(year, month, date), dayOf(toYear, toMonth, toDate)];
    return from && to && from <= to ? { from, to } : undefined;
  }
  const day = readDay(written);
  return day && { from: day, to: day };
}

/** A whole number, full-width or with a unit behind it: ４８, 48家, 1,200; undefined when it is none. */
export function readCount(text: string): number | undefined {
  const match = /^(\d{1,9})(?:家|个|所|人|名)?$/.exec(plain(text).replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, ''));
  return match ? Number(match[1]) : undefined;
}

/** A share in per cent with two decimals at most, 左右 or 约 kept apart (C3): 10%左右 is 1000 basis points, about. */
export function readPercent(text: string): { readonly basisPoints: number; readonly about: boolean } | undefined {
  const written = plain(text);
  const match = /^(约)?(\d{1,3})(?:\.(\d{1,2}))?%(左右)?$/.exec(written);
  if (!match) return written === '全部' ? { basisPoints: 10_000, about: false } : undefined;
  const basisPoints = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return basisPoints <= 10_000 ? { basisPoints, about: match[1] !== undefined || match[4] !== undefined } : undefined;
}
