/** The event log on EventStoreDB (23.10): for bureaus that outgrow one machine. Imported only where it is chosen. */
import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';
import { checkAppend, checkRead, LogUnavailable, recordable, recordableStream, Subscriptions } from '@srd/runtime';
import type { EventLog, LogMirror } from '@srd/runtime';
import { Appender } from './appender';
import { Follower } from './follower';

export { BESIDE } from './wire';

/**
 * The event log of the server at a connection string (`esdb://…`), read through a mirror on this machine and written through the leader. Every
 * reading is as new as the leader was when it was asked for.
 * @throws Error for a connection string that can't be; LogUnavailable while nobody answers
 */
export async function openEventStoreLog(url: string, mirror: LogMirror): Promise<EventLog> {
  const client = EventStoreDBClient.connectionString(url);
  const subscriptions = new Subscriptions({
    page: (after, types, limit) =>
      mirror.readAll({ ...(after === undefined ? {} : { after }), ...(types && { types }), limit }),
    head: () => mirror.head(),
  });
  const follower = new Follower(client, mirror, () => subscriptions.wake());
  const appender = new Appender(client, credentialsOf(url), mirror, follower);
  let closing: Promise<void> | undefined;
  const check = (): void => {
    if (closing) throw new LogUnavailable('事件库已关闭');
  };
  const close = async (): Promise<void> => {
    await appender.idle();
    await subscriptions.close();
    follower.close();
    await hangUp(client);
    mirror.close();
  };
  follower.start();
  try {
    await follower.fresh();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async append(stream, expected, given) {
      check();
      checkAppend(expected, given);
      return appender.append(recordableStream(stream), expected, given.map(recordable));
    },
    async read(stream, options = {}) {
      check();
      checkRead(options);
      await follower.fresh();
      return mirror.read(stream, options);
    },
    async readAll(options = {}) {
      check();
      checkRead(options.limit === undefined ? {} : { limit: options.limit });
      await follower.fresh();
      return mirror.readAll(options);
    },
    subscribe(options, handler) {
      check();
      return subscriptions.open(options, handler);
    },
    async head() {
      check();
      await follower.fresh();
      return mirror.head();
    },
    async last() {
      check();
      await follower.fresh();
      return mirror.last();
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Closes the connection. The client's own `dispose` waits for streams that were cancelled, and those never say that they have ended. */
async function hangUp(client: EventStoreDBClient): Promise<void> {
  const connected = client as unknown as { getChannel(): Promise<{ close(): void }> };
  await connected.getChannel().then(
    (channel) => channel.close(),
    () => undefined,
  );
}

/** User and password of a connection string; empty ones where it has none, which a server without TLS doesn't look at. */
function credentialsOf(url: string): Credentials {
  const [, user = '', password = ''] = /^[^:]+:\/\/(?:([^:@/]*):([^@/]*)@)?/.exec(url) ?? [];
  return { username: decodeURIComponent(user), password: decodeURIComponent(password) };
}
