import type { Browser, Page } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { settled, soon } from './settled';

jest.setTimeout(180_000);

const CASE = 'kazuo-2024-3-1';
const REPLAY = `cases/${CASE}/replay`;

/** Addresses with values that no page gives, each beside the one that is left of it. */
const ADDRESSES: readonly (readonly [odd: string, plain: string])[] = [
  ['board?lanes=bogus&as=bogus&overdue=bogus&due=bogus&stage=bogus&sector=bogus&purpose=bogus&year=bogus', 'board'],
  ['board?as=table&stage=closed,bogus', 'board?as=table'],
  ['cases?stage=bogus', 'cases'],
  ['statistics?by=bogus&year=bogus&organ=bogus&figure=bogus&group=bogus&below=bogus', 'statistics'],
  ['statistics?year=2099', 'statistics'],
  ['board?organ=bogus&section=bogus&q=%E6%89%80', 'board?q=%E6%89%80'],
  ['cases?organ=bogus&task=bogus&year=23', 'cases'],
  ['draws?all=bogus', 'draws'],
  [`cases/${CASE}?from=9999-99-99&to=bogus&kind=bogus`, `cases/${CASE}`],
  ['rectification?lane=bogus&ladder=bogus&organ=bogus&section=bogus&urge=bogus', 'rectification'],
  ['rectification/calendar?month=9999-99&kinds=bogus&as=bogus', 'rectification/calendar'],
  ['rectification/calendar?month=9999-12', 'rectification/calendar'],
  ['audit?day=9999-99-99', 'audit'],
  [`${REPLAY}?view=bogus&r=bogus`, REPLAY],
  [`${REPLAY}?r=999999`, REPLAY],
  [`${REPLAY}?view=true&on=9999-99-99`, `${REPLAY}?view=true`],
  [`${REPLAY}?view=true&on=bogus`, `${REPLAY}?view=true`],
  [`${REPLAY}?view=compare&from=bogus&to=-7`, `${REPLAY}?view=compare`],
  [`${REPLAY}?view=json&of=bogus&page=bogus`, `${REPLAY}?view=json`],
];

/** What the one address says and the other doesn't: `stage=bogus`. */
function strange(odd: string, plain: string): readonly string[] {
  const left = new URLSearchParams(plain.split('?')[1]);
  const said = [...new URLSearchParams(odd.split('?')[1])].filter(([name]) => !left.has(name));
  return said.map(([name, value]) => `${name}=${value}`);
}

/** What a page shows, but for the addresses of its links. */
const shownBy = async (page: Page): Promise<string> =>
  (await page.locator('main').ariaSnapshot()).replaceAll(/\/url: .*/g, '');

describe('values that no page gives in its address', () => {
  let browser: Browser;
  let demo: Demonstration;
  let page: Page;
  let other: Page;
  const open = async (window: Page, path: string): Promise<void> => {
    await window.goto(`/desk/${path}`);
    await settled(window);
  };
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    page = await demo.window('kazuo-leader');
    other = await demo.window('kazuo-leader');
  });
  afterAll(async () => {
    await demo?.close();
    await browser?.close();
  });

  it.each(ADDRESSES)('%s is told what of it isn’t known, and becomes %s', async (odd, plain) => {
    await open(other, plain);
    await open(page, odd);
    const told = page.locator('.set-aside');
    for (const value of strange(odd, plain)) await told.getByText(`“${value}”`).waitFor();
    await page.waitForURL((url) => `${url.pathname}${url.search}` === `/desk/${plain}`);
    expect(await told.innerText()).toMatch(/^地址中的.*无法识别，已从地址中去掉，这里按没有此项显示。$/s);
    await told.getByRole('button', { name: '关闭提示' }).click();
    await told.waitFor({ state: 'detached' });
    await soon(async () => expect(await shownBy(page)).toBe(await shownBy(other)));
    expect(demo.allTroubles).toEqual([]);
  });

  it('is told once: who goes on and comes back by the menu finds nothing of it', async () => {
    await page.goto('/desk/board?lanes=bogus');
    await page.locator('.set-aside').getByText('“lanes=bogus”').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await demo.shot(page, 'odd-address');
    const menu = page.getByRole('navigation', { name: '主菜单' });
    await menu.getByRole('link', { name: '案件列表' }).click();
    await page.getByRole('heading', { name: '案件列表' }).waitFor();
    await page.locator('.set-aside').waitFor({ state: 'detached' });
    await menu.getByRole('link', { name: '案件看板' }).click();
    await page.getByRole('heading', { name: '案件看板' }).waitFor();
    await settled(page);
    expect(await page.locator('.set-aside').count()).toBe(0);
    expect(demo.allTroubles).toEqual([]);
  });

  it.each([`rectification/${CASE}?do=bogus&measure=bogus`, 'cases/bogus?kind=bogus', 'draws/bogus/bogus'])(
    '%s says what isn’t there, and the frame stays',
    async (odd) => {
      await open(page, odd);
      expect(await page.getByText('页面出错').count()).toBe(0);
      await page.getByRole('navigation', { name: '主菜单' }).waitFor();
    },
  );
});
