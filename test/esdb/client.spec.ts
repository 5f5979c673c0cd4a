import { randomUUID } from 'node:crypto';
import { jsonEvent, streamNameFilter, WrongExpectedVersionError, type EventStoreDBClient } from '@eventstore/db-client';
import { endOf, recordOf } from '../../libs/adapters/eventstoredb/leader';
import { serverAt } from '../../libs/adapters/eventstoredb/server';
import { EventStoreDouble } from './double';

/**
 * What client 6.2.1 does, as the adapter has to know it. Each of these is a reason for a line of libs/adapters/eventstoredb; a later
 * client that does better fails here, and the line may go.
 */
describe('client 6.2.1', () => {
  let server: EventStoreDouble;
  let connection: ReturnType<typeof serverAt>;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = new EventStoreDouble();
    await server.start();
    connection = serverAt(server.url);
    ({ client } = connection);
  });
  afterEach(async () => {
    await connection.hangUp();
    await server.stop();
  });
  const one = () => jsonEvent({ id: randomUUID(), type: 'A', data: {} });
  const plainly = { credentials: { username: '', password: '' } };
  const seen = async (events: AsyncIterable<{ event?: { revision: bigint } }>): Promise<number[]> => {
    const revisions: number[] = [];
    for await (const { event } of events) if (event) revisions.push(Number(event.revision));
    return revisions;
  };

  it('reads from a position on with the event at it, and subscribes after it', async () => {
    await client.appendToStream('case-1', [one(), one(), one()], plainly);
    const position = {
      commit: BigInt(server.records.all[1]!.position),
      prepare: BigInt(server.records.all[1]!.position),
    };
    expect(await seen(client.readAll({ fromPosition: position }))).toEqual([1, 2]);
    const subscription = client.subscribeToAll({ fromPosition: position });
    for await (const { event } of subscription) {
      expect(Number(event?.revision)).toBe(2);
      break;
    }
  });

  it('ignores a filter that a reading is given, and not that of a subscription', async () => {
    await client.appendToStream('case-1', one(), plainly);
    await client.appendToStream('other-1', [one(), one()], plainly);
    await client.appendToStream('case-1', one(), plainly);
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['case-'],
      checkpointInterval: 1,
      maxSearchWindow: 2,
      checkpointReached: (_: unknown, { commit }: { commit: bigint }) => void checkpoints.push(commit),
    });
    expect(await seen(client.readAll({ filter } as never))).toEqual([0, 0, 1, 1]);
    const given: string[] = [];
    for await (const { event } of client.subscribeToAll({ filter })) {
      given.push(`${event?.streamId} ${event?.revision}`);
      if (given.length === 2) break;
    }
    expect(given).toEqual(['case-1 0', 'case-1 1']);
    expect(checkpoints).toEqual([BigInt(server.records.all[2]!.position)]);
  });

  it('keeps hold of a reading that is left before its end, and of none that is read to it', async () => {
    await client.appendToStream('case-1', [one(), one()], plainly);
    const held = (): number => (client as unknown as { disposableStreams: Set<unknown> }).disposableStreams.size;
    const before = held();
    for await (const _ of client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 })) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(held()).toBe(before + 1);
    // More than the calls that a connection carries at once.
    await Promise.all(Array.from({ length: 150 }, () => endOf(client)));
    expect(await recordOf(client, 'case-1', 'end')).toMatchObject({ revision: 1n });
    expect(held()).toBe(before + 1);
  });

  it('is given a stream after the revision that it names, and what comes later', async () => {
    await client.appendToStream('case-1', [one(), one(), one()], plainly);
    await client.appendToStream('other-1', one(), plainly);
    const revisions: number[] = [];
    for await (const { event } of client.subscribeToStream('case-1', { fromRevision: 1n })) {
      revisions.push(Number(event?.revision));
      if (revisions.length === 1) await client.appendToStream('case-1', one(), plainly);
      else break;
    }
    expect(revisions).toEqual([2, 3]);
  });

  it('rejects every append of the process that shares its batch when one connection breaks', async () => {
    const other = new EventStoreDouble();
    await other.start();
    const elsewhere = serverAt(other.url);
    await Promise.all([client.appendToStream('case-1', one()), elsewhere.client.appendToStream('case-1', one())]);
    server.faults.silent = true;
    other.faults.silent = true;
    const appends = [client.appendToStream('case-1', one()), elsewhere.client.appendToStream('case-1', one())];
    const ended = Promise.all(appends.map((append) => append.then(String, ({ type }: { type: string }) => type)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.cutConnections();
    expect(await ended).toEqual(['unavailable', 'unavailable']);
    await elsewhere.hangUp();
    await other.stop();
  });

  it('says a wrong next revision on its batch path, and ignores what the call says of throwing', async () => {
    await client.appendToStream('case-1', [one(), one(), one()]);
    const lost = client.appendToStream('case-1', one(), { expectedRevision: 0n, throwOnAppendFailure: false } as never);
    await expect(lost).rejects.toBeInstanceOf(WrongExpectedVersionError);
    const lenient = serverAt(`${server.url}&throwOnAppendFailure=false`);
    const answer = await lenient.client.appendToStream('case-1', one(), { expectedRevision: 0n });
    expect(answer).toMatchObject({ success: false, nextExpectedRevision: 1n });
    const plain = { ...plainly, expectedRevision: 0n };
    expect(await lenient.client.appendToStream('case-1', one(), plain)).toMatchObject({ nextExpectedRevision: 2n });
    await lenient.hangUp();
  });

  it('calls a server that is not ready unknown on its batch path, and unavailable on the other', async () => {
    server.faults.notReady = true;
    await expect(client.appendToStream('case-1', one())).rejects.toMatchObject({
      type: 'unknown',
      message: 'Could not recognize Server Is Not Ready',
    });
    await expect(client.appendToStream('case-1', one(), plainly)).rejects.toMatchObject({ type: 'unavailable' });
  });

  it('gives up a deadline without a word', async () => {
    server.faults.silent = true;
    const late = client.appendToStream('case-1', one(), { ...plainly, deadline: 50 });
    await expect(late).rejects.toMatchObject({ type: 'deadline-exceeded' });
  });

  it('ends a subscription when the node dies, and does not begin it again', async () => {
    await client.appendToStream('case-1', one(), plainly);
    const subscription = client.subscribeToAll();
    const ended = new Promise((resolve) => subscription.on('error', resolve));
    await new Promise((resolve) => subscription.once('data', resolve));
    await server.stop();
    await expect(ended).resolves.toMatchObject({ type: 'unavailable' });
    await server.start();
    let more = 0;
    subscription.on('data', () => more++);
    const again = serverAt(server.url);
    await again.client.appendToStream('case-1', one(), plainly);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(more).toBe(0);
    await again.hangUp();
  });

  it('is granted "no stream" on a soft-deleted stream, which goes on at its old revisions', async () => {
    await client.appendToStream('case-1', [one(), one()], plainly);
    await client.deleteStream('case-1');
    const answer = await client.appendToStream('case-1', one(), { ...plainly, expectedRevision: 'no_stream' });
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 2n });
  });

  it('is told that what stands already was written, when the same ids come to the same place', async () => {
    const events = [one(), one()];
    const first = await client.appendToStream('case-1', events, { ...plainly, expectedRevision: 'no_stream' });
    const again = await client.appendToStream('case-1', events, { ...plainly, expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(first.nextExpectedRevision);
    expect(server.records.all).toHaveLength(2);
  });
});
