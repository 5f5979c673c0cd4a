import { memoryEventLog } from '@srd/adapters/memory';
import { compareLogs, copyLog, LogsDiffer, type EventLog, type NewEvent } from '@srd/runtime';
import { anEvent, someEvents } from './an-event';

describe('copying a log and comparing two', () => {
  /** More than a page, in streams that take turns. */
  async function filled(log: EventLog = memoryEventLog(), events: readonly NewEvent[] = someEvents(700)) {
    for (const [n, event] of events.entries()) {
      const revision = Math.floor(n / 3) - 1;
      await log.append(`case-${n % 3}`, revision < 0 ? 'none' : revision, [event]);
    }
    return log;
  }

  it('finds two logs alike, and tells how far it is', async () => {
    const one = await filled();
    const other = memoryEventLog();
    const [copied, compared]: [number[], number[]] = [[], []];
    expect(await copyLog(one, other, (events) => void copied.push(events))).toBe(700);
    expect(await compareLogs(one, other, (events) => void compared.push(events))).toBe(700);
    expect(copied.at(-1)).toBe(700);
    expect(compared).toEqual([500, 700]);
    expect(await other.readAll()).toEqual(await one.readAll());
  });

  const events = someEvents(40);
  it.each([
    ['an event missing at the end', events.slice(0, 39), 39, '缺这一条'],
    ['an event more', [...events, anEvent()], 40, '多出一条'],
    ['a byte of data changed', events.with(20, { ...events[20]!, data: { n: 21 } }), 20, '内容不同'],
    ['another actor', events.with(7, { ...events[7]!, actor: 'officer-2' }), 7, '内容不同'],
    ['another salt', events.with(8, { ...events[8]!, salt: '00'.repeat(16) }), 8, '内容不同'],
  ])('finds %s', async (_, others, position, reason) => {
    const found = compareLogs(await filled(undefined, events), await filled(undefined, others));
    await expect(found).rejects.toBeInstanceOf(LogsDiffer);
    await expect(found).rejects.toMatchObject({ position, message: expect.stringContaining(reason) as string });
  });

  it('writes nothing behind a difference, nor where more stands already', async () => {
    const one = await filled(undefined, events);
    const other = await filled(undefined, events.slice(0, 20).with(5, anEvent()));
    await expect(copyLog(one, other)).rejects.toMatchObject({ position: 5 });
    expect(await other.head()).toBe(19);
    const longer = await filled(undefined, [...events, anEvent()]);
    await expect(copyLog(one, longer)).rejects.toMatchObject({ position: 40 });
  });
});
