import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { CaseBody } from '../journeys/bodies';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { desksOf } from './desks';
import { orderedEarlier } from './earlier-case';
import { choose, soon } from './settled';

const TODAY = '2024-08-20';
const ORDERED = 'kazuo-2024-3-1';
const RISK = 'kazuo-2024-3-2';
const RECORDED = 'kazuo-2024-1-1';
const ARRANGED = 'fc-kazuo-2024-2';
const OVERDUE = 'fc-kazuo-2024-3';
const OFFICER = 'kazuo-officer';
const RECTIFICATION = 'kazuo-rectification';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const followUp = (id: string) => `/desk/rectification/${id}`;

/** Fills a day's field as a person types it. */
async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press('Enter');
}

/** Refusals that the journey asks for, the year that isn't entered, the step of somebody else and the missing reason, are answers. */
const unasked = (trouble: string): boolean => !/^(409|412|422): |status of (409|412|422) /.test(trouble);

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate<string>(
      `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
    );
    if (name.test(text)) return;
  }
  throw new Error(`the keyboard doesn't reach ${name}`);
}

describe('journey 8: 整改回访', () => {
  let browser: Browser;
  let demo: Demonstration;
  let mine: Page;
  let officer: Page;
  let as: ReturnType<typeof desksOf>;
  const caseNow = (id: string) => as(OFFICER).read<CaseBody>(`/api/v1/cases/${id}`);
  const stateOf = async (id: string) => (await caseNow(id)).dispositions.map(({ state }) => state);

  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    as = desksOf(() => demo.url);
    mine = await demo.window(RECTIFICATION);
    officer = await demo.window(OFFICER);
  });
  afterAll(async () => {
    await demo?.close();
    await browser?.close();
  });

  it('R84 the ledger comes first, by due day with the working days left, and a link holds what it shows', async () => {
    await mine.goto('/desk');
    await mine.waitForURL(/\/desk\/rectification$/);
    const rows = mine.locator('table.ledger tbody tr');
    await soon(async () =>
      expect(await rows.allInnerTexts()).toEqual([
        expect.stringMatching(/责令改正[\s\S]*已催办 1 次[\s\S]*逾期 2 个工作日[\s\S]*安排回访[\s\S]*记录跟踪回访/),
        expect.stringMatching(/提醒约谈[\s\S]*逾期 1 个工作日[\s\S]*安排回访[\s\S]*记录跟踪回访/),
        expect.stringMatching(/待回访[\s\S]*已安排 8月23日上午[\s\S]*还剩 6 个工作日[\s\S]*记录跟踪回访/),
        expect.stringMatching(/责令改正[\s\S]*还剩 8 个工作日[\s\S]*登记整改报告/),
      ]),
    );
    expect(await findingsOf(mine)).toEqual([]);
    await demo.shot(mine, '8-ledger');
    await mine.getByRole('button', { name: /已逾期/ }).click();
    await mine.waitForURL(/lane=overdue/);
    await rows.nth(2).waitFor({ state: 'detached' });
    await soon(async () => expect(await rows.count()).toBe(2));
    const other = await demo.window(RECTIFICATION, { width: 390, height: 844 });
    await other.goto(mine.url());
    await other.locator('table.ledger tbody tr').first().waitFor();
    await soon(async () => expect(await other.locator('table.ledger tbody tr').count()).toBe(2));
    await demo.shot(other, '8-ledger-phone');
    const waiting = mine.waitForEvent('download');
    await button(mine, '导出 CSV').click();
    const csv = readFileSync(await (await waiting).path(), 'utf8');
    expect(csv.split('\r\n')[0]).toContain('机构');
    expect(csv).toMatch(/,逾期 2 个工作日,[\s\S]*,逾期 1 个工作日,/);
    expect(demo.allTroubles).toEqual([]);
  });

  it('R84 what is overdue is urged in one go, case by case, and a second time nobody twice', async () => {
    await mine.goto('/desk/rectification');
    await button(mine, '批量催办逾期').click();
    const drawer = mine.getByRole('dialog');
    await drawer.getByText('预览').waitFor();
    await soon(async () => expect(await drawer.innerText()).toMatch(/已选 2 \/ 2 项[\s\S]*已催办 1 次，上次 8月6日/));
    await demo.shot(mine, '8-urging');
    await drawer.getByRole('button', { name: '发送催办（2 项）' }).click();
    await drawer.getByText('已催办 2 项').waitFor();
    await demo.shot(mine, '8-urged');
    await drawer.getByRole('button', { name: '完成' }).click();
    await button(mine, '批量催办逾期').click();
    await drawer.getByText('今日已催办，不再重复').first().waitFor();
    await soon(async () => expect(await drawer.getByRole('button', { name: /^发送催办/ }).isDisabled()).toBe(true));
    const measures = [OVERDUE, RISK].map((id) => ({ case: id, disposition: 'd1' }));
    const again = await as(RECTIFICATION).send<{ urged: object[]; already: object[] }>(
      'POST',
      '/api/v1/follow-ups/urge-overdue',
      { text: '再发一次', measures },
    );
    expect([again.body.urged.length, again.body.already.length]).toEqual([0, 2]);
    for (const [id, times] of [
      [OVERDUE, 2],
      [RISK, 1],
    ] as const) {
      const events = await as(OFFICER).list<{ type: string }>(`/api/v1/cases/${id}/events`);
      expect(events.filter(({ type }) => type === 'RectificationUrged')).toHaveLength(times);
    }
    expect(demo.allTroubles).toEqual([]);
  });

  it('R84 the keyboard alone leads from the ledger to the case and opens what is done next', async () => {
    await mine.goto('/desk/rectification');
    await mine.locator('table.ledger').first().waitFor();
    await tabTo(mine, /^登记整改报告/);
    await mine.keyboard.press('Enter');
    await part(mine, '登记整改报告').waitFor();
    await mine.locator('.fu-opened:focus').waitFor();
    await tabTo(mine, /^取消$/);
    await mine.keyboard.press('Enter');
    await part(mine, '登记整改报告').waitFor({ state: 'detached' });
    await tabTo(mine, /^预览责令改正通知书/);
    await mine.keyboard.press('Enter');
    const paper = mine.getByRole('article', { name: '责令改正通知书预览' });
    await paper.waitFor();
    await soon(async () =>
      expect(await paper.innerText()).toMatch(
        /责令改正通知书[\s\S]*发现下列问题[\s\S]*收费台账[\s\S]*2024年8月30日[\s\S]*喀左县司法局/,
      ),
    );
    await demo.shot(mine, '8-paper');
    await button(mine, '收起预览').click();
  });

  it('R84 a link to a step that isn’t there, or that somebody else may take, says so and opens nothing', async () => {
    const auditor = await demo.window('kazuo-auditor');
    for (const [page, step] of [
      [mine, 'none'],
      [mine, 'RecordInspection'],
      [auditor, 'passed'],
    ] as const) {
      await page.goto(`${followUp(ORDERED)}?do=${step}&measure=d1`);
      await page.getByText('链接所指的这一步现在不能办理').waitFor();
      await soon(async () => expect(await page.locator('form').count()).toBe(0));
    }
    await button(mine, '知道了').click();
    await mine.getByText('链接所指的这一步现在不能办理').waitFor({ state: 'detached' });
    await auditor.close();
  });

  it('R84 material is uploaded with its hash, put on file and named by the report', async () => {
    const content = Buffer.from('%PDF-1.4\n整改报告：台账已核对\n');
    const hash = createHash('sha256').update(content).digest('hex');
    await button(mine, '登记整改报告').click();
    const form = part(mine, '登记整改报告');
    await form.getByLabel('内容', { exact: true }).fill('台账已核对，档案已补归');
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '整改报告.pdf', mimeType: 'application/pdf', buffer: content });
    await form.getByText(`SHA-256 ${hash.slice(0, 12)}…`).waitFor();
    await form.getByText(`整改报告.pdf（${content.length} B）`).waitFor();
    await demo.shot(mine, '8-material');
    await form.getByRole('button', { name: '登记整改报告' }).click();
    await mine.getByText(`SHA-256 ${hash}`).waitFor();
    expect((await caseNow(ORDERED)).evidence).toContain(hash);
    await soon(async () => expect(await stateOf(ORDERED)).toEqual(['revisiting']));
    expect(demo.allTroubles).toEqual([]);
  });

  it('R84 the revisit is recorded beside the old finding', async () => {
    await button(mine, '回访未通过').click();
    const revisit = part(mine, '记录回访未通过');
    await part(mine, '原检查结果').getByText('收费台账与票据存根不一致').first().waitFor();
    await revisit.getByLabel('内容', { exact: true }).fill('档案仍有三份未归');
    await demo.shot(mine, '8-revisit');
    await revisit.getByRole('button', { name: '记录回访未通过' }).click();
    await mine.getByText('再次责令改正由科室经办办理').waitFor();
    await soon(async () => expect(await stateOf(ORDERED)).toEqual(['uncorrected']));
  });

  it('C8 R84 a further order counts working days over the holiday; a year that isn’t entered is said, and the input stays', async () => {
    await officer.goto(followUp(ORDERED));
    await button(officer, '再次责令改正').click();
    const form = part(officer, '再次责令改正');
    await form.getByRole('textbox', { name: '理由' }).fill('责令将三份档案补归');
    await typeDay(officer, '改正期限', '2028-02-01');
    await form.getByRole('button', { name: '再次责令改正' }).click();
    await form.getByText(/2028 年节假日安排未录入/).waitFor();
    await soon(async () =>
      expect(await form.getByRole('article').innerText()).toMatch(/第 2 次[\s\S]*责令将三份档案补归/),
    );
    await demo.shot(officer, '8-unknown-year');
    await typeDay(officer, '改正期限', '2024-09-27');
    await form.getByRole('button', { name: '再次责令改正' }).click();
    await officer.getByRole('heading', { name: /^第 2 轮/ }).waitFor();
    // 27 September and ten working days: the holiday to 7 October isn't counted, the 29th and the 12th are.
    await officer.getByText('2024年10月16日').waitFor();
    expect(demo.allTroubles.filter(unasked)).toEqual([]);
  });

  it('R81 trap 7 what isn’t corrected again is investigated, never put on the abnormal list', async () => {
    await mine.goto(followUp(ORDERED));
    await button(mine, '登记整改报告').click();
    await part(mine, '登记整改报告').getByLabel('内容', { exact: true }).fill('称已补归');
    await part(mine, '登记整改报告').getByRole('button', { name: '登记整改报告' }).click();
    await button(mine, '回访未通过').click();
    await part(mine, '记录回访未通过').getByLabel('内容', { exact: true }).fill('现场未见档案');
    await part(mine, '记录回访未通过').getByRole('button', { name: '记录回访未通过' }).click();
    await mine.getByText('立案查处由科室经办办理').waitFor();
    await soon(async () => expect(await button(mine, '提请列入名单').count()).toBe(0));
    await officer.goto(followUp(ORDERED));
    await button(officer, '立案查处').click();
    const form = part(officer, '立案查处');
    await form.getByLabel('文号', { exact: true }).fill('喀司立〔2024〕1号（演示）');
    await form.getByRole('button', { name: '立案查处' }).click();
    await officer.getByText('本案第 1 条结果（第 2 轮）在此').waitFor();
    await soon(async () => expect(await stateOf(ORDERED)).toEqual(['investigating']));
    await demo.shot(officer, '8-ladders');
  });

  it('R84 another case passes its revisit and is struck off; somebody else’s step in between takes no input away', async () => {
    await as('kazuo-head').give('cases', RECORDED, 'ApproveFindings', {});
    await officer.goto(followUp(RECORDED));
    await button(officer, '责令改正').click();
    const order = part(officer, '责令改正');
    await order.getByLabel('内容', { exact: true }).fill('责令补正两份结案小结');
    await typeDay(officer, '改正期限', '2024-09-06');
    await soon(async () =>
      expect(await order.getByRole('article').innerText()).toMatch(/责令补正两份结案小结[\s\S]*2024年9月6日/),
    );
    await order.getByRole('button', { name: '责令改正' }).click();
    // The order binds from its service, whose receipt is uploaded and named.
    await officer.getByText('2024年9月6日前送达').waitFor();
    await button(officer, '送达责令改正或者处罚决定').click();
    const service = part(officer, '送达责令改正或者处罚决定');
    await choose(service.getByRole('combobox', { name: '送达方式' }), '直接送达');
    await service
      .locator('input[type=file]')
      .setInputFiles({ name: '送达回证.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n回证\n') });
    await service.getByText(/SHA-256/).waitFor();
    await service.getByRole('button', { name: '送达责令改正或者处罚决定' }).click();
    await officer.getByText('2024年8月20日，直接送达').waitFor();
    await officer.getByText('2024年9月6日前改正').waitFor();
    await mine.goto(followUp(RECORDED));
    await button(mine, '登记整改报告').click();
    await part(mine, '登记整改报告').getByLabel('内容', { exact: true }).fill('两份小结已补正');
    await part(mine, '登记整改报告').getByRole('button', { name: '登记整改报告' }).click();
    await button(mine, '回访通过，销号').click();
    const revisit = part(mine, '回访通过，销号');
    await revisit.getByLabel('内容', { exact: true }).fill('抽看两份小结，已补正');
    const sha256 = await as(OFFICER).paper('补正小结.pdf', '补正小结');
    await as(OFFICER).give('cases', RECORDED, 'AddEvidence', { sha256, disposition: 'd1' });
    await revisit.getByRole('button', { name: '回访通过，销号' }).click();
    await revisit.getByText(/^他人已处理（第 \d+ 版→第 \d+ 版）/).waitFor();
    await revisit.getByText(/证据/).first().waitFor();
    const changed = revisit.getByRole('table', { name: '其间改变的各项' }).getByRole('row', { name: /证据材料/ });
    await soon(async () => expect(await changed.innerText()).toContain(sha256));
    // It came in at the foot of a long form: it is seen, and the keyboard and screen readers stand at it.
    await soon(async () => {
      const told = (await mine.locator('.form-problem:focus').boundingBox())!;
      expect(told.y).toBeGreaterThan(56);
      expect(told.y + told.height).toBeLessThanOrEqual(mine.viewportSize()!.height);
    });
    await soon(async () =>
      expect(await revisit.getByLabel('内容', { exact: true }).inputValue()).toBe('抽看两份小结，已补正'),
    );
    await demo.shot(mine, '8-conflict');
    await revisit.getByRole('button', { name: '按最新情况继续' }).click();
    await revisit.getByRole('button', { name: '回访通过，销号' }).click();
    await mine.getByText('已销号', { exact: true }).waitFor();
    await soon(async () => expect(await stateOf(RECORDED)).toEqual(['corrected']));
  });

  it('R85 R86 a risk goes from reminder to interview, and unheeded it may be proposed for the abnormal list', async () => {
    const unheeded = async (): Promise<void> => {
      await button(mine, '回访未通过').click();
      const form = part(mine, '记录回访未通过');
      await form.getByLabel('内容', { exact: true }).fill('培训计划仍未补齐');
      await form.getByRole('button', { name: '记录回访未通过' }).click();
      await button(mine, '提请列入名单').waitFor();
    };
    await mine.goto(followUp(RISK));
    await unheeded();
    await button(mine, '约谈负责人').click();
    await part(mine, '约谈负责人').getByLabel('内容', { exact: true }).fill('约谈负责人，限九月底前补齐');
    await part(mine, '约谈负责人').getByRole('button', { name: '约谈负责人' }).click();
    await mine.getByRole('heading', { name: /^第 2 轮/ }).waitFor();
    await unheeded();
    await button(mine, '提请列入名单').click();
    const form = part(mine, '提请列入执业异常对象名单');
    await form.getByText('依据 B三(三)').waitFor();
    await form.getByRole('textbox', { name: '理由' }).fill('经提醒、约谈仍不纠正');
    await form.getByLabel('法律法规规章', { exact: true }).fill('司法行政机关双随机一公开实施方案（演示）');
    await form.getByLabel('条款', { exact: true }).fill('三(三)');
    await form.getByLabel('文本版本', { exact: true }).fill('喀司发〔2024〕5号');
    await demo.shot(mine, '8-listing');
    await form.getByRole('button', { name: '提请列入名单' }).click();
    // The ladders name every rung: it is the measure that stands there now.
    await part(mine, '处置：拟列入执业异常对象名单').waitFor();
  });

  it('R60 R84 what is arranged on a day is seen before another revisit is arranged; one alone can’t go', async () => {
    await mine.goto(followUp(OVERDUE));
    await button(mine, '安排回访').click();
    const form = part(mine, '安排回访');
    await form.getByText(/^8月23日（周五）[\s\S]*已安排/).waitFor();
    expect(await form.innerText()).not.toMatch(/周六|周日/);
    await form.getByText(/^8月23日（周五）/).click();
    // Who can go that day comes a moment later.
    await form
      .getByText(/当日已安排：.*（上午）/)
      .first()
      .waitFor();
    await soon(async () => expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(2));
    await demo.shot(mine, '8-arranging');
    await form.getByRole('checkbox', { name: /当日已安排/ }).click();
    await form.getByText('请选择两名以上人员。').waitFor();
    expect(await findingsOf(mine)).toEqual([]);
    await form.getByRole('button', { name: '取消' }).click();
  });

  it('R84 a revisit arranged later than it is due asks for the reason', async () => {
    await mine.goto(followUp('fc-kazuo-2024-3'));
    await button(mine, '安排回访').click();
    const form = part(mine, '安排回访');
    await form.getByText(/^8月26日（周一）/).click();
    await form.getByRole('button', { name: '安排回访' }).click();
    await form.getByText('请填写备注').waitFor();
    await form.getByRole('button', { name: '取消' }).click();
  });

  it('R84 an appointment is given up with a reason, made anew, and another browser sees it in ledger, calendar and case', async () => {
    await mine.goto(followUp(ARRANGED));
    const note = part(mine, '回访安排');
    await soon(async () => expect(await note.innerText()).toMatch(/8月23日（周五）上午[\s\S]*实地回访/));
    await demo.shot(mine, '8-arranged');
    await note.getByRole('button', { name: '取消安排' }).click();
    const giving = part(mine, '取消回访安排');
    await giving.getByRole('textbox', { name: '理由' }).fill('机构负责人二十三日外出');
    await giving.getByRole('button', { name: '取消回访安排' }).click();
    await note.waitFor({ state: 'detached' });
    await button(mine, '安排回访').click();
    const form = part(mine, '安排回访');
    await form.getByText(/^8月22日（周四）/).click();
    await form.getByText('下午', { exact: true }).click();
    await form.getByRole('button', { name: '安排回访' }).click();
    await note.getByText(/2024年8月22日（周四）下午/).waitFor();
    const waiting = mine.waitForEvent('download');
    await note.getByRole('button', { name: '存为日程' }).click();
    const file = readFileSync(await (await waiting).path(), 'utf8');
    expect(file).toContain('DTSTART;VALUE=DATE:20240822');

    await officer.goto('/desk/rectification');
    const row = officer.locator(`tr[data-case="${ARRANGED}"]`);
    await row.getByText('已安排 8月22日下午').waitFor();
    await officer.goto('/desk/rectification/calendar?month=2024-08');
    const entry = officer.getByRole('table', { name: '期限月历' }).getByRole('link', { name: /^已安排回访/ });
    await entry.getByText(/下午/).first().waitFor();
    await demo.shot(officer, '8-calendar-arranged');
    await entry.click();
    await part(officer, '回访安排')
      .getByText(/2024年8月22日（周四）下午/)
      .waitFor();
    await officer.goto(`/desk/cases/${ARRANGED}`);
    await officer.getByText('取消回访安排').first().waitFor();
    const phone = await demo.window(RECTIFICATION, { width: 390, height: 844 });
    await phone.goto(followUp(ARRANGED));
    await part(phone, '回访安排').scrollIntoViewIfNeeded();
    await demo.shot(phone, '8-arranged-phone');
  });

  it('R60 R84 the revisit’s form begins with the appointment, and what isn’t as arranged is said and asked for', async () => {
    await mine.goto(followUp(ARRANGED));
    await button(mine, '回访通过，销号').click();
    const overtaken = part(mine, '回访通过，销号');
    await overtaken.getByText(/^安排为 2024年8月22日（周四）下午/).waitFor();
    await overtaken.getByLabel('内容', { exact: true }).fill('四件合同均已补签');
    await officer.goto(followUp(ARRANGED));
    await part(officer, '回访安排').getByRole('button', { name: '变更安排' }).click();
    const changing = part(officer, '变更回访安排');
    await changing.getByText(/^8月21日（周三）/).click();
    await changing.getByRole('textbox', { name: '理由', exact: true }).fill('二十二日全县停电检修');
    await changing.getByRole('button', { name: '变更安排' }).click();
    await part(officer, '回访安排')
      .getByText('原定 2024年8月22日，因“二十二日全县停电检修”变更', { exact: false })
      .waitFor();

    // Whose form was overtaken sees what the other changed, beside what was entered.
    await overtaken.getByRole('button', { name: '回访通过，销号' }).click();
    await overtaken.getByText(/^他人已处理/).waitFor();
    const changed = overtaken.getByRole('table', { name: '其间改变的各项' });
    await soon(async () => {
      const rows = await changed.getByRole('row').allInnerTexts();
      expect(rows.map((text) => text.split(/\s*\t\s*/))).toContainEqual([
        '回访安排 › 第 2 项 › 日期',
        '2024年8月22日',
        '2024年8月21日',
      ]);
    });
    await soon(async () =>
      expect(await overtaken.getByRole('link', { name: '在对比中查看全部' }).getAttribute('href')).toMatch(
        new RegExp(`/desk/cases/${ARRANGED}/replay\\?view=compare&from=\\d+&to=\\d+$`),
      ),
    );
    await soon(async () =>
      expect(await overtaken.getByLabel('内容', { exact: true }).inputValue()).toBe('四件合同均已补签'),
    );
    expect(await findingsOf(mine)).toEqual([]);
    await demo.shot(mine, '8-conflict-differences');

    await mine.goto(followUp(ARRANGED));
    await button(mine, '回访通过，销号').click();
    const revisit = part(mine, '回访通过，销号');
    await revisit.getByText(/^安排为 2024年8月21日（周三）下午/).waitFor();
    // It is made a day early, which the form says before it is sent.
    const differs = revisit.getByRole('status');
    await differs.getByText('日期：安排为 2024年8月21日，实际为 2024年8月20日').waitFor();
    await demo.shot(mine, '8-revisit-differs');
    await revisit.getByLabel('内容', { exact: true }).fill('四件合同均已补签');
    await revisit.getByRole('button', { name: '回访通过，销号' }).click();
    await revisit.getByText('实际回访与安排不一致的，须写明理由').first().waitFor();
    await revisit.getByLabel('与安排不一致的原因').fill('机构提前备齐材料，提前一日');
    await revisit.getByRole('button', { name: '回访通过，销号' }).click();
    await mine.getByText('已销号', { exact: true }).waitFor();
    await soon(async () => expect(await stateOf(ARRANGED)).toEqual(['corrected']));
    await mine.locator('.follow-up').getByText('与安排不一致：机构提前备齐材料，提前一日').waitFor();
  });

  it('R84 a case of an earlier procedure says that neither urging nor an appointment can be put on record', async () => {
    const taken = new Set(
      (await as(OFFICER).list<{ object: string | null }>('/api/v1/cases')).map(({ object }) => object),
    );
    const free = [1, 2, 3, 4, 5].map((number) => `kz-go-${number}`).find((id) => !taken.has(id))!;
    await mine.goto(followUp(await orderedEarlier(as, free, TODAY, '2024-08-22')));
    await button(mine, '安排回访').click();
    const form = part(mine, '安排回访');
    await form.getByText('本案沿用立案时的办案程序，其中没有回访安排这一步').waitFor();
    await form.getByText(/^8月23日（周五）/).click();
    expect(await form.innerText()).not.toMatch(/周六|周日|8月22日（/);
    const waiting = mine.waitForEvent('download');
    await form.getByRole('button', { name: '存为日程' }).click();
    expect(readFileSync(await (await waiting).path(), 'utf8')).toContain('DTSTART;VALUE=DATE:20240823');
    await soon(async () => expect(await button(mine, '催办').count()).toBe(0));
    expect(await findingsOf(mine)).toEqual([]);
  });

  it('R73 R84 the calendar shows what falls due by month, and the same as a list', async () => {
    await mine.goto('/desk/rectification/calendar?month=2024-08');
    const month = mine.getByRole('table', { name: '期限月历' });
    await month.waitFor();
    await month.getByText(/公示/).first().waitFor();
    expect(await findingsOf(mine)).toEqual([]);
    await demo.shot(mine, '8-calendar');
    await button(mine, '下个月').click();
    await mine.waitForURL(/month=2024-09/);
    await mine.getByText('2024年9月', { exact: true }).waitFor();
    await soon(async () => expect(await month.innerText()).toMatch(/班[\s\S]*休/));
    await mine.getByText('清单', { exact: true }).click();
    await mine.waitForURL(/as=list/);
    expect(await findingsOf(mine)).toEqual([]);
  });

  it('who may not do it is told so, and nothing went wrong on the way', async () => {
    const admin = await demo.window('kazuo-admin-1');
    await admin.goto('/desk/rectification');
    await admin.getByText('没有此项权限').waitFor();
    expect(demo.allTroubles.filter(unasked)).toEqual([]);
  });
});
