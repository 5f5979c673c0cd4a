/**
 * The draw, a complete implementation of the specifications `srd-draw/1` (which objects are inspected) and `srd-assign/1` (who inspects
 * them). Whoever has a transcript can repeat it with nothing else, and nobody could choose its outcome or redo it unseen as long as
 * one contributor is honest.
 *
 * Freeze: `quotaSize`, `leastCap` or else `shortageOf`, `requestFinding`, `requestHash`, `commitmentOf`. Seal: `sealOf`. Reveal:
 * `revealObjects`, `revealTeam`, `transcriptHash`. Repeat: `verify`. Afterwards: `nextReserve`, `nextInspector`.
 *
 * Everything is pure and takes SHA-256 as an argument, so that Node and a browser run the same code. What shows it: the vectors
 * to the byte (`vectors.spec.ts`), the same in a context without Node (`browser.spec.ts`), assignments and explanations against a
 * word-for-word reading of the specification (`assignment.spec.ts`, `shortage.spec.ts`), documents that break it (`document.spec.ts`),
 * the verdicts, their order and each changed byte (`verify.spec.ts`), and the statistics of the draw (`chance.spec.ts`).
 */
export type {
  AbsentContribution,
  Barred,
  BarReason,
  Beacon,
  BeaconValue,
  Candidate,
  Contribution,
  DrawnInspector,
  DrawProtocol,
  DrawRequest,
  DrawTranscript,
  DrawWitness,
  Excluded,
  Hex32,
  ObjectRequest,
  ObjectTranscript,
  OpenedContribution,
  Quota,
  QuotaRule,
  RankedObject,
  Ranking,
  RequestHead,
  Rounding,
  Seat,
  Team,
  TeamCase,
  TeamPool,
  TeamRequest,
  TeamTranscript,
  TranscriptHead,
} from './document';
export type { Flaw } from './shape';
export { flawOfRequest } from './request-check';
export { flawOfBeaconValue, flawOfEntry } from './transcript-check';
export { quotaSize } from './quota';
export { leastCap } from './cap';
export { shortageOf } from './shortage';
export type { RemovedInspector, Shortage, ShortPlace } from './shortage-facts';
export type { Measure, Remedy } from './remedy';
export { requestFinding } from './judge';
export type { Wrong, WrongCode } from './judge';
export { commitmentOf, requestHash, sealOf, seedOf, transcriptHash } from './seal';
export type { Entry } from './seal';
export { rankingOf, selectionOf } from './ranking';
export { assignmentOf } from './assignment';
export { revealObjects, revealTeam } from './reveal';
export { nextInspector, nextReserve } from './replacement';
export type { TeamPlace } from './replacement';
export { verify } from './verify';
export type { Verdict, VerdictCode } from './verify';
