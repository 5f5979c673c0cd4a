import { addDays, instant, type Day, type Id, type Instant } from '@srd/kernel';
import type { DrawRequest } from '@srd/proof/draw';
import type { PoolData } from './commands';
import { poolDifferences, type PoolDifference } from './differences';
import type { RosterChange } from './facts';
import type { Attempt } from './state';

/** The same time of the day before; instants are in UTC, where each day has 24 hours. */
function dayBefore(at: Instant): Instant {
  return instant(`${addDays(at.slice(0, 10) as Day, -1)}${at.slice(10)}`);
}

/** The changes of the last 24 hours before a freeze, oldest first: who is gone by then shows here, if nowhere else (T1). */
export function recentOf(changes: readonly RosterChange[], frozenAt: Instant): readonly RosterChange[] {
  const since = dayBefore(frozenAt);
  return changes
    .filter(({ at }) => at > since && at <= frozenAt)
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** The differences from the attempt before or, for a first attempt, from the organ's last freeze of this kind (trap 3, T1). */
export function withDifferences(
  previous: Attempt | undefined,
  { request, people, lastFreeze }: PoolData<DrawRequest>,
): { readonly differences: readonly PoolDifference[]; readonly differsFrom?: Id } {
  if (previous) return { differences: poolDifferences(previous, { request, people }) };
  if (!lastFreeze) return { differences: [] };
  return { differences: poolDifferences(lastFreeze, { request, people }), differsFrom: lastFreeze.series };
}
