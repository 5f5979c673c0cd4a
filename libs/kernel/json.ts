/** What may stand in an event or a protocol document: whole numbers only, and no `undefined`. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [member: string]: JsonValue };
export type JsonObject = { readonly [member: string]: JsonValue };

/** The value can't be written as canonical JSON; `pointer` (RFC 6901) says where. */
export class NotCanonical extends Error {
  constructor(
    readonly pointer: string,
    reason: string,
  ) {
    super(`${pointer || '/'}: ${reason}`);
    this.name = 'NotCanonical';
  }
}

/**
 * RFC 8785 canonical JSON of a value whose numbers are whole and within ±(2^53 − 1).
 * @throws NotCanonical for any other number, a lone surrogate, `undefined` or anything that isn't plain data
 */
export function canonicalize(value: unknown, pointer = ''): string {
  // The pointer is wanted for a refusal only, and putting it together at each member takes longer than all the rest.
  const text = written(value);
  if (text === undefined) throw faultIn(value, pointer) ?? new NotCanonical(pointer, 'not plain data');
  return text;
}

/** The canonical JSON, or undefined where there is something to refuse. */
function written(value: unknown): string | undefined {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value === 0 ? 0 : value) : undefined;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return undefined;
  let text = '';
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item = written(value[index]);
      if (item === undefined) return undefined;
      text += index === 0 ? item : `,${item}`;
    }
    return `[${text}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return undefined;
  const members = value as Record<string, unknown>;
  // Array.prototype.sort without a comparator orders by UTF-16 code units, as RFC 8785 3.2.3 asks.
  for (const name of Object.keys(members).sort()) {
    const key = quoted(name);
    const member = written(members[name]);
    if (key === undefined || member === undefined) return undefined;
    text += text === '' ? `${key}:${member}` : `,${key}:${member}`;
  }
  return `{${text}}`;
}

/** ASCII that stands for itself between quotes. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string | undefined {
  if (PLAIN.test(text)) return `"${text}"`;
  return text.isWellFormed() ? JSON.stringify(text) : undefined;
}

/** The first thing that `written` stumbles over. */
function faultIn(value: unknown, pointer: string): NotCanonical | undefined {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return undefined;
    return new NotCanonical(pointer, 'a number must be whole and within ±(2^53 − 1)');
  }
  if (typeof value === 'string') {
    return value.isWellFormed() ? undefined : new NotCanonical(pointer, 'a string holds a lone surrogate');
  }
  if (typeof value !== 'object') return new NotCanonical(pointer, `${typeof value} is not JSON`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const fault = faultIn(value[index], `${pointer}/${index}`);
      if (fault) return fault;
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return new NotCanonical(pointer, 'not plain data');
  const members = value as Record<string, unknown>;
  for (const name of Object.keys(members).sort()) {
    const at = pointerTo(pointer, name);
    if (!name.isWellFormed()) return new NotCanonical(at, 'a member name holds a lone surrogate');
    const fault = faultIn(members[name], at);
    if (fault) return fault;
  }
  return undefined;
}

/** The text of a member. @throws RangeError when it isn't there or is no text */
export function textAt(data: JsonObject, member: string): string {
  const value = data[member];
  if (typeof value !== 'string') throw new RangeError(`${member} is no text`);
  return value;
}

/** The pointer (RFC 6901) to a member of what `parent` points to. */
export function pointerTo(parent: string, member: string): string {
  return `${parent}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
