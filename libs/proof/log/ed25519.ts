import { compareBytes, concat } from '@srd/kernel';
import { BASE, decodePoint, doubled, encodePoint, IDENTITY, isIdentity, ORDER, PRIME, sumOfMultiples } from './edwards';
import { sha512 } from './sha512';

/** Why 32 bytes may not be a public key. */
export type KeyFlaw = 'length' | 'not-canonical' | 'off-curve' | 'small-order';

/** A whole number from little-endian bytes. */
function littleEndian(bytes: Uint8Array): bigint {
  let number = 0n;
  for (let at = bytes.length - 1; at >= 0; at--) number = (number << 8n) | BigInt(bytes[at] as number);
  return number;
}

/** y, without the bit that says which x. */
function ordinate(bytes: Uint8Array): bigint {
  return littleEndian(bytes) & ((1n << 255n) - 1n);
}

/**
 * Why a public key is to be refused whatever it is said to have signed; null for a sound one. Under a point of small order, the identity
 * first of all, one signature fits every text, and some platforms accept it.
 */
export function flawOfPublicKey(publicKey: Uint8Array): KeyFlaw | null {
  if (publicKey.length !== 32) return 'length';
  if (ordinate(publicKey) >= PRIME) return 'not-canonical';
  const point = decodePoint(publicKey);
  if (!point) return 'off-curve';
  // Writing −0 for x = 0 is a second way to write the same point.
  if (compareBytes(encodePoint(point), publicKey) !== 0) return 'not-canonical';
  return isIdentity(doubled(doubled(doubled(point)))) ? 'small-order' : null;
}

/** Why a signature is to be refused before it is verified; null for one of canonical form (RFC 8032, 5.1.7: S below the order). */
export function flawOfSignature(signature: Uint8Array): 'length' | 'not-canonical' | null {
  if (signature.length !== 64) return 'length';
  const isCanonical = littleEndian(signature.subarray(32)) < ORDER && ordinate(signature.subarray(0, 32)) < PRIME;
  return isCanonical ? null : 'not-canonical';
}

/**
 * Ed25519 (RFC 8032, 5.1.7) in plain arithmetic, strictly: canonical encodings only, no key of small order, and [S]B = R + [k]A without
 * the cofactor. For browsers whose page came without https or from a file; takes some milliseconds, and what it is given is public.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (flawOfPublicKey(publicKey) !== null || flawOfSignature(signature) !== null) return false;
  const point = decodePoint(publicKey) ?? IDENTITY;
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  const k = littleEndian(sha512(concat(r, publicKey, message))) % ORDER;
  // [S]B − [k]A must be R, to the byte.
  return compareBytes(encodePoint(sumOfMultiples(s, BASE, ORDER - k, point)), r) === 0;
}
