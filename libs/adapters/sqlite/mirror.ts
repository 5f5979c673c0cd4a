import { closeSync, openSync } from 'node:fs';
import { MirrorBroken, type LogMirror, type Mirrored } from '@srd/runtime';
import { connect, sqliteCode, type Driver } from './driver';
import { EventReader } from './event-reader';
import { insertInto, Standings } from './event-standings';
import { lockFile } from './file-lock';
import { harden } from './pragmas';
import { migrate } from './schema';

/** How far the mirror was filled; one row at most. */
const REACHED =
  'CREATE TABLE IF NOT EXISTS reached (one INTEGER PRIMARY KEY CHECK (one = 1), place TEXT NOT NULL) STRICT';

/**
 * The mirror of a log in a SQLite file with the event log's own table. It isn't synced at every step: what a power cut takes from
 * its end, the log gives again.
 * @throws FileInUse when another process has it; Error for a wrong file, version, setting or file system
 */
export function openSqliteMirror(file: string): LogMirror {
  const lock = lockFile(file);
  let driver: Driver | undefined;
  try {
    closeSync(openSync(file, 'a', 0o600));
    driver = connect(file);
    harden(driver);
    driver.exec('PRAGMA synchronous = NORMAL');
    migrate(driver, file);
    driver.exec(REACHED);
    return mirrorOn(driver, () => lock.release());
  } catch (error) {
    driver?.close();
    lock.release();
    throw error;
  }
}

function mirrorOn(driver: Driver, release: () => void): LogMirror {
  const events = new EventReader(driver);
  const standings = new Standings(driver);
  const begin = driver.prepare('BEGIN IMMEDIATE');
  const commit = driver.prepare('COMMIT');
  const insert = insertInto(driver);
  const keep = driver.prepare(
    'INSERT INTO reached VALUES (1, ?) ON CONFLICT DO UPDATE SET place = excluded.place WHERE place <> excluded.place',
  );
  const reached = driver.prepare('SELECT place FROM reached');
  let closed = false;

  const write = ({ stream, revision, content }: Mirrored, position: number): void => {
    const head = standings.headOf(stream);
    const next = head === 'none' ? 0 : head + 1;
    if (revision !== next) throw new MirrorBroken(`${stream} 应从版本 ${next} 继续，收到的是版本 ${revision}`);
    try {
      insert(position, stream, revision, content);
    } catch (error) {
      if (sqliteCode(error) !== SQLITE_CONSTRAINT) throw error;
      throw new MirrorBroken(`${stream}@${revision} 的事件标识 ${content.id} 已被使用`);
    }
  };
  return {
    reached: () => reached.get()?.[0] as string | undefined,
    take(taken, place) {
      begin.run();
      try {
        let position = (events.head() ?? -1) + 1;
        for (const event of taken) write(event, position++);
        keep.run(place);
        commit.run();
      } catch (error) {
        if (driver.inTransaction()) driver.exec('ROLLBACK');
        throw error;
      }
    },
    headOf: (stream) => standings.headOf(stream),
    find: (id) => standings.find(id),
    read: (stream, options) => events.read(stream, options),
    readAll: (options) => events.readAll(options),
    head: () => events.head(),
    last: () => events.last(),
    close() {
      if (closed) return;
      closed = true;
      driver.close();
      release();
    },
  };
}

const SQLITE_CONSTRAINT = 19;
