import { openEventStore } from '@srd/adapters/eventstoredb';
import { openSqliteMirror } from '@srd/adapters/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { someEvents } from '../contracts/an-event';
import { EventStoreDouble } from './double';

jest.setTimeout(600_000);

/** How much; more by hand, to measure. */
const EVENTS = Number(process.env['SRD_FILL_EVENTS'] ?? 4_000);
const ENTRIES = Number(process.env['SRD_FILL_ENTRIES'] ?? 600);

describe('much at once', () => {
  let server: EventStoreDouble;
  let folder: string;

  beforeEach(async () => {
    server = new EventStoreDouble();
    folder = mkdtempSync(path.join(tmpdir(), 'srd-filling-'));
    await server.start();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const open = (name: string, told?: (events: number, part: number) => void) =>
    openEventStore(server.url, openSqliteMirror(path.join(folder, `${name}.sqlite`)), told);

  it('fills the mirror of a new node while it gets on, and tells how far it is', async () => {
    const writer = await open('writer');
    for (let n = 0; n < EVENTS; n += 400) await writer.log.append(`case-${n}`, 'none', someEvents(400));
    await writer.log.close();
    const told: number[] = [];
    const began = performance.now();
    const node = await open('new', (_, part) => told.push(part));
    const seconds = (performance.now() - began) / 1_000;
    console.info(`${EVENTS} events in ${seconds.toFixed(1)} s, told ${told.length} times`);
    expect(await node.log.head()).toBe(EVENTS - 1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    await node.log.close();
  });

  it('records many entries in few appends, in their order, also when an answer is lost', async () => {
    const node = await open('one');
    const taken: number[] = [];
    const journal = await node.openJournal<number>('things', {
      taken: () => taken.length - 1,
      take: (entry) => void taken.push(entry),
    });
    const entries = Array.from({ length: ENTRIES }, (_, n) => n);
    const began = performance.now();
    for (const entry of entries.slice(0, 100)) await journal.record(entry);
    const each = performance.now() - began;
    server.faults.loseAnswers = 1;
    for (let from = 100; from < ENTRIES; from += 100) await journal.recordAll(entries.slice(from, from + 100));
    const together = performance.now() - began - each;
    console.info(
      `${(each / 100).toFixed(2)} ms for an entry alone, ${(together / (ENTRIES - 100)).toFixed(2)} ms in hundreds`,
    );
    expect(taken).toEqual(entries);
    await node.log.close();
  });
});
