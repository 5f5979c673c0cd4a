import { existsSync, fsyncSync, openSync, closeSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

export interface Integrity {
  readonly ok: boolean;
  /** What is wrong, in words for the keeper of the machine. */
  readonly problems: readonly string[];
}

/** Runs in a thread of its own: both jobs read the whole file, and nobody's request waits for that. */
const WORK = `
const { parentPort, workerData } = require('node:worker_threads');
const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(workerData.file, { readOnly: true, timeout: 5000 });
try {
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;');
  parentPort.postMessage(workerData.queries.map(([sql, ...values]) => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement.all(...values);
  }));
} finally {
  database.close();
}
`;

function inThread(file: string, queries: readonly (readonly string[])[]): Promise<unknown[][][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORK, { eval: true, workerData: { file, queries } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('数据库维护线程没有结果就退出了')));
  });
}

/**
 * Copies a database that is in use, as it stands at one moment, into one file without a write-ahead log (never copy the main file by
 * hand: the newest events are in the file beside it). The copy appears under its name when it is whole and synced.
 */
export async function backupTo(file: string, target: string): Promise<void> {
  if (existsSync(target)) throw new Error(`备份目标已存在：${target}`);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    await inThread(file, [['VACUUM INTO ?', partial]]);
    sync(partial);
    renameSync(partial, target);
    sync(path.dirname(target));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** SQLite's check of the whole file, and positions and revisions without a gap. Takes seconds for a million events. */
export async function checkIntegrity(file: string): Promise<Integrity> {
  const [structure = [], positions = [], streams = []] = await inThread(file, [
    ['PRAGMA integrity_check'],
    ['SELECT count(*), coalesce(max(position) + 1, 0) FROM events'],
    ['SELECT stream FROM events GROUP BY stream HAVING count(*) <> max(revision) + 1 LIMIT 10'],
  ]);
  const problems = structure.map(([line]) => String(line)).filter((line) => line !== 'ok');
  const [count, next] = positions[0] ?? [];
  if (count !== next) problems.push(`事件位置不连续：共 ${String(count)} 条，末位应为 ${String(next)}`);
  for (const [stream] of streams) problems.push(`流 ${String(stream)} 的版本号不连续`);
  return { ok: problems.length === 0, problems };
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
