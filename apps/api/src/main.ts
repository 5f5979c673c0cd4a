import { readSettings } from '@srd/application';
import { closeStores, openStores } from '@srd/adapters/stores';
import { buildServer } from './server';

/** How long a balancer has to notice that this server isn't ready before its door closes, in milliseconds. */
const NOTICE = 500;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const stores = openStores(settings);
  const server = await buildServer(stores, settings);
  // Before anybody is told that it listens: whoever heard may stop it at once.
  let signalled = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (signalled) return;
      signalled = true;
      server.announceStop();
      setTimeout(() => {
        void server
          .stop()
          .then(() => closeStores(stores))
          .then(() => process.exit(0));
      }, NOTICE);
    });
  }
  await server.app.listen(settings.port, settings.host);
  process.stdout.write(`${JSON.stringify({ listening: await server.app.getUrl() })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
