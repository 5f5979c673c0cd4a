import { createHash } from 'node:crypto';

/** Key id of an Ed25519 key in a signed note: first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), in hex. */
export function keyIdOf(name: string, publicKey: Uint8Array): string {
  return createHash('sha256').update(`${name}\n\u0001`).update(publicKey).digest('hex').slice(0, 8);
}
