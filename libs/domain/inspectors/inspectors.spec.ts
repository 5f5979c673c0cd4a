import { context, day, given } from '@srd/kernel';
import {
  absentUntil,
  barsOn,
  certificateValidOn,
  enrolledInspectors,
  inspectorOf,
  inspectors,
  interestsIn,
  type InspectorsCommand,
  type InspectorsEvent,
} from './index';

const certificate = { kind: 'ministry' as const, validFrom: day('2022-01-01'), validUntil: day('2024-09-03') };
const enrol = (data: object = {}): InspectorsCommand => ({
  type: 'EnrolInspector',
  data: { person: 'p-1', organ: 'kazuo', section: 'legal-services', fields: ['law-firm'], certificate, ...data },
});
const declare = (data: object = {}): InspectorsCommand => ({
  type: 'DeclareInterest',
  data: {
    interest: 'n-1',
    person: 'p-1',
    institution: 'firm-1',
    relation: 'kin',
    leftOn: null,
    weight: 'hard',
    source: 'self',
    from: day('2024-01-01'),
    until: null,
    ...data,
  },
});
const absence: InspectorsCommand = {
  type: 'RecordAbsence',
  data: { person: 'p-1', from: day('2024-06-10'), to: day('2024-06-14') },
};
const taken = (...commands: InspectorsCommand[]): InspectorsEvent[] => {
  const facts: InspectorsEvent[] = [];
  for (const command of commands) facts.push(...given(inspectors, facts).when(command).recorded);
  return facts;
};
const visit = (on: string) => ({ field: 'law-firm' as const, institution: 'firm-1', day: day(on) });

describe('enrolling', () => {
  it('R21 R22 records an inspector by id, with section, fields and certificate', () => {
    const { recorded, state } = given(inspectors, []).when(enrol());
    expect(recorded[0]).toEqual({ type: 'InspectorEnrolled', data: enrol().data });
    expect(enrolledInspectors(state, day('2024-06-03'))).toEqual(['p-1']);
  });
  it('R22 refuses none, a certificate that ran out and one that ends before it begins', () => {
    const { when } = given(inspectors, []);
    when(enrol({ certificate: null })).refused('CERTIFICATE_MISSING');
    when(enrol({ certificate: { ...certificate, validUntil: day('2024-06-02') } })).refused('CERTIFICATE_EXPIRED');
    when(enrol({ certificate: { ...certificate, validUntil: day('2021-01-01') } })).refused('CERTIFICATE_INVALID');
    when(enrol({ certificate: { ...certificate, kind: 'municipal' } })).refused('CERTIFICATE_INVALID');
  });
  it('R21 refuses a second enrolment, another organ, no field; an inspector from no section may join', () => {
    const { when } = given(inspectors, taken(enrol()));
    when(enrol()).refused('INSPECTOR_ENROLLED');
    when(enrol({ person: 'p-2', organ: 'chaozhou' })).refused('INSPECTORS_MISMATCH');
    when(enrol({ person: 'p-2', fields: [] })).refused('INSPECTOR_INVALID');
    when(enrol({ person: '张三' })).refused('INSPECTOR_INVALID');
    expect(when(enrol({ person: 'p-2', section: null, fields: ['price'] })).recorded).toHaveLength(1);
  });
  it('R21 withdraws and takes back, keeping the certificates', () => {
    const withdraw: InspectorsCommand = {
      type: 'WithdrawInspector',
      data: { person: 'p-1', reason: '调离', occurredOn: day('2024-06-01') },
    };
    const facts = taken(enrol(), withdraw);
    const { state, when } = given(inspectors, facts);
    expect([enrolledInspectors(state, day('2024-05-31')), enrolledInspectors(state, day('2024-06-01'))]).toEqual([
      ['p-1'],
      [],
    ]);
    expect(barsOn(state, 'p-1', visit('2024-06-03'))).toEqual([{ bar: 'not-enrolled' }]);
    when(absence).refused('INSPECTOR_UNKNOWN');
    when(withdraw).refused('INSPECTOR_UNKNOWN');
    expect(inspectorOf(when(enrol()).state, 'p-1')).toMatchObject({
      withdrawnOn: null,
      certificates: [certificate, certificate],
    });
  });
  it('R21 changes fields with a reason and refuses no change', () => {
    const reassign = (fields: string[], reason = '分工调整') =>
      ({
        type: 'ReassignInspector',
        data: { person: 'p-1', section: 'legal-services', fields, reason },
      }) as InspectorsCommand;
    const { when } = given(inspectors, taken(enrol()));
    expect(barsOn(when(reassign(['notary-office'])).state, 'p-1', visit('2024-06-03'))).toEqual([{ bar: 'field' }]);
    when(reassign(['law-firm'])).refused('INSPECTORS_UNCHANGED');
    when(reassign(['notary-office'], '')).refused('INSPECTORS_REASON_MISSING');
  });
});

describe('certificates', () => {
  const renew = (validUntil: string): InspectorsCommand => ({
    type: 'RenewCertificate',
    data: { person: 'p-1', certificate: { ...certificate, validFrom: day('2024-09-01'), validUntil: day(validUntil) } },
  });
  it('R22 trap 5: one that expires 3 Sept bars from a check on 9 Sept, not from one on 3 Sept', () => {
    const { state } = given(inspectors, taken(enrol()));
    expect(barsOn(state, 'p-1', visit('2024-09-09'))).toEqual([{ bar: 'certificate', expiredOn: '2024-09-03' }]);
    expect(barsOn(state, 'p-1', visit('2024-09-03'))).toEqual([]);
    expect(certificateValidOn(state, 'p-1', day('2021-12-31'))).toBe(false);
  });
  it('R22 a renewal is valid beside the earlier one', () => {
    const { state } = given(inspectors, taken(enrol(), renew('2027-08-31')));
    expect(['2024-06-03', '2024-09-09', '2027-09-01'].map((on) => certificateValidOn(state, 'p-1', day(on)))).toEqual([
      true,
      true,
      false,
    ]);
  });
  it('R22 refuses a renewal that ends no later, and one of nobody', () => {
    given(inspectors, taken(enrol())).when(renew('2024-09-03')).refused('CERTIFICATE_NOT_LATER');
    given(inspectors, []).when(renew('2027-08-31')).refused('INSPECTOR_UNKNOWN');
  });
});

describe('absences', () => {
  it('trap 5: bar from the first to the last day', () => {
    const { state } = given(inspectors, taken(enrol(), absence));
    expect(
      ['2024-06-09', '2024-06-10', '2024-06-14', '2024-06-15'].map((on) => absentUntil(state, 'p-1', day(on))),
    ).toEqual([null, '2024-06-14', '2024-06-14', null]);
    expect(barsOn(state, 'p-1', visit('2024-06-11'))).toEqual([{ bar: 'absent', until: '2024-06-14' }]);
  });
  it('trap 5: refuses an end before the beginning and the same absence twice', () => {
    const { when } = given(inspectors, taken(enrol(), absence));
    when({ type: 'RecordAbsence', data: { person: 'p-1', from: day('2024-06-14'), to: day('2024-06-10') } }).refused(
      'ABSENCE_INVALID',
    );
    when(absence).refused('ABSENCE_KNOWN');
  });
  it('trap 5: leaves nothing of an absence that is withdrawn', () => {
    const withdraw = { ...absence, type: 'WithdrawAbsence' } as InspectorsCommand;
    expect(barsOn(given(inspectors, taken(enrol(), absence, withdraw)).state, 'p-1', visit('2024-06-11'))).toEqual([]);
    given(inspectors, taken(enrol())).when(withdraw).refused('ABSENCE_UNKNOWN');
  });
});

describe('days at the edge', () => {
  const edges = (days: readonly string[], holds: (on: string) => boolean) => days.map(holds);

  it('R22 a certificate holds on its first and its last day, and not around them', () => {
    const { state } = given(inspectors, taken(enrol()));
    const days = ['2021-12-31', '2022-01-01', '2024-09-03', '2024-09-04'];
    expect(edges(days, (on) => certificateValidOn(state, 'p-1', day(on)))).toEqual([false, true, true, false]);
  });
  it('R22 says on which day the certificate ran out, the last one where there were several', () => {
    const renewed = { ...certificate, validFrom: day('2024-09-04'), validUntil: day('2025-09-03') };
    const renew: InspectorsCommand = {
      type: 'RenewCertificate',
      data: { person: 'p-1', certificate: renewed },
    } as InspectorsCommand;
    const { state } = given(inspectors, taken(enrol(), renew));
    expect(barsOn(state, 'p-1', visit('2025-09-03'))).toEqual([]);
    expect(barsOn(state, 'p-1', visit('2025-09-04'))).toEqual([{ bar: 'certificate', expiredOn: '2025-09-03' }]);
    const { state: once } = given(inspectors, taken(enrol()));
    expect(barsOn(once, 'p-1', visit('2024-09-04'))).toEqual([{ bar: 'certificate', expiredOn: '2024-09-03' }]);
    expect(barsOn(once, 'p-1', visit('2021-12-31'))).toEqual([{ bar: 'certificate', expiredOn: null }]);
  });
  it('R22 takes a certificate that ends today, and one of a single day', () => {
    const today = { ...certificate, validFrom: day('2024-06-03'), validUntil: day('2024-06-03') };
    expect(given(inspectors, []).when(enrol({ certificate: today })).recorded).toHaveLength(1);
    given(inspectors, [])
      .when(enrol({ certificate: { ...certificate, validFrom: day('2024-09-04') } }))
      .refused('CERTIFICATE_INVALID');
  });
  it('R61 an interest bars on its first and its last day, that person alone', () => {
    const facts = taken(enrol(), enrol({ person: 'p-2' }), declare({ until: day('2024-06-30') }));
    const { state } = given(inspectors, facts);
    const days = ['2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01'];
    const bars = (person: string) => edges(days, (on) => interestsIn(state, person, 'firm-1', day(on)).length > 0);
    expect(bars('p-1')).toEqual([false, true, true, false]);
    expect(bars('p-2')).toEqual([false, false, false, false]);
    expect(interestsIn(state, 'p-2', 'firm-1')).toEqual([]);
  });
  it('R21 R61 who is not enrolled, or not for this field, is barred before anything else is asked', () => {
    const { state } = given(inspectors, taken(enrol({ fields: ['notary-office'] }), declare({ weight: 'soft' })));
    expect(barsOn(state, 'p-9', visit('2024-06-11'))).toEqual([{ bar: 'not-enrolled' }]);
    expect(barsOn(state, 'p-1', visit('2024-06-11'))).toEqual([{ bar: 'field' }]);
  });
});

describe('interests', () => {
  it('R61 a hard interest bars from that institution only', () => {
    const { state } = given(inspectors, taken(enrol(), declare()));
    expect(barsOn(state, 'p-1', visit('2024-06-11'))).toEqual([{ bar: 'interest', interest: 'n-1', until: null }]);
    expect(barsOn(state, 'p-1', { ...visit('2024-06-11'), institution: 'firm-2' })).toEqual([]);
  });
  it('R61 trap 5: one who left the firm 8 months ago says when', () => {
    const left = { relation: 'former-employment', leftOn: day('2023-10-03'), until: day('2026-10-03') };
    expect(given(inspectors, taken(enrol())).when(declare(left)).recorded[0]?.data).toMatchObject(left);
    given(inspectors, taken(enrol()))
      .when(declare({ ...left, leftOn: null }))
      .refused('INTEREST_INVALID');
    given(inspectors, taken(enrol()))
      .when(declare({ leftOn: day('2023-10-03') }))
      .refused('INTEREST_INVALID');
  });
  it('R61 refuses an unknown person or relation, a second of the same id, days in the wrong order', () => {
    const { when } = given(inspectors, taken(enrol(), declare()));
    when(declare({ interest: 'n-2', person: 'p-9' })).refused('INSPECTOR_UNKNOWN');
    when(declare({ interest: 'n-2', relation: 'neighbour' })).refused('INTEREST_INVALID');
    when(declare()).refused('INTEREST_KNOWN');
    when(declare({ interest: 'n-2', until: day('2023-01-01') })).refused('INTEREST_INVALID');
  });
  it('R61 leaves a soft interest to the section head, and one out of its days', () => {
    const { state } = given(inspectors, taken(enrol(), declare({ weight: 'soft', until: day('2024-06-30') })));
    expect(barsOn(state, 'p-1', visit('2024-06-11'))).toEqual([]);
    expect(interestsIn(state, 'p-1', 'firm-1', day('2024-06-11'))).toHaveLength(1);
    expect(interestsIn(state, 'p-1', 'firm-1', day('2024-07-01'))).toHaveLength(0);
    expect(interestsIn(state, 'p-1', 'firm-1')).toHaveLength(1);
  });
  it('R61 trap 6: a withdrawal needs a reason and stays on record with the declaration', () => {
    const withdraw: InspectorsCommand = { type: 'WithdrawInterest', data: { interest: 'n-1', reason: '申报有误' } };
    const { when } = given(inspectors, taken(enrol(), declare()));
    when({ ...withdraw, data: { interest: 'n-1', reason: '' } }).refused('INSPECTORS_REASON_MISSING');
    const outcome = when(withdraw, context('head-1'));
    expect(interestsIn(outcome.state, 'p-1', 'firm-1')).toEqual([]);
    expect(outcome.state.interests[0]).toMatchObject({
      declaredBy: 'officer-1',
      withdrawal: { by: 'head-1', reason: '申报有误' },
    });
    given(inspectors, taken(enrol(), declare(), withdraw))
      .when(withdraw)
      .refused('INTEREST_UNKNOWN');
  });
});
