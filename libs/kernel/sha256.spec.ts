import { createHash } from 'node:crypto';
import { toHex, utf8 } from './bytes';
import { sha256 } from './sha256';

const native = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(toHex(sha256(utf8('')))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('equals the platform for every length up to 520 bytes and some large ones', () => {
    const pattern = Uint8Array.from({ length: 200_003 }, (_, index) => (index * 131 + (index >> 8) * 7) & 255);
    for (const length of [...Array.from({ length: 521 }, (_, n) => n), 4096, 65_535, 200_003]) {
      const bytes = pattern.subarray(0, length);
      expect([length, toHex(sha256(bytes))]).toEqual([length, native(bytes)]);
    }
  });

  it('reads a part of a larger buffer and leaves the input be', () => {
    const buffer = Uint8Array.from({ length: 300 }, (_, index) => index & 255);
    const before = buffer.slice();
    for (let from = 0; from < 70; from++) {
      expect(toHex(sha256(buffer.subarray(from, from + 130)))).toBe(native(buffer.subarray(from, from + 130)));
    }
    expect(buffer).toEqual(before);
  });
});
