import type { Browser, Page, Route } from 'playwright-core';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { choose, soon } from './settled';

const PHONE = { width: 390, height: 844 };
const SERIES = 'chaozhou-2024-1';
const OFFICER = 'chaozhou-lawyer-officer';

describe('B二(九) in the draw room: two windows, phones over plain http, a server that is killed', () => {
  let browser: Browser;
  let demo: Demonstration;
  let officer: Page;
  let phones: readonly Page[];

  /** While the server is away, its windows can't reach it: only then. */
  let crashed = false;
  const troubles = (): readonly string[] =>
    demo.allTroubles.filter(
      (each) => !(crashed && /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|^failed: /.test(each)),
    );

  const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const dialog = (page: Page) => page.getByRole('dialog');
  const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();
  const commitment = (page: Page) => page.locator('.commitment code').innerText();

  async function freeze(button: string, roles: readonly string[]): Promise<void> {
    await click(officer, button);
    const fields = dialog(officer).getByLabel('见证身份');
    await fields.first().waitFor();
    for (const [index, role] of roles.entries()) {
      if ((await fields.count()) <= index) await click(officer, '添加见证人');
      await fields.nth(index).fill(role);
    }
    await dialog(officer).getByRole('button', { name: button, exact: true }).click();
    await heading(officer, '承诺值');
  }

  /** Each witness comes by the link of their own, as if they had scanned it. */
  async function invite(): Promise<readonly Page[]> {
    const links = officer.getByRole('link', { name: '在本机打开' });
    await links.first().waitFor();
    const paths = await links.evaluateAll((found) => found.map((each) => each.getAttribute('href') ?? ''));
    const opened: Page[] = [];
    for (const path of paths) {
      const phone = await demo.window(undefined, PHONE);
      await phone.goto(path);
      opened.push(phone);
    }
    return opened;
  }

  async function seal(phone: Page, value: string): Promise<void> {
    await phone.getByLabel('您选的数或文字').fill(value);
    await click(phone, '封存');
    await heading(phone, '已封存');
  }

  /** Seals while the phone asks where the draw stands; the answer, from before the seal, comes after it. */
  async function sealDuringLook(phone: Page, value: string): Promise<void> {
    let release = (): void => undefined;
    const sealed = new Promise<void>((resolve) => (release = resolve));
    const asked = new Promise<void>((resolve) => {
      const hold = async (route: Route): Promise<void> => {
        const answer = await route.fetch();
        resolve();
        await sealed;
        await route.fulfill({ response: answer });
      };
      void phone.route(/\/link$/, hold, { times: 1 });
    });
    await asked;
    const accepted = phone.waitForResponse(/\/seal$/);
    await phone.getByLabel('您选的数或文字').fill(value);
    await click(phone, '封存');
    await accepted;
    release();
    await heading(phone, '已封存');
  }

  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    officer = await demo.window(OFFICER);
  });
  afterAll(async () => {
    await demo?.close();
    await browser?.close();
  });

  it('R55 shows what a freeze would fix, and then fixes it', async () => {
    await officer.goto('/desk/draws');
    const begin = officer.getByRole('link', { name: /开始抽取.*检查对象/ }).first();
    await begin.waitFor();
    await demo.shot(officer, '4-tasks');
    expect(await findingsOf(officer)).toEqual([]);
    await begin.click();
    await officer.getByRole('heading', { name: '候选（48）' }).waitFor();
    await demo.shot(officer, '4-before-freeze');
    await soon(async () => expect(await officer.locator('.big').innerText()).toBe('5'));
    expect(await findingsOf(officer)).toEqual([]);
    const room = await demo.window(OFFICER, { width: 1920, height: 1080 });
    await room.goto(`/desk/projector/${SERIES}`);
    await room.getByText('名录尚未冻结').waitFor();
    const second = await demo.window('chaozhou-lawyer-officer');
    await second.goto(officer.url());
    await click(second, '冻结名录');
    await dialog(second).getByLabel('见证身份').first().fill('当地商会代表');
    await freeze('冻结名录', ['行业协会代表', '法律服务人员代表']);
    expect((await commitment(officer)).replaceAll(' ', '')).toMatch(/^[0-9a-f]{64}$/);
    // A room that waits follows by itself; a form that was open says what came in between and keeps what was entered.
    await room.getByText('应抽').waitFor();
    await dialog(second).getByText('他人已处理，现为第 1 次：已冻结').waitFor();
    await soon(async () =>
      expect(await dialog(second).getByLabel('见证身份').first().inputValue()).toBe('当地商会代表'),
    );
    await demo.shot(second, '4-frozen-by-another');
    await dialog(second).getByRole('button', { name: '取消' }).click();
    await heading(second, '承诺值');
    await room.close();
    await second.close();
    expect(troubles()).toEqual([]);
  });

  it('trap 3 voids before the close with a reason and a second person; the attempt stays in sight', async () => {
    await click(officer, '提请作废');
    await dialog(officer).getByLabel('理由').fill('约定的见证人未能到场（演示）');
    await choose(dialog(officer).getByRole('combobox').first(), '见证人未能到场');
    await dialog(officer).getByRole('button', { name: '提请作废', exact: true }).click();
    await officer.getByText('已提请作废：见证人未能到场').waitFor();
    await soon(async () => expect(await officer.getByRole('button', { name: '同意作废' }).isDisabled()).toBe(true));
    // The second person is one click away for a visitor too.
    const head = await demo.window();
    await head.goto('/');
    await head.getByRole('button', { name: /^律师工作管理科负责人/ }).click();
    await head.getByRole('heading', { name: '案件看板' }).waitFor();
    await head.goto(officer.url());
    await click(head, '同意作废');
    await dialog(head).getByRole('button', { name: '同意作废', exact: true }).click();
    await officer.getByRole('heading', { name: '历次抽取（1）' }).waitFor();
    await officer.getByText('第 1 次').first().waitFor();
    await officer.getByText('约定的见证人未能到场').first().waitFor();
    await head.close();
    expect(troubles()).toEqual([]);
  });

  it('R11 lets witnesses seal on their own phones by their own links', async () => {
    await officer.reload();
    await freeze('冻结名录', ['行业协会代表', '法律服务人员代表']);
    const room = await demo.window(OFFICER, { width: 1920, height: 1080 });
    await room.goto(`/desk/projector/${SERIES}`);
    await room.getByText('应抽').waitFor();
    await demo.shot(room, '4-projector');
    // Two codes, each as large as the wall allows, and none beyond its edge.
    await room.getByRole('img').nth(1).waitFor();
    for (const box of await Promise.all([0, 1].map((at) => room.getByRole('img').nth(at).boundingBox()))) {
      expect(box!.height).toBeGreaterThan(380);
      expect(box!.y + box!.height).toBeLessThanOrEqual(1080);
    }
    phones = await invite();
    expect(phones).toHaveLength(2);
    await demo.shot(phones[0]!, '4-phone');
    expect(await findingsOf(phones[0]!)).toEqual([]);
    await seal(phones[0]!, '3 5 2');
    // 罕用字也是一个值。
    await seal(phones[1]!, '𠮷龙䶮');
    await demo.shot(phones[1]!, '4-phone-sealed');
    await room.getByText('已封存').nth(1).waitFor();
    await demo.shot(room, '4-projector-sealed');
    await soon(async () => expect(await room.getByRole('img', { name: /请扫码封存$/ }).count()).toBe(0));
    await phones[0]!.reload();
    await heading(phones[0]!, '已封存');
    await room.close();
    expect(troubles()).toEqual([]);
  });

  it('T4 goes on to the same result when the server is killed between commitment and reveal', async () => {
    const before = await commitment(officer);
    const late = await demo.window(OFFICER);
    await late.goto(officer.url());
    await click(late, '提请作废');
    await dialog(late).getByLabel('理由').fill('约定的见证人未能到场（演示）');
    await click(officer, '截止封存');
    await dialog(officer).getByRole('button', { name: '截止封存', exact: true }).click();
    for (const phone of phones) await heading(phone, '已开启');
    await dialog(late).getByText('他人已处理，现为第 2 次：已截止').waitFor();
    await soon(async () =>
      expect(await dialog(late).getByLabel('理由').inputValue()).toBe('约定的见证人未能到场（演示）'),
    );
    await late.close();
    expect(troubles()).toEqual([]);
    crashed = true;
    await demo.crash();
    const second = await demo.window(OFFICER);
    await second.goto(`/desk/draws/chaozhou-2024/${SERIES}`);
    await soon(async () => expect(await commitment(second)).toBe(before));
    await officer.reload();
    await click(officer, '结束开启');
    await dialog(officer).getByRole('button', { name: '结束开启', exact: true }).click();
    await click(officer, '揭晓');
    await demo.shot(officer, '4-reveal');
    await dialog(officer).getByRole('button', { name: '揭晓', exact: true }).click();
    await officer.getByRole('heading', { name: '抽中（5 家）' }).waitFor();
    await second.getByRole('heading', { name: '抽中（5 家）' }).waitFor();
    await soon(async () => expect(await commitment(officer)).toBe(before));
    const drawn = await officer.locator('.selected li').allInnerTexts();
    await soon(async () => expect(await second.locator('.selected li').allInnerTexts()).toEqual(drawn));
    await officer.getByRole('button', { name: '在本机核验' }).click();
    await officer.getByText('一致：由名录').waitFor();
    await demo.shot(officer, '4-revealed');
    expect(await findingsOf(officer)).toEqual([]);
    await soon(async () => expect(await officer.getByRole('button', { name: '提请作废' }).count()).toBe(0));
    const room = await demo.window(OFFICER, { width: 1920, height: 1080 });
    await room.goto(`/desk/projector/${SERIES}`);
    await room.getByText('本机重算一致').waitFor();
    await demo.shot(room, '4-projector-revealed');
    expect(troubles()).toEqual([]);
  });

  it('R56 R59 R61 explains each bar before the inspector draw, and draws two for each case', async () => {
    await officer.goto('/desk/draws');
    await officer
      .getByRole('link', { name: /开始抽取.*执法检查人员/ })
      .first()
      .click();
    await heading(officer, '待指派案件（5 件，共 10 人次）');
    const bars = officer.locator('.bars');
    await bars.first().waitFor();
    // Whether recusal and rotation bar somebody depends on which firms were drawn; the expired certificate bars from all.
    await bars.getByText('全部案件检查日无有效行政执法证').first().waitFor();
    const lines = (await bars.locator('li').allInnerTexts()).filter(
      (line) => !/无有效行政执法证|须回避|周期内检查过|不在岗/.test(line),
    );
    expect(lines).toEqual([]);
    await demo.shot(officer, '5-bars');
    expect(await findingsOf(officer)).toEqual([]);
    await freeze('冻结人员名录', ['行业协会代表', '法律服务人员代表']);
    phones = await invite();
    await sealDuringLook(phones[0]!, '0');
    await seal(phones[1]!, '1');
    await click(officer, '截止封存');
    await dialog(officer).getByRole('button', { name: '截止封存', exact: true }).click();
    for (const phone of phones) await heading(phone, '已开启');
    await click(officer, '结束开启');
    await dialog(officer).getByRole('button', { name: '结束开启', exact: true }).click();
    await click(officer, '揭晓');
    await dialog(officer).getByRole('button', { name: '揭晓', exact: true }).click();
    await heading(officer, '选派结果（5 件）');
    const rows = officer.locator('table.plain').first().locator('tbody tr');
    const members = () => rows.evaluateAll((found) => found.map((row) => row.querySelectorAll('.member').length));
    await soon(async () => expect(await members()).toEqual([2, 2, 2, 2, 2]));
    await demo.shot(officer, '5-revealed');
    expect(troubles()).toEqual([]);
  });
});
