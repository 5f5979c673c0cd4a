import { sha256 as hash } from '@srd/kernel';
import { commitmentOf, revealObjects, seedOf, type Contribution, type Entry } from '.';
import { objects, sealed, secret } from './draw.fixture';

describe('the seed', () => {
  const entries = (value: string): Entry[] => [{ by: 'w', role: 'r', value, nonce: '00'.repeat(16) }];
  const seed = (value: string): string => seedOf('srd-draw/1', secret, secret, entries(value), hash);

  it('trap 3: 007 and 7 are two contributions', () => {
    expect(seed('007')).not.toBe(seed('7'));
    expect(new Set(['', ' ', '0', '7', '07', '007', '7 ', '七'].map(seed)).size).toBe(8);
  });

  it('depends on the order of the seals and on nothing that was not opened', () => {
    const [a, b] = [sealed(objects, 0, 'a'), sealed(objects, 1, 'b')];
    const { by, role, seal } = b as Entry & { seal: string };
    const of = (contributions: readonly Contribution[]): string =>
      revealObjects(objects, secret, contributions, null, hash).seed;
    expect(of([a, b])).not.toBe(of([b, a]));
    expect(of([a, { by, role, seal, absent: true }])).toBe(of([a]));
  });

  it('commitment, seal and seed of the two protocols differ', () => {
    expect(commitmentOf('srd-draw/1', secret, secret, hash)).not.toBe(
      commitmentOf('srd-assign/1', secret, secret, hash),
    );
  });
});
