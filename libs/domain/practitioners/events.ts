import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';

/** 状态: 正常执业, 停止执业, 注销, 吊销. */
export const practitionerStatuses = ['active', 'suspended', 'cancelled', 'revoked'] as const;
export type PractitionerStatus = (typeof practitionerStatuses)[number];

/** What a roster says of a practitioner beside their institution. Name, practising certificate and telephone stand in the register of persons. */
export type PractitionerParticulars = {
  /** 首次执业日 */
  readonly licensedOn: Day | null;
  /** 年度考核 */
  readonly assessment: { readonly year: number; readonly result: string } | null;
  /** 近三年投诉数、处罚数 */
  readonly complaints: number;
  readonly penalties: number;
  /** Made up for a demonstration or a test. */
  readonly fictional: boolean;
};

/** 纳入名录库: a practitioner with the institution in which they practise (B二(五) 以及其所属法律服务人员; R19). */
export type PractitionerRegistered = DomainEvent<
  'PractitionerRegistered',
  {
    readonly person: Id;
    readonly organ: Id;
    readonly sector: Sector;
    readonly institution: Id;
    readonly particulars: PractitionerParticulars;
    readonly occurredOn: Day;
  }
>;

/** 动态更新: particulars changed (R20). */
export type PractitionerRevised = DomainEvent<
  'PractitionerRevised',
  {
    readonly person: Id;
    readonly changes: Partial<PractitionerParticulars>;
    readonly reason: string;
    readonly occurredOn: Day;
  }
>;

/** 变更执业机构: practises elsewhere from that day on; `from` is null where a second institution is added (C5). */
export type PractitionerMoved = DomainEvent<
  'PractitionerMoved',
  {
    readonly person: Id;
    readonly from: Id | null;
    readonly to: Id;
    readonly reason: string;
    readonly occurredOn: Day;
  }
>;

/** 停止执业、注销、吊销, or in order again. */
export type PractitionerStatusChanged = DomainEvent<
  'PractitionerStatusChanged',
  { readonly person: Id; readonly status: PractitionerStatus; readonly reason: string; readonly occurredOn: Day }
>;

export type PractitionersEvent =
  PractitionerRegistered | PractitionerRevised | PractitionerMoved | PractitionerStatusChanged;
