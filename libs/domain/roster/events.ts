import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { Sector, InspectionMethod } from '@srd/domain/organ';
import type { UsccFault } from './uscc';

/** 状态: 正常, 停业整顿, 注销, 吊销, 撤销, 迁出. */
export const institutionStatuses = ['active', 'suspended', 'cancelled', 'revoked', 'withdrawn', 'moved-out'] as const;
export type InstitutionStatus = (typeof institutionStatuses)[number];

/** What a roster says of an institution. People in it are ids: names and telephones stand in the register of persons. */
export type Particulars = {
  readonly name: string;
  readonly formerNames: readonly string[];
  /** 总所, for a branch. */
  readonly branchOf: Id | null;
  /** 统一社会信用代码 */
  readonly uscc: string;
  /** 登记号, 执业许可证号 (R75) */
  readonly registrationNumber: string;
  readonly licensingAuthority: string;
  readonly licensedOn: Day | null;
  readonly validUntil: Day | null;
  /** 登记的住所、执业场所 (R65, R83) */
  readonly registeredPremises: string;
  readonly actualPremises: string | null;
  readonly divisionCode: string;
  /** 负责人 and 联系人 as person ids. */
  readonly head: Id | null;
  readonly contact: Id | null;
  /** 执业人数 */
  readonly practising: number;
  /** 组织形式 of a firm, 机构性质 of a notary office. */
  readonly form: string | null;
  /** 业务类别 of a forensic institution. */
  readonly specialties: readonly string[];
  /** 资质认定、认可证书 of a forensic institution. */
  readonly accreditation: { readonly number: string; readonly validUntil: Day | null } | null;
  readonly assessment: { readonly year: number; readonly result: string } | null;
  readonly creditGrade: { readonly grade: string; readonly gradedOn: Day } | null;
  /** 近三年投诉数、处罚数 (R49) */
  readonly complaints: number;
  readonly penalties: number;
  readonly dataSource: string;
  /** Made up for a demonstration or a test. */
  readonly fictional: boolean;
};

/** 纳入名录库: an institution stands in the roster of the organ in charge of it (R15, R18, R20). */
export type InstitutionRegistered = DomainEvent<
  'InstitutionRegistered',
  {
    readonly institution: Id;
    readonly organ: Id;
    readonly sector: Sector;
    readonly particulars: Particulars;
    readonly usccFault: UsccFault | null;
    readonly occurredOn: Day;
  }
>;

/** 动态更新: particulars changed (R20 实施动态管理). */
export type InstitutionRevised = DomainEvent<
  'InstitutionRevised',
  {
    readonly institution: Id;
    readonly changes: Partial<Particulars>;
    readonly usccFault: UsccFault | null;
    readonly reason: string;
    readonly occurredOn: Day;
  }
>;

/** 状态变更: 停业整顿、注销、吊销、撤销、迁出, or in order again (C28). */
export type InstitutionStatusChanged = DomainEvent<
  'InstitutionStatusChanged',
  { readonly institution: Id; readonly status: InstitutionStatus; readonly reason: string; readonly occurredOn: Day }
>;

/** 信用代码差错豁免: somebody answers by name for using an entry whose code doesn't check (trap 4). */
export type FaultWaived = DomainEvent<
  'FaultWaived',
  { readonly institution: Id; readonly uscc: string; readonly fault: UsccFault; readonly reason: string }
>;

/** 移出名录库: proposed by one, confirmed or declined by another. */
export type RemovalProposed = DomainEvent<'RemovalProposed', { readonly institution: Id; readonly reason: string }>;
export type RemovalConfirmed = DomainEvent<
  'RemovalConfirmed',
  { readonly institution: Id; readonly proposedBy: string }
>;
export type RemovalDeclined = DomainEvent<
  'RemovalDeclined',
  { readonly institution: Id; readonly proposedBy: string; readonly reason: string }
>;

/** 既往检查: an inspection from before this system; rotation, caps and coverage count it (R59, C10). */
export type PriorInspectionImported = DomainEvent<
  'PriorInspectionImported',
  {
    readonly institution: Id;
    readonly inspectedOn: Day;
    /** Who inspected, as the old record says; an organ's id where it is in this system. */
    readonly inspectingBody: string;
    readonly method: InspectionMethod;
    readonly random: boolean;
    /** Person ids, as far as known. */
    readonly inspectors: readonly Id[];
    readonly result: string;
    readonly dataSource: string;
  }
>;

export type RosterEvent =
  | InstitutionRegistered
  | InstitutionRevised
  | InstitutionStatusChanged
  | FaultWaived
  | RemovalProposed
  | RemovalConfirmed
  | RemovalDeclined
  | PriorInspectionImported;
