import { NestFactory } from '@nestjs/core';
import { closeStores, openStores } from '@srd/adapters/stores';
import { ApplicationModule, Daily, Engine } from '@srd/application';
import type { Instant, RecordedEvent } from '@srd/kernel';
import { tableOf } from '@srd/runtime';
import { views } from '@srd/views';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { open, place, start } from './built';

const where = place();

beforeAll(() => start(where));

/** One start of the application over the built demonstration, with the daily job run so many times. */
async function daysPass(until: string, times: number): Promise<readonly number[]> {
  const stores = openStores({ mode: 'demo', ...where });
  const app = await NestFactory.createApplicationContext(ApplicationModule.over(stores, { mode: 'demo' }), {
    logger: ['error'],
  });
  await app.get(Engine).start();
  await app.get(Daily).moveTo(until as Instant);
  const again: number[] = [];
  for (let run = 0; run < times; run++) again.push(await app.get(Daily).run());
  await app.get(Engine).stop();
  await app.close();
  await closeStores(stores);
  return again;
}

const passings = (events: readonly RecordedEvent[]): readonly string[] =>
  events
    .filter(({ type }) => type === 'DeadlinePassed')
    .map(({ stream, data }) => `${stream} ${String(data['deadline'])}`);

describe('time that passes', () => {
  it('R73 trap 9: puts each deadline on record once, whatever runs twice or starts again', async () => {
    expect(await daysPass('2024-09-20T01:00:00.000Z', 2)).toEqual([0, 0]);
    expect(await daysPass('2024-09-20T01:00:00.000Z', 1)).toEqual([0]);
    const built = await open(where);
    const passed = passings(built.events);
    expect(passed.length).toBeGreaterThan(3);
    expect(new Set(passed).size).toBe(passed.length);
    const causes = built.events.filter(({ type }) => type === 'DeadlinePassed');
    expect(causes.every(({ actor }) => actor === 'system:daily')).toBe(true);
    await built.close();
  });
});

describe('read models that are lost', () => {
  it('R101 are built again, and no reaction records anything a second time', async () => {
    const before = await open(where);
    before.stores.views.prepare(views.map(tableOf));
    const rows = before.stores.views.list('cases', { limit: 1_000 }).rows;
    await before.close();
    for (const end of ['', '-wal', '-shm']) rmSync(join(where.dataDir, `views.sqlite${end}`), { force: true });
    await daysPass('2024-09-20T01:00:00.000Z', 1);
    const after = await open(where);
    expect(after.events).toEqual(before.events);
    after.stores.views.prepare(views.map(tableOf));
    expect(after.stores.views.list('cases', { limit: 1_000 }).rows).toEqual(rows);
    await after.close();
  });
});

describe('a person who is forgotten', () => {
  it('R101 leaves every event and every replayed state as they were', async () => {
    const before = await open(where);
    const people = [...new Set(before.events.flatMap(({ data }) => JSON.stringify(data).match(/p-[a-z0-9-]+/g) ?? []))];
    const known = await before.stores.persons.get(people);
    expect(known.size).toBeGreaterThan(10);
    const states = new Map<string, string>();
    for (const stream of before.streams) states.set(stream, JSON.stringify(await before.replay(stream)));
    for (const id of known.keys()) await before.stores.persons.forget(id);
    await before.close();

    const after = await open(where);
    expect((await after.stores.persons.get(people)).size).toBe(0);
    expect(after.events).toEqual(before.events);
    for (const stream of after.streams) expect(JSON.stringify(await after.replay(stream))).toBe(states.get(stream));
    await after.close();
  });
});
