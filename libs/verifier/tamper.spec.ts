import { createHash, createPublicKey, generateKeyPairSync, sign as signNode, verify as verifyNode } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hash } from '@srd/kernel';
import type { NoteSigner } from '@srd/proof/log';
import { verifyBundle, type BundleVerdict } from '.';
import { drawOf, objectRequestOf } from './draw.fixture';
import { chanceFrom, forgedWorld, keyOf, signerOf, type ForgedBundle, type History, type World } from './forge.fixture';
import { tamperings } from './tamper.fixture';

/** With `npm run tamper`, so many places on each size. */
const ASKED = Number(process.env['TAMPER_ROUNDS'] ?? 0);

if (ASKED > 0) jest.setTimeout(3_600_000);

const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const verifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  verifyNode(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );

function newSigner(name?: string): NoteSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
  return signerOf(raw, (message) => signNode(null, message, privateKey), hash, name);
}

const signer = newSigner();
const other = newSigner('other.example/log');
const folder = join(__dirname, '../../test/histories');
const histories: History[] = readdirSync(folder)
  .filter((name) => /^case-\d+\./.test(name))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as History);
const draw = drawOf(objectRequestOf(Array.from({ length: 12 }, (_, n) => `firm-${n}`)), hash);

const judge = (bundle: unknown): BundleVerdict =>
  verifyBundle(JSON.stringify(bundle), { keys: [keyOf(signer)], hash, verifySignature });
const worldOf = (events: number, seed: number, hasDraw = true): World =>
  forgedWorld(signer, events, histories, seed, hasDraw ? { draw, hash } : { hash });

/** Bundles by their number of case events, and on how many places each class is tried there: more than 200 in all. */
const usual: readonly (readonly [events: number, places: number])[] = [
  [1, 35],
  [2, 35],
  [3, 35],
  [7, 35],
  [8, 35],
  [9, 35],
  [100, 6],
  [1000, 1],
];

const sizes = usual.map(([events, places]) => [events, ASKED || places] as const);

const worlds = new Map(sizes.map(([events]) => [events, worldOf(events, 7 * events)]));

describe.each(sizes)('T11 a bundle of %i events, %i places each', (events, places) => {
  const world = worlds.get(events)!;
  const text = JSON.stringify(world.bundle);

  it.each(Object.entries(tamperings))('shows %s', (name, tamper) => {
    const below = chanceFrom(events * 1000 + name.length);
    for (let place = 0; place < places; place++) {
      // By way of the text: what two events share in memory they don't share in a bundle.
      const bundle = JSON.parse(text) as ForgedBundle;
      const { codes, names } = tamper(bundle, world, below, other);
      const { verdict, code, finding } = judge(bundle);
      if (verdict !== 'wrong' || !codes.includes(code) || !finding.includes(names ?? ''))
        throw new Error(`place ${place}: ${verdict} ${code} ${finding}, expected ${codes.join()} ${names ?? ''}`);
    }
  });
});

it('T11 raises no false alarm on a thousand clean bundles', () => {
  const counts = [1, 2, 3, 7, 8, 9, 20];
  for (let seed = 0; seed < 1000; seed++) {
    const { bundle } = worldOf(counts[seed % counts.length]!, seed, seed % 4 === 0);
    const { verdict, finding } = judge(bundle);
    if (verdict !== 'yes') throw new Error(`seed ${seed}: ${finding}`);
  }
});

/** Members in another order, at every depth. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reordered(member)]),
  );
}

describe('what must pass', () => {
  it.each(sizes.map(([events]) => events))('order of members and blanks, %i events', (events) => {
    const text = JSON.stringify(reordered(worlds.get(events)!.bundle), null, 2);
    expect(text).not.toBe(JSON.stringify(worlds.get(events)!.bundle));
    expect(verifyBundle(text, { keys: [keyOf(signer)], hash, verifySignature }).code).toBe('VERIFIED');
  });

  it('an unknown signer’s line, edited or not, and members that the format doesn’t know', () => {
    const { bundle, log } = worldOf(9, 1);
    const line = log.checkpoint(log.size, other).split('\n\n')[1]!;
    bundle.checkpoint += line;
    expect(judge(bundle).code).toBe('VERIFIED');
    bundle.checkpoint = bundle.checkpoint.replace(
      line,
      line.replace(/[A-Za-z]=*\n$/, 'A=\n').replace('A=\n', line.slice(-3)),
    );
    expect(judge({ ...bundle, extra: 1 })).toMatchObject({ code: 'VERIFIED' });
    expect(judge({ ...bundle, extra: 1 }).notes.join()).toContain('/extra');
  });
});

it('reliability 2.8: judges a bundle of 20,000 events', () => {
  const { bundle } = worldOf(20_000, 5);
  const verdict = verifyBundle(JSON.stringify(bundle), { keys: [keyOf(signer)], hash, verifySignature });
  expect(verdict).toMatchObject({ verdict: 'yes', counts: { entries: bundle.entries.length } });
});
