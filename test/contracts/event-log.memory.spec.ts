import { memoryEventLog } from '@srd/adapters/memory';
import { eventLogContract } from './event-log';

eventLogContract('the log in memory', async () => {
  const log = memoryEventLog();
  return { log, elsewhere: async () => ({ ...log, close: async () => undefined }), dispose: () => log.close() };
});
