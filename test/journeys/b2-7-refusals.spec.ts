import { chaozhouCounty2023 } from '@srd/domain/organ';
import { draw } from './ceremony';
import { fingerprintOf } from './client';
import { caseAt, caseOf, lawyers, nothingFound } from './inspection';
import { countyPeople, personOf } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { atRest, expectRefused, type BadCommand } from './refusals';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const { officer, head, leader } = lawyers;
const inspector = (number: number) => personOf(`chaozhou-inspector-${number}`);
const TODAY = '2023-07-10';
const TOMORROW = '2023-07-11';
const causeCase = (number: number) => `cases/fc-chaozhou-2023-${number}`;
/** For cause, each a step further. */
const opened = causeCase(1);
const manned = causeCase(2);
const notified = causeCase(3);
const visiting = causeCase(4);
const visited = causeCase(5);
const checked = causeCase(6);
const recorded = causeCase(7);
/** Two more at the firm that has its result, the first with a team. */
const again = causeCase(8);
const onceMore = causeCase(9);
const none = causeCase(10);
const drawn = `cases/${task(4)}-1`;
const idOf = (subject: string) => subject.slice('cases/'.length);
const premises = new Map<string, string>();

const cause = (institution: string, more: object = {}) => ({
  section: 'lawyer-administration',
  sector: 'law-firm',
  institution,
  ground: 'complaint',
  source: { reference: '投诉〔2023〕17号', receivedOn: '2023-07-06' },
  method: 'onSite',
  window: { from: '2023-07-01', to: '2023-12-20' },
  proposedBy: officer,
  occurredOn: TODAY,
  ...more,
});
const urgent = (approvalDueOn: string) => ({ proposedBy: null, urgent: { reason: '证据可能灭失', approvalDueOn } });
const arrival =
  (subject: string, more: object = {}) =>
  () => ({
    present: [1, 2].map(inspector),
    occurredOn: TODAY,
    premises: premises.get(subject),
    ...more,
  });
const found = (more: object = {}, whole: object = {}) => ({
  findings: [{ ...nothingFound, item: 'law-firm-1', ...more }],
  signature: { kind: 'signed' },
  occurredOn: TODAY,
  ...whole,
});
const checklist = (more: object, answer: object = {}) => ({
  item: 'law-firm-1',
  revision: 2,
  answers: [{ entry: 'e1', mark: 'met', ...answer }],
  occurredOn: TODAY,
  ...more,
});
const move = (from: string, to: string, more: object = {}) => ({
  window: { from, to },
  reason: '对象办公场所装修',
  occurredOn: TODAY,
  ...more,
});
const entrust = (to: string) => ({ to, document: '潮司委〔2023〕1号', reason: '对象在该县', occurredOn: TODAY });
const first = 'chaozhou-inspector-1';
const eighth = 'chaozhou-inspector-8';
const paper = fingerprintOf('现场照片');

// prettier-ignore
const forCause: readonly BadCommand[] = [
  ['R89 a cause that nobody brought forward', leader, none, 'OpenForCause', cause('lf-09', { proposedBy: null }), '409 CAUSE_NOT_APPROVED', 'B二(九)'],
  ['C7 a leader who brings it forward himself', leader, none, 'OpenForCause', cause('lf-09', { proposedBy: leader }), '422 NOT_THE_HOLDER', '岗位职责'],
  ['R91 a firm that isn’t on the list', leader, none, 'OpenForCause', cause('lf-09', { ground: 'credit-listed' }), '422 GROUND_NOT_HELD', 'B二(九)'],
  ['R92 a firm that isn’t on the other list', leader, none, 'OpenForCause', cause('lf-09', { ground: 'abnormal-listed' }), '422 GROUND_NOT_HELD', 'B二(九)'],
  ['R25 R64 an item that isn’t published', leader, none, 'OpenForCause', cause('lf-09', { items: ['notary-office-1'] }), '422 ITEM_NOT_IN_FORCE', 'B二(六)'],
  ['R1 R8 a section that doesn’t look after the sector', leader, none, 'OpenForCause', cause('lf-09', { section: 'public-legal-services' }), '422 SECTION_NOT_FOR_SECTOR', 'A一、A二(一)'],
  ['R1 R8 a section that the organ doesn’t have', leader, none, 'OpenForCause', cause('lf-09', { section: 'no-such-section' }), '422 SECTION_NOT_FOR_SECTOR', 'A一、A二(一)'],
  ['R89 a firm that the library doesn’t have', leader, none, 'OpenForCause', cause('lf-99'), '404 UNKNOWN_SUBJECT', '本系统'],
  ['trap 11 an urgent one that is to be approved too late', head, none, 'OpenForCause', cause('lf-09', urgent('2023-08-10')), '422 APPROVAL_TOO_LATE', '国办发〔2024〕54号'],
  ['trap 11 a head who opens one that isn’t urgent', head, none, 'OpenForCause', cause('lf-09'), '403 ROLE_MISSING', '岗位职责'],
  ['R60 a team of one', head, opened, 'AppointTeam', { inspectors: [inspector(3)], reason: '核查', occurredOn: TODAY }, '409 TOO_FEW_INSPECTORS', 'B二(九)'],
  ['R61 somebody who is kin', head, opened, 'AppointTeam', { inspectors: [inspector(3), inspector(8)], reason: '核查', occurredOn: TODAY }, '409 INSPECTOR_BARRED', 'B二(四)(九)'],
  ['R59 somebody who was there this month', head, onceMore, 'AppointTeam', { inspectors: [inspector(1), inspector(3)], reason: '核查', occurredOn: TODAY }, '409 INSPECTOR_BARRED', 'B二(四)(九)'],
  ['R48 trap 11 one more than the year’s cap, without a reason', leader, again, 'ApproveInspection', {}, '422 REASON_MISSING', 'B一(二)'],
  ['C10 a cause at another firm is merged', head, drawn, 'MergeCause', { case: idOf(recorded), occurredOn: TODAY }, '422 NOT_SAME_OBJECT', 'B二(八)'],
  ['C10 a cause that isn’t there is merged', head, drawn, 'MergeCause', { case: 'fc-chaozhou-2023-99', occurredOn: TODAY }, '404 UNKNOWN_SUBJECT', '本系统'],
];

// prettier-ignore
const before: readonly BadCommand[] = [
  ['an officer approves the inspection', officer, manned, 'ApproveInspection', {}, '403 ROLE_MISSING', '岗位职责'],
  ['R7 another organ’s head approves it', 'raoping-head', manned, 'ApproveInspection', {}, '403 OTHER_ORGAN', '岗位职责'],
  ['a notice of tomorrow', officer, manned, 'ServeNotice', { occurredOn: TOMORROW, document: '通知书9号' }, '422 DAY_IN_FUTURE', '本系统'],
  ['R69 a day for a self-inspection that isn’t asked for', officer, manned, 'ServeNotice', { occurredOn: TODAY, document: '通知书9号', selfInspectionDueOn: '2023-07-20' }, '422 SELF_INSPECTION_DAY_MISSING', 'B二(三)'],
  ['R69 a self-inspection that isn’t asked for is reported', officer, notified, 'ReportSelfInspection', { occurredOn: TODAY, summary: '自查无问题' }, '409 OUT_OF_TURN', '本系统'],
  ['R50 a visit is moved to its own days', head, manned, 'MoveVisit', move('2023-07-01', '2023-12-20'), '422 WINDOW_SAME', 'A附表'],
  ['R50 a visit is moved to days that have passed', head, manned, 'MoveVisit', move('2023-06-01', '2023-06-30'), '422 WINDOW_PAST', 'A附表'],
  ['R50 a visit is moved to days that end before they begin', head, manned, 'MoveVisit', move('2023-08-30', '2023-08-01'), '422 WINDOW_REVERSED', 'A附表'],
  ['a notified visit is moved without a new notice', head, notified, 'MoveVisit', move('2023-08-01', '2023-08-30'), '409 NOTICE_MISSING', '国办发〔2024〕54号'],
  ['a visit before its notice', first, manned, 'OpenVisit', arrival(manned), '409 NOTICE_MISSING', '国办发〔2024〕54号'],
];

// prettier-ignore
const visit: readonly BadCommand[] = [
  ['R60 one inspector comes alone', first, notified, 'OpenVisit', arrival(notified, { present: [inspector(1)] }), '409 TOO_FEW_INSPECTORS', 'B二(九)'],
  ['R60 somebody comes who isn’t in the team', first, notified, 'OpenVisit', arrival(notified, { present: [1, 8].map(inspector) }), '403 NOT_IN_TEAM', 'B二(九)'],
  ['R60 somebody opens it who doesn’t come', eighth, notified, 'OpenVisit', arrival(notified), '403 NOT_IN_TEAM', 'B二(九)'],
  ['R65 another place, without a reason', first, notified, 'OpenVisit', arrival(notified, { premises: '别处1号' }), '409 NOT_AT_PREMISES', 'B二(七)'],
  ['a visit of tomorrow', first, notified, 'OpenVisit', arrival(notified, { occurredOn: TOMORROW }), '422 DAY_IN_FUTURE', '本系统'],
  ['R58 a visit before the notice’s day', first, notified, 'OpenVisit', arrival(notified, { occurredOn: '2023-07-07' }), '409 DRAW_AFTER_VISIT', 'B二(九)'],
  ['trap 9 a second visit while one is open', first, visiting, 'OpenVisit', arrival(visiting), '409 OUT_OF_TURN', '本系统'],
  ['trap 9 a visit that ends before it began', first, visiting, 'EndVisit', { visit: 'v1', occurredOn: '2023-07-09', signature: { kind: 'signed' } }, '422 VISIT_ENDS_BEFORE_START', '本系统'],
  ['trap 14 they leave without a signature', first, visiting, 'EndVisit', { visit: 'v1', occurredOn: TODAY }, '422 SIGNATURE_MISSING', 'A二(二)'],
  ['R60 somebody ends it who isn’t in the team', eighth, visiting, 'EndVisit', { visit: 'v1', occurredOn: TODAY, signature: { kind: 'signed' } }, '403 NOT_IN_TEAM', 'B二(九)'],
  ['the same paper twice', first, visiting, 'AddEvidence', { sha256: paper }, '409 EVIDENCE_TWICE', 'A二(二)'],
  ['a paper that was never sent', first, visiting, 'AddEvidence', { sha256: 'ab'.repeat(32) }, '422 ATTACHMENT_NOT_RECEIVED', '全程留痕'],
  ['a paper of another size', first, visited, 'AddEvidence', { sha256: paper, size: 1 }, '422 ATTACHMENT_SIZE_DIFFERS', '全程留痕'],
  ['R66 papers handed in that aren’t on file', officer, visited, 'ReceiveMaterials', { list: ['收费台账'], evidence: [paper], occurredOn: TODAY }, '422 EVIDENCE_UNKNOWN', 'A二(二)'],
  ['trap 15 another version of the checklist', first, visiting, 'FillChecklist', checklist({ revision: 1 }), '422 CHECKLIST_VERSION', 'B二(六)'],
  ['R23 a line that the checklist doesn’t have', first, visiting, 'FillChecklist', checklist({}, { entry: 'e9' }), '422 CHECKLIST_UNKNOWN', 'B二(六)'],
  ['R23 a line that isn’t met, without a word', first, visiting, 'FillChecklist', checklist({}, { mark: 'unmet' }), '422 REASON_MISSING', 'B一(二)'],
  ['R70 a checklist of another item', first, visiting, 'FillChecklist', checklist({ item: 'go-1' }), '422 ITEM_NOT_IN_SCOPE', 'B二(六)'],
  ['trap 12 the bureau itself doesn’t turn up', first, visiting, 'NoteDepartmentAbsence', { department: 'chaozhou', reason: '无人', occurredOn: TODAY }, '422 OWN_SECTION_ABSENT', 'A二(一)'],
];

// prettier-ignore
const results: readonly BadCommand[] = [
  ['R72 no result at all', first, checked, 'RecordFindings', found({}, { findings: [] }), '422 NO_FINDINGS', 'A二(二)'],
  ['R25 R64 a result on what isn’t inspected', first, checked, 'RecordFindings', found({ item: 'notary-office-1' }), '422 ITEM_NOT_IN_SCOPE', 'B二(六)'],
  ['R83 out of reach after one attempt', first, checked, 'RecordFindings', found({ resultClass: 'unreachable', contacts: [{ on: TODAY, how: '电话', evidence: paper }] }), '422 CONTACTS_MISSING', 'B三(三)'],
  ['R72 nothing found beside something found', first, checked, 'RecordFindings', found({}, { findings: [{ ...nothingFound, item: 'law-firm-1' }, { text: '收费未公示', resultClass: 'correction-ordered', item: 'law-firm-1' }] }), '422 FINDING_CONTRADICTS', 'A二(二)'],
  ['R23 R70 a result before the checklist', first, visited, 'RecordFindings', found(), '409 CHECKLIST_INCOMPLETE', 'B二(六)'],
  ['R60 a result of somebody who isn’t in the team', eighth, checked, 'RecordFindings', found(), '403 NOT_IN_TEAM', 'B二(九)'],
  ['R72 a result before the visit', first, notified, 'RecordFindings', found(), '409 OUT_OF_TURN', '本系统'],
  ['R72 an officer approves the result', officer, recorded, 'ApproveFindings', {}, '403 ROLE_MISSING', '岗位职责'],
  ['R7 another organ’s head approves it', 'raoping-head', recorded, 'ApproveFindings', {}, '403 OTHER_ORGAN', '岗位职责'],
  ['R61 a late interest of somebody who was never there', officer, recorded, 'DiscloseInterest', { inspector: inspector(8), relation: '师生', occurredOn: TODAY }, '403 NOT_IN_TEAM', 'B二(九)'],
];

// prettier-ignore
const levels: readonly BadCommand[] = [
  ['R7 a case is entrusted to a department that isn’t below', leader, opened, 'DelegateInspection', entrust('fagaiju'), '409 NOT_SUBORDINATE', 'B二(三)'],
  ['R7 a case is taken back that was never entrusted', leader, opened, 'DelegateInspection', entrust('chaozhou'), '409 ALREADY_DELEGATED', 'B二(三)'],
  ['R7 a head entrusts it', head, opened, 'DelegateInspection', entrust('raoping'), '403 ROLE_MISSING', '岗位职责'],
  ['R7 trap 13 a county entrusts the city’s case', 'raoping-leader', opened, 'DelegateInspection', entrust('raoping'), '403 OTHER_ORGAN', '岗位职责'],
  ['trap 13 the city renames the county', leader, 'organs/raoping', 'RenameOrgan', { name: '饶平区司法局', reason: '撤县设区', occurredOn: TODAY }, '403 OTHER_ORGAN', '岗位职责'],
  ['trap 13 a county without a new name', 'raoping-leader', 'organs/raoping', 'RenameOrgan', { name: '饶平县司法局', reason: '撤县设区', occurredOn: TODAY }, '409 RULES_UNCHANGED', '本系统'],
  ['R5 a county writes in the city’s plan', 'raoping-officer', `plans/${PLAN}`, 'RequestAdjustment', { task: task(4), change: { method: 'documentary' }, reason: '改为书面' }, '403 OTHER_ORGAN', '岗位职责'],
  ['R100 the material of a county that isn’t below', officer, 'reports/chaozhou-2023', 'FileMaterial', { section: 'lawyer-administration', county: 'fagaiju', document: '材料1号', occurredOn: TODAY }, '422 COUNTY_UNKNOWN', 'A三末段'],
  ['R100 material that hasn’t come is signed for', officer, 'reports/chaozhou-2023', 'ReceiveMaterial', { section: 'lawyer-administration', county: 'raoping', receipt: '收文1号' }, '409 MATERIAL_NOT_ARRIVED', 'A三末段'],
  ['R5 a county that isn’t below is guided', officer, 'reports/chaozhou-2023', 'GuideCounty', { section: 'lawyer-administration', county: 'fagaiju', kind: 'guidance', text: '请按计划开展', occurredOn: TODAY }, '422 COUNTY_UNKNOWN', 'A三末段'],
  ['R100 an organ without a superior hands material up', head, 'reports/chaozhou-2023', 'HandUpMaterial', { section: 'lawyer-administration', asOf: '2023-07-09', text: '上半年情况' }, '409 NO_SUPERIOR', 'A三末段'],
];

describe('B二(三)(七)(九) 检查、不受随机限制的检查、上下级: a bad command is refused by its article and leaves no trace', () => {
  let house: House;

  beforeAll(async () => {
    const raoping = {
      id: 'raoping',
      preset: chaozhouCounty2023('饶平县司法局', 'chaozhou'),
      people: countyPeople('raoping'),
    };
    house = await House.open({ organs: [chaozhou, fagaiju, raoping], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 9);
    const own = (value: unknown) => ({ value, source: { kind: 'own', note: '局长办公会议决定' } });
    const changes = {
      caseProcedure: own('case/3'),
      yearlyCap: own(1),
      capCounts: own('all'),
      urgentApprovalWithin: own({ days: 3, unit: 'calendar' }),
    };
    await house.as(leader).give('organs', 'chaozhou', 'ReviseRules', { changes, reason: '采用新的办案程序' });
    const lines = { checklist: [{ id: 'e1', text: '收费标准是否公示' }] };
    const revision = { item: 'law-firm-1', changes: lines, reason: '增加检查表' };
    await house.as(officer).give('catalogues', 'chaozhou', 'ReviseItem', revision);
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on(TODAY);
    await draw(house, { officer, plan: PLAN, series: task(4) });
    const published = { items: ['law-firm-1'], occurredOn: TODAY };
    await house.as(officer).give('catalogues', 'chaozhou', 'PublishItems', published);
    const object = (await caseAt(house, idOf(drawn), 'awaiting-team')).object?.id ?? '';
    const firms = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `lf-0${number}`).filter((firm) => firm !== object);
    await stepByStep(house, firms);
    await house.as(eighth).give('inspectors', 'chaozhou', 'DeclareInterest', {
      interest: 'i-1',
      person: inspector(8),
      institution: firms[0],
      relation: 'kin',
      weight: 'hard',
      source: 'self',
      from: TODAY,
    });
    const guided = { section: 'lawyer-administration', county: 'raoping', kind: 'guidance', text: '请按计划开展' };
    await house.as(officer).give('reports', 'chaozhou-2023', 'GuideCounty', { ...guided, occurredOn: TODAY });
    await atRest(house);
  });
  afterAll(() => house.close());

  describe.each([
    ['不受随机限制的检查', forCause],
    ['审批、通知、改期', before],
    ['到场检查', visit],
    ['检查结果', results],
    ['上下级', levels],
  ])('%s', (_, lines) => {
    it.each(lines)('%s', (...line) => expectRefused(house, line));
  });
});

/** The for-cause cases, each as far as its name says. */
async function stepByStep(house: House, firms: readonly string[]): Promise<void> {
  const give = (who: string, subject: string, command: string, data: object = {}) =>
    house.as(who).give('cases', idOf(subject), command, data);
  const steps = [
    (subject: string) =>
      give(head, subject, 'AppointTeam', { inspectors: [1, 2].map(inspector), reason: '核查', occurredOn: TODAY }),
    (subject: string) => give(officer, subject, 'ServeNotice', { occurredOn: TODAY, document: `通知书 ${subject}` }),
    (subject: string) => give(first, subject, 'OpenVisit', arrival(subject)()),
    (subject: string) =>
      give(first, subject, 'EndVisit', { visit: 'v1', occurredOn: TODAY, signature: { kind: 'signed' } }),
    (subject: string) => give(first, subject, 'FillChecklist', checklist({})),
    (subject: string) => give(first, subject, 'RecordFindings', found()),
  ];
  for (const [index, subject] of [opened, manned, notified, visiting, visited, checked, recorded].entries()) {
    await give(leader, subject, 'OpenForCause', cause(firms[index] ?? ''));
    premises.set(subject, (await caseOf(house, idOf(subject))).object?.premises ?? '');
    for (const step of steps.slice(0, index)) await step(subject);
  }
  await house.as(first).paper('现场照片.pdf', '现场照片');
  await give(first, visiting, 'AddEvidence', { sha256: paper });
  for (const subject of [again, onceMore]) {
    await give(head, subject, 'OpenForCause', cause(firms[6] ?? '', urgent('2023-07-12')));
  }
  await give(head, again, 'AppointTeam', { inspectors: [3, 4].map(inspector), reason: '核查', occurredOn: TODAY });
}
