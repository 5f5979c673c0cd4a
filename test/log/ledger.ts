import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStores, eventsFile, openStores } from '@srd/adapters/stores';
import { LogKeeper } from '@srd/application';
import type { Instant, JsonObject } from '@srd/kernel';
import { derivedId, type NewEvent } from '@srd/runtime';

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A data folder of this test's own, gone when its file is through. */
export function newPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'srd-tamper-'));
  folders.push(folder);
  return { mode: 'serve', dataDir: join(folder, 'data'), keyDir: join(folder, 'keys') } as const;
}

export type LogPlace = ReturnType<typeof newPlace>;

/** An event that may be recorded; number and stream make it what it is. */
export function anEvent(stream: string, number: number, data: JsonObject = { number }): NewEvent {
  return {
    id: derivedId(stream, String(number)),
    type: 'SomethingHappened',
    version: 1,
    at: '2023-07-10T01:00:00.000Z' as Instant,
    actor: 'officer-1',
    meta: { correlation: 'test', causation: null, basedOn: [] },
    salt: derivedId('salt', stream, String(number)).replaceAll('-', ''),
    data,
  };
}

/** Opens the stores with a keeper that follows them, and closes both. */
export async function withKeeper<T>(
  place: LogPlace,
  work: (opened: { stores: ReturnType<typeof openStores>; keeper: LogKeeper }) => Promise<T> | T,
): Promise<T> {
  const stores = openStores(place);
  const keeper = new LogKeeper(stores.log, stores.ledger, stores.hash);
  try {
    await keeper.start();
    return await work({ stores, keeper });
  } finally {
    await keeper.stop();
    await closeStores(stores);
  }
}

/** Appends so many events, one after the other, to a few streams in turn; returns how many stand then. */
export async function grow(place: LogPlace, count: number): Promise<void> {
  await withKeeper(place, async ({ stores: { log } }) => {
    const begun = ((await log.head()) ?? -1) + 1;
    for (let number = begun; number < begun + count; number++) {
      const stream = `case-${number % 3}`;
      const revision = Math.floor(number / 3);
      await log.append(stream, revision === 0 ? 'none' : revision - 1, [anEvent(stream, revision)]);
    }
  });
}

/** What somebody with the file does to it, past the triggers. */
export function tamper({ dataDir }: LogPlace, ...statements: readonly string[]): void {
  const database = new DatabaseSync(eventsFile(dataDir));
  database.exec(
    'DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_removed; DROP TRIGGER events_have_no_gap;',
  );
  for (const statement of statements) database.exec(statement);
  database.close();
}
