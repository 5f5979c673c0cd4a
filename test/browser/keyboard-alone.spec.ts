import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { CaseBody } from '../journeys/bodies';
import { launch } from './chromium';
import { Demonstration } from './demonstration';
import { desksOf } from './desks';
import { focused, focusOn, press, tabTo } from './keyboard';
import { settled, soon } from './settled';

const OFFICER = 'kazuo-officer';
/** The case that waits for approval, which the supervisor gives it. */
const CASE = 'kazuo-2024-1-1';
const SERIES = 'chaozhou-2024-1';

/** A drawer takes the focus itself, a dialog’s first button does. */
const DIALOG = '.ant-drawer, [role=dialog]';

/** Types a day where the focus is. */
async function typeDay(page: Page, day: string): Promise<void> {
  await page.keyboard.type(day);
  await page.keyboard.press('Enter');
}

const dialog = (page: Page) => page.getByRole('dialog');
const gone = (page: Page) => dialog(page).first().waitFor({ state: 'detached' });
/** Whether the focus is within what a selector names. */
const within = (page: Page, selector: string) =>
  page.locator(`:is(${selector}):is(:focus, :focus-within)`).first().waitFor();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();

describe('the keyboard alone does everything (WCAG 2.1.1)', () => {
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

  it('a visitor closes the guide, becomes a supervisor, skips to the content and leaves', async () => {
    const page = await demo.window();
    await page.goto('/');
    await settled(page);
    await press(page, /^关闭导览$/);
    await page.getByRole('button', { name: '显示五步导览' }).waitFor();
    await focusOn(page, /^显示五步导览$/);
    await press(page, /^监管主管/);
    await heading(page, '案件看板');
    await page.reload();
    await settled(page);
    await page.keyboard.press('Tab');
    await focusOn(page, /^跳到正文$/);
    await page.keyboard.press('Enter');
    await page.locator('#content:focus').waitFor();
    await page.keyboard.press('Tab');
    await focusOn(page, /^我的视图$/);
    await press(page, /用户菜单$/, 'Shift+Tab');
    await page.getByRole('button', { name: '退出登录' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '退出登录' }).waitFor({ state: 'hidden' });
    await focusOn(page, /用户菜单$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '退出登录' }).waitFor();
    await tabTo(page, /^退出登录$/, 'Tab', 4);
    await page.keyboard.press('Enter');
    await page.getByText('选择角色，一键进入').waitFor();
    expect(demo.allTroubles).toEqual([]);
  });

  it('a supervisor saves a view, chooses columns, and moves a card', async () => {
    const page = await demo.window('kazuo-leader');
    await page.goto('/desk/board?as=table');
    await settled(page);
    await press(page, /^我的视图$/);
    await page.getByRole('textbox', { name: '视图名称' }).waitFor();
    await tabTo(page, /^视图名称$/, 'Tab', 3);
    await page.keyboard.type('全部表格');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '全部表格', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: '视图名称' }).waitFor({ state: 'hidden' });
    await focusOn(page, /^我的视图$/);
    await press(page, /^列设置$/);
    await page.getByRole('checkbox', { name: '案号', exact: true }).waitFor();
    await tabTo(page, /^案号$/, 'Tab', 4);
    await page.keyboard.press('Space');
    await page.getByRole('columnheader', { name: '案号' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await focusOn(page, /^列设置$/);
    await tabTo(page, /^(表格|看板)$/, 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await page.locator('article.card').first().waitFor();
    await tabTo(page, /^移动到…：/);
    await page.keyboard.press('Enter');
    await within(page, DIALOG);
    await page.keyboard.press('Escape');
    await gone(page);
    await focusOn(page, /^移动到…：/);
    const { cards } = await as('kazuo-leader').read<{ cards: { id: string; name: string; stage: string }[] }>(
      '/api/v1/board',
    );
    const card = cards.find(({ stage }) => stage === 'awaiting-approval')!;
    await tabTo(page, new RegExp(`^移动到…：${card.name}$`));
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: '审批检查结果' }).waitFor();
    await within(page, DIALOG);
    await press(page, /^审批检查结果$/);
    await dialog(page).getByText('现处环节').waitFor();
    await within(page, DIALOG);
    await press(page, /^审批检查结果$/);
    await page.locator('section.column[aria-label^="待公示"]').getByText(card.name).waitFor();
    await gone(page);
    await within(page, '#content');
    expect(demo.allTroubles).toEqual([]);
  });

  it('an auditor says what for, replays, compares, sees where a field comes from, and takes the bundle along', async () => {
    const page = await demo.window('chaozhou-auditor');
    await page.goto('/desk/cases/chaozhou-2023-4-3/replay');
    await heading(page, '说明查阅目的');
    await tabTo(page, /目的/);
    await page.keyboard.type('年度执法监督检查');
    await press(page, /^打开案卷$/);
    await page.getByText('19 / 19').waitFor();
    await tabTo(page, /^第一条/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/r=0/);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/r=1(&|$)/);
    await page.keyboard.press('End');
    await page.waitForURL(/r=18/);
    await tabTo(page, /^跳到日期$/);
    await typeDay(page, '2023-08-02');
    await page.waitForURL(/r=11/);
    await tabTo(page, /^逐条回放$/, 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/view=true/);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/view=compare/);
    await page.getByRole('combobox', { name: '自' }).waitFor();
    await tabTo(page, /^自$/);
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=\d+/);
    await settled(page);
    await page.locator('button.field-name').first().waitFor();
    await tabTo(page, /现处环节/);
    const opener = await focused(page);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('来历：').waitFor();
    await within(page, DIALOG);
    await page.keyboard.press('Escape');
    await gone(page);
    await soon(async () => expect(await focused(page)).toBe(opener));
    await tabTo(page, /^对比$/, 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/view=json/);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/view=bundle/);
    await page.getByRole('textbox', { name: '用途' }).waitFor();
    await tabTo(page, /^用途/);
    await page.keyboard.type('移送上级复核');
    const saving = page.waitForEvent('download');
    await press(page, /^导出审计包$/);
    expect(JSON.parse(readFileSync(await (await saving).path(), 'utf8'))).toMatchObject({ bundle: 'srd-bundle/1' });
    expect(demo.allTroubles).toEqual([]);
  });

  it('R84 an officer orders a correction; the rectification officer registers the report and strikes off after the revisit', async () => {
    const officer = await demo.window(OFFICER);
    await officer.goto(`/desk/rectification/${CASE}`);
    await settled(officer);
    await press(officer, /^责令改正$/);
    await within(officer, '.fu-opened');
    await tabTo(officer, /^内容/);
    await officer.keyboard.type('责令补正两份结案小结');
    await tabTo(officer, /^改正期限/);
    await typeDay(officer, '2024-09-06');
    await officer.getByRole('article').getByText('2024年9月6日').waitFor();
    await press(officer, /^责令改正$/, 'Tab', /btn-primary/);
    await officer.getByText('2024年9月6日前送达').waitFor();
    await within(officer, '#content');

    const mine = await demo.window('kazuo-rectification');
    const { object } = await as(OFFICER).read<CaseBody>(`/api/v1/cases/${CASE}`);
    await mine.goto(`/desk/rectification?q=${encodeURIComponent(object!.name)}`);
    await mine.locator('table.ledger').waitFor();
    await press(mine, /^登记整改报告/);
    await within(mine, '.fu-opened');
    await tabTo(mine, /^内容/);
    await mine.keyboard.type('两份小结已补正');
    await press(mine, /^登记整改报告$/, 'Tab', /btn-primary/);
    await mine.getByRole('button', { name: '回访通过，销号' }).waitFor();
    await press(mine, /^回访通过，销号$/);
    await tabTo(mine, /^内容/);
    await mine.keyboard.type('抽看两份小结，已补正');
    await press(mine, /^回访通过，销号$/, 'Tab', /btn-primary/);
    await mine.getByText('已销号', { exact: true }).waitFor();
    const { dispositions } = await as(OFFICER).read<CaseBody>(`/api/v1/cases/${CASE}`);
    expect(dispositions.map(({ state }) => state)).toEqual(['corrected']);
    expect(demo.allTroubles).toEqual([]);
  });

  it('R55 a line officer freezes, witnesses seal on their phones, and the draw is revealed and checked', async () => {
    const officer = await demo.window('chaozhou-lawyer-officer');
    const step = async (name: string): Promise<void> => {
      await officer.getByRole('button', { name, exact: true, disabled: false }).waitFor();
      await press(officer, new RegExp(`^${name}$`));
      await within(officer, DIALOG);
      await press(officer, new RegExp(`^${name}$`));
      await gone(officer);
    };
    await officer.goto(`/desk/draws/chaozhou-2024/${SERIES}`);
    await heading(officer, '候选（48）');
    await press(officer, /^冻结名录$/);
    await within(officer, DIALOG);
    const roles = dialog(officer).getByLabel('见证身份');
    await roles.first().waitFor();
    await tabTo(officer, /^见证身份/);
    await officer.keyboard.type('行业协会代表');
    if ((await roles.count()) > 1) {
      await tabTo(officer, /^见证身份/);
      await officer.keyboard.type('法律服务人员代表');
    }
    await press(officer, /^冻结名录$/);
    await heading(officer, '承诺值');
    await gone(officer);
    const links = officer.getByRole('link', { name: '在本机打开' });
    await links.first().waitFor();
    const paths = await links.evaluateAll((found) => found.map((each) => each.getAttribute('href') ?? ''));
    const phones: Page[] = [];
    for (const path of paths) {
      const phone = await demo.window(undefined, { width: 390, height: 844 });
      await phone.goto(path);
      await phone.getByLabel('您选的数或文字').waitFor();
      await tabTo(phone, /您选的数或文字/);
      await phone.keyboard.type('3 5 2');
      await press(phone, /^封存$/);
      await heading(phone, '已封存');
      phones.push(phone);
    }
    await officer
      .getByText('已封存')
      .nth(paths.length - 1)
      .waitFor();
    await step('截止封存');
    for (const phone of phones) await heading(phone, '已开启');
    await step('结束开启');
    await step('揭晓');
    await heading(officer, '抽中（5 家）');
    await press(officer, /^在本机核验$/);
    await officer.getByText('一致：由名录').waitFor();
    expect(demo.allTroubles).toEqual([]);
  });

  it('R12 a visitor searches the results, filters, opens one and draws anew', async () => {
    const page = await demo.window();
    await page.goto('/public');
    await tabTo(page, /机构名称或登记号/);
    await page.keyboard.type('演示');
    await page.keyboard.press('Enter');
    await page.waitForURL(/results\?.*q=/);
    await tabTo(page, /^结果/);
    await page.keyboard.press('ArrowDown');
    await press(page, /^查询$/);
    await page.waitForURL(/found=\w+/);
    await page.goto('/public/results/chaozhou-2024-3-5');
    const name = await page.locator('h1').innerText();
    await page.goto('/public/results');
    await tabTo(page, /^查找/);
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/results\?.*q=/);
    await press(page, new RegExp(`^${name}$`));
    await page.waitForURL(/results\/[\w-]+$/);
    await press(page, /^抽取是否公平？$/);
    await page.waitForURL(/draws\//);
    await press(page, /^在本机核验$/);
    await page.locator('.answer.yes').waitFor();
    expect(demo.allTroubles).toEqual([]);
  });
});
