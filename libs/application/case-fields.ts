import type { Fields, RecordedEvent } from '@srd/kernel';

/** Who set a field, when and why, as far as the event says. */
export interface SetBy {
  readonly revision: number;
  readonly type: string;
  readonly actor: string;
  readonly role: string | null;
  readonly at: string;
  readonly occurredOn: string | null;
  /** The reason that was given with the command; null where it asks for none. */
  readonly why: string | null;
}

/** One field between two states: it came (+), went (−) or changed (~). Fields are JSON pointers. */
export interface FieldChange {
  readonly path: string;
  readonly change: '+' | '-' | '~';
  readonly before: unknown;
  readonly after: unknown;
  readonly by: SetBy;
}

/** What an event did to the fields. */
export function changesBetween(before: Fields, after: Fields, by: SetBy): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [path, value] of after) {
    if (!before.has(path)) changes.push({ path, change: '+', before: null, after: value, by });
    else if (!same(before.get(path), value))
      changes.push({ path, change: '~', before: before.get(path), after: value, by });
  }
  for (const [path, value] of before) {
    if (!after.has(path)) changes.push({ path, change: '-', before: value, after: null, by });
  }
  return changes;
}

/** Leaves are scalars, or empty lists and objects. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

export function setBy({ revision, type, actor, at, data, meta }: RecordedEvent): SetBy {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return {
    revision,
    type,
    actor,
    role: text(meta['role']),
    at,
    occurredOn: text(data['occurredOn']),
    why: text(data['reason']),
  };
}

/** The changes of several events taken together: from the first state to the last, each by the last event that set it. */
export function together(first: Fields, last: Fields, steps: readonly FieldChange[]): readonly FieldChange[] {
  const setters = new Map(steps.map(({ path, by }) => [path, by]));
  return changesBetween(first, last, undefined as never)
    .flatMap((change) => {
      const by = setters.get(change.path);
      return by ? [{ ...change, by }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a change is of a field or of something below it. `field` is a JSON pointer, or names joined by dots. */
export function concerns(field: string, path: string): boolean {
  const pointer = field.startsWith('/') ? field : `/${field.split('.').join('/')}`;
  return path === pointer || path.startsWith(`${pointer}/`);
}
