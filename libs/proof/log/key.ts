import { concat, toHex, utf8, type Hash } from '@srd/kernel';
import { decodeBase64, encodeBase64 } from './base64';
import { flawOfPublicKey, type KeyFlaw } from './ed25519';
import { NoteRefused } from './refused';

/** What a key signs: notes as they are (0x01), or checkpoints together with the time (0x04, `cosignature/v1`). Both by Ed25519. */
export type KeyType = 'ed25519' | 'cosignature';

/** A public key that signs notes under a name. */
export interface VerifierKey {
  readonly name: string;
  readonly type: KeyType;
  /** First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key) in hex. */
  readonly id: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

const TYPE_BYTES: Readonly<Record<KeyType, number>> = { ed25519: 0x01, cosignature: 0x04 };
const FLAWS: Readonly<Record<KeyFlaw, string>> = {
  length: 'a public key has 32 bytes',
  'not-canonical': 'not the canonical encoding of a point',
  'off-curve': 'not a point of the curve',
  'small-order': 'a point of small order, under which a signature fits any text',
};
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const NAME = /^[^\p{White_Space}+\u0000-\u001f\u007f]+$/u;

/** Whether the text may name a key: not empty, no space of any kind, no `+`, no control character. */
export function isKeyName(text: string): boolean {
  return NAME.test(text) && text.isWellFormed();
}

/** A sound public key under a name. @throws NoteRefused KEY_REFUSED for a bad name or a public key that may be none */
export function newVerifierKey(
  name: string,
  publicKey: Uint8Array,
  hash: Hash,
  type: KeyType = 'ed25519',
): VerifierKey {
  if (!isKeyName(name)) throw new NoteRefused('KEY_REFUSED', `no key name: ${JSON.stringify(name)}`);
  demandSound(name, publicKey);
  const id = toHex(hash(concat(utf8(name), Uint8Array.of(0x0a, TYPE_BYTES[type]), publicKey)).subarray(0, 4));
  return { name, type, id, publicKey };
}

/** Refuses a public key under which anybody could sign. @throws NoteRefused KEY_REFUSED */
export function demandSound(name: string, publicKey: Uint8Array): void {
  const flaw = flawOfPublicKey(publicKey);
  if (flaw) throw new NoteRefused('KEY_REFUSED', `key ${name}: ${FLAWS[flaw]}`, name);
}

/** `name+hex key id+base64(type ‖ public key)`, the form in which keys are handed on. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${encodeBase64(concat(Uint8Array.of(TYPE_BYTES[key.type]), key.publicKey))}`;
}

/** @throws NoteRefused KEY_REFUSED unless the text is what `formatVerifierKey` writes for a sound key */
export function parseVerifierKey(text: string, hash: Hash): VerifierKey {
  const [name = '', id = '', ...rest] = text.split('+');
  // Base64 may hold a `+` of its own.
  const bytes = decodeBase64(rest.join('+'));
  const type = (['ed25519', 'cosignature'] as const).find((each) => TYPE_BYTES[each] === bytes?.[0]);
  if (!bytes || !type) throw new NoteRefused('KEY_REFUSED', `no verifier key of a known type: ${text}`);
  const key = newVerifierKey(name, bytes.subarray(1), hash, type);
  if (key.id !== id) throw new NoteRefused('KEY_REFUSED', `key ${name}: its id is ${key.id}, not ${id}`, name);
  return key;
}

/** Whether two keys are one. */
export function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return formatVerifierKey(a) === formatVerifierKey(b);
}
