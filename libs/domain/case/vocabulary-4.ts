import type { Day, Id } from '@srd/kernel';
import type { FurtherField } from '../organ';
import type { DeadlineKind, PublicResult, Redaction } from './vocabulary';

/** 建议、提醒、规劝、示范、公示 (B三(二); R77). */
export const guidanceKinds = ['advice', 'reminder', 'persuasion', 'demonstration', 'publicity'] as const;
export type GuidanceKind = (typeof guidanceKinds)[number];

/** 直接、留置、邮寄、电子、公告送达 (行政处罚法第六十一条). */
export const serviceMethods = ['in-person', 'left', 'post', 'electronic', 'announcement'] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

/** What has to reach the institution before it binds: an order to correct, a penalty decision. */
export const servedPapers = ['correction-order', 'penalty-decision'] as const;
export type ServedPaper = (typeof servedPapers)[number];

/** What was published beside the seven fields (R75), as the organ's profile names it. */
export type Further = { readonly [F in FurtherField]?: string };

/** What somebody read, masked and confirmed before it went out (C24, trap 10). */
export type Review = {
  readonly content: PublicResult;
  readonly statement: string | null;
  readonly further: Further;
  readonly redactions: readonly Redaction[];
  /** Fields that looked doubtful and were found harmless. */
  readonly confirmed: readonly string[];
};

/** What the leader is told to have done: to speed up, to revisit, to order again, to serve a paper. */
export type EscalationProposal = 'hasten' | 'revisit' | 'further-order' | 'serve';
export type EscalationCause = 'deadline-passed' | 'returned-late';

/** A matter that went up to the leader since its day passed, or was sent back too late (trap 9). */
export type Escalated = {
  readonly escalation: Id;
  readonly cause: EscalationCause;
  readonly kind: DeadlineKind;
  readonly subject: Id | null;
  readonly dueOn: Day;
  readonly proposal: EscalationProposal;
};
