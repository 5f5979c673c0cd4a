import { checked, refuser, type Decider, type DomainCommand, type DomainEvent, type Instant } from '@srd/kernel';
import { memoryEventLog } from '@srd/adapters/memory';
import { CommandRunner, StandingClock, systemChance, type EventLog, type Upcasts } from '@srd/runtime';

/** The smallest aggregate there is: a counter that may not pass ten. */
export type Counted = DomainEvent<'Counted', { readonly by: number }>;
export type Count = DomainCommand<'Count', { readonly by: number }>;

const refuse = refuser({ TOO_MANY: { title: '超过上限', basis: '本系统' } });

export const counter: Decider<number, Count, Counted> = checked({
  initial: 0,
  evolve: (count, { data }) => (count + data.by > 10 ? refuse('TOO_MANY') : count + data.by),
  decide: ({ data }) => (data.by === 0 ? [] : [{ type: 'Counted', data }]),
});

export const clock = (): StandingClock => new StandingClock('2024-06-03T01:00:00.000Z' as Instant);

export function runnerOn(log: EventLog = memoryEventLog(), upcasts: Upcasts = {}, at = clock()) {
  return { log, at, runner: new CommandRunner(log, at, systemChance, upcasts) };
}

export const asked = { actor: 'officer-1', correlation: 'c-1' };

/** A preparation that counts by so many. */
export const count = (by: number) => () => ({ command: { type: 'Count', data: { by } } as const });
