/** Settings of the server under which the record could shrink or be read on the way: what can be seen of them from here. */
import { AccessDeniedError, type AllStreamRecordedEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { verdict } from './failures';
import { endOf, recordOf } from './leader';
import { FORGETTABLE } from './notes';
import type { Server } from './server';
import { unsafeSettings } from './settings';

/** One thing that was looked at, and what is wrong with it, if anything is. */
export interface Finding {
  readonly what: '连接加密' | '删除权限' | '服务器设置';
  /** In Chinese, with what to do; undefined where nothing is wrong. */
  readonly wrong: string | undefined;
  /** Why it can't be seen from here, where it can't. */
  readonly unseen?: string;
}

/** Stream metadata under which a server forgets events ($tb is a soft deletion), or grants somebody to delete a stream past the default. */
const FORGETTING = ['$maxAge', '$maxCount', '$tb'];

/** Looks at the connection, at who may delete, and at the server's own settings. @throws LogUnavailable for what is refused; the client's error while nobody answers */
export async function look(server: Server): Promise<readonly Finding[]> {
  try {
    await endOf(server.client);
    return [
      { what: '连接加密', wrong: server.encrypted || server.local ? undefined : UNENCRYPTED },
      { what: '删除权限', wrong: server.credentials.username === '' ? undefined : await deletable(server) },
      settingsFound(await unsafeSettings(server)),
    ];
  } catch (error) {
    throw verdict(error) ?? error;
  }
}

function settingsFound(unsafe: readonly string[] | undefined): Finding {
  const what = '服务器设置';
  if (unsafe === undefined) return { what, wrong: undefined, unseen: UNSEEN };
  return { what, wrong: unsafe.length > 0 ? `服务器设有 ${unsafe.join('、')}：${LOSING}` : undefined };
}

/** The stream of our namespace whose metadata this record sets so that events would be forgotten; undefined for any other record. */
export function forgetful(record: AllStreamRecordedEvent, namespace: string): string | undefined {
  const { streamId, type, data } = record;
  if (type !== '$metadata' || !streamId.startsWith('$$')) return undefined;
  const stream = streamId.slice(2);
  return isForEver(stream, namespace) && forgets(data) ? stream : undefined;
}

/** Whether the record deletes a stream of our namespace for good; its events go with the next scavenge. */
export function isTombstone({ streamId, type }: AllStreamRecordedEvent, namespace: string): boolean {
  return type === '$streamDeleted' && isForEver(streamId, namespace);
}

/** Streams of the log, and the journals that nothing may be missing of. */
function isForEver(stream: string, namespace: string): boolean {
  if (!stream.startsWith(namespace)) return false;
  const [mark, name] = [stream.charAt(namespace.length), stream.slice(namespace.length + 1)];
  return mark === '.' || (mark === '~' && !FORGETTABLE.includes(name));
}

/** Whether the stream's metadata, as it stands now, lets the server forget events. */
export async function stillForgets(client: EventStoreDBClient, stream: string): Promise<boolean> {
  return forgets(await lastOf(client, `$$${stream}`));
}

/** Rights by which an account deletes a stream, changes its metadata, or gives itself the right to, as who may write to the server's own streams does in $settings. */
const DELETING = {
  $userStreamAcl: { rights: ['$d', '$mw'], otherwise: '$all' },
  $systemStreamAcl: { rights: ['$w', '$d', '$mw'], otherwise: '$admins' },
} as const;

/**
 * Whether the default lists keep the account from deleting; nothing keeps administrators from it (LegacyStreamPermissionAssertion, and SystemSettings.Default of the server for what
 * the lists don't say).
 */
async function deletable({ client, credentials: { username } }: Server): Promise<string | undefined> {
  type Lists = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>> | undefined>>;
  const settings = (await lastOf(client, '$settings')) as Lists | undefined;
  const own = ['$all', username, ...(await groupsOf(client, username))];
  if (username === 'admin' || own.includes('$admins')) return ADMINISTRATOR;
  for (const [list, { rights, otherwise }] of Object.entries(DELETING)) {
    const holders = rights.flatMap((right) => settings?.[list]?.[right] ?? otherwise);
    if (holders.some((holder) => own.includes(holder))) return deletableBy(list, rights);
  }
  return undefined;
}

/** Groups of an account; none where we may not read them, which an administrator may. */
async function groupsOf(client: EventStoreDBClient, username: string): Promise<readonly string[]> {
  try {
    const user = (await lastOf(client, `$user-${username}`)) as { readonly groups?: readonly string[] } | undefined;
    return user?.groups ?? [];
  } catch (error) {
    if (error instanceof AccessDeniedError) return [];
    throw error;
  }
}

function forgets(metadata: unknown): boolean {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { $acl } = metadata as { readonly $acl?: object };
  return FORGETTING.some((key) => key in metadata) || ($acl !== undefined && ('$d' in $acl || '$mw' in $acl));
}

/** Data of a stream's last event; undefined where there is none. */
async function lastOf(client: EventStoreDBClient, stream: string): Promise<unknown> {
  return (await recordOf(client, stream, 'end'))?.data;
}

const UNSEEN =
  '本账号看不到，请管理员核对：各节点不得设有 UnsafeDisableFlushToDisk、UnsafeIgnoreHardDelete、MemDb（管理页面的 /info/options）';
const LOSING = '断电会丢失已答复的记录，或删除不留痕迹，请去掉这些设置并重启服务器';
const UNENCRYPTED = '连接未加密（tls=false）而服务器不在本机：请启用 TLS 并提供证书';
const ADMINISTRATOR = '连接串中的账号是服务器的管理员，管理员总能删除流：请为本系统另建不属于 $admins 的普通账号';
const deletableBy = (list: string, rights: readonly string[]): string =>
  `服务器的默认权限允许本系统的账号删除流、改其元数据或改权限：请由管理员在 $settings 的 ${list} 中将 ${rights.join('、')} 限于 $admins`;
