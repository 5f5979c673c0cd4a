import { closeStores, openStores } from '@srd/adapters/stores';
import type { Instant } from '@srd/kernel';
import type { StandingClock } from '@srd/runtime';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, place, playWith, start, type Built } from './built';

describe('starting the demonstration again', () => {
  it('builds the same one after an interrupted build, and then leaves it', async () => {
    const [one, other] = [place(), place()];
    await start(one);
    // What a build that was killed leaves behind, and the keys of a demonstration that was reset.
    for (const folder of [`${other.dataDir}.building`, `${other.keyDir}.building`, other.keyDir]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'demonstration.json'), '{"clock":"2023-02-01T01:00:00.000Z"}');
      if (folder.endsWith('.building')) writeFileSync(join(folder, 'events.sqlite'), 'half a file');
    }
    // And a folder that was opened as a demonstration before there was one.
    const empty = openStores({ mode: 'demo', ...other });
    (empty.clock as StandingClock).moveTo('2023-02-01T01:00:00.000Z' as Instant);
    await closeStores(empty);
    await start(other);
    const again = await start(other);
    expect(again.reported).toEqual([]);
    expect(again.printed).toHaveLength(4);

    const [a, b] = [await open(one), await open(other)];
    const drawn = ({ of }: Built) => [
      of<{ selected: unknown }>('ObjectsDrawn').map(({ stream, data }) => [stream, data.selected]),
      of<{ assigned: unknown; teams: unknown }>('InspectorsDrawn').map(({ stream, data }) => [
        stream,
        data.assigned,
        data.teams,
      ]),
    ];
    expect(drawn(b)).toEqual(drawn(a));
    expect(b.events.map(({ id }) => id)).toEqual(a.events.map(({ id }) => id));
    await a.close();
    await b.close();
  });

  it('R55 R56 plays through whoever is drawn: the script looks nobody up by name', async () => {
    expect(await playWith('one other seed')).toEqual({ closed: 25, abnormal: 1, blacklisted: 1, voided: 1, open: 19 });
  });

  it('waits for nobody: a second start beside a build under way says so and leaves it alone', async () => {
    const where = place();
    const first = start(where);
    while (!existsSync(join(`${where.dataDir}.building`, 'events.sqlite')))
      await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(start(where)).rejects.toThrow('另一个进程正在生成演示数据');
    expect((await first).printed).toHaveLength(4);
  });

  it('touches no folder that isn’t its own', async () => {
    const taken = place();
    mkdirSync(taken.dataDir);
    writeFileSync(join(taken.dataDir, 'mine.txt'), '');
    await expect(start(taken)).rejects.toThrow('DATA_DIR');
    const keys = place();
    mkdirSync(keys.keyDir);
    writeFileSync(join(keys.keyDir, 'mine.key'), '');
    await expect(start(keys)).rejects.toThrow('SRD_KEY_DIR');
    const beside = place();
    mkdirSync(`${beside.dataDir}.building`);
    writeFileSync(join(`${beside.dataDir}.building`, 'mine.txt'), '');
    await expect(start(beside)).rejects.toThrow('请移走');
  });
});
