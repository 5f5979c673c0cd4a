import { openCommonCredentials } from '@srd/adapters/credentials';
import { openEventStore } from '@srd/adapters/eventstoredb';
import { openSqliteMirror } from '@srd/adapters/sqlite';
import { closeStores, openStoresWith } from '@srd/adapters/stores';
import { LogUnavailable } from '@srd/runtime';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anEvent } from '../contracts/an-event';
import { Door } from './door';
import { EventStoreDouble } from './double';
import { withNamespace } from './namespace';

describe('the folders of a node in front of EventStoreDB', () => {
  let server: EventStoreDouble;
  let folder: string;

  beforeEach(async () => {
    server = new EventStoreDouble();
    folder = mkdtempSync(path.join(tmpdir(), 'srd-folders-'));
    await server.start();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const node = (name: string, more: { sharedDir?: string; eventStore?: string } = {}) => ({
    mode: 'serve' as const,
    dataDir: path.join(folder, name),
    keyDir: path.join(folder, 'keys'),
    sharedDir: path.join(folder, 'shared'),
    eventStore: server.url,
    ...more,
  });

  /** Opens, writes an event and closes again. */
  async function written(place: ReturnType<typeof node>): Promise<void> {
    const stores = await openStoresWith(place);
    const head = await stores.log.head();
    await stores.log.append(`case-${head ?? 'first'}`, 'none', [anEvent()]);
    await closeStores(stores);
  }

  it('may be empty at any time: what a node needs, the server and the shared folder give again', async () => {
    mkdirSync(path.join(folder, 'shared'));
    await written(node('one'));
    await written(node('two'));
    rmSync(path.join(folder, 'one'), { recursive: true });
    const again = await openStoresWith(node('one'));
    expect(await again.log.readAll()).toHaveLength(2);
    await closeStores(again);
  });

  it('refuse a node whose SRD_SHARED_DIR was forgotten, and leave nothing behind in the wrong folder', async () => {
    mkdirSync(path.join(folder, 'shared'));
    await written(node('one'));
    const forgotten = node('two', { sharedDir: path.join(folder, 'two') });
    await expect(openStoresWith(forgotten)).rejects.toThrow('SRD_SHARED_DIR');
    expect(existsSync(path.join(folder, 'two', 'installation.id'))).toBe(false);
    await written(node('two'));
    // An attachment's folder that was restored is taken again once its name stands in it.
    rmSync(path.join(folder, 'shared', 'installation.id'));
    await expect(openStoresWith(node('one'))).rejects.toThrow('应为');
    writeFileSync(
      path.join(folder, 'shared', 'installation.id'),
      readFileSync(path.join(folder, 'two', 'installation.id')),
    );
    await written(node('one'));
  });

  it('refuse a data folder of another namespace, with events in its mirror or without', async () => {
    mkdirSync(path.join(folder, 'shared'));
    await written(node('one'));
    const elsewhere = { eventStore: withNamespace(server.url, 'elsewhere'), sharedDir: path.join(folder, 'other') };
    mkdirSync(elsewhere.sharedDir);
    await expect(openStoresWith(node('one', elsewhere))).rejects.toThrow('命名空间 elsewhere');
    await written(node('two', elsewhere));
    // Its accounts would count here, though its mirror is gone.
    rmSync(path.join(folder, 'two', 'mirror.sqlite'));
    await expect(openStoresWith(node('two'))).rejects.toThrow('是另一套系统的缓存');
    // Where there was no event yet, nothing of the new namespace is passed over.
    await closeStores(await openStoresWith(node('three', elsewhere)));
    await written(node('one'));
  });

  it('refuse a mirror that is ahead of a server restored from an older copy', async () => {
    const url = withNamespace(server.url, 'restored');
    mkdirSync(path.join(folder, 'one'));
    const mirror = (): string => path.join(folder, 'one', 'mirror.sqlite');
    const { log } = await openEventStore(url, openSqliteMirror(mirror()));
    await log.append('case-1', 'none', [anEvent()]);
    await log.close();
    cpSync(mirror(), `${mirror()}.kept`);
    const older = new EventStoreDouble();
    await older.start();
    await expect(openEventStore(withNamespace(older.url, 'restored'), openSqliteMirror(mirror()))).rejects.toThrow(
      '比服务器新',
    );
    await older.stop();
  });

  it('don’t let a node that is cut off accept a session that was ended, or a password that was changed, elsewhere', async () => {
    const door = new Door();
    await door.before(server.port);
    const cutOff = await openEventStore(
      server.url.replace(`:${server.port}`, `:${door.port}`),
      openSqliteMirror(path.join(folder, 'one.sqlite')),
    );
    const other = await openEventStore(server.url, openSqliteMirror(path.join(folder, 'two.sqlite')));
    const here = await openCommonCredentials(path.join(folder, 'c1.sqlite'), cutOff.openJournal);
    const there = await openCommonCredentials(path.join(folder, 'c2.sqlite'), other.openJournal);
    const officer = { login: 'officer', account: 'account-1', demonstration: false };
    await there.set(officer, 'one');
    const [ended, replaced] = [await there.start(officer), await there.start(officer)];
    expect(await here.find(ended)).toMatchObject({ account: 'account-1' });
    await door.close();
    await there.end(ended);
    await there.set(officer, 'two');
    const said = [here.find(ended), here.find(replaced), here.check('officer', 'one')].map((asked) =>
      asked.catch((error: unknown) => error),
    );
    // Nobody is let in on what this node knew before; in the end it says that it can't tell.
    expect(await Promise.race([...said, sleep(2_000, 'waits')])).toBe('waits');
    const answers = await Promise.all(said);
    expect(answers.every((answer) => answer === undefined || answer instanceof LogUnavailable)).toBe(true);
    await door.before(server.port);
    expect(await here.find(ended)).toBeUndefined();
    expect(await here.find(replaced)).toBeUndefined();
    expect(await here.check('officer', 'one')).toBeUndefined();
    expect(await here.check('officer', 'two')).toMatchObject({ account: 'account-1' });
    await Promise.all([cutOff.log.close(), other.log.close()]);
    here.close();
    there.close();
    await door.close();
  });
});
