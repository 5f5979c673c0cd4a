import { existsSync } from 'node:fs';
import { eventsFile } from '@srd/adapters/stores';
import { readSettings, type Settings } from '@srd/application';
import { Failed, type Terminal } from '../command';

/** The settings of the environment. @throws BadSetting */
export function settingsOf({ env }: Terminal): Settings {
  return readSettings(env);
}

/** The event log's file. @throws Failed when there is no event log yet */
export function existingLog({ dataDir }: Settings): string {
  const file = eventsFile(dataDir);
  if (!existsSync(file)) throw new Failed(`没有事件库：${file}。请核对 DATA_DIR，或先运行 srd init`);
  return file;
}
