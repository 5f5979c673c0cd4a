// Builds the verifier as one page, dist/verifier/srd-verifier.html, and prints its SHA-256; beside it check.js, which draws anew on the
// public page of a draw. `node scripts/verifier-page.mjs [--key VKEY]…`
// The same sources give the same bytes on every machine. With --key the page holds these verifier keys, for an organ that hands out its own.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';

const root = join(fileURLToPath(import.meta.url), '../..');

/** Licence of what the program holds beside our own code: it goes wherever the page goes. */
const licences = [['xstate', 'MIT License, Copyright (c) 2015 David Khourshid']];

/** A program of the browser as one text. */
function programOf(entry, checkout) {
  const { outputFiles } = buildSync({
    entryPoints: [`apps/verifier/src/${entry}.ts`],
    absWorkingDir: checkout,
    tsconfig: join(checkout, 'tsconfig.base.json'),
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** The whole page as text. `checkout`: where the sources are. */
export function verifierPage(keys = [], checkout = root) {
  const source = (...path) => readFileSync(join(checkout, 'apps', 'verifier', ...path), 'utf8');
  const notices = licences.map(([name, text]) => `/* ${name}: ${text} */\n`).join('');
  const script = `${notices}${programOf('main', checkout)}`;
  const style = source('page.css').replace(/\s*\n\s*/g, '\n');
  // No `<` in it: it can't end the element that it stands in.
  const pinned = JSON.stringify(keys).replaceAll('<', String.raw`\u003c`);
  const parts = {
    'SCRIPT-HASH': hashSource(script),
    'STYLE-HASH': hashSource(style),
    '<!-- style -->': `<style>${style}</style>`,
    '<!-- program -->':
      `<script type="application/json" id="pinned-keys">${pinned}</script>\n` +
      `<script id="program">${script}</script>`,
  };
  return Object.entries(parts).reduce((page, [place, part]) => page.replace(place, () => part), source('page.html'));
}

const hashSource = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { key: { type: 'string', multiple: true }, out: { type: 'string' } } });
  const out = values.out ?? join(root, 'dist', 'verifier', 'srd-verifier.html');
  const page = verifierPage(values.key);
  mkdirSync(join(out, '..'), { recursive: true });
  writeFileSync(out, page);
  writeFileSync(join(out, '..', 'check.js'), programOf('check', root));
  console.log(`${createHash('sha256').update(page).digest('hex')}  srd-verifier.html`);
}
