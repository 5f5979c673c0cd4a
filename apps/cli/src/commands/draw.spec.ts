import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aFolder } from '../cli.fixture';

const root = resolve(__dirname, '../../../..');
const { transcripts, forgeries } = JSON.parse(readFileSync(join(root, 'test/vectors/draw-vectors.json'), 'utf8')) as {
  transcripts: readonly object[];
  forgeries: readonly { forged: string; transcript: object }[];
};
const folder = mkdtempSync(join(tmpdir(), 'srd-draw-'));

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('srd draw verify', () => {
  const { srd } = aFolder();

  it('says yes (0) to each transcript of the vectors, with what a transcript alone can not show', async () => {
    const said = await Promise.all(
      transcripts.map((each, index) => srd('draw', 'verify', written(`right-${index}.json`, each), '--json')),
    );
    expect(said.map(({ code }) => code)).toEqual(transcripts.map(() => 0));
    expect(
      said.filter(({ out }) => (JSON.parse(out) as { notes: string[] }).notes.includes('无外部见证')),
    ).not.toHaveLength(0);
  });

  it('names the first thing that is wrong (1) with each forgery', async () => {
    for (const [index, { transcript }] of forgeries.entries()) {
      const said = await srd('draw', 'verify', written(`forged-${index}.json`, transcript));
      expect([said.code, said.out]).toEqual([1, expect.stringContaining('不符：')]);
    }
  });

  it('can not judge (2) what is no transcript, or no file', async () => {
    for (const file of [written('a.txt', 'no JSON'), written('b.json', { request: {} }), join(folder, 'none.json')]) {
      const said = await srd('draw', 'verify', file);
      expect([said.code, said.out]).toEqual([2, expect.stringContaining('无法判断')]);
    }
    expect((await srd('draw', 'verify')).err).toContain('缺少 FILE');
    expect((await srd('draw', 'repeat', 'x')).code).toBe(2);
  });

  it('is a process that loads neither the server nor a store', () => {
    const file = written('process.json', transcripts[0]);
    const script = `
      process.argv.push('srd', 'draw', 'verify', ${JSON.stringify(file)});
      process.on('exit', () => {
        const loaded = Object.keys(require.cache).filter((name) => /@nestjs|libs.(adapters|application|runtime)/.test(name));
        process.stderr.write(JSON.stringify(loaded));
      });
      require('./apps/cli/src/main.ts');`;
    const env = { PATH: process.env['PATH'], DATA_DIR: join(folder, 'never') };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['-r', './scripts/ts-hook.cjs', '-e', script, '--'],
      {
        cwd: root,
        env,
        encoding: 'utf8',
      },
    );
    expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('通过'), '[]']);
  });
});
