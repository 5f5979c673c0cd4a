import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, troublesOf } from './chromium';

const root = join(__dirname, '..', '..');
/** The demonstration's one password (apps/cli/src/demo/cast/accounts.ts). */
const PASSWORD = 'srd-demo-2024';

/** What a process of ours inherits: none of this one's settings. */
function environment(folder: string, port: number): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(SRD_|PORT$|DATA_DIR$|NODE_OPTIONS$)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    DATA_DIR: join(folder, 'data'),
    SRD_KEY_DIR: join(folder, 'keys'),
    SRD_MODE: 'demo',
    SRD_REQUESTS_PER_MINUTE: '1000000',
    SRD_LOG_LEVEL: 'warn',
    PORT: String(port),
  };
}

/** A demonstration of this build, made once and copied for each test; another process that makes it is waited for. */
async function demonstration(): Promise<string> {
  const stamp = readFileSync(join(root, 'dist', '.stamp'), 'utf8').slice(0, 16);
  const made = join(tmpdir(), `srd-browser-demo-${stamp}`);
  const lock = `${made}.lock`;
  while (!existsSync(made)) {
    try {
      mkdirSync(lock);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    try {
      const building = mkdtempSync(join(tmpdir(), 'srd-browser-building-'));
      const args = [join(root, 'dist', 'apps', 'cli', 'src', 'main.js'), 'demo'];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env: environment(building, 0) });
      if (status !== 0) throw new Error(`the demonstration wasn't built: ${stderr.toString()}`);
      if (!existsSync(made)) renameSync(building, made);
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return made;
}

/** The built program with a clean demonstration, and people in front of it in Chromium. */
export class Desk {
  private server: ChildProcess | undefined;
  private readonly troubles: { readonly page: Page; readonly of: string[] }[] = [];

  private constructor(
    private readonly folder: string,
    private readonly browser: Browser,
    /** Address of the server. */
    public url: string,
  ) {}

  static async open(): Promise<Desk> {
    const folder = mkdtempSync(join(tmpdir(), 'srd-desk-'));
    cpSync(await demonstration(), folder, { recursive: true });
    const desk = new Desk(folder, await launch(), '');
    await desk.serve(0);
    return desk;
  }

  private async serve(port: number): Promise<void> {
    const main = join(root, 'dist', 'apps', 'api', 'src', 'main.js');
    const child = spawn(process.execPath, [main], {
      cwd: root,
      env: environment(this.folder, port),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.server = child;
    this.url = await new Promise<string>((resolve, reject) => {
      child.once('close', (code) => reject(new Error(`the server ended with ${code}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const { listening } = JSON.parse(line.startsWith('{') ? line : '{}') as { listening?: string };
        if (listening !== undefined) resolve(listening);
      });
    });
  }

  /** Kills the server as a power cut would, and starts it again at the same address. */
  async crash(): Promise<void> {
    const ended = new Promise((resolve) => this.server?.once('close', resolve));
    this.server?.kill('SIGKILL');
    await ended;
    await this.serve(Number(new URL(this.url).port));
  }

  /** A browser of its own: nobody when no account is named. Its troubles count against the journey unless it says otherwise. */
  async person(account?: string, size = { width: 1440, height: 900 }): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    if (account !== undefined) {
      const answer = await context.request.post(`${this.url}/api/v1/session`, {
        data: { account, password: PASSWORD },
      });
      if (!answer.ok()) throw new Error(`${account} isn't let in: ${answer.status()}`);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    this.troubles.push({ page, of: troublesOf(page) });
    return page;
  }

  /** Console errors, failed requests and the like of every page so far, and forgets them. */
  trouble(): string[] {
    return this.troubles.flatMap(({ of }) => of.splice(0));
  }

  async close(): Promise<void> {
    await this.browser.close();
    const ended = new Promise((resolve) => this.server?.once('close', resolve));
    this.server?.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Keeps a picture of a page where a folder for pictures is named (`SRD_SCREENSHOTS`); otherwise does nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SRD_SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
