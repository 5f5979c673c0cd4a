import { openStoresWith, closeStores } from '@srd/adapters/stores';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDouble } from '../../../../test/esdb/double';
import { aFolder } from '../cli.fixture';

const PASSWORD = 'Qian-Yi-Zhi-Hou-2023';

/** The account that a one-time token opens, with a login and a password. */
const takenUp = { login: 'zhang', password: PASSWORD };

describe('what stands beside the log, after srd migrate', () => {
  let server: EventStoreDouble;
  beforeEach(async () => {
    server = new EventStoreDouble();
    await server.start();
  });
  afterEach(() => server.stop());

  /** A house with an administrator who has signed in, in a folder of its own. */
  async function aHouse() {
    const folder = aFolder();
    const { env, srd } = folder;
    const said = JSON.parse(
      (await srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三', '--json')).out,
    ) as { accounts: readonly { account: string; token: string }[] };
    const [offered] = said.accounts;
    const place = { mode: 'serve' as const, dataDir: env.DATA_DIR, keyDir: env.SRD_KEY_DIR, eventStore: 'sqlite' };
    const before = await openStoresWith(place);
    const credential = await before.credentials.takeUp(offered!.token, takenUp.login, takenUp.password);
    const session = await before.credentials.start(credential!);
    const persons = (await before.persons.search('张三', 10)).length;
    await before.persons.put('p-gone', { name: '李四' });
    await before.persons.forget('p-gone');
    const notes = [...before.ledger.tree.checkpoints()].map(({ note }) => note);
    await closeStores(before);
    expect(persons).toBe(1);
    expect(notes.length).toBeGreaterThan(0);
    return { ...folder, place, session, notes };
  }

  async function whole(house: Awaited<ReturnType<typeof aHouse>>): Promise<void> {
    // At a node that has nothing but the keys.
    const node = { ...house.place, dataDir: `${house.place.dataDir}-new`, eventStore: server.url };
    const after = await openStoresWith({ ...node, sharedDir: house.place.dataDir });
    expect(await after.credentials.check(takenUp.login, takenUp.password)).toMatchObject({ login: 'zhang' });
    expect(await after.credentials.check(takenUp.login, 'another')).toBeUndefined();
    expect(await after.credentials.find(house.session)).toBeUndefined();
    expect(await after.persons.search('张三', 10)).toHaveLength(1);
    expect(await after.persons.search('李四', 10)).toEqual([]);
    expect(await after.persons.isForgotten('p-gone')).toBe(true);
    expect(await after.bookmark.read()).toBeDefined();
    await closeStores(after);
    // Starts by holding the log against all that was ever signed.
    Object.assign(house.env, { EVENT_STORE: server.url, DATA_DIR: node.dataDir, SRD_SHARED_DIR: house.place.dataDir });
    expect(await house.srd('rotate-key', '--reason', '迁移后更换')).toMatchObject({ code: 0, err: '' });
    const again = await openStoresWith({ ...node, sharedDir: house.place.dataDir });
    const notes = [...again.ledger.tree.checkpoints()].map(({ note }) => note);
    expect(notes.slice(0, house.notes.length)).toEqual(house.notes);
    await closeStores(again);
  }

  it('lets people sign in with what they had, names persons, forgets who was forgotten, and continues the checkpoints', async () => {
    const house = await aHouse();
    expect(await house.srd('migrate', '--from', 'sqlite', '--to', server.url)).toMatchObject({ code: 0 });
    const kept = readdirSync(house.env.DATA_DIR);
    expect(kept).toEqual(expect.arrayContaining(['events.migrated.sqlite', 'credentials.migrated.sqlite']));
    const second = await house.srd('migrate', '--from', 'sqlite', '--to', server.url);
    expect(second.code).not.toBe(0);
    expect(second.err).toContain('已迁移到服务器');
    await whole(house);
  });

  it.each([1, 2, 3, 4])('is whole when it is cut short at entry %i beside the log and run again', async (entry) => {
    const house = await aHouse();
    // The entry is written, its answer is lost, and nothing goes through any more.
    const { records, faults } = server;
    const append = records.append.bind(records);
    let entries = 0;
    records.append = (stream, expected, events) => {
      if (stream.includes('~') && ++entries === entry) {
        faults.accessDenied = true;
        faults.loseAnswers = 1;
      }
      return append(stream, expected, events);
    };
    const said = await house.srd('migrate', '--from', 'sqlite', '--to', server.url);
    records.append = append;
    faults.accessDenied = false;
    expect(said.code).not.toBe(0);
    expect(existsSync(join(house.env.DATA_DIR, 'events.sqlite'))).toBe(true);
    expect(await house.srd('migrate', '--from', 'sqlite', '--to', server.url)).toMatchObject({ code: 0 });
    await whole(house);
  });
});
