import { NestFactory } from '@nestjs/core';
import { FileInUse, openSqliteEventLog, readSqliteEventLog } from '@srd/adapters/sqlite';
import { closeStores, DEMONSTRATION, eventsFile, openStores } from '@srd/adapters/stores';
import { ApplicationModule, Engine, type Settings } from '@srd/application';
import { dayOf, instant, weekday } from '@srd/kernel';
import { seededChance } from '@srd/runtime';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accounts, PASSWORD } from './cast/accounts';
import { buildDemonstration } from './script';

export { accountOf, accounts, PASSWORD } from './cast/accounts';
export type { DemoAccount } from './cast/accounts';
export { institutions } from './cast/institutions';
export type { DemoInstitution } from './cast/institutions';
export { inspectors, interests } from './cast/inspectors';
export { buildDemonstration, END } from './script';
export { Stage } from './script/stage';

type Place = Pick<Settings, 'dataDir' | 'keyDir'>;

/** Same seed, same draws: everybody sees the same demonstration. */
const SEED = 'srd demonstration';
/** Where the clock stands while nothing is built yet. */
const BEGINNING = '2023-01-03T01:00:00.000Z';
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** Folder of a build under way beside its place. */
const building = (folder: string): string => `${folder}.building`;
const isMarked = (folder: string): boolean => existsSync(join(folder, DEMONSTRATION));
const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/**
 * Builds the demonstration where there is none, leaves one that stands as it is, and prints where to go. A build appears at its
 * place when it is complete, and not before; what an interrupted one left beside it is thrown away and built anew.
 * @throws Error, in Chinese, when one of the folders holds something else
 */
export async function runDemo(
  settings: Pick<Settings, 'dataDir' | 'keyDir' | 'host' | 'port'>,
  print: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
  report: (line: string) => void = (line) => process.stderr.write(`演示数据：${line}\n`),
): Promise<void> {
  if (!(await isBuilt(settings.dataDir))) await build(settings, report);
  for (const line of greeting(settings)) print(line);
}

/** Builds beside the place, then moves there: the keys first, so that data never stand without them. */
async function build({ dataDir, keyDir }: Place, report: (line: string) => void): Promise<void> {
  if (!isEmpty(dataDir) && !isMarked(dataDir))
    throw new Error(`DATA_DIR: ${dataDir} 中已有其他数据，演示不会写入；请另设目录`);
  // Keys with the mark are those of a demonstration that was reset.
  if (!isEmpty(keyDir) && !isMarked(keyDir))
    throw new Error(`SRD_KEY_DIR: ${keyDir} 中已有其他密钥，演示不会写入；请另设目录`);
  const place = { dataDir: building(dataDir), keyDir: building(keyDir) };
  for (const folder of [dataDir, place.dataDir]) await refuseWhileInUse(folder);
  for (const folder of [place.dataDir, place.keyDir]) beginAnew(folder);
  report('首次启动，正在按日期顺序生成 2023–2024 年的演示数据，约需半分钟 …');
  await play(place, report);
  rmSync(keyDir, { recursive: true, force: true });
  renameSync(place.keyDir, keyDir);
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(place.dataDir, dataDir);
}

/** Whether a demonstration stands there: a marked folder whose log has events. */
async function isBuilt(folder: string): Promise<boolean> {
  const file = eventsFile(folder);
  if (!isMarked(folder) || !existsSync(file)) return false;
  const log = readSqliteEventLog(file);
  try {
    return (await log.head()) !== undefined;
  } finally {
    await log.close();
  }
}

/** A build that was killed has let go of its log; one that is running has not. @throws Error, in Chinese */
async function refuseWhileInUse(folder: string): Promise<void> {
  const file = eventsFile(folder);
  if (!isMarked(folder) || !existsSync(file)) return;
  try {
    await openSqliteEventLog(file).close();
  } catch (error) {
    if (error instanceof FileInUse) throw new Error('另一个进程正在生成演示数据，请等它完成后再启动', { cause: error });
    // Half a file is what a killed build may leave: it is thrown away with the rest.
  }
}

/** An empty folder with the demonstration's mark, which is its first file: whatever lies there without it is somebody else's. */
function beginAnew(folder: string): void {
  if (!isEmpty(folder) && !isMarked(folder)) throw new Error(`${folder} 中已有其他文件，请移走后再启动`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, DEMONSTRATION), `${JSON.stringify({ clock: BEGINNING })}\n`);
}

async function play(place: Place, report: (line: string) => void): Promise<void> {
  const stores = openStores({ mode: 'demo', ...place }, seededChance(SEED));
  try {
    const module = ApplicationModule.over(stores, { mode: 'demo' });
    const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
    const engine = app.get(Engine);
    try {
      await engine.start();
      await buildDemonstration({ app, stores }, report);
    } finally {
      await engine.stop();
      await app.close();
    }
  } finally {
    await closeStores(stores);
  }
}

function greeting({ dataDir, host, port }: Parameters<typeof runDemo>[0]): readonly string[] {
  const mark = JSON.parse(readFileSync(join(dataDir, DEMONSTRATION), 'utf8')) as { clock: string };
  const today = dayOf(instant(mark.clock));
  const cards = ['chaozhou-leader', 'kazuo-leader', 'kazuo-officer', 'chaozhou-auditor', 'kazuo-rectification'];
  const names = cards.map((card) => `${card} ${accounts.find(({ login }) => login === card)?.label ?? ''}`);
  return [
    `地址：http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}/`,
    `演示账号：${names.join('、')}，等 ${accounts.length} 个；密码均为 ${PASSWORD}`,
    `演示时钟 ${today}（周${WEEKDAYS[weekday(today) - 1] ?? ''}）`,
    `数据位于 ${dataDir}；重置：npm run demo:reset`,
  ];
}
