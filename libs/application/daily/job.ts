import type { DomainCommand, Id, Instant } from '@srd/kernel';
import type { CommandRunner } from '@srd/runtime';
import type { AggregateName } from '../aggregates';
import type { Stores } from '../ports';

/** A day or an hour that passed without what was due: the command that records it. */
export interface Passing {
  readonly aggregate: AggregateName;
  readonly id: Id;
  readonly command: DomainCommand;
  /** The deadline's own name: asked again under it, nothing is recorded twice (trap 9). */
  readonly key: string;
}

/**
 * One concern of the daily job: what has passed by `now` and isn't on record yet. It may name what is settled in between; the rule
 * refuses that, and nothing is recorded.
 */
export type DailyJob = (
  stores: Stores,
  now: Instant,
  runner: CommandRunner,
) => Iterable<Passing> | AsyncIterable<Passing>;
