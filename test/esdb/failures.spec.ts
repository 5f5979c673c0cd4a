import { EventIdTaken, LogUnavailable, recordable, RevisionConflict, type EventLog } from '@srd/runtime';
import { toServer } from '../../libs/adapters/eventstoredb/wire';
import { anEvent, someEvents } from '../contracts/an-event';
import { examineServer } from '@srd/adapters/eventstoredb';
import { EventStoreDouble } from './double';
import { Nodes } from './nodes';

describe('the log on a server that fails', () => {
  let server: EventStoreDouble;
  let nodes: Nodes;
  let log: EventLog;
  beforeEach(async () => {
    server = new EventStoreDouble();
    nodes = new Nodes();
    await server.start();
    log = await nodes.open(server.url);
  });
  afterEach(async () => {
    await nodes.dispose();
    await server.stop();
  });
  const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('writes once what was written and whose answer got lost', async () => {
    server.faults.loseAnswers = 2;
    expect(await log.append('case-1', 'none', someEvents(3))).toEqual({ revision: 2, position: 2, repeated: false });
    expect(server.records.all).toHaveLength(3);
  });
  it('writes what got lost on the way', async () => {
    server.faults.loseRequests = 2;
    await log.append('case-1', 'none', someEvents(3));
    expect(server.records.all).toHaveLength(3);
  });
  it('waits for an election', async () => {
    server.faults.notReady = true;
    const pending = log.append('case-1', 'none', someEvents(2));
    await soon(300);
    server.faults.notReady = false;
    expect(await pending).toMatchObject({ revision: 1 });
  });
  it('takes for written what was not replicated in time, where it stands in the end', async () => {
    server.faults.lateCommits = 1;
    expect(await log.append('case-1', 'none', someEvents(2))).toMatchObject({ revision: 1, repeated: false });
    expect(server.records.all).toHaveLength(2);
  });
  it('says so of a conflict, though the connection string tells the client not to throw', async () => {
    const lenient = await nodes.open(`${server.url}&throwOnAppendFailure=false`);
    await lenient.append('case-1', 'none', [anEvent()]);
    await expect(lenient.append('case-1', 'none', [anEvent()])).rejects.toThrow(RevisionConflict);
    server.faults.doomed = 1;
    expect(await lenient.append('case-1', 0, [anEvent()])).toMatchObject({ revision: 1 });
  });
  it('takes the place of an append that it lost to and that went with an election', async () => {
    server.faults.doomed = 2;
    expect(await log.append('case-1', 'none', someEvents(2))).toMatchObject({ revision: 1, repeated: false });
    server.faults.doomed = 1;
    expect(await log.append('case-1', 1, [anEvent()])).toMatchObject({ revision: 2, repeated: false });
  });
  it('goes on after the server was killed and has come back', async () => {
    const seen: number[] = [];
    log.subscribe({}, ({ position }) => void seen.push(position));
    await log.append('case-1', 'none', someEvents(2));
    await server.stop();
    const pending = log.append('case-1', 1, someEvents(2));
    await soon(200);
    await server.start();
    await pending;
    await log.append('case-1', 3, [anEvent()]);
    for (let turn = 0; seen.length < 5 && turn < 500; turn++) await soon(10);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });
  it('notices a subscription that is deaf, and opens another', async () => {
    server.faults.deaf = true;
    const pending = log.append('case-1', 'none', [anEvent()]);
    await soon(100);
    server.faults.deaf = false;
    expect(await pending).toMatchObject({ revision: 0 });
  });
  it('says in Chinese that access is denied, and does not try again', async () => {
    server.faults.accessDenied = true;
    await expect(log.append('case-1', 'none', [anEvent()])).rejects.toThrow(LogUnavailable);
    await expect(log.read('case-1')).rejects.toThrow('拒绝访问');
  });
  it('says what to set where an append is larger than the server takes', async () => {
    const large = Array.from({ length: 60 }, () => anEvent({ data: { text: 'x'.repeat(100_000) } }));
    const began = Date.now();
    await expect(log.append('case-1', 'none', large)).rejects.toThrow('MaxAppendSize');
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await log.read('case-1')).toEqual([]);
    server.records.maxAppendSize = 8 * 1024 * 1024;
    expect(await log.append('case-1', 'none', large)).toMatchObject({ revision: 59 });
  });
  it('refuses a stream that was deleted on the server', async () => {
    await log.append('case-1', 'none', someEvents(2));
    server.records.tombstone('srd.case-1');
    await expect(log.append('case-1', 1, [anEvent()])).rejects.toThrow('被删除');
  });
  it('stops where a stream was deleted for good, and starts on nothing that lacks it', async () => {
    await log.append('case-1', 'none', someEvents(2));
    await log.append('case-2', 'none', [anEvent()]);
    server.records.tombstone('srd.case-1');
    server.records.tombstone('other.case-1');
    await expect(log.read('case-2')).rejects.toThrow('srd.case-1：已在服务器上被彻底删除');
    await expect(nodes.open(server.url)).rejects.toThrow('彻底删除');
    await server.stop();
    server.records.scavenge();
    await server.start();
    await expect(nodes.open(server.url)).rejects.toThrow('彻底删除');
  });
  it('is given all of what comes at once, although the server drops its subscription for it', async () => {
    const other = await nodes.open(server.url);
    await log.append('case-1', 'none', someEvents(200));
    await log.append('case-1', 199, someEvents(100));
    expect((await other.read('case-1')).map(({ revision }) => revision)).toEqual([...Array(300).keys()]);
    expect(await other.append('case-1', 299, someEvents(40))).toMatchObject({ revision: 339, position: 339 });
  });
  it('misses nothing when the record that it came to last was scavenged while it was away', async () => {
    const away = await nodes.open(server.url, 'away');
    const duty = (): object =>
      server.records.append('srd~duty', 'any', [inBytes({ id: anEvent().id, type: 'entry', data: {} })]);
    await log.append('case-1', 'none', someEvents(2));
    server.records.setMetadata('srd~duty', { $maxCount: 1 });
    duty();
    expect(await away.read('case-1')).toHaveLength(2);
    await away.close();
    await log.append('case-2', 'none', [anEvent()]);
    await log.append('case-1', 1, [anEvent()]);
    duty();
    await log.close();
    await server.stop();
    server.records.scavenge();
    await server.start();
    const back = await nodes.open(server.url, 'away');
    expect(await back.read('case-2')).toHaveLength(1);
    expect(await back.read('case-1')).toHaveLength(3);
  });
  it('refuses to start on a server that was restored to before what this node knows', async () => {
    await log.append('case-1', 'none', [anEvent()]);
    const known = [...server.records.all];
    server.records.append('srd~credentials', 'any', [inBytes({ id: anEvent().id, type: 'entry', data: {} })]);
    await log.read('case-1');
    await log.close();
    const restored = new EventStoreDouble();
    await restored.start();
    for (const record of known) restored.records.append(record.stream, 'any', [record]);
    await expect(nodes.open(restored.url, 'node-0')).rejects.toThrow('比服务器新');
    restored.records.append('srd~credentials', 'any', [inBytes({ id: anEvent().id, type: 'entry', data: {} })]);
    await expect(nodes.open(restored.url, 'node-0')).resolves.toBeDefined();
    await restored.stop();
  });
  it('stops before an id that stands twice', async () => {
    const [event] = toServer(someEvents(1).map(recordable));
    server.records.append('srd.case-1', 'no_stream', [inBytes(event!)]);
    expect(await log.read('case-1')).toHaveLength(1);
    server.records.append('srd.case-2', 'no_stream', [inBytes(event!)]);
    await expect(log.read('case-2')).rejects.toThrow('不符');
    await expect(log.append('case-3', 'none', [anEvent()])).rejects.toThrow('已停止');
  });
  it('stops before a stream that goes on after a gap', async () => {
    server.records.append('srd.case-1', 'no_stream', [inBytes(toServer([recordable(anEvent())])[0]!)]);
    const [first] = server.records.all;
    server.records.all.splice(0, 1, { ...first!, revision: 3 });
    await expect(log.read('case-1')).rejects.toThrow('应从版本 0 继续');
  });
  it.each([
    ['no metadata', { metadata: new Uint8Array() }],
    ['other data', { data: Buffer.from('{"n":0.5}') }],
  ])('stops before what somebody else wrote among the events: %s', async (_, over) => {
    const foreign = {
      id: anEvent().id,
      type: 'X',
      contentType: 'application/json',
      metadata: Buffer.from('{"rest":0}'),
      data: Buffer.from('{}'),
    };
    server.records.append('srd.case-9', 'no_stream', [{ ...foreign, ...over }]);
    await expect(log.head()).rejects.toThrow('不是本系统写入的事件');
  });
  it.each([{ $maxAge: 3600 }, { $maxCount: 10 }, { $tb: 3 }, { $acl: { $d: 'srd' } }])(
    'stops when a stream is set to forget: %j',
    async (metadata) => {
      await log.append('case-1', 'none', someEvents(2));
      server.records.setMetadata('srd.case-1', metadata);
      await expect(log.head()).rejects.toThrow('$maxAge');
      const again = nodes.open(server.url, 'node-0');
      await log.close();
      await expect(again).rejects.toThrow();
      await expect(nodes.open(server.url)).rejects.toThrow('srd.case-1');
      server.records.setMetadata('srd.case-1', {});
      const healed = await nodes.open(server.url);
      expect(await healed.read('case-1')).toHaveLength(2);
    },
  );
  it('refuses a server that lets this account delete streams or their metadata, and one without TLS that is not this machine', async () => {
    const asUser = server.url.replace('//', '//srd:secret@');
    await expect(nodes.open(asUser)).rejects.toThrow('$userStreamAcl');
    server.records.append('$settings', 'any', [
      settings({ $userStreamAcl: { $d: '$admins', $mw: ['$admins', 'srd'] } }),
    ]);
    await expect(nodes.open(asUser)).rejects.toThrow('$userStreamAcl');
    server.records.append('$settings', 'any', [settings({ $userStreamAcl: { $d: '$admins', $mw: '$admins' } })]);
    await expect(nodes.open(asUser)).resolves.toBeDefined();
    expect(await examineServer(asUser)).toEqual([
      { what: '连接加密', wrong: undefined },
      { what: '删除权限', wrong: undefined },
      { what: '服务器设置', wrong: undefined },
    ]);
  });
  it.each([
    ['UnsafeDisableFlushToDisk', 'true'],
    ['UnsafeIgnoreHardDelete', 'True'],
  ])('refuses a server that was started with %s', async (name, value) => {
    server.settings[name] = value;
    await expect(nodes.open(server.url)).rejects.toThrow(name);
    server.settings[name] = 'False';
    // In memory on this machine: somebody tries it out.
    server.settings['MemDb'] = 'True';
    await expect(nodes.open(server.url)).resolves.toBeDefined();
    await expect(nodes.open(server.url.replace('127.0.0.1', '0.0.0.0'))).rejects.toThrow('tls=false');
    expect(await examineServer(server.url.replace('127.0.0.1', '0.0.0.0'))).toMatchObject([
      { what: '连接加密' },
      { what: '删除权限' },
      { wrong: expect.stringContaining('MemDb') },
    ]);
  });
  it.each(['esdb://', 'http://127.0.0.1:2113', 'esdb://127.0.0.1:2113/Upper', 'esdb://a:b@h:1/x/y'])(
    'refuses %s as a connection string',
    async (url) => {
      await expect(nodes.open(url)).rejects.toThrow('连接串须为');
    },
  );
  it("passes over the server's own events, and those of others", async () => {
    const [event] = someEvents(1);
    server.records.setMetadata('srd.case-1', { $cacheControl: 60 });
    server.records.setMetadata('other-1', { $maxCount: 5 });
    server.records.append('$stats-127.0.0.1', 'any', [
      {
        id: anEvent().id,
        type: '$statsCollected',
        contentType: 'application/json',
        metadata: new Uint8Array(),
        data: Buffer.from('{}'),
      },
    ]);
    server.records.append('srd~sessions', 'any', [
      {
        id: anEvent().id,
        type: 'SessionOpened',
        contentType: 'application/json',
        metadata: new Uint8Array(),
        data: Buffer.from('{}'),
      },
    ]);
    expect(await log.append('case-1', 'none', [event!])).toEqual({ revision: 0, position: 0, repeated: false });
    expect(await log.readAll()).toHaveLength(1);
  });

  describe('between two nodes', () => {
    it('numbers the events alike', async () => {
      const other = await nodes.open(server.url);
      for (let n = 0; n < 20; n++)
        await (n % 2 ? log : other).append(`case-${n % 3}`, n < 3 ? 'none' : Math.floor(n / 3) - 1, [anEvent()]);
      expect(await log.readAll()).toEqual(await other.readAll());
    });
    it('tells one that lost a race where the stream is, and an id that the other used', async () => {
      const other = await nodes.open(server.url);
      const event = anEvent();
      const answers = await Promise.allSettled([
        log.append('case-1', 'none', [event]),
        other.append('case-1', 'none', [anEvent()]),
      ]);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const lost = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(lost.reason).toBeInstanceOf(RevisionConflict);
      expect(lost.reason).toMatchObject({ actual: 0 });
      const [first] = await other.read('case-1');
      await expect(other.append('case-2', 'none', [{ ...anEvent(), id: first!.id }])).rejects.toThrow(EventIdTaken);
    });
    it('acknowledges again on one node what the other wrote', async () => {
      const other = await nodes.open(server.url);
      const events = someEvents(3);
      await log.append('case-1', 'none', events);
      expect(await other.append('case-1', 'none', events)).toMatchObject({ revision: 2, position: 2 });
      expect(server.records.all).toHaveLength(3);
    });
    it('a node that comes back with its mirror goes on where it was, and an empty one is filled again', async () => {
      await log.append('case-1', 'none', someEvents(50));
      await log.close();
      const again = await nodes.open(server.url, 'node-0');
      await again.append('case-1', 49, someEvents(2));
      const fresh = await nodes.open(server.url);
      expect(await fresh.readAll()).toEqual(await again.readAll());
    });
  });
});

function settings(data: object) {
  return inBytes({ id: anEvent().id, type: 'update-default-acl', data, metadata: {} });
}

function inBytes(event: { id: string; type: string; data: unknown; metadata?: unknown }) {
  const { id, type, data, metadata } = event;
  const text = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
  return { id, type, contentType: 'application/json', data: text(data), metadata: text(metadata ?? {}) };
}
