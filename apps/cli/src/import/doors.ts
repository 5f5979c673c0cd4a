import type { Settings } from '@srd/application';
import { DEMONSTRATION, eventsFile } from '@srd/adapters/stores';
import { openPersons } from '@srd/adapters/persons';
import { readSqliteEventLog } from '@srd/adapters/sqlite';
import { instant, type Id } from '@srd/kernel';
import { StandingClock, systemClock, type ProcedureClock } from '@srd/runtime';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failed, missing, textOf, UsageError, type Asked, type Terminal } from '../command';
import { withApplication } from '../stores/application';
import { Remote, remoteDesk, remotePlace, signIn, whoAmI } from './http-place';
import type { Desk, Place } from './place';
import { loadFrom, storeDesk, storePlace, type Load } from './store-place';

/** Through which door a file goes: the server's, the store's own, or (for a check alone) none, only looking in. */
export type Work<T> = (place: Place, desk: Desk | undefined) => Promise<T>;

/** The clock of a data folder: the demonstration's stands where its file says. */
function clockOf({ dataDir }: Settings): ProcedureClock {
  const mark = join(dataDir, DEMONSTRATION);
  if (!existsSync(mark)) return systemClock;
  return new StandingClock(instant((JSON.parse(readFileSync(mark, 'utf8')) as { clock: string }).clock));
}

/** Looks into the stores without owning them: works while a server runs, and where nothing was recorded yet. */
export async function lookingIn<T>(settings: Settings, asked: Asked, work: Work<T>): Promise<T> {
  const file = eventsFile(settings.dataDir);
  const given = textOf(asked, 'organ');
  const nobody = { get: async () => new Map() };
  if (!existsSync(file)) {
    const load: Load = async (decider) => decider.initial;
    return work(storePlace(load, nobody, systemClock, given ?? missing('--organ')), undefined);
  }
  const log = readSqliteEventLog(file);
  try {
    const keys = join(settings.keyDir, 'persons.keys');
    const persons = existsSync(keys) ? openPersons(join(settings.dataDir, 'persons.sqlite'), keys) : undefined;
    try {
      const organ = given ?? (await onlyOrgan(log));
      return await work(storePlace(loadFrom(log), persons ?? nobody, clockOf(settings), organ), undefined);
    } finally {
      await persons?.close();
    }
  } finally {
    await log.close();
  }
}

async function onlyOrgan(log: Pick<ReturnType<typeof readSqliteEventLog>, 'readAll'>): Promise<Id> {
  const founded = await log.readAll({ types: ['OrganFounded'], limit: 2 });
  const [only] = founded;
  return only && founded.length === 1 ? only.event.stream.slice('organ-'.length) : missing('--organ（机关编号）');
}

/** Opens the stores and acts as an account; what it may not do is refused as it is at every other door. */
export async function throughStore<T>(settings: Settings, asked: Asked, work: Work<T>): Promise<T> {
  const account = textOf(asked, 'as') ?? missing('--as（以哪个账户导入），或 --server');
  return withApplication(settings, async (opened) => {
    const who = await opened.accounts.who(account);
    if (!who) throw new Failed(`没有账户“${account}”，或该账户没有岗位`);
    await opened.engine.start();
    try {
      const { stores, runner } = opened;
      const load: Load = async (decider, stream) => (await runner.load(decider, stream)).state;
      const place = storePlace(load, stores.persons, stores.clock, textOf(asked, 'organ') ?? who.organ);
      return await work(place, storeDesk(opened, who));
    } finally {
      await opened.engine.stop();
    }
  });
}

/** Asks a running server, signed in with a token from a file or as the person at the terminal. */
export async function throughServer<T>(server: string, asked: Asked, { ask }: Terminal, work: Work<T>): Promise<T> {
  if (!/^https?:\/\//.test(server)) throw new UsageError(`--server：“${server}”不是地址，应如 http://127.0.0.1:3000`);
  const file = textOf(asked, 'token-file');
  const prompted = async (): Promise<string> => {
    if (!ask) return missing('--token-file（会话令牌所在文件）');
    return signIn(server, await ask('登录名：'), await ask('密码：', { hidden: true }));
  };
  const remote = new Remote(server, file === undefined ? await prompted() : tokenIn(file));
  const who = await whoAmI(remote);
  return work(remotePlace(remote, textOf(asked, 'organ') ?? who.organ), remoteDesk(remote));
}

function tokenIn(file: string): string {
  const token = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(token))
    throw new Failed(`${file} 中没有会话令牌（POST /api/v1/session 的 token）`);
  return token;
}
