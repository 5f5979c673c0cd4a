import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';

/** 执法领域: a sector of legal service, or `price` for the partner department of joint inspections. */
export type InspectorField = Sector | 'price';

/** 行政执法证: the ministry's or the province's. Its number is personal and stands in the register of persons. */
export type Certificate = {
  readonly kind: 'ministry' | 'provincial';
  readonly validFrom: Day;
  readonly validUntil: Day;
};

/** 近亲属, 曾任职, 师生, 债权债务, 代理关系, 其他. */
export const relations = ['kin', 'former-employment', 'teacher-student', 'debt', 'representation', 'other'] as const;
export type Relation = (typeof relations)[number];

/** 回避关系 between an inspector and an institution (R61). */
export type InterestDeclaration = {
  readonly interest: Id;
  readonly person: Id;
  readonly institution: Id;
  readonly relation: Relation;
  /** The day the inspector left the institution, for `former-employment`. */
  readonly leftOn: Day | null;
  /** `hard` bars from the team; `soft` is weighed by the section head. */
  readonly weight: 'hard' | 'soft';
  /** 本人申报, 单位核查, 对象申请 */
  readonly source: 'self' | 'unit-check' | 'institution-request';
  readonly from: Day;
  readonly until: Day | null;
  /** The case for which it was declared, where it came up with one. */
  readonly case?: Id;
};

/** 纳入执法检查人员名录库 (R21), with the certificate without which nobody inspects (R22). */
export type InspectorEnrolled = DomainEvent<
  'InspectorEnrolled',
  {
    readonly person: Id;
    readonly organ: Id;
    /** null for an inspector of no section of the organ's, a partner department's for instance. */
    readonly section: Id | null;
    readonly fields: readonly InspectorField[];
    readonly certificate: Certificate;
  }
>;

/** 换证: a further certificate; the earlier ones stay. */
export type CertificateRenewed = DomainEvent<
  'CertificateRenewed',
  { readonly person: Id; readonly certificate: Certificate }
>;

/** 执法领域、科室调整 (R21 实施动态管理). */
export type InspectorReassigned = DomainEvent<
  'InspectorReassigned',
  {
    readonly person: Id;
    readonly section: Id | null;
    readonly fields: readonly InspectorField[];
    readonly reason: string;
  }
>;

/** 移出执法检查人员名录库. */
export type InspectorWithdrawn = DomainEvent<
  'InspectorWithdrawn',
  { readonly person: Id; readonly reason: string; readonly occurredOn: Day }
>;

/** 不在岗: from the first day to the last, both with it. No ground is kept: it may be a matter of health. */
export type AbsenceRecorded = DomainEvent<
  'AbsenceRecorded',
  { readonly person: Id; readonly from: Day; readonly to: Day }
>;
export type AbsenceWithdrawn = DomainEvent<
  'AbsenceWithdrawn',
  { readonly person: Id; readonly from: Day; readonly to: Day }
>;

/** 利害关系申报 (B二(九) 依法回避). */
export type InterestDeclared = DomainEvent<'InterestDeclared', InterestDeclaration>;
export type InterestWithdrawn = DomainEvent<
  'InterestWithdrawn',
  { readonly interest: Id; readonly person: Id; readonly institution: Id; readonly reason: string }
>;

/** Both organs agree that an inspector works for another organ's cases for some days (R7, R21, trap 5). */
export type LoanAgreement = {
  readonly loan: Id;
  readonly person: Id;
  readonly borrower: Id;
  readonly from: Day;
  readonly until: Day;
  readonly reason: string;
  /** Who asked for the borrower, with the document; the lender's consent is who records the loan. */
  readonly borrowerConsent: { readonly by: Id; readonly document: string; readonly on: Day };
};

/** 借调执法检查人员. */
export type InspectorLent = DomainEvent<'InspectorLent', LoanAgreement>;
/** 借调结束, before its last day: from that day on the inspector is the lender's alone. */
export type LoanReturned = DomainEvent<
  'LoanReturned',
  { readonly loan: Id; readonly person: Id; readonly reason: string; readonly occurredOn: Day }
>;

/** 年度申报: the inspector has declared the year's interests, or that there are none (R13, R61). */
export type YearlyInterestsStated = DomainEvent<
  'YearlyInterestsStated',
  { readonly person: Id; readonly year: number; readonly interests: readonly Id[]; readonly occurredOn: Day }
>;

/** 豁免轮换: the leader lets somebody inspect an institution again within the period, for one task (B二(九); R59, trap 5). */
export type RotationWaived = DomainEvent<
  'RotationWaived',
  { readonly person: Id; readonly institution: Id; readonly task: Id; readonly reason: string }
>;

export type InspectorsEvent =
  | InspectorEnrolled
  | CertificateRenewed
  | InspectorReassigned
  | InspectorWithdrawn
  | AbsenceRecorded
  | AbsenceWithdrawn
  | InterestDeclared
  | InterestWithdrawn
  | InspectorLent
  | LoanReturned
  | YearlyInterestsStated
  | RotationWaived;
