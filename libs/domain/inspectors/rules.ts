import { canonicalize, isDay, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import { plainText, sectors } from '@srd/domain/organ';
import {
  relations,
  type Certificate,
  type InspectorEnrolled,
  type InspectorField,
  type InspectorReassigned,
  type InspectorsEvent,
  type InterestDeclaration,
} from './events';
import { refuse } from './refusals';
import { decideLoan, decideStatement, type LoanCommand } from './loan-rules';
import { decideWaiver, type WaiveRotation } from './rotation';
import { inspectorOf, type Inspector, type InspectorsState } from './state';

export type EnrolInspector = DomainCommand<'EnrolInspector', InspectorEnrolled['data']>;
export type RenewCertificate = DomainCommand<'RenewCertificate', { person: Id; certificate: Certificate }>;
export type ReassignInspector = DomainCommand<'ReassignInspector', InspectorReassigned['data']>;
export type WithdrawInspector = DomainCommand<'WithdrawInspector', { person: Id; reason: string; occurredOn: Day }>;
export type RecordAbsence = DomainCommand<'RecordAbsence', { person: Id; from: Day; to: Day }>;
export type WithdrawAbsence = DomainCommand<'WithdrawAbsence', { person: Id; from: Day; to: Day }>;
/** `leftOn` and `until` may be left out where there is none. */
export type DeclareInterest = DomainCommand<
  'DeclareInterest',
  Omit<InterestDeclaration, 'leftOn' | 'until'> & Partial<InterestDeclaration>
>;
export type WithdrawInterest = DomainCommand<'WithdrawInterest', { interest: Id; reason: string }>;
export type InspectorsCommand =
  | LoanCommand
  | WaiveRotation
  | EnrolInspector
  | RenewCertificate
  | ReassignInspector
  | WithdrawInspector
  | RecordAbsence
  | WithdrawAbsence
  | DeclareInterest
  | WithdrawInterest;

const knownFields: readonly string[] = [...sectors, 'price'];
const because = (reason: string): string => plainText(reason) ?? refuse('INSPECTORS_REASON_MISSING');

function checkedFields(fields: readonly InspectorField[]): readonly InspectorField[] {
  if (fields.length === 0 || !fields.every((field) => knownFields.includes(field)))
    refuse('INSPECTOR_INVALID', '请填写执法领域');
  return [...new Set(fields)];
}

/** R22: no inspector without a certificate, and none whose certificate has run out. */
function checkedCertificate(certificate: Certificate | null | undefined, today: Day): Certificate {
  if (!certificate) return refuse('CERTIFICATE_MISSING');
  const { kind, validFrom, validUntil } = certificate;
  if (kind !== 'ministry' && kind !== 'provincial') refuse('CERTIFICATE_INVALID', '行政执法证应为司法部或省级制发');
  if (!isDay(validFrom) || !isDay(validUntil) || validFrom > validUntil) refuse('CERTIFICATE_INVALID');
  if (validUntil < today) refuse('CERTIFICATE_EXPIRED', `行政执法证已于 ${validUntil} 到期，请先换证`);
  return { kind, validFrom, validUntil };
}

function declare(
  data: DeclareInterest['data'],
  state: InspectorsState,
  { today }: Context,
): readonly InspectorsEvent[] {
  const { interest, person, institution, relation, leftOn = null, weight, source, from, until = null } = data;
  if (!isId(interest) || !isId(institution)) refuse('INTEREST_INVALID', '请填写对象机构');
  if (state.interests.some((other) => other.interest === interest)) refuse('INTEREST_KNOWN');
  if (!relations.includes(relation)) refuse('INTEREST_INVALID', `没有“${relation}”这一关系`);
  if ((relation === 'former-employment') !== (leftOn !== null)) {
    refuse('INTEREST_INVALID', '曾任职的须填写离开日，其他关系不填');
  }
  if (leftOn !== null && (!isDay(leftOn) || leftOn > today)) refuse('INTEREST_INVALID', '离开日不能晚于今日');
  if (weight !== 'hard' && weight !== 'soft') refuse('INTEREST_INVALID', '请注明应当回避或可以回避');
  if (!['self', 'unit-check', 'institution-request'].includes(source)) refuse('INTEREST_INVALID', '请注明来源');
  if (data.case !== undefined && !isId(data.case)) refuse('INTEREST_INVALID', '案件编号不合格式');
  if (!isDay(from) || (until !== null && (!isDay(until) || until < from))) refuse('INTEREST_INVALID', '起止日期有误');
  return [
    {
      type: 'InterestDeclared',
      data: {
        interest,
        person,
        institution,
        relation,
        leftOn,
        weight,
        source,
        from,
        until,
        ...(data.case === undefined ? {} : { case: data.case }),
      },
    },
  ];
}

function decideFor(
  command: Exclude<
    InspectorsCommand,
    EnrolInspector | WithdrawInterest | DeclareInterest | LoanCommand | WaiveRotation
  >,
  inspector: Inspector,
  { today }: Context,
): readonly InspectorsEvent[] {
  const { person, certificates, absences } = inspector;
  switch (command.type) {
    case 'RenewCertificate': {
      const certificate = checkedCertificate(command.data.certificate, today);
      if (certificates.some(({ validUntil }) => validUntil >= certificate.validUntil)) refuse('CERTIFICATE_NOT_LATER');
      return [{ type: 'CertificateRenewed', data: { person, certificate } }];
    }
    case 'ReassignInspector': {
      const { section } = command.data;
      const fields = checkedFields(command.data.fields);
      if (section !== null && !isId(section)) refuse('INSPECTOR_INVALID', '科室编号不合格式');
      if (
        canonicalize({ section, fields }) === canonicalize({ section: inspector.section, fields: inspector.fields })
      ) {
        refuse('INSPECTORS_UNCHANGED');
      }
      return [{ type: 'InspectorReassigned', data: { person, section, fields, reason: because(command.data.reason) } }];
    }
    case 'WithdrawInspector': {
      const { occurredOn } = command.data;
      if (!isDay(occurredOn) || occurredOn > today) refuse('INSPECTORS_DAY_INVALID');
      return [{ type: 'InspectorWithdrawn', data: { person, reason: because(command.data.reason), occurredOn } }];
    }
    case 'RecordAbsence': {
      const { from, to } = command.data;
      if (!isDay(from) || !isDay(to) || from > to) refuse('ABSENCE_INVALID');
      if (absences.some((absence) => absence.from === from && absence.to === to)) refuse('ABSENCE_KNOWN');
      return [{ type: 'AbsenceRecorded', data: { person, from, to } }];
    }
    case 'WithdrawAbsence': {
      const { from, to } = command.data;
      if (!absences.some((absence) => absence.from === from && absence.to === to)) refuse('ABSENCE_UNKNOWN');
      return [{ type: 'AbsenceWithdrawn', data: { person, from, to } }];
    }
  }
}

export function decide(
  command: InspectorsCommand,
  state: InspectorsState,
  context: Context,
): readonly InspectorsEvent[] {
  if (command.type === 'EnrolInspector') {
    const { person, organ, section } = command.data;
    if (!isId(person) || !isId(organ) || (section !== null && !isId(section))) {
      refuse('INSPECTOR_INVALID', '人员、机关或科室编号不合格式');
    }
    if ((state.organ ?? organ) !== organ) refuse('INSPECTORS_MISMATCH');
    if (inspectorOf(state, person)?.withdrawnOn === null) refuse('INSPECTOR_ENROLLED');
    const fields = checkedFields(command.data.fields);
    const certificate = checkedCertificate(command.data.certificate, context.today);
    return [{ type: 'InspectorEnrolled', data: { person, organ, section, fields, certificate } }];
  }
  if (command.type === 'WithdrawInterest') {
    const { interest, reason } = command.data;
    const declared = state.interests.find((other) => other.interest === interest && other.withdrawal === null);
    if (!declared) return refuse('INTEREST_UNKNOWN');
    const { person, institution } = declared;
    return [{ type: 'InterestWithdrawn', data: { interest, person, institution, reason: because(reason) } }];
  }
  if (command.type === 'WaiveRotation') return decideWaiver(command.data, state);
  if (command.type === 'ReturnLoan') return decideLoan(command, undefined, state, context);
  const inspector = inspectorOf(state, command.data.person);
  if (!inspector) return refuse('INSPECTOR_UNKNOWN');
  // An interest is declared of former inspectors too: a result they recorded may still be questioned (R61, trap 6).
  if (command.type === 'DeclareInterest') return declare(command.data, state, context);
  if (inspector.withdrawnOn !== null) refuse('INSPECTOR_UNKNOWN', '该人员已移出执法检查人员名录库');
  if (command.type === 'LendInspector') return decideLoan(command, inspector, state, context);
  if (command.type === 'StateYearlyInterests') return decideStatement(command.data, inspector, state, context);
  return decideFor(command, inspector, context);
}
