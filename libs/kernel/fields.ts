import { pointerTo } from './json';

/** Leaves of a plain value by their JSON pointers (RFC 6901). */
export type Fields = ReadonlyMap<string, unknown>;

/** Every leaf of a plain value under its JSON pointer; empty lists and objects are leaves. */
export function fieldsOf(value: unknown): Fields {
  const fields = new Map<string, unknown>();
  const walk = (node: unknown, pointer: string): void => {
    const branches = typeof node === 'object' && node !== null ? Object.entries(node) : [];
    if (branches.length === 0) fields.set(pointer, node);
    for (const [name, child] of branches) {
      if (child !== undefined) walk(child, pointerTo(pointer, name));
    }
  };
  walk(value, '');
  return fields;
}
