import { hash as digest } from 'node:crypto';
import { toHex, utf8 } from '@srd/kernel';
import { rankingOf, selectionOf, type ObjectRequest } from '.';
import { compareTickets, objectTickets } from './ticket';

/** The platform's SHA-256 by way of a string, which costs a third of a buffer. */
const hash = (bytes: Uint8Array): Uint8Array => {
  const latin = digest('sha256', bytes, 'binary');
  const out = new Uint8Array(32);
  for (let index = 0; index < 32; index++) out[index] = latin.charCodeAt(index);
  return out;
};
const seed = (draw: number): string => toHex(hash(utf8(`seed ${draw}`)));

function request(weights: readonly number[], size: number): ObjectRequest {
  const candidates = weights.map((weight, index) => ({
    id: `obj-${index.toString().padStart(2, '0')}`,
    name: '',
    stratum: 'law-firm',
    weight,
  }));
  const rule = { basisPoints: 0, rounding: 'ceil', atLeast: size } as const;
  const quotas = [{ stratum: 'law-firm', ...rule, of: weights.length, size }];
  return { candidates, quotas } as unknown as ObjectRequest;
}

/** How often each candidate is drawn by so many seeds. */
function tally(drawn: ObjectRequest, draws: number): number[] {
  const counts = new Map(drawn.candidates.map(({ id }) => [id, 0]));
  for (let draw = 0; draw < draws; draw++) {
    for (const id of selectionOf(drawn, rankingOf(drawn, seed(draw), hash))) counts.set(id, counts.get(id)! + 1);
  }
  return [...counts.values()];
}

const chiSquare = (observed: readonly number[], expected: readonly number[]): number =>
  observed.reduce((sum, count, index) => sum + (count - expected[index]!) ** 2 / expected[index]!, 0);

describe('the statistics of the draw', () => {
  it('R55 trap 3: one of three, 30,000 seeds: the last of the list as often as the first', () => {
    // Chi-square with 2 degrees of freedom stays below 27.6 but once in a million.
    expect(chiSquare(tally(request([1, 1, 1], 1), 30_000), [10_000, 10_000, 10_000])).toBeLessThan(27.6);
  });

  it('R49: weight 1, 2 and 5 are drawn in the proportion 1 to 2 to 5', () => {
    expect(chiSquare(tally(request([1, 2, 5], 1), 16_000), [2_000, 4_000, 10_000])).toBeLessThan(27.6);
  });

  it('R55 T7: five of fifty, 100,000 draws', () => {
    const [n, k, draws] = [50, 5, 100_000];
    const { candidates } = request(
      Array.from({ length: n }, () => 1),
      k,
    );
    const observed = Array.from({ length: n }, () => 0);
    for (let draw = 0; draw < draws; draw++) {
      const ticketOf = objectTickets(seed(draw), hash);
      const tickets = candidates.map(({ id, weight }) => ticketOf(id, weight));
      // The five smallest by insertion: the same five as of the whole ranking, without sorting the other 45.
      const first = tickets.slice(0, k).sort(compareTickets);
      for (const each of tickets.slice(k)) {
        if (compareTickets(each, first[k - 1]!) > 0) continue;
        first[k - 1] = each;
        first.sort(compareTickets);
      }
      for (const { id } of first) observed[Number(id.slice(4))]!++;
    }
    const mean = (draws * k) / n;
    const spread = chiSquare(
      observed,
      observed.map(() => mean),
    );
    expect(((n - 1) / n) * (spread / (1 - k / n))).toBeLessThan(111.6);
  });
});
