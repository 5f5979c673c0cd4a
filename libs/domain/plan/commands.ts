import type { Day, DomainCommand, Id } from '@srd/kernel';
import type { Sector, Source } from '@srd/domain/organ';
import type { Adjustment } from './adjustment';
import type { ItemFact, RosterFact } from './conflicts';
import type { PlanDocument } from './events';
import type { TaskContent } from './task';

/** One stratum of the pool on the day: candidates by number, the others by name and reason. */
export type PoolFact = {
  readonly sector: Sector;
  /** Objects on a list, where the task draws them as a stratum of their own (C13). */
  readonly listed: boolean;
  readonly of: number;
  readonly excluded: readonly { readonly id: Id; readonly name: string; readonly reason: string }[];
};

/** Practitioners of a sector's active institutions, where all of them are the pool (C5). */
export type PractitionerCount = { readonly sector: Sector; readonly of: number };

/** What a check of the plan weighs its rows against; without `items` no legal basis is judged. */
export type CheckFacts = { readonly rosters: readonly RosterFact[]; readonly items?: readonly ItemFact[] };

/** What can be asked of a plan. `rosters`, `pool`, `items`, `practitioners`, `toleranceBasisPoints`, `openCases` and `annualReportBy` are facts of other streams, loaded by who asks. */
export type PlanCommand =
  | DomainCommand<
      'DraftPlan',
      {
        readonly organ: Id;
        readonly year: number;
        readonly title: string;
        readonly documents: readonly PlanDocument[];
        readonly source: Source;
      }
    >
  | DomainCommand<'DraftTask', { readonly task: Id; readonly content: TaskContent }>
  | DomainCommand<'ReviseTask', { readonly task: Id; readonly content: TaskContent }>
  | DomainCommand<'DropTask', { readonly task: Id; readonly reason: string }>
  | DomainCommand<'SubmitPlan', CheckFacts>
  | DomainCommand<'CheckPlan', CheckFacts>
  | DomainCommand<'DecideConflict', { readonly conflict: Id; readonly choice: string; readonly reason: string }>
  | DomainCommand<'ReturnPlan', { readonly reason: string }>
  | DomainCommand<'ReleasePlan', { readonly heldBack?: readonly Id[] }>
  | DomainCommand<'ReleaseTask', { readonly task: Id }>
  | DomainCommand<
      'RecordPartnerConsent',
      {
        readonly task: Id;
        readonly partner: Id;
        readonly name: string;
        readonly document: string | null;
        readonly occurredOn: Day;
      }
    >
  | DomainCommand<'WaiveMinimum', { readonly task: Id; readonly reason: string }>
  | DomainCommand<
      'AllotTask',
      {
        readonly task: Id;
        readonly pool: readonly PoolFact[];
        readonly items: readonly ItemFact[];
        readonly practitioners?: readonly PractitionerCount[];
        /** What the organ's rules say of 左右 (R47, C3). */
        readonly toleranceBasisPoints?: number;
      }
    >
  /** 申请调整 a released row: asked by the section … */
  | DomainCommand<'RequestAdjustment', { readonly task: Id; readonly change: Adjustment; readonly reason: string }>
  /** … and decided by the supervision section. */
  | DomainCommand<'AdjustTask', CheckFacts & { readonly task: Id }>
  | DomainCommand<'DeclineAdjustment', { readonly task: Id; readonly reason: string }>
  | DomainCommand<'WithdrawTask', { readonly task: Id; readonly reason: string }>
  | DomainCommand<
      'CompleteTask',
      {
        readonly task: Id;
        readonly occurredOn: Day;
        /** Cases of the task that haven't come to an end. */
        readonly openCases: number;
      }
    >;

/** The command of one type. */
export type Asked<T extends PlanCommand['type']> = Extract<PlanCommand, { type: T }>['data'];
