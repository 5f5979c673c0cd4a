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
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical(pointer, 'a number must be whole and within ±(2^53 − 1)');
    return String(value === 0 ? 0 : value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new NotCanonical(pointer, 'a string holds a lone surrogate');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    // Array.from and not map: a hole must be refused as the `undefined` that it reads as.
    return `[${Array.from(value, (item, index) => canonicalize(item, `${pointer}/${index}`)).join(',')}]`;
  }
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) throw new NotCanonical(pointer, 'not plain data');
    const members = value as Record<string, unknown>;
    // Array.prototype.sort without a comparator orders by UTF-16 code units, as RFC 8785 3.2.3 asks.
    const parts = Object.keys(members)
      .sort()
      .map((name) => {
        const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (!name.isWellFormed()) throw new NotCanonical(at, 'a member name holds a lone surrogate');
        return `${JSON.stringify(name)}:${canonicalize(members[name], at)}`;
      });
    return `{${parts.join(',')}}`;
  }
  throw new NotCanonical(pointer, `${typeof value} is not JSON`);
}
