import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';

/** A server, and the part of it that is ours. */
export interface Server {
  readonly client: EventStoreDBClient;
  /** What the names of our streams begin with, so that several installations can share a server. */
  readonly namespace: string;
  /** User and password; empty ones where the connection string has none, which a server without TLS doesn't look at. */
  readonly credentials: Credentials;
  readonly encrypted: boolean;
  /** Whether it is this machine's own; of a cluster, whether every node is. */
  readonly local: boolean;
  /** Closes the connection. */
  hangUp(): Promise<void>;
}

const FORM = /^(esdb(?:\+discover)?:\/\/(?:([^:@/?]*):([^@/?]*)@)?[^/?@]+)(?:\/([a-z0-9-]{0,40}))?(\?.*)?$/;

/**
 * The server at a connection string `esdb://user:password@host:port/namespace?options`, of a cluster with its hosts in a list
 * or `esdb+discover://` and a name that stands for them; the namespace is `srd` where there is none.
 * @throws Error for a string of another form
 */
export function serverAt(url: string): Server {
  const found = FORM.exec(url);
  if (!found) throw new Error('连接串须为 esdb://账号:口令@主机:端口/命名空间?选项');
  const [, base = '', username = '', password = '', namespace, options = ''] = found;
  const client = connected(`${base}${options}`);
  return {
    client,
    namespace: namespace || 'srd',
    encrypted: !/[?&]tls=false(&|$)/i.test(options),
    local: base
      .replace(/^.*[@/]/, '')
      .split(',')
      .every((host) => /^(localhost|127\.\d+\.\d+\.\d+)(:\d+)?$/.test(host)),
    credentials: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
    hangUp: () => hangUp(client),
  };
}

/** @throws Error for options that can't be, such as a file that isn't there */
function connected(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    throw new Error(`连接串的选项不可用（tlsCAFile 等须指向存在的文件）：${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The client's own `dispose` waits for streams that were cancelled, and those never say that they have ended. */
async function hangUp(client: EventStoreDBClient): Promise<void> {
  const connected = client as unknown as { getChannel(): Promise<{ close(): void }> };
  await connected.getChannel().then(
    (channel) => channel.close(),
    () => undefined,
  );
}
