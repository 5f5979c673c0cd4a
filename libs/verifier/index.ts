/**
 * The verifier: what anybody with an audit bundle and a trusted key can find out alone, in Node or in a browser, without network, database
 * or clock. `verifyBundle` judges a bundle of srd-log/1, `verify` a draw's transcript alone (srd-draw/1, srd-assign/1), `judge` either.
 *
 * In the order of the specification: the checkpoint's signature (`trust.ts`, `held.ts`), each leaf's proof and content (`entries.ts`), the
 * streams' gaps and ends (`streams.ts`), the cases through their chart (`cases.ts`), the draws (`draws.ts`, `transcripts.ts`,
 * `selections.ts`, `plans.ts`), the attachments (`attachments.ts`).
 */
export { verify } from '@srd/proof/draw';
export type { Verdict as DrawVerdict } from '@srd/proof/draw';
export { verifyEd25519 } from '@srd/proof/log';
export { sha256 } from '@srd/kernel';
export { consistencyIn, keysIn } from './given';
export { judge } from './judge';
export type { Judged } from './judge';
export { successionsIn } from './rotations';
export type { Succession } from './rotations';
export { verifyBundle } from './verify-bundle';
export { Wrong } from './verdict';
export { exitCodeOf, verdictWords } from './verdict';
export type {
  BundleCode,
  BundleOptions,
  BundleVerdict,
  JudgedDraw,
  ShortfallCode,
  Subject,
  TimelineEntry,
  WrongCode,
} from './verdict';
export type { Attachment, Bundle, Entry, Rotation } from './document';
