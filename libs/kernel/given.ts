import { type Context, type Decider, type DomainCommand, type DomainEvent, type Fact } from './decider';
import { dayOf, type Instant } from './day';
import { Refusal } from './refusal';

/** A context for a test: an actor and an instant. */
export function context(actor = 'officer-1', at = '2024-06-03T01:00:00.000Z'): Context {
  return { actor, at: at as Instant, today: dayOf(at as Instant) };
}

/**
 * given(decider, facts).when(command, context) → `.recorded` (the events), `.refused('CODE')`, `.state`.
 * A fact without `actor` or `at` gets those of the test's default context.
 */
export function given<S, C extends DomainCommand, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  facts: readonly (E & Partial<Pick<Context, 'actor' | 'at'>>)[],
): Given<S, C, E> {
  const { actor, at } = context();
  const state = facts.reduce<S>(
    (folded, fact) => decider.evolve(folded, { actor, at, ...fact } as Fact<E>),
    decider.initial,
  );
  return {
    state,
    when(command, by = context()) {
      let recorded: readonly E[] = [];
      let refusal: Refusal | undefined;
      try {
        recorded = decider.decide(command, state, by);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refusal = error;
      }
      return {
        refusal,
        get recorded() {
          if (refusal) throw refusal;
          return recorded;
        },
        get state() {
          if (refusal) throw refusal;
          return recorded.reduce<S>(
            (folded, event) => decider.evolve(folded, { ...event, actor: by.actor, at: by.at }),
            state,
          );
        },
        refused(code) {
          if (refusal?.code === code) return;
          throw new Error(
            refusal
              ? `refused with ${refusal.code}, not ${code}: ${refusal.detail}`
              : `not refused, but recorded ${JSON.stringify(recorded)}`,
          );
        },
      };
    },
  };
}

interface Given<S, C, E> {
  readonly state: S;
  when(command: C, context?: Context): Outcome<S, E>;
}
interface Outcome<S, E> {
  readonly refusal: Refusal | undefined;
  readonly recorded: readonly E[];
  readonly state: S;
  /** Fails unless the command was refused with this code. */
  refused(code: string): void;
}
