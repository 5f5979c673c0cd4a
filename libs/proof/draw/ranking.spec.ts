import { createHash } from 'node:crypto';
import { sha256 as hash } from '@srd/kernel';
import { verify, type ObjectTranscript } from '.';
import { changed, objectTranscript } from './draw.fixture';

const codeOf = (value: unknown): string => verify(value, hash).code;

describe('a ranking above 10,000', () => {
  it('keeps its head and a hash of the whole', () => {
    const many = (count: number, size: number): ObjectTranscript =>
      objectTranscript({
        candidates: Array.from({ length: count }, (_, index) => ({
          id: `o${String(index).padStart(6, '0')}`,
          name: '',
          stratum: 'law-firm',
          weight: 1 + (index % 2),
        })),
        excluded: [],
        quotas: [{ stratum: 'law-firm', basisPoints: 0, rounding: 'ceil', atLeast: size, of: count, size }],
      });
    const whole = many(10_000, 5).ranking[0]!;
    expect([whole.order.length, whole.orderHash]).toEqual([10_000, undefined]);
    const few = many(10_001, 5);
    expect(few.ranking[0]!.order).toHaveLength(105);
    expect(many(10_001, 200).ranking[0]!.order).toHaveLength(400);
    expect(codeOf(few)).toBe('VERIFIED');

    // By another road: every ticket with the platform's own hash, sorted as text.
    const sha = (...parts: (string | Buffer)[]): string =>
      parts.reduce((h, part) => h.update(part), createHash('sha256')).digest('hex');
    const order = few.request.candidates
      .map(({ id, weight }) => ({
        id,
        ticket: Array.from({ length: weight }, (_, j) =>
          sha('srd-draw/1/ticket\0', Buffer.from(few.seed, 'hex'), `${id}\0`, Buffer.from([0, 0, 0, j])),
        ).sort()[0]!,
      }))
      .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
    expect(few.ranking[0]!.order).toEqual(order.slice(0, 105));
    const bytes = Buffer.concat(
      order.map(({ id, ticket }) => Buffer.concat([Buffer.from(`${id}\0`), Buffer.from(ticket, 'hex')])),
    );
    expect(few.ranking[0]!.orderHash).toBe(sha(bytes));

    const forged = changed(few, '/ranking/0/orderHash', '00'.repeat(32));
    expect(verify(forged, hash).finding).toBe('law-firm 的完整排序与重算不符');
    expect(codeOf(changed(few, '/ranking/0/orderHash', undefined))).toBe('DOCUMENT_INVALID');
  });
});
