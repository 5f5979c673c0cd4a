import type { Day, Instant } from './day';
import type { JsonObject } from './json';

/** What happened, in the words of the procedure. An event that tells of something outside says `occurredOn` in its data. */
export interface DomainEvent<T extends string = string, D = JsonObject> {
  readonly type: T;
  readonly data: D;
}

/** What is asked for. */
export interface DomainCommand<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
}

/** Who asks and when: both arrive with the command, no rule looks at a clock. */
export interface Context {
  /** Account id, or `system:…` for what a reaction or the daily job asks. */
  readonly actor: string;
  readonly at: Instant;
  /** The day in China at `at`. */
  readonly today: Day;
}

/** An event with who recorded it and when: all that a fold may read. */
export type Fact<E> = E & { readonly actor: string; readonly at: Instant };

/**
 * One aggregate: how its events add up and what a command leads to. Pure.
 * `evolve` throws a Refusal when the procedure doesn't expect the event; `decide` throws one when a rule is against the command.
 */
export interface Decider<S, C extends DomainCommand, E extends DomainEvent> {
  readonly initial: S;
  evolve(state: S, fact: Fact<E>): S;
  decide(command: C, state: S, context: Context): readonly E[];
}

/** The same decider, whose decisions are folded before they are returned, so that nothing is recorded that can't be replayed. */
export function checked<S, C extends DomainCommand, E extends DomainEvent>(
  decider: Decider<S, C, E>,
): Decider<S, C, E> {
  return {
    ...decider,
    decide(command, state, context) {
      const events = decider.decide(command, state, context);
      let next = state;
      for (const event of events) next = decider.evolve(next, { ...event, actor: context.actor, at: context.at });
      return events;
    },
  };
}
