/** The state calendar: years with their notice's number, and how days are counted on them (stream `calendar`). */
import { checked, type Decider } from '@srd/kernel';
import type { CalendarEvent } from './events';
import { decide, type CalendarCommand } from './rules';
import { evolve, initial, type CalendarState } from './state';

export { dueOn, isWorkingDay, workingDaysBetween } from './working-days';
export type { CalendarDays, CalendarYear } from './working-days';
export { stateCalendar } from './state-years';
export { calendarRefusals } from './refusals';
export { calendarDays } from './state';
export type { CalendarState, CalendarVersion } from './state';
export type { CalendarCommand, EnterCalendarYear } from './rules';
export type { CalendarEvent, CalendarYearEntered } from './events';

export const calendar: Decider<CalendarState, CalendarCommand, CalendarEvent> = checked({ initial, evolve, decide });
