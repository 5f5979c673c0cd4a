import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysOf, LogForged, nodeVerify } from '@srd/application';
import { nodeHash } from '@srd/adapters/stores';
import {
  checkConsistency,
  checkInclusion,
  leafBytes,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  rootOf,
} from '@srd/proof/log';
import { anEvent, grow, newPlace, tamper, withKeeper, type LogPlace } from './ledger';

/** What a start says of the place; undefined when it goes through. */
async function refusal(place: LogPlace): Promise<LogForged | undefined> {
  try {
    await withKeeper(place, () => undefined);
    return undefined;
  } catch (error) {
    if (error instanceof LogForged) return error;
    throw error;
  }
}

const copyOf = (place: LogPlace): LogPlace => {
  const copy = newPlace();
  cpSync(place.dataDir, copy.dataDir, { recursive: true });
  cpSync(place.keyDir, copy.keyDir, { recursive: true });
  return copy;
};

describe('the keeper of the log', () => {
  it('signs for every event within a second, and for the root that the leaves give', async () => {
    const place = newPlace();
    await withKeeper(place, async ({ stores, keeper }) => {
      expect(keeper.latest()).toBeUndefined();
      await stores.log.append('case-1', 'none', [anEvent('case-1', 0), anEvent('case-1', 1)]);
      await new Promise((resolve) => setTimeout(resolve, 900));
      const { note } = keeper.latest()!;
      const keys = keysOf(stores.ledger, nodeHash).map((key) => parseVerifierKey(key, nodeHash));
      const { checkpoint } = openCheckpoint(note, keys, nodeVerify);
      const events = (await stores.log.readAll()).map(({ event }) => leafHash(leafBytes(event, nodeHash), nodeHash));
      expect(checkpoint).toMatchObject({ size: 2, root: rootOf(events, nodeHash) });
    });
  });

  it('signs for no event later than a second after it was recorded, while others keep coming', async () => {
    await withKeeper(newPlace(), async ({ stores, keeper }) => {
      const recorded: number[] = [];
      const signed: (readonly [size: number, at: number])[] = [];
      // What the machine itself stood still for is nobody's wait.
      let still = 0;
      let looked = performance.now();
      const watch = setInterval(() => {
        const now = performance.now();
        still = Math.max(still, now - looked);
        looked = now;
        const size = keeper.latest()?.size ?? 0;
        if (size > (signed.at(-1)?.[0] ?? 0)) signed.push([size, now]);
      }, 10);
      for (const begun = performance.now(); performance.now() - begun < 2_500;) {
        const revision = recorded.length;
        await stores.log.append('case-1', revision === 0 ? 'none' : revision - 1, [anEvent('case-1', revision)]);
        recorded.push(performance.now());
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000 + 2 * still));
      clearInterval(watch);
      expect(recorded.length).toBeGreaterThan(50);
      const waits = recorded.map((at, index) => (signed.find(([size]) => size > index)?.[1] ?? Infinity) - at);
      expect(Math.max(...waits)).toBeLessThan(1_000 + 2 * still);
    });
  });

  it('signs in between where very many come at once, so that the first don’t wait for the hashes of the last', async () => {
    await withKeeper(newPlace(), async ({ stores, keeper }) => {
      const all = Array.from({ length: 12_500 }, (_, revision) => anEvent('case-1', revision));
      for (let from = 0; from < all.length; from += 1_000)
        await stores.log.append('case-1', from === 0 ? 'none' : from - 1, all.slice(from, from + 1_000));
      await keeper.covering('case-1', all.length - 1, 30_000);
      const sizes = [0, ...[...stores.ledger.tree.checkpoints()].map(({ size }) => size)];
      expect(sizes.at(-1)).toBe(all.length);
      const steps = sizes.slice(1).map((size, at) => size - sizes[at]!);
      expect(Math.max(...steps)).toBeLessThanOrEqual(5_000);
    });
  });

  it('covers an event at once when somebody waits for it', async () => {
    await withKeeper(newPlace(), async ({ stores, keeper }) => {
      await stores.log.append('case-1', 'none', [anEvent('case-1', 0)]);
      expect(keeper.indexOf('case-1', 0)).toBeUndefined();
      expect((await keeper.covering('case-1', 0))?.size).toBe(1);
      expect(await keeper.covering('case-1', 7, 50)).toBeUndefined();
    });
  });

  it('proves each leaf in each checkpoint and each checkpoint in the next, across restarts', async () => {
    const place = newPlace();
    for (const count of [1, 6, 9]) await grow(place, count);
    await withKeeper(place, async ({ stores, keeper }) => {
      const all = [...stores.ledger.tree.checkpoints()];
      expect(all.at(-1)?.size).toBe(16);
      const events = (await stores.log.readAll()).map(({ event }) => event);
      for (const [at, { size, root }] of all.entries()) {
        for (const [index, event] of events.slice(0, size).entries()) {
          const leaf = leafHash(leafBytes(event, nodeHash), nodeHash);
          expect(keeper.indexOf(event.stream, event.revision)).toBe(index);
          expect(checkInclusion(keeper.inclusion(index, size), index, size, leaf, root, nodeHash)).toBe(true);
        }
        const next = all[at + 1];
        if (!next) continue;
        const path = keeper.consistency(size, next.size);
        expect(checkConsistency(path, size, next.size, root, next.root, nodeHash)).toBe(true);
      }
    });
  });

  it('signs at the next start for what was written when it was killed', async () => {
    const place = newPlace();
    await grow(place, 4);
    await withKeeper(place, async ({ stores, keeper }) => {
      await keeper.stop();
      await stores.log.append('case-9', 'none', [anEvent('case-9', 0)]);
    });
    await withKeeper(place, ({ keeper }) => expect(keeper.latest()?.size).toBe(5));
  });
});

describe('a log that is not the one that was signed for', () => {
  const place = newPlace();
  beforeAll(() => grow(place, 20));

  it.each([
    ['content', `UPDATE events SET data = '{"number":99}' WHERE position = 7`, 7],
    ['time', `UPDATE events SET at = '2023-07-10T02:00:00.000Z' WHERE position = 3`, 3],
    ['actor', `UPDATE events SET actor = 'officer-2' WHERE position = 12`, 12],
    ['metadata', `UPDATE events SET meta = replace(meta, '"test"', '"best"') WHERE position = 0`, 0],
    ['salt', `UPDATE events SET salt = '00000000000000000000000000000000' WHERE position = 19`, 19],
    [
      'two events that change places',
      `UPDATE events SET position = -1 WHERE position = 8; UPDATE events SET position = 8 WHERE position = 9;
       UPDATE events SET position = 9 WHERE position = -1`,
      8,
    ],
  ])('T11 refuses to write and names the leaf: %s', async (_, statement, leaf) => {
    const forged = copyOf(place);
    // The column's own check stands in the way of the swap.
    tamper(forged, 'PRAGMA ignore_check_constraints = ON', statement);
    expect(await refusal(forged)).toMatchObject({ code: 'LEAF_DIFFERS', leaf });
  });

  it('T11 T13 names the first leaf that is another one where an event was taken out', async () => {
    const cut = copyOf(place);
    tamper(cut, `DELETE FROM events WHERE position = 5`);
    expect(await refusal(cut)).toMatchObject({ code: 'SHORTER_THAN_SIGNED', leaf: 5 });
  });

  it('T13 refuses a log whose last events are gone, and names both sizes', async () => {
    for (const gone of [1, 7, 20]) {
      const cut = copyOf(place);
      tamper(cut, `DELETE FROM events WHERE position >= ${20 - gone}`);
      const said = await refusal(cut);
      expect([said?.code, said?.leaf]).toEqual(['SHORTER_THAN_SIGNED', 20 - gone]);
      expect(said?.message).toMatch(new RegExp(`${20 - gone} 条事件.*20 条`));
    }
  });

  it('T12 refuses an old backup of all the data: the signer remembers a larger size', async () => {
    const older = newPlace();
    await grow(older, 10);
    const backup = copyOf(older);
    await grow(older, 10);
    rmSync(older.dataDir, { recursive: true });
    cpSync(backup.dataDir, older.dataDir, { recursive: true });
    const said = await refusal(older);
    expect(said?.code).toBe('SHORTER_THAN_SIGNED');
    expect(said?.message).toMatch(/10 条事件.*20 条/);
  });

  it('T12 refuses old data with old keys too, where a witness’s note is laid beside them', async () => {
    const older = newPlace();
    await grow(older, 10);
    const backup = copyOf(older);
    await grow(older, 10);
    const note = await withKeeper(older, ({ keeper }) => keeper.latest()!.note);
    mkdirSync(join(backup.keyDir, 'witnesses'));
    writeFileSync(join(backup.keyDir, 'witnesses', 'jijian.note'), note);
    const said = await refusal(backup);
    expect(said?.message).toMatch(/10 条事件.*jijian.*20 条/);
  });

  it('T14 T16 refuses a log of which a witness keeps another history, and says whose word and from which leaf', async () => {
    const told = newPlace();
    await grow(told, 10);
    const shown = copyOf(told);
    const note = await withKeeper(shown, async ({ stores, keeper }) => {
      await stores.log.append('case-9', 'none', [anEvent('case-9', 0), anEvent('case-9', 1)]);
      return (await keeper.covering('case-9', 1))!.note;
    });
    await grow(told, 5);
    mkdirSync(join(told.keyDir, 'witnesses'));
    writeFileSync(join(told.keyDir, 'witnesses', 'jijian.note'), note);
    const said = await refusal(told);
    expect([said?.code, said?.leaf]).toEqual(['LEAF_DIFFERS', 10]);
    expect(said?.message).toMatch(/见证人“jijian”所存检查点签名的 12 条不符.*第 10 号/);
  });

  it('T11 is not taken in by hashes that were recomputed with the events: the signed root stands against both', async () => {
    const forged = copyOf(place);
    tamper(forged, `UPDATE events SET data = '{"number":99}' WHERE position = 7`);
    const clean = copyOf(forged);
    // Whoever forges has no key: they build the tree anew and keep the signed notes.
    rmSync(clean.keyDir, { recursive: true });
    for (const name of ['', '-wal', '-shm']) rmSync(join(clean.dataDir, `checkpoints.sqlite${name}`), { force: true });
    await withKeeper(clean, () => undefined);
    const said = await refusal({ ...clean, keyDir: forged.keyDir });
    expect(said?.code).toBe('NOTE_REFUSED');
  });

  it('goes on where only its own hashes were damaged, for the events still give the signed root', async () => {
    const damaged = copyOf(place);
    await withKeeper(damaged, ({ stores }) => stores.ledger.tree.forgetLeaves());
    await withKeeper(damaged, ({ keeper }) => {
      expect(keeper.inclusion(3, 20)).toHaveLength(5);
      expect(keeper.latest()?.size).toBe(20);
    });
  });

  it('finds nothing wrong with what is as it was', async () => {
    expect(await refusal(copyOf(place))).toBeUndefined();
  });
});
