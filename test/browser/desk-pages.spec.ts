import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { desksOf } from './desks';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { Line } from './line';
import { soon } from './settled';

const CASE = '/desk/cases/kazuo-2024-3-1';

describe('pages of the desk in every state', () => {
  let browser: Browser;
  let demo: Demonstration;
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
  });
  afterAll(async () => {
    await demo?.close();
    await browser?.close();
  });

  /** A popup stands within the window, once it has been placed. */
  const inWindow = async (page: Page, popup: string): Promise<void> => {
    await page.locator(popup).last().waitFor();
    await soon(async () => {
      const { x, width } = (await page.locator(popup).last().boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(1440);
    });
  };

  it('a day reads in Chinese conventions in a browser of any language, and is typed or picked on the procedure’s month', async () => {
    const page = await demo.window('kazuo-leader', { locale: 'en-US' });
    await page.goto(CASE);
    const from = page.getByRole('textbox', { name: '自', exact: true });
    await from.fill('2024年7月24日');
    await page.waitForURL(/from=2024-07-24/);
    await from.press('Tab');
    await soon(async () => expect(await from.inputValue()).toBe('2024-07-24'));
    await page.locator('.timeline li').first().getByText('到场检查').waitFor();
    await from.fill('2024-02-30');
    await soon(async () => expect(await from.getAttribute('aria-invalid')).toBe('true'));
    await from.press('Tab');
    await page.getByText('“2024-02-30”不是日期，应如 2024-03-09').waitFor();
    await soon(async () => expect(await from.inputValue()).toBe('2024-02-30'));
    await from.fill('2024-07-24');
    await from.press('Tab');
    await soon(async () => expect(await from.inputValue()).toBe('2024-07-24'));
    await page.getByRole('button', { name: '至：打开日历' }).focus();
    await page.keyboard.press('Enter');
    await inWindow(page, '.ant-picker-dropdown');
    await soon(async () => expect(await page.locator('.ant-picker-header-view').innerText()).toMatch(/2024年\s*8月/));
    await page.keyboard.press('Escape');
    await page.locator('.ant-picker-dropdown').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '至：打开日历' }).click();
    await page.getByTitle('2024-08-01').click();
    await page.waitForURL(/to=2024-08-01/);
    // Who asked for less motion sees popups too.
    await page.getByRole('combobox', { name: '人员' }).click();
    await inWindow(page, '.ant-select-dropdown');
    expect(demo.allTroubles).toEqual([]);
  });

  it('of two choices made at once none is lost: each changes the address as it is by then', async () => {
    const page = await demo.window('kazuo-leader');
    await page.goto('/desk/board');
    await page.locator('article.card').first().waitFor();
    await page.evaluate(`{
      const labelled = (text) => [...document.querySelectorAll('#content label')].find((each) => each.textContent.startsWith(text));
      labelled('仅看逾期').click();
      labelled('表格').click();
    }`);
    await page.waitForURL((url) => url.search.includes('overdue=yes') && url.search.includes('as=table'));
    await page.getByRole('checkbox', { name: /^仅看逾期/, checked: true }).waitFor();
    await page.getByRole('columnheader', { name: '案号' }).waitFor();
    expect(demo.allTroubles).toEqual([]);
  });

  it('a form stays until its page shows the step: nobody meets their own step as somebody else’s', async () => {
    const page = await demo.window('kazuo-head');
    await page.goto('/desk/cases/kazuo-2024-1-1');
    await page.locator('.command-buttons').getByRole('button', { name: '审批检查结果', exact: true }).click();
    const form = page.getByRole('dialog');
    const submit = form.getByRole('button', { name: '审批检查结果', exact: true });
    await submit.waitFor();
    const slow = Promise.withResolvers<void>();
    await page.route(/\/api\/v1\/cases\/kazuo-2024-1-1$/, async (route) => {
      await slow.promise;
      await route.continue();
    });
    await submit.click();
    await page.getByText(/已办理，现为第 \d+ 版/).waitFor();
    await soon(async () => expect(await submit.isVisible()).toBe(true));
    slow.resolve();
    await form.waitFor({ state: 'detached' });
    // At once, not a moment later: what was waited for is there.
    expect(await page.locator('h1').innerText()).toContain('待公示');
    expect(demo.allTroubles).toEqual([]);
  });

  it('the list of cases is looked through by institution or number and by year, in the address; on a phone a row is label and value', async () => {
    const page = await demo.window('chaozhou-leader');
    await page.goto('/desk/cases');
    const rows = page.locator('tbody tr.ant-table-row');
    await rows.nth(20).waitFor();
    await page.getByLabel('按机构或案号查找').fill('怀瑾');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await soon(async () => {
      const found = await rows.allInnerTexts();
      expect(found.every((row) => row.includes('怀瑾演示律师事务所'))).toBe(true);
      expect(new Set(found.map((row) => /20\d\d(?= 年)/.exec(row)?.[0]))).toEqual(new Set(['2023', '2024']));
    });
    await page.goto(`/desk/cases?q=${encodeURIComponent('行政检查第1号')}&year=2023`);
    await rows.first().waitFor();
    const only = async (): Promise<boolean> =>
      (await rows.allInnerTexts()).every((row) => row.includes('第1号') && row.includes('2023 年'));
    await soon(async () => expect(await only()).toBe(true));
    await page.setViewportSize({ width: 390, height: 844 });
    const name = rows.first().locator('[data-head="机构"]');
    expect((await name.boundingBox())!.width).toBeGreaterThan(300);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await rows.nth(20).waitFor();
    await page.goto('/desk/cases?q=none');
    await page.getByText('没有符合条件的记录').waitFor();
    expect(demo.allTroubles).toEqual([]);
  });

  it('the public’s lists say how many there are in all', async () => {
    const page = await demo.window();
    await page.goto('/public/draws');
    await soon(async () => expect(await page.locator('.count').innerText()).toMatch(/^共 \d+ 条，本页 20 条。$/));
    const all = Number(/\d+/.exec(await page.locator('.count').innerText())?.[0]);
    const { items } = (await (await page.request.get('/public/draws.json')).json()) as { items: unknown[] };
    expect(items).toHaveLength(all);
  });

  it('a refused form says which field, what stands in it and what is expected, and goes to it', async () => {
    const page = await demo.window('kazuo-rectification');
    await page.goto('/desk/rectification/kazuo-2024-3-1');
    await page.getByRole('button', { name: '登记整改报告', exact: true }).click();
    const form = page.locator('.fu-form');
    const field = form.getByLabel('内容', { exact: true });
    await field.fill('已整改\u202e');
    await form.getByRole('button', { name: '登记整改报告', exact: true }).click();
    const alert = form.getByRole('alert').filter({ hasText: '有 1 处填写有误' });
    await alert.getByText('有 1 处填写有误，已在各栏标出：内容').waitFor();
    await soon(async () =>
      expect(await alert.innerText()).toMatch(/内容[\s\S]*所填为“已整改\[U\+202E\]”；不能含控制字符或双向书写符/),
    );
    const isThere = `document.activeElement === document.querySelector('.fu-form textarea[id$=text]')`;
    await page.waitForFunction(isThere);
    await page.locator('h1').click();
    await alert.getByRole('button', { name: '内容' }).click();
    await page.waitForFunction(isThere);
    await demo.shot(page, 'form-refused');
  });

  it('a witness’s phone names the task; the attempt says what its list is compared with', async () => {
    const as = desksOf(() => demo.url);
    const officer = as('chaozhou-lawyer-officer');
    const series = 'chaozhou-2024-1';
    const witnesses = [{ role: '行业协会代表' }, { role: '法律服务人员代表' }];
    await officer.give('selections', series, 'FreezeObjectDraw', { plan: 'chaozhou-2024', contributors: witnesses });
    const { items } = await officer.read<{ items: { path: string }[] }>(`/api/v1/selections/${series}/links`);
    const phone = await demo.window(undefined, { width: 390, height: 844 });
    await phone.goto(items[0]!.path);
    await phone.getByText('对律师事务所的行政检查：抽取检查对象（第 1 次）').waitFor();
    await demo.shot(phone, 'witness-phone');
    const room = await demo.window('chaozhou-lawyer-officer');
    // As 127.0.0.1 no phone can follow the codes: said beside them, on the room's screen, and before anything is frozen.
    for (const path of [`draws/chaozhou-2024/${series}`, `projector/${series}`, 'draws/kazuo-2024/kazuo-2024-4']) {
      const here = path.includes('kazuo') ? await demo.window('kazuo-officer') : room;
      await here.goto(`/desk/${path}`);
      await here.getByText('手机扫码打不开：二维码里是只有本机能用的地址').waitFor();
      await here.getByText(/请改用这台机器在局域网中的地址重新打开本页/).waitFor();
      await demo.shot(here, `own-address-${path.split('/')[0]}`);
    }
    await room.goto(`/desk/draws/chaozhou-2024/${series}`);
    await room.getByText(/名录与本机关此前的抽取（.+）相比有 \d+ 处不同/).waitFor();
    await demo.shot(room, 'draw-attempts');
  });

  it('the draws behind a figure are named as people call them, and lead to their page; so does the file', async () => {
    const page = await demo.window('chaozhou-leader');
    await page.goto('/desk/statistics?year=2023&figure=voided-draws');
    const list = page.getByRole('dialog', { name: '作废的抽取' });
    const draw = list.getByRole('link', {
      name: '2023年对律师事务所的行政检查：抽取检查对象（第 1 次），律师工作管理科',
    });
    await draw.waitFor();
    await demo.shot(page, 'statistics-draws');
    const saving = page.waitForEvent('download');
    await list.getByRole('button', { name: '导出 CSV' }).click();
    expect(readFileSync(await (await saving).path(), 'utf8')).toContain('抽取检查对象（第 1 次），律师工作管理科');
    await draw.click();
    await page.getByRole('heading', { name: '抽取检查对象' }).waitFor();
    await page.getByText('见证人未能到场').first().waitFor();
  });

  it('an auditor is told that a case isn’t there before any purpose is asked; what was looked at is named in who looked at what', async () => {
    const page = await demo.window('chaozhou-auditor');
    await page.goto('/desk/cases/none');
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    expect(await page.getByText('说明查阅目的').count()).toBe(0);
    const { items } = (await (await page.request.get('/api/v1/cases?limit=1')).json()) as {
      items: { id: string; number: string; name: string }[];
    };
    const { id, number, name } = items[0]!;
    await page.goto(`/desk/cases/${id}`);
    await page.getByRole('heading', { name: '说明查阅目的' }).waitFor();
    await page.getByText(`案卷：${number} ${name}`).waitFor();
    await demo.shot(page, 'purpose');
    // Which case it is may be known without a trace.
    await page.goto('/desk/audit');
    await page.getByText('当日没有人查阅案卷或导出审计包').waitFor();
    await page.goto(`/desk/cases/${id}`);
    await page.getByLabel('目的').fill('专项检查（演示）');
    await page.getByRole('button', { name: '打开案卷' }).click();
    await page.locator('.case-page .timeline').waitFor();
    await page.goto('/desk/audit');
    await page.getByRole('link', { name: `${number} ${name}` }).waitFor();
    await page.getByText('专项检查（演示）').waitFor();
    await demo.shot(page, 'accesses');
    await page.getByRole('link', { name: `${number} ${name}` }).click();
    await page.locator('.case-page .timeline').waitFor();
  });

  it('what a page reads while nobody uses it says so; after a key or a press it is a person who asks', async () => {
    const page = await demo.window('kazuo-leader');
    await page.clock.install();
    await page.goto('/desk/board');
    await page.locator('article.card').first().waitFor();
    const polled = async (): Promise<string | undefined> => {
      const asking = page.waitForRequest(/\/api\/v1\/desk$/);
      await page.clock.runFor(6_000);
      return (await asking).headers()['srd-background'];
    };
    await page.keyboard.press('Shift');
    expect(await polled()).toBeUndefined();
    await page.clock.fastForward(120_000);
    await soon(async () => expect(await polled()).toBe('1'));
    await page.keyboard.press('Shift');
    await soon(async () => expect(await polled()).toBeUndefined());
  });

  it('a session that ends leaves the page as it is: who signs in again goes on with the form', async () => {
    const before = demo.allTroubles.length;
    const page = await demo.window('kazuo-officer');
    await page.goto('/desk/cases/kazuo-2024-1-2');
    await page.locator('.command-buttons').getByRole('button', { name: '公示前核对内容', exact: true }).click();
    const form = page.getByRole('dialog', { name: '公示前核对内容' });
    const reason = form.getByRole('textbox', { name: /理由/ });
    await reason.fill('逐项核对无误（演示）');
    await page.request.delete('/api/v1/session');
    const ended = page.getByRole('dialog', { name: '会话已结束' });
    await ended.waitFor();
    await demo.shot(page, 'session-ended');
    expect(await findingsOf(page)).toEqual([]);
    await ended.getByRole('button', { name: '继续演示' }).click();
    await ended.waitFor({ state: 'hidden' });
    expect(await reason.inputValue()).toBe('逐项核对无误（演示）');
    await form.getByRole('button', { name: '公示前核对内容', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await page.locator('.command-buttons').getByRole('button', { name: '在一个载体上公示', exact: true }).waitFor();
    expect(demo.allTroubles.slice(before).filter((each) => !/401/.test(each))).toEqual([]);
  });

  it('while the server is away the frame stays, a page says so, and comes back by itself', async () => {
    const line = await Line.to(demo.url);
    const page = await demo.window('kazuo-leader', { line });
    await page.goto('/desk/cases');
    await page.locator('tbody a').first().waitFor();
    line.cut();
    await page.getByRole('link', { name: '期限日历' }).click();
    const lost = page.getByRole('alert').filter({ hasText: '页面没有载入' });
    await lost.getByRole('button', { name: '重试' }).waitFor();
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '案件看板' }).waitFor();
    await page.getByRole('link', { name: '案件列表' }).click();
    await page.locator('tbody a').first().click();
    await page
      .getByRole('alert')
      .filter({ hasText: /连接不上服务器|页面没有载入/ })
      .first()
      .waitFor();
    await page.getByRole('navigation', { name: '主菜单' }).waitFor();
    line.mend();
    await page.locator('.case-page .timeline').waitFor();
    line.close();
  });
});
