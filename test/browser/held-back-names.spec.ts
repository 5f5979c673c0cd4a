import type { Browser, Page } from 'playwright-core';
import { draw, publicDraw } from '../journeys/ceremony';
import { approveAndNotify, caseAt, lawyers, visit } from '../journeys/inspection';
import { PASSWORD } from '../journeys/people';
import { PLAN, prepare, task } from '../journeys/preparation';
import { chaozhou, fagaiju, table } from '../journeys/seeds';
import { House, until } from '../journeys/server';
import { findingsOf, launch, troublesOf } from './chromium';
import { PATIENCE } from './settled';

const { officer, head } = lawyers;
const SERIES = task(4);
const TEAM = `${SERIES}:team`;
const CASE = `${SERIES}-1`;

describe('trap 10 B二(六) a plan that makes the drawn names public after the last visit', () => {
  let house: House;
  let browser: Browser;
  let page: Page;
  let troubles: readonly string[];
  const hashOf = async (series: string): Promise<string> => (await publicDraw(house, series)).transcriptHash ?? '';
  const shown = async (hash: string): Promise<void> => {
    await page.getByText(hash.replaceAll(/(.{8})(?=.)/g, '$1 ')).waitFor();
  };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 3);
    await house.on('2023-06-05');
    const plan = { title: '市级计划', documents: [], source: { kind: 'own', note: '测试计划' } };
    await house.as(officer).give('plans', PLAN, 'DraftPlan', plan);
    const totals = { institutions: 3, practitioners: null };
    const content = { ...table[3], totals, disclosure: 'after-visits' };
    await house.as(officer).give('plans', PLAN, 'DraftTask', { task: SERIES, content });
    await house.as(head).give('plans', PLAN, 'SubmitPlan');
    await house.as('chaozhou-supervision').give('plans', PLAN, 'ReleasePlan');
    await house.as('chaozhou-supervision').give('plans', PLAN, 'AllotTask', { task: SERIES });
    await house.on('2023-07-10');
    await draw(house, { officer, plan: PLAN, series: SERIES });
    await caseAt(house, CASE, 'awaiting-team');
    await draw(house, { officer, plan: PLAN, series: TEAM });
    browser = await launch();
    const context = await browser.newContext({ baseURL: house.url, viewport: { width: 1920, height: 1080 } });
    context.setDefaultTimeout(PATIENCE);
    await context.request.post('/api/v1/session', { data: { account: officer, password: PASSWORD } });
    page = await context.newPage();
    troubles = troublesOf(page);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('the room sees the hash of the record and how many were drawn, and no name; the officer sees the names and is warned', async () => {
    const { items } = await house.as(officer).read<{ items: { name: string }[] }>(`/api/v1/cases?task=${SERIES}`);
    const drawn = items[0]!.name;
    await page.goto(`/desk/projector/${SERIES}`);
    await page.getByText('已抽中 1 家').waitFor();
    await shown(await hashOf(SERIES));
    expect(await page.locator('main').innerText()).not.toContain(drawn);
    expect(await findingsOf(page)).toEqual([]);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `${process.env['SCREENSHOTS']}/projector-held.png` });
    await page.goto(`/desk/draws/${PLAN}/${SERIES}`);
    await page.locator('.selected').getByText(drawn).waitFor();
    await page.getByText('请勿外传').waitFor();
    expect(troubles).toEqual([]);
  });

  it('nor whom the teams are for, until the last visit is over: then the room sees the names and nobody is warned any more', async () => {
    await page.goto(`/desk/projector/${encodeURIComponent(TEAM)}`);
    await page.getByText('已选派 1 件案件的检查人员').waitFor();
    await shown(await hashOf(TEAM));
    expect(await page.locator('main').innerText()).not.toMatch(/检查员 \d|第\d+号/);
    const { object } = await caseAt(house, CASE, 'awaiting-notice');
    await approveAndNotify(house, lawyers, CASE, '2023-07-10');
    await house.on('2023-07-18');
    await visit(house, lawyers, CASE, '2023-07-18');
    for (const series of [SERIES, TEAM])
      await until(async () => (await publicDraw(house, series)).transcript !== null, `${series} is public`);
    await page.reload();
    await page
      .getByText(/检查员 \d/)
      .first()
      .waitFor();
    await page.goto(`/desk/projector/${SERIES}`);
    await page.getByText(object?.name ?? '').waitFor();
    await page.goto(`/desk/draws/${PLAN}/${SERIES}`);
    await page
      .locator('.selected')
      .getByText(object?.name ?? '')
      .waitFor();
    expect(await page.getByText('请勿外传').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
