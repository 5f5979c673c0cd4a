import { noCertificate, partiesOf, type LoanTerms, type OpenCase, type TeamMember } from '@srd/domain/case';
import {
  enrolledOn,
  inspectorOf,
  inspectors,
  lentTo,
  loanEndsOn,
  loanOn,
  type InspectorsState,
  type Loan,
} from '@srd/domain/inspectors';
import type { Day, Id } from '@srd/kernel';
import { organs, type OrganRow } from '@srd/views';
import type { Evidence } from '../evidence';
import type { Stores } from '../ports';

/** Somebody who may fill a seat of an organ: in whose register they stand, and the loan where that is another's (R21, trap 5). */
export interface Available {
  readonly person: Id;
  /** The organ whose register has them. */
  readonly register: Id;
  readonly state: InspectorsState;
  readonly loan: LoanTerms | null;
}

/** Stream of an organ's inspectors. */
export function inspectorsStream(organ: Id): string {
  return `inspectors-${organ}`;
}

/** Whose inspectors sit in a department's seat: its own, or those of the organ to which the case was entrusted (R7). */
export function seatedOrgan(file: OpenCase, department: Id): Id {
  const { organ, delegate } = partiesOf(file);
  return department === organ ? (delegate ?? department) : department;
}

/** A loan as a case keeps it, with its early end (trap 5). */
export function loanTerms(loan: Loan): LoanTerms {
  return { loan: loan.loan, department: loan.borrower, from: loan.from, until: loanEndsOn(loan) };
}

/** The last day of the certificates that had begun by a day; `noCertificate` where there is none, or the library has them no more (R22). */
export function certificateUntil(state: InspectorsState, person: Id, day: Day): Day {
  if (!enrolledOn(state, person, day)) return noCertificate;
  const begun = (inspectorOf(state, person)?.certificates ?? []).filter(({ validFrom }) => validFrom <= day);
  return (
    begun
      .map(({ validUntil }) => validUntil)
      .toSorted()
      .at(-1) ?? noCertificate
  );
}

/** Registers of all other organs in which somebody is lent to the organ on the day; the streams without a loan are no basis. */
async function lenders(evidence: Evidence, stores: Stores, borrower: Id, day: Day): Promise<readonly Id[]> {
  const { rows } = stores.views.list(organs.name, { limit: 10_000 });
  const lending: Id[] = [];
  for (const { row } of rows) {
    const { organ } = row as OrganRow;
    if (organ === borrower) continue;
    const state = await evidence.glance(inspectors, inspectorsStream(organ));
    if (lentTo(state, borrower, day).length > 0) lending.push(organ);
  }
  return lending;
}

/** The pool of an organ on a day: its own register, sorted by person, then those lent to it (R21, trap 5). */
export async function poolOfOrgan(
  evidence: Evidence,
  stores: Stores,
  organ: Id,
  day: Day,
): Promise<readonly Available[]> {
  const own = await evidence.of(inspectors, inspectorsStream(organ));
  const pool: Available[] = Object.keys(own.inspectors)
    .sort()
    .map((person) => ({ person, register: organ, state: own, loan: null }));
  for (const register of await lenders(evidence, stores, organ, day)) {
    const state = await evidence.of(inspectors, inspectorsStream(register));
    for (const loan of lentTo(state, organ, day)) {
      pool.push({ person: loan.person, register, state, loan: loanTerms(loan) });
    }
  }
  return pool;
}

/** Finds somebody among the inspectors who may fill the case's seats on a day; undefined when nobody of the seats has them. */
export async function availableFor(
  evidence: Evidence,
  stores: Stores,
  file: OpenCase,
  person: Id,
  day: Day,
): Promise<Available | undefined> {
  const { departments } = file.context.opened;
  const seats = departments.map(({ organ }) => seatedOrgan(file, organ));
  for (const organ of seats) {
    const state = await evidence.of(inspectors, inspectorsStream(organ));
    if (inspectorOf(state, person)) return { person, register: organ, state, loan: null };
  }
  for (const { organ } of departments) {
    for (const register of await lenders(evidence, stores, organ, day)) {
      const state = await evidence.of(inspectors, inspectorsStream(register));
      const loan = loanOn(state, person, organ, day);
      if (loan) return { person, register, state, loan: loanTerms(loan) };
    }
  }
  return undefined;
}

/** A member of a team as the registers have them on the day; without a certificate when no register of the seats knows them. */
export async function memberFor(
  evidence: Evidence,
  stores: Stores,
  file: OpenCase,
  person: Id,
  day: Day,
): Promise<TeamMember> {
  const found = await availableFor(evidence, stores, file, person, day);
  if (!found) return { inspector: person, organ: file.context.opened.organ, certificateValidUntil: noCertificate };
  const { register, state, loan } = found;
  const certificateValidUntil = certificateUntil(state, person, day);
  return { inspector: person, organ: register, certificateValidUntil, ...(loan ? { loan } : {}) };
}
