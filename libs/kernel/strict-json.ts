import type { JsonValue } from './json';

/** Deeper than any document of the two protocols by far, and shallow enough for every engine's stack. */
const DEEPEST = 200;

const NUMBER = /-?(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?/y;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

export type StrictJsonFault = 'syntax' | 'doubled-member' | 'lone-surrogate' | 'number' | 'depth';

/**
 * The text isn't strict JSON. `syntax`: it is no JSON at all; any other fault: JSON that two readers may take for two things.
 * `offset` counts UTF-16 units from 0.
 */
export class NotStrictJson extends Error {
  constructor(
    readonly fault: StrictJsonFault,
    readonly offset: number,
    readonly what: string,
  ) {
    super(`${fault} at ${offset}: ${what}`);
    this.name = 'NotStrictJson';
  }
}

/** Whether a number's digits, not its nearest double, are whole: 1.0 and 1e2 are, 1.00000000000000000001 isn't. */
function isWhole(integer: string, fraction: string, exponent: number): boolean {
  const digits = integer + fraction;
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return end === 0 || exponent - fraction.length + (digits.length - end) >= 0;
}

/**
 * Reads JSON (RFC 8259) that means one thing to everybody: no member twice, no lone surrogate, only whole numbers within
 * ±(2^53 − 1). Takes linear time. A member `__proto__` is a member like any other.
 * @throws NotStrictJson; a syntax error anywhere goes before the other faults, of which the first is named
 */
export function parseStrictJson(text: string): JsonValue {
  let at = 0;
  let fault: NotStrictJson | undefined;

  const broken = (what: string): never => {
    throw new NotStrictJson('syntax', at, what);
  };
  const note = (kind: StrictJsonFault, offset: number, what: string): void => {
    fault ??= new NotStrictJson(kind, offset, what);
  };
  const blank = (): void => {
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    }
  };
  const expect = (sign: string): void => {
    if (text[at] !== sign) broken(`${sign} expected`);
    at++;
  };

  const string = (): string => {
    const start = at;
    expect('"');
    let plain = true;
    for (; ; at++) {
      if (at >= text.length) broken('a string has no end');
      const unit = text.charCodeAt(at);
      if (unit === 0x22) break;
      if (unit < 0x20) broken('a control character in a string');
      if (unit === 0x5c) {
        plain = false;
        at++;
      }
    }
    at++;
    let value = text.slice(start + 1, at - 1);
    if (!plain) {
      try {
        value = JSON.parse(text.slice(start, at)) as string;
      } catch {
        broken('an escape that JSON does not know');
      }
    }
    if (!value.isWellFormed()) note('lone-surrogate', start, 'a string holds a lone surrogate');
    return value;
  };

  const number = (): number => {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (!match) return broken('a value expected');
    const start = at;
    at += match[0].length;
    const value = Number(match[0]);
    if (!isWhole(match[1] ?? '', match[2] ?? '', Number(match[3] ?? 0)) || !Number.isSafeInteger(value)) {
      note('number', start, 'a number must be whole and within ±(2^53 − 1)');
    }
    return value === 0 ? 0 : value;
  };

  const object = (depth: number): JsonValue => {
    const members: Record<string, JsonValue> = {};
    at++;
    blank();
    if (text[at] === '}') {
      at++;
      return members;
    }
    for (;;) {
      blank();
      const start = at;
      const name = string();
      if (Object.hasOwn(members, name))
        note('doubled-member', start, `the member ${JSON.stringify(name)} stands twice`);
      blank();
      expect(':');
      const value = element(depth + 1);
      // Plain assignment would set the prototype instead of a member of that name.
      if (name === '__proto__') Object.defineProperty(members, name, { value, enumerable: true, configurable: true });
      else members[name] = value;
      if (text[at] === '}') break;
      expect(',');
    }
    at++;
    return members;
  };

  const array = (depth: number): JsonValue => {
    const items: JsonValue[] = [];
    at++;
    blank();
    if (text[at] === ']') {
      at++;
      return items;
    }
    for (;;) {
      items.push(element(depth + 1));
      if (text[at] === ']') break;
      expect(',');
    }
    at++;
    return items;
  };

  const scalar = (): JsonValue => {
    if (text[at] === '"') return string();
    for (const [word, value] of LITERALS) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return value;
      }
    }
    return number();
  };

  const element = (depth: number): JsonValue => {
    blank();
    if (depth > DEEPEST) throw new NotStrictJson('depth', at, `deeper than ${DEEPEST}`);
    const value = text[at] === '{' ? object(depth) : text[at] === '[' ? array(depth) : scalar();
    blank();
    return value;
  };

  const value = element(0);
  if (at < text.length) broken('something follows the value');
  if (fault) throw fault;
  return value;
}
