/**
 * The server whose event log acknowledges at once and keeps nothing: `srd bench` measures by it what the store costs a request.
 * Everything else is as in main.ts. It only runs on a folder of the bench's own.
 */
import { readSettings } from '@srd/application';
import { openStores } from '@srd/adapters/stores';
import type { Appended, EventLog, Position } from '@srd/runtime';
import { buildServer } from './server';

/** Answers as after a durable append. The position is one that everybody has seen, so that nobody waits for it. */
function acknowledging(log: EventLog): EventLog {
  return {
    append: (_stream, expected, events): Promise<Appended> => {
      const revision = (expected === 'none' ? -1 : expected) + events.length;
      return Promise.resolve({ revision, position: 0 as Position, repeated: false });
    },
    read: (stream, options) => log.read(stream, options),
    readAll: (options) => log.readAll(options),
    subscribe: (options, handler) => log.subscribe(options, handler),
    head: () => log.head(),
    asOfNow: (work) => work(),
    last: () => log.last(),
    close: () => log.close(),
  };
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const stores = openStores(settings);
  const server = await buildServer({ ...stores, log: acknowledging(stores.log) }, settings);
  await server.app.listen(settings.port, settings.host);
  process.stdout.write(`${JSON.stringify({ listening: await server.app.getUrl() })}\n`);
  process.on('SIGTERM', () => process.exit(0));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
