import { scalar, type Driver } from './driver';

/** `srd1` in ASCII: says whose file it is. */
const APPLICATION_ID = 0x73726431;
const SCHEMA_VERSION = 1;

/**
 * One row an event, its members as columns. The triggers are a speed bump and a guard against our own mistakes; tampering by
 * somebody with the file is what the signed checkpoints show.
 */
const SCHEMA = `
CREATE TABLE events (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  stream   TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  id       TEXT NOT NULL UNIQUE,
  type     TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version >= 1),
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  salt     TEXT NOT NULL,
  meta     TEXT NOT NULL,
  data     TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT;
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, '事件只增不改'); END;
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, '事件只增不删'); END;
CREATE TRIGGER events_have_no_gap BEFORE INSERT ON events
  WHEN NEW.position <> (SELECT coalesce(max(position) + 1, 0) FROM events)
  BEGIN SELECT RAISE(ABORT, '事件位置必须连续'); END;
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Creates the schema in an empty file. @throws Error for a file of somebody else or of another version */
export function migrate(driver: Driver, file: string): void {
  const isNew = scalar(driver, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (isNew) driver.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  checkSchema(driver, file);
}

/** @throws Error for a file of somebody else or of another version */
export function checkSchema(driver: Driver, file: string): void {
  if (scalar(driver, 'PRAGMA application_id') !== APPLICATION_ID) throw new Error(`不是本系统的事件库文件：${file}`);
  const version = scalar(driver, 'PRAGMA user_version');
  if (version !== SCHEMA_VERSION)
    throw new Error(`事件库文件 ${file} 的格式版本是 ${String(version)}，本程序只认识 ${SCHEMA_VERSION}`);
}
