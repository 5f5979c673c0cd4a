import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { settled, soon } from './settled';

/** The case of 潮州 2023 with an order to correct: the one that an auditor looks into first. */
const CASE = 'chaozhou-2023-4-3';
const PURPOSE = '年度执法监督检查';
const replay = (query = ''): string => `/desk/cases/${CASE}/replay${query}`;

describe('journey 10: 审计回放与核验', () => {
  let browser: Browser;
  let demo: Demonstration;
  let page: Page;
  const sent: string[] = [];
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    page = await demo.window('chaozhou-auditor');
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  });
  afterAll(async () => {
    await demo?.close();
    await browser?.close();
  });

  /** What the interface answers this auditor. */
  const answer = async (path: string): Promise<string> => (await page.context().request.get(path)).text();
  const read = async <T>(path: string): Promise<T> => JSON.parse(await answer(path)) as T;

  it('the workbench says how long the log is, what the self-check found, which draws were voided and why', async () => {
    await page.goto('/desk/audit');
    await page.getByText('条记录已签署').waitFor();
    await page.getByText('本机尚未记下核验过的条数').waitFor();
    await page.getByText('见证人未能到场').waitFor();
    await page.getByText('重放 ', { exact: false }).waitFor();
    await page.locator('section', { hasText: '最近一次自查' }).last().getByText('通过').first().waitFor();
    await page.getByText('该文件的 SHA-256').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await demo.shot(page, 'audit');
    await page.getByRole('button', { name: '记为已核验' }).click();
    await page.getByText('自上次核验以来新增 0 条').waitFor();
  });

  it('R104 asks what a case is opened for before anything is read, once a day, and keeps it on record', async () => {
    await page.goto(`/desk/cases/${CASE}`);
    await page.getByRole('heading', { name: '说明查阅目的' }).waitFor();
    // What it is called stands in every list.
    const asked = sent.filter((each) => each.includes(`/cases/${CASE}`) && each.includes('/api/'));
    expect(asked).toEqual([`GET /api/v1/cases/${CASE}/name`]);
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '打开案卷' }).click();
    await page.getByText('请填写查阅目的').waitFor();
    await page.getByRole('button', { name: PURPOSE }).click();
    await page.getByRole('button', { name: '打开案卷' }).click();
    await page.getByRole('heading', { name: '程序图' }).waitFor();
    await page.locator('.timeline').waitFor();
    await page.reload();
    await page.locator('.timeline').waitFor();
    type Accesses = { items: { kind: string; subject: { id: string }; purpose: string }[] };
    const { items } = await read<Accesses>('/api/v1/accesses?day=2024-08-20');
    expect(items.map(({ kind, subject, purpose }) => [kind, subject.id, purpose])).toEqual([
      ['reading', CASE, PURPOSE],
    ]);
  });

  it('R101 the case page draws the way taken in its own version of the procedure, and says it in words too', async () => {
    const picture = page.getByRole('region', { name: /检查案件程序（一）.*现处：已办结、已公示、已生效/ });
    await picture.waitFor();
    await soon(async () => {
      expect(await picture.locator('.state-box.leaf.now').count()).toBe(3);
      expect(await picture.locator('.arrow.taken').count()).toBeGreaterThan(6);
    });
    await page.getByText('走过的环节（文字）').click();
    await soon(async () =>
      expect(await page.locator('.state-list').innerText()).toMatch(
        /已计划[\s\S]*20 天[\s\S]*待指派[\s\S]*已审批 › 处置 › 已办结/,
      ),
    );
    await page.locator('.timeline-folded').first().getByText('展开 2 条一般记录').waitFor();
    await page.getByText('此刻没有由您的岗位办理的事项').waitFor();
    await page.locator('.ant-tag').first().waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await demo.shot(page, 'case');
  });

  it('the timeline filters by kind with the count of each, and its address is a link to it', async () => {
    const { items } = await read<{ items: { type: string }[] }>(`/api/v1/cases/${CASE}/events?limit=200`);
    await page.goto(`/desk/cases/${CASE}?kind=EvidenceAdded`);
    const evidence = items.filter(({ type }) => type === 'EvidenceAdded').length;
    await page.getByText(`${evidence} 条，共 ${items.length} 条`).waitFor();
    await soon(async () => expect(await page.locator('.timeline > li').count()).toBe(evidence));
    await page.goto(`/desk/cases/${CASE}?from=2023-08-02&to=2023-08-02`);
    await page.getByText(`2 条，共 ${items.length} 条`).waitFor();
  });

  it('an event of a newer version is shown raw with a notice', async () => {
    const events = await read<{ items: object[]; next: null }>(`/api/v1/cases/${CASE}/events?limit=200`);
    const [first] = events.items;
    const newer = {
      ...first,
      id: 'newer',
      revision: events.items.length,
      type: 'SatelliteLookedAt',
      data: { orbit: 7 },
    };
    await page.route(`**/cases/${CASE}/events?*`, (route) =>
      route.fulfill({ json: { ...events, items: [...events.items, newer] } }),
    );
    await page.goto(`/desk/cases/${CASE}`);
    await page.getByText('有 1 条记录由较新的版本写入').waitFor();
    await page.locator('.timeline').getByText('SatelliteLookedAt').click();
    await page.locator('.timeline pre', { hasText: '"orbit": 7' }).waitFor();
    await page.unroute(`**/cases/${CASE}/events?*`);
  });

  it('R101 R104 is replayed by keyboard alone: ←, →, Home, End, with picture, fields and marks', async () => {
    await page.goto(replay());
    await page.getByText('19 / 19').waitFor();
    await settled(page);
    await page.keyboard.press('Home');
    await page.waitForURL(/r=0/);
    await page.locator('.state-box.leaf.now', { hasText: '已计划' }).waitFor();
    // People count from one, the address and the interface from nought.
    await page.locator('input[type=range][aria-valuetext^="第 1 条（共 19 条）"]').waitFor();
    await page.locator('.event-list [aria-current=step] .event-number', { hasText: /^1$/ }).waitFor();
    for (let step = 1; step <= 9; step++) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/r=9/);
    await page.locator('.state-box.leaf.now', { hasText: '待审批' }).waitFor();
    await page.locator('.step-changes', { hasText: '现处环节：检查中，待录入结果 → 待审批' }).waitFor();
    await page.locator('.event-list [aria-current=step]', { hasText: '录入检查结果' }).waitFor();
    await page.locator('.field-group', { hasText: '检查结果' }).getByText('+ 新增').first().waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await demo.shot(page, 'replay');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/r=8/);
    await page.keyboard.press('End');
    await page.waitForURL(/r=18/);
    // Tab alone reaches the slider, which moves by the same keys.
    await page.locator('h1').click();
    const focused = page.locator('input[type=range]:focus');
    for (let tab = 0; tab < 12 && (await focused.count()) === 0; tab++) await page.keyboard.press('Tab');
    await soon(async () => expect(await focused.count()).toBe(1));
    await page.keyboard.press('Home');
    await page.waitForURL(/r=0/);
    await page.locator('input[type=range][aria-valuetext*="立案编号"]').waitFor();
  });

  it('jumps to a day, and the address shows another window the same', async () => {
    await page.goto(replay('?r=0'));
    const day = page.getByRole('textbox', { name: '跳到日期' });
    await day.fill('2023-08-02');
    await day.press('Enter');
    await page.waitForURL(/r=11/);
    await page.locator('.player', { hasText: '责令改正' }).waitFor();
    const leader = await demo.window('chaozhou-leader');
    await leader.goto(page.url());
    await leader.locator('.player', { hasText: '责令改正' }).waitFor();
    await leader.locator('.state-box.leaf.now', { hasText: '待公示' }).waitFor();
  });

  it('R101 shows what was true on a day, as far as is known today', async () => {
    await page.goto(replay('?view=true&on=2023-07-20'));
    await page.getByText('就今日所知，当日实际的状态').first().waitFor();
    await page.locator('.state-box.leaf.now', { hasText: '待检查' }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await demo.shot(page, 'replay-true');
  });

  it('R104 compares two events: changed fields only, each with who, when and why', async () => {
    await page.goto(replay('?view=compare&from=7&to=12'));
    const row = page.locator('tr', { hasText: '检查结果 › 第 1 项 › 结果类别' });
    await row.getByText('卢演己').waitFor(); // the name comes after the change
    await soon(async () =>
      expect(await row.innerText()).toMatch(/新增[\s\S]*发现问题，责令改正[\s\S]*第 10 条 录入检查结果[\s\S]*卢演己/),
    );
    await page.locator('tr', { hasText: '现处环节' }).getByText('~ 改变').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await demo.shot(page, 'compare');
    await row.getByRole('button', { name: /结果类别/ }).click();
    await page.getByRole('dialog').getByText('来历：检查结果 › 第 1 项 › 结果类别').waitFor();
    await page.getByRole('dialog').getByText('第 10 条 录入检查结果').waitFor();
    await page.waitForURL(/field=/);
    await demo.shot(page, 'field-history');
    await page.keyboard.press('Escape');
  });

  it('「JSON」 equals the interface’s answer to the byte, shown and saved', async () => {
    await page.goto(replay('?view=json'));
    const bytes = await answer(`/api/v1/cases/${CASE}/events?limit=200`);
    await soon(async () => expect(await page.locator('.raw-json').textContent()).toBe(bytes));
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: /^下载/ }).click();
    expect(readFileSync(await (await saving).path(), 'utf8')).toBe(bytes);
    await page.goto(replay('?view=json&of=state&r=7'));
    await page.getByText('第 8 条之后的状态').waitFor();
    const state = await answer(`/api/v1/cases/${CASE}/at/7`);
    await soon(async () => expect(await page.locator('.raw-json').textContent()).toBe(state));
  });

  it('R104 「导出审计包」 with its purpose, 「在本机核验」 通过; a changed byte names the leaf', async () => {
    await page.goto(replay('?view=bundle'));
    await page.getByRole('button', { name: '导出审计包' }).click();
    await page.getByText('请填写导出的用途').waitFor();
    await page.getByRole('textbox', { name: '用途' }).fill('移送上级复核');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出审计包' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`srd-bundle-${CASE}.json`);
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
      bundle: 'srd-bundle/1',
      subject: { kind: 'case', id: CASE },
    });
    await page.getByRole('button', { name: '在本机核验' }).click();
    await page.getByText('核验审计包：通过').waitFor({ timeout: 120_000 });
    await soon(async () =>
      expect(await page.locator('.verdict').innerText()).toMatch(
        /\d+ 条记录[\s\S]*\d+ 件案件按程序逐条重放[\s\S]*次抽取重算[\s\S]*个附件/,
      ),
    );
    await page.getByRole('button', { name: '改动副本的一个字节' }).click();
    await page.getByRole('button', { name: '核验改动后的副本' }).click();
    await page.getByText('核验改动后的副本：不符').waitFor({ timeout: 120_000 });
    await page
      .locator('.verdict')
      .last()
      .getByText(/第 \d+ 号叶/)
      .first()
      .waitFor();
    await demo.shot(page, 'bundle');
    expect(await findingsOf(page)).toEqual([]);
    await page.goto('/desk/audit');
    await page.getByText('移送上级复核').waitFor();
  });

  it('T30 a row of a read model that somebody changed is shown to the auditor and to the leader', async () => {
    const database = new DatabaseSync(join(demo.dataDir, 'views.sqlite'));
    database.exec(`UPDATE v_organs SET row = json_set(row, '$.name', '另一个司法局') WHERE key = 'chaozhou'`);
    database.close();
    const leader = await demo.window('chaozhou-leader');
    const checked = await leader.context().request.post('/api/v1/log/self-checks');
    expect(checked.status()).toBe(200);
    for (const each of [page, leader]) {
      await each.goto('/desk/audit');
      const found = each.locator('section', { hasText: '最近一次自查' }).last();
      await found.getByText('发现 1 处不符').waitFor();
      await found.getByText('organs chaozhou：/name：读模型为 "另一个司法局"').waitFor();
      expect(await findingsOf(each)).toEqual([]);
    }
  });

  it('nothing that an auditor did changed anything, and nothing went wrong', () => {
    expect(sent.filter((each) => !each.startsWith('GET '))).toEqual([]);
    expect(demo.allTroubles).toEqual([]);
  });
});
