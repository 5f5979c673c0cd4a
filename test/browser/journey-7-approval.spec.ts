import type { Browser, Locator, Page } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { choose, soon } from './settled';

const TEXT = '抽查卷宗8件，2件结案小结缺失，其余符合规定';
const CORRECTED = '抽查卷宗8件，1件结案小结缺失，其余符合规定';

interface Detail {
  readonly id: string;
  readonly revision: number;
  readonly stage: { readonly code: string };
  readonly object: { readonly name: string };
  readonly opened: { readonly section: string };
  readonly sections: readonly { readonly recordedBy: string }[];
}

describe('journey 7: 审批与公示', () => {
  let browser: Browser;
  let demo: Demonstration;
  let head: Page;
  let second: Page;
  let inspector: Page;
  let officer: Page;
  let detail: Detail;
  let address: string;
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    head = await demo.window('kazuo-head');
    second = await demo.window('kazuo-leader');
    const api = head.context().request;
    const { items } = (await (await api.get('/api/v1/cases?stage=awaiting-approval')).json()) as {
      items: { id: string }[];
    };
    detail = (await (await api.get(`/api/v1/cases/${items[0]!.id}`)).json()) as Detail;
    address = `/desk/cases/${detail.id}`;
    inspector = await demo.window(detail.sections[0]!.recordedBy);
    officer = await demo.window('kazuo-officer');
  });
  afterAll(async () => {
    await demo?.close();
    await browser?.close();
  });

  const standing = async (page: Page, stage: string): Promise<void> => page.locator('h1', { hasText: stage }).waitFor();

  async function opened(page: Page, command: string): Promise<Locator> {
    await page.locator('.command-buttons').getByRole('button', { name: command, exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: command, exact: true }).waitFor();
    return form;
  }

  async function given(form: Locator, command: string): Promise<void> {
    await form.getByRole('button', { name: command, exact: true }).click();
    await form.waitFor({ state: 'hidden' });
  }

  it('the case says what is due, by which rule, and what can be done now', async () => {
    await head.goto(address);
    await standing(head, '待审批');
    const deadline = head.locator('#deadlines li', { hasText: /^公示/ });
    await soon(async () => expect(await deadline.innerText()).toMatch(/还剩 1 个工作日[\s\S]*规则：\d+ 日（工作日）/));
    await head.locator('.state-box.leaf.now', { hasText: '待审批' }).waitFor();
    expect(await findingsOf(head)).toEqual([]);
    await demo.shot(head, 'case-approval');
    await second.goto(address);
    await opened(second, '审批检查结果');
  });

  it('R72 sent back with a reason; a window that saw the earlier state is told what came between and loses nothing', async () => {
    const form = await opened(head, '退回检查结果');
    await form.getByRole('button', { name: '退回检查结果', exact: true }).click();
    await form
      .getByText(/请填写理由|请输入理由|理由.*(必填|不能为空)/)
      .first()
      .waitFor();
    await form.getByRole('textbox', { name: /理由/ }).fill('请写明其余卷宗的情况');
    await given(form, '退回检查结果');
    await standing(head, '检查中');
    const stale = second.getByRole('dialog');
    await stale.getByRole('button', { name: '审批检查结果', exact: true }).click();
    // Sent back on the last day for the approval, the leader is told as well.
    await stale.getByText(`他人已处理（第 ${detail.revision + 1} 版→第 ${detail.revision + 3} 版）`).waitFor();
    await stale.getByText('退回检查结果').first().waitFor();
    await demo.shot(second, 'stale');
    expect(await findingsOf(second)).toEqual([]);
  });

  it('R72 recorded anew by the inspector, the earlier wording stays with the reason', async () => {
    await inspector.goto(address);
    await standing(inspector, '检查中');
    const form = await opened(inspector, '录入检查结果');
    await form.getByRole('textbox', { name: /内容/ }).first().fill(TEXT);
    await choose(form.getByRole('combobox', { name: /结果类别/ }), '未发现问题');
    await form.getByRole('radio', { name: '已签名' }).click();
    await given(form, '录入检查结果');
    await standing(inspector, '待审批');
    await inspector.locator('#findings').getByText(TEXT).waitFor();
    await inspector
      .locator('#findings')
      .getByText(/第 1 次录入.*退回：请写明其余卷宗的情况/)
      .waitFor();
    await demo.shot(inspector, 'case-recorded');
  });

  it('R72 approved by another; what will be made public is shown as the public will see it', async () => {
    await head.reload();
    const form = await opened(head, '审批检查结果');
    await form.getByText(TEXT).waitFor();
    await given(form, '审批检查结果');
    await standing(head, '待公示');
    await officer.goto(address);
    await officer.getByText('公示预览').waitFor();
    await officer.locator('#publications').getByText(TEXT).first().waitFor();
    expect(await findingsOf(officer)).toEqual([]);
    await demo.shot(officer, 'case-preview');
  });

  it('R75 published on each channel with its receipt: the public row equals the preview, field by field', async () => {
    const preview = await fields(officer);
    const button = officer.locator('.command-buttons').getByRole('button', { name: '在一个载体上公示', exact: true });
    await officer.getByText(/^未到办理的时候/).click();
    await officer.getByText(/公示内容尚未核对，须先办理“公示前核对内容”/).waitFor();
    expect(await button.count()).toBe(0);
    const review = await opened(officer, '公示前核对内容');
    // What is to be read stands above the form.
    await review.getByRole('region', { name: '拟公示内容' }).getByText(TEXT).waitFor();
    await demo.shot(officer, 'publication-review');
    await given(review, '公示前核对内容');
    await button.waitFor();
    for (let channel = 0; channel < 4; channel++) {
      if ((await button.count()) === 0) break;
      const form = await opened(officer, '在一个载体上公示');
      await takeFirst(form, /公示载体/);
      if (channel === 0) {
        await form.getByText('发布的是“公示前核对内容”一步核对过的文字', { exact: false }).waitFor();
        expect(await form.getByText('已核对公示内容（选填）').count()).toBe(0);
        await form.getByRole('button', { name: '在一个载体上公示', exact: true }).click();
        await form.getByText('须选“是”：已核对公示内容').waitFor();
        await demo.shot(officer, 'publication-unread');
      }
      await form.getByRole('switch', { name: /已核对公示内容/ }).click();
      await given(form, '在一个载体上公示');
      const receipt = await opened(officer, '登记公示载体回执');
      await takeFirst(receipt, /公示载体/);
      await receipt.getByRole('textbox', { name: /回执/ }).fill(`HZ-${channel}`);
      await given(receipt, '登记公示载体回执');
      await officer.locator('#publications').getByText(`HZ-${channel}`).waitFor();
    }
    await officer.locator('h1', { hasText: '待公示' }).waitFor({ state: 'detached' });
    const visitor = await demo.window();
    await soon(async () => {
      await visitor.goto(`/public/results/${detail.id}`);
      const told = await visitor.locator('main').innerText();
      for (const [label, value] of preview) expect([label, told.includes(value)]).toEqual([label, true]);
    });
    expect(preview.map(([label]) => label)).toEqual([
      '机构名称',
      '登记号',
      '抽查时间',
      '抽查方式',
      '抽查内容',
      '抽查结果',
      '违法行为查处情况',
    ]);
  });

  it('R102 a correction is proposed, approved by another, and both texts stay', async () => {
    const form = await opened(officer, '提请更正已审批的结果');
    await form.getByRole('textbox', { name: /理由/ }).fill('卷宗件数有误');
    await form.getByRole('textbox', { name: /内容/ }).fill(CORRECTED);
    await given(form, '提请更正已审批的结果');
    await officer.getByText('提出更正，待审批').waitFor();
    await head.reload();
    await head.locator('.state-box.leaf.now', { hasText: '更正待审批' }).waitFor();
    await given(await opened(head, '同意更正'), '同意更正');
    await head.locator('#findings del', { hasText: TEXT }).waitFor();
    await head.locator('#findings').getByText(CORRECTED).waitFor();
    await head.locator('#publications ins', { hasText: CORRECTED }).waitFor();
    await head.locator('#publications del', { hasText: TEXT }).waitFor();
    expect(await findingsOf(head)).toEqual([]);
    await demo.shot(head, 'case-corrected');
  });

  it('nothing went wrong but the one conflict that was meant', () => {
    const [conflict, ...others] = demo.allTroubles.filter((trouble) => !trouble.startsWith('console: Failed to load'));
    expect(conflict).toMatch(/^412: .*\/approve-findings$/);
    expect(others).toEqual([]);
  });

  /** The preview's rows: label and value. */
  async function fields(page: Page): Promise<readonly (readonly [string, string])[]> {
    const rows = page.locator('#publications .ant-descriptions-row');
    return Promise.all(
      (await rows.all()).map(
        async (row) => [await row.locator('th').innerText(), await row.locator('td').innerText()] as const,
      ),
    );
  }

  /** Takes the first choice of a list, where the page hasn't taken the only one by itself. */
  async function takeFirst(form: Locator, name: RegExp): Promise<void> {
    const list = form.getByRole('combobox', { name });
    const item = list.locator('xpath=ancestor::*[contains(@class,"ant-select")][1]');
    if ((await item.locator('[class*=has-value]').count()) === 0) await choose(list);
  }
});
