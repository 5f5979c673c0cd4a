import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { examineServer } from '@srd/adapters/eventstoredb';
import { someEvents } from '../contracts/an-event';
import { asApplication } from './account';
import { selfSigned, type Certificate } from './certificate';
import { ClusterDouble } from './cluster';
import { Nodes } from './nodes';

const root = path.join(__dirname, '..', '..');
const page = readFileSync(path.join(root, 'docs', 'operations.md'), 'utf8');
/** The rights that the operations page asks for. */
const asked = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as object;

describe('infra/cluster/set-up.mjs', () => {
  let own: Certificate;
  let users: Record<string, string>;
  let cluster: ClusterDouble;
  beforeAll(() => {
    own = selfSigned();
  });
  afterAll(() => own.dispose());
  beforeEach(async () => {
    users = { admin: 'first:word' };
    cluster = new ClusterDouble({ ...own, users, groups: { admin: ['$admins'] } });
    await cluster.start();
  });
  afterEach(() => cluster.stop());

  const at = (account: string, namespace = ''): string => {
    const hosts = cluster.nodes.map(({ host, port }) => `${host}:${port}`).join(',');
    return `esdb://${account}@${hosts}${namespace}?tlsCAFile=${encodeURIComponent(own.file)}`;
  };
  const setUp = async (password: string): Promise<string> => {
    const env = { ...process.env, SERVER: at('admin:first%3Aword'), ACCOUNT: 'srd', PASSWORD: password };
    const { stdout } = await promisify(execFile)(process.execPath, ['infra/cluster/set-up.mjs'], {
      cwd: root,
      env,
      timeout: 40_000,
    });
    return stdout;
  };
  const settings = () => cluster.records.all.filter(({ stream }) => stream === '$settings');

  it('enters the account and the rights that the operations page asks for, and the application is let in', async () => {
    const said = await setUp('secret');
    expect(said).toMatch(/^account srd: created$/m);
    // A new leader's first append may time out although it is written: then it is looked at again, and stands.
    expect(said).toMatch(/^default rights: (set|stand)$/m);
    expect(users['srd']).toBe('secret');
    expect(cluster.records.groupsOf('srd')).toEqual([]);
    expect(settings().map(({ data }) => JSON.parse(Buffer.from(data).toString()))).toEqual([asked]);
    const found = await examineServer(at('srd:secret', '/srd'));
    expect(found.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
    const nodes = new Nodes();
    const log = await nodes.open(at('srd:secret', '/srd'));
    await log.append('case-1', 'none', someEvents(2));
    expect(await log.read('case-1')).toHaveLength(2);
    await nodes.dispose();
  });

  it('may run again: it sets the password anew and leaves the rights as they stand', async () => {
    await setUp('secret');
    expect(await setUp('another')).toBe('account srd: stands, password set\ndefault rights: stand\n');
    expect(users['srd']).toBe('another');
    expect(settings()).toHaveLength(1);
  });

  it('asks again where the server leaves a question unanswered', async () => {
    for (const node of cluster.nodes) node.faults.mute = 1;
    const said = await setUp('secret');
    expect(said).toMatch(/^waiting: .*[\s\S]*^account srd: created$/m);
    expect(users['srd']).toBe('secret');
  });

  it('finds another node where the one that it found is gone', async () => {
    const { leader } = cluster;
    for (const node of cluster.nodes) node.faults.mute = 1;
    const pending = setUp('secret');
    for (let turn = 0; leader.faults.mute > 0 && turn < 500; turn++) await sleep(20);
    await cluster.kill(leader);
    expect(await pending).toMatch(/^account srd: created$/m);
  });

  it('lets the tests run with the application’s rights where they are given an administrator', async () => {
    const url = await asApplication(at('admin:first%3Aword', '/srd'));
    expect(url).toMatch(/^esdb:\/\/srd-test:[^@]+@127/);
    expect((await examineServer(url)).filter(({ wrong }) => wrong !== undefined)).toEqual([]);
    expect(await asApplication(url)).toBe(url);
    expect(await asApplication('esdb://admin:changeit@127.0.0.1:2113/a?tls=false')).toBe(
      'esdb://127.0.0.1:2113/a?tls=false',
    );
  });

  it('refuses an account that is a member of a group, and changes nothing', async () => {
    users['srd'] = 'old';
    cluster.records.addUser('srd', ['$admins']);
    await expect(setUp('secret')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('member of a group'),
    });
    expect(users['srd']).toBe('old');
    expect(settings()).toEqual([]);
  });
});
