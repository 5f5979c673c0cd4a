import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { toHex, type Hash } from '@srd/kernel';
import {
  checkConsistency,
  checkInclusion,
  proveConsistency,
  proveInclusion,
  rootOf,
  treeRoot,
  type HashStore,
} from '.';
import { flipped, grown, leafOf } from './log.fixture';

const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const most = 200;
const leaves = Array.from({ length: most }, (_, n) => leafOf(n, hash));
const { store } = grown(most, hash);
const roots = Array.from({ length: most + 1 }, (_, size) => treeRoot(size, store, hash));
const largestPower = (below: number): number => {
  let k = 1;
  while (k * 2 < below) k *= 2;
  return k;
};
const memo = new Map<string, Uint8Array>();
const mth = (from: number, to: number): Uint8Array => {
  const key = `${from} ${to}`;
  const known = memo.get(key) ?? rootOf(leaves.slice(from, to), hash);
  memo.set(key, known);
  return known;
};

/** RFC 6962 2.1.1, word for word: PATH(m, D[n]) over the leaves `from` to `to`. */
function path(m: number, from: number, to: number): Uint8Array[] {
  if (to - from === 1) return [];
  const k = largestPower(to - from);
  return m < k ? [...path(m, from, from + k), mth(from + k, to)] : [...path(m - k, from + k, to), mth(from, from + k)];
}

/** RFC 6962 2.1.2, word for word: SUBPROOF(m, D[n], b). */
function subproof(m: number, from: number, to: number, known: boolean): Uint8Array[] {
  if (m === to - from) return known ? [] : [mth(from, to)];
  const k = largestPower(to - from);
  return m <= k
    ? [...subproof(m, from, from + k, known), mth(from + k, to)]
    : [...subproof(m - k, from + k, to, false), mth(from, from + k)];
}

const hex = (proof: readonly Uint8Array[]): string[] => proof.map(toHex);

describe('T11 inclusion proofs', () => {
  it('of every leaf in every size up to 200 are those of the recursive definition, and are accepted', () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const proof = proveInclusion(index, size, store, hash);
        if (hex(proof).join() !== hex(path(index, 0, size)).join()) throw new Error(`${index} in ${size}`);
        if (!checkInclusion(proof, index, size, leaves[index]!, roots[size]!, hash))
          throw new Error(`${index} in ${size}`);
      }
    }
  });

  it('are refused for another leaf, index, size or root, a changed, missing or further hash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.nat(), fc.nat(), (size, one, other) => {
        const index = one % size;
        const proof = proveInclusion(index, size, store, hash);
        const check = (
          over: Partial<{ p: Uint8Array[]; i: number; n: number; leaf: Uint8Array; root: Uint8Array }>,
        ): boolean =>
          checkInclusion(
            over.p ?? proof,
            over.i ?? index,
            over.n ?? size,
            over.leaf ?? leaves[index]!,
            over.root ?? roots[size]!,
            hash,
          );
        expect(check({})).toBe(true);
        expect(check({ leaf: flipped(leaves[index]!, other % 256) })).toBe(false);
        expect(check({ root: flipped(roots[size]!, other % 256) })).toBe(false);
        expect(check({ i: size })).toBe(false);
        expect(check({ i: -1 })).toBe(false);
        expect(check({ i: index + 0.5 })).toBe(false);
        expect(check({ p: [...proof, leaves[0]!] })).toBe(false);
        const further = other % size;
        if (further !== index) expect(check({ i: further })).toBe(false);
        if (proof.length > 0) {
          const at = other % proof.length;
          expect(check({ p: proof.with(at, flipped(proof[at]!, other % 256)) })).toBe(false);
          expect(check({ p: proof.with(at, proof[at]!.subarray(0, 31)) })).toBe(false);
          expect(check({ p: proof.toSpliced(at, 1) })).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('aren’t made for a leaf outside the tree', () => {
    for (const [index, size] of [
      [0, 0],
      [5, 5],
      [-1, 5],
      [1.5, 5],
    ] as const)
      expect(() => proveInclusion(index, size, store, hash)).toThrow(RangeError);
  });
});

describe('T12 T16 consistency proofs', () => {
  it('between all sizes up to 200 are those of the recursive definition, and are accepted', () => {
    for (let to = 0; to <= most; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = proveConsistency(from, to, store, hash);
        const told = from === 0 ? [] : subproof(from, 0, to, true);
        if (hex(proof).join() !== hex(told).join()) throw new Error(`${from} to ${to}`);
        if (!checkConsistency(proof, from, to, roots[from]!, roots[to]!, hash)) throw new Error(`${from} to ${to}`);
      }
    }
  });

  it('are refused for other sizes and roots, a changed, missing or further hash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.nat(), fc.nat(), (to, one, other) => {
        const from = one % (to + 1);
        const proof = proveConsistency(from, to, store, hash);
        const check = (p: readonly Uint8Array[], m = from, n = to, older = roots[from]!, newer = roots[to]!): boolean =>
          checkConsistency(p, m, n, older, newer, hash);
        expect(check(proof)).toBe(true);
        expect(check([...proof, leaves[0]!])).toBe(false);
        expect(check(proof, from, to, flipped(roots[from]!, other % 256))).toBe(false);
        // The empty tree says nothing of the tree that it grew into.
        if (from > 0) expect(check(proof, from, to, roots[from], flipped(roots[to]!, other % 256))).toBe(false);
        expect(check(proof, to + 1)).toBe(false);
        expect(check(proof, -1)).toBe(false);
        if (from > 0 && from < to) expect(check(proof, from + 1)).toBe(false);
        if (proof.length > 0) {
          const at = other % proof.length;
          expect(check(proof.with(at, flipped(proof[at]!, other % 256)))).toBe(false);
          expect(check(proof.with(at, new Uint8Array(33)))).toBe(false);
          expect(check(proof.toSpliced(at, 1))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('aren’t made backwards', () => expect(() => proveConsistency(6, 5, store, hash)).toThrow(RangeError));
});

it('T11 proofs out of a million leaves hold and read a few dozen hashes each', () => {
  const million = 1_000_000;
  const { store } = grown(million, hash);
  let reads = 0;
  const large: HashStore = { get: (level, index) => (reads++, store.get(level, index)) };
  const rng = fc.sample(fc.tuple(fc.nat(million - 1), fc.integer({ min: 1, max: million })), {
    numRuns: 200,
    seed: 6962,
  });
  let most = 0;
  for (const [one, other] of rng) {
    const [from, to] = one < other ? [one, other] : [other, one];
    const index = Math.min(from, to - 1);
    reads = 0;
    const inclusion = proveInclusion(index, to, large, hash);
    const consistency = proveConsistency(from, to, large, hash);
    most = Math.max(most, reads);
    const root = treeRoot(to, large, hash);
    expect(checkInclusion(inclusion, index, to, leafOf(index, hash), root, hash)).toBe(true);
    expect(checkConsistency(consistency, from, to, treeRoot(from, large, hash), root, hash)).toBe(true);
  }
  expect(most).toBeLessThan(10 * Math.ceil(Math.log2(million)));
});
