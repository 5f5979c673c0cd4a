import {
  CorruptHistory,
  type Day,
  type DomainCommand,
  type DomainEvent,
  type Decider,
  type Instant,
  type RecordedEvent,
} from '@srd/kernel';
import { occurredOn } from '@srd/domain/report';
import { foldOne, upcast } from '@srd/runtime';
import { upcasts } from './upcasts';

/** A stream's state at an earlier moment, and what was left out of it. */
export interface Then<S> {
  readonly state: S;
  /** Revision of the last event that counts; -1 before the first. */
  readonly revision: number;
  /** Events that were told of then, and don't fit without those that weren't. */
  readonly leftOut: readonly { readonly revision: number; readonly type: string }[];
}

/** What counts: recorded by an instant, of what had occurred by a day. Either may be left out (trap 15). */
export interface Until {
  readonly known?: Instant;
  readonly on?: Day;
}

/**
 * A stream folded as it was known at an instant, or as it was true on a day as far as is known today, or both.
 * @throws CorruptHistory when the procedure doesn't allow the events, and none was passed over before
 */
export function foldThen<S, C extends DomainCommand, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  events: readonly RecordedEvent[],
  { known, on }: Until,
): Then<S> {
  let state = decider.initial;
  let revision = -1;
  let passedOver = false;
  const leftOut: { revision: number; type: string }[] = [];
  for (const event of events) {
    if (known !== undefined && event.at > known) break;
    if (on !== undefined && occurredOn(event) > on) {
      passedOver = true;
      continue;
    }
    try {
      state = foldOne(decider, state, upcast(upcasts, event));
      revision = event.revision;
    } catch (error) {
      if (!(error instanceof CorruptHistory) || !passedOver) throw error;
      leftOut.push({ revision: event.revision, type: event.type });
    }
  }
  return { state, revision, leftOut };
}
