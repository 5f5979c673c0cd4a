/** The event log on EventStoreDB (23.10): for bureaus that outgrow one machine. Imported only where it is chosen. */
import { checkAppend, checkRead, LogUnavailable, recordable, recordableStream, Subscriptions } from '@srd/runtime';
import type { Bookmark, Duty, EventLog, LogMirror, OpenJournal, Position } from '@srd/runtime';
import { Appender } from './appender';
import { DutyRoster } from './duty-roster';
import { Follower, type Filling } from './follower';
import { Journals, LastEntry } from './journals';
import { look, type Finding } from './safety';
import { serverAt } from './server';

export type { Filling } from './follower';
export type { Finding } from './safety';

/** A server as one node has it: the log, and what all nodes have in common beside it. */
export interface EventStore {
  readonly log: EventLog;
  readonly openJournal: OpenJournal;
  /** The place that the reactions have come to, wherever they ran. */
  openBookmark(): Promise<Bookmark>;
  /** Who is on duty; `node` names this one. */
  openDuty(node: string): Promise<Duty>;
}

/**
 * The event log of the server at a connection string (`esdb://…/namespace`), read through a mirror on this machine and written through the leader. Every
 * reading is as new as the leader was when it was asked for. Before it is there, the mirror is filled with what it lacks; `filling` is told how far that is.
 * @throws Error for a connection string that can't be, or a server that is set unsafely; LogUnavailable while nobody answers
 */
export async function openEventStore(
  url: string,
  mirror: LogMirror,
  filling: Filling = () => undefined,
): Promise<EventStore> {
  const server = serverAt(url);
  const subscriptions = new Subscriptions({
    page: (after, types, limit) =>
      mirror.readAll({ ...(after === undefined ? {} : { after }), ...(types && { types }), limit }),
    head: () => mirror.head(),
  });
  const follower: Follower = new Follower(
    server,
    mirror,
    () => subscriptions.wake(),
    (note) => journals.deliver(note),
  );
  const journals = new Journals(server, follower);
  const appender = new Appender(server, mirror, follower);
  let closing: Promise<void> | undefined;
  const check = (): void => {
    if (closing) throw new LogUnavailable('事件库已关闭');
  };
  const close = async (): Promise<void> => {
    await appender.idle();
    await subscriptions.close();
    follower.close();
    await server.hangUp();
    mirror.close();
  };
  try {
    await follower.start();
    await follower.fill(filling);
    const unsafe = (await look(server)).find(({ wrong }) => wrong !== undefined);
    if (unsafe) throw new Error(`EVENT_STORE: ${unsafe.wrong}`);
  } catch (error) {
    await close();
    throw error;
  }
  const log: EventLog = {
    async append(stream, expected, given) {
      check();
      checkAppend(expected, given);
      return appender.append(recordableStream(stream), expected, given.map(recordable));
    },
    async read(stream, options = {}) {
      check();
      checkRead(options);
      await follower.current();
      return mirror.read(stream, options);
    },
    async readAll(options = {}) {
      check();
      checkRead(options.limit === undefined ? {} : { limit: options.limit });
      await follower.current();
      return mirror.readAll(options);
    },
    subscribe(options, handler) {
      check();
      return subscriptions.open(options, handler);
    },
    async head() {
      check();
      await follower.current();
      return mirror.head();
    },
    asOfNow: (work) => follower.works.asOfNow(work),
    async last() {
      check();
      await follower.current();
      return mirror.last();
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
  return {
    log,
    openJournal: (name, taker) => journals.open(name, taker),
    openBookmark: () => bookmarkIn(journals),
    openDuty: (node) => DutyRoster.open(journals, node),
  };
}

async function bookmarkIn(journals: Journals): Promise<Bookmark> {
  const last = new LastEntry<{ readonly place: Position | 'start' }>(await journals.lastNumber('reactions'));
  const journal = await journals.open('reactions', last);
  return {
    async read() {
      await journal.fresh();
      return last.entry?.place;
    },
    async keep(place) {
      await journal.record({ place });
    },
  };
}

/** What `srd doctor` says of the server at a connection string. @throws Error for a string that can't be; the client's while nobody answers */
export async function examineServer(url: string): Promise<readonly Finding[]> {
  const server = serverAt(url);
  try {
    return await look(server);
  } finally {
    await server.hangUp();
  }
}
