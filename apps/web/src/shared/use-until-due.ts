import { useToday } from '../app/session';
import { useCalendar } from './calendar';
import { untilDue, type Due } from './until-due';

/** `untilDue` by the procedure's clock and the calendar as it was entered. */
export function useUntilDue(): (due: Due) => string {
  const today = useToday();
  const calendar = useCalendar();
  return (due) => untilDue(due, today, calendar);
}
