import { LogUnavailable, type Position } from '@srd/runtime';
import { anEvent, someEvents } from './an-event';
import type { UnderTest } from './log-under-test';

/** Catching up, then live: each event once and in order. */
export function subscribeCases(on: UnderTest): void {
  const until = async (met: () => boolean): Promise<void> => {
    for (const end = Date.now() + 60_000; !met();) {
      if (Date.now() > end) throw new Error('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const upTo = (count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n);

  it('has caught up at once with an empty log', async () => {
    const subscription = on.log.subscribe({}, () => undefined);
    await subscription.caughtUp;
    await subscription.close();
  });
  it('hands over what stands before it has caught up', async () => {
    await on.log.append('case-1', 'none', someEvents(600));
    const seen: number[] = [];
    const subscription = on.log.subscribe({}, ({ position }) => void seen.push(position));
    await subscription.caughtUp;
    expect(seen).toEqual(upTo(600));
    await subscription.close();
  });
  it('hands over what comes', async () => {
    const seen: number[] = [];
    const subscription = on.log.subscribe({}, ({ position }) => void seen.push(position));
    await subscription.caughtUp;
    await on.log.append('case-1', 'none', someEvents(3));
    await until(() => seen.length === 3);
    await on.log.append('case-1', 2, someEvents(2));
    await until(() => seen.length === 5);
    expect(seen).toEqual(upTo(5));
    await subscription.close();
  });
  it('hands over what was read, member for member', async () => {
    await on.log.append('case-1', 'none', [anEvent({ data: { text: '甲\u0000' } })]);
    const seen: unknown[] = [];
    const subscription = on.log.subscribe({}, (event) => void seen.push(event));
    await subscription.caughtUp;
    expect(seen).toEqual(await on.log.readAll());
    await subscription.close();
  });
  it('begins after a position', async () => {
    await on.log.append('case-1', 'none', someEvents(5));
    const seen: number[] = [];
    const subscription = on.log.subscribe({ after: 2 as Position }, ({ position }) => void seen.push(position));
    await subscription.caughtUp;
    expect(seen).toEqual([3, 4]);
    await subscription.close();
  });
  it('hands over some types only, and catches up without any of them', async () => {
    await on.log.append('case-1', 'none', [anEvent({ type: 'A' }), anEvent({ type: 'B' }), anEvent({ type: 'B' })]);
    const seen: number[] = [];
    const subscription = on.log.subscribe({ types: ['A'] }, ({ position }) => void seen.push(position));
    await subscription.caughtUp;
    expect(seen).toEqual([0]);
    await on.log.append('case-1', 2, [anEvent({ type: 'B' }), anEvent({ type: 'A' })]);
    await until(() => seen.length === 2);
    expect(seen).toEqual([0, 4]);
    await subscription.close();
  });
  it('passes from catching up to live with writers running: no gap, no double', async () => {
    await on.log.append('case-0', 'none', someEvents(400));
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 40; n++) {
        await on.log.append(`case-w${writer}`, n === 0 ? 'none' : n - 1, [anEvent()]);
        if (n % 7 === writer % 7) await new Promise((resolve) => setImmediate(resolve));
      }
    });
    const seen: number[] = [];
    const subscription = on.log.subscribe({}, ({ position }) => void seen.push(position));
    await Promise.all(writers);
    await until(() => seen.length >= 720);
    expect(seen).toEqual(upTo(720));
    await subscription.close();
  });
  it('waits for a handler before it hands over the next', async () => {
    await on.log.append('case-1', 'none', someEvents(5));
    let running = 0;
    let most = 0;
    const subscription = on.log.subscribe({}, async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
    });
    await subscription.caughtUp;
    expect(most).toBe(1);
    await subscription.close();
  });
  it('a slow one holds up neither writers nor others', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = on.log.subscribe({}, () => gate.promise);
    let seen = 0;
    const quick = on.log.subscribe({}, () => void seen++);
    await on.log.append('case-1', 'none', someEvents(3));
    await until(() => seen === 3);
    gate.resolve();
    await Promise.all([slow.close(), quick.close()]);
  });
  it('runs no handler after it was closed', async () => {
    await on.log.append('case-1', 'none', someEvents(500));
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    let seen = 0;
    const subscription = on.log.subscribe({}, async () => {
      if (++seen < 5) return;
      reached.resolve();
      await gate.promise;
    });
    await reached.promise;
    let closed = false;
    const closing = subscription.close().then(() => (closed = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    gate.resolve();
    await closing;
    await on.log.append('case-2', 'none', someEvents(3));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toBe(5);
    await expect(subscription.caughtUp).rejects.toThrow(LogUnavailable);
    await subscription.ended;
  });
  it('may be closed twice', async () => {
    const subscription = on.log.subscribe({}, () => undefined);
    await Promise.all([subscription.close(), subscription.close()]);
  });
  it('goes on where an earlier one stopped, over many cancellations with a writer running', async () => {
    let writing = true;
    const writer = (async () => {
      for (let n = 0; n < 300; n++) await on.log.append('case-1', n === 0 ? 'none' : n - 1, [anEvent()]);
      writing = false;
    })();
    const seen: number[] = [];
    while (writing || seen.length < 300) {
      const after = seen.at(-1) as Position | undefined;
      const subscription = on.log.subscribe(after === undefined ? {} : { after }, async ({ position }) => {
        seen.push(position);
        if (position % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
      });
      await new Promise((resolve) => setTimeout(resolve, 3));
      await subscription.close();
    }
    await writer;
    expect(seen).toEqual(upTo(300));
  });
  it('a handler that throws ends it and is told, before it has caught up', async () => {
    await on.log.append('case-1', 'none', someEvents(3));
    let seen = 0;
    const subscription = on.log.subscribe({}, () => {
      if (++seen === 2) throw new Error('no further');
    });
    await expect(subscription.caughtUp).rejects.toThrow('no further');
    await expect(subscription.ended).rejects.toThrow('no further');
    expect(seen).toBe(2);
  });
  it('a handler that throws ends it and is told, when it is live', async () => {
    let seen = 0;
    const subscription = on.log.subscribe({}, async () => {
      seen++;
      throw new Error('no further');
    });
    await subscription.caughtUp;
    await on.log.append('case-1', 'none', someEvents(3));
    await expect(subscription.ended).rejects.toThrow('no further');
    expect(seen).toBe(1);
    await subscription.close();
  });
  it('a handler may append', async () => {
    const subscription = on.log.subscribe({ types: ['A'] }, async ({ event }) => {
      await on.log.append(`echo-${String(event.data['n'])}`, 'none', [anEvent({ type: 'B' })]);
    });
    await on.log.append('case-1', 'none', someEvents(5, { type: 'A' }));
    let echoes = 0;
    for (let turn = 0; echoes < 5 && turn < 500; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      echoes = (await on.log.readAll({ types: ['B'] })).length;
    }
    expect(echoes).toBe(5);
    await subscription.close();
  });
}
