import { mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { connect, scalar, SQLITE_BUSY, sqliteCode, type Driver } from './driver';

/** The file belongs to another process that is running. */
export class FileInUse extends Error {
  constructor(
    readonly file: string,
    readonly pid: number | undefined,
  ) {
    const holder = pid === undefined ? '另一个进程' : `进程 ${pid}`;
    super(`事件库文件 ${file} 正由${holder}使用，一个文件只能由一个进程写入。请先停止那个进程，或换用另一个数据目录。`);
    this.name = 'FileInUse';
  }
}

/** statfs types on which file locks and syncs can't be relied on. */
const NETWORK = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x00c36400, 'Ceph'],
]);

/** @throws Error when the directory lies on a network file system */
export function refuseNetworkFileSystem(directory: string, type = statfsSync(directory).type): void {
  const name = NETWORK.get(type >>> 0);
  if (name) throw new Error(`目录 ${directory} 在网络文件系统（${name}）上：锁和落盘都不可靠，请改用本机磁盘`);
}

/**
 * Takes the right to write a file, for as long as the process lives or until `release`. It is SQLite's write lock on a small
 * database beside the file: it dies with the process, however that dies, while readers of the file itself (a backup, the
 * verifier) aren't kept out, as locking_mode=EXCLUSIVE would. The holder's pid stands in it, readable under the lock.
 * @throws FileInUse
 */
export function lockFile(file: string): { release(): void } {
  mkdirSync(path.dirname(file), { recursive: true });
  refuseNetworkFileSystem(path.dirname(file));
  let lock: Driver | undefined;
  try {
    lock = connect(`${file}.lock`);
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA synchronous = OFF; PRAGMA journal_mode = DELETE;');
    lock.exec('BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL) STRICT; DELETE FROM holder;');
    lock.exec(`INSERT INTO holder VALUES (${process.pid}); COMMIT;`);
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const pid = lock && holderOf(lock);
    lock?.close();
    if (sqliteCode(error) === SQLITE_BUSY) throw new FileInUse(file, pid);
    throw error;
  }
  const held = lock;
  return { release: () => held.close() };
}

function holderOf(lock: Driver): number | undefined {
  try {
    if (lock.inTransaction()) lock.exec('ROLLBACK');
    const pid = scalar(lock, 'SELECT pid FROM holder');
    return typeof pid === 'number' ? pid : undefined;
  } catch {
    return undefined;
  }
}
