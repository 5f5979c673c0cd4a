import type { Hash } from '@srd/kernel';
import { newVerifierKey, type KeyType, type NoteSigner } from '.';
import { BASE, encodePoint, IDENTITY, ORDER, sumOfMultiples } from './edwards';
import { sha512 } from './sha512';
import { concat, utf8 } from '@srd/kernel';

function number(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}

function timesBase(scalar: bigint): Uint8Array {
  return encodePoint(sumOfMultiples(scalar, BASE, 0n, IDENTITY));
}

/** Ed25519 signing (RFC 8032, 5.1.5 and 5.1.6) for tests: not in constant time, never for a key that matters. */
export function signerFrom(seed: Uint8Array): {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
} {
  const digest = sha512(seed);
  digest[0]! &= 248;
  digest[31]! &= 127;
  digest[31]! |= 64;
  const scalar = number(digest.subarray(0, 32));
  const publicKey = timesBase(scalar % ORDER);
  return {
    publicKey,
    sign: (message) => {
      const nonce = number(sha512(concat(digest.subarray(32), message))) % ORDER;
      const r = timesBase(nonce);
      const k = number(sha512(concat(r, publicKey, message))) % ORDER;
      return concat(r, bytesOf((nonce + k * scalar) % ORDER));
    },
  };
}

/** A key of a log or witness, made from its own name and a number. */
export function noteSigner(name: string, hash: Hash, type: KeyType = 'ed25519', number = 1): NoteSigner {
  const { publicKey, sign } = signerFrom(hash(utf8(`${name} ${number}`)));
  return { key: newVerifierKey(name, publicKey, hash, type), sign };
}
