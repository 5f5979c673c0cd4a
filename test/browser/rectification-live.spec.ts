import type { Browser, Page } from 'playwright-core';
import type { CaseBody } from '../journeys/bodies';
import { findingsOf, launch } from './chromium';
import { Demonstration } from './demonstration';
import { desksOf } from './desks';
import { Line } from './line';
import { settled, soon } from './settled';

jest.setTimeout(180_000);

const CASE = 'kazuo-2024-3-1';
const OFFICER = 'kazuo-rectification';
const TODAY = '2024-08-20';

describe('the ledger, the calendar and the figures follow what others do', () => {
  let browser: Browser;
  let demo: Demonstration;
  let ledger: Page;
  let calendar: Page;
  let figures: Page;
  let line: Line;
  let as: ReturnType<typeof desksOf>;
  let name: string;
  const row = () => ledger.locator(`tr[data-case="${CASE}"]`);
  beforeAll(async () => {
    browser = await launch();
    demo = await Demonstration.open(browser);
    line = await Line.to(demo.url);
    as = desksOf(() => demo.url);
    ({ object: { name = '' } = {} } = await as(OFFICER).read<{ object?: { name: string } }>(`/api/v1/cases/${CASE}`));
    ledger = await demo.window(OFFICER, { line });
    calendar = await demo.window(OFFICER, { line });
    await ledger.goto('/desk/rectification');
    await row().getByText('责令改正').first().waitFor();
    await calendar.goto('/desk/rectification/calendar?as=list');
    await calendar.getByRole('list', { name: '本月到期清单' }).getByText(name).first().waitFor();
    figures = await demo.window('kazuo-leader', { line });
    await figures.goto('/desk/statistics');
    await figures.getByRole('heading', { name: '按环节分列' }).waitFor();
    await Promise.all([settled(ledger), settled(calendar), settled(figures)]);
  });
  afterAll(async () => {
    line?.close();
    await demo?.close();
    await browser?.close();
  });

  /** The next step of the case's measure, given at another desk. */
  async function give(command: string, more: object): Promise<void> {
    const { dispositions } = await as(OFFICER).read<CaseBody>(`/api/v1/cases/${CASE}`);
    const { disposition, finding } = dispositions[0] as unknown as { disposition: string; finding: string };
    await as(OFFICER).give('cases', CASE, command, { disposition, finding, occurredOn: TODAY, ...more });
  }

  it('R84 a step at another desk is shown by itself, and said', async () => {
    const counted = async (stage: string): Promise<number> => {
      const shown = figures.locator('tbody tr', { hasText: stage }).locator('td').nth(1);
      return (await shown.count()) === 0 ? 0 : Number(await shown.innerText());
    };
    const [rectifying, toRevisit] = [await counted('整改中'), await counted('待回访')];
    await give('ReportRectification', { text: '已整改' });
    await row().getByText('待回访').first().waitFor();
    for (const page of [ledger, calendar]) {
      await page.getByRole('button', { name: '有 1 项更新' }).click();
      await page.getByText(`${name}：现为“待回访”`).waitFor();
      expect(await findingsOf(page)).toEqual([]);
    }
    await soon(async () => expect(await row().getAttribute('class')).toBe('line-updated'));
    await demo.shot(ledger, 'ledger-updated');
    await soon(async () =>
      expect([await counted('整改中'), await counted('待回访')]).toEqual([rectifying - 1, toRevisit + 1]),
    );
    await figures.getByRole('button', { name: '有 1 项更新' }).click();
    await figures.getByText(`${name}：现为“待回访”`).waitFor();
    expect(await findingsOf(figures)).toEqual([]);
    await demo.shot(figures, 'statistics-updated');
    await ledger.getByRole('button', { name: '知道了' }).click();
    await ledger.getByRole('button', { name: '有 1 项更新' }).waitFor({ state: 'detached' });
    expect(demo.allTroubles).toEqual([]);
  });

  it('R84 cut off meanwhile both say so, and miss nothing when the line is back', async () => {
    line.cut();
    for (const page of [ledger, calendar]) await page.getByText(/连接中断/).waitFor();
    await give('RecordFollowUp', { text: '仍未改正', passed: false, method: 'documentary' });
    line.mend();
    await row().getByText('待再处置').first().waitFor();
    await ledger.getByRole('button', { name: '有 1 项更新' }).waitFor();
    await calendar.getByText(/连接中断/).waitFor({ state: 'detached' });
    await calendar.getByRole('button', { name: '有 1 项更新' }).waitFor();
  });
});
