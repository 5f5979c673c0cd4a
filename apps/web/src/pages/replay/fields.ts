import { fieldsOf } from '@srd/kernel';
import { partsOf } from '../../shared/case-fields/names';
import { isBlank, isElsewhere } from '../../shared/case-fields/telling';

export type Mark = '+' | '-' | '~';

/** One field of the case at a moment, and what the step before it changed. */
export interface Field {
  readonly path: string;
  readonly value: unknown;
  readonly mark?: Mark;
  /** What stood there before, where it changed or went. */
  readonly before?: unknown;
}

export interface Group {
  readonly member: string;
  readonly fields: readonly Field[];
  readonly changed: number;
}

/** A state's fields by their first member, each marked by what came, went or changed since the state before. */
export function groupsOf(now: object | null, before: object | null): readonly Group[] {
  const [fields, earlier] = [leaves(now), leaves(before)];
  const all: Field[] = [...fields].map(([path, value]) => {
    const was = earlier.get(path);
    if (says(was) === says(value)) return { path, value };
    return earlier.has(path) ? { path, value, mark: '~', before: was } : { path, value, mark: '+' };
  });
  for (const [path, was] of earlier)
    if (!fields.has(path) && !isBlank(was)) all.push({ path, value: null, mark: '-', before: was });
  const groups = new Map<string, Field[]>();
  for (const field of all) {
    const [member = ''] = partsOf(field.path);
    groups.set(member, [...(groups.get(member) ?? []), field]);
  }
  return [...groups].map(([member, of]) => ({
    member,
    fields: of,
    changed: of.filter(({ mark }) => mark !== undefined).length,
  }));
}

function leaves(state: object | null): ReadonlyMap<string, unknown> {
  return state === null ? new Map() : new Map([...fieldsOf(state)].filter(([path]) => !isElsewhere(path)));
}

const says = (value: unknown): string => (isBlank(value) ? '' : JSON.stringify(value));
