import type { Browser, Page } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { Line } from './line';
import { soon } from './settled';

const card = (page: Page, name: string) => page.locator('article.card', { hasText: name });
const column = (page: Page, name: string) =>
  page.locator(`section.column[aria-label^="${name}"], button.column-folded[aria-label^="${name}"]`);

interface BoardCard {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly revision: number;
  readonly deadlines: readonly { readonly on: string }[];
}

describe('journey 9: 看板', () => {
  let browser: Browser;
  let demo: Demonstration;
  let mine: Page;
  let other: Page;
  let line: Line;
  let all: readonly BoardCard[];
  const at = (stage: string): BoardCard => all.find((each) => each.stage === stage)!;
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    line = await Line.to(demo.url);
    [mine, other] = [await demo.window('kazuo-leader'), await demo.window('kazuo-leader', { line })];
    const { cards } = await (await signedIn('kazuo-leader'))<{ cards: readonly BoardCard[] }>('board');
    all = cards;
    for (const page of [mine, other]) {
      await page.goto('/desk/board');
      await card(page, at('awaiting-approval').name).waitFor();
    }
  });
  afterAll(async () => {
    line?.close();
    await demo?.close();
    await browser?.close();
  });

  it('cards say what matters, and only what is overdue can be shown', async () => {
    const due = card(mine, at('awaiting-approval').name);
    await soon(async () =>
      expect(await due.innerText()).toMatch(/审批检查结果[\s\S]*(今天到期|还剩|逾期)[\s\S]*已停留 \d+ 天/),
    );
    expect(await findingsOf(mine)).toEqual([]);
    await demo.shot(mine, 'board');
    await mine.getByRole('checkbox', { name: /^仅看逾期/ }).click();
    await mine.getByText(`${late().length} / ${all.length} 件`).waitFor();
    await soon(async () => expect(await mine.locator('article.card').count()).toBe(late().length));
    expect(late().length).toBeGreaterThan(0);
    expect(mine.url()).toContain('overdue=yes');
    await mine.getByRole('checkbox', { name: /^仅看逾期/ }).click();
  });

  it('the rule behind a card’s day is told to the mouse, the keyboard and a finger', async () => {
    const due = (page: Page) => card(page, at('awaiting-approval').name).locator('button.card-due');
    const rule = (page: Page) => page.getByRole('tooltip').filter({ hasText: /：2024年\d+月\d+日[\s\S]*依据：/ });
    await due(mine).hover();
    await rule(mine).waitFor();
    await mine.locator('h1').hover();
    await rule(mine).waitFor({ state: 'hidden' });
    await card(mine, at('awaiting-approval').name).locator('a').focus();
    await mine.keyboard.press('Tab');
    await rule(mine).waitFor();
    expect(await findingsOf(mine)).toEqual([]);
    await mine.keyboard.press('Escape');
    await rule(mine).waitFor({ state: 'hidden' });
    const phone = await demo.window('kazuo-leader', { width: 390, height: 844, hasTouch: true });
    await phone.goto('/desk/board');
    await due(phone).tap();
    await rule(phone).waitFor();
  });

  it('a filter’s link shows the same in another window, and a saved view comes back', async () => {
    await mine.goto('/desk/board?lanes=section&overdue=yes');
    await mine.getByRole('button', { name: '我的视图' }).click();
    await mine.getByRole('textbox', { name: '视图名称' }).fill('逾期');
    await mine.getByRole('button', { name: '保存', exact: true }).click();
    const third = await demo.window('kazuo-leader');
    await third.goto(mine.url());
    await third.getByRole('button', { name: /法律服务业务主管部门/ }).waitFor();
    await third.getByText(`${late().length} / ${all.length} 件`).waitFor();
    await soon(async () => expect(await third.locator('article.card').count()).toBe(late().length));
    await mine.goto('/desk/board');
    await mine.getByRole('button', { name: '我的视图' }).click();
    await mine.getByRole('button', { name: '逾期', exact: true }).click();
    await mine.waitForURL(/overdue=yes/);
    await mine.goto('/desk/board');
    await card(mine, at('awaiting-approval').name).waitFor();
  });

  it('「移动到…」 by keyboard alone: steps that are allowed, and why the others aren’t', async () => {
    const button = card(mine, at('awaiting-approval').name).getByRole('button', { name: /移动/ });
    await button.focus();
    await mine.keyboard.press('Enter');
    const dialog = mine.getByRole('dialog');
    await dialog.getByRole('button', { name: '审批检查结果' }).waitFor();
    await dialog.getByText('程序不允许从“待审批”直接到“整改中”').waitFor();
    await demo.shot(mine, 'move');
    await mine.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('dragging opens the step’s form; done, both windows show it, and the other says so', async () => {
    await card(mine, at('awaiting-approval').name).dragTo(column(mine, '待公示'));
    const form = mine.getByRole('dialog');
    await form.getByText('现处环节').waitFor();
    await demo.shot(mine, 'approve');
    await form.getByRole('button', { name: '审批检查结果' }).click();
    for (const page of [mine, other]) await column(page, '待公示').getByText(at('awaiting-approval').name).waitFor();
    await other.getByRole('button', { name: '有 1 项更新' }).waitFor();
    await demo.shot(other, 'updated');
    expect(demo.allTroubles).toEqual([]);
  });

  it('cut off for half a minute it misses no card', async () => {
    line.cut();
    await other.getByText(/连接中断/).waitFor();
    const officer = await signedIn('kazuo-officer');
    const { id, revision } = at('awaiting-publication');
    const { allowed } = await officer<{ allowed: { debts: { debt: string; channels: string[] }[] } }>(`cases/${id}`);
    const [owed] = allowed.debts;
    const { debt, channels } = owed!;
    await officer(`cases/${id}/review-publication`, { debt }, revision);
    await officer(`cases/${id}/post-publication`, { debt, channel: channels[0], read: true }, revision + 1);
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    expect(await other.locator(`article.card-updated[data-case="${id}"]`).count()).toBe(0);
    line.mend();
    await other.locator(`article.card-updated[data-case="${id}"]`).waitFor();
    await other.getByRole('button', { name: '有 2 项更新' }).waitFor();
  });

  /** Cards with a day that has passed by the demonstration’s clock. */
  function late(): readonly BoardCard[] {
    return all.filter(({ deadlines: [next] }) => next !== undefined && next.on < '2024-08-20');
  }

  /** Somebody who works at another desk. */
  async function signedIn(account: string) {
    const ask = async (path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${demo.url}/api/v1/${path}`, {
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
    const { token } = (await (await ask('demonstration/session', { account })).json()) as { token: string };
    const authorization = `Bearer ${token}`;
    return async <T>(path: string, body?: object, revision?: number): Promise<T> => {
      const answer = await ask(path, body, { authorization, ...(body && { 'if-match': `"${revision}"` }) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    };
  }
});
