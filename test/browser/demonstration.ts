import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ServerProcess, type Place } from '../journeys/process';
import type { Line } from './line';
import { troublesOf } from './chromium';
import { PATIENCE } from './settled';

const root = join(__dirname, '../..');
const shots = process.env['SCREENSHOTS'];

/** The demonstration as this build makes it: built once, copied for each journey. */
async function prebuilt(): Promise<string> {
  const build = readFileSync(join(root, 'dist/.stamp'), 'utf8').slice(0, 16);
  const kept = join(tmpdir(), `srd-demonstration-${build}`);
  if (existsSync(kept)) return kept;
  const folder = mkdtempSync(`${kept}-`);
  const env = { ...process.env, SRD_MODE: 'demo', DATA_DIR: join(folder, 'data'), SRD_KEY_DIR: join(folder, 'keys') };
  await promisify(execFile)(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), 'demo'], { env });
  try {
    renameSync(folder, kept);
  } catch (error) {
    // Another spec was as quick.
    if (!existsSync(kept)) throw error;
    rmSync(folder, { recursive: true });
  }
  return kept;
}

/** A clean demonstration with its server: what each journey in the browser begins with. */
export class Demonstration {
  private readonly contexts: BrowserContext[] = [];
  private readonly watched: (readonly string[])[] = [];

  private constructor(
    private readonly folder: string,
    private readonly place: Place,
    private server: ServerProcess,
    private readonly browser: Browser,
  ) {}

  static async open(browser: Browser): Promise<Demonstration> {
    const folder = mkdtempSync(join(tmpdir(), 'srd-journey-'));
    cpSync(await prebuilt(), folder, { recursive: true });
    const place: Place = {
      mode: 'demo',
      dataDir: join(folder, 'data'),
      keyDir: join(folder, 'keys'),
      eventStore: 'sqlite',
    };
    return new Demonstration(folder, place, await ServerProcess.start(place), browser);
  }

  get url(): string {
    return this.server.url;
  }

  /** Where the server keeps its data: for a test that does there what nobody should. */
  get dataDir(): string {
    return this.place.dataDir;
  }

  /** Stops the server as Ctrl-C does and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.server.stop();
    this.server = await ServerProcess.start(this.place);
  }

  /** Kills the server as a power cut would and starts it again at the same address. */
  async crash(): Promise<void> {
    const { port } = new URL(this.url);
    await this.server.kill();
    this.server = await ServerProcess.start(this.place, { PORT: port });
  }

  /** A window of somebody: signed in when an account is named. Whatever goes wrong in it is a trouble. */
  async window(
    account?: string,
    {
      width = 1440,
      height = 900,
      line,
      locale = 'zh-CN',
      hasTouch = false,
    }: { width?: number; height?: number; line?: Line; locale?: string; hasTouch?: boolean } = {},
  ): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: line?.url ?? this.url,
      viewport: { width, height },
      locale,
      hasTouch,
      timezoneId: 'Asia/Shanghai',
      // While a form slides in, a press may meet the place where its button was.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE);
    this.contexts.push(context);
    if (account !== undefined) {
      const answer = await context.request.post('/api/v1/demonstration/session', { data: { account } });
      if (answer.status() !== 201) throw new Error(`${account}: ${answer.status()}`);
    }
    const page = await context.newPage();
    this.watched.push(troublesOf(page));
    return page;
  }

  /** Console errors, page errors and failed requests of all windows so far. A page that is left lets go of its live stream: that isn't one. */
  get allTroubles(): readonly string[] {
    return this.watched.flat().filter((trouble) => !/^failed: .*\/api\/v1\/live\b/.test(trouble));
  }

  /** Keeps a picture where `SCREENSHOTS` names a folder. */
  async shot(page: Page, name: string): Promise<void> {
    if (shots === undefined) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`) });
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
