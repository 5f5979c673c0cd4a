import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION, eventsFile } from '@srd/adapters/stores';
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

/** The event log's file. @throws Failed when there is no event log yet, or it isn't a file */
export function existingLog({ dataDir, eventStore }: Settings): string {
  if (eventStore !== 'sqlite')
    throw new Failed(
      'EVENT_STORE 指向服务器，此命令只用于本机事件库；服务器上的事件由服务器备份，读模型在启动时自动补齐',
    );
  const file = eventsFile(dataDir);
  const migrated = file.replace(/\.sqlite$/, '.migrated.sqlite');
  if (!existsSync(file) && existsSync(migrated))
    throw new Failed(`${dataDir} 中的事件库已迁移到服务器（留存为 ${migrated}）：请以 EVENT_STORE 指向该服务器`);
  if (!existsSync(file)) throw new Failed(`没有事件库：${file}。请核对 DATA_DIR，或先运行 srd init`);
  return file;
}
