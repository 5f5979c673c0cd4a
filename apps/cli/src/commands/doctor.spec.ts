import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { EventStoreDouble } from '../../../../test/esdb/double';
import { aFolder } from '../cli.fixture';

describe('srd doctor', () => {
  it('finds a house that was set up in order', async () => {
    const { srd } = aFolder();
    await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
    const said = await srd('doctor');
    expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/✓ 事件库：.*共 \d+ 条事件/) });
    expect(said.out).not.toContain('✗');
  });
  it('says what is missing and what to do', async () => {
    const { env, srd } = aFolder();
    rmSync(env.DATA_DIR, { recursive: true, force: true });
    const said = JSON.parse((await srd('doctor', '--json')).out) as {
      ok: boolean;
      found: { what: string; ok: boolean; said: string }[];
    };
    expect(said.ok).toBe(false);
    expect(said.found.find(({ what }) => what === '数据目录')).toMatchObject({
      ok: false,
      said: expect.stringContaining('srd init'),
    });
    expect(said.found.find(({ what }) => what === '事件库')).toMatchObject({ ok: false });
  });
  it('looks at the server that EVENT_STORE names, and never prints its password', async () => {
    const server = new EventStoreDouble();
    await server.start();
    const { env, srd } = aFolder();
    await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
    Object.assign(env, { EVENT_STORE: server.url.replace('//', '//srd:geheim@') });
    const unsafe = await srd('doctor');
    expect(unsafe).toMatchObject({ code: 1, out: expect.stringContaining('✗ 删除权限：') });
    expect(unsafe.out).not.toContain('geheim');
    const data = Buffer.from(JSON.stringify({ $userStreamAcl: { $d: '$admins', $mw: '$admins' } }));
    server.records.append('$settings', 'any', [
      {
        id: randomUUID(),
        type: 'update-default-acl',
        contentType: 'application/json',
        metadata: Buffer.from('{}'),
        data,
      },
    ]);
    expect(await srd('doctor')).toMatchObject({ code: 0, out: expect.stringContaining('✓ 删除权限：符合要求') });
    await server.stop();
    expect(await srd('doctor')).toMatchObject({ code: 1, out: expect.stringContaining('不可用') });
  });
});
