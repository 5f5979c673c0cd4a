import { closeSync, existsSync, openSync } from 'node:fs';
import { LogUnavailable, checkAppend, recordable, recordableStream, Subscriptions } from '@srd/runtime';
import type { EventLog } from '@srd/runtime';
import { connect, type Driver } from './driver';
import { EventReader } from './event-reader';
import { EventWriter } from './event-writer';
import { lockFile } from './file-lock';
import { backupTo, checkIntegrity, type Integrity } from './maintenance';
import { harden, hardenReader } from './pragmas';
import { checkSchema, migrate } from './schema';

/** The event log in one SQLite file, with what its keeper needs. */
export interface SqliteEventLog extends EventLog {
  readonly file: string;
  /** A consistent copy as one file, while appends go on. @throws Error where something stands at `target` already */
  backup(target: string): Promise<void>;
  /** SQLite's own check and the order of positions and revisions. It doesn't show tampering: the checkpoints do. */
  integrity(): Promise<Integrity>;
}

/** What can be read without owning the file. */
export type EventLogReader = Pick<EventLog, 'read' | 'readAll' | 'head' | 'last' | 'close'>;

/**
 * Opens the event log in a file, creating it where there is none, and owns it until `close`.
 * @throws FileInUse when another process has it; Error for a wrong file, version, setting or file system
 */
export function openSqliteEventLog(file: string): SqliteEventLog {
  const lock = lockFile(file);
  let writer: Driver | undefined;
  let reader: Driver | undefined;
  try {
    // The owner's alone, before anything is in it; the files beside it take over its mode.
    closeSync(openSync(file, 'a', 0o600));
    writer = connect(file);
    harden(writer);
    migrate(writer, file);
    // What a process that died left in the write-ahead log may never have been synced, and yet it is read, and a retry of it is
    // answered "stands already". Written back and synced here, it is as durable as any acknowledgement.
    writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    reader = connect(file, { readOnly: true });
    harden(reader);
    return eventLogOn({ file, writer, reader, release: () => lock.release() });
  } catch (error) {
    reader?.close();
    writer?.close();
    lock.release();
    throw error;
  }
}

/** Reads the event log of a file that another process may be writing. @throws Error where there is no event log */
export function readSqliteEventLog(file: string): EventLogReader {
  if (!existsSync(file)) throw new Error(`没有这个事件库文件：${file}`);
  const driver = connect(file, { readOnly: true });
  try {
    checkSchema(driver, file);
    hardenReader(driver);
  } catch (error) {
    driver.close();
    throw error;
  }
  return readerOn(driver);
}

/** The log on connections that are open and prepared; the tests of failures bring their own. */
export function eventLogOn(on: {
  readonly file: string;
  readonly writer: Driver;
  readonly reader: Driver;
  release(): void;
}): SqliteEventLog {
  const events = new EventReader(on.reader);
  const subscriptions = new Subscriptions({
    page: (after, types, limit) =>
      events.readAll({ ...(after === undefined ? {} : { after }), ...(types && { types }), limit }),
    head: () => events.head(),
  });
  const writer = new EventWriter(on.writer, () => subscriptions.wake());
  let closing: Promise<void> | undefined;
  const check = (): void => {
    if (closing) throw new LogUnavailable('事件库已关闭');
  };
  return {
    file: on.file,
    async append(stream, expected, given) {
      check();
      checkAppend(expected, given);
      return writer.append(recordableStream(stream), expected, given.map(recordable));
    },
    async read(stream, options) {
      check();
      return events.read(stream, options);
    },
    async readAll(options) {
      check();
      return events.readAll(options);
    },
    subscribe(options, handler) {
      check();
      return subscriptions.open(options, handler);
    },
    async head() {
      check();
      return events.head();
    },
    asOfNow: (work) => work(),
    async last() {
      check();
      return events.last();
    },
    async backup(target) {
      check();
      await backupTo(on.file, target);
    },
    async integrity() {
      check();
      return checkIntegrity(on.file);
    },
    close() {
      closing ??= (async () => {
        await writer.idle();
        await subscriptions.close();
        on.reader.close();
        on.writer.close();
        on.release();
      })();
      return closing;
    },
  };
}

function readerOn(driver: Driver): EventLogReader {
  const events = new EventReader(driver);
  let closed = false;
  const check = (): void => {
    if (closed) throw new LogUnavailable('事件库已关闭');
  };
  return {
    async read(stream, options) {
      check();
      return events.read(stream, options);
    },
    async readAll(options) {
      check();
      return events.readAll(options);
    },
    async head() {
      check();
      return events.head();
    },
    async last() {
      check();
      return events.last();
    },
    async close() {
      if (!closed) driver.close();
      closed = true;
    },
  };
}
