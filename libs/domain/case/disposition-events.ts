import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { Attendance, DebtDue, Due, ListingGround, ListKind, Method, Severity } from './vocabulary';

/** Which measure on which finding: every event of a disposition says both. */
type On = { readonly disposition: Id; readonly finding: Id };
type FollowUp = On & {
  readonly round: number;
  readonly occurredOn: Day;
  readonly method: Method;
  readonly inspector: Id | null;
  readonly text: string;
  readonly evidence: readonly string[];
  /** Who was there, since `case/5` asked of a revisit on the spot (R22, R60). */
  readonly present?: readonly Attendance[];
  /** Why day, people or manner aren't as arranged. */
  readonly deviation?: string;
};
type Receipt = On & { readonly receipt: string; readonly occurredOn: Day };
type ListingEnd = On & { readonly standing: Id; readonly reason: string; readonly occurredOn: Day };

type Correcting =
  /** 当场纠正 (B三(三); R79). */
  | DomainEvent<
      'OnSpotCorrectionNoted',
      On & { readonly occurredOn: Day; readonly text: string; readonly followUp: Due }
    >
  /** 责令改正 with its last day, and the revisit's (R84). */
  | DomainEvent<
      'CorrectionOrdered',
      On & {
        readonly occurredOn: Day;
        readonly text: string;
        readonly dueOn: Day;
        readonly revisit: Due;
        /** 救济途径 told with the order, since `case/4` (R78). */
        readonly remedies?: string;
      }
    >
  | DomainEvent<
      'RectificationReported',
      On & {
        readonly round: number;
        readonly occurredOn: Day;
        readonly text: string;
        readonly evidence: readonly string[];
      }
    >
  /** The order's last day passed without a report; the revisit is made all the same. */
  | DomainEvent<'RectificationLapsed', On & { readonly round: number; readonly on: Day }>
  /** 回访: corrected or heeded (R84). */
  | DomainEvent<'FollowUpPassed', FollowUp>
  | DomainEvent<'FollowUpFailed', FollowUp>
  /** 再次责令改正: a round more, with a reason. */
  | DomainEvent<
      'FurtherCorrectionOrdered',
      On & {
        readonly round: number;
        readonly occurredOn: Day;
        readonly reason: string;
        readonly dueOn: Day;
        readonly revisit: Due;
      }
    >;

type Breach =
  /** 立案 (B三(三); R81). */
  | DomainEvent<'InvestigationOpened', On & { readonly occurredOn: Day; readonly documentNumber: string }>
  /** 处罚决定 (R87); `publication` is null where the class isn't published by default. */
  | DomainEvent<
      'PenaltyDecided',
      On & {
        readonly occurredOn: Day;
        readonly documentNumber: string;
        readonly penalties: readonly string[];
        readonly penaltyClass: Exclude<Severity, 'none'>;
        readonly publication: DebtDue | null;
        /** 救济途径 told with the decision, since `case/4` (R78). */
        readonly remedies?: string;
      }
    >
  | DomainEvent<
      'InvestigationDropped',
      On & { readonly occurredOn: Day; readonly reason: string; readonly publication: DebtDue | null }
    >
  /** 处罚被撤销 on reconsideration or in court; `publication` is the withdrawal owed when the decision had been published. */
  | DomainEvent<
      'PenaltyAnnulled',
      On & {
        readonly occurredOn: Day;
        readonly documentNumber: string;
        readonly reason: string;
        readonly publication: DebtDue | null;
      }
    >;

type Listing =
  /** Noted from the list's own stream (R83, R86, R87, C18). */
  | DomainEvent<
      'ListingProposalNoted',
      On & {
        readonly list: ListKind;
        readonly ground: ListingGround;
        readonly standing: Id;
        readonly reason: string | null;
        readonly occurredOn: Day;
      }
    >
  | DomainEvent<
      'ListingConfirmed',
      On & { readonly standing: Id; readonly occurredOn: Day; readonly documentNumber: string }
    >
  | DomainEvent<'ListingDeclined', ListingEnd>
  | DomainEvent<'ListingWithdrawn', ListingEnd>
  /** Expired, repaired or removed. */
  | DomainEvent<'ListingEnded', ListingEnd>
  /** No proposal after a penalty: no law provides a listing for its class (C19). */
  | DomainEvent<'ListingForgone', On & { readonly reason: string }>;

type Risk =
  /** 书面提醒 (B三(三); R85). */
  | DomainEvent<'ReminderIssued', On & { readonly occurredOn: Day; readonly text: string; readonly followUp: Due }>
  /** 约谈负责人 (R85). */
  | DomainEvent<'InterviewHeld', On & { readonly occurredOn: Day; readonly text: string; readonly followUp: Due }>
  /** 行政指导：建议、提醒、规劝、示范 (B三(二); R77). */
  | DomainEvent<
      'GuidanceRecorded',
      On & {
        readonly occurredOn: Day;
        readonly kind: 'advice' | 'reminder' | 'persuasion' | 'demonstration';
        readonly text: string;
      }
    >;

type Transfer =
  /** 报告行政许可审批部门 (B三(三); R80). */
  | DomainEvent<
      'ReportedToLicensing',
      On & { readonly recipient: string; readonly documentNumber: string; readonly occurredOn: Day }
    >
  | DomainEvent<'LicensingReceiptFiled', Receipt>
  /** 移送司法机关 (B三(三); R82). */
  | DomainEvent<
      'ReferredToJudiciary',
      On & { readonly recipient: string; readonly documentNumber: string; readonly occurredOn: Day }
    >
  | DomainEvent<'ReferralReceiptFiled', Receipt>;

/** One measure's life on one finding. */
export type DispositionEvent = Correcting | Breach | Listing | Risk | Transfer;
export type DispositionEventType = DispositionEvent['type'];
