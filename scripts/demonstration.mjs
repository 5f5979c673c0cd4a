// A clean demonstration with its server and a browser, for scripts that measure or picture the pages. All of it goes when the work is done.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { node24, root, withNode24 } from './node24.mjs';

/**
 * @param {{ before?: (dataDir: string) => Promise<void>, work: (place: { url: string, browser: import('playwright-core').Browser }) =>
 * Promise<void> }} steps `before` runs on the data that no server has opened yet
 */
export async function inDemonstration({ before, work }) {
  const folder = mkdtempSync(join(tmpdir(), 'srd-pages-'));
  const dataDir = join(folder, 'data');
  const env = { ...withNode24(), SRD_MODE: 'demo', DATA_DIR: dataDir, SRD_KEY_DIR: join(folder, 'keys'), PORT: '0' };
  let server;
  let browser;
  try {
    execFileSync(node24(), [join(root, 'dist/apps/cli/src/main.js'), 'demo'], { env, stdio: 'ignore' });
    await before?.(dataDir);
    server = spawn(node24(), [join(root, 'dist/apps/api/src/main.js')], {
      env: { ...env, SRD_LOG_LEVEL: 'silent', SRD_REQUESTS_PER_MINUTE: '1000000' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await listening(server);
    browser = await chromium.launch({
      executablePath: process.env.SRD_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'],
    });
    await work({ url, browser });
  } finally {
    await browser?.close();
    server?.kill('SIGTERM');
    if (server?.exitCode === null) await new Promise((resolve) => server.once('close', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A window of somebody's own, who is signed in where an account is named. */
export async function windowOf({ url, browser }, account, [width, height]) {
  const viewport = { width, height };
  const context = await browser.newContext({ baseURL: url, viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  if (account) await context.request.post('/api/v1/demonstration/session', { data: { account } });
  return context;
}

function listening(server) {
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      const line = String(chunk)
        .split('\n')
        .find((each) => each.startsWith('{"listening"'));
      if (line) resolve(JSON.parse(line).listening);
    });
    server.once('close', () => reject(new Error('the server ended')));
  });
}
