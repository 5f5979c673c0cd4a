import { answer, collect, followed, found, numbered, openFourth, outbox, publishAll } from './fourth';
import { caseAt, file, lawyers } from './inspection';
import { until, type House } from './server';

const [unlicensed, criminal, risky, onSpot, stubborn] = [1, 2, 3, 4, 5].map(numbered) as [
  string,
  string,
  string,
  string,
  string,
];
const { officer, head, leader, rectification } = lawyers;
const DAY = '2023-07-18';
const REMEDIES = '可以自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。';

describe('B三(三) 依法处置：两条路径各走到底', () => {
  let house: House;
  let finding = '';
  const d1 = (occurredOn = DAY) => ({ disposition: 'd1', finding, occurredOn });
  const opened = async (id: string, result: Parameters<typeof found>[3]): Promise<void> => {
    finding = await found(house, id, DAY, result);
    await publishAll(house, id);
  };
  const give = (login: string, id: string, command: string, data: object) =>
    house.as(login).give('cases', id, command, data);
  const stageOf = async (id: string) => (await followed(house, id)).stage.label;
  const statesOf = async (id: string) => (await followed(house, id)).dispositions.map(({ state }) => state);

  beforeAll(async () => {
    house = await openFourth([1, 2, 3, 4, 5], DAY);
  });
  afterAll(() => house.close());

  it('R80 R9 practice without a valid licence is reported to the licensing department, and ends with its receipt', async () => {
    await opened(unlicensed, { text: '许可证有效期已届满。', resultClass: 'licensing' });
    expect(await stageOf(unlicensed)).toBe('待处置');
    const told = { finding, occurredOn: DAY, documentNumber: '报审〔2023〕1号', recipient: '市行政审批科' };
    await give(officer, unlicensed, 'ReportToLicensing', told);
    expect([await stageOf(unlicensed), await statesOf(unlicensed)]).toEqual(['查处中', ['reportedToLicensing']]);
    await give(officer, unlicensed, 'FileLicensingReceipt', { ...d1(), receipt: '审批收〔2023〕7号' });
    expect([await stageOf(unlicensed), await statesOf(unlicensed)]).toEqual(['已办结', ['licensingInformed']]);
  });

  it('R82 R10 a suspected crime is transferred, and ends with the receipt', async () => {
    await opened(criminal, { text: '涉嫌伪造公文。', resultClass: 'crime-suspected', severity: 'serious' });
    const told = { finding, occurredOn: DAY, documentNumber: '移送〔2023〕1号', recipient: '市公安局' };
    await give(officer, criminal, 'ReferToJudiciary', told);
    await give(officer, criminal, 'FileReferralReceipt', { ...d1(), receipt: '公收〔2023〕3号' });
    expect([await stageOf(criminal), await statesOf(criminal)]).toEqual(['已办结', ['referralReceived']]);
  });

  it('R79 what was corrected on the spot is followed up on paper', async () => {
    await opened(onSpot, { text: '未公示收费标准。', resultClass: 'corrected-on-spot', severity: 'minor' });
    await give(officer, onSpot, 'NoteOnSpotCorrection', { finding, occurredOn: DAY, text: '当场张贴' });
    expect(await stageOf(onSpot)).toBe('待回访');
    const passed = { passed: true, method: 'documentary', text: '照片核对无误', evidence: [] };
    await give(rectification, onSpot, 'RecordFollowUp', { ...d1(), ...passed });
    expect(await stageOf(onSpot)).toBe('已办结');
  });

  it('R85 R86 C18 a risk that isn’t heeded may lead to the abnormal list, by a leader, with a reason; removed when it is', async () => {
    await opened(risky, { text: '公示牌字迹不清。', resultClass: 'risk' });
    await give(officer, risky, 'IssueReminder', { finding, occurredOn: DAY, text: '请更换公示牌' });
    const visit = { method: 'onSite', text: '仍未更换', evidence: [], passed: false };
    await give(rectification, risky, 'RecordFollowUp', { ...d1(), ...visit });
    expect(await statesOf(risky)).toEqual(['unheeded']);
    const list = `${(await followed(house, risky)).object?.id ?? ''}.abnormal`;
    const proposal = {
      case: risky,
      disposition: 'd1',
      ground: 'unheeded',
      legalBasis: [{ law: '执业异常对象名单管理规定（测试文本）', article: '第六条', version: '测试文本' }],
      class: 'ordinary',
      reason: '经书面提醒仍不纠正，公示牌关系收费透明',
    };
    const ask = (login: string, command: string, data: object) =>
      house.as(login).give('standings', list, command, data);
    await ask(officer, 'ProposeListing', proposal);
    await until(async () => (await statesOf(risky))[0] === 'abnormalProposed', 'the proposal in the case');
    await ask(officer, 'ServeListingNotice', { occurredOn: DAY });
    await ask(officer, 'RecordHearing', {
      occurredOn: DAY,
      waived: true,
      evidence: [await file(house, risky, officer, '放弃陈述申辩.pdf')],
    });
    await ask(leader, 'ConfirmListing', { until: '2024-01-18', reason: '同意' });
    await caseAt(house, risky, 'abnormal');

    // One channel takes it, the other says no, and takes it the second time.
    const at = (channel: string) => ({ publication: 'p1', channel });
    const sent = (channel: string) =>
      until(async () => outbox(house, channel).some(({ id }) => id === `${list}.p1`), `p1 at ${channel}`);
    for (const channel of ['portal', 'credit-platform']) {
      await ask(officer, 'PostListing', at(channel));
      await sent(channel);
    }
    const publication = `${list}.p1`;
    answer(house, 'credit-platform', 'no', { publication, accepted: false, reason: '平台维护' });
    answer(house, 'portal', 'yes', { publication, accepted: true, receipt: '门户-1' });
    await collect(house);
    await ask(officer, 'PostListing', at('credit-platform'));
    answer(house, 'credit-platform', 'yes', { publication, accepted: true, receipt: '信用-1' });
    await collect(house);
    const request = { way: 'repaired', reason: '已更换公示牌', occurredOn: DAY };
    await ask(officer, 'RequestListingEnd', {
      ...request,
      evidence: [await file(house, risky, officer, '更换照片.pdf')],
    });
    await ask(leader, 'GrantListingEnd', { reason: '已纠正' });
    await caseAt(house, risky, 'closed');
  });

  it('R81 R84 trap 7 two revisits that fail lead to a further order, then to an investigation; dropped, the outcome is published too', async () => {
    await opened(stubborn, { text: '委托手续不全。', resultClass: 'correction-ordered', severity: 'ordinary' });
    const order = { finding, occurredOn: DAY, text: '责令补齐', dueOn: '2023-08-01', remedies: REMEDIES };
    await give(officer, stubborn, 'OrderCorrection', order);
    const failed = { method: 'onSite', text: '仍不全', evidence: [], passed: false };
    await give(rectification, stubborn, 'ReportRectification', { ...d1(), text: '已补齐', evidence: [] });
    await give(rectification, stubborn, 'RecordFollowUp', { ...d1(), ...failed });
    const further = { ...d1(), reason: '缺委托合同', dueOn: '2023-08-15' };
    await give(officer, stubborn, 'OrderFurtherCorrection', further);
    await give(rectification, stubborn, 'ReportRectification', { ...d1(), text: '再次补齐', evidence: [] });
    await give(rectification, stubborn, 'RecordFollowUp', { ...d1(), ...failed });
    const investigation = { ...d1(), documentNumber: '立〔2023〕1号' };
    await give(officer, stubborn, 'OpenInvestigation', investigation);
    expect(await stageOf(stubborn)).toBe('查处中');
    await give(leader, stubborn, 'DropInvestigation', { ...d1(), reason: '情节轻微，已补齐' });
    await publishAll(house, stubborn);
    const { stage, findings, dispositions } = await followed(house, stubborn);
    expect([stage.label, findings[0]?.text]).toEqual(['已办结', '委托手续不全。']);
    expect(dispositions).toMatchObject([{ state: 'dropped', round: 2 }]);
    expect(outbox(house, 'portal').find(({ id }) => id === `${stubborn}.outcome-2`)).toMatchObject({
      replaces: `${stubborn}.result-1`,
      breachHandling: '已立案，不予处罚',
    });
  });

  it('R74 B四(二) a publication is waived by name and with a reason, and only then isn’t owed', async () => {
    await give(officer, onSpot, 'ProposeAmendment', {
      amendment: 'a1',
      finding: 'f1',
      text: '未公示收费标准（笔误更正）。',
      reason: '笔误',
    });
    await give(head, onSpot, 'ApproveAmendment', { amendment: 'a1' });
    expect(await stageOf(onSpot)).toBe('待公示');
    await give(leader, onSpot, 'WaivePublication', { debt: 'correction-2', reason: '仅改标点，不影响原公示' });
    expect(await stageOf(onSpot)).toBe('已办结');
  });
});
