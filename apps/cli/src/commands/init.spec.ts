import { openCredentials } from '@srd/adapters/credentials';
import { DEMONSTRATION, closeStores, openStores } from '@srd/adapters/stores';
import { readSqliteEventLog } from '@srd/adapters/sqlite';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from '../cli.fixture';

interface Founded {
  readonly accounts: readonly { readonly account: string; readonly token: string }[];
}

async function eventsOf(dataDir: string) {
  const log = readSqliteEventLog(join(dataDir, 'events.sqlite'));
  const events = (await log.readAll()).map(({ event }) => event);
  await log.close();
  return events;
}

describe('srd init', () => {
  it('R104 founds an organ whose administrator takes up the account with a one-time token', async () => {
    const { env, srd } = aFolder();
    const said = await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三', '--json');
    expect([said.code, said.err]).toEqual([0, '']);
    const [offered] = (JSON.parse(said.out) as Founded).accounts;
    const credentials = openCredentials(join(env.DATA_DIR, 'credentials.sqlite'));
    const taken = await credentials.takeUp(offered!.token, 'zhangsan', 'a long password');
    expect(taken).toMatchObject({ account: 'chaozhou-admin', demonstration: false });
    expect(await credentials.takeUp(offered!.token, 'another', 'a long password')).toBeUndefined();
    credentials.close();

    const events = await eventsOf(env.DATA_DIR);
    expect(events.map(({ type }) => type)).toEqual([
      ...Array.from({ length: 4 }, () => 'CalendarYearEntered'),
      'AccountOpened',
      'RoleProposed',
      'RoleGranted',
      'OrganFounded',
    ]);
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['system:set-up']));
    expect(readFileSync(join(env.DATA_DIR, 'events.sqlite')).includes('张三')).toBe(false);
    expect((await srd('replay', '--check')).code).toBe(0);
  });

  it('says by the number of administrators whether they confirm each other', async () => {
    const { env, srd } = aFolder();
    await srd('init', '--preset', 'chaozhou2023', '--organ', 'one', '--admin', '张三');
    await srd('init', '--preset', 'kazuo2024', '--organ', 'two', '--admin', '李四', '--admin', '王五');
    const founded = (await eventsOf(env.DATA_DIR)).filter(({ type }) => type === 'OrganFounded');
    const rules = founded.map(({ data }) => data['rules'] as { singleAccountAdmin: { value: boolean } });
    expect(rules.map(({ singleAccountAdmin }) => singleAccountAdmin.value)).toEqual([true, false]);
  });

  it('adds a county to the same folder, and refuses the same organ twice and a superior that is not there', async () => {
    const { srd } = aFolder();
    await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
    const county = [
      'init',
      '--preset',
      'chaozhouCounty2023',
      '--organ',
      'xiangqiao',
      '--name',
      '湘桥区司法局',
      '--admin',
      '王五',
    ];
    expect((await srd(...county)).err).toContain('缺少 --superior');
    expect((await srd(...county, '--superior', 'nowhere')).err).toContain('尚未建立');
    expect((await srd(...county, '--superior', 'chaozhou')).code).toBe(0);
    const again = await srd(...county, '--superior', 'chaozhou', '--json');
    expect([again.code, JSON.parse(again.out)]).toEqual([
      1,
      expect.objectContaining({ ok: false, detail: expect.stringContaining('不能重复建立') }),
    ]);
  });

  it('offers a lost token again to an administrator, and to nobody else', async () => {
    const { srd } = aFolder();
    await srd('init', '--preset', 'kazuo2024', '--organ', 'kazuo', '--admin', '张三');
    expect((await srd('init', '--renew', 'kazuo-admin')).out).toContain('一次性令牌');
    expect((await srd('init', '--renew', 'somebody')).code).toBe(1);
  });

  it('takes the usual organ and one administrator when nothing is said and nobody sits at a terminal', async () => {
    const { srd } = aFolder();
    const said = await srd('init', '--json');
    expect([said.code, JSON.parse(said.out)]).toEqual([
      0,
      expect.objectContaining({
        ok: true,
        organ: 'chaozhou',
        accounts: [expect.objectContaining({ account: 'chaozhou-admin' })],
      }),
    ]);
  });

  it('refuses what it does not know, and a demonstration', async () => {
    const { env, srd } = aFolder();
    const calls = [
      ['--preset', 'beijing'],
      ['--preset', 'kazuo2024', '--organ', '喀左'],
      ['--orgn', 'x'],
    ];
    for (const given of calls) expect((await srd('init', '--admin', '张', '--organ', 'x', ...given)).code).toBe(2);
    mkdirSync(env.DATA_DIR, { recursive: true });
    writeFileSync(join(env.DATA_DIR, DEMONSTRATION), JSON.stringify({ clock: '2024-08-20T01:00:00.000Z' }));
    const said = await srd('init', '--preset', 'kazuo2024', '--organ', 'kazuo', '--admin', '张三');
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('演示数据')]);
  });

  it('waits for nobody: a folder that a server holds is named with its process', async () => {
    const { env, srd } = aFolder();
    const held = openStores({ mode: 'serve', dataDir: env.DATA_DIR, keyDir: env.SRD_KEY_DIR });
    const said = await srd('init', '--preset', 'kazuo2024', '--organ', 'kazuo', '--admin', '张三');
    await closeStores(held);
    expect([said.code, said.err]).toEqual([1, expect.stringContaining(`进程 ${process.pid}`)]);
  });
});
