import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync, sign as signNode, verify as verifyNode } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hash, JsonObject } from '@srd/kernel';
import type { NoteSigner } from '@srd/proof/log';
import { judge, type Judged } from '@srd/verifier';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { drawOf, objectRequestOf, teamRequestOf } from '../../libs/verifier/draw.fixture';
import {
  chanceFrom,
  forgedWorld,
  keyOf,
  retold,
  signerOf,
  type ForgedBundle,
  type History,
  type World,
} from '../../libs/verifier/forge.fixture';
import { tamperings } from '../../libs/verifier/tamper.fixture';
import { findingsOf, launch, troublesOf } from './chromium';
import { PATIENCE, soon } from './settled';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'srd-verifier-page-'));
const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
/** The platform's own: another implementation than the page's. */
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
const histories = readdirSync(join(root, 'test/histories'))
  .filter((name) => /^case-\d+\./.test(name))
  .map((name) => JSON.parse(readFileSync(join(root, 'test/histories', name), 'utf8')) as History);
const objects = drawOf(objectRequestOf(Array.from({ length: 12 }, (_, n) => `firm-${n}`)), hash);
const team = drawOf(teamRequestOf(['case-1', 'case-2']), hash);
const worldOf = (events: number, seed: number): World =>
  forgedWorld(signer, events, histories, seed, { draw: objects, hash });

/** What is given to the page and to the command line alike. */
interface Given {
  readonly keys?: string;
  readonly checkpoint?: string;
  readonly consistency?: string;
}

/** The same program under Node, with Node's own arithmetic. */
const expected = (text: string, { keys = keyOf(signer), ...given }: Given): Judged =>
  judge(text, { keys: keys.split('\n').filter(Boolean), ...given, hash, verifySignature });

function build(out: string, checkout = root, keys: readonly string[] = []): string {
  const args = [join(checkout, 'scripts/verifier-page.mjs'), '--out', out, ...keys.flatMap((key) => ['--key', key])];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const file = join(folder, 'srd-verifier.html');
let printed: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let troubles: string[];

/** The page from its file, with the network off. */
async function opened(where = file): Promise<Page> {
  const fresh = await context.newPage();
  await fresh.goto(pathToFileURL(where).href);
  return fresh;
}

beforeAll(async () => {
  printed = build(file);
  browser = await launch();
  context = await browser.newContext({ acceptDownloads: true });
  context.setDefaultTimeout(PATIENCE);
  context.setDefaultTimeout(PATIENCE);
  await context.setOffline(true);
  page = await opened();
  troubles = troublesOf(page);
});

afterAll(() => browser?.close());

/** Gives the page a file, waits for its answer and saves it: the text that the page hands out. */
async function shown(text: string, { keys = keyOf(signer), checkpoint = '', consistency = '' }: Given = {}) {
  await page.reload();
  await page.locator('#keys').fill(keys);
  if (checkpoint !== '' || consistency !== '') {
    await page.locator('#held > summary').click();
    await page.locator('#checkpoint').fill(checkpoint);
    await page.locator('#consistency').fill(consistency);
  }
  await page
    .locator('#file')
    .setInputFiles({ name: '审计包.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const banner = page.locator('#result .verdict');
  await banner.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  return {
    code: await banner.getAttribute('data-code'),
    exit: Number(await banner.getAttribute('data-exit')),
    word: (await banner.locator('h2').textContent())!,
    finding: (await page.locator('#finding').textContent())!,
    notes: await page.locator('#notes li').allTextContents(),
    saved: readFileSync(await download.path(), 'utf8'),
  };
}

/** The page says what the command line says, to the byte of its `--json`. */
async function demandSame(text: string, given: Given = {}): Promise<Judged> {
  const judged = expected(text, given);
  const { verdict } = judged;
  const said = await shown(text, given);
  expect(said.saved).toBe(JSON.stringify(verdict, null, 2));
  expect(said).toMatchObject({ code: verdict.code, finding: verdict.finding, notes: verdict.notes });
  expect(said.word).toContain({ yes: '通过', wrong: '不符', 'cannot-judge': '无法判断' }[verdict.verdict]);
  expect(said.exit).toBe({ yes: 0, wrong: 1, 'cannot-judge': 2 }[verdict.verdict]);
  return judged;
}

describe('the page opened from a file with the network off', () => {
  const world = worldOf(60, 3);
  const clean = JSON.stringify(world.bundle);

  it('T31 says yes to a clean bundle, tells the timeline and the draws that it recomputed', async () => {
    expect((await demandSame(clean)).verdict.code).toBe('VERIFIED');
    expect(await page.locator('h2', { hasText: '抽取检查对象' }).count()).toBe(1);
    const { selected } = objects.transcript as unknown as { readonly selected: readonly string[] };
    const draw = page.locator('section.card', { has: page.locator('#h-draw-0') });
    expect(await draw.textContent()).toContain(
      `律师事务所：${selected.map((id) => `示例律师事务所 ${id}`).join('、')}；备选`,
    );
    const timeline = page.locator('section.card', { has: page.locator('#h-timeline') });
    expect(await timeline.textContent()).toContain(`共 ${world.bundle.entries.length} 条`);
    await page.locator('#find').fill('揭晓：抽中检查对象');
    await soon(async () => expect(await timeline.locator('tbody tr').count()).toBe(1));
    expect(troubles).toEqual([]);
  });

  it.each(Object.entries(tamperings))('T31 T11 shows %s as the command line does', async (name, tamper) => {
    const bundle = JSON.parse(clean) as ForgedBundle;
    const { codes } = tamper(bundle, world, chanceFrom(name.length), other);
    const { verdict } = await demandSame(JSON.stringify(bundle));
    expect(codes).toContain(verdict.code);
    expect(verdict.verdict).toBe('wrong');
  });

  it('T31 marks the leaf that is wrong in the timeline', async () => {
    const bundle = JSON.parse(clean) as ForgedBundle;
    const entry = bundle.entries[7]!;
    entry.event['actor'] = 'somebody';
    await demandSame(JSON.stringify(bundle));
    expect(await page.locator('tr.accused td').first().textContent()).toBe(String(entry.index));
  });

  it('T31 takes no key from the bundle: without one it can’t judge, with another’s it says no', async () => {
    expect((await demandSame(clean, { keys: '' })).verdict.code).toBe('KEYS_NOT_CHECKED');
    expect((await demandSame(clean, { keys: keyOf(other) })).verdict.code).toBe('CHECKPOINT_SIGNATURE');
    expect((await demandSame(clean, { keys: 'no key' })).verdict.code).toBe('KEY_REFUSED');
  });

  it('T31 T12 holds the bundle against a checkpoint that the auditor kept', async () => {
    const { log, bundle } = world;
    const [size, older] = [log.size, log.size - 20];
    const text = JSON.stringify(bundle);
    const fork = retold(log, 2, (event) => ({ ...event, actor: 'officer-3' }));
    const codeOf = async (given: Given) => (await demandSame(text, given)).verdict.code;
    expect(await codeOf({ checkpoint: log.checkpoint(size) })).toBe('VERIFIED');
    expect(await codeOf({ checkpoint: fork.checkpoint(size) })).toBe('SPLIT_VIEW');
    expect(await page.locator('#finding').textContent()).toContain('SPLIT VIEW');
    expect(await codeOf({ checkpoint: log.checkpoint(older) })).toBe('CONSISTENCY_NEEDED');
    expect(await codeOf({ checkpoint: log.checkpoint(older), consistency: log.consistency(older, size) })).toBe(
      'VERIFIED',
    );
    expect(await codeOf({ checkpoint: fork.checkpoint(older), consistency: log.consistency(older, size) })).toBe(
      'INCONSISTENT',
    );
    log.record('later', { type: 'ReadingOpened', data: {} });
    expect(await codeOf({ checkpoint: log.checkpoint() })).toBe('SHORTER_THAN_HELD');
    expect(await codeOf({ checkpoint: 'no note' })).toBe('HELD_REFUSED');
  });

  it('T31 judges the transcript of a draw by itself, and a changed one', async () => {
    for (const { transcript } of [objects, team]) {
      expect((await demandSame(JSON.stringify(transcript), { keys: '' })).verdict.code).toBe('VERIFIED');
      const changed = { ...transcript, seed: 'ab'.repeat(32) } satisfies JsonObject;
      expect((await demandSame(JSON.stringify(changed), { keys: '' })).verdict.code).toBe('SEED_DIFFERS');
    }
  });

  it('says what isn’t a bundle', async () => {
    expect((await demandSame('no json')).verdict.code).toBe('NOT_JSON');
    expect((await demandSame('{}')).verdict.code).toBe('BUNDLE_UNKNOWN');
  });

  it('takes a dropped file, the keys and the proof as the server answers them', async () => {
    await page.reload();
    const answer = JSON.stringify({ items: [keyOf(signer)], witnesses: [] });
    await page
      .locator('#keys-file')
      .setInputFiles({ name: 'keys.json', mimeType: 'application/json', buffer: Buffer.from(answer) });
    const dropped = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(clean)}], 'bundle.json'));
      return data;
    })()`);
    await page.locator('#drop').dispatchEvent('drop', { dataTransfer: dropped });
    await page.locator('#result .verdict').waitFor();
    expect(await page.locator('#result .verdict').getAttribute('data-code')).toBe('VERIFIED');
    await page
      .locator('#file')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from([0xff, 0xfe, 0x00]) });
    await page.getByText('读不出文本').waitFor();
  });

  it('♿ axe finds nothing, before and after, wide and narrow; nothing went wrong on the page', async () => {
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await page.locator('#held > summary').click();
      expect(await findingsOf(page)).toEqual([]);
      await shown(clean);
      expect(await findingsOf(page)).toEqual([]);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(troubles).toEqual([]);
  });

  it('stays alive while a bundle of 20,000 events is judged, and shows how far it is', async () => {
    const large = join(folder, 'large.json');
    writeFileSync(large, JSON.stringify(worldOf(20_000, 5).bundle));
    await page.reload();
    await page.locator('#keys').fill(keyOf(signer));
    await page.evaluate(`
      const began = performance.now(); let last = began; globalThis.longest = 0; globalThis.said = new Set();
      setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; globalThis.whole = now - began;
        said.add(document.getElementById('status').textContent.replace(/[0-9]+/g, 'n')); }, 20);
    `);
    await page.locator('#file').setInputFiles(large);
    await page.locator('#result .verdict').waitFor({ timeout: 180_000 });
    expect(await page.locator('#result .verdict').getAttribute('data-code')).toBe('VERIFIED');
    // The page that judges in its own thread would stand still for nearly all of that time.
    expect(await page.evaluate<number>('longest / whole')).toBeLessThan(0.25);
    expect(await page.evaluate<string[]>('[...said]')).toContain('正在核验 large.json：已核 n / n 条');
    expect(await page.locator('#result tbody tr').count()).toBeLessThanOrEqual(100);
  });
});

it('the same sources give the same page anywhere, whose hash the build prints; it names no address to fetch from', () => {
  const elsewhere = join(folder, 'another', 'checkout');
  for (const each of ['apps/verifier', 'libs', 'scripts', 'tsconfig.base.json'])
    cpSync(join(root, each), join(elsewhere, each), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
  const again = join(folder, 'again.html');
  expect(build(again, elsewhere)).toBe(printed);
  const bytes = readFileSync(file);
  expect(readFileSync(again).equals(bytes)).toBe(true);
  expect(printed).toBe(`${createHash('sha256').update(bytes).digest('hex')}  srd-verifier.html\n`);
  expect(bytes.toString()).not.toMatch(/(?:src|href)="(?!#|data:)/);
  expect(bytes.toString()).toContain("default-src 'none'");
});

it('an organ’s own copy holds its key', async () => {
  const own = join(folder, 'own.html');
  build(own, root, [keyOf(signer)]);
  const mine = await opened(own);
  expect(await mine.locator('#pinned').textContent()).toContain(keyOf(signer));
  const buffer = Buffer.from(JSON.stringify(worldOf(9, 1).bundle));
  await mine.locator('#file').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer });
  await mine.locator('#result .verdict').waitFor();
  expect(await mine.locator('#result .verdict').getAttribute('data-code')).toBe('VERIFIED');
  await mine.close();
});

it('the command line itself gives the same answer, of a bundle and of a transcript', async () => {
  const srd = (name: string, value: unknown): { status: number | null; stdout: string } => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(value));
    const hook = ['-r', join(root, 'scripts/ts-hook.cjs'), join(root, 'apps/cli/src/main.ts')];
    const args = [...hook, 'verify', path, '--key', keyOf(signer), '--json'];
    return spawnSync(process.execPath, args, { encoding: 'utf8' });
  };
  const { bundle } = worldOf(20, 8);
  const forged = { ...bundle, entries: bundle.entries.slice(0, -1) };
  for (const value of [bundle, forged, objects.transcript, { ...objects.transcript, secret: '00'.repeat(32) }, {}]) {
    const { status, stdout } = srd('given.json', value);
    const said = await shown(JSON.stringify(value));
    expect({ status, stdout }).toEqual({ status: said.exit, stdout: `${said.saved}\n` });
  }
});
