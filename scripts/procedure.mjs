// `node scripts/procedure.mjs` writes docs/procedure.md from the built domain; with --check it compares instead.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './node24.mjs';
import { halt, ready } from './ready.mjs';

const built = join(root, 'dist', 'libs', 'domain');
const kept = join(root, 'docs', 'procedure.md');

await ready().catch(halt);
const load = createRequire(import.meta.url);
const { procedureMarkdown, publicProcedure } = load(join(built, 'case', 'index.js'));
const { mayCommand } = load(join(built, 'account', 'index.js'));
const page = procedureMarkdown(publicProcedure(mayCommand));

if (!process.argv.includes('--check')) {
  writeFileSync(kept, page);
} else if (!existsSync(kept) || readFileSync(kept, 'utf8') !== page) {
  console.error('docs/procedure.md 与程序图不一致，请运行 node scripts/procedure.mjs · It differs from the charts.');
  process.exitCode = 1;
}
