import type { Day, DomainEvent, Fact, Id } from '@srd/kernel';
import type { DispositionEvent } from './disposition-events';
import type { ThirdEvent } from './events-3';
import type { FourthEvent } from './events-4';
import type { FifthEvent } from './events-5';
import type { OpeningEvent } from './opening-events';
import type {
  Attendance,
  DebtDue,
  DebtKind,
  DepartmentDues,
  PublicResult,
  RecordedFinding,
  Redaction,
  ResultClass,
  Signature,
  VisitDues,
} from './vocabulary';
import type { Further } from './vocabulary-4';

export type { CaseOpened } from './opening-events';

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
        /** Where each department's clock is its own; the publication, which tells of them all, waits for the last. */
        readonly byDepartment?: readonly DepartmentDues[];
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
        /** Found from the content when it was received; lacking where only the hash was ever kept. */
        readonly mediaType?: string;
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
        /** Fields beside the seven that the organ's profile names (trap 10). */
        readonly further?: Further;
      }
    >
  | DomainEvent<
      'PublicationAcknowledged',
      { readonly debt: Id; readonly channel: string; readonly receipt: string; readonly occurredOn?: Day }
    >
  /** The channel didn't take it; it may be posted there again. */
  | DomainEvent<
      'PublicationFailed',
      { readonly debt: Id; readonly channel: string; readonly reason: string; readonly occurredOn?: Day }
    >
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
export type CaseEvent =
  OpeningEvent | Visit | Result | DispositionEvent | Publishing | Amending | ThirdEvent | FourthEvent | FifthEvent;
export type CaseEventType = CaseEvent['type'];
export type CaseFact = Fact<CaseEvent>;
export type DataOf<T extends CaseEventType> = Extract<CaseEvent, { readonly type: T }>['data'];
export type FactOf<T extends CaseEventType> = Extract<CaseFact, { readonly type: T }>;
