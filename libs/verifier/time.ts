import { addDays, day } from '@srd/kernel';

/** A time of a witness, seconds since 1970, as people of China read it: `2023-07-10 09:00:00`. */
export function timeInChina(seconds: number): string {
  const local = seconds + 8 * 3600;
  const two = (n: number): string => String(Math.floor(n) % 60).padStart(2, '0');
  const date = Math.floor(local / 86_400);
  // Beyond four digits of a year there is no day to name.
  if (date > 2_932_896) return `${seconds} 秒`;
  const hour = String(Math.floor((local % 86_400) / 3600)).padStart(2, '0');
  return `${addDays(day('1970-01-01'), date)} ${hour}:${two(local / 60)}:${two(local)}`;
}
