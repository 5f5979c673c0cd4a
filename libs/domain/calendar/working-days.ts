import { addDays, type Day, weekday } from '@srd/kernel';
import type { Term } from '@srd/domain/organ';
import { refuse } from './refusals';

/** One year as the State Council's notice arranges it: days off (weekend days of the period among them) and make-up working days. */
export type CalendarYear = {
  /** The notice's number, 国办发明电〔2022〕16号. */
  readonly notice: string;
  readonly holidays: readonly Day[];
  /** Weekend days on which people work (调休上班). */
  readonly workdays: readonly Day[];
};

/** The years that are known, by `'2023'`. A year that isn't here isn't guessed. */
export type CalendarDays = { readonly [year: string]: CalendarYear };

function yearOf(day: Day, calendar: CalendarDays): CalendarYear {
  const name = day.slice(0, 4);
  const year = Object.hasOwn(calendar, name) ? calendar[name] : undefined;
  return year ?? refuse('CALENDAR_YEAR_MISSING', `${name} 年节假日安排未录入`, { year: name });
}

/** Whether people work on that day. @throws Refusal CALENDAR_YEAR_MISSING when its year isn't entered */
export function isWorkingDay(day: Day, calendar: CalendarDays): boolean {
  const year = yearOf(day, calendar);
  if (year.workdays.includes(day)) return true;
  return weekday(day) <= 5 && !year.holidays.includes(day);
}

/**
 * Last day of a term that begins on `start`, which isn't counted (行政处罚法第八十五条 for working days; A二(五), C8).
 * Calendar days end where they end: the last day doesn't roll over a holiday, and no calendar year is needed.
 * @throws Refusal CALENDAR_YEAR_MISSING when working days run into a year that isn't entered
 */
export function dueOn(start: Day, term: Term, calendar: CalendarDays): Day {
  if (!Number.isSafeInteger(term.days) || term.days < 0) throw new RangeError(`not a number of days: ${term.days}`);
  if (term.unit === 'calendar') return addDays(start, term.days);
  let last = start;
  for (let counted = 0; counted < term.days;) {
    last = addDays(last, 1);
    if (isWorkingDay(last, calendar)) counted += 1;
  }
  return last;
}

/** Working days after `from` up to and with `to`; 0 when `to` isn't later. @throws Refusal CALENDAR_YEAR_MISSING */
export function workingDaysBetween(from: Day, to: Day, calendar: CalendarDays): number {
  let counted = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) counted += 1;
  return counted;
}
