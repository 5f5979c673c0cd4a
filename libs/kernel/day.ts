/** A calendar day in China, `2024-06-30`. Days are compared and sorted as text. */
export type Day = string & { readonly __day: unique symbol };
/** An instant in UTC with milliseconds, `2024-06-30T01:00:00.000Z`. Instants are compared and sorted as text. */
export type Instant = string & { readonly __instant: unique symbol };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant, "days_from_civil"). */
function toNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function fromNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as Day;
}

function numberOf(day: Day): number {
  const match = DAY.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return toNumber(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether the text is a day that exists. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && DAY.test(text) && fromNumber(numberOf(text as Day)) === text;
}

/** The text as a day. @throws RangeError when no such day exists */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** Whether the text is an instant in UTC with milliseconds. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && INSTANT.test(text) && isDay(text.slice(0, 10));
}

/** The text as an instant. @throws RangeError when it isn't one */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`not an instant: ${text}`);
  return text;
}

/** The day so many days later (earlier when negative). */
export function addDays(from: Day, days: number): Day {
  return fromNumber(numberOf(from) + days);
}

/** The same day so many months later; a day that the month lacks becomes its last one. */
export function addMonths(from: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const firstOfNext = toNumber(Math.floor((index + 1) / 12), ((index + 1) % 12) + 1, 1);
  const first = toNumber(Math.floor(index / 12), (index % 12) + 1, 1);
  return fromNumber(Math.min(first + date - 1, firstOfNext - 1));
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(of: Day): number {
  return ((((numberOf(of) + 3) % 7) + 7) % 7) + 1;
}

/** The day it is in China (UTC+8, no daylight saving) at an instant. */
export function dayOf(at: Instant): Day {
  const days = numberOf(at.slice(0, 10) as Day);
  return fromNumber(Number(at.slice(11, 13)) >= 16 ? days + 1 : days);
}

/** A day as people write it in Chinese, `2024年8月20日`; another text as it is. */
export function dayInWords(of: string): string {
  const [, year, month, date] = DAY.exec(of) ?? [];
  return date === undefined ? of : `${year}年${Number(month)}月${Number(date)}日`;
}

/** An instant as people write it, in China's time and to the minute, `2024年8月20日 09:00`; another text as it is. */
export function timeInWords(at: string): string {
  if (!isInstant(at)) return at;
  const hour = (Number(at.slice(11, 13)) + 8) % 24;
  return `${dayInWords(dayOf(at))} ${String(hour).padStart(2, '0')}${at.slice(13, 16)}`;
}
