import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { aFolder } from './cli.fixture';
import { commands } from './commands';

const root = resolve(__dirname, '../../..');

describe('srd', () => {
  const { srd, env } = aFolder();

  it('lists its commands, and each explains itself', async () => {
    const { code, out } = await srd('--help');
    expect(code).toBe(0);
    for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `);
    for (const name of Object.keys(commands).filter((each) => each !== 'bench')) {
      expect(await srd(name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining(`用法：srd ${name}`) });
      expect((await srd('help', name)).out).toContain(`用法：srd ${name}`);
    }
  });

  it('ends with 2 where it was called wrongly', async () => {
    expect(await srd()).toMatchObject({ code: 2 });
    expect(await srd('repair')).toMatchObject({ code: 2, err: expect.stringContaining('没有这个命令：repair') });
    expect(await srd('replay', 'more')).toMatchObject({ code: 2, err: expect.stringContaining('用法：srd replay') });
    const said = await srd('replay', '--nope', '--json');
    expect([said.code, JSON.parse(said.out)]).toEqual([
      2,
      { ok: false, error: 'USAGE', detail: '没有这个选项：--nope' },
    ]);
  });

  it('is a process with those exit codes', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['-r', './scripts/ts-hook.cjs', join('apps', 'cli', 'src', 'main.ts'), ...args], {
        cwd: root,
        env: { PATH: process.env['PATH'], ...env },
        encoding: 'utf8',
      });
    expect([run('--help').status, run('nothing').status, run('backup').status]).toEqual([0, 2, 2]);
    const replayed = run('replay');
    expect([replayed.status, replayed.stdout, replayed.stderr]).toEqual([1, '', expect.stringContaining('没有事件库')]);
  });
});
