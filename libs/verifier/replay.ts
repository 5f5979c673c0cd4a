import { Refusal, type Fact } from '@srd/kernel';
import { nameOf, type Entry } from './document';
import type { Strand } from './streams';
import { Wrong } from './verdict';

/** How far a stream could be folded: `state` before the first event that can't be read, `open` why not further. */
export interface Replayed<S> {
  readonly state: S;
  readonly folded: number;
  readonly open: 'withheld' | 'version' | null;
}

/** Schema version of every event that this program reads; an event of a later one is for a later program. */
const VERSION = 1;

/** The event as a fold reads it; null where its content isn't disclosed. */
export function factOf<E>({ event }: Entry): Fact<E> | null {
  if (event.data === undefined) return null;
  return { type: event.type, data: event.data, actor: event.actor, at: event.at } as unknown as Fact<E>;
}

/**
 * Folds a whole stream, event by event, as far as it is disclosed. `met` looks at each event with the state that it meets.
 * @throws Wrong STATE_UNREACHABLE naming the first event that the procedure doesn't expect
 */
export function replayed<S, E>(
  { entries }: Pick<Strand, 'entries'>,
  initial: S,
  evolve: (state: S, fact: Fact<E>) => S,
  met: (entry: Entry, fact: Fact<E>, state: S) => void = () => undefined,
): Replayed<S> {
  let state = initial;
  let folded = 0;
  for (const entry of entries) {
    const fact = factOf<E>(entry);
    if (!fact) return { state, folded, open: 'withheld' };
    if (entry.event.version > VERSION) return { state, folded, open: 'version' };
    try {
      const next = evolve(state, fact);
      met(entry, fact, state);
      state = next;
    } catch (error) {
      if (error instanceof Wrong) throw error;
      // Content that no program of ours wrote can make a fold stumble in any way.
      const why = error instanceof Refusal ? error.detail : '内容不成形';
      throw new Wrong('STATE_UNREACHABLE', `${nameOf(entry)}按程序不能发生：${why}`, entry.index);
    }
    folded += 1;
  }
  return { state, folded, open: null };
}
