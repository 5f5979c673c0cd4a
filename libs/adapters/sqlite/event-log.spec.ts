import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '@srd/runtime';
import { anEvent, someEvents } from '../../../test/contracts/an-event';
import { connect, isRecent, scalar } from './driver';
import { eventLogOn, openSqliteEventLog, readSqliteEventLog } from './event-log';
import { FileInUse, lockFile, refuseNetworkFileSystem } from './file-lock';
import { assertHardened, harden } from './pragmas';
import { migrate } from './schema';
import { scratch, startChild } from '../../../test/contracts/sqlite/run';

describe('the log in a SQLite file', () => {
  let place: ReturnType<typeof scratch>;
  beforeEach(() => {
    place = scratch();
  });
  afterEach(() => place.remove());

  it('runs each connection with the settings that durability rests on', () => {
    for (const readOnly of [false, true]) {
      const driver = connect(place.file, { readOnly });
      harden(driver);
      const read = (name: string): unknown => scalar(driver, `PRAGMA ${name}`);
      expect(read('journal_mode')).toBe('wal');
      expect(read('synchronous')).toBe(2);
      expect(read('foreign_keys')).toBe(1);
      expect(read('trusted_schema')).toBe(0);
      expect(read('cell_size_check')).toBe(1);
      expect(read('mmap_size')).toBe(0);
      expect(Number(read('busy_timeout'))).toBeGreaterThanOrEqual(5000);
      driver.close();
    }
  });
  it.each([
    'synchronous = NORMAL',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'trusted_schema = ON',
    'busy_timeout = 0',
  ])('notices PRAGMA %s', (pragma) => {
    const driver = connect(place.file);
    harden(driver);
    driver.exec(`PRAGMA ${pragma}`);
    expect(() => assertHardened(driver)).toThrow(pragma.split(' ')[0]);
    driver.close();
  });
  it('needs SQLite 3.51.3', () => {
    expect(['3.51.2', '3.50.9', '2.99.9'].map(isRecent)).toEqual([false, false, false]);
    expect(['3.51.3', '3.51.10', '3.53.0', '4.0.0'].map(isRecent)).toEqual([true, true, true, true]);
  });

  it('refuses to change, remove, replace or renumber an event', async () => {
    const log = openSqliteEventLog(place.file);
    await log.append('case-1', 'none', someEvents(2));
    await log.close();
    const database = new DatabaseSync(place.file);
    expect(() => database.exec("UPDATE events SET data = '{}'")).toThrow('事件只增不改');
    expect(() => database.exec('DELETE FROM events')).toThrow('事件只增不删');
    const columns = 'revision, id, type, version, at, actor, salt, meta, data FROM events WHERE position = 0';
    expect(() => database.exec(`INSERT OR REPLACE INTO events SELECT 0, stream, ${columns}`)).toThrow(
      '事件位置必须连续',
    );
    expect(() => database.exec(`INSERT INTO events SELECT 9, 'x', ${columns}`)).toThrow('事件位置必须连续');
    expect(() =>
      database.exec(`INSERT INTO events SELECT 2, 'x', 'no number', id || 'x', ${columns.slice(14)}`),
    ).toThrow();
    expect(database.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: 2 });
    database.close();
  });
  it('keeps its events and its place over being opened again', async () => {
    const first = openSqliteEventLog(place.file);
    await first.append('case-1', 'none', someEvents(3));
    const before = await first.readAll();
    await first.close();
    const second = openSqliteEventLog(place.file);
    expect(await second.readAll()).toEqual(before);
    expect(await second.append('case-1', 2, [anEvent()])).toEqual({ revision: 3, position: 3, repeated: false });
    await second.close();
  });
  it('is readable by its owner alone', async () => {
    const log = openSqliteEventLog(place.file);
    await log.append('case-1', 'none', [anEvent()]);
    for (const name of readdirSync(place.directory).filter((each) => !each.endsWith('.lock')))
      expect(`${name} ${(statSync(path.join(place.directory, name)).mode & 0o077).toString(8)}`).toBe(`${name} 0`);
    await log.close();
  });
  it('refuses a file of somebody else, and one of another version', async () => {
    new DatabaseSync(place.file).exec('CREATE TABLE other (x)');
    expect(() => openSqliteEventLog(place.file)).toThrow(`不是本系统的事件库文件：${place.file}`);
    const newer = `${place.file}2`;
    await openSqliteEventLog(newer).close();
    new DatabaseSync(newer).exec('PRAGMA user_version = 2');
    expect(() => openSqliteEventLog(newer)).toThrow('格式版本是 2');
    expect(() => readSqliteEventLog(`${place.file}3`)).toThrow('没有这个事件库文件');
  });
  it('refuses a network file system', () => {
    expect(() => refuseNetworkFileSystem('/data', 0x6969)).toThrow('NFS');
    expect(() => refuseNetworkFileSystem('/data', 0xef53)).not.toThrow();
  });

  it('tells a second owner whose the file is, in the same process', async () => {
    const log = openSqliteEventLog(place.file);
    expect(() => openSqliteEventLog(place.file)).toThrow(FileInUse);
    await log.close();
    await openSqliteEventLog(place.file).close();
  });
  it('tells a second process whose the file is, and lets it in when the first is gone, however it went', async () => {
    const child = startChild(place.file, 1, 1_000_000);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    expect(() => lockFile(place.file)).toThrow(`事件库文件 ${place.file} 正由进程 ${child.pid}使用`);
    const reader = readSqliteEventLog(place.file);
    expect(Array.isArray(await reader.readAll({ limit: 1 }))).toBe(true);
    await reader.close();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await openSqliteEventLog(place.file).close();
  });

  it('copies itself while appends go on', async () => {
    const log = openSqliteEventLog(place.file);
    await log.append('case-1', 'none', someEvents(500));
    let writing = true;
    const writer = (async () => {
      for (let n = 499; writing; n++) await log.append('case-1', n, [anEvent()]);
    })();
    const target = path.join(place.directory, 'copy.db');
    await log.backup(target);
    writing = false;
    await writer;
    await expect(log.backup(target)).rejects.toThrow('备份目标已存在');
    expect(readdirSync(place.directory).filter((name) => name.includes('partial'))).toEqual([]);
    const reader = readSqliteEventLog(target);
    const copied = await reader.readAll();
    await reader.close();
    expect(copied.length).toBeGreaterThanOrEqual(500);
    expect(copied).toEqual((await log.readAll()).slice(0, copied.length));
    await log.close();
    const restored = openSqliteEventLog(target);
    expect(await restored.integrity()).toEqual({ ok: true, problems: [] });
    await restored.close();
  });
  it('finds a damaged structure and a missing event', async () => {
    const log = openSqliteEventLog(place.file);
    await log.append('case-1', 'none', someEvents(5));
    await log.close();
    const database = new DatabaseSync(place.file);
    database.exec('DROP TRIGGER events_are_not_removed; DELETE FROM events WHERE position = 2;');
    database.close();
    const damaged = openSqliteEventLog(place.file);
    expect(await damaged.integrity()).toEqual({
      ok: false,
      problems: ['事件位置不连续：共 4 条，末位应为 5', '流 case-1 的版本号不连续'],
    });
    await damaged.close();
  });

  it('goes on after a full disk once there is room, without a restart', async () => {
    const writer = connect(place.file);
    harden(writer);
    migrate(writer, place.file);
    const reader = connect(place.file, { readOnly: true });
    const log = eventLogOn({ file: place.file, writer, reader, release: () => undefined });
    await log.append('case-1', 'none', someEvents(2));
    writer.exec('PRAGMA max_page_count = 12');
    const large = (n: number): NewEvent[] => [anEvent({ data: { n, text: 'x'.repeat(60_000) } })];
    const answers = await Promise.allSettled([
      log.append('case-2', 'none', large(1)),
      log.append('case-3', 'none', large(2)),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'LogUnavailable', message: /磁盘已满/ } });
    expect(await log.read('case-1')).toHaveLength(2);
    expect(await log.head()).toBe(1);
    writer.exec('PRAGMA max_page_count = 1000000');
    expect(await log.append('case-2', 'none', large(1))).toEqual({ revision: 0, position: 2, repeated: false });
    await log.close();
  });
  it('leaves nothing behind when it cannot be opened', () => {
    writeFileSync(place.file, 'this is no database, but it is long enough to be read as one by somebody'.repeat(20));
    expect(() => openSqliteEventLog(place.file)).toThrow();
    expect(existsSync(`${place.file}-wal`)).toBe(false);
    lockFile(place.file).release();
  });
});
