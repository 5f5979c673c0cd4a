import type { Browser } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';

jest.setTimeout(240_000);

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
    await page.getByText('2024-08-20').first().waitFor();
    await page.locator('.log-check .passed', { hasText: '通过' }).waitFor({ timeout: 60_000 });
    const events = Number((await page.locator('.facts strong').first().innerText()).replaceAll(',', ''));
    expect(events).toBeGreaterThan(100);
    expect(await page.locator('.role-cards button').count()).toBeGreaterThanOrEqual(4);
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

  it('started again it holds the same data and no duplicates', async () => {
    const countOf = async () => (await (await fetch(`${demo.url}/api/v1/demonstration`)).json()) as { events: number };
    const before = await countOf();
    await demo.restart();
    expect(await countOf()).toEqual(before);
    expect((await fetch(`${demo.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${demo.url}/api/docs`)).status).toBe(200);
  });
});
