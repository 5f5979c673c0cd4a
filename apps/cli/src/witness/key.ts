import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatVerifierKey, isKeyName, newVerifierKey, type NoteSigner } from '@srd/proof/log';
import { Failed } from '../command';

/** DER in front of 32 bytes of an Ed25519 private key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const COSIGNATURE = 0x04;

export const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/**
 * The witness's key from a file of its own, made where there is none: `PRIVATE+KEY+name+key id+base64(0x04 ‖ seed)`, its owner's alone.
 * @throws Failed for a file with anything else, or when a new key has no name
 */
export function witnessKey(file: string, name: string | undefined): NoteSigner & { readonly verifierKey: string } {
  if (!existsSync(file)) {
    if (name === undefined)
      throw new Failed(`没有密钥文件 ${file}；初次使用请以 --name 给出见证人名称，如 chaozhou-jijian`);
    if (!isKeyName(name)) throw new Failed(`--name：“${name}”不可用，不能含空格和 +`);
    const seed = randomBytes(32);
    const text = Buffer.concat([Buffer.from([COSIGNATURE]), seed]).toString('base64');
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `PRIVATE+KEY+${name}+${signerOf(name, seed).key.id}+${text}\n`, { mode: 0o600, flag: 'wx' });
  }
  const [, found = '', id, base64 = ''] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(readFileSync(file, 'utf8').trim()) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 33 || bytes[0] !== COSIGNATURE) throw new Failed(`密钥文件内容不正确：${file}`);
  const signer = signerOf(found, bytes.subarray(1));
  if (signer.key.id !== id) throw new Failed(`密钥文件内容不正确：${file}`);
  return { ...signer, verifierKey: formatVerifierKey(signer.key) };
}

function signerOf(name: string, seed: Uint8Array): NoteSigner {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
  return {
    key: newVerifierKey(name, publicKey, hash, 'cosignature'),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}
