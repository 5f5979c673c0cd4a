import type { Day, DomainEvent, Id, JsonObject } from '@srd/kernel';
import type { Source } from '@srd/domain/organ';
import type { Adjustment } from './adjustment';
import type { ConflictFinding } from './conflicts';
import type { TaskRemark } from './remarks';
import type { AllottedPractitioners, AllottedQuota, Sample } from './sample';
import type { TaskContent } from './task';

/** A document the plan rests on, with its number (R35, R53). */
export type PlanDocument = { readonly name: string; readonly number: string };

export type PlanEvent =
  /** 制定抽查计划: a section begins the organ's plan of a year (A二(二), R31). The first event; names the chart. */
  | DomainEvent<
      'PlanDrafted',
      {
        readonly procedure: 'plan/1';
        readonly organ: Id;
        readonly year: number;
        readonly title: string;
        readonly documents: readonly PlanDocument[];
        readonly source: Source;
      }
    >
  /** A row of the plan table (A附件, R33). */
  | DomainEvent<'TaskDrafted', { readonly task: Id; readonly content: TaskContent }>
  | DomainEvent<'TaskRevised', { readonly task: Id; readonly content: TaskContent }>
  | DomainEvent<'TaskDropped', { readonly task: Id; readonly reason: string }>
  /** 报送法治督察科 (A二(二), R31). */
  | DomainEvent<'PlanSubmitted', { readonly tasks: readonly Id[] }>
  /** The documents contradict one another or the roster: seen, never resolved in silence (C1, C2, C5, C6, trap 2). */
  | DomainEvent<'ConflictRaised', { readonly conflict: Id; readonly task: Id; readonly finding: ConflictFinding }>
  /** A conflict that a later check didn't find again. */
  | DomainEvent<'ConflictLapsed', { readonly conflict: Id; readonly task: Id }>
  /** Who decided what, why, and what both sides said (trap 2). The person is the event's actor. */
  | DomainEvent<
      'ConflictDecided',
      {
        readonly conflict: Id;
        readonly task: Id;
        readonly choice: string;
        readonly reason: string;
        readonly by: Id;
        readonly finding: ConflictFinding;
      }
    >
  /** 退回修改 */
  | DomainEvent<'PlanReturned', { readonly reason: string }>
  /** 发布计划: with the tasks that are released now and those held back (A二(二), R32). */
  | DomainEvent<'PlanReleased', { readonly tasks: readonly Id[]; readonly heldBack: readonly Id[] }>
  /** A task that was held back follows into the released plan. */
  | DomainEvent<'TaskReleased', { readonly task: Id }>
  /** 联合部门同意 (R4, C6). `settles` is the conflict that this consent mends, if it was the last one missing. */
  | DomainEvent<
      'PartnerConsented',
      {
        readonly task: Id;
        readonly partner: Id;
        readonly name: string;
        readonly document: string | null;
        readonly occurredOn: Day;
        readonly settles: Id | null;
      }
    >
  /** A named person accepts that the pool can't give the minimum (trap 1, R42). */
  | DomainEvent<'MinimumWaived', { readonly task: Id; readonly reason: string; readonly by: Id }>
  /** 分配任务: from here the section may draw (R32); how many cases the rule gives that day (trap 1). */
  | DomainEvent<
      'TaskAllotted',
      {
        readonly task: Id;
        readonly section: Id;
        readonly pool: number;
        readonly cases: number;
        readonly quotas: readonly AllottedQuota[];
        /** Sample over the whole pool, for the register: the sum of the strata. */
        readonly sample: Sample;
        readonly ratioFrom: 'table' | 'text' | 'minimum-only';
        readonly minimumWaived: boolean;
        readonly items: readonly { readonly id: Id; readonly revision: number; readonly basis: string }[];
        /** Practitioners that are inspected beside the institutions (R19, C5). */
        readonly practitioners?: AllottedPractitioners;
        /** What the register shows beside the numbers: own readings, deviation from a ratio that is 左右 (R47, C3, C4, C12). */
        readonly remarks?: readonly TaskRemark[];
      }
    >
  /** 申请调整 a released row (A二(二)): nothing changes until the supervision section has decided. */
  | DomainEvent<'AdjustmentRequested', { readonly task: Id; readonly change: Adjustment; readonly reason: string }>
  /** The row as it was, as it is, and who asked for it. */
  | DomainEvent<
      'TaskAdjusted',
      {
        readonly task: Id;
        readonly content: TaskContent;
        readonly before: Adjustment;
        readonly change: Adjustment;
        readonly reason: string;
        readonly requestedBy: Id;
      }
    >
  | DomainEvent<'AdjustmentDeclined', { readonly task: Id; readonly reason: string; readonly requestedBy: Id }>
  | DomainEvent<'TaskWithdrawn', { readonly task: Id; readonly reason: string }>
  /** All the cases of the task have ended. */
  | DomainEvent<'TaskCompleted', { readonly task: Id; readonly occurredOn: Day }>
  /** 年度工作开展情况送法治督察科, before November (A三, R99). `dueOn` is the last day that the organ's rule gives. */
  | DomainEvent<
      'AnnualReportSent',
      {
        readonly section: Id;
        readonly issue: number;
        readonly figures: JsonObject;
        readonly occurredOn: Day;
        readonly dueOn: Day;
        readonly late: boolean;
      }
    >
  /** The supervision section's receipt (R99, R102). */
  | DomainEvent<'AnnualReportReceived', { readonly section: Id; readonly issue: number; readonly occurredOn: Day }>;
