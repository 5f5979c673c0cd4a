// Every page of a clean demonstration in three sizes, to be looked at: `npm run pictures:all -- <folder> [pattern of names]`. Also what
// one click opens, and what a page says while it waits for the server, where that is away, and where there is nothing.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inDemonstration, windowOf } from './demonstration.mjs';
import { halt, ready } from './ready.mjs';

const SIZES = { desk: [1440, 900], wide: [1920, 1080], phone: [390, 844] };
const leader = 'kazuo-leader';
const city = 'chaozhou-leader';
const officer = 'chaozhou-lawyer-officer';
const rectification = 'kazuo-rectification';
const replay = '/desk/cases/chaozhou-2023-4-1/replay';

/**
 * Name, who looks, and where; nobody is signed in where the second is left open. Fourth, what else is done: `click` the button of that name,
 * `away` the server is for these requests, `waiting` it is for these.
 *
 * @type {[string, string | undefined, string, { click?: string | RegExp, away?: string, waiting?: string }?][]}
 */
const PAGES = [
  ['home', undefined, '/'],
  ['sign-in', undefined, '/sign-in'],
  ['board', leader, '/desk/board'],
  ['board-city', city, '/desk/board'],
  ['board-table', leader, '/desk/board?as=table'],
  ['statistics', leader, '/desk/statistics'],
  ['cases', city, '/desk/cases'],
  ['case-planned', city, '/desk/cases/chaozhou-2024-1-1'],
  ['case-rectifying', leader, '/desk/cases/kazuo-2024-3-1'],
  ['case-listed', city, '/desk/cases/chaozhou-2024-3-3'],
  ['case-missing', leader, '/desk/cases/none'],
  ['draws', officer, '/desk/draws'],
  ['draw-ahead', officer, '/desk/draws/chaozhou-2024/chaozhou-2024-1'],
  ['draw-objects', city, '/desk/draws/chaozhou-2024/chaozhou-2024-3'],
  ['draw-team', city, '/desk/draws/chaozhou-2024/chaozhou-2024-3:team'],
  ['projector', officer, '/desk/projector/chaozhou-2024-3'],
  ['projector-ahead', officer, '/desk/projector/chaozhou-2024-1'],
  ['witness', undefined, '/witness/none'],
  ['audit', 'chaozhou-auditor', '/desk/audit'],
  ['replay', city, replay],
  ['replay-true', city, `${replay}?view=true`],
  ['field-history', city, `${replay}?field=%2Ffindings%2F0%2Ftext`],
  ['purpose', 'chaozhou-auditor', replay],
  ['compare', city, `${replay}?view=compare`],
  ['json', city, `${replay}?view=json`],
  ['bundle', city, `${replay}?view=bundle`],
  ['worklist', rectification, '/desk/rectification'],
  ['urging', rectification, '/desk/rectification?urge=overdue'],
  ['calendar', rectification, '/desk/rectification/calendar'],
  ['follow-up', rectification, '/desk/rectification/fc-kazuo-2024-3?do=ArrangeRevisit&measure=d1'],
  ['sessions', leader, '/desk/sessions'],
  ['forbidden', rectification, '/desk/audit'],
  ['unknown', leader, '/desk/none'],
  ['board-views', leader, '/desk/board', { click: '我的视图' }],
  ['board-move', leader, '/desk/board', { click: /移动到/ }],
  ['board-none', leader, '/desk/board?q=none'],
  ['board-away', leader, '/desk/board', { away: '**/api/v1/board**' }],
  ['user-menu', leader, '/desk/statistics', { click: /用户菜单/ }],
  ['main-menu', leader, '/desk/statistics', { click: '打开菜单' }],
  ['cases-columns', city, '/desk/cases', { click: '列设置' }],
  ['cases-found', city, '/desk/cases?q=第1号&year=2024'],
  ['cases-none', city, '/desk/cases?q=none'],
  ['cases-waiting', city, '/desk/cases', { waiting: '**/api/v1/cases?**' }],
  ['case-form', 'kazuo-head', '/desk/cases/kazuo-2024-1-3', { click: '检查审批' }],
  ['case-away', leader, '/desk/cases/kazuo-2024-3-1', { away: '**/api/v1/cases/**' }],
  ['case-waiting', leader, '/desk/cases/kazuo-2024-3-1', { waiting: '**/api/v1/cases/**' }],
  ['draw-freeze', officer, '/desk/draws/chaozhou-2024/chaozhou-2024-1', { click: '冻结名录' }],
  ['draw-checked', city, '/desk/draws/chaozhou-2024/chaozhou-2024-3', { click: '在本机核验' }],
  ['draw-again', city, '/desk/draws/chaozhou-2023/chaozhou-2023-4'],
  ['projector-team', officer, '/desk/projector/chaozhou-2024-3:team'],
  ['worklist-none', rectification, '/desk/rectification?q=none'],
  ['worklist-columns', rectification, '/desk/rectification', { click: '列设置' }],
  ['calendar-list', rectification, '/desk/rectification/calendar?as=list'],
  ['order-paper', rectification, '/desk/rectification/kazuo-2024-3-1?do=preview&measure=d1'],
  ['report-form', rectification, '/desk/rectification/kazuo-2024-3-1?do=ReportRectification&measure=d1'],
];
const PUBLIC = [
  '',
  '/plans',
  '/plans/kazuo-2024',
  '/items',
  '/draws',
  '/draws/chaozhou-2024-3.1',
  '/draws/chaozhou-2024-3%3Ateam.1',
  '/draws/chaozhou-2024-6%3Apractitioners.1',
  '/results',
  '/results?q=none',
  '/results/chaozhou-2024-3-5',
  '/listings',
  '/circulars',
  '/fairness?organ=chaozhou&year=2024',
  '/visit',
  '/visit/none',
  '/log',
  '/procedure',
  '/none',
];
for (const path of PUBLIC) PAGES.push([`public${path.replaceAll(/[^\w.-]+/g, '-')}`, undefined, `/public${path}`]);

const [into, pattern = '.'] = process.argv.slice(2);
if (into === undefined) halt(new Error('name a folder for the pictures'));
await ready().catch(halt);
const folder = resolve(into);
mkdirSync(folder, { recursive: true });
await inDemonstration({
  work: async (place) => {
    for (const [size, dimensions] of Object.entries(SIZES)) {
      for (const [name, account, path, { click, away, waiting } = {}] of PAGES.filter(([each]) =>
        new RegExp(pattern).test(each),
      )) {
        const context = await windowOf(place, account, dimensions);
        const page = await context.newPage();
        if (away) await page.route(away, (route) => route.abort());
        if (waiting) await page.route(waiting, () => {});
        await page.goto(path);
        if (!path.startsWith('/public')) await page.waitForTimeout(away ? 10_000 : 2_500);
        if (click) {
          const button = page.getByRole('button', { name: click }).first();
          // The main menu has a button on phones alone.
          if (!(await button.isVisible())) {
            await context.close();
            continue;
          }
          await button.click();
          await page.waitForTimeout(1_500);
        }
        const [tall, beyond] = await page.evaluate(
          '[document.documentElement.scrollHeight, document.documentElement.scrollWidth - innerWidth]',
        );
        await page.screenshot({
          path: join(folder, `${size}-${name}.png`),
          fullPage: tall < 6_000,
          animations: 'disabled',
        });
        console.log(`${size}-${name}${beyond > 0 ? `, ${beyond} px wider than the window` : ''}`);
        await context.close();
      }
    }
  },
});
