import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { EventStoreDouble } from '../../../../test/esdb/double';
import { newPlace } from '../../../../test/journeys/place';
import { ServerProcess } from '../../../../test/journeys/process';
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

  describe('of what the system asked for by itself', () => {
    const own = (out: string) => out.split('\n').find((line) => line.includes('系统自办事项'));

    it('asks the server that runs here', async () => {
      const { env, srd } = aFolder();
      await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
      expect(own((await srd('doctor')).out)).toBe('✓ 系统自办事项：服务没有在本机运行，未查');
      const place = newPlace();
      const server = await ServerProcess.start(place);
      Object.assign(env, { PORT: new URL(server.url).port });
      const said = await srd('doctor');
      await server.stop();
      rmSync(dirname(place.dataDir), { recursive: true, force: true });
      expect([said.code, own(said.out)]).toEqual([0, '✓ 系统自办事项：服务启动以来没有被拒绝的']);
    });

    it('says what was refused, and where more is', async () => {
      const told = [
        '# TYPE srd_ready gauge',
        'srd_ready 1',
        'srd_reaction_refusals_total{reaction="filing",code="OUT_OF_TURN"} 2',
        'srd_daily_refused{code="CALENDAR_YEAR_MISSING"} 1',
      ];
      const server = createServer((_, answer) => answer.end(told.join('\n')));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { env, srd } = aFolder();
      await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
      Object.assign(env, { PORT: String((server.address() as AddressInfo).port) });
      const said = await srd('doctor');
      server.close();
      expect([said.code, own(said.out)]).toEqual([
        1,
        '✗ 系统自办事项：后续处理 filing 被拒绝 2 次（OUT_OF_TURN）；每日任务有 1 项不能记录（CALENDAR_YEAR_MISSING）：对象和时间见服务日志中的 engine、daily',
      ]);
    });
  });
});
