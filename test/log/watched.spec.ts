import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeHash } from '@srd/adapters/stores';
import { nodeVerify } from '@srd/application';
import { openCheckpoint, parseVerifierKey } from '@srd/proof/log';
import { chaozhou } from '../journeys/seeds';
import { refusedStart, type Place } from '../journeys/process';
import { House, until } from '../journeys/server';
import { tamper } from './ledger';
import { srd } from '../journeys/srd';

describe('a log that is watched from outside', () => {
  let house: House;
  const folder = mkdtempSync(join(tmpdir(), 'srd-watched-'));
  const key = join(folder, 'witness.key');
  const look = () =>
    srd(['witness', '--log', house.url, '--key', key, '--state', join(folder, 'state'), '--name', 'jijian', '--json']);

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou], clock: '2023-05-08T01:00:00.000Z' });
  });
  afterAll(() => house.close());

  it('publishes the co-signature of a witness whose key lies in the key folder, and of no other', async () => {
    const first = JSON.parse((await look()).out) as { handedBack: boolean; key: string };
    expect(first.handedBack).toBe(false);
    mkdirSync(join(house.place.keyDir, 'witnesses'), { recursive: true });
    writeFileSync(join(house.place.keyDir, 'witnesses', 'jijian.vkey'), `${first.key}\n`);
    await house.restart();
    const { code, out } = await look();
    expect([code, (JSON.parse(out) as { handedBack: boolean }).handedBack]).toEqual([0, true]);

    const { items, witnesses } = await house.anybody.read<{ items: string[]; witnesses: string[] }>(
      '/api/v1/public/log/keys',
    );
    expect(witnesses).toEqual([first.key]);
    const keys = [...items, ...witnesses].map((each) => parseVerifierKey(each, nodeHash));
    for (const query of ['', '?witnessed=true']) {
      const note = await house.anybody.read<string>(`/api/v1/public/log/checkpoint${query}`);
      const opened = openCheckpoint(note, keys, nodeVerify);
      expect(opened.witnesses.map(({ key: { name } }) => name)).toEqual(['jijian']);
    }
  });

  it('T14 goes on being watched by the same witness when its key is changed, which the witness learns from the announcement', async () => {
    const known = () => readFileSync(join(folder, 'state', 'log.vkey'), 'utf8').trim();
    const { items: before } = await house.anybody.read<{ items: string[] }>('/api/v1/public/log/keys');
    expect(known()).toBe(before[0]);
    await house.server.stop();
    const { dataDir, keyDir, mode } = house.place;
    const settings = { DATA_DIR: dataDir, SRD_KEY_DIR: keyDir, SRD_MODE: mode };
    const rotated = await srd(['rotate-key', '--reason', '年度更换', '--json'], [], settings);
    const { from, to, size } = JSON.parse(rotated.out) as { from: string; to: string; size: number };
    expect(from).toBe(before[0]);
    await house.restart();
    // The new key signs from the next event on.
    await house.as('chaozhou-auditor').send('POST', '/api/v1/log/self-checks', {});
    const newest = () => house.anybody.read<string>('/api/v1/public/log/checkpoint');
    await until(async () => Number((await newest()).split('\n')[1]) > size, 'a checkpoint under the new key');
    const { code, out, err } = await look();
    expect([code, err.includes('不能核验')]).toEqual([0, false]);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'cosigned',
      handedBack: true,
      before: expect.any(Number) as number,
    });
    expect(known()).toBe(to);
  });

  it('T12 doesn’t start on data that are older than what was signed, names both sizes, and ends with 1', async () => {
    const held = readFileSync(join(folder, 'state', 'checkpoint.note'), 'utf8');
    writeFileSync(join(house.place.keyDir, 'witnesses', 'jijian.note'), held);
    await house.server.stop();
    const place: Place = house.place;
    const size = Number(held.split('\n')[1]);
    tamper(place as never, `DELETE FROM events WHERE position >= ${size - 3}`);
    const { code, said } = await refusedStart(place);
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`${size - 3} 条事件.*${size} 条`));
  });
});
