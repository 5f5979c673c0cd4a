import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION, eventsFile, mirrorFile } from '@srd/adapters/stores';
import { readSettings, type Settings } from '@srd/application';
import { Failed, type Terminal } from '../command';

/** The settings of the environment. @throws BadSetting */
export function settingsOf({ env }: Terminal): Settings {
  return readSettings(env);
}

/**
 * The settings for looking at a store that stands: where nothing names a folder and real use hasn't begun, the demonstration's.
 * @throws BadSetting
 */
export function standingSettings({ env }: Terminal): Settings {
  const settings = readSettings(env);
  if (env['DATA_DIR'] !== undefined || env['SRD_MODE'] !== undefined || existsSync(eventsFile(settings.dataDir))) {
    return settings;
  }
  const demonstration = readSettings({ ...env, SRD_MODE: 'demo' });
  return existsSync(join(demonstration.dataDir, DEMONSTRATION)) ? demonstration : settings;
}

/**
 * The event log's file.
 * @param instead what to do where the log is on a server, in Chinese
 * @throws Failed when there is no event log yet, or it isn't a file
 */
export function existingLog({ dataDir, eventStore }: Settings, instead: string): string {
  if (eventStore !== 'sqlite') throw new Failed(`EVENT_STORE 指向服务器，此命令只用于本机事件库。${instead}`);
  const file = eventsFile(dataDir);
  const migrated = file.replace(/\.sqlite$/, '.migrated.sqlite');
  if (!existsSync(file) && existsSync(migrated))
    throw new Failed(`${dataDir} 中的事件库已迁移到服务器（留存为 ${migrated}）：请以 EVENT_STORE 指向该服务器`);
  if (!existsSync(file)) throw new Failed(`没有事件库：${file}。请核对 DATA_DIR，或先运行 srd init`);
  return file;
}

/** The file from which this machine reads all events: the log's own, or the mirror of a server's. @throws Failed where it isn't there yet */
export function readableLog(settings: Settings): string {
  if (settings.eventStore === 'sqlite') return existingLog(settings, '');
  const file = mirrorFile(settings.dataDir);
  if (!existsSync(file)) throw new Failed(`本节点还没有事件的镜像：${file}。请核对 DATA_DIR，或先启动本节点`);
  return file;
}
