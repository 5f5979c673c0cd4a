/** The first 64 bits of the fractional parts of the square (`power` 2) or cube roots (3) of the first primes (FIPS 180-4). */
function constants(count: number, power: 2n | 3n): bigint[] {
  const words: bigint[] = [];
  for (let candidate = 2n; words.length < count; candidate++) {
    let prime = true;
    for (let divisor = 2n; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0n) prime = false;
    if (prime) words.push(BigInt.asUintN(64, root(candidate << (64n * power), power)));
  }
  return words;
}

/** floor(value^(1/power)), by halving. */
function root(value: bigint, power: 2n | 3n): bigint {
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle;
  }
  return low;
}

const INITIAL = constants(8, 2n);
const ROUND = constants(80, 3n);
const WORD = (1n << 64n) - 1n;

function rotated(word: bigint, by: bigint): bigint {
  return ((word >> by) | (word << (64n - by))) & WORD;
}

/** FIPS 180-4, 6.4.2: one block of 128 bytes into the state. */
function compress(state: bigint[], block: DataView, offset: number): void {
  const schedule: bigint[] = [];
  for (let t = 0; t < 16; t++) schedule.push(block.getBigUint64(offset + 8 * t));
  for (let t = 16; t < 80; t++) {
    const early = schedule[t - 15]!;
    const late = schedule[t - 2]!;
    const sigma0 = rotated(early, 1n) ^ rotated(early, 8n) ^ (early >> 7n);
    const sigma1 = rotated(late, 19n) ^ rotated(late, 61n) ^ (late >> 6n);
    schedule.push((sigma1 + schedule[t - 7]! + sigma0 + schedule[t - 16]!) & WORD);
  }
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  for (let t = 0; t < 80; t++) {
    const sum1 = rotated(e, 14n) ^ rotated(e, 18n) ^ rotated(e, 41n);
    const first = h + sum1 + ((e & f) ^ (~e & g)) + ROUND[t]! + schedule[t]!;
    const sum0 = rotated(a, 28n) ^ rotated(a, 34n) ^ rotated(a, 39n);
    const second = sum0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & WORD, c, b, a, (first + second) & WORD];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = (state[at]! + word) & WORD;
  });
}

/** SHA-512 (FIPS 180-4) for what Ed25519 hashes: short messages. 64 bytes. */
export function sha512(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = [...INITIAL];
  for (let offset = 0; offset < padded.length; offset += 128) compress(state, view, offset);
  const digest = new Uint8Array(64);
  const out = new DataView(digest.buffer);
  state.forEach((word, at) => {
    out.setBigUint64(8 * at, word);
  });
  return digest;
}
