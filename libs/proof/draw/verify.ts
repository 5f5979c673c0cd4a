import { NotStrictJson, parseStrictJson, type Hash, type StrictJsonFault } from '@srd/kernel';
import type { DrawTranscript } from './document';
import { inputFinding, type WrongCode } from './judge';
import { outcomeFinding } from './outcome';
import { isObject } from './shape';

export type VerdictCode = 'VERIFIED' | WrongCode | 'NOT_JSON' | 'PROTOCOL_UNKNOWN';

/** What can be said of a transcript alone. */
export type Verdict = {
  readonly verdict: 'yes' | 'wrong' | 'cannot-judge';
  readonly code: VerdictCode;
  /** In Chinese, with the rank or the case. */
  readonly finding: string;
  /** With a yes: what a transcript alone can't show, in Chinese. */
  readonly notes: readonly string[];
};

const notJson: Verdict = { verdict: 'cannot-judge', code: 'NOT_JSON', finding: '不是 JSON 文件，无法判断', notes: [] };
const unknown: Verdict = {
  verdict: 'cannot-judge',
  code: 'PROTOCOL_UNKNOWN',
  finding: '不是 srd-draw/1 或 srd-assign/1 的抽取记录，无法判断',
  notes: [],
};

function isOfThisSpecification(value: unknown): value is DrawTranscript {
  if (!isObject(value) || !isObject(value.request) || !Object.hasOwn(value.request, 'protocol')) return false;
  return value.request.protocol === 'srd-draw/1' || value.request.protocol === 'srd-assign/1';
}

/** Whether JSON that breaks a rule of strictness is a transcript nevertheless: then it is wrong, and not just unknown. */
function looseProtocol(text: string): boolean {
  try {
    return isOfThisSpecification(JSON.parse(text));
  } catch {
    return false;
  }
}

function notesOf({ request, contributions, beacon }: DrawTranscript): string[] {
  const absent = contributions.filter((each) => 'absent' in each).length;
  const before = request.attempt - 1;
  const notes: string[] = [];
  if (absent === contributions.length && !beacon) notes.push('无外部见证');
  if (absent > 0) notes.push(`有 ${absent} 人缺席`);
  if (before > 0) notes.push(`第 ${request.attempt} 次抽取，未附第 ${before === 1 ? '1' : `1 至 ${before}`} 次`);
  if (request.beacon && !beacon) notes.push('信标缺失');
  return notes;
}

const FAULTS: Readonly<Record<Exclude<StrictJsonFault, 'syntax'>, string>> = {
  'doubled-member': '有重复的成员',
  'lone-surrogate': '字符串含有孤立的代理码元',
  number: '数字不是整数或超出范围',
  depth: '嵌套过深',
};

function unread(text: string, { fault, offset }: NotStrictJson): Verdict {
  if (fault === 'syntax') return notJson;
  if (!looseProtocol(text)) return unknown;
  const finding = `文件不符合协议：第 ${offset + 1} 个字符处${FAULTS[fault]}`;
  return { verdict: 'wrong', code: 'DOCUMENT_INVALID', finding, notes: [] };
}

/** A value as JSON text; whatever has none isn't JSON. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}

/**
 * Judges a transcript (JSON text, or a value read from JSON) with nothing but itself: yes, the first thing that is wrong in the
 * order of the specification, or that it can't be judged. Never throws. Whether an attempt is missing, the request is the plan's,
 * and the seals are those of the closing is for the log to show.
 */
export function verify(transcript: unknown, hash: Hash): Verdict {
  const text = typeof transcript === 'string' ? transcript : textOf(transcript);
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch (error) {
    if (error instanceof NotStrictJson) return unread(text, error);
    throw error;
  }
  if (!isOfThisSpecification(value)) return unknown;
  const wrong = inputFinding(value, hash) ?? outcomeFinding(value, hash);
  if (wrong) return { verdict: 'wrong', ...wrong, notes: [] };
  return { verdict: 'yes', code: 'VERIFIED', finding: '与重算结果一致', notes: notesOf(value) };
}
