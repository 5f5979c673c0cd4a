import { createHash, randomBytes } from 'node:crypto';

/** Where secrets, salts and ids of new things come from. */
export interface Chance {
  bytes(count: number): Uint8Array;
}

/** The operating system's chance. */
export const systemChance: Chance = { bytes: (count) => randomBytes(count) };

/** The same bytes for the same seed: the demonstration's outcomes are the same for everybody. Never for tokens or passwords. */
export function seededChance(seed: string): Chance {
  let block = 0;
  let pool = Buffer.alloc(0);
  return {
    bytes(count) {
      while (pool.length < count) {
        pool = Buffer.concat([pool, createHash('sha256').update(`${seed}\0${block++}`).digest()]);
      }
      const taken = pool.subarray(0, count);
      pool = pool.subarray(count);
      return taken;
    },
  };
}

/** A version-8 UUID (RFC 9562, 5.8) over the first 16 of the given bytes. */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 16));
  hex[6] = ((hex[6] ?? 0) & 0x0f) | 0x80;
  hex[8] = ((hex[8] ?? 0) & 0x3f) | 0x80;
  const text = hex.toString('hex');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

/** The id that follows from a cause: the same parts always give the same one. */
export function derivedId(...parts: readonly string[]): string {
  return uuidOf(createHash('sha256').update(parts.join('\0')).digest());
}
