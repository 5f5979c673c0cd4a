/** The log's signing key in a file apart from the data, in the form that the tools of C2SP `signed-note` write. */
import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeBase64 } from '@srd/proof/log';
import type { Signer } from '@srd/runtime';
import { makeOnce } from './make-once';
import { keyIdOf } from './key-id';

/** File beside the key with the verifier keys that signed before it, one a line. */
export const RETIRED = 'log.retired.vkey';

/** DER in front of 32 bytes of an Ed25519 private key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519 = 0x01;

/**
 * Opens the key file, or makes it with a name of its own; readable by its owner only. Beside it stands the last note that was signed.
 * @param instance what the key is called after `srd/` where it is made; chance by default
 * @throws Error when the file holds anything else
 */
export function openSigner(file: string, instance = randomBytes(4).toString('hex')): Signer {
  makeOnce(file, () => keyTextOf(`srd/${instance}`, randomBytes(32)));
  const { name, seed } = keyOf(readFileSync(file, 'utf8').trim(), file);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
  const signed = `${file}.signed`;
  const next = `${file}.next`;
  return {
    name,
    publicKey,
    sign: (message) => new Uint8Array(sign(null, message, key)),
    lastSigned: () => (existsSync(signed) ? readFileSync(signed, 'utf8') : undefined),
    remember: (note) => writeAnew(signed, note),
    successor() {
      makeOnce(next, () => keyTextOf(name, randomBytes(32)));
      return publicKeyOf(keyOf(readFileSync(next, 'utf8').trim(), next).seed);
    },
    handOver() {
      const verifierKey = `${name}+${keyIdOf(name, publicKey)}+${encodeBase64(Buffer.from([ED25519, ...publicKey]))}`;
      // Retired first: a crash in between leaves a key that is named twice, never one that is forgotten.
      appendFileSync(join(dirname(file), RETIRED), `${verifierKey}\n`);
      renameSync(next, file);
    },
  };
}

function writeAnew(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function publicKeyOf(seed: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** `PRIVATE+KEY+name+key id+base64(0x01 ‖ seed)`. */
function keyTextOf(name: string, seed: Uint8Array): string {
  const id = keyIdOf(name, publicKeyOf(seed));
  return `PRIVATE+KEY+${name}+${id}+${Buffer.concat([Buffer.from([ED25519]), seed]).toString('base64')}\n`;
}

function keyOf(text: string, file: string): { name: string; seed: Uint8Array } {
  const match = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text);
  const bytes = Buffer.from(match?.[3] ?? '', 'base64');
  const seed = bytes.subarray(1);
  const name = match?.[1] ?? '';
  if (!match || bytes.length !== 33 || bytes[0] !== ED25519 || keyIdOf(name, publicKeyOf(seed)) !== match[2])
    throw new Error(`密钥文件内容不正确: ${file}`);
  return { name, seed };
}
