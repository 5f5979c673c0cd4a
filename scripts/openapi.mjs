// `npm run openapi` writes apps/api/openapi.json from the built server; with --check it compares instead.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24, root, withNode24 } from './node24.mjs';
import { halt, ready } from './ready.mjs';

const generator = join(root, 'dist', 'apps', 'api', 'src', 'openapi.js');
const kept = join(root, 'apps', 'api', 'openapi.json');

await ready().catch(halt);
if (!process.argv.includes('--check')) {
  process.exitCode = generate(kept);
} else if (existsSync(generator)) {
  const folder = mkdtempSync(join(tmpdir(), 'srd-openapi-'));
  const fresh = join(folder, 'openapi.json');
  process.exitCode = generate(fresh);
  const same = existsSync(fresh) && existsSync(kept) && readFileSync(fresh, 'utf8') === readFileSync(kept, 'utf8');
  rmSync(folder, { recursive: true });
  if (!same) {
    console.error(
      'apps/api/openapi.json 与服务不一致，请运行 npm run openapi · It differs from what the server offers.',
    );
    process.exitCode = 1;
  }
}

/** The generator takes the file to write as its only argument. */
function generate(file) {
  return spawnSync(node24(), [generator, file], { cwd: root, env: withNode24(), stdio: 'inherit' }).status ?? 1;
}
