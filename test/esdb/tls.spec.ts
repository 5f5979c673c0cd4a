import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AccessDeniedError } from '@eventstore/db-client';
import { examineServer } from '@srd/adapters/eventstoredb';
import { LogUnavailable } from '@srd/runtime';
import { serverAt } from '../../libs/adapters/eventstoredb/server';
import { anEvent, someEvents } from '../contracts/an-event';
import { selfSigned, type Certificate } from './certificate';
import { ClusterDouble } from './cluster';
import { EventStoreDouble } from './double';
import { Nodes } from './nodes';

/** The rights that the operations page asks for. */
const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
const asked = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as object;

describe('the log on a server with TLS and users', () => {
  let own: Certificate;
  let server: EventStoreDouble;
  let nodes: Nodes;
  beforeAll(() => {
    own = selfSigned();
  });
  afterAll(() => own.dispose());
  beforeEach(async () => {
    const users = { boss: 'changeit', srd: 'ge:heim@1', guest: 'guest' };
    server = new EventStoreDouble(undefined, { ...own, users, groups: { boss: ['$admins'], srd: ['clerks'] } });
    nodes = new Nodes();
    await server.start();
    allow(asked);
  });
  afterEach(async () => {
    await nodes.dispose();
    await server.stop();
  });
  const allow = (data: object): void => {
    const record = { id: randomUUID(), type: 'update-default-acl', contentType: 'application/json' };
    server.records.append('$settings', 'any', [
      { ...record, data: Buffer.from(JSON.stringify(data)), metadata: Buffer.from('{}') },
    ]);
  };
  const at = (account: string, options = `?tlsCAFile=${encodeURIComponent(own.file)}`): string =>
    `esdb://${account}127.0.0.1:${server.port}/srd${options}`;
  const OWN = 'srd:ge%3Aheim%401@';

  it('goes on over TLS with the rights that the operations page asks for, and its account can delete nothing', async () => {
    const log = await nodes.open(at(OWN));
    await log.append('case-1', 'none', someEvents(3));
    await server.stop();
    await server.start();
    await log.append('case-1', 2, [anEvent()]);
    expect(await log.read('case-1')).toHaveLength(4);
    expect((await examineServer(at(OWN))).every(({ wrong }) => wrong === undefined)).toBe(true);
    const { client, hangUp } = serverAt(at(OWN));
    await expect(client.deleteStream('srd.case-1')).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(client.tombstoneStream('srd.case-1')).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(client.setStreamMetadata('srd.case-1', { maxCount: 1 })).rejects.toBeInstanceOf(AccessDeniedError);
    await hangUp();
  });

  it('goes on over the loss of the leader of a cluster with TLS and users', async () => {
    const cluster = new ClusterDouble({ ...own, users: { srd: 'ge:heim@1' } }, server.records);
    await cluster.start();
    const hosts = cluster.nodes.map(({ host, port }) => `${host}:${port}`).join(',');
    const log = await nodes.open(`esdb://${OWN}${hosts}/srd?tlsCAFile=${encodeURIComponent(own.file)}`);
    await log.append('case-1', 'none', someEvents(2));
    await cluster.kill(cluster.leader);
    await log.append('case-1', 1, someEvents(2));
    expect(await log.read('case-1')).toHaveLength(4);
    await cluster.stop();
  });

  it.each([
    ['a wrong password', 'srd:wrong@'],
    ['an account that is not there', 'nobody:x@'],
    ['no account', ''],
    ['an account without rights', 'guest:guest@'],
  ])('refuses to start with %s, and says so at once', async (_, account) => {
    const began = Date.now();
    await expect(nodes.open(at(account))).rejects.toThrow('拒绝访问');
    await expect(examineServer(at(account))).rejects.toThrow('拒绝访问');
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it('refuses to start with the rights that a new server has', async () => {
    allow({});
    await expect(nodes.open(at(OWN))).rejects.toThrow('拒绝访问');
    allow({ $systemStreamAcl: { $r: ['$admins', 'srd'] } });
    await expect(nodes.open(at(OWN))).rejects.toThrow('$userStreamAcl');
    allow({ ...asked, $userStreamAcl: { $r: 'srd', $w: 'srd', $d: ['$admins', 'clerks'], $mw: '$admins' } });
    await expect(nodes.open(at(OWN))).rejects.toThrow('$userStreamAcl');
    allow({ ...asked, $systemStreamAcl: { $r: ['$admins', 'srd'], $w: ['$admins', 'srd'] } });
    await expect(nodes.open(at(OWN))).rejects.toThrow('$systemStreamAcl');
  });

  it('says of the settings of the server that its account is not told them, and tells an administrator', async () => {
    server.settings['MemDb'] = 'True';
    const settings = async (account: string) =>
      (await examineServer(at(account))).find(({ what }) => what === '服务器设置');
    expect(await settings(OWN)).toMatchObject({ wrong: undefined, unseen: expect.stringContaining('看不到') });
    expect(await settings('boss:changeit@')).toEqual({ what: '服务器设置', wrong: undefined });
    server.settings['UnsafeDisableFlushToDisk'] = 'True';
    expect(await settings('boss:changeit@')).toMatchObject({
      wrong: expect.stringContaining('UnsafeDisableFlushToDisk'),
    });
    await expect(nodes.open(at(OWN))).resolves.toBeDefined();
  });

  it('refuses to start as an administrator, whom no list keeps from deleting', async () => {
    const admin = at('boss:changeit@');
    const { client, hangUp } = serverAt(admin);
    await client.tombstoneStream('other.case-9');
    await hangUp();
    await expect(nodes.open(admin)).rejects.toThrow('管理员');
  });

  it('says of rights that were withdrawn that they are missing, and goes on when they are back', async () => {
    const log = await nodes.open(at(OWN));
    await log.append('case-1', 'none', [anEvent()]);
    allow({ ...asked, $userStreamAcl: { $r: '$admins', $w: '$admins', $d: '$admins', $mw: '$admins' } });
    const refused = log.append('case-1', 0, [anEvent()]);
    await expect(refused).rejects.toBeInstanceOf(LogUnavailable);
    await expect(refused).rejects.toThrow('拒绝访问');
    allow(asked);
    await expect(log.append('case-1', 0, [anEvent()])).resolves.toMatchObject({ revision: 1 });
  });

  it('refuses a certificate of a stranger, and says which option names the authority', async () => {
    const began = Date.now();
    await expect(nodes.open(at(OWN, ''))).rejects.toThrow('tlsCAFile');
    await expect(examineServer(at(OWN, ''))).rejects.toThrow('tlsCAFile');
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it('refuses a file of certificates that is not there', async () => {
    await expect(nodes.open(at(OWN, '?tlsCAFile=/nowhere/ca.crt'))).rejects.toThrow('tlsCAFile');
  });

  it('sends no password to a server without TLS', async () => {
    const open = new EventStoreDouble();
    await open.start();
    await expect(nodes.open(`esdb://${OWN}127.0.0.1:${open.port}/srd?tlsCAFile=${own.file}`)).rejects.toThrow();
    expect(open.records.all).toEqual([]);
    await open.stop();
  });
});
