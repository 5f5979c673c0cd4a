import type { Fact } from '@srd/kernel';
import type { CalendarEvent } from './events';
import { refuse } from './refusals';
import type { CalendarDays, CalendarYear } from './working-days';

/** One version of a year, with who entered it and why it replaced the one before. */
export type CalendarVersion = CalendarYear & {
  readonly version: number;
  readonly reason: string | null;
  readonly enteredBy: string;
};

export type CalendarState = { readonly years: { readonly [year: string]: readonly CalendarVersion[] } };

export const initial: CalendarState = { years: {} };

/** The calendar with one more version of a year. */
export function evolve(state: CalendarState, fact: Fact<CalendarEvent>): CalendarState {
  if (fact.type !== 'CalendarYearEntered') return refuse('OUT_OF_TURN');
  const { year, ...entered } = fact.data;
  const versions = state.years[year] ?? [];
  if (entered.version !== versions.length + 1) refuse('OUT_OF_TURN', `${year} 年安排的版本号不连续`);
  return { years: { ...state.years, [year]: [...versions, { ...entered, enteredBy: fact.actor }] } };
}

/** The newest version of each year, for counting days. */
export function calendarDays(state: CalendarState): CalendarDays {
  const days: Record<string, CalendarYear> = {};
  for (const [year, versions] of Object.entries(state.years)) {
    const newest = versions.at(-1);
    if (newest) days[year] = { notice: newest.notice, holidays: newest.holidays, workdays: newest.workdays };
  }
  return days;
}
