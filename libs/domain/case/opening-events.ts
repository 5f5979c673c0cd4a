import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { Sector } from '../organ';
import type {
  CaseVersion,
  CauseGround,
  CauseSource,
  Department,
  InspectedObject,
  Method,
  PinnedItem,
  PinnedTerms,
  Pins,
  Purpose,
  TeamMember,
} from './vocabulary';
import type { Practice, RecusalOrigin, RotationWaiver, Window, YearLoad } from './vocabulary-3';

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

/** From the number to the notice: what stands in the record before anybody goes there. */
export type OpeningEvent =
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
        /** Who brought it forward, where whoever names the object approves it in the same step. */
        readonly proposedBy?: Id;
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
