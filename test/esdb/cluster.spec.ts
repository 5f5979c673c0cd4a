import { randomUUID } from 'node:crypto';
import { jsonEvent } from '@eventstore/db-client';
import type { EventLog } from '@srd/runtime';
import { serverAt } from '../../libs/adapters/eventstoredb/server';
import { anEvent, someEvents } from '../contracts/an-event';
import { ClusterDouble } from './cluster';
import { Nodes } from './nodes';

describe('on a cluster of three nodes', () => {
  let cluster: ClusterDouble;
  let nodes: Nodes;
  beforeEach(async () => {
    cluster = new ClusterDouble();
    nodes = new Nodes();
    await cluster.start();
  });
  afterEach(async () => {
    await nodes.dispose();
    await cluster.stop();
  });
  const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const ids = (): string[] => cluster.records.all.map(({ id }) => id);
  const within = (namespace: string): string => cluster.url.replace('?', `/${namespace}?`);
  const discovering = (): string => `esdb+discover://127.0.0.1:${cluster.followers[0]!.port}/srd?tls=false`;

  describe('client 6.2.1', () => {
    const one = () => jsonEvent({ id: randomUUID(), type: 'A', data: {} });
    const plainly = { credentials: { username: '', password: '' } };
    const connected = async (url: string, work: (at: ReturnType<typeof serverAt>) => Promise<void>): Promise<void> => {
      const at = serverAt(url);
      try {
        await work(at);
      } finally {
        await at.hangUp();
      }
    };
    /** What each attempt says, until one goes through. */
    const attempts = async (append: () => Promise<unknown>): Promise<string[]> => {
      const said: string[] = [];
      for (let turn = 0; turn < 200; turn++) {
        try {
          await append();
          return said;
        } catch (error) {
          const { type, message } = error as Error & { type: string };
          const now = `${type}: ${type === 'unavailable' ? '' : message}`;
          if (said.at(-1) !== now) said.push(now);
          await soon(20);
        }
      }
      throw new Error(said.join('\n'));
    };

    it('finds the leader by gossip, and follows it when a follower names it', () =>
      connected(cluster.url, async ({ client }) => {
        await client.appendToStream('case-1', one(), { ...plainly, requiresLeader: true });
        await connected(cluster.followers[0]!.url, async (astray) => {
          const append = () => astray.client.appendToStream('case-1', one(), { ...plainly, requiresLeader: true });
          await expect(append()).rejects.toMatchObject({ type: 'not-leader', leader: { port: cluster.leader.port } });
          await append();
        });
        expect(cluster.records.all).toHaveLength(2);
      }));

    it('shows the loss of a leader as unavailable, then as a deadline without a word; after some seconds appends go through', () =>
      connected(cluster.url, async ({ client }) => {
        await client.appendToStream('case-1', one());
        await cluster.kill(cluster.leader);
        const said = await attempts(() => client.appendToStream('case-1', one()));
        expect(said[0]).toBe('unavailable: ');
        expect(said.at(-1)).toBe('deadline-exceeded: ');
      }));

    it('finds nobody by gossip while none is elected, and is told by a node that it is not ready', async () => {
      const [gone, left] = cluster.followers;
      await cluster.kill(gone!);
      await cluster.kill(cluster.leader);
      await cluster.settled();
      await connected(left!.url, async ({ client }) => {
        const unknown = { type: 'unknown', message: 'Could not recognize Server Is Not Ready' };
        await expect(client.appendToStream('case-1', one())).rejects.toMatchObject(unknown);
      });
      await connected(cluster.url, async ({ client }) => {
        await expect(client.appendToStream('case-1', one())).rejects.toThrow('Failed to discover');
        await cluster.restart(gone!);
        // What it once failed to ask of the server it never asks again: its batch path stays broken for good, the other works.
        await expect(client.appendToStream('case-1', one())).rejects.toThrow('Failed to discover');
        await attempts(() => client.appendToStream('case-1', one(), plainly));
      });
    });

    it('says of an append that failed nothing of whether it was written', () =>
      connected(cluster.url, async ({ client }) => {
        for (const [fault, written] of [
          ['loseRequests', 0],
          ['loseAnswers', 1],
        ] as const) {
          cluster.leader.faults[fault] = 1;
          const before = cluster.records.all.length;
          await expect(client.appendToStream('case-1', one(), plainly)).rejects.toMatchObject({ type: 'unavailable' });
          expect(cluster.records.all.length - before).toBe(written);
        }
      }));

    it('misses its own write when it reads through a follower that lags, and not from the leader', () =>
      connected(`${cluster.url}&nodePreference=follower`, async ({ client }) => {
        await client.appendToStream('case-1', one(), plainly);
        for (const follower of cluster.followers) follower.faults.lag = 1;
        await client.appendToStream('case-1', one(), plainly);
        const read = async (requiresLeader: boolean): Promise<number> => {
          let count = 0;
          for await (const _ of client.readStream('case-1', { requiresLeader })) count++;
          return count;
        };
        expect(await read(false)).toBe(1);
        await expect(read(true)).rejects.toMatchObject({ type: 'not-leader' });
        expect(await read(true)).toBe(2);
      }));
  });

  describe('the log', () => {
    const lists: readonly (readonly [string, () => string])[] = [
      ['all nodes', () => cluster.url],
      ['a name that stands for all', discovering],
      ['a follower alone', () => cluster.followers[0]!.url],
    ];
    it.each(lists)('is reached through %s', async (_, url) => {
      const log = await nodes.open(url());
      await log.append('case-1', 'none', someEvents(2));
      expect(await log.read('case-1')).toHaveLength(2);
      expect(ids()).toHaveLength(2);
    });
    it.each([
      ['esdb://127.0.0.1:1,localhost:2/a?tls=false', true, 'a'],
      ['esdb://srd:x@127.0.0.1:1,127.0.0.1:2,127.0.0.1:3?tls=false', true, 'srd'],
      ['esdb://127.0.0.1:1,10.0.0.9:2113/a?tls=false', false, 'a'],
      ['esdb+discover://esdb.example.invalid:2113/a', false, 'a'],
      ['esdb+discover://srd:x@localhost', true, 'srd'],
    ])('takes %s for this machine’s own: %s', (url, local, namespace) => {
      expect(serverAt(url)).toMatchObject({ local, namespace });
    });
    it('refuses a cluster of which one node is elsewhere and the connection open to all', async () => {
      const apart = cluster.url.replace('127.0.0.1', '0.0.0.0');
      await expect(nodes.open(apart)).rejects.toThrow('tls=false');
    });
    it('keeps namespaces apart', async () => {
      const [one, other] = [await nodes.open(within('a')), await nodes.open(within('b'))];
      await one.append('case-1', 'none', someEvents(2));
      expect(await other.readAll()).toEqual([]);
      expect(cluster.records.all.map(({ stream }) => stream)).toEqual(['a.case-1', 'a.case-1']);
    });
    it('acknowledges over the loss of the leader what it was given before, once', async () => {
      const log = await nodes.open(cluster.url);
      const seen: number[] = [];
      log.subscribe({}, ({ position }) => void seen.push(position));
      await log.append('case-1', 'none', someEvents(2));
      await cluster.kill(cluster.leader);
      expect(await log.append('case-1', 1, someEvents(3))).toMatchObject({ revision: 4, repeated: false });
      await log.append('case-2', 'none', [anEvent()]);
      expect(new Set(ids()).size).toBe(6);
      expect(ids()).toHaveLength(6);
      for (let turn = 0; seen.length < 6 && turn < 500; turn++) await soon(10);
      expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    });
    it('goes on where another leads and the leader before lives on behind it', async () => {
      const [log, other] = [await nodes.open(cluster.url), await nodes.open(cluster.url)];
      await log.append('case-1', 'none', someEvents(2));
      const before = cluster.leader;
      await cluster.resign();
      before.faults.lag = cluster.records.all.at(-1)!.position + 1;
      expect(await log.append('case-1', 1, someEvents(3))).toMatchObject({ revision: 4, repeated: false });
      expect(await other.read('case-1')).toHaveLength(5);
      expect(await other.append('case-1', 4, [anEvent()])).toMatchObject({ revision: 5 });
      expect(ids()).toHaveLength(6);
    });
    it('acknowledges nothing without a quorum, and what waited when there is one again', async () => {
      const log = await nodes.open(cluster.url);
      await log.append('case-1', 'none', [anEvent()]);
      const [gone] = cluster.followers;
      await cluster.kill(gone!);
      await cluster.kill(cluster.leader);
      await cluster.settled();
      let acknowledged = false;
      const pending = log.append('case-1', 0, [anEvent()]).then(() => (acknowledged = true));
      // Longer than the client looks for a leader.
      await soon(2_500);
      expect(acknowledged).toBe(false);
      await cluster.restart(gone!);
      await pending;
      expect(ids()).toHaveLength(2);
    });
    it('shows its own write and that of others at once, though followers lag', async () => {
      const [one, other] = [await nodes.open(cluster.url), await nodes.open(discovering())];
      await one.append('case-1', 'none', [anEvent()]);
      for (const follower of cluster.followers) follower.faults.lag = cluster.records.all[0]!.position + 1;
      await one.append('case-1', 0, [anEvent()]);
      expect(await one.read('case-1')).toHaveLength(2);
      expect(await other.read('case-1')).toHaveLength(2);
    });
    it('loses nothing and doubles nothing while the nodes are restarted one after the other', async () => {
      const logs = [await nodes.open(cluster.url), await nodes.open(cluster.url)];
      let over = false;
      const acknowledged: string[] = [];
      const write = async (log: EventLog, stream: string): Promise<void> => {
        for (let n = 0; !over; n++) {
          const event = anEvent();
          await log.append(stream, n === 0 ? 'none' : n - 1, [event]);
          acknowledged.push(event.id);
        }
      };
      const writers = logs.map((log, index) => write(log, `case-${index}`));
      for (const node of [...cluster.nodes, ...cluster.nodes]) {
        await cluster.kill(node);
        await soon(300);
        await cluster.restart(node);
        const before = acknowledged.length;
        for (let turn = 0; acknowledged.length < before + 3 && turn < 1_000; turn++) await soon(10);
      }
      over = true;
      await Promise.all(writers);
      expect(ids().toSorted()).toEqual(acknowledged.toSorted());
      for (const log of logs) expect((await log.readAll()).map(({ event }) => event.id)).toEqual(ids());
    });
  });
});
