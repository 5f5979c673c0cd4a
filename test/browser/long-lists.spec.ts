import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launch } from './chromium';
import { Demonstration } from './demonstration';
import { desksOf } from './desks';
import { Line } from './line';
import { soon } from './settled';

const URGED = 'fc-chaozhou-2024-2';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const turned = (page: Page, place: string) => page.locator('.pager').getByText(place, { exact: true }).waitFor();

describe('lists of more than one page, and what is sent when the line is cut', () => {
  let browser: Browser;
  let demo: Demonstration;
  let as: ReturnType<typeof desksOf>;
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    as = desksOf(() => demo.url);
  });
  afterAll(async () => {
    await demo?.close();
    await browser?.close();
  });

  it('the list of cases goes forth and back over its pages: each case once, and the file holds them all', async () => {
    const all = await as('chaozhou-leader').list<{ number: string }>('/api/v1/cases');
    const page = await demo.window('chaozhou-leader');
    // Ten a page, by the interface's own cursors.
    await page.route(/\/api\/v1\/cases\?.*limit=50/, (route) =>
      route.continue({ url: route.request().url().replace('limit=50', 'limit=10') }),
    );
    await page.goto('/desk/cases');
    const numbers = page.locator('tbody tr.ant-table-row td:first-child');
    const seen: string[] = [];
    for (let at = 1; at <= Math.ceil(all.length / 10); at += 1) {
      await turned(page, `第 ${at} 页`);
      // The page before stays until this one has come.
      let shown: string[] = [];
      await soon(async () => {
        shown = await numbers.allInnerTexts();
        expect(shown).toHaveLength(Math.min(10, all.length - 10 * (at - 1)));
        expect(shown[0]).not.toBe(seen.at(-10));
      });
      seen.push(...shown);
      if (at * 10 < all.length) await button(page, '下一页').click();
    }
    await soon(async () => expect(await button(page, '下一页').isDisabled()).toBe(true));
    expect(seen.toSorted()).toEqual(all.map(({ number }) => number).toSorted());
    await button(page, '上一页').click();
    await turned(page, `第 ${Math.ceil(all.length / 10) - 1} 页`);
    const before = seen.slice(-10 - (all.length % 10 || 10), -(all.length % 10 || 10));
    await soon(async () => expect(await numbers.allInnerTexts()).toEqual(before));
    const saving = page.waitForEvent('download');
    await button(page, '导出 CSV').click();
    const file = readFileSync(await (await saving).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(file).toHaveLength(all.length + 1);
    expect(demo.allTroubles).toEqual([]);
  });

  it('R84 the ledger turns its pages lane by lane, and another filter begins at the first', async () => {
    const page = await demo.window('kazuo-rectification');
    await page.route(/\/api\/v1\/follow-ups(\?|$)/, async (route) => {
      const answer = await route.fetch();
      const { items } = (await answer.json()) as { items: { case: string; due: { on: string } | null }[] };
      const [late] = items.filter(({ due }) => due !== null && due.on < '2024-08-20');
      const many = Array.from({ length: 120 }, (_, at) => {
        const place = String(at).padStart(3, '0');
        return { ...late, case: `made-up-${place}`, number: `第${place}号` };
      });
      await route.fulfill({ response: answer, json: { items: many, next: null } });
    });
    await page.goto('/desk/rectification');
    const rows = page.locator('table.ledger tbody tr');
    await turned(page, '第 1 / 3 页');
    await soon(async () => expect(await rows.count()).toBe(50));
    await button(page, '下一页').click();
    await button(page, '下一页').click();
    await turned(page, '第 3 / 3 页');
    await soon(async () => expect(await rows.count()).toBe(20));
    await soon(async () => expect(await rows.last().getAttribute('data-case')).toBe('made-up-119'));
    await soon(async () => expect(await button(page, '下一页').isDisabled()).toBe(true));
    await page.getByLabel('按机构、案号或问题查找').fill('第11');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await rows.nth(10).waitFor({ state: 'detached' });
    await soon(async () => expect(await rows.count()).toBe(10));
    expect(demo.allTroubles).toEqual([]);
  });

  it('R12 the public’s results have a second page with the rest', async () => {
    const page = await demo.window();
    const { items } = (await (await page.request.get('/public/results.json')).json()) as { items: object[] };
    await page.goto('/public/results');
    const links = page.locator('main tbody a');
    const first = await links.evaluateAll((found) => found.map((each) => each.getAttribute('href')));
    await page.getByRole('link', { name: '下一页' }).click();
    await page.waitForURL(/cursor=/);
    await page.getByRole('link', { name: '回到第一页' }).waitFor();
    const second = await links.evaluateAll((found) => found.map((each) => each.getAttribute('href')));
    expect(new Set([...first, ...second]).size).toBe(items.length);
    await soon(async () => expect(await page.getByRole('link', { name: '下一页' }).count()).toBe(0));
    await page.getByRole('link', { name: '回到第一页' }).click();
    await page.waitForURL(/results$/);
    expect(demo.allTroubles).toEqual([]);
  });

  it('R84 an urging that the cut line held back, and one whose answer was lost, are sent again and recorded once', async () => {
    for (const day of ['2024-09-09', '2024-09-30'])
      expect((await as('chaozhou-leader').send('POST', '/api/v1/demonstration/clock', { day })).status).toBe(200);
    const line = await Line.to(demo.url);
    const page = await demo.window('chaozhou-rectification', { line });
    await page.goto('/desk/rectification?urge=overdue');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('已选 1 / 1 项').waitFor();
    const text = drawer.getByLabel('催办内容', { exact: true });
    await text.fill('请于三日内提交整改报告（演示）');
    const urged = async (): Promise<number> => {
      const events = await as('chaozhou-leader').list<{ type: string }>(`/api/v1/cases/${URGED}/events`);
      return events.filter(({ type }) => type === 'RectificationUrged').length;
    };
    line.cut();
    await drawer.getByRole('button', { name: /^发送催办/ }).click();
    await drawer
      .getByRole('alert')
      .getByText(/连接|网络/)
      .first()
      .waitFor();
    await soon(async () => expect(await text.inputValue()).toBe('请于三日内提交整改报告（演示）'));
    await drawer.getByText('已选 1 / 1 项').waitFor();
    expect(await urged()).toBe(0);
    line.mend();
    // It arrives, and the answer doesn't.
    await page.route(/urge-overdue/, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await drawer.getByRole('button', { name: /^发送催办/ }).click();
    await soon(async () => expect(await urged()).toBe(1));
    await drawer
      .getByRole('alert')
      .getByText(/连接|网络/)
      .first()
      .waitFor();
    await soon(async () => expect(await text.inputValue()).toBe('请于三日内提交整改报告（演示）'));
    await page.unroute(/urge-overdue/);
    await drawer.getByRole('button', { name: /^发送催办/ }).click();
    await drawer.getByText('已催办 1 项').waitFor();
    await soon(async () => expect(await urged()).toBe(1));
    line.close();
  });
});
