/**
 * The tamper-evident log, a complete implementation of the specification `srd-log/1`: leaves, RFC 6962 tree (section 2.1), C2SP
 * `signed-note`, `tlog-checkpoint` and `cosignature/v1`. Whoever holds a checkpoint can show that no event before it was changed,
 * removed, inserted or moved, with nothing but hashes and the log's public key.
 *
 * Leaf: `leafData`, `leafHash`, `dataHashOf`, `withhold`. Tree: `Frontier` takes leaves in and gives the root; a `HashStore` of
 * complete subtrees gives `proveInclusion` and `proveConsistency` in logarithmic time. Checkpoint: `formatCheckpoint`, `signNote`,
 * `cosignNote`; `openNote`, `parseCheckpoint`, `openCheckpoint`. Keys: `formatVerifierKey`, `parseVerifierKey`, and the event that
 * announces the next one (`KEY_ROTATED`, `rotationOf`).
 *
 * Everything is pure; SHA-256 is passed in as `Hash`, signing as `Sign`, verifying as `Verify` (`verifyEd25519` is one that needs no
 * platform). What shows it: every proof of every size against the recursive definition (`tree.spec.ts`, `proof.spec.ts`), leaves
 * (`leaf.spec.ts`), notes and checkpoints of the C2SP specifications and what must be refused (`note.spec.ts`,
 * `checkpoint.spec.ts`), RFC 8032's vectors and the edges of the curve against the platform's own (`ed25519.spec.ts`).
 */
export { dataHashOf, leafBytes, leafData, leafDataFrom, leafHash, nodeHash, withhold } from './leaf';
export type { EventOrWithheld, WithheldEvent } from './leaf';
export { Frontier, MemoryHashStore, rootOf, treeRoot } from './tree';
export type { FrontierState, HashStore, Subtree } from './tree';
export { checkConsistency, checkInclusion, proveConsistency, proveInclusion } from './proof';
export { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint';
export type { Checkpoint, OpenedCheckpoint } from './checkpoint';
export { formatVerifierKey, isKeyName, newVerifierKey, parseVerifierKey, sameKey } from './key';
export type { KeyType, VerifierKey } from './key';
export { cosignatureMessage, cosignNote, openNote, parseNote, signNote } from './note';
export type { Note, NoteSignature, NoteSigner, OpenedNote, Sign, SignatureLine, Verify } from './note';
export { NoteRefused } from './refused';
export type { NoteFault } from './refused';
export { KEY_ROTATED, LOG_STREAM, rotationOf } from './rotation';
export type { KeyRotated } from './rotation';
export { decodeBase64, encodeBase64 } from './base64';
export { flawOfPublicKey, flawOfSignature, verifyEd25519 } from './ed25519';
export type { KeyFlaw } from './ed25519';
export { sha512 } from './sha512';
