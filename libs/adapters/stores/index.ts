/** Every store of one data folder, opened together: what an app hands to the application. */
import { hash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toHex, type Hash } from '@srd/kernel';
import {
  alwaysOnDuty,
  systemChance,
  systemClock,
  type Bookmark,
  type Chance,
  type CheckpointEntry,
  type CheckpointsInCommon,
  type Credentials,
  type Duty,
  type EventLog,
  type CommonJournal,
  type Persons,
  type ProcedureClock,
  type Taker,
  type TreeStore,
} from '@srd/runtime';
import { openAttachments } from '../attachments';
import { openCommonCredentials, openCredentials } from '../credentials';
import type { EventStore, Filling } from '../eventstoredb';
import { makeOnce, openSigner, openVault } from '../keys';
import { openOutbox } from '../outbox';
import { openCommonPersons, openPersons } from '../persons';
import { openSqliteEventLog, openSqliteMirror, openSqliteTree, openSqliteViews } from '../sqlite';
import { holdTo } from './installation';
import { KeptClock } from './kept-clock';
export { moveBeside } from './move';
import { witnessesIn } from './witnesses';

/** Where the stores lie, and whether they are the demonstration's. */
export interface Place {
  readonly mode: 'demo' | 'serve';
  /** Folder of the data. */
  readonly dataDir: string;
  /** Folder of key files, apart from the data. */
  readonly keyDir: string;
  /** Folder of attachments and outgoing publications; the data folder where it isn't given. */
  readonly sharedDir?: string;
}

/** Every store of an installation as this process has it. */
export type Stores = ReturnType<typeof beside> & {
  readonly log: EventLog;
  readonly credentials: Credentials;
  readonly bookmark: Bookmark;
  readonly persons: Persons;
  readonly duty: Duty;
  readonly ledger: { readonly tree: TreeStore; readonly common?: CheckpointsInCommon } & ReturnType<typeof witnessing>;
};

/** SHA-256 by Node; by way of a text, which takes a third of the time of a buffer digest. */
export const nodeHash: Hash = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** File whose presence marks a folder as a demonstration's, and which holds its clock. */
export const DEMONSTRATION = 'demonstration.json';

/** File of the event log in a data folder. */
export function eventsFile(dataDir: string): string {
  return join(dataDir, 'events.sqlite');
}

/** File of the mirror of a server's event log in a data folder. */
export function mirrorFile(dataDir: string): string {
  return join(dataDir, 'mirror.sqlite');
}

/** Folder of the publication channels in a data folder. */
export function outboxFolder(dataDir: string): string {
  return join(dataDir, 'outbox');
}

/** File of the log's tree and checkpoints in a data folder. */
export function checkpointsFile(dataDir: string): string {
  return join(dataDir, 'checkpoints.sqlite');
}

/** Folder of the attachments' contents in a data folder. */
export function attachmentsFolder(dataDir: string): string {
  return join(dataDir, 'attachments');
}

/** @throws Error, in Chinese, when the folder is another process's, or real use is asked of a demonstration or the other way round */
export function openStores(place: Place, chance: Chance = systemChance): Stores {
  prepare(place);
  const { dataDir, keyDir } = place;
  const log = openSqliteEventLog(eventsFile(dataDir));
  const { bookmark, ...credentials } = openCredentials(join(dataDir, 'credentials.sqlite'));
  const persons = openPersons(join(dataDir, 'persons.sqlite'), join(keyDir, 'persons.keys'));
  const ledger = { tree: openSqliteTree(checkpointsFile(dataDir)), ...witnessing(place) };
  return { log, credentials, bookmark, persons, ledger, duty: alwaysOnDuty, ...beside(place, chance) };
}

/**
 * The stores with the event log where the settings say: `sqlite` in the data folder, or a server at a connection string (`esdb://…`), whose content
 * the data folder mirrors.
 * @throws Error as `openStores` does, and where the data folder has a log of its own beside the server's; LogUnavailable while no server answers
 */
export async function openStoresWith(
  { eventStore, ...place }: Place & { readonly eventStore: string },
  filling?: Filling,
): Promise<Stores> {
  if (eventStore === 'sqlite') return openStores(place);
  prepare(place);
  const { dataDir } = place;
  if (existsSync(eventsFile(dataDir)))
    throw new Error(
      `EVENT_STORE: ${dataDir} 中已有本机事件库，不与服务器上的混用；请另设 DATA_DIR，或先运行 srd migrate`,
    );
  const server = await openServer(eventStore, dataDir, filling);
  try {
    return await openOn(server, place);
  } catch (error) {
    await server.log.close();
    throw error;
  }
}

/** The stores whose content all nodes have in common on a server. */
async function openOn({ log, ...server }: EventStore, place: Place): Promise<Stores> {
  const { dataDir, keyDir } = place;
  await holdTo(place, server.openJournal);
  const credentials = await openCommonCredentials(join(dataDir, 'credentials.sqlite'), server.openJournal);
  const persons = await openCommonPersons(
    join(dataDir, 'persons.sqlite'),
    join(keyDir, 'persons.keys'),
    server.openJournal,
  );
  const tree = openSqliteTree(checkpointsFile(dataDir));
  const common = inCommon(tree.entries, await server.openJournal('checkpoints', tree.entries));
  const duty = await server.openDuty(nodeOf(dataDir));
  const ledger = { tree, common, ...witnessing(place) };
  const bookmark = await server.openBookmark();
  return { log, credentials, bookmark, persons, ledger, duty, ...beside(place, systemChance) };
}

/** The event log of a server, mirrored in the data folder. @throws as `openStoresWith` does */
export async function openServer(url: string, dataDir: string, filling?: Filling): Promise<EventStore> {
  const { openEventStore } = await import('../eventstoredb/index.js');
  return openEventStore(url, openSqliteMirror(mirrorFile(dataDir)), filling);
}

/** Checkpoints through a journal: an entry goes in where the tree store has taken in all before it. */
function inCommon(entries: Taker<CheckpointEntry>, journal: CommonJournal<CheckpointEntry>): CheckpointsInCommon {
  const next = (entry: CheckpointEntry): Promise<boolean> => journal.recordAs(entries.taken() + 1, entry);
  return {
    publish: ({ size, root, note }) => next({ kind: 'signed', size, root: toHex(root), note }),
    cosigned: (size, note) => next({ kind: 'cosigned', size, note }),
  };
}

/** What this node is called among others: the same after each restart with its data folder. */
function nodeOf(dataDir: string): string {
  const file = join(dataDir, 'node.id');
  makeOnce(file, () => randomUUID());
  return readFileSync(file, 'utf8');
}

function prepare(place: Place): void {
  checkMode(place);
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  mkdirSync(place.keyDir, { recursive: true, mode: 0o700 });
}

/** What is the same whether a process is alone or not. */
function beside(place: Place, chance: Chance) {
  const { mode, dataDir, keyDir, sharedDir = dataDir } = place;
  const clock: ProcedureClock = mode === 'demo' ? new KeptClock(join(dataDir, DEMONSTRATION)) : systemClock;
  return {
    clock,
    chance,
    hash: nodeHash,
    views: openSqliteViews(join(dataDir, 'views.sqlite')),
    attachments: openAttachments(attachmentsFolder(sharedDir), nodeOf(dataDir)),
    vault: openVault(join(keyDir, 'draw.key')),
    channels: openOutbox(outboxFolder(sharedDir)),
  };
}

/** The key that signs checkpoints, and whoever watches them (srd-log/1). */
function witnessing({ mode, keyDir }: Place) {
  const signer = openSigner(join(keyDir, 'log.key'), mode === 'demo' ? 'demonstration' : undefined);
  return { signer, ...witnessesIn(keyDir) };
}

/** Closes what `openStores` opened: the duty, while the log still takes its end, then the log. */
export async function closeStores(stores: Stores): Promise<void> {
  await stores.duty.close();
  await stores.log.close();
  stores.ledger.tree.close();
  await stores.persons.close();
  stores.views.close();
  stores.credentials.close();
}

function checkMode({ mode, dataDir }: Place): void {
  const marked = existsSync(join(dataDir, DEMONSTRATION));
  if (mode === 'serve' && marked) {
    throw new Error(`DATA_DIR: ${dataDir} 是演示数据，正式运行不使用演示的数据、账号和时钟；请另设目录`);
  }
  const used = existsSync(dataDir) && readdirSync(dataDir).length > 0;
  if (mode === 'demo' && !marked && used) {
    throw new Error(`DATA_DIR: ${dataDir} 中已有其他数据，演示不会写入；请另设目录`);
  }
}
