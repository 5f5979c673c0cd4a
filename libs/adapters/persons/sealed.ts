import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Person } from '@srd/runtime';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A person under AES-256-GCM: nonce, ciphertext, tag. The id is bound in, so that a row moved to another id doesn't open. */
export function seal(key: Uint8Array, id: string, person: Person): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(id));
  const { name, certificate, phone } = person;
  const text = JSON.stringify({ name, certificate, phone });
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key, the id or a byte isn't the one it was sealed with */
export function unseal(key: Uint8Array, id: string, sealed: Uint8Array): Person {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(id)).setAuthTag(tag);
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as Person;
}
