import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { walk } from './keyboard';
import { desk, dialogs, publicly, type Place } from './places';
import { misfitsOf, misprintsOf, NARROW, ZOOMED } from './reflow';
import { lasting, PATIENCE, settled } from './settled';

const root = join(__dirname, '../..');

/** Routes as a source file names them: what `before` each of them looks like. */
function routesIn(file: string, before: RegExp): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(new RegExp(`${before.source}'([^']*)'`, 'g'))].map(([, route]) => route!);
}

/** Words that a screen reader would read in English: names of icons. */
const ENGLISH = `[...document.querySelectorAll('.anticon[aria-label]')]
  .filter((icon) => !icon.closest('[aria-hidden=true], button[aria-label], [role=button][aria-label]'))
  .map((icon) => icon.getAttribute('aria-label'))
  .filter((name) => /^[a-z-]+$/.test(name))`;

/** What is wrong with a page: found by axe, read in English, by Tab, at 200 %, at 320 px, on paper. */
interface Faults {
  readonly axe: readonly string[];
  readonly english: readonly string[];
  readonly keyboard: readonly string[];
  readonly zoomed: readonly string[];
  readonly narrow: readonly string[];
  readonly printed: readonly string[];
}

const NONE: Faults = { axe: [], english: [], keyboard: [], zoomed: [], narrow: [], printed: [] };

const AT_ONCE = 3;

describe('WCAG 2.2 AA on every page', () => {
  const places = [...desk, ...dialogs, ...publicly];
  let browser: Browser;
  let demo: Demonstration;
  const contexts = new Map<string, Promise<BrowserContext>>();
  const looks = new Map<Place, Promise<Faults>>();
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    // Some at once: a page waits more than it computes.
    const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
    for (const [index, place] of places.entries()) {
      const lane = index % AT_ONCE;
      const look = lanes[lane]!.then(() => lookAt(place));
      looks.set(place, look);
      lanes[lane] = look.catch(() => undefined);
    }
  });
  afterAll(async () => {
    await Promise.allSettled(looks.values());
    for (const context of contexts.values()) await (await context).close();
    await demo?.close();
    await browser?.close();
  });

  async function contextOf(account = ''): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: demo.url, locale: 'zh-CN', reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE);
    if (account !== '') await context.request.post('/api/v1/demonstration/session', { data: { account } });
    return context;
  }

  async function opened({ account = '', path, shows }: Place): Promise<Page> {
    if (!contexts.has(account)) contexts.set(account, contextOf(account));
    const page = await (await contexts.get(account)!).newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    if (shows !== undefined) await page.locator(shows).first().waitFor();
    await settled(page);
    return page;
  }

  async function lookAt(place: Place): Promise<Faults> {
    const page = await opened(place);
    try {
      // A page that failed by a fault of ours is accessible too.
      expect(await page.getByText('页面出错').count()).toBe(0);
      const opener = place.opens === undefined ? undefined : await openedBy(page, place.opens);
      const axe = await findingsOf(page);
      const english = await page.evaluate<string[]>(ENGLISH);
      const keyboard = await walk(page);
      await page.setViewportSize(ZOOMED);
      await settled(page);
      const zoomed = await lasting(() => misfitsOf(page));
      await page.setViewportSize(NARROW);
      await settled(page);
      const narrow = await lasting(() => misfitsOf(page));
      if (opener) keyboard.push(...(await focusBack(page, opener)));
      // The board is for the screen: its cards go out as CSV.
      const printed = place.route === 'board' || opener ? [] : await misprintsOf(page);
      return { axe, english, keyboard, zoomed, narrow, printed };
    } finally {
      await page.close();
    }
  }

  /** Presses a button by keyboard and waits for what it opens. */
  async function openedBy(page: Page, name: string): Promise<Locator> {
    const button = page
      .locator('#content button')
      .filter({ hasText: new RegExp(`^\\s*${name}`) })
      .first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.ant-drawer-section, .ant-modal').first().waitFor();
    await settled(page);
    return button;
  }

  async function focusBack(page: Page, opener: Locator): Promise<string[]> {
    await page.keyboard.press('Escape');
    await page.locator('.ant-drawer-section, .ant-modal').first().waitFor({ state: 'hidden' });
    return lasting(async () =>
      (await opener.evaluate((button) => button.matches(':focus'))) ? [] : ['the focus isn’t back where it was'],
    );
  }

  it('no route is left out', () => {
    const pages = routesIn('apps/web/src/app/pages.ts', /\bpath: /);
    const ways = routesIn('apps/web/src/app/routes.tsx', /\bpath: /).filter((route) => route !== '/desk');
    expect(pages.length).toBeGreaterThan(10);
    expect([...new Set(desk.map(({ route }) => route))].toSorted()).toEqual([...pages, ...ways, '/witness'].toSorted());
    const served = routesIn('apps/api/src/public-pages/public-pages.controller.ts', /@Get\(/);
    const told = served.filter((route) => !/\.(css|js|json)$/.test(route));
    expect([...new Set(publicly.map(({ route }) => route))].toSorted()).toEqual(['', ...told].toSorted());
  });

  it.each(places.map((place) => [`${place.path} ${place.opens ?? ''} ${place.account ?? ''}`, place] as const))(
    '%s',
    async (_, place) => {
      expect(await looks.get(place)).toEqual(NONE);
    },
  );
});
