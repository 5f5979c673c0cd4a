import { context, day, given } from '@srd/kernel';
import {
  inspectors,
  lentTo,
  loanEndsOn,
  loanOn,
  statementsOwed,
  yearlyStatement,
  type InspectorsCommand,
  type InspectorsEvent,
} from './index';

const certificate = { kind: 'ministry' as const, validFrom: day('2022-01-01'), validUntil: day('2026-09-03') };
const enrol = (person: string): InspectorsCommand => ({
  type: 'EnrolInspector',
  data: { person, organ: 'raoping', section: 'legal-services', fields: ['law-firm'], certificate },
});
const lend = (data: object = {}): InspectorsCommand => ({
  type: 'LendInspector',
  data: {
    loan: 'loan-1',
    person: 'p-1',
    borrower: 'chaozhou',
    from: day('2024-06-03'),
    until: day('2024-06-28'),
    reason: '持证人员不足',
    borrowerConsent: { by: 'chaozhou-head', document: '潮司函〔2024〕8号', on: day('2024-06-02') },
    consentOrgan: 'chaozhou',
    ...data,
  },
});
const giveBack = (data: object = {}): InspectorsCommand => ({
  type: 'ReturnLoan',
  data: { loan: 'loan-1', reason: '检查已结束', occurredOn: day('2024-06-03'), ...data },
});
const declare: InspectorsCommand = {
  type: 'DeclareInterest',
  data: {
    interest: 'n-1',
    person: 'p-1',
    institution: 'firm-1',
    relation: 'kin',
    weight: 'hard',
    source: 'self',
    from: day('2024-01-01'),
    case: 'chaozhou-2024-1-1',
  },
};
const state = (data: object = {}): InspectorsCommand => ({
  type: 'StateYearlyInterests',
  data: { person: 'p-1', year: 2024, interests: [], occurredOn: day('2024-06-03'), ...data },
});
const taken = (...commands: InspectorsCommand[]): InspectorsEvent[] => {
  const facts: InspectorsEvent[] = [];
  for (const command of commands) facts.push(...given(inspectors, facts).when(command).recorded);
  return facts;
};

describe('lending an inspector', () => {
  it('R7 R21 trap 5 records a loan with both organs’ consent, the borrower’s in its own document', () => {
    const { recorded, state: after } = given(inspectors, taken(enrol('p-1'))).when(lend());
    expect(recorded[0]).toMatchObject({ type: 'InspectorLent', data: { borrower: 'chaozhou' } });
    expect(recorded[0]?.data).not.toHaveProperty('consentOrgan');
    expect(lentTo(after, 'chaozhou', day('2024-06-28')).map(({ person }) => person)).toEqual(['p-1']);
    expect(loanOn(after, 'p-1', 'chaozhou', day('2024-06-29'))).toBeUndefined();
    expect(loanOn(after, 'p-1', 'kazuo', day('2024-06-10'))).toBeUndefined();
  });
  it('R21 refuses one organ’s word alone, itself as borrower, days gone by and somebody unknown', () => {
    const { when } = given(inspectors, taken(enrol('p-1')));
    when(lend({ consentOrgan: 'raoping' })).refused('LOAN_WITHOUT_CONSENT');
    when(lend({ borrowerConsent: { by: 'chaozhou-head', document: ' ', on: day('2024-06-02') } })).refused(
      'LOAN_WITHOUT_CONSENT',
    );
    when(lend(), context('chaozhou-head')).refused('LOAN_WITHOUT_CONSENT');
    when(lend({ borrower: 'raoping' })).refused('LOAN_INVALID');
    when(lend({ until: day('2024-06-02') })).refused('LOAN_INVALID');
    when(lend({ from: day('2024-05-01'), until: day('2024-05-31') })).refused('LOAN_INVALID');
    when(lend({ reason: '' })).refused('INSPECTORS_REASON_MISSING');
    when(lend({ person: 'p-9' })).refused('INSPECTOR_UNKNOWN');
  });
  it('R21 refuses a second loan over the same days and leaves another inspector be', () => {
    const { when } = given(inspectors, taken(enrol('p-1'), enrol('p-2'), lend()));
    when(lend({ loan: 'loan-2', borrower: 'kazuo', consentOrgan: 'kazuo' })).refused('LOAN_OVERLAPS');
    when(lend()).refused('LOAN_KNOWN');
    expect(when(lend({ loan: 'loan-2', person: 'p-2' })).recorded).toHaveLength(1);
  });
  it('R21 takes a loan of one day, one that ends today, and one on the day after another', () => {
    const { when } = given(inspectors, taken(enrol('p-1')));
    const one = { from: day('2024-06-03'), until: day('2024-06-03') };
    expect(
      when(lend({ ...one, borrowerConsent: { by: 'h', document: '函', on: day('2024-06-03') } })).recorded,
    ).toHaveLength(1);
    when(lend({ from: day('2024-06-10'), until: day('2024-06-09') })).refused('LOAN_INVALID');
    const next = (from: string, until = from) =>
      lend({ loan: 'loan-2', borrower: 'kazuo', consentOrgan: 'kazuo', from: day(from), until: day(until) });
    const lent = given(inspectors, taken(enrol('p-1'), lend({ from: day('2024-06-10') })));
    lent.when(next('2024-06-28', '2024-07-05')).refused('LOAN_OVERLAPS');
    lent.when(next('2024-06-03', '2024-06-10')).refused('LOAN_OVERLAPS');
    expect(lent.when(next('2024-06-29')).recorded).toHaveLength(1);
    expect(lent.when(next('2024-06-03', '2024-06-09')).recorded).toHaveLength(1);
  });
  it('R7 R21 refuses a consent of a day to come, and of nobody', () => {
    const { when } = given(inspectors, taken(enrol('p-1')));
    const consent = (by: string, on: string) => lend({ borrowerConsent: { by, document: '函', on: day(on) } });
    when(consent('chaozhou-head', '2024-06-04')).refused('LOAN_INVALID');
    when(consent('', '2024-06-02')).refused('LOAN_WITHOUT_CONSENT');
  });
  it('R21 trap 5 the loan that holds is the one of the person who was lent', () => {
    const { state: after } = given(inspectors, taken(enrol('p-1'), enrol('p-2'), lend()));
    expect(loanOn(after, 'p-1', 'chaozhou', day('2024-06-10'))?.loan).toBe('loan-1');
    expect(loanOn(after, 'p-2', 'chaozhou', day('2024-06-10'))).toBeUndefined();
  });
  it('R21 ends early on its return, once', () => {
    const facts = taken(enrol('p-1'), lend(), giveBack());
    const { state: after, when } = given(inspectors, facts);
    expect(lentTo(after, 'chaozhou', day('2024-06-03'))).toEqual([]);
    expect(after.loans.map(loanEndsOn)).toEqual(['2024-06-02']);
    when(giveBack()).refused('LOAN_UNKNOWN');
    const running = given(inspectors, taken(enrol('p-1'), lend()));
    expect(running.state.loans.map(loanEndsOn)).toEqual(['2024-06-28']);
    running.when(giveBack({ reason: ' ' })).refused('INSPECTORS_REASON_MISSING');
    running.when(giveBack({ occurredOn: day('2024-06-04') })).refused('INSPECTORS_DAY_INVALID');
    expect(when(lend({ loan: 'loan-2' })).recorded).toHaveLength(1);
  });
});

describe('the year’s statement', () => {
  it('R13 R61 is owed by everybody enrolled and names the interests on record', () => {
    const facts = taken(enrol('p-1'), enrol('p-2'), declare, state({ interests: ['n-1'] }));
    const { state: after } = given(inspectors, facts);
    expect(statementsOwed(after, 2024)).toEqual(['p-2']);
    expect(yearlyStatement(after, 'p-1', 2024)).toMatchObject({ interests: ['n-1'], statedOn: '2024-06-03' });
    expect(after.interests[0]?.case).toBe('chaozhou-2024-1-1');
  });
  it('R61 refuses one that leaves an interest out, names an unknown one, is of another year, or a second', () => {
    const { when } = given(inspectors, taken(enrol('p-1'), declare));
    when(state()).refused('STATEMENT_INVALID');
    when(state({ interests: ['n-1', 'n-9'] })).refused('STATEMENT_INVALID');
    when(state({ interests: ['n-1'], year: 2023 })).refused('STATEMENT_INVALID');
    when(state({ interests: ['n-1'], occurredOn: day('2024-06-04') })).refused('INSPECTORS_DAY_INVALID');
    const stated = taken(enrol('p-1'), declare, state({ interests: ['n-1'] }));
    given(inspectors, stated)
      .when(state({ interests: ['n-1'] }))
      .refused('STATEMENT_KNOWN');
  });
  it('R61 names what stands on that day, of that person: not what was withdrawn, ended, or is another’s', () => {
    const more = (id: string, person: string, until: string | null) =>
      ({
        ...declare,
        data: { ...declare.data, interest: id, person, until: until && day(until) },
      }) as InspectorsCommand;
    const withdraw: InspectorsCommand = { type: 'WithdrawInterest', data: { interest: 'n-4', reason: '申报有误' } };
    const others = [more('n-2', 'p-2', null), more('n-3', 'p-1', '2024-06-02'), more('n-4', 'p-1', null), withdraw];
    const facts = taken(enrol('p-1'), enrol('p-2'), more('n-1', 'p-1', '2024-06-03'), ...others);
    const { when } = given(inspectors, facts);
    expect(when(state({ interests: ['n-1'] })).recorded[0]?.data).toMatchObject({ interests: ['n-1'] });
    for (const gone of ['n-2', 'n-3', 'n-4']) when(state({ interests: ['n-1', gone] })).refused('STATEMENT_INVALID');
    when(state()).refused('STATEMENT_INVALID');
  });
  it('R61 is one’s own and each year’s', () => {
    const facts = taken(enrol('p-1'), enrol('p-2'), state());
    expect(given(inspectors, facts).when(state({ person: 'p-2' })).recorded).toHaveLength(1);
    const next = state({ year: 2025, occurredOn: day('2025-01-06') });
    const { recorded, state: after } = given(inspectors, facts).when(next, context('p-1', '2025-01-06T01:00:00.000Z'));
    expect(recorded).toHaveLength(1);
    expect(yearlyStatement(after, 'p-1', 2025)?.statedOn).toBe('2025-01-06');
    expect(yearlyStatement(after, 'p-1', 2026)).toBeUndefined();
  });
  it('R61 leaves interests declared later in the year to themselves', () => {
    const facts = taken(enrol('p-1'), state());
    expect(given(inspectors, facts).when(declare).recorded).toHaveLength(1);
  });
});
