import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteEventLog, readSqliteEventLog } from '@srd/adapters/sqlite';
import { eventLogContract } from './event-log';

eventLogContract('the log in SQLite', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'srd-log-'));
  const file = path.join(directory, 'events.db');
  const log = openSqliteEventLog(file);
  return {
    log,
    elsewhere: async () => readSqliteEventLog(file),
    dispose: async () => {
      await log.close();
      rmSync(directory, { recursive: true });
    },
  };
});
