import type { CaseBody } from './bodies';
import { draw } from './ceremony';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  file,
  fileCopy,
  lawyers,
  publish,
  record,
  recorderOf,
  visit,
} from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

const [ordered, unreachable, penalized, risky, onSpot] = [1, 2, 3, 4, 5].map((number) => `${task(4)}-${number}`) as [
  string,
  string,
  string,
  string,
  string,
];
const { officer, head, leader, rectification } = lawyers;

/** A line of the 整改台账. */
interface Line {
  readonly case: string;
  readonly next: readonly string[];
}

describe('B三(三) 依法处置违法行为', () => {
  let house: House;
  const on = (id: string): Promise<CaseBody> => caseOf(house, id);
  const ledger = (): Promise<readonly Line[]> => house.as(rectification).list<Line>('/api/v1/follow-ups');
  const firstFinding = async (id: string): Promise<string> => (await on(id)).findings[0]?.finding ?? '';

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08');
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05');
    await house.on('2023-07-10');
    await draw(house, { officer, plan: PLAN, series: task(4) });
    await caseAt(house, onSpot, 'awaiting-team');
    await draw(house, { officer, plan: PLAN, series: `${task(4)}:team` });
    for (const id of [ordered, unreachable, penalized, risky, onSpot]) {
      await caseAt(house, id, 'awaiting-notice');
      await approveAndNotify(house, lawyers, id, '2023-07-10');
    }
    await house.on('2023-07-31');
    for (const id of [ordered, unreachable, penalized, risky, onSpot]) await visit(house, lawyers, id, '2023-07-31');
  });
  afterAll(() => house.close());

  it('R84 orders a correction, takes the report, revisits, and closes', async () => {
    await record(house, lawyers, ordered, '2023-07-31', {
      text: '抽查卷宗10件，3件委托手续不全。',
      resultClass: 'correction-ordered',
      severity: 'ordinary',
    });
    await approve(house, lawyers, ordered);
    const finding = await firstFinding(ordered);
    await house.as(officer).give('cases', ordered, 'OrderCorrection', {
      finding,
      occurredOn: '2023-07-31',
      text: '责令于2023年8月21日前补齐委托手续',
      dueOn: '2023-08-21',
    });
    await publish(house, lawyers, ordered);
    await fileCopy(house, lawyers, ordered, '2023-07-31');
    expect((await on(ordered)).stage.label).toBe('整改中');
    // 8 月 21 日前的工作日：8 月 1 日起共 15 个。
    const [line, ...others] = await ledger();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      case: ordered,
      ladder: 'breach',
      stateLabel: '整改中',
      due: { kind: 'correction', on: '2023-08-21' },
      workingDaysLeft: 15,
      overdue: false,
    });
    expect(line?.next).toContain('ReportRectification');

    await house.on('2023-08-18');
    const report = [await file(house, ordered, rectification, '整改报告.pdf', 'd1')];
    const reported = { disposition: 'd1', finding, occurredOn: '2023-08-18', text: '已补齐', evidence: report };
    await house.as(rectification).give('cases', ordered, 'ReportRectification', reported);
    expect((await on(ordered)).stage.label).toBe('待回访');

    await house.on('2023-08-25');
    expect(await ledger()).toMatchObject([{ stateLabel: '待回访', due: { kind: 'revisit', on: '2023-09-04' } }]);
    const revisit = [await file(house, ordered, rectification, '回访记录.pdf', 'd1')];
    await house.as(rectification).give('cases', ordered, 'RecordFollowUp', {
      disposition: 'd1',
      finding,
      occurredOn: '2023-08-25',
      passed: true,
      method: 'onSite',
      text: '现场复核，已全部改正',
      evidence: revisit,
    });
    expect((await on(ordered)).stage.label).toBe('已办结');
    expect(await ledger()).toEqual([]);
  });

  it('R79 takes a breach that was corrected on the spot, and follows it up on paper', async () => {
    await record(house, lawyers, onSpot, '2023-08-25', {
      text: '收费标准未公示，检查时已当场补正。',
      resultClass: 'corrected-on-spot',
      severity: 'minor',
    });
    await approve(house, lawyers, onSpot);
    const finding = await firstFinding(onSpot);
    const noted = { finding, occurredOn: '2023-07-31', text: '已当场责令改正' };
    await house.as(officer).give('cases', onSpot, 'NoteOnSpotCorrection', noted);
    const papers = [await file(house, onSpot, rectification, '核查记录.pdf', 'd1')];
    await house.as(rectification).give('cases', onSpot, 'RecordFollowUp', {
      disposition: 'd1',
      finding,
      occurredOn: '2023-08-25',
      passed: true,
      method: 'documentary',
      text: '核查照片，已改正',
      evidence: papers,
    });
    await publish(house, lawyers, onSpot);
    await fileCopy(house, lawyers, onSpot, '2023-08-25');
    expect((await on(onSpot)).stage.label).toBe('已办结');
  });

  it('R83 lists who can’t be reached after two dated attempts, tells them, hears them, and lets a leader decide', async () => {
    const login = await recorderOf(house, lawyers, unreachable);
    const contacts = [];
    for (const [day, how] of [
      ['2023-07-28', '拨打登记的联系方式'],
      ['2023-07-31', '到登记的执业场所'],
    ] as const) {
      contacts.push({ on: day, how, evidence: await file(house, unreachable, login, `联系记录${day}.pdf`) });
    }
    const absent = { kind: 'nobody-there', reason: '现场无人' };
    const result = { text: '登记场所已无人办公。', resultClass: 'unreachable', severity: 'ordinary' };
    const once = house.as(login).ask('cases', unreachable, 'RecordFindings', {
      findings: [{ ...result, item: 'law-firm-1', contacts: contacts.slice(1) }],
      signature: absent,
      occurredOn: '2023-08-25',
    });
    expect((await once).body.code).toBe('CONTACTS_MISSING');
    await record(house, lawyers, unreachable, '2023-08-25', { ...result, contacts }, absent);
    await approve(house, lawyers, unreachable);
    await publish(house, lawyers, unreachable);
    await fileCopy(house, lawyers, unreachable, '2023-08-25');

    const { object } = await on(unreachable);
    const standing = `${object?.id ?? ''}.abnormal`;
    const proposal = {
      case: unreachable,
      ground: 'unreachable',
      legalBasis: [{ law: '执业异常对象名单管理办法', article: '第五条', version: '测试文本' }],
      reason: '两次联系未果',
      contactAttempts: contacts.map((each) => ({ attemptedOn: each.on, evidence: [each.evidence] })),
    };
    // C19, trap 8: nothing is listed without the law that says so.
    const unfounded = { ...proposal, legalBasis: [] };
    expect(await house.as(officer).refused('standings', standing, 'ProposeListing', unfounded)).toMatch(
      /WITHOUT_BASIS/,
    );
    await house.as(officer).give('standings', standing, 'ProposeListing', proposal);
    await house.as(officer).give('standings', standing, 'ServeListingNotice', { occurredOn: '2023-08-25' });
    const decision = { until: null, reason: '期限内未陈述申辩' };
    expect(await house.as(leader).refused('standings', standing, 'ConfirmListing', decision)).toMatch(/^409/);

    await house.on('2023-09-04');
    const row = await until(async () => {
      const rows = await house
        .as(leader)
        .list<{ object: string; phase: string; revision: number }>('/api/v1/standings');
      return rows.find((each) => each.object === object?.id && each.phase === 'heard');
    }, 'the end of the hearing');
    const confirmed = await house
      .as(leader)
      .ask('standings', standing, 'ConfirmListing', decision, { 'if-match': `"${row.revision}"` });
    expect(confirmed.status).toBe(200);
    expect((await caseAt(house, unreachable, 'abnormal')).stage.label).toBe('执业异常');
  });

  it('R81 R87 investigates, penalizes, and publishes the outcome as well as the result', async () => {
    await record(house, lawyers, penalized, '2023-08-25', {
      text: '以不正当手段承揽业务。',
      resultClass: 'breach-investigation',
      severity: 'serious',
    });
    await approve(house, lawyers, penalized);
    await publish(house, lawyers, penalized);
    await fileCopy(house, lawyers, penalized, '2023-09-04');
    const finding = await firstFinding(penalized);
    const opened = { finding, occurredOn: '2023-09-04', documentNumber: '测试立字〔2023〕1号' };
    await house.as(officer).give('cases', penalized, 'OpenInvestigation', opened);
    const { dispositions } = await on(penalized);
    const decided = {
      disposition: dispositions[0]?.disposition,
      finding,
      occurredOn: '2023-09-04',
      documentNumber: '测试罚字〔2023〕1号',
      penalties: ['警告'],
      penaltyClass: 'ordinary',
    };
    expect(await house.as(officer).refused('cases', penalized, 'DecidePenalty', decided)).toBe('403 ROLE_MISSING');
    await house.as(leader).give('cases', penalized, 'DecidePenalty', decided);
    await publish(house, lawyers, penalized);
    const results = await house.anybody.list<{ breachHandling: string }>('/api/v1/public/results');
    expect(results.some(({ breachHandling }) => breachHandling.includes('测试罚字〔2023〕1号：警告'))).toBe(true);
  });

  it('R85 reminds of what is risky but not unlawful', async () => {
    await record(house, lawyers, risky, '2023-09-04', {
      text: '培训记录不连续。',
      resultClass: 'risk',
      severity: 'none',
    });
    await approve(house, lawyers, risky);
    const finding = await firstFinding(risky);
    const order = { finding, occurredOn: '2023-09-04', text: '责令改正', dueOn: '2023-09-20' };
    expect(await house.as(officer).refused('cases', risky, 'OrderCorrection', order)).toBe('409 MEASURE_NOT_FITTING');
    const reminder = { finding, occurredOn: '2023-09-04', text: '提醒补齐年度培训计划' };
    await house.as(rectification).give('cases', risky, 'IssueReminder', reminder);
    expect((await on(risky)).dispositions).toHaveLength(1);
    expect(await house.as(head).refused('cases', risky, 'IssueReminder', reminder)).toBe('403 ROLE_MISSING');
  });
});
