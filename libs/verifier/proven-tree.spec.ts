import fc from 'fast-check';
import { sha256 as hash, utf8 } from '@srd/kernel';
import {
  checkInclusion,
  decodeBase64,
  encodeBase64,
  Frontier,
  leafHash,
  MemoryHashStore,
  proveInclusion,
} from '@srd/proof/log';
import { ProvenTree } from './proven-tree';

const leaves = Array.from({ length: 70 }, (_, n) => leafHash(utf8(`leaf ${n}`), hash));

it('T11 a tree that remembers what was proven says of every leaf and every forged path what the plain check says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 70 }),
      fc.array(fc.tuple(fc.nat(75), fc.constantFrom('right', 'leaf', 'path', 'short', 'long'), fc.nat()), {
        maxLength: 40,
      }),
      (size, trials) => {
        const frontier = Frontier.empty(hash);
        const store = new MemoryHashStore();
        for (const leaf of leaves.slice(0, size)) store.put(frontier.append(leaf));
        const root = frontier.root();
        const tree = new ProvenTree({ size, root }, hash);
        for (const [index, kind, where] of trials) {
          const leaf = kind === 'leaf' ? leaves[where % 70]! : leaves[index % size]!;
          const path = proveInclusion(index % size, size, store, hash).map(encodeBase64);
          const other = encodeBase64(leaves[where % 70]!);
          if (kind === 'path' && path.length > 0) path[where % path.length] = other;
          if (kind === 'short') path.pop();
          if (kind === 'long') path.push(other);
          const plain = path.map((each) => decodeBase64(each)!);
          expect(tree.holds(index, leaf, path)).toBe(checkInclusion(plain, index, size, leaf, root, hash));
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('a path in another spelling of base64 is refused', () => {
  const [one, two] = [leaves[0]!, leaves[1]!];
  const frontier = Frontier.empty(hash);
  frontier.append(one);
  frontier.append(two);
  const tree = new ProvenTree({ size: 2, root: frontier.root() }, hash);
  expect(tree.holds(0, one, [`${encodeBase64(two)}\n`])).toBe(false);
  expect(tree.holds(0, one, [encodeBase64(two.subarray(1))])).toBe(false);
  expect(tree.holds(0, one, [encodeBase64(two)])).toBe(true);
});
