import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeStores, nodeHash, openStores } from '@srd/adapters/stores';
import { keysOf, LogKeeper, nodeVerify } from '@srd/application';
import {
  checkInclusion,
  leafBytes,
  leafHash,
  NoteRefused,
  openCheckpoint,
  parseVerifierKey,
  rotationOf,
} from '@srd/proof/log';
import { aFolder } from '../cli.fixture';

const place = (env: { DATA_DIR: string; SRD_KEY_DIR: string }) =>
  ({ mode: 'serve', dataDir: env.DATA_DIR, keyDir: env.SRD_KEY_DIR }) as const;

describe('srd rotate-key', () => {
  const { srd, env } = aFolder();
  beforeAll(async () => {
    expect((await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三')).code).toBe(0);
  });

  it('T14 announces the new key under the old one, which signs nothing any more afterwards', async () => {
    const { code, out } = await srd('rotate-key', '--reason', '年度更换', '--json');
    expect(code).toBe(0);
    const { from, to, size } = JSON.parse(out) as { from: string; to: string; size: number };
    const [old, next] = [from, to].map((key) => parseVerifierKey(key, nodeHash));
    expect(readFileSync(join(env.SRD_KEY_DIR, 'log.retired.vkey'), 'utf8')).toBe(`${from}\n`);

    const stores = openStores(place(env));
    const keeper = new LogKeeper(stores.log, stores.ledger, nodeHash);
    await keeper.start();
    expect(keysOf(stores.ledger, nodeHash)).toEqual([to, from]);
    const covering = stores.ledger.tree.covering(size - 1)!;
    const { checkpoint, log } = openCheckpoint(covering.note, [old!], nodeVerify);
    expect(log.id).toBe(old!.id);
    const announced = (await stores.log.read('log')).at(-1)!;
    expect(rotationOf(announced, nodeHash)).toMatchObject({ from: { id: old!.id }, to: { id: next!.id } });
    const index = keeper.indexOf('log', announced.revision)!;
    const leaf = leafHash(leafBytes(announced, nodeHash), nodeHash);
    expect(checkInclusion(keeper.inclusion(index, size), index, size, leaf, checkpoint.root, nodeHash)).toBe(true);
    await keeper.stop();
    await closeStores(stores);

    expect((await srd('init', '--preset', 'chaozhou2023', '--organ', 'another', '--admin', '李四')).code).toBe(0);
    const later = openStores(place(env));
    const { note } = later.ledger.tree.latest()!;
    await closeStores(later);
    expect(openCheckpoint(note, [next!], nodeVerify).checkpoint.size).toBeGreaterThan(size);
    expect(() => openCheckpoint(note, [old!], nodeVerify)).toThrow(NoteRefused);
  });

  it('goes on where it was cut short, and asks for a reason', async () => {
    expect((await srd('rotate-key')).code).toBe(2);
    expect((await srd('rotate-key', '--reason', '密钥泄露')).code).toBe(0);
    expect((await srd('replay', '--check')).code).toBe(0);
  });
});
