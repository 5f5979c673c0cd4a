import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { pointerTo } from '@srd/kernel';

/** One fault of a request's content; `pointer` is an RFC 6901 JSON pointer. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** The content doesn't fit its form. */
export class HasFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super('VALIDATION_FAILED');
    this.name = 'HasFaults';
  }
}

/** What class-validator's constraints say in Chinese, the most basic first. */
const MESSAGES: Readonly<Record<string, string>> = {
  whitelistValidation: '没有这一项',
  isDefined: '必须填写',
  isString: '应为文字',
  isNotEmpty: '不能为空',
  isInt: '应为整数',
  isBoolean: '应为 true 或 false',
  isArray: '应为列表',
  isObject: '应为对象',
  isIn: '不在可选值之内',
  isEnum: '不在可选值之内',
  matches: '格式不对',
  min: '数值过小',
  max: '数值过大',
  minLength: '过短',
  maxLength: '过长',
  arrayMinSize: '项数过少',
  arrayMaxSize: '项数过多',
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

/** Checks and shapes request bodies by their DTO class: unknown members are refused, nothing is converted silently. */
export const validation = new ValidationPipe({
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
  const own =
    constraint === undefined
      ? []
      : [{ pointer, code: codeOf(constraint), message: MESSAGES[constraint] ?? '填写有误' }];
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

/** `isNotEmpty` → `IS_NOT_EMPTY`. */
function codeOf(constraint: string): string {
  return constraint.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
