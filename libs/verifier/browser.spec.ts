import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');
const histories = readFileSync(join(root, 'test/histories/case-1.penalty-listed.json'), 'utf8');

/** Runs in the page: forges a bundle with a key of its own, judges it and one with a changed event, by the kernel's own arithmetic. */
const page = `
  import { sha256 } from '@srd/kernel';
  import { formatVerifierKey } from '@srd/proof/log';
  import { exitCodeOf, verifyBundle, verifyEd25519 } from '@srd/verifier';
  import { noteSigner } from '../proof/log/key.fixture';
  import { drawOf, objectRequestOf } from './draw.fixture';
  import { forgedWorld } from './forge.fixture';
  const signer = noteSigner('srd.example/log', sha256);
  const draw = drawOf(objectRequestOf(['firm-1', 'firm-2', 'firm-3']), sha256);
  const { bundle } = forgedWorld(signer, 9, [JSON.parse(globalThis.history)], 1, { draw });
  const judge = () => verifyBundle(JSON.stringify(bundle), {
    keys: [formatVerifierKey(signer.key)], hash: sha256, verifySignature: verifyEd25519,
  });
  const clean = judge();
  bundle.entries[1].event = { ...bundle.entries[1].event, actor: 'somebody' };
  const forged = judge();
  globalThis.report = [clean, forged].map((each) => [exitCodeOf(each), each.code, each.finding].join(' ')).join('\\n');
`;

it('T31 judges bundles in a browser, where there is no process, no Buffer, no require, no crypto and no network', () => {
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
  const context = createContext({ history: histories, TextEncoder });
  const missing =
    '[typeof process, typeof Buffer, typeof require, typeof crypto, typeof fetch, typeof setTimeout].join()';
  expect(runInContext(missing, context)).toBe('undefined,undefined,undefined,undefined,undefined,undefined');
  runInContext(outputFiles[0]!.text, context);
  expect((context.report as string).split('\n')).toEqual([
    '0 VERIFIED 证明成立，流程与抽取均与重算一致',
    expect.stringMatching(/^1 PROOF_FAILS 第 \d+ 号叶（.*）的证明不成立/),
  ]);
});
