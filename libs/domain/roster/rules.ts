import { canonicalize, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import { plainLine, plainText, sectors, type Sector } from '@srd/domain/organ';
import {
  institutionStatuses,
  type InstitutionStatus,
  type Particulars,
  type PriorInspectionImported,
  type RosterEvent,
} from './events';
import { checkBranch, pastDay, readChanges, readParticulars, type GivenParticulars } from './particulars';
import { currentStatus } from './pool';
import { refuse } from './refusals';
import { institutionOf, isRemoved, type Institution, type RosterState } from './state';
import { usccCheck } from './uscc';

export type RegisterInstitution = DomainCommand<
  'RegisterInstitution',
  {
    institution: Id;
    organ: Id;
    sector: Sector;
    particulars: GivenParticulars;
    occurredOn: Day;
    /** Stream of another roster that has this code and hasn't seen it move out; the application looks it up. */
    elsewhere?: string | null;
  }
>;
export type ReviseInstitution = DomainCommand<
  'ReviseInstitution',
  { institution: Id; changes: Partial<Particulars>; reason: string; occurredOn: Day; elsewhere?: string | null }
>;
export type ChangeInstitutionStatus = DomainCommand<
  'ChangeInstitutionStatus',
  { institution: Id; status: InstitutionStatus; reason: string; occurredOn: Day }
>;
export type WaiveFault = DomainCommand<'WaiveFault', { institution: Id; reason: string }>;
export type ProposeRemoval = DomainCommand<'ProposeRemoval', { institution: Id; reason: string }>;
export type ConfirmRemoval = DomainCommand<'ConfirmRemoval', { institution: Id }>;
export type DeclineRemoval = DomainCommand<'DeclineRemoval', { institution: Id; reason: string }>;
export type ImportPriorInspection = DomainCommand<'ImportPriorInspection', PriorInspectionImported['data']>;
export type RosterCommand =
  | RegisterInstitution
  | ReviseInstitution
  | ChangeInstitutionStatus
  | WaiveFault
  | ProposeRemoval
  | ConfirmRemoval
  | DeclineRemoval
  | ImportPriorInspection;

const because = (reason: string): string => plainText(reason) ?? refuse('ROSTER_REASON_MISSING');

/** One institution has one entry: its code and its registration number stand once (B二(五)). */
function checkUnique(
  state: RosterState,
  institution: Id,
  changes: Partial<Particulars>,
  elsewhere: string | null,
): void {
  if (elsewhere !== null) refuse('INSTITUTION_ELSEWHERE', `该机构已在名录库 ${elsewhere} 中，请先由原主管机关办理迁出`);
  for (const other of Object.values(state.institutions)) {
    if (other.institution === institution || isRemoved(other)) continue;
    const { name, uscc, registrationNumber } = other.particulars;
    const detail = { institution: other.institution };
    if (uscc === changes.uscc) refuse('USCC_DUPLICATE', `统一社会信用代码与“${name}”重复`, detail);
    if (registrationNumber === changes.registrationNumber)
      refuse('REGISTRATION_DUPLICATE', `登记号与“${name}”重复`, detail);
  }
}

function register(data: RegisterInstitution['data'], state: RosterState, { today }: Context): readonly RosterEvent[] {
  const { institution, organ, sector } = data;
  if (!isId(institution) || !isId(organ) || !sectors.includes(sector))
    refuse('INSTITUTION_INVALID', '机构、机关编号或行业不合格式');
  if ((state.organ ?? organ) !== organ || (state.sector ?? sector) !== sector) refuse('ROSTER_MISMATCH');
  if (institutionOf(state, institution)) refuse('INSTITUTION_KNOWN');
  const particulars = readParticulars(institution, data.particulars);
  checkUnique(state, institution, particulars, data.elsewhere ?? null);
  const occurredOn = pastDay(data.occurredOn, today);
  const usccFault = usccCheck(particulars.uscc);
  return [{ type: 'InstitutionRegistered', data: { institution, organ, sector, particulars, usccFault, occurredOn } }];
}

function revise(
  data: ReviseInstitution['data'],
  entry: Institution,
  state: RosterState,
  { today }: Context,
): readonly RosterEvent[] {
  const { institution } = entry;
  const read = readChanges(data.changes);
  const changes = Object.fromEntries(
    Object.entries(read).filter(
      ([member, value]) => canonicalize(value) !== canonicalize(entry.particulars[member as keyof Particulars]),
    ),
  ) as Partial<Particulars>;
  if (Object.keys(changes).length === 0) refuse('ROSTER_UNCHANGED');
  checkBranch(institution, changes.branchOf);
  checkUnique(state, institution, changes, data.elsewhere ?? null);
  const usccFault = usccCheck(changes.uscc ?? entry.particulars.uscc);
  const occurredOn = pastDay(data.occurredOn, today);
  return [
    { type: 'InstitutionRevised', data: { institution, changes, usccFault, reason: because(data.reason), occurredOn } },
  ];
}

function importPrior(
  data: ImportPriorInspection['data'],
  entry: Institution,
  { today }: Context,
): readonly RosterEvent[] {
  const { inspectors, method, random } = data;
  const inspectedOn = pastDay(data.inspectedOn, today);
  const body = plainLine(data.inspectingBody) ?? refuse('TEXT_FORBIDDEN', '检查机关为空，或含有不可见的控制字符');
  const result = plainText(data.result) ?? refuse('TEXT_FORBIDDEN', '检查结果为空，或含有不可见的控制字符');
  const dataSource = plainLine(data.dataSource) ?? refuse('TEXT_FORBIDDEN', '数据来源为空，或含有不可见的控制字符');
  if (!inspectors.every(isId)) refuse('INSTITUTION_INVALID', '检查人员应为编号，不写姓名');
  if (entry.priorInspections.some((known) => known.inspectedOn === inspectedOn && known.inspectingBody === body)) {
    refuse('PRIOR_INSPECTION_KNOWN');
  }
  const { institution } = entry;
  return [
    {
      type: 'PriorInspectionImported',
      data: { institution, inspectedOn, inspectingBody: body, method, random, inspectors, result, dataSource },
    },
  ];
}

export function decide(command: RosterCommand, state: RosterState, context: Context): readonly RosterEvent[] {
  if (command.type === 'RegisterInstitution') return register(command.data, state, context);
  const entry = institutionOf(state, command.data.institution);
  if (!entry || isRemoved(entry)) return refuse('INSTITUTION_UNKNOWN');
  const { institution, removal } = entry;
  switch (command.type) {
    case 'ReviseInstitution':
      return revise(command.data, entry, state, context);
    case 'ChangeInstitutionStatus': {
      const { status } = command.data;
      const former = currentStatus(entry);
      if (!institutionStatuses.includes(status)) refuse('INSTITUTION_INVALID', `没有“${status}”这一状态`);
      if (status === former.status) refuse('ROSTER_UNCHANGED', '该机构已是此状态');
      const occurredOn = pastDay(command.data.occurredOn, context.today);
      if (occurredOn < former.since) refuse('STATUS_BEFORE_LAST', `现行状态自 ${former.since} 起，不能早于该日`);
      return [
        {
          type: 'InstitutionStatusChanged',
          data: { institution, status, reason: because(command.data.reason), occurredOn },
        },
      ];
    }
    case 'WaiveFault': {
      const fault = entry.usccFault;
      if (fault === null || entry.faultWaiver) return refuse('NO_USCC_FAULT');
      const reason = because(command.data.reason);
      return [{ type: 'FaultWaived', data: { institution, uscc: entry.particulars.uscc, fault, reason } }];
    }
    case 'ProposeRemoval':
      if (removal) refuse('REMOVAL_PENDING');
      return [{ type: 'RemovalProposed', data: { institution, reason: because(command.data.reason) } }];
    // Nobody takes an institution out alone (R13, R104).
    case 'ConfirmRemoval': {
      if (!removal) return refuse('NO_REMOVAL_PROPOSED');
      if (removal.proposedBy === context.actor) refuse('REMOVAL_SAME_PERSON');
      return [{ type: 'RemovalConfirmed', data: { institution, proposedBy: removal.proposedBy } }];
    }
    case 'DeclineRemoval': {
      if (!removal) return refuse('NO_REMOVAL_PROPOSED');
      const { proposedBy } = removal;
      return [{ type: 'RemovalDeclined', data: { institution, proposedBy, reason: because(command.data.reason) } }];
    }
    case 'ImportPriorInspection':
      return importPrior(command.data, entry, context);
  }
}
