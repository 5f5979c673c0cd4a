import { LongWork } from '@srd/application';

describe('long work', () => {
  it('tells how far each piece has come while it runs, and nothing afterwards, whatever came of it', async () => {
    const work = new LongWork();
    const bundle = { kind: 'bundle', by: 'auditor-1', about: { kind: 'case', id: 'c-1' } } as const;
    const done = await work.run(bundle, async (part) => {
      expect(work.items).toEqual([{ ...bundle, step: 'events', done: 0, total: null }]);
      await part('proofs', 7, 9);
      expect(work.items).toEqual([{ ...bundle, step: 'proofs', done: 7, total: 9 }]);
      return 'made';
    });
    expect([done, work.items]).toEqual(['made', []]);
    await expect(work.run(bundle, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(work.items).toEqual([]);
  });

  it('lets others have their turn between its parts', async () => {
    const work = new LongWork();
    let others = 0;
    const timer = setInterval(() => others++, 0);
    await work.run({ kind: 'self-check', by: 'system', about: null }, async (part) => {
      for (let done = 0; done < 2_000; done++) {
        const until = performance.now() + 0.05;
        while (performance.now() < until);
        await part('events', done, 2_000);
      }
    });
    clearInterval(timer);
    expect(others).toBeGreaterThan(3);
  });
});
