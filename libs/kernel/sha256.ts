import type { Hash } from './bytes';

/** The first 32 bits of the fractional parts of `root(p)` for the first primes, as FIPS 180-4 defines its constants. */
function constants(count: number, root: (prime: number) => number): Int32Array {
  const words = new Int32Array(count);
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) prime = false;
    if (!prime) continue;
    words[found++] = fraction(candidate, root);
  }
  return words;
}

/** floor(root · 2^32) mod 2^32, with the double's error of the last place put right by whole numbers. */
function fraction(prime: number, root: (prime: number) => number): number {
  const power = root === Math.cbrt ? 3n : 2n;
  const target = BigInt(prime) << (32n * power);
  let scaled = BigInt(Math.floor(root(prime) * 2 ** 32));
  while (scaled ** power > target) scaled--;
  while ((scaled + 1n) ** power <= target) scaled++;
  return Number(BigInt.asIntN(32, scaled));
}

const INITIAL = constants(8, Math.sqrt);
const ROUND = constants(64, Math.cbrt);

// Working places, used anew by each call: a tree hashes hundreds of thousands of short texts, and making these takes longer than one block.
const state = new Int32Array(8);
const schedule = new Int32Array(64);
const tail = new Uint8Array(128);
const tailView = new DataView(tail.buffer);

/** FIPS 180-4, 6.2.2: one block of 64 bytes into the state. */
function compress(block: DataView, offset: number): void {
  for (let t = 0; t < 16; t++) schedule[t] = block.getInt32(offset + 4 * t);
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15]!;
    const late = schedule[t - 2]!;
    const sigma0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const sigma1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    schedule[t] = (sigma1 + schedule[t - 7]! + sigma0 + schedule[t - 16]!) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + ROUND[t]! + schedule[t]!) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/**
 * SHA-256 (FIPS 180-4) in plain JavaScript, for browsers that withhold `crypto.subtle` from a page without https.
 * Where the platform has its own, pass that one instead: it is some times faster.
 */
export const sha256: Hash = (bytes) => {
  state.set(INITIAL);
  const whole = bytes.length - (bytes.length % 64);
  if (whole > 0) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let offset = 0; offset < whole; offset += 64) compress(view, offset);
  }
  const rest = bytes.length - whole;
  const end = rest < 56 ? 64 : 128;
  tail.fill(0);
  for (let at = 0; at < rest; at++) tail[at] = bytes[whole + at]!;
  tail[rest] = 0x80;
  tailView.setUint32(end - 8, Math.floor(bytes.length / 2 ** 29));
  tailView.setUint32(end - 4, (bytes.length << 3) >>> 0);
  for (let offset = 0; offset < end; offset += 64) compress(tailView, offset);

  const digest = new Uint8Array(32);
  for (let at = 0; at < 32; at++) digest[at] = state[at >> 2]! >>> (24 - 8 * (at & 3));
  return digest;
};
