import { closeSync, openSync } from 'node:fs';
import { fromHex } from '@srd/kernel';
import type { Checkpoint, CheckpointEntry, Leaf, Position, Taker, TreeStore } from '@srd/runtime';
import { connect, scalar, type Driver, type Row } from './driver';
import { harden } from './pragmas';

/** `srdt` in ASCII. */
const APPLICATION_ID = 0x73726474;
const VERSION = 1;

const SCHEMA = `
CREATE TABLE leaves (
  idx      INTEGER PRIMARY KEY CHECK (idx >= 0),
  stream   TEXT NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash     BLOB NOT NULL,
  UNIQUE (stream, revision)
) STRICT;
CREATE TABLE nodes (level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoints (size INTEGER PRIMARY KEY CHECK (size >= 0), root BLOB NOT NULL, note TEXT NOT NULL, witnessed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX witnessed_checkpoints ON checkpoints (size) WHERE witnessed = 1;
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${VERSION};
`;
/** Number of the last entry that other nodes made known; one row at most. */
const TAKEN =
  'CREATE TABLE IF NOT EXISTS taken (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL) STRICT';
/** A checkpoint counts from when its leaves stand. */
const STANDS = 'size <= (SELECT coalesce(max(idx) + 1, 0) FROM leaves)';

/**
 * The log's tree in one SQLite file beside the events. Level 0 of the tree stands in `leaves`, the rest in `nodes`. Synced with each
 * commit, for a checkpoint that was published must not be forgotten.
 * @throws Error for a file of somebody else or of another version
 */
export function openSqliteTree(file: string): TreeStore & { readonly entries: Taker<CheckpointEntry> } {
  closeSync(openSync(file, 'a', 0o600));
  const driver = connect(file);
  try {
    harden(driver);
    if (scalar(driver, 'SELECT count(*) FROM sqlite_schema') === 0) driver.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    if (scalar(driver, 'PRAGMA application_id') !== APPLICATION_ID) throw new Error(`不是本系统的检查点文件：${file}`);
    if (scalar(driver, 'PRAGMA user_version') !== VERSION) throw new Error(`检查点文件 ${file} 的格式版本不符`);
    driver.exec(TAKEN);
  } catch (error) {
    driver.close();
    throw error;
  }
  return treeOn(driver);
}

function treeOn(driver: Driver): TreeStore & { readonly entries: Taker<CheckpointEntry> } {
  const size = driver.prepare('SELECT coalesce(max(idx) + 1, 0) FROM leaves');
  const last = driver.prepare('SELECT position FROM leaves ORDER BY idx DESC LIMIT 1');
  const indexOf = driver.prepare('SELECT idx FROM leaves WHERE stream = ? AND revision = ?');
  const leaves = driver.prepare(
    'SELECT stream, revision, position, hash FROM leaves WHERE idx >= ? ORDER BY idx LIMIT ?',
  );
  const leafHash = driver.prepare('SELECT hash FROM leaves WHERE idx = ?');
  const node = driver.prepare('SELECT hash FROM nodes WHERE level = ? AND idx = ?');
  const addLeaf = driver.prepare('INSERT INTO leaves VALUES (?, ?, ?, ?, ?)');
  const addNode = driver.prepare('INSERT INTO nodes VALUES (?, ?, ?)');
  const addCheckpoint = driver.prepare('INSERT INTO checkpoints (size, root, note) VALUES (?, ?, ?)');
  const addOnce = driver.prepare('INSERT OR IGNORE INTO checkpoints (size, root, note) VALUES (?, ?, ?)');
  const cosign = driver.prepare('UPDATE checkpoints SET note = ?, witnessed = 1 WHERE size = ?');
  const select = 'SELECT size, root, note FROM checkpoints';
  const latest = driver.prepare(`${select} WHERE ${STANDS} ORDER BY size DESC LIMIT 1`);
  const announced = driver.prepare(`${select} ORDER BY size DESC LIMIT 1`);
  const witnessed = driver.prepare(`${select} WHERE witnessed = 1 AND ${STANDS} ORDER BY size DESC LIMIT 1`);
  const covering = driver.prepare(`${select} WHERE size > ? AND ${STANDS} ORDER BY size LIMIT 1`);
  const next = driver.prepare(`${select} WHERE size > ? ORDER BY size LIMIT 1000`);
  const within = (work: () => void): void => {
    driver.exec('BEGIN IMMEDIATE');
    try {
      work();
      driver.exec('COMMIT');
    } catch (error) {
      if (driver.inTransaction()) driver.exec('ROLLBACK');
      throw error;
    }
  };
  const sizeNow = (): number => Number(size.get()?.[0] ?? 0);
  const taken = driver.prepare('SELECT number FROM taken');
  const take = driver.prepare('INSERT INTO taken VALUES (1, ?) ON CONFLICT DO UPDATE SET number = excluded.number');
  const entries: Taker<CheckpointEntry> = {
    taken: () => Number(taken.get()?.[0] ?? -1),
    take(entry, number) {
      within(() => {
        const { size: at, note } = entry;
        if (entry.kind === 'cosigned') cosign.run(note, at);
        else addOnce.run(at, fromHex(entry.root), note);
        take.run(number);
      });
    },
  };
  return {
    entries,
    size: sizeNow,
    lastPosition: () => last.get()?.[0] as Position | undefined,
    indexOf: (stream, revision) => indexOf.get(stream, revision)?.[0] as number | undefined,
    leaves: (from, limit) =>
      leaves.all(from, limit).map((row) => {
        const [stream, revision, position, hash] = row as [string, number, Position, Uint8Array];
        return { stream, revision, position, hash };
      }),
    node: (level, index) => (level === 0 ? leafHash.get(index) : node.get(level, index))?.[0] as Uint8Array | undefined,
    extend(added: readonly Leaf[], nodes, checkpoint) {
      within(() => {
        let index = sizeNow();
        for (const { stream, revision, position, hash } of added)
          addLeaf.run(index++, stream, revision, position, hash);
        for (const { level, index: at, hash } of nodes) if (level > 0) addNode.run(level, at, hash);
        if (checkpoint) addCheckpoint.run(checkpoint.size, checkpoint.root, checkpoint.note);
      });
    },
    cosigned: (at, note) => cosign.run(note, at),
    latest: () => checkpointOf(latest.get()),
    announced: () => checkpointOf(announced.get()),
    latestWitnessed: () => checkpointOf(witnessed.get()),
    covering: (index) => checkpointOf(covering.get(index)),
    *checkpoints() {
      for (let after = -1; ;) {
        const rows = next.all(after);
        for (const row of rows) {
          const checkpoint = checkpointOf(row)!;
          after = checkpoint.size;
          yield checkpoint;
        }
        if (rows.length < 1000) return;
      }
    },
    forgetLeaves: () => within(() => driver.exec('DELETE FROM leaves; DELETE FROM nodes;')),
    close: () => driver.close(),
  };
}

function checkpointOf(row: Row | undefined): Checkpoint | undefined {
  if (!row) return undefined;
  const [size, root, note] = row as [number, Uint8Array, string];
  return { size, root, note };
}
