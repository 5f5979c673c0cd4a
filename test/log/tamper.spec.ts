import { DatabaseSync } from 'node:sqlite';
import { cpSync, openSync, readSync, closeSync, statSync, writeSync } from 'node:fs';
import { eventsFile, checkpointsFile } from '@srd/adapters/stores';
import { readSqliteEventLog } from '@srd/adapters/sqlite';
import { LogForged } from '@srd/application';
import { grow, newPlace, tamper, withKeeper, type LogPlace } from './ledger';

jest.setTimeout(120_000);

/** So many random places of each class; more of them at night. */
const ROUNDS = Number(process.env['TAMPER_ROUNDS'] ?? 10);
const SIZES = [1, 2, 7, 8, 9, 60];

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

async function refusal(place: LogPlace): Promise<LogForged | undefined> {
  try {
    await withKeeper(place, () => undefined);
    return undefined;
  } catch (error) {
    if (error instanceof LogForged) return error;
    throw error;
  }
}

/** Each class with the leaf from which the log is another one. */
const classes: Readonly<Record<string, (at: number, size: number) => { sql: string; leaf: number } | undefined>> = {
  content: (at) => ({ sql: `UPDATE events SET data = '{"forged":${at}}' WHERE position = ${at}`, leaf: at }),
  metadata: (at) => ({
    sql: `UPDATE events SET meta = '{"basedOn":[],"causation":null,"correlation":"forged"}' WHERE position = ${at}`,
    leaf: at,
  }),
  time: (at) => ({ sql: `UPDATE events SET at = '2023-07-10T01:00:00.001Z' WHERE position = ${at}`, leaf: at }),
  actor: (at) => ({ sql: `UPDATE events SET actor = 'officer-2' WHERE position = ${at}`, leaf: at }),
  'another type': (at) => ({ sql: `UPDATE events SET type = 'NothingHappened' WHERE position = ${at}`, leaf: at }),
  deletion: (at) => ({ sql: `DELETE FROM events WHERE position = ${at}`, leaf: at }),
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

  it.each(Object.keys(classes))('T11 T13 finds each %s, and names the first leaf that is another one', async (name) => {
    for (let round = 0; round < ROUNDS; round++) {
      const size = SIZES[random(SIZES.length)] as number;
      const at = random(size);
      const forgery = classes[name]?.(at, size);
      if (!forgery) continue;
      const forged = copyOf(places.get(size) as LogPlace);
      tamper(forged, 'PRAGMA ignore_check_constraints = ON', forgery.sql);
      const said = await refusal(forged);
      expect([name, size, at, said?.leaf]).toEqual([name, size, at, forgery.leaf]);
    }
  });

  it('T11 is not deceived by bytes that are flipped in the file: it refuses, or nothing was changed', async () => {
    const place = places.get(60) as LogPlace;
    const read = async (of: LogPlace): Promise<string> => {
      const reader = readSqliteEventLog(eventsFile(of.dataDir));
      try {
        return JSON.stringify(await reader.readAll());
      } finally {
        await reader.close();
      }
    };
    const original = await read(place);
    for (let round = 0; round < 2 * ROUNDS; round++) {
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
      if (text !== undefined) expect(text).toBe(original);
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
    for (const size of SIZES) expect(await refusal(copyOf(places.get(size) as LogPlace))).toBeUndefined();
  });
});

function tamperHashes({ dataDir }: LogPlace, statement: string): void {
  const database = new DatabaseSync(checkpointsFile(dataDir));
  database.exec(statement);
  database.close();
}
