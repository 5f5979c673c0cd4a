import { DatabaseSync } from 'node:sqlite';
import { cpSync, openSync, readSync, closeSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { eventsFile, checkpointsFile } from '@srd/adapters/stores';
import { readSqliteEventLog } from '@srd/adapters/sqlite';
import { LogForged } from '@srd/application';
import { grow, newPlace, tamper, withKeeper, type LogPlace } from './ledger';

/** Random places of each class for a log of each size: with every test run a few, with `npm run tamper` so many on each. */
const ASKED = Number(process.env['TAMPER_ROUNDS'] ?? 0);
if (ASKED > 0) jest.setTimeout(3_600_000);
const SIZES = [1, 2, 3, 7, 8, 9, 1000];
const ROUNDS = ASKED || 2;

/** A small generator of its own, so that a seed tells the whole run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const seed = Number(process.env['TAMPER_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const random = randomOf(seed);

function copyOf(place: LogPlace): LogPlace {
  const copy = newPlace();
  cpSync(place.dataDir, copy.dataDir, { recursive: true });
  cpSync(place.keyDir, copy.keyDir, { recursive: true });
  return copy;
}

function forget({ dataDir }: LogPlace): void {
  rmSync(join(dataDir, '..'), { recursive: true });
}

async function refusal(place: LogPlace): Promise<LogForged | undefined> {
  try {
    await withKeeper(place, () => undefined);
    return undefined;
  } catch (error) {
    if (error instanceof LogForged) return error;
    throw error;
  }
}

/** What is done to the file of events, to that of the tree beside it, and the leaf from which the log is another one. */
interface Forgery {
  readonly sql: string;
  readonly tree?: string;
  readonly leaf: number;
}

/** Each class with the leaf from which the log is another one. */
const classes: Readonly<Record<string, (at: number, size: number) => Forgery | undefined>> = {
  content: (at) => ({ sql: `UPDATE events SET data = '{"forged":${at}}' WHERE position = ${at}`, leaf: at }),
  metadata: (at) => ({
    sql: `UPDATE events SET meta = '{"basedOn":[],"causation":null,"correlation":"forged"}' WHERE position = ${at}`,
    leaf: at,
  }),
  time: (at) => ({ sql: `UPDATE events SET at = '2023-07-10T01:00:00.001Z' WHERE position = ${at}`, leaf: at }),
  actor: (at) => ({ sql: `UPDATE events SET actor = 'officer-2' WHERE position = ${at}`, leaf: at }),
  salt: (at) => ({ sql: `UPDATE events SET salt = '${'ab'.repeat(16)}' WHERE position = ${at}`, leaf: at }),
  'another type': (at) => ({ sql: `UPDATE events SET type = 'NothingHappened' WHERE position = ${at}`, leaf: at }),
  deletion: (at) => ({ sql: `DELETE FROM events WHERE position = ${at}`, leaf: at }),
  // Everything but the keys is put back as it was then: what the signer remembers tells.
  'an old backup': (at) => ({
    sql: `DELETE FROM events WHERE position >= ${at}`,
    tree: `DELETE FROM leaves WHERE idx >= ${at}; DELETE FROM nodes WHERE (idx + 1) << level > ${at};
           DELETE FROM checkpoints WHERE size > ${at}`,
    leaf: at,
  }),
  'a tree told anew without the key': (at, size) => ({
    sql: `UPDATE events SET actor = 'officer-3' WHERE position = ${at}`,
    tree: `DELETE FROM leaves; DELETE FROM nodes; DELETE FROM checkpoints WHERE size < ${size}`,
    leaf: 0,
  }),
  truncation: (at) => ({ sql: `DELETE FROM events WHERE position >= ${at}`, leaf: at }),
  swap: (at, size) => {
    if (at + 1 >= size) return undefined;
    const move = (from: number, to: number): string => `UPDATE events SET position = ${to} WHERE position = ${from};`;
    return { sql: move(at, -1) + move(at + 1, at) + move(-1, at + 1), leaf: at };
  },
  insertion: (at, size) => ({
    sql: `UPDATE events SET position = -position - 2 WHERE position >= ${at};
          UPDATE events SET position = -position - 1 WHERE position < 0;
          INSERT INTO events SELECT ${at}, 'case-9', 0, '00000000-0000-4000-8000-00000000000${size % 10}', type, version, at, actor, salt,
          meta, data FROM events LIMIT 1`,
    leaf: at,
  }),
};

describe(`the event log's file in the hands of somebody who has no key (seed ${seed})`, () => {
  const places = new Map<number, LogPlace>();
  beforeAll(async () => {
    for (const size of SIZES) {
      const place = newPlace();
      await grow(place, size);
      places.set(size, place);
    }
  });

  describe.each(SIZES)('T11 T13 of %i events', (size) => {
    it.each(Object.keys(classes))('shows %s, and names the first leaf that is another one', async (name) => {
      for (let round = 0; round < ROUNDS; round++) {
        const at = random(size);
        const forgery = classes[name]?.(at, size);
        if (!forgery) continue;
        const forged = copyOf(places.get(size) as LogPlace);
        tamper(forged, 'PRAGMA ignore_check_constraints = ON', forgery.sql);
        if (forgery.tree !== undefined) tamperHashes(forged, forgery.tree);
        const said = await refusal(forged);
        expect([name, at, said?.leaf]).toEqual([name, at, forgery.leaf]);
        forget(forged);
      }
    });
  });

  it('T11 is not deceived by bytes that are flipped in the file: it refuses, or nothing was changed', async () => {
    const place = places.get(1000) as LogPlace;
    const read = async (of: LogPlace): Promise<string> => {
      const reader = readSqliteEventLog(eventsFile(of.dataDir));
      try {
        // Each event as it was recorded, in its order; the number of its row is the store's own.
        return JSON.stringify((await reader.readAll()).map(({ event, kept }) => [event, kept]));
      } finally {
        await reader.close();
      }
    };
    const original = await read(place);
    for (let round = 0; round < (ASKED || 20); round++) {
      const flipped = copyOf(place);
      const file = eventsFile(flipped.dataDir);
      const descriptor = openSync(file, 'r+');
      const at = 100 + random(statSync(file).size - 100);
      const byte = Buffer.alloc(1);
      readSync(descriptor, byte, 0, 1, at);
      writeSync(descriptor, Buffer.of(byte[0]! ^ (1 << random(8))), 0, 1, at);
      closeSync(descriptor);
      // Undefined where SQLite itself can't read the file, or the keeper refused it.
      const text = await withKeeper(flipped, () => read(flipped)).catch(() => undefined);
      if (text !== undefined && text !== original) throw new Error(`a bit at ${at} changed an event unseen`);
      forget(flipped);
    }
  });

  it('T11 finds a forged file of hashes beside the right events no reason to refuse, and a forged note one', async () => {
    const place = copyOf(places.get(9) as LogPlace);
    tamperHashes(place, `UPDATE nodes SET hash = zeroblob(32)`);
    expect(await refusal(place)).toBeUndefined();
    tamperHashes(
      place,
      `UPDATE checkpoints SET note = replace(note, char(10) || '9' || char(10), char(10) || '8' || char(10))`,
    );
    expect((await refusal(place))?.code).toBe('NOTE_REFUSED');
  });

  it('raises no false alarm on clean ones', async () => {
    for (let round = 0; round < Math.max(SIZES.length, 5 * ASKED); round++) {
      const clean = copyOf(places.get(SIZES[round % SIZES.length] as number) as LogPlace);
      expect(await refusal(clean)).toBeUndefined();
      forget(clean);
    }
  });
});

function tamperHashes({ dataDir }: LogPlace, statement: string): void {
  const database = new DatabaseSync(checkpointsFile(dataDir));
  database.exec(statement);
  database.close();
}
