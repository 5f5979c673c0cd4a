/** The curve edwards25519 (RFC 8032, 5.1): −x² + y² = 1 + d x² y² over the integers modulo 2^255 − 19. */
export const PRIME = 2n ** 255n - 19n;
/** Order of the base point. */
export const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. */
export interface Point {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
  readonly t: bigint;
}

function mod(value: bigint): bigint {
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

const D = mod(-121665n * power(121666n, PRIME - 2n));
const TWICE_D = mod(2n * D);
const ROOT_OF_MINUS_ONE = power(2n, (PRIME - 1n) / 4n);

export const IDENTITY: Point = { x: 0n, y: 1n, z: 1n, t: 0n };

/** Complete: right for any two points, equal or not. */
export function added(a: Point, b: Point): Point {
  const u = mod((a.y - a.x) * (b.y - b.x));
  const v = mod((a.y + a.x) * (b.y + b.x));
  const w = mod(a.t * TWICE_D * b.t);
  const m = mod(2n * a.z * b.z);
  const [e, f, g, h] = [v - u, m - w, m + w, v + u];
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) };
}

export function doubled(p: Point): Point {
  const a = mod(p.x * p.x);
  const b = mod(p.y * p.y);
  const c = mod(2n * p.z * p.z);
  const h = a + b;
  const e = h - mod((p.x + p.y) * (p.x + p.y));
  const g = a - b;
  const f = c + g;
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) };
}

/** [m]P + [n]Q, both at once. Not in constant time: what is verified is public. */
export function sumOfMultiples(m: bigint, p: Point, n: bigint, q: Point): Point {
  const both = added(p, q);
  let sum = IDENTITY;
  for (let bit = 254n; bit >= 0n; bit--) {
    sum = doubled(sum);
    const inM = (m >> bit) & 1n;
    const inN = (n >> bit) & 1n;
    if (inM && inN) sum = added(sum, both);
    else if (inM) sum = added(sum, p);
    else if (inN) sum = added(sum, q);
  }
  return sum;
}

export function isIdentity(p: Point): boolean {
  return p.x === 0n && p.y === p.z;
}

/** RFC 8032, 5.1.3; null where no x belongs to the y. Takes a y from the prime on as well, as platforms do: the caller refuses it. */
export function decodePoint(bytes: Uint8Array): Point | null {
  let y = 0n;
  for (let at = 31; at >= 0; at--) y = (y << 8n) | BigInt(bytes[at] as number);
  const odd = y >> 255n;
  y = mod(y & ((1n << 255n) - 1n));
  const u = mod(y * y - 1n);
  const v = mod(D * y * y + 1n);
  const v3 = mod(v * v * v);
  let x = mod(u * v3 * power(mod(u * v3 * v3 * v), (PRIME - 5n) / 8n));
  const square = mod(v * x * x);
  if (square !== u) {
    if (square !== mod(-u)) return null;
    x = mod(x * ROOT_OF_MINUS_ONE);
  }
  if ((x & 1n) !== odd) x = mod(-x);
  return { x, y, z: 1n, t: mod(x * y) };
}

/** The canonical 32 bytes: y, and in the last bit whether x is odd. */
export function encodePoint(p: Point): Uint8Array {
  const inverse = power(p.z, PRIME - 2n);
  const x = mod(p.x * inverse);
  let rest = mod(p.y * inverse) | ((x & 1n) << 255n);
  const bytes = new Uint8Array(32);
  for (let at = 0; at < 32; at++) {
    bytes[at] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
}

/** B: y = 4/5, x even. */
export const BASE: Point = decodePoint(
  encodePoint({ x: 0n, y: mod(4n * power(5n, PRIME - 2n)), z: 1n, t: 0n }),
) as Point;
