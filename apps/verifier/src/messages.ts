import type { Judged } from '@srd/verifier';
import type { ToldDraw } from './told-draw';

/** What the page asks the worker to judge. */
export interface Asked {
  readonly file: Blob;
  readonly keys: readonly string[];
  readonly checkpoint?: string;
  readonly consistency?: string;
}

export interface Result {
  readonly judged: Judged;
  /** The draws whose recomputation agreed, for people. */
  readonly draws: readonly ToldDraw[];
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  readonly milliseconds: number;
}

export type Answer =
  | { readonly is: 'progress'; readonly proven: number; readonly of: number }
  | { readonly is: 'result'; readonly result: Result }
  /** The file isn't text in UTF-8, or too large for this browser. */
  | { readonly is: 'unreadable' };
