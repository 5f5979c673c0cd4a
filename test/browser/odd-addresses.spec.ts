import type { Browser, Page } from 'playwright-core';
import { launch } from './chromium';
import { Demonstration } from './demonstration';
import { settled, soon } from './settled';

jest.setTimeout(180_000);

const CASE = 'kazuo-2024-3-1';
const REPLAY = `cases/${CASE}/replay`;

/** Addresses with values that no page gives, each beside the one that it is as good as. */
const ADDRESSES: readonly (readonly [odd: string, plain: string])[] = [
  ['board?lanes=bogus&as=bogus&overdue=bogus&due=bogus&stage=bogus&sector=bogus&purpose=bogus&year=bogus', 'board'],
  ['board?as=table&stage=closed,bogus', 'board?as=table'],
  ['cases?stage=bogus', 'cases'],
  ['statistics?by=bogus&year=bogus&organ=bogus&figure=bogus&group=bogus&below=bogus', 'statistics'],
  [`cases/${CASE}?from=9999-99-99&to=bogus`, `cases/${CASE}`],
  ['rectification?lane=bogus&ladder=bogus&urge=bogus', 'rectification'],
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

  it.each(ADDRESSES)('%s is as good as %s', async (odd, plain) => {
    await open(other, plain);
    await open(page, odd);
    await soon(async () => expect(await shownBy(page)).toBe(await shownBy(other)));
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
