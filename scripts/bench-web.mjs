// Measures the desk against its budgets and writes docs/benchmarks-web.md: bytes of the first load, a board of 5,000 cases, how soon a
// command's result is seen beside them. `npm run bench:web`
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { inDemonstration } from './demonstration.mjs';
import { root } from './node24.mjs';
import { halt, ready } from './ready.mjs';

const CASES = 5_000;
/** Bytes, compressed by gzip: scripts and styles of the back office, whole public pages. Milliseconds. */
const BUDGET = { firstLoad: 350_000, publicPage: 50_000, open: 2_000, frame: 100, command: 300 };

/** A case of the demonstration with a measure that is followed up. */
const CASE = 'kazuo-2024-3-1';

/** Every page of the back office: a link may lead to any of them first. The draw's room is added when a task has one. */
const PAGES = [
  ['案件看板', '/desk/board'],
  ['统计', '/desk/statistics'],
  ['案件列表', '/desk/cases'],
  ['案件', `/desk/cases/${CASE}`],
  ['回放', `/desk/cases/${CASE}/replay`],
  ['待抽取', '/desk/draws'],
  ['整改台账', '/desk/rectification'],
  ['期限日历', '/desk/rectification/calendar'],
  ['整改', `/desk/rectification/${CASE}`],
  ['审计工作台', '/desk/audit'],
  ['我的会话', '/desk/sessions'],
];

/** Pages that anybody may open, the heaviest kinds; test/browser/public-pages.spec.ts weighs them all. */
const PUBLIC = [
  ['首页', '/public'],
  ['检查结果', '/public/results/chaozhou-2023-4-1'],
  ['抽取', '/public/draws/chaozhou-2023-4.1'],
  ['日志与核验', '/public/log'],
];

/** Case, what is pressed to open the form, its button, and what is read when it is carried out. */
const STEPS = [
  ['kazuo-2024-3-1', '登记整改报告', '登记整改报告', '待回访'],
  ['kazuo-2024-3-1', '回访未通过', '记录回访未通过', '未改正，待再处置'],
  ['kazuo-2024-3-2', '回访未通过', '记录回访未通过', '提醒约谈后仍不纠正'],
  ['kazuo-2024-3-2', '约谈负责人', '约谈负责人', '已提醒约谈，待回访'],
  ['kazuo-2024-3-2', '回访通过，销号', '回访通过，销号', '已采纳'],
];

await ready().catch(halt);
const built = createRequire(join(root, 'dist', 'apps', 'cli', 'src', 'bench', 'histories.js'));
const { histories, recorded } = built('./histories.js');
const { openSqliteEventLog } = built('../../../../libs/adapters/sqlite/index.js');

let browser;
await inDemonstration({
  before: (dataDir) => fill(join(dataDir, 'events.sqlite')),
  work: async (place) => {
    ({ browser } = place);
    const rows = await measure(place.url);
    write(rows);
    for (const { what, value, unit, budget, kept } of rows)
      console.log(`${kept ? '✓' : '✗'} ${what}：${value} ${unit}（至多 ${budget} ${unit}）`);
    if (rows.some(({ kept }) => !kept)) process.exitCode = 1;
  },
});

/** Cases of the golden histories, each stopped at another of its steps, so that every column has some. */
async function fill(file) {
  const log = openSqliteEventLog(file);
  const { at } = await log.last();
  const ours = histories.filter(([opened]) => opened.data.organ === 'chaozhou');
  for (let number = 0; number < CASES; number++) {
    const whole = ours[number % ours.length];
    const facts = whole.slice(0, 1 + (Math.floor(number / ours.length) % whole.length));
    // At their own moments, from which days are counted.
    await log.append(
      `case-bench-${number}`,
      'none',
      facts.map((fact) => recorded(fact, fact.at ?? at, fact.actor)),
    );
  }
  await log.close();
}

async function measure(baseURL) {
  const context = await deskOf(baseURL, 'chaozhou-leader');
  const kazuo = await deskOf(baseURL, 'kazuo-leader');
  const loads = [];
  for (const [what, path] of [...PAGES, ['抽取', await drawRoom(kazuo)]]) {
    const bytes = await loadedBy(path.includes(CASE) || what === '抽取' ? kazuo : context, path);
    loads.push(weight(`首次载入的脚本和样式（gzip）：${what}`, bytes, BUDGET.firstLoad));
  }
  await kazuo.close();
  const visitor = await browser.newContext({ baseURL });
  for (const [what, path] of PUBLIC)
    loads.push(weight(`公众页面全部内容（gzip）：${what}`, await sentFor(visitor, path), BUDGET.publicPage));
  await visitor.close();

  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    const page = await context.newPage();
    const begun = performance.now();
    await opened(page);
    times.push(performance.now() - begun);
    if (turn < 2) await page.close();
    else times.frame = await longestFrame(page);
  }
  const open = middle(times);
  return [
    ...loads,
    row(`打开 ${CASES} 件案件的看板，至卡片可见（三次取中）`, open, 'ms', BUDGET.open),
    row('滚动最长一列时最长的一帧', times.frame, 'ms', BUDGET.frame),
    row('案件页上审批一件，从按下按钮至新环节可见（五次取中）', await approvalSeen(context), 'ms', BUDGET.command),
    row('整改页上办理一步，从按下按钮至结果可见（五次取中）', await commandSeen(baseURL), 'ms', BUDGET.command),
  ];
}

/** A browser of somebody who has signed in. */
async function deskOf(baseURL, account) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/v1/demonstration/session', { data: { account } });
  return context;
}

/** The room of the first draw that waits. */
async function drawRoom(context) {
  const { items } = await (await context.request.get('/api/v1/tasks-to-draw')).json();
  const [{ plan, lines }] = items;
  return `/desk/draws/${encodeURIComponent(plan)}/${encodeURIComponent(lines[0].objects.series)}`;
}

/** Bytes of scripts and styles that a page loads with nothing kept from before. */
async function loadedBy(context, path) {
  const page = await context.newPage();
  const asked = new Set();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  const files = [...asked]
    .filter((each) => each.startsWith('/assets/'))
    .map((each) => join(root, 'apps/web/dist', each));
  return files.reduce((sum, file) => sum + statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size, 0);
}

/** Bytes of all that a page is sent, as they go over the line. */
async function sentFor(context, path) {
  const page = await context.newPage();
  const sent = [];
  page.on('requestfinished', (request) => sent.push(request.sizes()));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(sent);
  await page.close();
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

async function opened(page) {
  await page.goto('/desk/board');
  await page.locator('article.card').first().waitFor();
  await page.getByText(/共 5,\d+ 件/).waitFor();
}

/** Approvals on the case page, each of another case that waits for its own: until the heading says the next stage. The middle one. */
async function approvalSeen(context) {
  const { items } = await (await context.request.get('/api/v1/cases?stage=awaiting-approval&limit=200')).json();
  const waiting = [];
  for (const { id } of items.filter((each) => each.id.startsWith('bench-'))) {
    // Some of the histories' cases wait for somebody else, or for another's word first.
    const { allowed } = await (await context.request.get(`/api/v1/cases/${id}`)).json();
    const parts = [allowed, ...allowed.dispositions, ...allowed.findings];
    if (parts.some(({ commands }) => commands.includes('ApproveFindings'))) waiting.push({ id });
    if (waiting.length === 5) break;
  }
  if (waiting.length < 5) throw new Error('too few cases wait for their approval');
  const page = await context.newPage();
  const times = [];
  for (const { id } of waiting) {
    await page.goto(`/desk/cases/${id}`);
    await page.locator('.command-buttons').getByRole('button', { name: '审批检查结果', exact: true }).click();
    const button = page.getByRole('dialog').getByRole('button', { name: '审批检查结果', exact: true });
    await button.waitFor();
    await page.waitForLoadState('networkidle');
    times.push(await button.evaluate(pressed, { place: 'h1 .ant-tag', not: '待审批' }));
  }
  await page.close();
  return middle(times);
}

/** Steps of the follow-up, each given in its form: from the press of the button until the measure shows its new state. The middle one. */
async function commandSeen(baseURL) {
  const context = await deskOf(baseURL, 'kazuo-rectification');
  const page = await context.newPage();
  const times = [];
  for (const [id, opener, button, seen] of STEPS) {
    await page.goto(`/desk/rectification/${id}`);
    await page.getByRole('button', { name: opener, exact: true }).click();
    const form = page.locator('.fu-form');
    await form.getByLabel('内容', { exact: true }).fill('实测');
    await page.waitForLoadState('networkidle');
    times.push(
      await form
        .getByRole('button', { name: button, exact: true })
        .evaluate(pressed, { place: '.fu-measure-head .ant-tag', is: seen }),
    );
  }
  await context.close();
  return middle(times);
}

function middle(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** In the page: presses, and says after how many milliseconds the frame was drawn in which a label is another. */
function pressed(button, { place, is, not }) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const watch = new MutationObserver(() => {
      const label = document.querySelector(place)?.textContent ?? undefined;
      if (label === undefined || (is === undefined ? label === not : label !== is)) return;
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    button.click();
  });
}

/** The fullest column scrolled from top to bottom and back; the longest time between two frames meanwhile. */
function longestFrame(page) {
  return page.evaluate(async () => {
    const columns = [...document.querySelectorAll('.cards')];
    const fullest = columns.toSorted((a, b) => b.scrollHeight - a.scrollHeight)[0];
    const turn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let longest = 0;
    let last = await turn();
    for (let step = 0; step < 240; step++) {
      const way = Math.abs(((step / 120) % 2) - 1);
      fullest.scrollTop = (1 - way) * (fullest.scrollHeight - fullest.clientHeight);
      const now = await turn();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
}

/** In kB of a thousand bytes; a page is never told lighter than it is. */
function weight(what, bytes, budget) {
  return row(what, Math.ceil(bytes / 100) / 10, 'kB', budget / 1000);
}

function row(what, value, unit, budget) {
  return { what, value: unit === 'kB' ? value : Math.round(value), unit, budget, kept: value <= budget };
}

function write(rows) {
  const lines = [
    '# 页面的预算与实测',
    '',
    `由 \`npm run bench:web\` 写成：Chromium，${cpus().length} 个核，服务器与浏览器在同一台机器上。`,
    '',
    '| 项目 | 实测 | 至多 |',
    '| --- | ---: | ---: |',
    ...rows.map(({ what, value, unit, budget }) => `| ${what} | ${value} ${unit} | ${budget} ${unit} |`),
    '',
  ];
  writeFileSync(join(root, 'docs', 'benchmarks-web.md'), lines.join('\n'));
}
