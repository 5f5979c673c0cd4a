import { file, lawyers, nothingFound, record, recorderOf, services as other } from './inspection';
import { answer, collect, followed, found, numbered, openFourth, publishAll } from './fourth';
import { atRest, expectRefused } from './refusals';
import type { House } from './server';

const [plain, ordered, risky, punished, unlicensed] = [1, 2, 3, 4, 5].map(numbered) as [
  string,
  string,
  string,
  string,
  string,
];
const { officer, head, leader, supervision, rectification } = lawyers;
const services = { ...other, section: 'public-legal-services' };
const DAY = '2023-07-18';
const LATER = '2023-12-31';
const REMEDIES = '可以自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。';
const HASH = 'a'.repeat(64);

/** One case's command that must be refused. */
type Row = readonly [as: string, give: string, data: object, refused: string, because: string];

describe('A二(五)、B三 what isn’t in order is refused by its article, and nothing changes by it', () => {
  let house: House;
  let inspector = '';

  beforeAll(async () => {
    house = await openFourth([1, 2, 3, 4, 5], DAY);
    inspector = await recorderOf(house, lawyers, plain);
  });
  afterAll(() => house.close());

  const all = async (of: string, id: string, rows: readonly Row[]): Promise<void> => {
    await atRest(house);
    for (const [who, command, data, answered, article] of rows) {
      await expectRefused(house, ['', who, `${of}/${id}`, command, data, answered, article]);
    }
  };
  const inCase = (id: string, rows: readonly Row[]) => all('cases', id, rows);

  it('R72 R70 R83 trap 14 a result that isn’t complete, or out of scope', async () => {
    const { opened } = await followed(house, plain);
    const item = opened.items[0]?.id ?? '';
    const good = { item, text: '未发现问题', resultClass: 'nothing-found' };
    const result = (findings: readonly object[], more: object = {}) => ({
      department: 'chaozhou',
      findings,
      signature: { kind: 'signed' },
      evidence: [],
      occurredOn: DAY,
      ...more,
    });
    const contact = { on: DAY, how: '上门', evidence: HASH };
    await inCase(plain, [
      [officer, 'RecordFindings', result([good]), '403 NOT_IN_TEAM', 'B二(九)'],
      [inspector, 'RecordFindings', result([]), '422 NO_FINDINGS', 'A二(二)'],
      [inspector, 'RecordFindings', result([good], { occurredOn: LATER }), '422 DAY_IN_FUTURE', '本系统'],
      [inspector, 'RecordFindings', result([{ ...good, item: 'notary-office-1' }]), '422 ITEM_NOT_IN_SCOPE', 'B二(六)'],
      [
        inspector,
        'RecordFindings',
        result([good, { ...good, text: '有风险', resultClass: 'risk' }]),
        '422 FINDING_CONTRADICTS',
        'A二(二)',
      ],
      [
        inspector,
        'RecordFindings',
        result([{ ...good, resultClass: 'unreachable' }]),
        '422 CONTACTS_MISSING',
        'B三(三)',
      ],
      [
        inspector,
        'RecordFindings',
        result([{ ...good, resultClass: 'unreachable', contacts: [contact] }]),
        '422 ATTACHMENT_NOT_RECEIVED',
        '全程留痕',
      ],
      [inspector, 'RecordFindings', result([good], { department: 'fagaiju' }), '403 OTHER_ORGAN', '岗位职责'],
      [inspector, 'RecordFindings', result([{ ...good, text: '' }]), '422 VALIDATION_FAILED', '/findings/0/text'],
      [
        inspector,
        'RecordFindings',
        result([{ ...good, resultClass: '没问题' }]),
        '422 VALIDATION_FAILED',
        '/findings/0/resultClass',
      ],
      [head, 'ApproveFindings', { department: 'chaozhou' }, '409 OUT_OF_TURN', '本系统'],
      [head, 'ReturnFindings', { department: 'chaozhou', reason: '补充' }, '409 OUT_OF_TURN', '本系统'],
      [officer, 'PostPublication', { debt: 'result-1', channel: 'portal', read: true }, '409 OUT_OF_TURN', '本系统'],
    ]);
  });

  it('R72 C7 a return without a reason, an approval by whoever may not', async () => {
    await record(house, lawyers, plain, DAY, nothingFound);
    await inCase(plain, [
      [head, 'ReturnFindings', { department: 'chaozhou' }, '422 VALIDATION_FAILED', '/reason'],
      [head, 'ReturnFindings', { department: 'chaozhou', reason: ' ' }, '422 VALIDATION_FAILED', '/reason'],
      [officer, 'ReturnFindings', { department: 'chaozhou', reason: '补充' }, '403 ROLE_MISSING', '岗位职责'],
      [inspector, 'ApproveFindings', { department: 'chaozhou' }, '403 ROLE_MISSING', '岗位职责'],
      [head, 'ApproveFindings', { department: 'fagaiju' }, '403 OTHER_ORGAN', '岗位职责'],
      [
        inspector,
        'ProposeAmendment',
        { amendment: 'a1', finding: 'f1', text: '改', reason: '误写' },
        '409 OUT_OF_TURN',
        '本系统',
      ],
      [officer, 'SendCopy', { recipient: 'rule-of-law-supervision', occurredOn: DAY }, '409 OUT_OF_TURN', '本系统'],
    ]);
  });

  it('R74 R75 C24 trap 10 a publication unread, on no channel, without its receipt', async () => {
    await house.as(head).give('cases', plain, 'ApproveFindings', { department: 'chaozhou' });
    const on = { debt: 'result-1', channel: 'portal' };
    await inCase(plain, [
      [head, 'ApproveFindings', { department: 'chaozhou' }, '409 OUT_OF_TURN', '本系统'],
      [officer, 'ReviewPublication', { debt: 'result-9' }, '404 DEBT_UNKNOWN', 'B三(一)'],
      [officer, 'PostPublication', { ...on, read: true }, '409 NOT_REVIEWED', '个人信息保护法'],
      [inspector, 'ReviewPublication', { debt: 'result-1' }, '403 ROLE_MISSING', '岗位职责'],
      [
        officer,
        'ReviewPublication',
        { debt: 'result-1', redactions: [{ finding: 'f9', text: '略' }] },
        '404 FINDING_UNKNOWN',
        '本系统',
      ],
      [
        officer,
        'ReviewPublication',
        { debt: 'result-1', redactions: [{ finding: 'f1', text: '电话13800138000' }] },
        '422 PERSONAL_DATA',
        '个人信息保护法',
      ],
      [officer, 'AcknowledgePublication', { ...on, receipt: '门户-1' }, '409 OUT_OF_TURN', '本系统'],
      [officer, 'WaivePublication', { debt: 'result-1', reason: '不必' }, '403 ROLE_MISSING', '岗位职责'],
      [leader, 'WaivePublication', { debt: 'result-1', reason: '' }, '422 VALIDATION_FAILED', '/reason'],
    ]);
    await house.as(officer).give('cases', plain, 'ReviewPublication', { debt: 'result-1' });
    await inCase(plain, [
      [officer, 'PostPublication', { ...on, read: false }, '422 TEXT_NOT_READ', '个人信息保护法'],
      [officer, 'PostPublication', { ...on, channel: '电视台', read: true }, '422 NOT_A_CHANNEL', 'B三(一)'],
    ]);
    await house.as(officer).give('cases', plain, 'PostPublication', { ...on, read: true });
    await inCase(plain, [
      [officer, 'PostPublication', { ...on, read: true }, '409 ALREADY_POSTED', 'B三(一)'],
      [officer, 'ReviewPublication', { debt: 'result-1' }, '409 ALREADY_PUBLIC', 'B三(一)'],
      [officer, 'AcknowledgePublication', { ...on, receipt: ' ' }, '422 VALIDATION_FAILED', '/receipt'],
      [officer, 'FailPublication', { ...on, reason: '' }, '422 VALIDATION_FAILED', '/reason'],
      [
        officer,
        'AcknowledgePublication',
        { debt: 'result-1', channel: 'credit-platform', receipt: '信用-1' },
        '409 OUT_OF_TURN',
        '本系统',
      ],
    ]);
  });

  it('R74 trap 10 receipts that fit nothing are set aside with the reason, whatever they belong to', async () => {
    const before = await followed(house, plain);
    const told: readonly (readonly [string, object, string])[] = [
      ['1', { publication: `${plain}.result-9`, accepted: true, receipt: 'x' }, '没有这项公示'],
      ['2', { publication: 'nothing', accepted: true, receipt: 'x' }, '没有编号为'],
      ['3', { publication: `${plain}.result-1`, accepted: true }, '回执须写明'],
      ['4', { publication: 'lf-none.credit.p1', accepted: true, receipt: 'x' }, '没有编号为'],
      ['5', { publication: 'lf-none.credit-data.b1', accepted: false, reason: 'x' }, '没有编号为'],
      ['6', { accepted: false, reason: 'x' }, '回执未写明公示编号'],
    ];
    for (const [name, content] of told) answer(house, 'portal', name, content);
    const { taken, refused } = await collect(house);
    expect(taken).toBe(0);
    for (const [name, , reason] of told) {
      expect(refused.find(({ source }) => source === `${name}.json`)?.reason).toContain(reason);
    }
    expect((await followed(house, plain)).revision).toBe(before.revision);
  });

  it('R73 R102 trap 14 copies and amendments', async () => {
    const copy = { recipient: 'rule-of-law-supervision', occurredOn: DAY };
    const amendment = { amendment: 'a1', finding: 'f1', reason: '笔误' };
    await inCase(plain, [
      [supervision, 'FileCopy', { ...copy, receipt: '收1号' }, '409 COPY_NOT_SENT', 'A二(五)'],
      [officer, 'SendCopy', { ...copy, occurredOn: LATER }, '422 DAY_IN_FUTURE', '本系统'],
      [supervision, 'SendCopy', copy, '403 ROLE_MISSING', '岗位职责'],
      [officer, 'ProposeAmendment', amendment, '422 AMENDMENT_EMPTY', 'A二(二)'],
      [officer, 'ProposeAmendment', { ...amendment, finding: 'f9', text: '改' }, '404 FINDING_UNKNOWN', '本系统'],
      [officer, 'ProposeAmendment', { ...amendment, text: '改', reason: '' }, '422 VALIDATION_FAILED', '/reason'],
      [head, 'ApproveAmendment', { amendment: 'a1' }, '409 OUT_OF_TURN', '本系统'],
    ]);
    await house.as(officer).give('cases', plain, 'SendCopy', copy);
    await house.as(officer).give('cases', plain, 'ProposeAmendment', { ...amendment, text: '按清单检查，未发现问题' });
    await inCase(plain, [
      [officer, 'SendCopy', copy, '409 COPY_SENT', 'A二(五)'],
      [officer, 'FileCopy', { ...copy, receipt: '收1号' }, '403 ROLE_MISSING', '岗位职责'],
      [supervision, 'FileCopy', { ...copy, receipt: ' ' }, '422 VALIDATION_FAILED', '/receipt'],
      [supervision, 'FileCopy', { ...copy, receipt: '收1号', occurredOn: LATER }, '422 DAY_IN_FUTURE', '本系统'],
      [officer, 'ProposeAmendment', { ...amendment, amendment: 'a2', text: '再改' }, '409 OUT_OF_TURN', '本系统'],
      [officer, 'ApproveAmendment', { amendment: 'a1' }, '403 ROLE_MISSING', '岗位职责'],
      [head, 'DeclineAmendment', { amendment: 'a1', reason: '' }, '422 VALIDATION_FAILED', '/reason'],
    ]);
  });

  it('R79 R84 R78 the ladder of breaches, out of order', async () => {
    const text = '委托手续不全。';
    const finding = await found(house, ordered, DAY, { text, resultClass: 'correction-ordered', severity: 'ordinary' });
    await publishAll(house, ordered);
    const order = { finding, occurredOn: DAY, text: '责令补齐委托手续', dueOn: '2023-08-01', remedies: REMEDIES };
    const d1 = { disposition: 'd1', finding, occurredOn: DAY };
    const { remedies: _, ...bare } = order;
    await inCase(ordered, [
      [officer, 'OrderCorrection', { ...order, dueOn: '2023-07-01' }, '422 DUE_BEFORE_ORDER', 'B三(三)'],
      [officer, 'OrderCorrection', bare, '422 REMEDIES_MISSING', 'B三(二)、行政处罚法第五十九条'],
      [officer, 'OrderCorrection', { ...order, finding: 'f9' }, '404 FINDING_UNKNOWN', '本系统'],
      [officer, 'OrderCorrection', { ...order, occurredOn: LATER, dueOn: '2024-01-31' }, '422 DAY_IN_FUTURE', '本系统'],
      [inspector, 'OrderCorrection', order, '403 ROLE_MISSING', '岗位职责'],
      // No state calendar has been entered for 2027: its working days aren't guessed.
      [officer, 'OrderCorrection', { ...order, dueOn: '2026-12-30' }, '409 CALENDAR_YEAR_MISSING', '本系统'],
      [officer, 'IssueReminder', { finding, occurredOn: DAY, text: '请注意' }, '409 MEASURE_NOT_FITTING', 'B三(三)'],
      [
        officer,
        'ReportToLicensing',
        { finding, occurredOn: DAY, documentNumber: '报1号', recipient: '审批科' },
        '409 MEASURE_NOT_FITTING',
        'B三(三)',
      ],
      [rectification, 'ReportRectification', { ...d1, text: '已改' }, '404 DISPOSITION_UNKNOWN', '本系统'],
      [officer, 'UrgeRectification', { ...d1, text: '请抓紧' }, '404 DISPOSITION_UNKNOWN', '本系统'],
    ]);
    await house.as(officer).give('cases', ordered, 'OrderCorrection', order);
    const visit = { ...d1, text: '已补齐', passed: true, method: 'onSite' };
    const service = { ...d1, paper: 'correction-order', how: 'in-person' };
    await inCase(ordered, [
      [rectification, 'RecordFollowUp', visit, '409 OUT_OF_TURN', '本系统'],
      [officer, 'OrderFurtherCorrection', { ...d1, reason: '未改', dueOn: '2023-08-20' }, '409 OUT_OF_TURN', '本系统'],
      [officer, 'ServeDocument', { ...service, evidence: [] }, '422 SERVICE_UNPROVEN', '行政处罚法第六十一条'],
      [officer, 'ServeDocument', { ...service, evidence: [HASH] }, '422 ATTACHMENT_NOT_RECEIVED', '全程留痕'],
      [officer, 'ReportRectification', { ...d1, text: '已改' }, '403 ROLE_MISSING', '岗位职责'],
      [rectification, 'ReportRectification', { ...d1, finding: 'f9', text: '已改' }, '404 FINDING_UNKNOWN', '本系统'],
    ]);
    await house.as(rectification).give('cases', ordered, 'ReportRectification', { ...d1, text: '已改正' });
    await house.as(rectification).give('cases', ordered, 'RecordFollowUp', { ...visit, passed: false, text: '仍不全' });
    const object = (await followed(house, ordered)).object?.id ?? '';
    const proposal = {
      case: ordered,
      disposition: 'd1',
      ground: 'unheeded',
      legalBasis: [{ law: '名单规定（测试文本）', article: '第五条', version: '测试文本' }],
      reason: '两次未改',
    };
    await inCase(ordered, [
      [officer, 'OrderFurtherCorrection', { ...d1, dueOn: '2023-08-20' }, '422 VALIDATION_FAILED', '/reason'],
      [rectification, 'RecordFollowUp', visit, '409 OUT_OF_TURN', '本系统'],
    ]);
    // What failed on the ladder of breaches never leads to the abnormal list (trap 7).
    await all('standings', `${object}.abnormal`, [
      [officer, 'ProposeListing', proposal, '409 LADDERS_CROSSED', 'B三(三)'],
      [officer, 'ProposeListing', { ...proposal, disposition: 'd9' }, '404 UNKNOWN_SUBJECT', '本系统'],
      [officer, 'ProposeListing', { ...proposal, reason: ' ' }, '422 VALIDATION_FAILED', '/reason'],
    ]);
  });

  it('R85 R86 R77 the ladder of risks, and guidance', async () => {
    const finding = await found(house, risky, DAY, { text: '公示牌字迹不清。', resultClass: 'risk' });
    await publishAll(house, risky);
    const d1 = { disposition: 'd1', finding, occurredOn: DAY };
    const guidance = { finding, kind: 'advice', text: '建议更换', occurredOn: DAY };
    await inCase(risky, [
      [
        officer,
        'OrderCorrection',
        { finding, occurredOn: DAY, text: '责令', dueOn: '2023-08-01', remedies: REMEDIES },
        '409 MEASURE_NOT_FITTING',
        'B三(三)',
      ],
      [
        officer,
        'OpenInvestigation',
        { finding, occurredOn: DAY, documentNumber: '立1号' },
        '409 MEASURE_NOT_FITTING',
        'B三(三)',
      ],
      [officer, 'IssueReminder', { finding, occurredOn: DAY, text: '' }, '422 VALIDATION_FAILED', '/text'],
      [officer, 'GiveGuidance', { ...guidance, finding: 'f9' }, '404 FINDING_UNKNOWN', '本系统'],
      [officer, 'GiveGuidance', { ...guidance, kind: 'penalty' }, '422 VALIDATION_FAILED', '/kind'],
      [officer, 'GiveGuidance', { ...guidance, occurredOn: LATER }, '422 DAY_IN_FUTURE', '本系统'],
      [
        rectification,
        'RecordFollowUp',
        { ...d1, text: '已改', passed: true, method: 'onSite' },
        '404 DISPOSITION_UNKNOWN',
        '本系统',
      ],
      [leader, 'AnswerEscalation', { escalation: 'none', instruction: '抓紧' }, '404 ESCALATION_UNKNOWN', '本系统'],
      [
        leader,
        'FindGraveNonCooperation',
        { finding, reason: '情节严重', occurredOn: DAY },
        '422 NOT_NON_COOPERATION',
        'B三(三)',
      ],
    ]);
  });

  it('R81 R87 R78 investigation and penalty: noticed, heard, with guidance and remedies, by a leader', async () => {
    const result = { text: '以不正当手段承揽业务。', resultClass: 'breach-investigation', severity: 'serious' };
    const finding = await found(house, punished, DAY, result);
    await publishAll(house, punished);
    const begun = { finding, occurredOn: DAY, documentNumber: '立1号' };
    const d1 = { disposition: 'd1', finding, occurredOn: DAY };
    const decision = {
      ...d1,
      documentNumber: '罚1号',
      penalties: ['警告'],
      penaltyClass: 'ordinary',
      remedies: REMEDIES,
    };
    await inCase(punished, [
      [leader, 'DecidePenalty', decision, '404 DISPOSITION_UNKNOWN', '本系统'],
      [officer, 'OpenInvestigation', { ...begun, documentNumber: '' }, '422 VALIDATION_FAILED', '/documentNumber'],
      [officer, 'ReferToJudiciary', { ...begun, recipient: '公安局' }, '409 MEASURE_NOT_FITTING', 'B三(三)'],
    ]);
    await house.as(officer).give('cases', punished, 'OpenInvestigation', begun);
    const notice = { ...d1, documentNumber: '告1号', hearUntil: '2023-07-24' };
    await inCase(punished, [
      [officer, 'DecidePenalty', decision, '403 ROLE_MISSING', '岗位职责'],
      [leader, 'DecidePenalty', decision, '409 PENALTY_NOTICE_MISSING', '行政处罚法第四十四条'],
      [
        officer,
        'HearStatement',
        { ...d1, waived: true, text: '放弃' },
        '409 PENALTY_NOTICE_MISSING',
        '行政处罚法第四十四条',
      ],
      [
        officer,
        'ServePenaltyNotice',
        { ...notice, occurredOn: '2023-07-01', hearUntil: '2023-07-02' },
        '422 NOTICE_BEFORE_INVESTIGATION',
        '行政处罚法第四十四条',
      ],
      [
        officer,
        'ServePenaltyNotice',
        { ...notice, hearUntil: '2023-07-01' },
        '422 HEARING_REVERSED',
        '行政处罚法第四十五条',
      ],
      [leader, 'AnnulPenalty', { ...d1, documentNumber: '复1号', reason: '错误' }, '409 OUT_OF_TURN', '本系统'],
    ]);
    await house.as(officer).give('cases', punished, 'ServePenaltyNotice', notice);
    await inCase(punished, [[leader, 'DecidePenalty', decision, '409 HEARING_OPEN', '行政处罚法第四十五条']]);
    await house.as(officer).give('cases', punished, 'HearStatement', { ...d1, waived: true, text: '放弃陈述申辩' });
    const { remedies: _, ...bare } = decision;
    await inCase(punished, [
      [leader, 'DecidePenalty', bare, '422 REMEDIES_MISSING', 'B三(二)、行政处罚法第五十九条'],
      [leader, 'DecidePenalty', decision, '409 GUIDANCE_MISSING', 'B三(二)'],
    ]);
    const guidance = { finding, kind: 'persuasion', text: '劝导规范承揽', occurredOn: DAY };
    await house.as(officer).give('cases', punished, 'GiveGuidance', guidance);
    await inCase(punished, [
      [leader, 'DecidePenalty', { ...decision, penalties: [] }, '422 REASON_MISSING', 'B一(二)'],
      [leader, 'DecidePenalty', { ...decision, occurredOn: LATER }, '422 DAY_IN_FUTURE', '本系统'],
    ]);
    await house.as(leader).give('cases', punished, 'DecidePenalty', decision);
    await inCase(punished, [
      [leader, 'DecidePenalty', decision, '409 OUT_OF_TURN', '本系统'],
      [
        leader,
        'AnnulPenalty',
        { ...d1, occurredOn: '2023-07-17', documentNumber: '复1号', reason: '错误' },
        '422 DAY_BEFORE_STEP',
        '本系统',
      ],
      [officer, 'AnnulPenalty', { ...d1, documentNumber: '复1号', reason: '错误' }, '403 ROLE_MISSING', '岗位职责'],
      [head, 'ForgoListing', { disposition: 'd1', finding, reason: '' }, '422 VALIDATION_FAILED', '/reason'],
    ]);
  });

  it('C19 C20 R87 trap 8 a listing without basis, notice, hearing, class or end; repair, removal and publication out of turn', async () => {
    const object = (await followed(house, punished)).object?.id ?? '';
    const id = `${object}.credit`;
    const inList = (rows: readonly Row[]) => all('standings', id, rows);
    const proposal = {
      case: punished,
      disposition: 'd1',
      ground: 'penalty',
      legalBasis: [{ law: '名单规定（测试文本）', article: '第五条', version: '测试文本' }],
      class: 'ordinary',
      reason: '已作出处罚决定',
      penalty: { number: '罚1号', decidedOn: DAY },
    };
    await inList([
      [officer, 'ProposeListing', { ...proposal, legalBasis: [] }, '422 LISTING_WITHOUT_BASIS', '国办发〔2020〕49号'],
      [officer, 'ProposeListing', { ...proposal, ground: 'unheeded' }, '422 LISTING_GROUND_WRONG', 'B三(三)'],
      [officer, 'ProposeListing', { ...proposal, disposition: 'd9' }, '409 PENALTY_NOT_DECIDED', 'B三(三)'],
      [
        officer,
        'ProposeListing',
        { ...proposal, penalty: { number: '罚9号', decidedOn: DAY } },
        '409 PENALTY_NOT_DECIDED',
        'B三(三)',
      ],
      [officer, 'ProposeListing', { ...proposal, penalty: null }, '409 PENALTY_NOT_DECIDED', 'B三(三)'],
      [officer, 'ProposeListing', { ...proposal, case: ordered }, '404 UNKNOWN_SUBJECT', '本系统'],
      [inspector, 'ProposeListing', proposal, '403 ROLE_MISSING', '岗位职责'],
    ]);
    await house.as(officer).give('standings', id, 'ProposeListing', proposal);
    const decision = { until: '2024-07-18', reason: '事实清楚' };
    const posting = { publication: 'p1', channel: 'portal' };
    await inList([
      [leader, 'ConfirmListing', decision, '409 OUT_OF_TURN', 'B三(三)'],
      [officer, 'ServeListingNotice', { occurredOn: LATER }, '422 STANDING_DAY_INVALID', '本系统'],
      [officer, 'ServeListingNotice', { occurredOn: '2023-07-17' }, '422 STANDING_DAY_INVALID', '本系统'],
      [officer, 'RecordHearing', { occurredOn: DAY, evidence: [HASH] }, '422 ATTACHMENT_NOT_RECEIVED', '全程留痕'],
      [officer, 'PostListing', posting, '404 PUBLICATION_UNKNOWN', 'B三(一)'],
    ]);
    await house.as(officer).give('standings', id, 'ServeListingNotice', { occurredOn: DAY });
    const paper = await file(house, punished, officer, '陈述申辩书.pdf');
    await inList([
      [leader, 'ConfirmListing', decision, '409 OUT_OF_TURN', 'B三(三)'],
      [officer, 'RecordHearing', { occurredOn: DAY, evidence: [] }, '422 LISTING_INVALID', 'B三(三)'],
      [officer, 'RecordHearing', { occurredOn: '2023-07-01', evidence: [paper] }, '422 STANDING_DAY_INVALID', '本系统'],
    ]);
    await house.as(officer).give('standings', id, 'RecordHearing', { occurredOn: DAY, evidence: [paper] });
    await inList([
      [officer, 'ConfirmListing', decision, '403 ROLE_MISSING', '岗位职责'],
      [leader, 'ConfirmListing', { ...decision, until: null }, '422 END_DAY_INVALID', '信用修复管理办法'],
      [leader, 'ConfirmListing', { ...decision, until: '2023-07-01' }, '422 END_DAY_INVALID', '信用修复管理办法'],
      [leader, 'ConfirmListing', { ...decision, class: null }, '422 CLASS_MISSING', '信用修复管理办法'],
      [
        leader,
        'ConfirmListing',
        { ...decision, class: 'minor', published: true },
        '409 MINOR_NOT_PUBLISHED',
        '信用修复管理办法',
      ],
    ]);
    await house.as(leader).give('standings', id, 'ConfirmListing', decision);
    const request = { way: 'removed', reason: '已履行', occurredOn: DAY, evidence: [paper] };
    const withdrawal = { ground: 'in-error', reason: '误列', occurredOn: DAY };
    await inList([
      [leader, 'ConfirmListing', decision, '409 OUT_OF_TURN', 'B三(三)'],
      [officer, 'AcknowledgeListingPosting', { ...posting, receipt: 'x' }, '409 NOT_POSTED', 'B三(一)'],
      [officer, 'FailListingPosting', { ...posting, reason: '超时' }, '409 NOT_POSTED', 'B三(一)'],
      [officer, 'PostListing', { ...posting, channel: '电视台' }, '422 NOT_A_CHANNEL', 'B三(一)'],
      [officer, 'PostListing', { ...posting, publication: 'p9' }, '404 PUBLICATION_UNKNOWN', 'B三(一)'],
      [officer, 'RequestListingEnd', request, '409 CREDIT_NOT_REMOVED', '信用修复管理办法'],
      [
        officer,
        'RequestListingEnd',
        { ...request, way: 'repaired', evidence: [] },
        '422 VALIDATION_FAILED',
        '/evidence',
      ],
      [leader, 'GrantListingEnd', { reason: '同意' }, '409 NO_END_REQUESTED', '信用修复管理办法'],
      [officer, 'WithdrawListing', withdrawal, '403 ROLE_MISSING', '岗位职责'],
      [
        leader,
        'WithdrawListing',
        { ...withdrawal, reason: '误列，请联系13800138000' },
        '422 PERSONAL_DATA',
        '个人信息保护法第六条',
      ],
      [leader, 'WithdrawListing', { ...withdrawal, ground: 'mercy' }, '422 VALIDATION_FAILED', '/ground'],
      [leader, 'WithdrawListing', { ...withdrawal, occurredOn: LATER }, '422 STANDING_DAY_INVALID', '本系统'],
    ]);
    await house.as(officer).give('standings', id, 'RequestListingEnd', { ...request, way: 'repaired' });
    await inList([
      [officer, 'RequestListingEnd', { ...request, way: 'repaired' }, '409 END_REQUESTED', '信用修复管理办法'],
      [officer, 'GrantListingEnd', { reason: '同意' }, '403 ROLE_MISSING', '岗位职责'],
      [leader, 'RefuseListingEnd', { reason: '' }, '422 VALIDATION_FAILED', '/reason'],
    ]);
  });

  it('R80 R82 licensing report and referral settle by a receipt, and not otherwise', async () => {
    const finding = await found(house, unlicensed, DAY, { text: '许可证已过期。', resultClass: 'licensing' });
    await publishAll(house, unlicensed);
    const told = { finding, occurredOn: DAY, documentNumber: '报1号', recipient: '行政审批科' };
    const d1 = { disposition: 'd1', finding, occurredOn: DAY };
    await inCase(unlicensed, [
      [officer, 'FileLicensingReceipt', { ...d1, receipt: '收1号' }, '404 DISPOSITION_UNKNOWN', '本系统'],
      [officer, 'ReportToLicensing', { ...told, recipient: '' }, '422 VALIDATION_FAILED', '/recipient'],
      [officer, 'ReferToJudiciary', told, '409 MEASURE_NOT_FITTING', 'B三(三)'],
    ]);
    await house.as(officer).give('cases', unlicensed, 'ReportToLicensing', told);
    await inCase(unlicensed, [
      [officer, 'FileLicensingReceipt', { ...d1, receipt: ' ' }, '422 VALIDATION_FAILED', '/receipt'],
      [officer, 'FileReferralReceipt', { ...d1, receipt: '收1号' }, '409 OUT_OF_TURN', '本系统'],
      [officer, 'FileLicensingReceipt', { ...d1, occurredOn: LATER, receipt: '收1号' }, '422 DAY_IN_FUTURE', '本系统'],
    ]);
  });

  it('R30 R88 R94 R95 files, exits and circulars', async () => {
    const object = (await followed(house, plain)).object?.id ?? '';
    const exit = {
      organ: 'chaozhou',
      kind: 'institution',
      sector: 'law-firm',
      ground: 'licence-revoked',
      decision: { number: '撤1号', authority: '省司法厅', decidedOn: DAY },
      legalBasis: [{ law: '律师法', article: '第五十条', version: '2017年修正' }],
      reason: '吊销',
      evidence: [await file(house, plain, officer, '决定书.pdf')],
    };
    await all('integrity-files', object, [
      [officer, 'RecordSectorExit', exit, '403 ROLE_MISSING', '岗位职责'],
      [leader, 'RecordSectorExit', { ...exit, legalBasis: [] }, '422 EXIT_WITHOUT_BASIS', '国办发〔2020〕49号'],
      [leader, 'RecordSectorExit', { ...exit, evidence: [] }, '422 EXIT_WITHOUT_EVIDENCE', 'B三(四)'],
      [leader, 'RecordSectorExit', { ...exit, ground: 'barred' }, '422 EXIT_WITHOUT_DECISION', 'B三(四)'],
      [
        leader,
        'WithdrawSectorExit',
        { reason: '撤销', occurredOn: DAY, evidence: exit.evidence },
        '409 NO_EXIT',
        'B三(四)',
      ],
      [officer, 'ReceiveCreditData', { batch: 'b1', receipt: 'x' }, '404 BATCH_UNKNOWN', 'B三(四)'],
      [officer, 'FailCreditData', { batch: 'b1', reason: '' }, '422 VALIDATION_FAILED', '/reason'],
      [officer, 'SendCreditData', { channel: '' }, '422 VALIDATION_FAILED', '/channel'],
    ]);
    const circular = {
      section: 'lawyer-administration',
      title: '通报',
      number: '通1号',
      task: numbered(1).slice(0, -2),
      period: { from: '2023-07-01', to: '2023-07-31' },
      audience: 'public',
      text: '共检查1家。',
      named: [{ object, case: plain, stance: 'criticised', text: '未发现问题' }],
    };
    await all('circulars', 'chaozhou-2023-c1', [
      [officer, 'DraftCircular', circular, '409 RESULT_NOT_PUBLISHED', 'B三(一)'],
      [officer, 'DraftCircular', { ...circular, text: '电话13800138000' }, '422 PERSONAL_DATA', '个人信息保护法第六条'],
      [officer, 'DraftCircular', { ...circular, title: ' ' }, '422 VALIDATION_FAILED', '/title'],
      [head, 'IssueCircular', {}, '404 UNKNOWN_SUBJECT', '本系统'],
    ]);
  });

  it('R98 R99 R100 C22 the yearly report', async () => {
    const section = 'lawyer-administration';
    const summary = { section, asOf: '2023-07-17', analysis: '分析', conclusions: '总结' };
    await all('reports', 'chaozhou-2023', [
      [officer, 'SumUp', { ...summary, asOf: DAY }, '422 REPORT_DAY_OPEN', 'A三末段'],
      [officer, 'SumUp', { ...summary, asOf: '2022-12-31' }, '422 REPORT_DAY_OPEN', 'A三末段'],
      [officer, 'SumUp', { ...summary, asOf: '2023-02-30' }, '422 VALIDATION_FAILED', '/asOf'],
      [officer, 'SumUp', { ...summary, analysis: '' }, '422 VALIDATION_FAILED', '/analysis'],
      [officer, 'SumUp', { ...summary, section: 'public-legal-services' }, '403 OTHER_SECTION', 'B二(三)'],
    ]);
    await house.as(officer).give('reports', 'chaozhou-2023', 'SumUp', summary);
    const handed = { section, asOf: '2023-07-17', text: '材料' };
    const filed = { section, county: 'nowhere', document: '函1号', occurredOn: DAY };
    await all('reports', 'chaozhou-2023', [
      [services.head, 'SendYearReport', { section: services.section }, '409 REPORT_NOT_SUMMED', 'A三末段'],
      [officer, 'SendYearReport', { section }, '403 ROLE_MISSING', '岗位职责'],
      [supervision, 'ReceiveYearReport', { section, receipt: '收1号' }, '409 REPORT_NOT_SENT', 'A三末段'],
      [supervision, 'ReturnYearReport', { section, reason: '' }, '422 VALIDATION_FAILED', '/reason'],
      [head, 'HandUpMaterial', handed, '409 NO_SUPERIOR', 'A三末段'],
      [officer, 'FileMaterial', filed, '422 COUNTY_UNKNOWN', 'A三末段'],
    ]);
    await house.as(head).give('reports', 'chaozhou-2023', 'SendYearReport', { section });
    await all('reports', 'chaozhou-2023', [
      [officer, 'SumUp', summary, '409 REPORT_AWAITS_RECEIPT', 'A三末段'],
      [head, 'SendYearReport', { section }, '409 REPORT_NOT_SUMMED', 'A三末段'],
      [head, 'ReceiveYearReport', { section, receipt: '收1号' }, '403 ROLE_MISSING', '岗位职责'],
      [supervision, 'ReceiveYearReport', { section, receipt: ' ' }, '422 VALIDATION_FAILED', '/receipt'],
    ]);
    await all('reports', 'nowhere-2023', [[officer, 'SumUp', summary, '404 UNKNOWN_SUBJECT', '本系统']]);
  });
});
