import { addDays, type Day, type Id } from '@srd/kernel';
import type { InspectorsState, Loan, YearlyStatement } from './state';

function runsOn({ from, until, returnedOn }: Loan, day: Day): boolean {
  return from <= day && day <= until && (returnedOn === null || day < returnedOn);
}

/** The loan under which the inspector works for the organ on the day; undefined when there is none (R21, trap 5). */
export function loanOn(state: InspectorsState, person: Id, borrower: Id, day: Day): Loan | undefined {
  return state.loans.find((loan) => loan.person === person && loan.borrower === borrower && runsOn(loan, day));
}

/** Everybody lent to the organ on the day, in the order of the loans. */
export function lentTo(state: InspectorsState, borrower: Id, day: Day): readonly Loan[] {
  return state.loans.filter((loan) => loan.borrower === borrower && runsOn(loan, day));
}

/** The last day on which the loan holds, its early end counted. */
export function loanEndsOn({ until, returnedOn }: Loan): Day {
  if (returnedOn === null) return until;
  const last = addDays(returnedOn, -1);
  return last < until ? last : until;
}

/** The inspector's statement of the year; undefined while it is owed (R61). */
export function yearlyStatement(state: InspectorsState, person: Id, year: number): YearlyStatement | undefined {
  return state.statements.find((one) => one.person === person && one.year === year);
}

/** Enrolled inspectors who owe the year's statement, sorted by person id. */
export function statementsOwed(state: InspectorsState, year: number): readonly Id[] {
  return Object.values(state.inspectors)
    .filter(({ person, withdrawnOn }) => withdrawnOn === null && !yearlyStatement(state, person, year))
    .map(({ person }) => person)
    .sort();
}
