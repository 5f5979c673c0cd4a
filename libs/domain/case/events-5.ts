import type { DomainEvent, Id } from '@srd/kernel';
import type { RevisitPlan } from './vocabulary-5';

type OnRound = { readonly disposition: Id; readonly finding: Id; readonly round: number };

/** Facts that `case/5` knows beside those of the earlier charts: the appointment for a revisit. */
export type FifthEvent =
  /** 安排回访: who goes where on which day (B三(三)跟踪回访; R84). */
  | DomainEvent<'RevisitArranged', OnRound & RevisitPlan>
  /** The appointment as it stands from here on, with the reason. */
  | DomainEvent<'RevisitChanged', OnRound & RevisitPlan & { readonly reason: string }>
  | DomainEvent<'RevisitCancelled', OnRound & { readonly reason: string }>;
