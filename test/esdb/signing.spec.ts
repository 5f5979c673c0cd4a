import { closeStores, nodeHash, openStoresWith, type Stores } from '@srd/adapters/stores';
import { LogKeeper } from '@srd/application';
import { formatVerifierKey, KEY_ROTATED, LOG_STREAM, newVerifierKey, parseNote } from '@srd/proof/log';
import { alwaysOnDuty } from '@srd/runtime';
import { Logger } from '@nestjs/common';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anEvent } from '../contracts/an-event';
import { until } from '../journeys/server';
import { EventStoreDouble } from './double';

/** A node that thinks that it is on duty, whatever the others think. */
interface Node {
  readonly stores: Stores;
  readonly keeper: LogKeeper;
}

describe('checkpoints of several nodes', () => {
  let server: EventStoreDouble;
  let folder: string;
  let nodes: Node[];

  beforeEach(async () => {
    server = new EventStoreDouble();
    folder = mkdtempSync(path.join(tmpdir(), 'srd-signing-'));
    mkdirSync(path.join(folder, 'shared'));
    nodes = [];
    await server.start();
  });
  afterEach(async () => {
    for (const node of nodes) await ended(node);
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  async function begun(name: string, own: { keys?: string; duty?: boolean } = {}): Promise<Node> {
    const stores = await openStoresWith({
      mode: 'serve',
      dataDir: path.join(folder, name),
      keyDir: path.join(folder, own.keys ?? 'keys'),
      sharedDir: path.join(folder, 'shared'),
      eventStore: server.url,
    });
    const keeper = new LogKeeper(stores.log, stores.ledger, nodeHash, own.duty ? stores.duty : alwaysOnDuty);
    await keeper.start();
    const node = { stores, keeper };
    nodes.push(node);
    return node;
  }

  async function ended(node: Node): Promise<void> {
    nodes = nodes.filter((other) => other !== node);
    await node.keeper.stop();
    await closeStores(node.stores);
  }

  const signedFor = (node: Node, stream: string): Promise<unknown> =>
    until(() => node.keeper.covering(stream, 0), `a checkpoint for ${stream}`);
  const notesOf = ({ stores }: Node): readonly string[] =>
    [...stores.ledger.tree.checkpoints()].map(({ note }) => note);

  it('are one line at both, though both sign, and at a node whose cache was deleted', async () => {
    const [one, two] = [await begun('one'), await begun('two')];
    for (let n = 0; n < 20; n++) {
      await (n % 2 ? one : two).stores.log.append(`case-${n}`, 'none', [anEvent()]);
      if (n % 5 === 4) await Promise.all([signedFor(one, `case-${n}`), signedFor(two, `case-${n}`)]);
    }
    await until(() => Promise.resolve(notesOf(one).length === notesOf(two).length));
    expect(notesOf(one).length).toBeGreaterThan(1);
    expect(notesOf(two)).toEqual(notesOf(one));
    const sizes = [...one.stores.ledger.tree.checkpoints()].map(({ size }) => size);
    expect(new Set(sizes).size).toBe(sizes.length);
    await ended(two);
    rmSync(path.join(folder, 'two'), { recursive: true });
    const again = await begun('two');
    expect(notesOf(again)).toEqual(notesOf(one));
    await one.stores.log.append('case-later', 'none', [anEvent()]);
    await signedFor(again, 'case-later');
  });

  it('stand at a node that comes back with an older cache, which signs on from the newest', async () => {
    const [one, two] = [await begun('one'), await begun('two')];
    await one.stores.log.append('case-1', 'none', [anEvent()]);
    await signedFor(two, 'case-1');
    await ended(two);
    for (const stream of ['case-2', 'case-3']) {
      await one.stores.log.append(stream, 'none', [anEvent()]);
      await signedFor(one, stream);
    }
    const before = notesOf(one);
    await ended(one);
    const again = await begun('two');
    expect(notesOf(again)).toEqual(before);
    await again.stores.log.append('case-4', 'none', [anEvent()]);
    await signedFor(again, 'case-4');
    expect(notesOf(again).slice(0, before.length)).toEqual(before);
  });

  it('are signed by another where the one on duty can’t use its key folder, which says so once', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const one = await begun('one', { duty: true });
    cpSync(path.join(folder, 'keys'), path.join(folder, 'other-keys'), { recursive: true });
    const two = await begun('two', { keys: 'other-keys', duty: true });
    await one.stores.log.append('case-1', 'none', [anEvent()]);
    await signedFor(two, 'case-1');
    expect([one.stores.duty.held(), two.stores.duty.held()]).toEqual([true, false]);
    // Where the note should be written stands a folder.
    mkdirSync(path.join(folder, 'keys', 'log.key.signed.new'));
    for (const n of [2, 3, 4, 5]) {
      await two.stores.log.append(`case-${n}`, 'none', [anEvent()]);
      await signedFor(two, `case-${n}`);
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    expect([one.stores.duty.held(), two.stores.duty.held()]).toEqual([false, true]);
    await until(() => Promise.resolve(one.keeper.broken === undefined), 'that it is fit for service');
    expect(said.mock.calls.map(([what]: unknown[]) => String(what).split('：')[0])).toEqual([
      '未能签名检查点，稍后再试',
    ]);
    said.mockRestore();
  });

  it('are tried again at ever longer intervals where nobody else is on duty, and signed once they can be', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const one = await begun('one');
    const { signer } = one.stores.ledger;
    const tried = jest.spyOn(signer, 'remember');
    mkdirSync(path.join(folder, 'keys', 'log.key.signed.new'));
    await one.stores.log.append('case-1', 'none', [anEvent()]);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(one.keeper.broken?.message).toContain('EISDIR');
    expect(tried.mock.calls.length).toBeLessThan(7);
    expect(said).toHaveBeenCalledTimes(1);
    rmSync(path.join(folder, 'keys', 'log.key.signed.new'), { recursive: true });
    await until(() => Promise.resolve(one.keeper.broken === undefined), 'that it signs again', 15_000);
    expect(signer.lastSigned()).toBe(notesOf(one).at(-1));
    said.mockRestore();
  });

  it('aren’t signed with a key that was replaced, by a node that missed it', async () => {
    const [one, two] = [await begun('one'), await begun('two')];
    const { signer } = one.stores.ledger;
    const from = formatVerifierKey(newVerifierKey(signer.name, signer.publicKey, nodeHash));
    const to = formatVerifierKey(newVerifierKey(signer.name, signer.successor(), nodeHash));
    await one.stores.log.append(LOG_STREAM, 'none', [{ ...anEvent(), type: KEY_ROTATED, data: { from, to } }]);
    await signedFor(one, LOG_STREAM);
    await until(() => Promise.resolve(two.keeper.indexOf(LOG_STREAM, 0) !== undefined));
    await one.keeper.stop();
    signer.handOver();
    await ended(one);
    const covered = notesOf(two);
    await two.stores.log.append('case-1', 'none', [anEvent()]);
    await until(() => Promise.resolve(two.keeper.broken !== undefined), 'that it stops');
    expect(two.keeper.broken?.message).toContain('已在别处更换');
    expect(notesOf(two)).toEqual(covered);
    await ended(two);
    const again = await begun('two');
    await signedFor(again, 'case-1');
    const [line] = parseNote(notesOf(again).at(-1) as string).lines;
    expect(to.split('+')[1]).toBe(line?.id);
    expect(again.keeper.broken).toBeUndefined();
  });
});
