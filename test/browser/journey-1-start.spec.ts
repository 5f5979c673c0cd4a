import type { Browser } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { soon } from './settled';

describe('journey 1: 启动与导览', () => {
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

  it('the home page says what it is, checks the log, and one click makes the visitor a role', async () => {
    const page = await demo.window();
    await page.goto('/');
    await page.getByText('演示数据：机构与人员均为虚构，计划数字来自两份公开文件').waitFor();
    await page.getByText('2024年8月20日（周二）').first().waitFor();
    await page.locator('.log-check .passed', { hasText: '通过' }).waitFor();
    const events = Number((await page.locator('.facts strong').first().innerText()).replaceAll(',', ''));
    expect(events).toBeGreaterThan(100);
    await page.locator('.role-cards button').nth(3).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await demo.shot(page, 'home');

    await page.getByRole('button', { name: '关闭导览' }).click();
    await page.reload();
    await page.getByRole('button', { name: '显示五步导览' }).waitFor();

    await page.getByRole('button', { name: /^监管主管/ }).click();
    await page.getByRole('heading', { name: '案件看板' }).waitFor();
    await page.getByText('喀左县司法局').first().waitFor();
    await page.getByRole('button', { name: /用户菜单$/ }).click();
    await page.getByText('退出登录').click();
    await page.getByText('选择角色，一键进入').waitFor();
    expect(demo.allTroubles).toEqual([]);
  });

  it('a leader moves the clock from the page; what falls due on the way is on record, and nobody else is offered it', async () => {
    const page = await demo.window('kazuo-leader');
    await page.goto('/desk/rectification');
    await page.getByRole('heading', { name: '整改台账' }).waitFor();
    const other = await demo.window('kazuo-rectification');
    await other.goto('/desk/rectification/calendar');
    await other.getByText('今天').first().waitFor();
    const menu = page.getByRole('button', { name: /用户菜单$/ });
    await menu.click();
    await page.getByRole('button', { name: '拨动演示时钟' }).click();
    const dialog = page.getByRole('dialog', { name: '拨动演示时钟' });
    const move = dialog.getByRole('button', { name: /^拨(动|到\d)/ });
    await soon(async () => expect(await move.isDisabled()).toBe(true));
    await dialog.getByLabel('拨到', { exact: true }).fill('2024-08-19');
    await soon(async () => expect(await move.isDisabled()).toBe(true));
    await dialog.getByLabel('拨到', { exact: true }).blur();
    await dialog.getByText('应在2024年8月21日至2026年10月29日之间').waitFor();
    await dialog.getByLabel('拨到', { exact: true }).fill('2024-09-31');
    await dialog.getByLabel('拨到', { exact: true }).blur();
    await dialog.getByText('“2024-09-31”不是日期，应如 2024-03-09').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await dialog.getByLabel('拨到', { exact: true }).fill('2024年10月8日');
    await dialog.getByText('不是日期').waitFor({ state: 'detached' });
    await demo.shot(page, 'clock');
    expect(await findingsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: '拨到2024年10月8日' }).click();
    await page.getByText('演示时钟现为2024年10月8日（周二）').waitFor({ timeout: 180_000 });
    // What is said in passing is read in Chinese, icon and all.
    await soon(async () =>
      expect(await page.locator('.messages').ariaSnapshot()).toBe('- status: 成功： 演示时钟现为2024年10月8日（周二）'),
    );
    await page.locator('.clock', { hasText: '2024年10月8日（周二）' }).waitFor();
    await page
      .getByText(/逾期 \d+ 个工作日/)
      .first()
      .waitFor();

    // Whoever looked on counts from the new day as well.
    await other.locator('.clock', { hasText: '2024年10月8日（周二）' }).waitFor();
    await other.goto('/desk/rectification');
    await other.getByRole('button', { name: /用户菜单$/ }).click();
    await other.getByRole('link', { name: '更换演示角色' }).waitFor();
    await soon(async () => expect(await other.getByRole('button', { name: '拨动演示时钟' }).count()).toBe(0));
    expect(demo.allTroubles).toEqual([]);
  });

  it('started again it holds the same data and no duplicates', async () => {
    const countOf = async () => (await (await fetch(`${demo.url}/api/v1/demonstration`)).json()) as { events: number };
    // What followed from the clock's move is on record by itself, a moment later.
    let before = await countOf();
    await soon(async () => {
      const earlier = before;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      before = await countOf();
      expect(before).toEqual(earlier);
    });
    await demo.restart();
    await soon(async () => expect(await countOf()).toEqual(before));
    expect((await fetch(`${demo.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${demo.url}/api/docs`)).status).toBe(200);
  });
});
