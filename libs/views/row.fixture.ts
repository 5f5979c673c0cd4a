import {
  context,
  type Decider,
  type DomainCommand,
  type DomainEvent,
  type RecordedEvent,
  type View,
} from '@srd/kernel';

/** A command and who gives it. */
export type Step<C> = readonly [C, ReturnType<typeof context>?];

/** What a stream records when these commands are given one after the other, as the log hands it to a view. */
export function recordedIn<S, C extends DomainCommand, E extends DomainEvent<string, unknown>>(
  decider: Decider<S, C, E & DomainEvent>,
  stream: string,
  steps: readonly Step<C>[],
): readonly RecordedEvent[] {
  const recorded: RecordedEvent[] = [];
  let state = decider.initial;
  for (const [command, by = context()] of steps) {
    const { actor, at } = by;
    for (const event of decider.decide(command, state, by)) {
      state = decider.evolve(state, { ...event, actor, at });
      const meta = { correlation: 'c', causation: null, basedOn: [] };
      const revision = recorded.length;
      recorded.push({ id: `${stream}-${revision}`, stream, revision, version: 1, salt: '', meta, actor, at, ...event });
    }
  }
  return recorded;
}

/** The rows of a view after these events, by key, with what they are found by. */
export function rowsAfter<Row extends object>(view: View<Row>, events: readonly RecordedEvent[]) {
  const rows = new Map<string, Row>();
  for (const event of events) {
    const key = view.key(event);
    const row = view.on[event.type]?.(rows.get(key), event);
    if (row === null) rows.delete(key);
    else if (row !== undefined) rows.set(key, row);
  }
  return [...rows].map(([key, row]) => ({
    key,
    organ: view.organ(row),
    row,
    columns: Object.fromEntries(Object.entries(view.columns).map(([name, column]) => [name, column(row)])),
  }));
}
