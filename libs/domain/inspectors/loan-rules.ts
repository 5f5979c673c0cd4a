import { isDay, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import { plainText } from '@srd/domain/organ';
import type { InspectorsEvent, LoanAgreement, YearlyInterestsStated } from './events';
import { loanEndsOn } from './loans';
import { refuse } from './refusals';
import type { Inspector, InspectorsState } from './state';

/** `consentOrgan`: the organ of who consented for the borrower, as the accounts have it. */
export type LendInspector = DomainCommand<'LendInspector', LoanAgreement & { readonly consentOrgan: Id }>;
export type ReturnLoan = DomainCommand<'ReturnLoan', { loan: Id; reason: string; occurredOn: Day }>;
export type StateYearlyInterests = DomainCommand<'StateYearlyInterests', YearlyInterestsStated['data']>;
export type LoanCommand = LendInspector | ReturnLoan | StateYearlyInterests;

const because = (reason: string): string => plainText(reason) ?? refuse('INSPECTORS_REASON_MISSING');

/** Both organs agree, each by its own person; one inspector is lent to one organ at a time (R7, R21, trap 5). */
function lend(
  { consentOrgan, ...asked }: LendInspector['data'],
  inspector: Inspector,
  { organ, loans }: InspectorsState,
  { actor, today }: Context,
): readonly InspectorsEvent[] {
  const { loan, borrower, from, until } = asked;
  if (!isId(loan) || !isId(borrower) || borrower === organ) refuse('LOAN_INVALID', '请填写借入机关');
  if (!isDay(from) || !isDay(until) || until < from || until < today) refuse('LOAN_INVALID', '借调的起止日期有误');
  if (loans.some((other) => other.loan === loan)) refuse('LOAN_KNOWN');
  const overlaps = loans.some(
    (other) => other.person === inspector.person && other.from <= until && from <= loanEndsOn(other),
  );
  if (overlaps) refuse('LOAN_OVERLAPS');
  const { by, document, on } = asked.borrowerConsent;
  const paper = plainText(document) ?? refuse('LOAN_WITHOUT_CONSENT', '请写明借入机关的文书');
  if (!isId(by) || by === actor || consentOrgan !== borrower) refuse('LOAN_WITHOUT_CONSENT');
  if (!isDay(on) || on > today) refuse('LOAN_INVALID', '同意的日期有误');
  const data: LoanAgreement = {
    loan,
    person: inspector.person,
    borrower,
    from,
    until,
    reason: because(asked.reason),
    borrowerConsent: { by, document: paper, on },
  };
  return [{ type: 'InspectorLent', data }];
}

/** What is asked of loans already made needs no inspector who is still enrolled. */
function giveBack(data: ReturnLoan['data'], state: InspectorsState, { today }: Context): readonly InspectorsEvent[] {
  const { loan, occurredOn } = data;
  const running = state.loans.find((other) => other.loan === loan && other.returnedOn === null);
  if (!running) return refuse('LOAN_UNKNOWN');
  if (!isDay(occurredOn) || occurredOn > today) refuse('INSPECTORS_DAY_INVALID');
  return [{ type: 'LoanReturned', data: { loan, person: running.person, reason: because(data.reason), occurredOn } }];
}

/** @throws Refusal what speaks against the loan or its return */
export function decideLoan(
  command: LendInspector | ReturnLoan,
  inspector: Inspector | undefined,
  state: InspectorsState,
  context: Context,
): readonly InspectorsEvent[] {
  if (command.type === 'ReturnLoan') return giveBack(command.data, state, context);
  if (!inspector || inspector.withdrawnOn !== null) return refuse('INSPECTOR_UNKNOWN');
  return lend(command.data, inspector, state, context);
}

/** 年度申报 once a year: it names the interests on record, so that none is stated that isn't declared (R61). */
export function decideStatement(
  data: StateYearlyInterests['data'],
  inspector: Inspector,
  state: InspectorsState,
  { today }: Context,
): readonly InspectorsEvent[] {
  const { year, occurredOn } = data;
  const { person } = inspector;
  if (!isDay(occurredOn) || occurredOn > today) refuse('INSPECTORS_DAY_INVALID');
  if (!Number.isSafeInteger(year) || year !== Number(occurredOn.slice(0, 4))) refuse('STATEMENT_INVALID', '年度有误');
  if (state.statements.some((other) => other.person === person && other.year === year)) refuse('STATEMENT_KNOWN');
  const interests = [...new Set(data.interests)].sort();
  const standing = state.interests
    .filter(
      (one) => one.person === person && one.withdrawal === null && (one.until === null || one.until >= occurredOn),
    )
    .map(({ interest }) => interest);
  const unknown = interests.find((interest) => !standing.includes(interest));
  if (unknown !== undefined) refuse('STATEMENT_INVALID', `利害关系 ${unknown} 尚未申报，请先逐项申报`);
  const unsaid = standing.find((interest) => !interests.includes(interest));
  if (unsaid !== undefined) refuse('STATEMENT_INVALID', `利害关系 ${unsaid} 仍在登记，申报中未列明`);
  return [{ type: 'YearlyInterestsStated', data: { person, year, interests, occurredOn } }];
}
