import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteEventLog, openSqliteMirror, readSqliteEventLog } from '@srd/adapters/sqlite';
import { openEventStore } from '@srd/adapters/eventstoredb';
import { copyLog } from '@srd/runtime';
import { anEvent, leafOf, someEvents } from '../../../../test/contracts/an-event';
import { EventStoreDouble } from '../../../../test/esdb/double';
import { aFolder } from '../cli.fixture';

jest.setTimeout(60_000);

describe('srd migrate', () => {
  let server: EventStoreDouble;
  beforeEach(async () => {
    server = new EventStoreDouble();
    await server.start();
  });
  afterEach(() => server.stop());

  /** Adds to a log in which streams take turns, with appends of several events. */
  async function aLog(file: string): Promise<void> {
    const log = openSqliteEventLog(file);
    for (let n = 0; n < 40; n++) {
      const stream = `case-${n % 3}`;
      const [last] = await log.read(stream, { direction: 'backwards', limit: 1 });
      await log.append(stream, last?.revision ?? 'none', someEvents(1 + (n % 4)));
    }
    await log.close();
  }

  /** `srd` in a process of its own. */
  function aProcess(env: Record<string, string>, ...args: string[]) {
    const root = join(__dirname, '..', '..', '..', '..');
    const main = ['-r', join(root, 'scripts', 'ts-hook.cjs'), join(root, 'apps', 'cli', 'src', 'main.ts')];
    const child = spawn(process.execPath, [...main, ...args], { cwd: root, env: { ...process.env, ...env } });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString('utf8')));
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
    return { child, ended };
  }

  it('keeps every event to the byte, and the house goes on with it on the server', async () => {
    const { env, srd } = aFolder();
    await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
    const file = join(env.DATA_DIR, 'events.sqlite');
    const before = readSqliteEventLog(file);
    const events = await before.readAll();
    await before.close();
    const said = await srd('migrate', '--from', 'sqlite', '--to', server.url);
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining(`核对 ${events.length} 条`) });
    expect(existsSync(file)).toBe(false);
    const { log } = await openEventStore(server.url, openSqliteMirror(join(env.DATA_DIR, 'mirror.sqlite')));
    expect(await log.readAll()).toEqual(events);
    await log.close();
    expect(existsSync(join(env.DATA_DIR, 'credentials.sqlite'))).toBe(false);
    // The same keys and checkpoints stand for it: a command starts by holding the log against all that was ever signed.
    Object.assign(env, { EVENT_STORE: server.url });
    expect((await srd('rotate-key', '--reason', '迁移后更换')).err).toBe('');
  });

  it('is taken up where it was interrupted, and writes nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'srd-migrate-'));
    await aLog(join(folder, 'events.sqlite'));
    const from = openSqliteEventLog(join(folder, 'events.sqlite'));
    const { log: to } = await openEventStore(server.url, openSqliteMirror(join(folder, 'mirror.sqlite')));
    const all = await from.readAll();
    await expect(
      copyLog(from, to, (events) => {
        if (events > 30) throw new Error('interrupted');
      }),
    ).rejects.toThrow('interrupted');
    expect(server.records.all.length).toBeLessThan(all.length);
    expect(await copyLog(from, to)).toBe(all.length);
    expect(await to.readAll()).toEqual(all);
    expect(server.records.all).toHaveLength(all.length);
    await Promise.all([from.close(), to.close()]);
  });

  it('is killed in the middle and run again: it tells how far it is, goes on from there, and every leaf is the same', async () => {
    const { env } = aFolder();
    mkdirSync(env.DATA_DIR, { recursive: true });
    const file = join(env.DATA_DIR, 'events.sqlite');
    for (let turn = 0; turn < 3; turn++) await aLog(file);
    const before = readSqliteEventLog(file);
    const events = await before.readAll();
    await before.close();
    server.faults.delay = 10;
    const first = aProcess(env, 'migrate', '--from', 'sqlite', '--to', server.url);
    for (let turn = 0; server.records.all.length < 60 && turn < 3_000; turn++) await sleep(10);
    first.child.kill('SIGKILL');
    expect(await first.ended).toMatchObject({ code: null });
    const written = server.records.all.length;
    expect(written).toBeGreaterThanOrEqual(60);
    expect(written).toBeLessThan(events.length);
    expect(existsSync(file)).toBe(true);
    const second = aProcess(env, 'migrate', '--from', 'sqlite', '--to', server.url);
    const { code, out, err } = await second.ended;
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining(`已迁移并核对 ${events.length} 条事件`) as string,
    });
    expect(err).toMatch(/已迁移 \d+ 条，每秒 \d+ 条/);
    expect(server.records.all).toHaveLength(events.length);
    const kept = readSqliteEventLog(join(env.DATA_DIR, 'events.migrated.sqlite'));
    const moved = readSqliteEventLog(join(env.DATA_DIR, 'mirror.sqlite'));
    const leavesOf = async (log: typeof kept) => (await log.readAll()).map(({ event }) => leafOf(event));
    expect(await leavesOf(moved)).toEqual(await leavesOf(kept));
    await Promise.all([kept.close(), moved.close()]);
  });

  it('writes nothing where something else stands, and the file stays', async () => {
    const { env, srd } = aFolder();
    await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
    const other = mkdtempSync(join(tmpdir(), 'srd-migrate-'));
    const { log } = await openEventStore(server.url, openSqliteMirror(join(other, 'mirror.sqlite')));
    await log.append('case-1', 'none', [anEvent()]);
    await log.close();
    const said = await srd('migrate', '--from', 'sqlite', '--to', server.url);
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('第 0 条') });
    expect(server.records.all).toHaveLength(1);
    expect(existsSync(join(env.DATA_DIR, 'events.sqlite'))).toBe(true);
  });

  it.each([
    [['--to', 'esdb://127.0.0.1'], '--from'],
    [['--from', 'sqlite'], '--to'],
    [['--from', 'esdb', '--to', 'esdb://127.0.0.1'], '只能是 sqlite'],
  ])('refuses %j', async (args, word) => {
    const { srd } = aFolder();
    expect(await srd('migrate', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(word) });
  });
});
