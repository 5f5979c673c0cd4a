import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { pointerTo, shown } from '@srd/kernel';
import { memberLabels } from '../labels/members';

/** One fault of a request's content; `pointer` is an RFC 6901 JSON pointer, `name` what the form calls the member. */
export interface Fault {
  readonly pointer: string;
  readonly name?: string;
  readonly code: string;
  readonly message: string;
  /** What stands there, of an address: `year=xx`. Whoever sends a body has it. */
  readonly given?: string;
}

/** The content doesn't fit its form. */
export class HasFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super('VALIDATION_FAILED');
    this.name = 'HasFaults';
  }
}

/** What class-validator's constraints say in Chinese, the most basic first; `#` is the limit that was passed, or the words to choose from. */
const MESSAGES: Readonly<Record<string, string>> = {
  whitelistValidation: '没有这一项',
  isDefined: '必须填写',
  isString: '应为文字',
  isNotEmpty: '不能为空',
  isInt: '应为整数',
  isBoolean: '应为 true 或 false',
  isArray: '应为列表',
  isObject: '应为对象',
  isIn: '不在可选值之内：#',
  isEnum: '不在可选值之内',
  matches: '格式不对',
  min: '数值过小，至少 #',
  max: '数值过大，至多 #',
  minLength: '过短，至少 # 字',
  maxLength: '过长，至多 # 字',
  arrayMinSize: '项数过少，至少 # 项',
  arrayMaxSize: '项数过多，至多 # 项',
  arrayUnique: '有重复项',
  nestedValidation: '应为对象',
  isDay: '应为存在的日期，如 2024-06-30',
  isInstant: '应为时刻，如 2024-06-30T01:00:00.000Z',
  isId: '应为编号（字母、数字及 . _ : -，至多 128 位）',
  isPlainText: '不能含控制字符或双向书写符',
  isHash: '应为 64 位小写十六进制',
  isFigures: '应为名称与整数或文字的对照，至多 200 项，不得嵌套',
  equals: '不能由此填写',
};

/** An address is often followed, not written: its faults say what was given. */
class Validation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      if (!(error instanceof HasFaults) || metadata.type !== 'query') throw error;
      const query = value as Readonly<Record<string, unknown>>;
      throw new HasFaults(error.faults.map((fault) => ({ ...fault, ...givenAt(query, fault.pointer) })));
    }
  }
}

function givenAt(query: Readonly<Record<string, unknown>>, pointer: string): Pick<Fault, 'given'> {
  const found = Object.entries(query).find(([name]) => pointerTo('', name) === pointer);
  return found === undefined ? {} : { given: shown([found[1]].flat().map(String).join('、')) };
}

/** Checks and shapes request bodies and queries by their DTO class: unknown members are refused, nothing is converted silently. */
export const validation = new Validation({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  transformOptions: { exposeDefaultValues: true },
  exceptionFactory: (errors) => new HasFaults(errors.flatMap((error) => faultsOf(error, ''))),
});

function faultsOf(error: ValidationError, parent: string): Fault[] {
  const pointer = pointerTo(parent, error.property);
  const failed = Object.keys(error.constraints ?? {});
  // One fault a field: the most basic one says best what is wrong.
  const constraint = Object.keys(MESSAGES).find((name) => failed.includes(name)) ?? failed[0];
  const named = { pointer, ...nameOf(error) };
  const own =
    constraint === undefined ? [] : [{ ...named, code: codeOf(constraint), message: messageOf(constraint, error) }];
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

/** What is expected. Words to choose from, or the limit, stand at the end of the library's own English words. */
function messageOf(constraint: string, { value, constraints }: ValidationError): string {
  if (value === undefined && constraint !== 'whitelistValidation') return MESSAGES['isDefined']!;
  const words = constraints?.[constraint] ?? '';
  const limit = (/values: (.+)$/.exec(words)?.[1] ?? /-?\d+(?=\D*$)/.exec(words)?.[0] ?? '').replaceAll(', ', '、');
  return (MESSAGES[constraint] ?? '填写有误').replace('#', limit);
}

function nameOf({ target, property }: ValidationError): Pick<Fault, 'name'> {
  const name = memberLabels[`${target?.constructor.name}.${property}`] ?? memberLabels[property];
  return name === undefined ? {} : { name };
}

/** `isNotEmpty` → `IS_NOT_EMPTY`. */
function codeOf(constraint: string): string {
  return constraint.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
