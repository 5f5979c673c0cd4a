import { type Day, Refusal } from '@srd/kernel';
import { type CalendarDays, dueOn } from '../calendar';
import type { Sourced, Term } from '../organ';
import type { CaseContext } from './context';
import { practiceOf, seatOf } from './practice';
import type { DepartmentDues, Due, VisitDues } from './vocabulary';

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

/** The last day on which somebody of the department was at the institution; null where nobody was. */
function lastDayOf(context: CaseContext, department: string, endedOn: Day): Day | null {
  const seated = new Map(context.team.map((member) => [member.inspector, seatOf(context, member)]));
  const there = context.visits.findLast(({ present }) =>
    present.some(({ inspector }) => seated.get(inspector) === department),
  );
  return there ? (there.endedOn ?? endedOn) : null;
}

/** The clocks of a joint visit's departments, where the organ's rule gives each its own; else none (traps 9 and 12). */
export function departmentDues(
  endedOn: Day,
  context: CaseContext,
  calendar: CalendarDays,
): readonly DepartmentDues[] | undefined {
  const { departments, terms } = context.opened;
  if (departments.length === 1 || practiceOf(context.opened).jointClock !== 'each') return undefined;
  return departments.flatMap(({ organ: department }) => {
    const start = lastDayOf(context, department, endedOn);
    if (start === null) return [];
    const record = dueBy(start, 'recordWithin', terms.recordWithin, calendar);
    return [{ department, record, approve: dueBy(start, 'approveWithin', terms.approveWithin, calendar) }];
  });
}
