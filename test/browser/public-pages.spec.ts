import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { draw } from '../journeys/ceremony';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  lawyers,
  nothingFound,
  publish,
  record,
  visit,
} from '../journeys/inspection';
import { CANARY } from '../journeys/people';
import { PLAN, planAndAllot, prepare, task } from '../journeys/preparation';
import { chaozhou, fagaiju } from '../journeys/seeds';
import { House } from '../journeys/server';
import { findingsOf, launch, troublesOf } from './chromium';
import { PATIENCE } from './settled';

const shots = process.env['SCREENSHOTS'];
const id = `${task(4)}-1`;
const drawId = `${task(4)}.1`;

let house: House;
let browser: Browser;
let code: string;
let name: string;

/** A house where one firm was drawn, inspected, published and corrected. */
async function told(): Promise<void> {
  await prepare(house, '2023-05-08');
  await house.on('2023-06-05');
  await planAndAllot(house, [4], '2023-06-05');
  await house.on('2023-07-10');
  await draw(house, { officer: lawyers.officer, plan: PLAN, series: task(4) });
  await caseAt(house, `${task(4)}-5`, 'awaiting-team');
  await draw(house, { officer: lawyers.officer, plan: PLAN, series: `${task(4)}:team` });
  await caseAt(house, id, 'awaiting-notice');
  await approveAndNotify(house, lawyers, id, '2023-07-10');
  await house.on('2023-07-18');
  await visit(house, lawyers, id, '2023-07-18');
  await record(house, lawyers, id, '2023-07-18', nothingFound);
  await approve(house, lawyers, id);
  await publish(house, lawyers, id);
  const { findings } = await caseOf(house, id);
  const change = {
    amendment: 'amendment-1',
    finding: findings[0]?.finding,
    text: '按事项清单逐项检查，未发现问题；另附说明。',
    reason: '补充说明',
  };
  await house.as(lawyers.officer).give('cases', id, 'ProposeAmendment', change);
  await house.as(lawyers.head).give('cases', id, 'ApproveAmendment', { amendment: 'amendment-1' });
  await publish(house, lawyers, id);
  const { visits, object } = (await caseOf(house, id)) as unknown as {
    readonly visits: readonly { readonly visitCode: string }[];
    readonly object: { readonly name: string };
  };
  code = visits[0]!.visitCode;
  name = object.name;
}

beforeAll(async () => {
  house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
  browser = await launch();
  await told();
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const places = (): readonly (readonly [name: string, path: string])[] => [
  ['home', '/public'],
  ['results', '/public/results'],
  ['result', `/public/results/${id}`],
  ['draws', '/public/draws'],
  ['draw', `/public/draws/${drawId}`],
  ['team', `/public/draws/${encodeURIComponent(`${task(4)}:team.1`)}`],
  ['fairness', '/public/fairness?organ=chaozhou&year=2023'],
  ['plans', '/public/plans'],
  ['plan', `/public/plans/${PLAN}`],
  ['items', '/public/items'],
  ['listings', '/public/listings'],
  ['circulars', '/public/circulars'],
  ['procedure', '/public/procedure'],
  ['visit', `/public/visit?code=${code}`],
  ['no-visit', '/public/visit?code=ABCD-0000'],
  ['log', '/public/log'],
  ['nothing', '/public/nothing'],
];

/** A page of a context of its own, and what went wrong on it. */
async function visitor(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> {
  const context = await browser.newContext({ baseURL: house.url, locale: 'zh-CN', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  return { context, page, troubles: troublesOf(page) };
}

const text = (page: Page): Promise<string> => page.locator('main').innerText();

describe('journey 12: the public, without login', () => {
  it('R12 R74 R75 searches, filters and opens a result; the seven fields; the correction beside what it replaced', async () => {
    const { context, page, troubles } = await visitor();
    await page.goto('/public');
    await page.getByLabel('机构名称或登记号').fill(name);
    await page.getByRole('button', { name: '查询检查结果' }).click();
    await page.waitForURL(/results\?.*q=/);
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(
      expect.arrayContaining([
        '机构名称',
        '登记号',
        '抽查时间',
        '抽查方式',
        '抽查内容',
        '抽查结果',
        '违法行为查处情况',
      ]),
    );
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByLabel('结果', { exact: true }).selectOption('problem');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.waitForURL(/found=problem/);
    expect(await text(page)).toContain('没有符合条件的记录');
    await page.getByRole('link', { name: '清除条件' }).click();
    await page.waitForURL(/results$/);
    await page.getByRole('link', { name }).click();
    await page.waitForURL(new RegExp(`results/${id}$`));
    expect(await page.title()).toBe(`${name} · 双随机、一公开`);
    const said = await text(page);
    expect(said).toContain('2023年7月18日');
    expect(said).toContain('2 人，均持行政执法证');
    expect(said).toContain('更正公示');
    expect(await page.locator('del').allTextContents()).toEqual([expect.stringContaining('未发现问题。')]);
    expect(await page.locator('ins').allTextContents()).toEqual([expect.stringContaining('另附说明')]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('R12 R62 tells a draw in plain words and draws it anew on the visitor’s device', async () => {
    const { context, page, troubles } = await visitor();
    await page.goto(`/public/results/${id}`);
    await page.getByRole('link', { name: '抽取是否公平？' }).click();
    await page.waitForURL(/draws\//);
    const said = await text(page);
    expect(said).toMatch(/固定了名录：48 家参加抽取/);
    expect(said).toContain('5/48（10.42%）');
    const { transcript } = (await house.anybody.read(`/api/v1/public/draws/${drawId}`)) as {
      transcript: { selected: string[]; request: { candidates: { id: string; name: string }[] } };
    };
    const names = transcript.selected.map((each) => transcript.request.candidates.find((one) => one.id === each)!.name);
    expect(await page.locator('.drawn li').allTextContents()).toEqual(names);
    await page.getByRole('button', { name: '在本机核验' }).click();
    const answer = page.locator('.answer.yes');
    await answer.waitFor();
    expect(await answer.innerText()).toContain(`重算抽中：${names.join('、')}。`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '抽取记录（JSON）' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(transcript);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('R12 shows a transcript that isn’t the page’s as 不一致', async () => {
    const { context, page } = await visitor();
    await page.route('**/transcript.json', async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { secret: string };
      await route.fulfill({ response, json: { ...body, secret: '00'.repeat(32) } });
    });
    await page.goto(`/public/draws/${drawId}`);
    await page.getByRole('button', { name: '在本机核验' }).click();
    await page.getByText('不一致').waitFor();
    await context.close();
  });

  it('without JavaScript every page reads as well, and the draw’s says how to check it', async () => {
    const { context, page, troubles } = await visitor({ javaScriptEnabled: false });
    for (const [place, path] of places()) {
      const answer = await page.goto(path);
      expect([place, answer!.status()]).toEqual([place, ['no-visit', 'nothing'].includes(place) ? 404 : 200]);
      expect((await page.locator('h1').innerText()).length).toBeGreaterThan(0);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(await page.locator('main').innerText()).not.toMatch(/undefined|null|\[object|NaN/);
    }
    await page.goto(`/public/draws/${drawId}`);
    expect(await page.getByRole('button', { name: '在本机核验' }).isVisible()).toBe(false);
    expect(await text(page)).toContain('离线核验页');
    expect(troubles.filter((each) => !each.startsWith('404') && !each.includes('404'))).toEqual([]);
    await context.close();
  });

  it('R33 R53 C1 shows the plan’s nine columns, the ratio that was superseded and when names become public', async () => {
    const { context, page } = await visitor();
    await page.goto(`/public/plans/${PLAN}`);
    expect(await page.locator('thead').first().getByRole('columnheader').allTextContents()).toEqual([
      '序号',
      '抽查任务名称',
      '实施部门',
      '抽查类型',
      '抽查对象',
      '抽取比例',
      '抽查对象总数',
      '抽查时间',
      '是否部门联合抽查',
    ]);
    expect(await text(page)).toContain('揭晓时公开');
    await context.close();
  });

  it('国办发〔2024〕54号 a visit’s code is real, whoever types it; another isn’t found', async () => {
    const { context, page } = await visitor();
    await page.goto('/public');
    await page.getByLabel('检查码').fill(` ${code.toLowerCase()} `);
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByText('人员与任务属实').waitFor();
    expect(await text(page)).not.toContain(name);
    await page.getByLabel('检查码').fill('WRONG');
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByText('未查到该检查码，请拨打').waitFor();
    await context.close();
  });

  it('C24 no page and no file names an inspector or any other person', async () => {
    const files = ['results', 'draws', 'plans', 'items', 'listings', 'circulars'].flatMap((each) => [
      `/public/${each}.csv`,
      `/public/${each}.json`,
    ]);
    for (const path of [...places().map(([, each]) => each), ...files, `/public/draws/${drawId}/transcript.json`]) {
      const answer = await fetch(house.url + path);
      expect([path, answer.ok]).toEqual([path, !/ABCD|nothing/.test(path)]);
      // A hash may hold eighteen digits in a row; an identity number stands by itself.
      const said = (await answer.text()).replaceAll(/\b[0-9a-f]{64}\b/g, '');
      expect([path, said.match(new RegExp(`${CANARY}|1380000|inspector-\\d|officer|\\d{17}[\\dXx]`))]).toEqual([
        path,
        null,
      ]);
    }
  });

  it('♿ axe finds nothing on any page, wide or at 320 px, where nothing has to be scrolled sideways', async () => {
    const { context, page, troubles } = await visitor();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [place, path] of places()) {
        await page.goto(path);
        expect([place, width, await findingsOf(page)]).toEqual([place, width, []]);
        const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect([place, width, await page.evaluate(beyond)]).toEqual([place, width, 0]);
      }
    }
    expect(troubles.filter((each) => !each.includes('404'))).toEqual([]);
    await context.close();
  });

  it('♿ the keyboard alone: skip link first, then navigation, form and rows, each with a visible focus', async () => {
    const { context, page } = await visitor();
    await page.goto('/public/results');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.innerText()).toBe('跳到主要内容');
    expect((await focused.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.locator('#main:focus').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused.getAttribute('name')).toBe('q');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    for (let at = 0; at < 40 && (await page.evaluate('document.activeElement.textContent')) !== name; at++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`results/${id}`));
    await context.close();
  });

  it('the first load is at most 50 kB in gzip, on every page', async () => {
    for (const [place, path] of places()) {
      const own = await (await fetch(house.url + path)).text();
      const rest = [...own.matchAll(/(?:href|src)="(\/public\/(?:style\.css|check\.js)\?v=[^"]+)"/g)].map(
        ([, each]) => each!,
      );
      const parts = [own, ...(await Promise.all(rest.map(async (each) => (await fetch(house.url + each)).text())))];
      const size = parts.reduce((sum, part) => sum + gzipSync(part).length, 0);
      expect([place, size < 50_000]).toEqual([place, true]);
    }
  });
});

describe('the lists as files', () => {
  it('CSV with a byte order mark and the table’s heads, JSON with the same rows, under the same filter', async () => {
    const answer = await fetch(`${house.url}/public/results.csv?q=${encodeURIComponent(name)}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = bytes.toString().slice(1).split('\r\n');
    expect(lines[0]).toBe('机构名称,登记号,抽查时间,抽查方式,抽查内容,抽查结果,违法行为查处情况,公示日期,检查机关');
    expect(lines).toHaveLength(3);
    const { items } = (await (await fetch(`${house.url}/public/results.json`)).json()) as {
      items: Record<string, string>[];
    };
    expect(items).toHaveLength(1);
    expect(lines[1]).toContain(items[0]!['registrationNumber']!);
    const none = await (await fetch(`${house.url}/public/results.csv?found=problem`)).text();
    expect(none.trim().split('\r\n')).toHaveLength(1);
  });

  it('the verifier is handed out with its hash, which stands on the page', async () => {
    const { context, page } = await visitor();
    await page.goto('/public/log');
    const said = (await (await fetch(`${house.url}/verifier.html.sha256`)).text()).split(' ')[0]!;
    expect(await text(page)).toContain(said);
    const { createHash } = await import('node:crypto');
    const file = Buffer.from(await (await fetch(`${house.url}/verifier.html`)).arrayBuffer());
    expect(createHash('sha256').update(file).digest('hex')).toBe(said);
    // Opened from the server it works as well: its policy allows its own program.
    const troubles = troublesOf(page);
    await page.goto('/verifier.html');
    await page
      .locator('#file')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.locator('.verdict').waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});

it.each([
  [1440, 900],
  [1920, 1080],
  [390, 844],
])('pictures of every page at %i × %i', async (width, height) => {
  if (shots !== undefined) mkdirSync(shots, { recursive: true });
  const { context, page } = await visitor({ viewport: { width, height } });
  for (const [place, path] of places()) {
    await page.goto(path);
    const picture = await page.screenshot({
      fullPage: true,
      ...(shots === undefined ? {} : { path: join(shots, `${place}-${width}.png`) }),
    });
    expect(picture.length).toBeGreaterThan(10_000);
  }
  await context.close();
});
