export { dayInWords as longDay, timeInWords as moment } from '@srd/kernel';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
/** China's time has no summer time: eight hours, the whole year. */
const EIGHT_HOURS = 8 * 3_600_000;
const DAY = 86_400_000;

/** `2024-08-20` → `8月20日`, with the year in front where it isn't the one of `today`. */
export function shortDay(day: string, today = ''): string {
  const [year, month, date] = day.split('-').map(Number);
  return today.startsWith(`${year}-`) ? `${month}月${date}日` : `${year}年${month}月${date}日`;
}

/** `2024-08-20` → `周二`. */
export function weekdayOf(day: string): string {
  return `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`;
}

/** The day in China of an instant. */
export function dayOfInstant(instant: string): string {
  return new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when the other is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** `12345` → `12,345`. */
export function count(value: number): string {
  return value.toLocaleString('zh-CN');
}

/** Basis points as a percentage: `1042` → `10.42%`. */
export function percent(basisPoints: number): string {
  return `${(basisPoints / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}%`;
}

/** A size in bytes: `1.2 MB`. */
export function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  return size < 1024 * 1024 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** 64 hex digits in groups of eight, so that two people can compare them aloud. */
export function grouped(hash: string): string {
  return hash.replaceAll(/(.{8})(?=.)/g, '$1 ');
}
