import { canonicalize, dayInWords, isDay, weekday, type Context, type Day, type DomainCommand } from '@srd/kernel';
import { plainLine, plainText } from '@srd/domain/organ';
import type { CalendarEvent } from './events';
import { refuse } from './refusals';
import type { CalendarState } from './state';

/** Enter a year, or enter it again with a reason. */
export type EnterCalendarYear = DomainCommand<
  'EnterCalendarYear',
  { year: string; notice: string; holidays: readonly Day[]; workdays: readonly Day[]; reason?: string | null }
>;

export type CalendarCommand = EnterCalendarYear;

/** The days sorted, each once and in its year. */
function daysOf(year: string, days: readonly Day[], what: string): readonly Day[] {
  for (const on of days) {
    if (!isDay(on) || !on.startsWith(year)) refuse('CALENDAR_DAY_INVALID', `${what} ${on} 不是 ${year} 年的日期`);
  }
  if (new Set(days).size !== days.length) refuse('CALENDAR_DAY_INVALID', `${what}有重复日期`);
  return [...days].sort();
}

export function decide(command: CalendarCommand, state: CalendarState, _context: Context): readonly CalendarEvent[] {
  const { year } = command.data;
  if (!/^\d{4}$/.test(year)) refuse('CALENDAR_YEAR_INVALID');
  const notice = plainLine(command.data.notice) ?? refuse('CALENDAR_NOTICE_MISSING');
  const holidays = daysOf(year, command.data.holidays, '节假日');
  const workdays = daysOf(year, command.data.workdays, '调休上班日');
  if (holidays.length === 0) refuse('CALENDAR_DAY_INVALID', `${year} 年未填写任何节假日`);
  for (const on of workdays) {
    if (holidays.includes(on)) refuse('CALENDAR_DAY_INVALID', `${dayInWords(on)}不能既放假又上班`);
    if (weekday(on) <= 5) refuse('CALENDAR_DAY_INVALID', `${dayInWords(on)}不是周末，不必列为调休上班日`);
  }

  const former = state.years[year]?.at(-1);
  const reason = plainText(command.data.reason);
  if (former) {
    const same = { notice: former.notice, holidays: former.holidays, workdays: former.workdays };
    if (canonicalize(same) === canonicalize({ notice, holidays, workdays })) refuse('CALENDAR_UNCHANGED');
    if (reason === null) refuse('CALENDAR_REASON_MISSING');
  }
  const version = (former?.version ?? 0) + 1;
  return [{ type: 'CalendarYearEntered', data: { year, version, notice, holidays, workdays, reason } }];
}
