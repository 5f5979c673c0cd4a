import { type Day, Refusal } from '@srd/kernel';
import { type CalendarDays, dueOn } from '../calendar';
import type { Sourced, Term } from '../organ';
import type { CaseContext } from './context';
import type { Due, VisitDues } from './vocabulary';

/** The day in the other unit is only for information: without its calendar year there is none to show. */
function shown(start: Day, term: Term, calendar: CalendarDays): Day | null {
  try {
    return dueOn(start, term, calendar);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * The last day of a pinned term, with its source, and the day that the other unit would give (C8).
 * @throws Refusal CALENDAR_YEAR_MISSING when working days run into a year that isn't entered
 */
export function dueBy(start: Day, rule: string, { value: term, source }: Sourced<Term>, calendar: CalendarDays): Due {
  const other: Term = { days: term.days, unit: term.unit === 'calendar' ? 'working' : 'calendar' };
  return { on: dueOn(start, term, calendar), rule, term, otherUnitOn: shown(start, other, calendar), source };
}

/** The three days that run from the end of the visit (A二(五); R73, C9). */
export function visitDues(start: Day, { opened }: CaseContext, calendar: CalendarDays): VisitDues {
  const { terms } = opened;
  return {
    record: dueBy(start, 'recordWithin', terms.recordWithin, calendar),
    approve: dueBy(start, 'approveWithin', terms.approveWithin, calendar),
    publication: dueBy(start, 'publication', terms.publication, calendar),
  };
}
