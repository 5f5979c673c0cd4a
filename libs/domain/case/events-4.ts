import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { DebtDue, Due } from './vocabulary';
import type { Escalated, GuidanceKind, Review, ServedPaper, ServiceMethod } from './vocabulary-4';

type On = { readonly disposition: Id; readonly finding: Id };

/** Facts that `case/4` knows beside those of the earlier charts: from the result on. */
export type FourthEvent =
  /** 公示前人工核对: read, masked, confirmed; what is posted is what was read (C24, trap 10). */
  | DomainEvent<'PublicationReviewed', Review & { readonly debt: Id; readonly reason: string | null }>
  /** 抄送法治督察科: sent by the section; `CopyFiled` is its receipt (A二(五); R73, R102). */
  | DomainEvent<'CopySent', { readonly recipient: Id; readonly occurredOn: Day }>
  /** 不予配合情节严重: owed on the credit platform, whatever channels the organ has (B三(三); R76). */
  | DomainEvent<
      'GraveNonCooperationFound',
      { readonly finding: Id; readonly reason: string; readonly occurredOn: Day; readonly publication: DebtDue }
    >
  /** 催办 (B三(三)督促整改; R84). */
  | DomainEvent<'RectificationUrged', On & { readonly text: string; readonly occurredOn: Day }>
  /** 送达: from here the paper binds; an order that arrives after its own last day has a later one (R78). */
  | DomainEvent<
      'DocumentServed',
      On & {
        readonly paper: ServedPaper;
        readonly how: ServiceMethod;
        readonly evidence: readonly string[];
        readonly occurredOn: Day;
        readonly order: { readonly dueOn: Day; readonly revisit: Due } | null;
      }
    >
  /** 处罚前告知: facts, grounds and the right to be heard (行政处罚法第四十四条; R78). */
  | DomainEvent<
      'PenaltyNoticeServed',
      On & { readonly documentNumber: string; readonly hearUntil: Day; readonly occurredOn: Day }
    >
  /** 陈述申辩: said or waived; it never makes the penalty heavier (行政处罚法第四十五条; R78). */
  | DomainEvent<
      'StatementHeard',
      On & {
        readonly waived: boolean;
        readonly text: string;
        readonly evidence: readonly string[];
        readonly occurredOn: Day;
      }
    >
  /** 行政指导 all along, from the draw to the close, of a finding or of the case as a whole (B三(二); R77). */
  | DomainEvent<
      'GuidanceGiven',
      {
        readonly guidance: Id;
        readonly finding: Id | null;
        readonly kind: GuidanceKind;
        readonly text: string;
        readonly occurredOn: Day;
      }
    >
  /** A day passed without what was due on it, or a result was sent back too late: the leader is told (trap 9). */
  | DomainEvent<'CaseEscalated', Escalated>
  /** 领导督办意见 on it. */
  | DomainEvent<'EscalationAnswered', { readonly escalation: Id; readonly instruction: string }>;
