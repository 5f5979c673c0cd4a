// `npm run openapi` takes over the built server's description as apps/api/openapi.json; with --check it compares instead.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.mjs';
import { halt, installed, serverBuilt } from './ready.mjs';

const fresh = join(root, 'dist', 'openapi.json');
const kept = join(root, 'apps', 'api', 'openapi.json');

await installed().then(serverBuilt).catch(halt);
if (!process.argv.includes('--check')) copyFileSync(fresh, kept);
else if (!existsSync(kept) || readFileSync(fresh, 'utf8') !== readFileSync(kept, 'utf8')) {
  console.error('apps/api/openapi.json 与服务不一致，请运行 npm run openapi · It differs from what the server offers.');
  process.exitCode = 1;
}
