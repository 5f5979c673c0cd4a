import { dayOfInstant } from '../../shared/format';

/** An event of the case, as far as finding one's way goes. */
export interface Stop {
  readonly revision: number;
  readonly at: string;
  readonly occurredOn: string | null;
}

/** The day on which an event happened, as far as was told. */
export const dayOf = ({ at, occurredOn }: Stop): string => occurredOn ?? dayOfInstant(at);

/** The days on which something happened, in order. */
export function daysOf(stops: readonly Stop[]): readonly string[] {
  return [...new Set(stops.map(dayOf))].toSorted();
}

/** Revision of the last event that was on record by the end of a day; -1 before the first. */
export function knownBy(stops: readonly Stop[], day: string): number {
  return stops.findLast(({ at }) => dayOfInstant(at) <= day)?.revision ?? -1;
}

/** The index of the last day up to a day; -1 before the first. */
export function upTo(days: readonly string[], day: string): number {
  return days.findLastIndex((one) => one <= day);
}

/** Where a key leads on a way of so many places; undefined for other keys. */
export function moveBy(key: string, at: number, last: number): number | undefined {
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'ArrowRight') return Math.min(last, at + 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return undefined;
}
