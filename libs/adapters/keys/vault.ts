/** Secrets under AES-256-GCM, with a key file that lies apart from the data. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { textAt } from '@srd/kernel';
import type { Vault } from '@srd/runtime';
import { makeOnce } from './make-once';

/** Opens the key file, or makes it (32 random bytes in hex, readable by its owner only). @throws Error when it holds anything else */
export function openVault(file: string): Vault {
  const master = keyOf(file);
  const cipherKey = derive(master, 'srd vault cipher');
  const tokenKey = derive(master, 'srd vault token');
  return {
    seal(secret, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return { nonce: nonce.toString('hex'), text: text.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
    },
    open(sealed, purpose) {
      try {
        const [nonce, text, tag] = ['nonce', 'text', 'tag'].map((name) => Buffer.from(textAt(sealed, name), 'hex'));
        if (!nonce || !text || tag?.length !== 16) return undefined;
        const decipher = createDecipheriv('aes-256-gcm', cipherKey, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag);
        return Buffer.concat([decipher.update(text), decipher.final()]);
      } catch {
        return undefined;
      }
    },
    token(purpose) {
      return createHmac('sha256', tokenKey).update(purpose).digest('base64url');
    },
  };
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', purpose, 32));
}

function keyOf(file: string): Buffer {
  makeOnce(file, () => randomBytes(32).toString('hex'));
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`密钥文件内容不正确: ${file}`);
  return Buffer.from(text, 'hex');
}
