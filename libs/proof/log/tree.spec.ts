import { createHash } from 'node:crypto';
import { concat, toHex, type Hash } from '@srd/kernel';
import { Frontier, MemoryHashStore, rootOf, treeRoot } from '.';
import { grown, hash, leafOf } from './log.fixture';

const sha = (...parts: readonly Uint8Array[]): Uint8Array =>
  createHash('sha256')
    .update(concat(...parts))
    .digest();

/** RFC 6962 2.1, word for word: MTH of leaf hashes. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Uint8Array.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

describe('T11 the tree of srd-log/1', () => {
  it('of nothing is SHA-256 of nothing', () => {
    expect(toHex(rootOf([], hash))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(Frontier.empty(hash).root())).toBe(toHex(treeRoot(0, new MemoryHashStore(), hash)));
  });

  it('is the recursive one for every size up to 200, from leaves, from a frontier and from a store', () => {
    const { store } = grown(200);
    const leaves = Array.from({ length: 200 }, (_, n) => leafOf(n));
    const frontier = Frontier.empty(hash);
    for (let size = 1; size <= 200; size++) {
      frontier.append(leaves[size - 1]!);
      const root = toHex(mth(leaves.slice(0, size)));
      expect(toHex(frontier.root())).toBe(root);
      expect(toHex(rootOf(leaves.slice(0, size), hash))).toBe(root);
      expect(toHex(treeRoot(size, store, hash))).toBe(root);
    }
  });

  it('has the roots of the test vectors of certificate transparency', () => {
    const vectors = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const leaves = vectors.map((hex) => sha(Uint8Array.of(0), Buffer.from(hex, 'hex')));
    expect(leaves.map((_, n) => toHex(rootOf(leaves.slice(0, n + 1), hash)))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('goes on from its kept state and from its store', () => {
    const { store, frontier } = grown(133);
    for (const begun of [Frontier.from(frontier.state, hash), Frontier.at(133, store, hash)]) {
      for (let n = 133; n < 150; n++) begun.append(leafOf(n));
      expect(toHex(begun.root())).toBe(toHex(grown(150).frontier.root()));
      expect(begun.size).toBe(150);
    }
    expect(() => Frontier.from({ size: 3, peaks: [leafOf(0)] }, hash)).toThrow(RangeError);
  });

  it('hashes twice a leaf at most, and some twenty times more for a root', () => {
    let calls = 0;
    const counted: Hash = (bytes) => {
      calls += 1;
      return hash(bytes);
    };
    const frontier = Frontier.empty(counted);
    for (let n = 0; n < 5000; n++) frontier.append(leafOf(n));
    expect(calls).toBeLessThan(5000);
    frontier.root();
    expect(calls).toBeLessThan(5020);
  });

  it('a store refuses a hash out of its place, and one it lacks', () => {
    const { store } = grown(5);
    expect(() => store.put([{ level: 0, index: 7, hash: leafOf(7) }])).toThrow(RangeError);
    expect(() => store.get(1, 2)).toThrow(RangeError);
  });
});
