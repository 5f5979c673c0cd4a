import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStores, openStores } from '@srd/adapters/stores';
import { buildServer, documentOf } from './server';

/** Writes the OpenAPI document of the built server to the file that is named, from empty stores. */
async function main(file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'srd-openapi-'));
  const place = {
    mode: 'serve',
    dataDir: join(folder, 'data'),
    keyDir: join(folder, 'keys'),
    eventStore: 'sqlite',
  } as const;
  const stores = openStores(place);
  const settings = {
    ...place,
    sharedDir: place.dataDir,
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    requestsPerMinute: 1200,
    trustedProxies: ['loopback'],
  } as const;
  const server = await buildServer(stores, settings);
  writeFileSync(file, `${JSON.stringify(documentOf(server.app), null, 2)}\n`);
  await server.stop();
  await closeStores(stores);
  rmSync(folder, { recursive: true });
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('openapi FILE\n');
  process.exit(2);
}
main(file).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
