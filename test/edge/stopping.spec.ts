import { revealObjects, transcriptHash, type Contribution, type ObjectRequest } from '@srd/proof/draw';
import { sha256, type JsonObject } from '@srd/kernel';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeze, publicDraw, sealAndOpen, type Ceremony } from '../journeys/ceremony';
import type { Done } from '../journeys/client';
import { caseAt, lawyers } from '../journeys/inspection';
import { PLAN, planAndAllot, prepare, task } from '../journeys/preparation';
import { withStores } from '../journeys/place';
import type { Place } from '../journeys/process';
import { chaozhou, fagaiju, institutionsOf } from '../journeys/seeds';
import { House } from '../journeys/server';

const { officer } = lawyers;

/** Sixteen officers' browsers that send command after command until nobody answers. @returns ids of what was acknowledged */
function underLoad(house: House, series: number): { readonly acknowledged: Set<string>; readonly over: Promise<void> } {
  const acknowledged = new Set<string>();
  const waiting = [...institutionsOf('law-firm', 900, series)].reverse();
  const client = house.as(officer);
  const browser = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const data = { ...next, occurredOn: '2023-05-08' };
      try {
        const path = '/api/v1/rosters/chaozhou.law-firm/register-institution';
        const { status } = await client.send<Done>('POST', path, data, { 'idempotency-key': next.institution });
        if (status === 201) acknowledged.add(next.institution);
        else throw new Error(`${next.institution}: ${status}`);
      } catch (error) {
        // What fetch throws when nobody answers any more; it comes from outside the tests’ own globals.
        if ((error as Error).name === 'TypeError') return;
        throw error;
      }
    }
  };
  return { acknowledged, over: Promise.all(Array.from({ length: 16 }, browser)).then(() => undefined) };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a server that stops', () => {
  let house: House;
  const registered = async () => {
    const rows = await house.as(officer).list<{ institution: string }>('/api/v1/institutions');
    return rows.map(({ institution }) => institution);
  };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
  });
  afterAll(() => house.close());

  it('says on SIGTERM that it isn’t ready, finishes what is under way, and ends with 0', async () => {
    await house.as(officer).session();
    const { acknowledged, over } = underLoad(house, 30);
    while (acknowledged.size < 40) await pause(5);
    expect((await house.anybody.get('/health/ready')).status).toBe(200);
    house.server.terminate();
    let notReady = 0;
    let servedMeanwhile = 0;
    for (let gone = false; !gone;) {
      const before = acknowledged.size;
      const ready = await house.anybody.get('/health/ready').catch(() => undefined);
      if (ready?.status === 503) {
        notReady++;
        await pause(20);
        servedMeanwhile += acknowledged.size - before;
      }
      gone = ready === undefined;
    }
    expect(await house.server.ended).toEqual({ code: 0, signal: null });
    await over;
    expect(notReady).toBeGreaterThan(0);
    expect(servedMeanwhile).toBeGreaterThan(0);
    await house.restart();
    const there = new Set(await registered());
    expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
  });

  it('loses nothing that it acknowledged when it is killed under sixteen clients, three times over', async () => {
    for (const round of [1, 2, 3]) {
      const { acknowledged, over } = underLoad(house, 30 + round);
      while (acknowledged.size < 30) await pause(5);
      await pause(20 * round);
      await house.restart('kill');
      await over;
      const there = await registered();
      expect([...acknowledged].filter((id) => !there.includes(id))).toEqual([]);
      expect(new Set(there).size).toBe(there.length);
      // A client that never heard asks again with the same key, and the institution is there once.
      const [first] = institutionsOf('law-firm', 1, 30 + round);
      const path = '/api/v1/rosters/chaozhou.law-firm/register-institution';
      const data = { ...first, occurredOn: '2023-05-08' };
      const again = await house
        .as(officer)
        .send<Done>('POST', path, data, { 'idempotency-key': first?.institution ?? '' });
      expect([again.status, again.body.repeated]).toEqual([201, true]);
    }
  });

  it('keeps its sessions and answers queries after a kill', async () => {
    const { status } = await house.as(officer).get('/api/v1/session');
    expect(status).toBe(200);
  });
});

describe('T4 a draw whose server dies between commitment and reveal', () => {
  let house: House;
  const ceremony: Ceremony = { officer, plan: PLAN, series: task(4) };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 20);
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on('2023-07-10');
  });
  afterAll(() => house.close());

  /** What the committed secret gives, worked out beside the server from a copy of its stores. */
  async function foretold(copy: Place): Promise<string> {
    return withStores(copy, async ({ log, vault }) => {
      const events = await log.read(`selection-${task(4)}`);
      const of = (type: string) => events.filter((event) => event.type === type).map(({ data }) => data);
      const [frozen] = of('DrawFrozen') as unknown as { request: ObjectRequest; secret: JsonObject }[];
      if (!frozen) throw new Error('nothing is frozen');
      const secret = Buffer.from(vault.open(frozen.secret, frozen.request.draw) ?? []).toString('hex');
      const opened = of('SealOpened') as unknown as { by: string; value: string; nonce: string }[];
      const seals = of('SealReceived') as unknown as { by: string; role: string; seal: string }[];
      const contributions = seals.map(({ by, role, seal }): Contribution => {
        const opening = opened.find((each) => each.by === by);
        if (!opening) throw new Error(`${by} didn't open`);
        return { by, role, seal, value: opening.value, nonce: opening.nonce };
      });
      return transcriptHash(revealObjects(frozen.request, secret, contributions, null, sha256), sha256);
    });
  }

  it('trap 4 reveals after the restart what was committed to before it', async () => {
    await freeze(house, ceremony);
    const { commitment } = await publicDraw(house, task(4));
    await house.restart('kill');
    expect((await publicDraw(house, task(4))).commitment).toBe(commitment);
    await sealAndOpen(house, ceremony);
    await house.server.kill();

    const folder = mkdtempSync(join(tmpdir(), 'srd-copy-'));
    const copy: Place = { ...house.place, dataDir: join(folder, 'data'), keyDir: join(folder, 'keys') };
    cpSync(house.place.dataDir, copy.dataDir, { recursive: true });
    cpSync(house.place.keyDir, copy.keyDir, { recursive: true });
    const expected = await foretold(copy);

    await house.restart();
    const between = await publicDraw(house, task(4));
    expect(between).toMatchObject({ attempt: 1, commitment, transcript: null });
    await house.as(officer).give('selections', task(4), 'Reveal');
    await house.restart('kill');
    const { transcriptHash: told } = await publicDraw(house, task(4));
    expect(told).toBe(expected);
  });

  it('R64 brings the drawn objects to their cases, once, though the server died right after the reveal', async () => {
    await caseAt(house, `${task(4)}-1`, 'awaiting-team');
    await caseAt(house, `${task(4)}-2`, 'awaiting-team');
    for (const number of [1, 2]) {
      const events = await house.as(officer).list<{ type: string }>(`/api/v1/cases/${task(4)}-${number}/events`);
      expect(events.map(({ type }) => type)).toEqual(['CaseOpened', 'ObjectDrawn']);
    }
  });

  it('marks a draw overdue by the clock, and lets it be finished all the same', async () => {
    const team: Ceremony = { ...ceremony, series: `${task(4)}:team` };
    await freeze(house, team);
    await sealAndOpen(house, team);
    await house.restart('kill');
    await house.on('2023-07-13');
    expect((await publicDraw(house, team.series)).overdue).toBe(true);
    const page = async (): Promise<string> =>
      (await fetch(`${house.url}/public/draws/${encodeURIComponent(`${team.series}.1`)}`)).text();
    expect(await page()).toContain('已过须揭晓的时间');
    await house.as(officer).give('selections', team.series, 'Reveal');
    expect((await publicDraw(house, team.series)).transcript).not.toBeNull();
    expect(await page()).not.toContain('已过须揭晓的时间');
  });
});
