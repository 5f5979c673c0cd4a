/** Settings that a server was started with, as far as it tells them. */
import type { EventStoreDBClient } from '@eventstore/db-client';
import { within } from './failures';
import { ASK } from './leader';
import type { Server } from './server';

/** The client's own way to what the server doesn't offer over gRPC: to the node that it is connected to, with the same account and the same trust. */
interface OverHttp {
  HTTPRequest<T>(method: 'GET', path: string, options: object): Promise<T>;
}

interface Setting {
  readonly name: string;
  readonly value: string;
}

/** Those under which what was acknowledged can be lost, or a deletion leaves no trace. */
const UNSAFE = ['UnsafeDisableFlushToDisk', 'UnsafeIgnoreHardDelete', 'MemDb'];

/**
 * The unsafe settings that the node runs with; undefined where it doesn't tell them: to administrators and `$ops` only, and to everybody where it runs without users
 * (InfoController.OnGetOptions). One in memory on this machine is somebody's trial.
 */
export async function unsafeSettings({ client, local }: Server): Promise<readonly string[] | undefined> {
  const told = await settingsOf(client);
  const isSet = (name: string): boolean =>
    told?.some((setting) => setting.name === name && setting.value.toLowerCase() === 'true') ?? false;
  return told && UNSAFE.filter((name) => isSet(name) && !(local && name === 'MemDb'));
}

/** Whatever keeps it from being told, it isn't seen: that the node answers is looked at elsewhere. */
async function settingsOf(client: EventStoreDBClient): Promise<readonly Setting[] | undefined> {
  try {
    return await within(ASK, (client as unknown as OverHttp).HTTPRequest('GET', '/info/options', {}));
  } catch {
    return undefined;
  }
}
