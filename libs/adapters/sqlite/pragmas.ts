import { BUSY_TIMEOUT, scalar, type Driver, type Value } from './driver';

/**
 * What each connection of the event log runs with. `synchronous=FULL` is what makes an acknowledgement durable: WAL alone
 * doesn't, and no kill test can tell, because the page cache outlives the process.
 */
const EVENT_LOG: readonly (readonly [name: string, value: string, reads: Value])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['recursive_triggers', 'ON', 1],
  ['busy_timeout', String(BUSY_TIMEOUT), BUSY_TIMEOUT],
  // 32 MB of write-ahead log between two checkpoints: ids are random, so the same index pages change again and again, and each
  // checkpoint writes every changed page once however often it changed. A fifth less time per append than with the default of 4 MB.
  ['wal_autocheckpoint', '8192', 8192],
];

/** Sets the pragmas of the event log and reads each of them back. @throws Error naming the one that didn't take */
export function harden(driver: Driver): void {
  for (const [name, value] of EVENT_LOG) driver.exec(`PRAGMA ${name} = ${value}`);
  assertHardened(driver);
}

/** The same for somebody else's reader, which takes the journal as it finds it: a backup is one file without a log beside it. */
export function hardenReader(driver: Driver): void {
  const pragmas = EVENT_LOG.filter(([name]) => name !== 'journal_mode');
  for (const [name, value] of pragmas) driver.exec(`PRAGMA ${name} = ${value}`);
  assertHardened(driver, pragmas);
}

/** @throws Error naming the first pragma that isn't what the event log needs */
export function assertHardened(driver: Driver, pragmas = EVENT_LOG): void {
  for (const [name, , reads] of pragmas) {
    const actual = scalar(driver, `PRAGMA ${name}`);
    if (actual !== reads)
      throw new Error(`PRAGMA ${name} 应为 ${String(reads)}，实为 ${String(actual)}：拒绝打开事件库`);
  }
}
