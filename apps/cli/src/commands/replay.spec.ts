import { readSqliteEventLog } from '@srd/adapters/sqlite';
import { closeStores, openStores } from '@srd/adapters/stores';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aFolder } from '../cli.fixture';

async function founded() {
  const place = aFolder();
  await place.srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
  return place;
}

/** Changes a database behind everybody's back. */
function tamper(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

describe('srd replay, rebuild and backup', () => {
  it('replay --check finds a planted row, column and loss, and rebuild mends them', async () => {
    const { env, srd } = await founded();
    const views = join(env.DATA_DIR, 'views.sqlite');
    expect(await srd('replay', '--check')).toMatchObject({ code: 0, out: expect.stringContaining('一致') });
    tamper(views, `UPDATE v_organs SET row = json_set(row, '$.name', '另一机关')`);
    expect(await srd('replay', '--check')).toMatchObject({ code: 1, out: expect.stringContaining('/row/name') });
    tamper(
      views,
      `UPDATE v_accounts SET c_person = 'p-other'; DELETE FROM v_organs; INSERT INTO v_plans (key, row) VALUES ('x', '{}')`,
    );
    const said = JSON.parse((await srd('replay', '--check', '--json')).out) as {
      ok: boolean;
      differences: { view: string; what: string }[];
    };
    expect(said.ok).toBe(false);
    expect(said.differences.map(({ view, what }) => `${view} ${what}`)).toEqual([
      'accounts /columns/person',
      'organs 读模型中缺这一行',
      'plans 事件中没有这一行',
    ]);
    expect(await srd('rebuild')).toMatchObject({ code: 0, out: expect.stringContaining('每秒') });
    expect((await srd('replay', '--check')).code).toBe(0);
  });

  it('replay names an event that its procedure does not allow', async () => {
    const { env, srd } = await founded();
    tamper(
      join(env.DATA_DIR, 'events.sqlite'),
      `INSERT INTO events SELECT position + 1, stream, revision + 1, '00000000-0000-4000-8000-000000000000', type, version, at, actor, salt, meta, data
       FROM events WHERE type = 'OrganFounded'`,
    );
    const said = await srd('replay');
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringContaining('记录与流程不符：organ-chaozhou@1 OrganFounded'),
    ]);
  });

  it('replay and backup work while a server holds the folder, rebuild refuses', async () => {
    const { env, folder, srd } = await founded();
    const held = openStores({ mode: 'serve', dataDir: env.DATA_DIR, keyDir: env.SRD_KEY_DIR });
    try {
      expect((await srd('replay', '--check')).code).toBe(0);
      expect(await srd('backup', join(folder, 'copy.sqlite'))).toMatchObject({
        code: 0,
        out: expect.stringContaining('8 条事件'),
      });
      expect(await srd('rebuild')).toMatchObject({ code: 1, err: expect.stringContaining('events.sqlite') });
    } finally {
      await closeStores(held);
    }
  });

  it('backup gives a readable copy that is its owner’s alone, and never writes over another', async () => {
    const { folder, srd } = await founded();
    const copy = join(folder, 'copy.sqlite');
    await srd('backup', copy);
    expect(statSync(copy).mode & 0o077).toBe(0);
    const log = readSqliteEventLog(copy);
    expect(await log.readAll()).toHaveLength(8);
    await log.close();
    expect(await srd('backup', copy)).toMatchObject({ code: 1, err: expect.stringContaining('已存在') });
    expect((await srd('backup', '--all', join(folder, 'all'))).code).toBe(0);
    const files = ['events.sqlite', 'persons.sqlite', 'credentials.sqlite'].map((name) => join(folder, 'all', name));
    expect(files.map((file) => existsSync(file))).toEqual([true, true, true]);
  });

  it('say what is missing in an empty folder', async () => {
    const { folder, srd } = aFolder();
    for (const call of [['replay'], ['rebuild'], ['backup', join(folder, 'x')]]) {
      expect(await srd(...call)).toMatchObject({ code: 1, err: expect.stringContaining('没有事件库') });
    }
  });
});
