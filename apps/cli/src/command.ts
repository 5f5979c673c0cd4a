import type { ParseArgsConfig } from 'node:util';

/** What a command reads from and writes to; the tests hand in their own. */
export interface Terminal {
  /** A line of the answer. With `--json` the answer is one JSON document and nothing else. */
  readonly out: (line: string) => void;
  /** Progress, remarks and errors. */
  readonly err: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks the person at the terminal; undefined when nobody sits there. */
  readonly ask?: (question: string, options?: { readonly hidden?: boolean }) => Promise<string>;
}

/** The options and words after the command's name. */
export interface Asked {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly words: readonly string[];
  readonly json: boolean;
}

/** One command: its help, its options, and what it does. */
export interface Command {
  /** Chinese, several lines: how it is called, what each option means, an example. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @returns the exit code */
  run(asked: Asked, terminal: Terminal): Promise<number>;
}

/** A command that reads its options itself, `--help` and `--json` among them. */
export interface WithArgs {
  /** @returns the exit code */
  runArgs(args: readonly string[]): Promise<number>;
}

/** The command was called in a way it doesn't know: exit code 2, with its usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It couldn't be done, and the message says in Chinese why: exit code 1. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

/** The option's text; undefined when it wasn't given. */
export function textOf(asked: Asked, option: string): string | undefined {
  const value = asked.values[option];
  return typeof value === 'string' ? value : undefined;
}

/** The option's text. @throws UsageError when it wasn't given */
export function needed(asked: Asked, option: string): string {
  return textOf(asked, option) ?? missing(`--${option}`);
}

/** @throws UsageError naming what is missing */
export function missing(what: string): never {
  throw new UsageError(`缺少 ${what}`);
}

/** One word and no more. @throws UsageError */
export function oneWord(asked: Asked, what: string): string {
  const [word, further] = asked.words;
  if (word === undefined) return missing(what);
  if (further !== undefined) throw new UsageError(`多出的参数：${further}`);
  return word;
}

/** No words at all. @throws UsageError */
export function noWords({ words }: Asked): void {
  if (words.length > 0) throw new UsageError(`多出的参数：${words.join(' ')}`);
}
