import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../../..');
const vectors = readFileSync(join(root, 'test/vectors/draw-vectors.json'), 'utf8');

/** Runs in the page: every vector with the kernel's own SHA-256. */
const page = `
  import { parseStrictJson, sha256 } from '@srd/kernel';
  import { leastCap, revealObjects, revealTeam, shortageOf, verify } from '@srd/proof/draw';
  const { transcripts, infeasible, forgeries } = parseStrictJson(globalThis.vectors);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const redo = ({ request, secret, contributions, beacon }) =>
    (request.protocol === 'srd-draw/1' ? revealObjects : revealTeam)(request, secret, contributions, beacon, sha256);
  globalThis.report = JSON.stringify({
    yes: transcripts.filter((each) => verify(each, sha256).verdict === 'yes' && same(redo(each), each)).length,
    infeasible: infeasible.filter((each) => leastCap(each) === null && shortageOf(each).places.length > 0).length,
    wrong: forgeries.filter((each) => verify(JSON.stringify(each.transcript), sha256).verdict === 'wrong').length,
  });
`;

it('R62 draws and judges every vector in a browser, where there is no process, no Buffer, no require and no crypto', () => {
  const { outputFiles } = buildSync({
    stdin: { contents: page, resolveDir: __dirname, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2024',
    tsconfig: join(root, 'tsconfig.json'),
  });
  // TextEncoder is the one thing of the browser that the context lacks.
  const context = createContext({ vectors, TextEncoder });
  expect(runInContext('[typeof process, typeof Buffer, typeof require, typeof crypto].join()', context)).toBe(
    'undefined,undefined,undefined,undefined',
  );
  runInContext(outputFiles[0]!.text, context);
  const given = JSON.parse(vectors) as Record<'transcripts' | 'infeasible' | 'forgeries', unknown[]>;
  expect(JSON.parse(context.report as string)).toEqual({
    yes: given.transcripts.length,
    infeasible: given.infeasible.length,
    wrong: given.forgeries.length,
  });
});
