/** Every store of one data folder, opened together: what an app hands to the application. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Hash } from '@srd/kernel';
import { systemChance, systemClock, type Chance, type EventLog, type ProcedureClock } from '@srd/runtime';
import { openAttachments } from '../attachments';
import { openCredentials } from '../credentials';
import { openOutbox } from '../outbox';
import { openPersons } from '../persons';
import { openSigner } from '../signer';
import { openSqliteEventLog, openSqliteMirror, openSqliteTree, openSqliteViews } from '../sqlite';
import { openVault } from '../vault';
import { KeptClock } from './kept-clock';
import { witnessesIn } from './witnesses';

/** Where the stores lie, and whether they are the demonstration's. */
export interface Place {
  readonly mode: 'demo' | 'serve';
  /** Folder of the data. */
  readonly dataDir: string;
  /** Folder of key files, apart from the data. */
  readonly keyDir: string;
}

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
export function openStores(place: Place, chance: Chance = systemChance) {
  prepare(place);
  return beside(openSqliteEventLog(eventsFile(place.dataDir)), place, chance);
}

/**
 * The stores with the event log where the settings say: `sqlite` in the data folder, or a server at a connection string (`esdb://…`), mirrored in the
 * data folder.
 * @throws Error as `openStores` does, and where the data folder has a log of its own beside the server's; LogUnavailable while no server answers
 */
export async function openStoresWith({ eventStore, ...place }: Place & { readonly eventStore: string }) {
  if (eventStore === 'sqlite') return openStores(place);
  prepare(place);
  if (existsSync(eventsFile(place.dataDir)))
    throw new Error(
      `EVENT_STORE: ${place.dataDir} 中已有本机事件库，不与服务器上的混用；请另设 DATA_DIR，或先运行 srd migrate`,
    );
  return beside(await openServerLog(eventStore, place.dataDir), place, systemChance);
}

/** The event log of a server, mirrored in the data folder. @throws as `openStoresWith` does */
export async function openServerLog(url: string, dataDir: string): Promise<EventLog> {
  const { openEventStoreLog } = await import('../eventstoredb/index.js');
  return openEventStoreLog(url, openSqliteMirror(mirrorFile(dataDir)));
}

function prepare(place: Place): void {
  checkMode(place);
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  mkdirSync(place.keyDir, { recursive: true, mode: 0o700 });
}

/** Everything that stands beside a log in the data folder. */
function beside<L extends EventLog>(log: L, place: Place, chance: Chance) {
  const clock: ProcedureClock = place.mode === 'demo' ? new KeptClock(join(place.dataDir, DEMONSTRATION)) : systemClock;
  return {
    log,
    clock,
    chance,
    hash: nodeHash,
    views: openSqliteViews(join(place.dataDir, 'views.sqlite')),
    persons: openPersons(join(place.dataDir, 'persons.sqlite'), join(place.keyDir, 'persons.keys')),
    credentials: openCredentials(join(place.dataDir, 'credentials.sqlite')),
    attachments: openAttachments(attachmentsFolder(place.dataDir)),
    vault: openVault(join(place.keyDir, 'draw.key')),
    ledger: openLedger(place),
    channels: openOutbox(outboxFolder(place.dataDir)),
  };
}

/** The log's tree and checkpoints, with the key that signs them and whoever watches it (srd-log/1). */
function openLedger({ mode, dataDir, keyDir }: Place) {
  return {
    tree: openSqliteTree(checkpointsFile(dataDir)),
    signer: openSigner(join(keyDir, 'log.key'), mode === 'demo' ? 'demonstration' : undefined),
    ...witnessesIn(keyDir),
  };
}

/** Closes what `openStores` opened, the log first. */
export async function closeStores(stores: Awaited<ReturnType<typeof openStoresWith>>): Promise<void> {
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
