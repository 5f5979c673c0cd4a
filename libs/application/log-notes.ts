import type { Hash } from '@srd/kernel';
import {
  formatVerifierKey,
  newVerifierKey,
  openCheckpoint,
  parseVerifierKey,
  signNote,
  type Verify,
  type VerifierKey,
} from '@srd/proof/log';
import type { Signer } from '@srd/runtime';
import { createPublicKey, verify } from 'node:crypto';
import { LogForged, type Claim } from './log-check';
import type { Ledger } from './ports';

/** DER in front of 32 bytes of an Ed25519 public key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519 by the platform, many times as fast as the one that a browser needs; which keys are sound is the caller's question. */
export const nodeVerify: Verify = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

/** The verifier key of the house's signer. */
export function keyOf({ name, publicKey }: Signer, hash: Hash): VerifierKey {
  return newVerifierKey(name, publicKey, hash);
}

/** Verifier keys under which this log's checkpoints stand, the present one first. */
export function keysOf({ signer, retired }: Ledger, hash: Hash): readonly string[] {
  const present = formatVerifierKey(keyOf(signer, hash));
  return [present, ...retired.filter((key) => key !== present)];
}

/** A text signed by the house's key, as a note. */
export function signed(text: string, signer: Signer, hash: Hash): string {
  return signNote(text, [{ key: keyOf(signer, hash), sign: (message) => signer.sign(message) }]);
}

/** What a note of this log vouches for. @throws NoteRefused when no key of this log signed it, LogForged when it is another log's */
export function claimOf(note: string, whose: string, ledger: Ledger, hash: Hash): Claim {
  const keys = keysOf(ledger, hash).map((key) => parseVerifierKey(key, hash));
  const { checkpoint } = openCheckpoint(note, keys, nodeVerify);
  const { origin, size, root } = checkpoint;
  if (origin !== ledger.signer.name)
    throw new LogForged(
      'NOTE_REFUSED',
      `${whose}是另一日志（${origin}）的，本日志是 ${ledger.signer.name}。拒绝写入。`,
    );
  return { whose, size, root };
}
