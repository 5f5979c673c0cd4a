import type { Position } from '@srd/runtime';
import { anEvent, someEvents } from './an-event';
import type { UnderTest } from './log-under-test';

/** Reading one stream and all of them. */
export function readCases(on: UnderTest): void {
  const numbers = async (...given: Parameters<UnderTest['log']['read']>): Promise<unknown[]> =>
    (await on.log.read(...given)).map(({ data }) => data['n']);
  const all = async (options?: Parameters<UnderTest['log']['readAll']>[0]): Promise<number[]> =>
    (await on.log.readAll(options)).map(({ position }) => position);
  const at = (position: number): Position => position as Position;

  describe('a piece of work', () => {
    it('reads what stood when it began, and what it writes itself', async () => {
      await on.log.append('case-1', 'none', someEvents(2));
      const seen = await on.log.asOfNow(async () => {
        const before = await on.log.read('case-1');
        await on.log.append('case-1', 1, [anEvent()]);
        return [
          before.length,
          (await on.log.read('case-1')).length,
          await on.log.head(),
          (await on.log.last())?.revision,
        ];
      });
      expect(seen).toEqual([2, 3, 2, 2]);
    });
    it('fails with what it throws', () =>
      expect(on.log.asOfNow(() => Promise.reject(new Error('not today')))).rejects.toThrow('not today'));
  });

  describe('one stream', () => {
    beforeEach(async () => {
      await on.log.append('case-1', 'none', someEvents(3));
      await on.log.append('case-2', 'none', someEvents(9));
      await on.log.append(
        'case-1',
        2,
        someEvents(2).map((event, n) => ({ ...event, data: { n: n + 3 } })),
      );
    });
    it('gives nothing of a stream that does not exist', async () => {
      expect(await on.log.read('case-3')).toEqual([]);
    });
    it('gives all of it, in order, and nothing of others', async () => {
      expect(await numbers('case-1')).toEqual([0, 1, 2, 3, 4]);
      expect((await on.log.read('case-1')).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
    });
    it('tells streams apart whose names begin alike', async () => {
      await on.log.append('case-11', 'none', [anEvent()]);
      expect(await numbers('case-1')).toHaveLength(5);
    });
    it('begins at a revision', async () => expect(await numbers('case-1', { from: 3 })).toEqual([3, 4]));
    it('gives nothing beyond the end', async () => expect(await numbers('case-1', { from: 5 })).toEqual([]));
    it('stops at a limit', async () => expect(await numbers('case-1', { limit: 2 })).toEqual([0, 1]));
    it('gives a part from the middle', async () =>
      expect(await numbers('case-1', { from: 1, limit: 2 })).toEqual([1, 2]));
    it('gives nothing for the limit 0', async () => expect(await numbers('case-1', { limit: 0 })).toEqual([]));
    it('goes backwards from the end', async () =>
      expect(await numbers('case-1', { direction: 'backwards' })).toEqual([4, 3, 2, 1, 0]));
    it('goes backwards from a revision', async () =>
      expect(await numbers('case-1', { direction: 'backwards', from: 2, limit: 2 })).toEqual([2, 1]));
    it('goes backwards from beyond the end', async () =>
      expect(await numbers('case-1', { direction: 'backwards', from: 99, limit: 1 })).toEqual([4]));
    it('goes backwards from the start', async () =>
      expect(await numbers('case-1', { direction: 'backwards', from: 0 })).toEqual([0]));
    it.each([{ from: -1 }, { limit: -1 }, { from: 0.5 }, { limit: Number.NaN }])('refuses %j', async (options) => {
      await expect(on.log.read('case-1', options)).rejects.toThrow(RangeError);
    });
  });

  describe('all streams', () => {
    it('has no head and no last event when empty', async () => {
      expect(await on.log.head()).toBeUndefined();
      expect(await on.log.last()).toBeUndefined();
      expect(await all()).toEqual([]);
    });
    it('gives the last event of all, whatever its stream', async () => {
      await on.log.append('case-2', 'none', someEvents(2));
      await on.log.append('case-1', 'none', someEvents(1));
      expect(await on.log.last()).toEqual((await on.log.readAll()).at(-1)?.event);
      expect((await on.log.last())?.stream).toBe('case-1');
    });
    it('gives one total order that holds each stream in its own', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => on.log.append(`case-${n}`, 'none', someEvents(1 + (n % 4)))),
      );
      const events = await on.log.readAll();
      expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index));
      const next = new Map<string, number>();
      for (const { event } of events) {
        expect(event.revision).toBe(next.get(event.stream) ?? 0);
        next.set(event.stream, event.revision + 1);
      }
      expect(await on.log.head()).toBe(events.at(-1)?.position);
    });
    it('keeps that order for ever', async () => {
      await on.log.append('case-1', 'none', someEvents(3));
      const before = await on.log.readAll();
      await on.log.append('case-0', 'none', someEvents(3));
      expect((await on.log.readAll()).slice(0, 3)).toEqual(before);
    });
    it('gives the same event as its stream does', async () => {
      await on.log.append('case-1', 'none', someEvents(2));
      expect((await on.log.readAll()).map(({ event }) => event)).toEqual(await on.log.read('case-1'));
    });
    it('goes on after a position', async () => {
      await on.log.append('case-1', 'none', someEvents(5));
      expect(await all({ after: at(1) })).toEqual([2, 3, 4]);
      expect(await all({ after: at(4) })).toEqual([]);
      expect(await all({ after: at(99) })).toEqual([]);
    });
    it('stops at a limit', async () => {
      await on.log.append('case-1', 'none', someEvents(5));
      expect(await all({ limit: 2 })).toEqual([0, 1]);
      expect(await all({ after: at(1), limit: 2 })).toEqual([2, 3]);
      expect(await all({ limit: 0 })).toEqual([]);
      await expect(on.log.readAll({ limit: -1 })).rejects.toThrow(RangeError);
    });
    it('gives some types only, and counts those for the limit', async () => {
      const types = ['A', 'B', 'C', 'A', 'B', 'C', 'A'];
      await on.log.append(
        'case-1',
        'none',
        types.map((type) => anEvent({ type })),
      );
      expect(await all({ types: ['A'] })).toEqual([0, 3, 6]);
      expect(await all({ types: ['C', 'A'], after: at(0), limit: 2 })).toEqual([2, 3]);
      expect(await all({ types: ['D'] })).toEqual([]);
      expect(await all({ types: [] })).toEqual([]);
    });
    it('pages to the same whole', async () => {
      await on.log.append('case-1', 'none', someEvents(23));
      const pages: number[] = [];
      for (let after: Position | undefined; ;) {
        const page = await on.log.readAll({ ...(after === undefined ? {} : { after }), limit: 5 });
        if (page.length === 0) break;
        pages.push(...page.map(({ position }) => position));
        after = page.at(-1)?.position;
      }
      expect(pages).toEqual(await all());
    });
  });
}
