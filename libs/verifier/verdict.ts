import type { Hash } from '@srd/kernel';
import type { DrawTranscript, Verdict as DrawVerdict } from '@srd/proof/draw';
import type { Verify } from '@srd/proof/log';

/** What is wrong, in the order in which it is looked for (srd-log/1, "What the verifier must say"). */
export type WrongCode =
  /** The document isn't of the format. */
  | 'BUNDLE_INVALID'
  | 'ROTATION_WRONG'
  | 'CHECKPOINT_SIGNATURE'
  | 'CHECKPOINT_INVALID'
  /** Signed by a key that had been replaced by then. */
  | 'KEY_RETIRED'
  /** Against a checkpoint from elsewhere: another log, a shorter log, two roots of one size, no common history. */
  | 'CHECKPOINT_OF_OTHER_LOG'
  | 'SHORTER_THAN_HELD'
  | 'SPLIT_VIEW'
  | 'INCONSISTENT'
  | 'ENTRIES_UNORDERED'
  | 'PROOF_FAILS'
  | 'CONTENT_DIFFERS'
  | 'BUNDLE_ISSUED_MISSING'
  | 'SUBJECT_DIFFERS'
  | 'STREAM_GAP'
  | 'STREAM_END_MISSING'
  | 'BASIS_MISSING'
  | 'STATE_UNREACHABLE'
  | 'DRAW_WRONG'
  | 'DRAW_NOT_RECORDED'
  | 'DRAW_NOT_OF_PLAN'
  | 'CASE_NOT_DRAWN'
  /** No published checkpoint covered a draw's commitment before its seals came. */
  | 'COMMITMENT_NOT_COVERED'
  | 'ATTACHMENT_DIFFERS'
  | 'ATTACHMENT_UNKNOWN';

/** Why nothing can be said, or not all. */
export type ShortfallCode =
  | 'NOT_JSON'
  | 'BUNDLE_UNKNOWN'
  | 'KEY_REFUSED'
  | 'KEYS_NOT_CHECKED'
  /** Several keys of the log are trusted, and nothing tells which of them was in use. */
  | 'KEY_UNCERTAIN'
  | 'HELD_REFUSED'
  | 'CONSISTENCY_NEEDED'
  | 'SUBJECT_NOT_COVERED'
  | 'WITHHELD'
  | 'VERSION_UNKNOWN';

export type BundleCode = 'VERIFIED' | WrongCode | ShortfallCode;

export interface BundleOptions {
  /** Trusted verifier keys (`name+id+base64`): of the log, and of witnesses. From outside, never from the bundle. */
  readonly keys: readonly string[];
  /** A signed checkpoint from elsewhere, that the bundle must not contradict. */
  readonly checkpoint?: string;
  /** Consistency proof between the two sizes: base64 hashes, one a line or as a JSON list. */
  readonly consistency?: string;
  readonly hash: Hash;
  readonly verifySignature: Verify;
  /** Told now and then how many of the entries are proven: a large bundle takes seconds. */
  readonly progress?: (proven: number, of: number) => void;
  /** Told each transcript of the bundle that was recomputed and agreed, for who shows them. */
  readonly drawn?: (transcript: DrawTranscript) => void;
}

export interface Subject {
  readonly kind: 'case' | 'draw' | 'task' | 'organ-year' | 'integrity-file';
  readonly id: string;
}

export interface TimelineEntry {
  readonly index: number;
  readonly at: string;
  readonly actor: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  /** Present where the content isn't disclosed. */
  readonly withheld?: true;
}

/** A draw, recomputed. */
export interface JudgedDraw {
  readonly draw: string;
  /** Leaf of the event that revealed it; null where only the transcript is here. */
  readonly index: number | null;
  readonly verdict: DrawVerdict;
}

export interface BundleVerdict {
  readonly verdict: 'yes' | 'wrong' | 'cannot-judge';
  readonly code: BundleCode;
  /** In Chinese: the first thing that is wrong, by name. */
  readonly finding: string;
  /** In Chinese: what else is to be known, with a yes and with any other answer. */
  readonly notes: readonly string[];
  readonly subject: Subject | null;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string } | null;
  readonly timeline: readonly TimelineEntry[];
  readonly draws: readonly JudgedDraw[];
  readonly counts: {
    readonly entries: number;
    readonly withheld: number;
    readonly streams: number;
    /** Cases whose whole record was folded through their chart. */
    readonly cases: number;
    readonly draws: number;
    readonly attachments: number;
  };
}

/** The verdict in a word. */
export const verdictWords: Readonly<Record<BundleVerdict['verdict'], string>> = {
  yes: '通过',
  wrong: '不符',
  'cannot-judge': '无法判断',
};

/** What the command line exits with. */
export function exitCodeOf({ verdict }: Pick<BundleVerdict, 'verdict'>): 0 | 1 | 2 {
  return verdict === 'yes' ? 0 : verdict === 'wrong' ? 1 : 2;
}

/** Something is wrong; the search ends. `index` is the leaf it is about. */
export class Wrong extends Error {
  constructor(
    readonly code: WrongCode,
    readonly finding: string,
    readonly index: number | null = null,
  ) {
    super(`${code}: ${finding}`);
    this.name = 'Wrong';
  }
}

/** What stays open though nothing is wrong. */
export interface Shortfall {
  readonly code: ShortfallCode;
  readonly finding: string;
}

/** What a check adds to the answer, wrong things apart, which it throws. */
export interface Said {
  readonly notes: string[];
  readonly shortfalls: Shortfall[];
}

/** Runs each check and throws the wrong thing that stands first in the log. @throws Wrong */
export function firstWrong(checks: Iterable<() => void>): void {
  let first: Wrong | undefined;
  for (const check of checks) {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      if (!first || (error.index ?? Infinity) < (first.index ?? Infinity)) first = error;
    }
  }
  if (first) throw first;
}
