import type { Day, DomainEvent, Fact, Id } from '@srd/kernel';
import type { Sector } from '../organ';
import type { DispositionEvent } from './disposition-events';
import type { ThirdEvent } from './events-3';
import type {
  Attendance,
  CaseVersion,
  CauseGround,
  CauseSource,
  DebtDue,
  DebtKind,
  Department,
  InspectedObject,
  Method,
  PinnedItem,
  PinnedTerms,
  Pins,
  Practice,
  PublicResult,
  Purpose,
  RecordedFinding,
  RecusalOrigin,
  Redaction,
  ResultClass,
  RotationWaiver,
  Signature,
  TeamMember,
  VisitDues,
  Window,
  YearLoad,
} from './vocabulary';

/** 立案编号: the case is opened under a task and pins everything that it will be judged by. */
export type CaseOpened = {
  readonly procedure: CaseVersion;
  readonly organ: Id;
  /** The unit's name on the day: a district that is renamed keeps the old one in old cases (trap 13). */
  readonly unitName?: string;
  readonly plan: Id;
  readonly task: Id;
  readonly section: Id;
  readonly sector: Sector;
  readonly number: string;
  readonly purpose: Purpose;
  readonly method: Method;
  readonly window: Window;
  readonly items: readonly PinnedItem[];
  readonly inspectingBody: Id;
  readonly departments: readonly Department[];
  /** B二(三): self-inspection first, alongside, or none (R69). */
  readonly selfInspection: 'none' | 'first' | 'alongside';
  readonly terms: PinnedTerms;
  readonly practice?: Practice;
  readonly pins: Pins;
};

type Opening =
  | DomainEvent<'CaseOpened', CaseOpened>
  /** 随机抽取检查对象: this case's object and its place in the draw (A二(一), B二(九); R55). */
  | DomainEvent<
      'ObjectDrawn',
      {
        readonly institution: InspectedObject;
        readonly draw: Id;
        readonly transcriptHash: string;
        readonly rank: number;
        readonly occurredOn: Day;
      }
    >
  /** 不受随机限制的检查: named for cause, with its ground and source (B二(九)1–4; R89–R93). */
  | DomainEvent<
      'ObjectNamed',
      {
        readonly institution: InspectedObject;
        readonly ground: CauseGround;
        readonly source: CauseSource;
        readonly approvedBy: Id | null;
        readonly urgent: { readonly reason: string; readonly approvalDueOn: Day } | null;
        readonly occurredOn: Day;
        readonly load?: YearLoad;
      }
    >
  /** 终止: known before the visit that this number isn't needed, or opened by mistake. */
  | DomainEvent<'CaseVoided', { readonly reason: string; readonly requestedBy: Id }>
  /** 随机选派执法检查人员 (A二(四), B二(九); R56, R60). */
  | DomainEvent<
      'TeamDrawn',
      {
        readonly inspectors: readonly TeamMember[];
        readonly draw: Id;
        readonly transcriptHash: string;
        readonly occurredOn: Day;
      }
    >
  /** A for-cause team, appointed with a reason under the same bars. */
  | DomainEvent<
      'TeamAppointed',
      {
        readonly inspectors: readonly TeamMember[];
        readonly reason: string;
        readonly occurredOn: Day;
        readonly waivers?: readonly RotationWaiver[];
      }
    >
  /** Possible until findings are recorded; for a random case the replacement is drawn too. */
  | DomainEvent<
      'InspectorReplaced',
      {
        readonly outgoing: Id;
        readonly incoming: TeamMember;
        readonly reason: string;
        readonly draw: Id | null;
        readonly transcriptHash: string | null;
        /** The recusal's decision that made it necessary. */
        readonly recusal?: Id;
      }
    >
  /** 回避申请 by the institution or the inspector (B二(九); R61). */
  | DomainEvent<
      'RecusalRequested',
      {
        readonly recusal: Id;
        readonly inspector: Id;
        readonly ground: string;
        readonly occurredOn: Day;
        readonly origin?: RecusalOrigin;
      }
    >
  | DomainEvent<'RecusalGranted', { readonly recusal: Id; readonly inspector: Id; readonly reason: string }>
  | DomainEvent<'RecusalDeclined', { readonly recusal: Id; readonly inspector: Id; readonly reason: string }>
  /** An interest that came to light after the result: the result stands, the case is flagged. */
  | DomainEvent<'InterestDisclosed', { readonly inspector: Id; readonly relation: string; readonly occurredOn: Day }>
  /** 检查审批 before the visit, or afterwards within the set time when urgent. */
  | DomainEvent<
      'InspectionApproved',
      { readonly unannounced: boolean; readonly reason: string; readonly load?: YearLoad }
    >
  /** 检查通知 served; where self-inspection comes first, with its last day. */
  | DomainEvent<
      'NoticeServed',
      { readonly occurredOn: Day; readonly document: string; readonly selfInspectionDueOn: Day | null }
    >;

type Visit =
  /** 自查报告 handed in (A二(五), B二(三); R29, R69). */
  | DomainEvent<
      'SelfInspectionReported',
      { readonly occurredOn: Day; readonly summary: string; readonly evidence: readonly string[] }
    >
  | DomainEvent<'SelfInspectionLapsed', { readonly on: Day }>
  /** 到场检查: certificates valid that day (R22), two at least (R60), at the registered premises (R65) or on handed-in material (R66). */
  | DomainEvent<
      'VisitOpened',
      {
        readonly visit: Id;
        readonly institution: Id;
        readonly inspector: Id;
        readonly present: readonly Attendance[];
        readonly occurredOn: Day;
        readonly visitCode: string | null;
        readonly premises: string;
        readonly elsewhere: string | null;
      }
    >
  /** 检查结束: the last one counts and starts the clock of A二(五) (R73). */
  | DomainEvent<
      'VisitEnded',
      {
        readonly visit: Id;
        readonly occurredOn: Day;
        readonly due: VisitDues;
        /** Taken before leaving: signed, refused, or nobody there (trap 14). */
        readonly signature?: Signature;
      }
    >
  /** A partner didn't turn up: its section ends 未参加. */
  | DomainEvent<'DepartmentAbsent', { readonly department: Id; readonly reason: string; readonly occurredOn: Day }>
  /** Material or a photograph, by its SHA-256 in hex. */
  | DomainEvent<
      'EvidenceAdded',
      {
        readonly sha256: string;
        readonly name: string;
        readonly size: number;
        readonly disposition: Id | null;
        /** The day that it tells of, beside the day it was received: as true and as known (trap 15). */
        readonly occurredOn?: Day;
      }
    >;

type Result =
  /** 录入检查结果 (A二(二); R63, R72), one department's section. `due` only where it is recorded without a visit (C28). */
  | DomainEvent<
      'FindingsRecorded',
      {
        readonly department: Id;
        readonly inspector: Id | null;
        readonly findings: readonly RecordedFinding[];
        readonly signature: Signature;
        readonly evidence: readonly string[];
        readonly occurredOn: Day;
        readonly due: VisitDues | null;
      }
    >
  /** Sent back with a reason; the clock goes on. */
  | DomainEvent<'FindingsReturned', { readonly department: Id; readonly reason: string }>
  /** 审批检查结果 (A二(二); R72, C7); the result's publication is owed from here. */
  | DomainEvent<'FindingsApproved', { readonly department: Id; readonly publication: DebtDue | null }>;

type Publishing =
  /** 公示 on one channel (A二(五), B三(一); R73–R75). The content is that of the debt's first posting. */
  | DomainEvent<
      'PublicationPosted',
      {
        readonly debt: Id;
        readonly channel: string;
        readonly content: PublicResult;
        readonly statement: string | null;
        readonly replaces: Id | null;
        readonly redactions: readonly Redaction[];
      }
    >
  | DomainEvent<'PublicationAcknowledged', { readonly debt: Id; readonly channel: string; readonly receipt: string }>
  /** The channel didn't take it; it may be posted there again. */
  | DomainEvent<'PublicationFailed', { readonly debt: Id; readonly channel: string; readonly reason: string }>
  | DomainEvent<'PublicationWaived', { readonly debt: Id; readonly kind: DebtKind; readonly reason: string }>
  /** 抄送法治督察科备份, with the receipt (A二(五); R73, R102). */
  | DomainEvent<'CopyFiled', { readonly recipient: Id; readonly receipt: string; readonly occurredOn: Day }>;

type Amending =
  /** 更正 of approved text: a reason, another person, both versions kept (trap 14). */
  | DomainEvent<
      'AmendmentProposed',
      {
        readonly amendment: Id;
        readonly finding: Id;
        readonly text: string | null;
        readonly resultClass: ResultClass | null;
        readonly withdrawn: boolean;
        readonly reason: string;
      }
    >
  | DomainEvent<'AmendmentApproved', { readonly amendment: Id; readonly publication: DebtDue | null }>
  | DomainEvent<'AmendmentDeclined', { readonly amendment: Id; readonly reason: string }>
  /** A day passed without what was due on it: recorded once. */
  | DomainEvent<'DeadlinePassed', { readonly deadline: Id; readonly kind: string; readonly on: Day }>;

/** Everything that may stand in a case's stream. */
export type CaseEvent = Opening | Visit | Result | DispositionEvent | Publishing | Amending | ThirdEvent;
export type CaseEventType = CaseEvent['type'];
export type CaseFact = Fact<CaseEvent>;
export type DataOf<T extends CaseEventType> = Extract<CaseEvent, { readonly type: T }>['data'];
export type FactOf<T extends CaseEventType> = Extract<CaseFact, { readonly type: T }>;
