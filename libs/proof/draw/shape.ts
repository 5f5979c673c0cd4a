import { isId, isInstant } from '@srd/kernel';

/** Where a document breaks its protocol (`pointer`, RFC 6901) and how, in Chinese for the person who holds it. */
export type Flaw = { readonly pointer: string; readonly reason: string };

/** Thrown inside the checks only; callers get the flaw as a value. */
class Flawed extends Error {
  constructor(
    readonly pointer: string,
    readonly reason: string,
  ) {
    super(`${pointer}: ${reason}`);
  }
}

/** A check of one value; throws where it doesn't hold. */
export type Check = (value: unknown, pointer: string) => void;

/** Says that the value at the pointer breaks the protocol. */
export function flawed(pointer: string, reason: string): never {
  throw new Flawed(pointer, reason);
}

/** The first flaw that the check meets, or `null`. */
export function firstFlaw(check: () => void): Flaw | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Flawed) return { pointer: error.pointer, reason: error.reason };
    throw error;
  }
}

/** An object with exactly these members. */
export function record(
  members: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const required = Object.entries(members);
  const allowed = Object.entries(optional);
  return (value, pointer) => {
    if (!isObject(value)) flawed(pointer, '应为对象');
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name) && !Object.hasOwn(optional, name)) {
        flawed(pointer, `有协议未规定的成员 ${JSON.stringify(name)}`);
      }
    }
    for (const [name, check] of required) {
      if (!Object.hasOwn(value, name)) flawed(pointer, `缺少成员 ${name}`);
      check(value[name], `${pointer}/${name}`);
    }
    for (const [name, check] of allowed) {
      if (Object.hasOwn(value, name)) check(value[name], `${pointer}/${name}`);
    }
  };
}

/** Whether the value is an object with members, not a list and not `null`. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(item: Check): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return flawed(pointer, '应为数组');
    for (let index = 0; index < value.length; index++) item(value[index], `${pointer}/${index}`);
  };
}

export function nullOr(check: Check): Check {
  return (value, pointer) => {
    if (value !== null) check(value, pointer);
  };
}

/** Any text in NFC, the empty one too. */
export const text: Check = (value, pointer) => {
  if (typeof value !== 'string') return flawed(pointer, '应为字符串');
  if (!value.isWellFormed()) flawed(pointer, '含有孤立的代理码元');
  if (value.normalize('NFC') !== value) flawed(pointer, '不是 Unicode NFC 形式');
};

/** A text that says something. */
export const saying: Check = (value, pointer) => {
  text(value, pointer);
  if (value === '') flawed(pointer, '不能为空');
};

export const id: Check = (value, pointer) => {
  if (!isId(value)) flawed(pointer, '编号须为 [A-Za-z0-9][A-Za-z0-9._:-]{0,127}');
};

export const instantOfUtc: Check = (value, pointer) => {
  if (!isInstant(value)) flawed(pointer, '时间须为 YYYY-MM-DDThh:mm:ss.sssZ');
};

export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check {
  const range = most === Number.MAX_SAFE_INTEGER ? `不小于 ${least} 的整数` : ` ${least} 至 ${most} 的整数`;
  return (value, pointer) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
      flawed(pointer, `须为${range}`);
    }
  };
}

/** So many bytes in lower-case hex. */
export function hex(bytes: number): Check {
  const digits = new RegExp(`^[0-9a-f]{${2 * bytes}}$`);
  return (value, pointer) => {
    if (typeof value !== 'string' || !digits.test(value)) flawed(pointer, `须为 ${2 * bytes} 位小写十六进制`);
  };
}

export function oneOf(...allowed: readonly (string | boolean)[]): Check {
  return (value, pointer) => {
    if (!allowed.some((each) => each === value)) flawed(pointer, `须为 ${allowed.join('、')} 之一`);
  };
}

/** Each key greater than the one before. Keys are ids, hence ASCII, so that text order is byte order. */
export function ascending(keys: readonly string[], pointer: string): void {
  for (let index = 1; index < keys.length; index++) {
    if (keys[index - 1]! >= keys[index]!) flawed(`${pointer}/${index}`, '未按编号严格递增排列');
  }
}

/** No key twice. */
export function distinct(keys: readonly string[], pointer: string): void {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (seen.has(key)) flawed(`${pointer}/${index}`, `${key} 重复`);
    seen.add(key);
  });
}
