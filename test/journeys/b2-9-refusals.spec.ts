import type { CaseBody } from './bodies';
import { draw, freeze, WITNESSES } from './ceremony';
import { fingerprintOf } from './client';
import { caseAt, caseOf, lawyers, services } from './inspection';
import { loginOf, personOf } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { atRest, expectRefused, type BadCommand } from './refusals';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const { officer, head } = lawyers;
const [supervision, leader] = ['chaozhou-supervision', 'chaozhou-leader'];
const inspector = (number: number) => personOf(`chaozhou-inspector-${number}`);
const TODAY = '2023-07-05';
const CASE = `${task(4)}-1`;
const asked = { plan: PLAN, contributors: WITNESSES };
const held = {
  method: 'balls',
  place: '局三楼会议室',
  occurredOn: TODAY,
  heldBy: [personOf(officer), personOf(supervision)],
  evidence: [{ label: '现场录像', sha256: fingerprintOf('现场录像') }],
};
const lot = { ...asked, selected: ['no-01'], held };
const receipt = {
  platform: '广东省“双随机、一公开”综合监管平台',
  number: '445100-2023-0007',
  drawnAt: '2023-07-05T00:30:00.000Z',
  file: { label: '平台导出结果', sha256: fingerprintOf('平台导出结果') },
};
const imported = { plan: PLAN, contributors: [], selected: ['no-01'], receipt };
const [drawn, frozen, free] = [4, 3, 2].map((number) => `selections/${task(number)}`) as [string, string, string];
const team = `selections/${task(4)}:team`;

// prettier-ignore
const draws: readonly BadCommand[] = [
  ['R32 a draw of a row that isn’t allotted', services.officer, `selections/${task(1)}`, 'FreezeObjectDraw', asked, '409 TASK_NOT_ALLOTTED', 'A二(二)'],
  ['R11 a draw without a witness', services.officer, free, 'FreezeObjectDraw', { ...asked, contributors: [] }, '409 TOO_FEW_CONTRIBUTORS', 'B二(九)'],
  ['R58 a draw that is to be revealed yesterday', services.officer, free, 'FreezeObjectDraw', { ...asked, revealBy: '2023-07-04T00:00:00.000Z' }, '422 REVEAL_TIME_PASSED', '本系统'],
  ['R1 R2 a draw of the other section’s row', officer, free, 'FreezeObjectDraw', asked, '403 OTHER_SECTION', 'B二(三)'],
  ['R64 trap 3 a frozen draw is frozen again', officer, frozen, 'FreezeObjectDraw', asked, '409 ALREADY_FROZEN', 'B一(二)'],
  ['R64 trap 3 the sealing is closed before the witnesses sealed', officer, frozen, 'CloseSealing', {}, '409 TOO_FEW_SEALS', 'B二(九)'],
  ['R64 trap 3 a draw is revealed before it was opened', officer, frozen, 'Reveal', {}, '409 DRAW_OUT_OF_TURN', '本系统'],
  ['R64 trap 3 a void that nobody asked for', head, frozen, 'ApproveVoid', {}, '409 DRAW_OUT_OF_TURN', '本系统'],
  ['R64 trap 3 an officer voids the draw alone', officer, frozen, 'ApproveVoid', {}, '403 ROLE_MISSING', '岗位职责'],
  ['R64 trap 3 a revealed draw is held again', officer, drawn, 'FreezeObjectDraw', asked, '409 DRAW_STANDS', 'B一(二)'],
  ['R64 trap 3 a revealed draw is voided', officer, drawn, 'ProposeVoid', { code: 'request-wrong', reason: '名录有误' }, '409 VOID_AFTER_CLOSE', 'B一(二)'],
  ['C28 trap 4 the reserve comes for a firm that wasn’t drawn', officer, drawn, 'CallReserve', { replaced: 'lf-99', code: 'ceased-before-draw', reason: '已注销' }, '409 NOT_SELECTED', 'B一(二)'],
  ['R19 C5 practitioners of a row that inspects none', services.officer, `${free}:practitioners`, 'FreezePractitionerDraw', asked, '409 PRACTITIONERS_NOT_DRAWN', 'B二(五)'],
];

// prettier-ignore
const elsewhere: readonly BadCommand[] = [
  ['R57 a lot that one person held', services.officer, free, 'RecordPhysicalLot', { ...lot, held: { ...held, heldBy: [personOf(officer)] } }, '422 LOT_BY_ONE', 'B二(九)'],
  ['R57 a lot of which nothing was kept', services.officer, free, 'RecordPhysicalLot', { ...lot, held: { ...held, evidence: [] } }, '422 EVIDENCE_MISSING', 'A二(二)'],
  ['R57 a lot of tomorrow', services.officer, free, 'RecordPhysicalLot', { ...lot, held: { ...held, occurredOn: '2023-07-06' } }, '422 DRAWN_IN_FUTURE', '本系统'],
  ['R57 R11 a lot without a witness', services.officer, free, 'RecordPhysicalLot', { ...lot, contributors: [] }, '409 TOO_FEW_CONTRIBUTORS', 'B二(九)'],
  ['R64 more objects than the plan allows', services.officer, free, 'RecordPhysicalLot', { ...lot, selected: ['no-01', 'no-02'] }, '409 SIZE_NOT_THE_PLANS', 'B一(二)'],
  ['R55 an object of another library', services.officer, free, 'RecordPhysicalLot', { ...lot, selected: ['lf-01'] }, '422 RESULT_NOT_THE_POOLS', 'B一(二)'],
  ['C23 a lot beside a draw that is under way', officer, frozen, 'RecordPhysicalLot', { ...lot, selected: ['go-01'] }, '409 ALREADY_FROZEN', 'B一(二)'],
  ['C23 evidence that was never sent', services.officer, free, 'RecordPhysicalLot', { ...lot, held: { ...held, evidence: [{ label: '录像', sha256: 'ab'.repeat(32) }] } }, '422 ATTACHMENT_NOT_RECEIVED', '全程留痕'],
  ['R62 a platform’s draw of tomorrow', services.officer, free, 'ImportPlatformDraw', { ...imported, receipt: { ...receipt, drawnAt: '2023-07-06T00:30:00.000Z' } }, '422 DRAWN_IN_FUTURE', '本系统'],
  ['R62 a platform’s draw of other objects', services.officer, free, 'ImportPlatformDraw', { ...imported, selected: ['lf-01'] }, '422 RESULT_NOT_THE_POOLS', 'B一(二)'],
  ['R63 a platform’s draw over one that stands', officer, drawn, 'ImportPlatformDraw', { ...imported, selected: ['lf-01'] }, '409 DRAW_STANDS', 'B一(二)'],
];

describe('B二(九) 抽取与选派: a bad command is refused by its article and leaves no trace', () => {
  let house: House;
  let people: readonly string[] = [];
  const outsider = () => [1, 2, 3, 4, 5, 6, 7, 8].map(inspector).find((one) => !people.includes(one)) ?? '';

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 8);
    await house.on('2023-06-05');
    await planAndAllot(house, [1, 2, 3, 4], '2023-06-05', [4], [2, 3, 4]);
    await house.on(TODAY);
    for (const text of ['现场录像', '平台导出结果']) await house.as(services.officer).paper(`${text}.pdf`, text);
    await draw(house, { officer, plan: PLAN, series: task(4) });
    await caseAt(house, CASE, 'awaiting-team');
    await draw(house, { officer, plan: PLAN, series: `${task(4)}:team` });
    people = (await caseAt(house, CASE, 'awaiting-notice')).team.map((member) => member.inspector);
    await freeze(house, { officer, plan: PLAN, series: task(3) });
    await house.as('chaozhou-inspector-1').give('inspectors', 'chaozhou', 'StateYearlyInterests', {
      person: inspector(1),
      year: 2023,
      interests: [],
      occurredOn: TODAY,
    });
    await atRest(house);
  });
  afterAll(() => house.close());

  describe.each([
    ['本系统抽取', draws],
    ['现场抽签与平台抽取', elsewhere],
  ])('%s', (_, lines) => {
    it.each(lines)('%s', (...line) => expectRefused(house, line));
  });

  // prettier-ignore
  const teams: readonly BadCommand[] = [
    ['R64 a team that was drawn is drawn again', officer, team, 'FreezeTeamDraw', asked, '409 NO_CASE_WAITS', 'B二(九)'],
    ['R56 a drawn case’s team is appointed by hand', head, `cases/${CASE}`, 'AppointTeam', () => ({ inspectors: [outsider(), people[0]], reason: '另派', occurredOn: TODAY }), '409 OUT_OF_TURN', '本系统'],
    ['R56 a drawn inspector is replaced by hand', head, `cases/${CASE}`, 'ReplaceInspector', () => ({ outgoing: people[0], incoming: outsider(), reason: '请假' }), '409 REPLACEMENT_NOT_DRAWN', 'B二(九)'],
    ['trap 6 a seat that isn’t there', officer, team, 'ReplaceDrawnInspector', { case: CASE, seat: 7, reason: '请假' }, '404 SEAT_UNKNOWN', '本系统'],
    ['trap 6 a replacement for a recusal that nobody decided', head, `cases/${CASE}`, 'RequestReplacement', () => ({ request: 'q1', outgoing: people[0], ground: 'recusal', recusal: 'r9', reason: '回避' }), '409 OUT_OF_TURN', '本系统'],
    ['R61 a recusal of somebody who isn’t in the team', officer, `cases/${CASE}`, 'RequestRecusal', () => ({ recusal: 'r1', inspector: outsider(), ground: '近亲属', occurredOn: TODAY }), '403 NOT_IN_TEAM', 'B二(九)'],
    ['R61 a recusal asked for tomorrow', officer, `cases/${CASE}`, 'RequestRecusal', () => ({ recusal: 'r1', inspector: people[0], ground: '近亲属', occurredOn: '2023-07-06' }), '422 DAY_IN_FUTURE', '本系统'],
    ['R61 a recusal that nobody asked for is decided', head, `cases/${CASE}`, 'DecideRecusal', { recusal: 'r9', granted: true, reason: '属实' }, '422 RECUSAL_UNKNOWN', 'B二(九)'],
    ['R61 an officer decides a recusal', officer, `cases/${CASE}`, 'DecideRecusal', { recusal: 'r9', granted: true, reason: '属实' }, '403 ROLE_MISSING', '岗位职责'],
  ];
  // prettier-ignore
  const interests: readonly BadCommand[] = [
    ['R61 an interest is declared for somebody else', 'chaozhou-inspector-1', 'inspectors/chaozhou', 'DeclareInterest', interest({ person: inspector(2) }), '403 OTHER_PERSON', 'B二(九)'],
    ['R61 kin that left on a day', 'chaozhou-inspector-1', 'inspectors/chaozhou', 'DeclareInterest', interest({ leftOn: '2023-01-01' }), '422 INTEREST_INVALID', 'B二(九)'],
    ['R61 an interest that ends before it begins', 'chaozhou-inspector-1', 'inspectors/chaozhou', 'DeclareInterest', interest({ until: '2023-01-01' }), '422 INTEREST_INVALID', 'B二(九)'],
    ['R61 the year is declared twice', 'chaozhou-inspector-1', 'inspectors/chaozhou', 'StateYearlyInterests', { person: inspector(1), year: 2023, occurredOn: TODAY }, '409 STATEMENT_KNOWN', 'B二(九)'],
    ['R61 another year’s declaration', 'chaozhou-inspector-2', 'inspectors/chaozhou', 'StateYearlyInterests', { person: inspector(2), year: 2022, occurredOn: TODAY }, '422 STATEMENT_INVALID', 'B二(九)'],
    ['R61 an interest told late while nothing is recorded yet', officer, `cases/${CASE}`, 'DiscloseInterest', () => ({ inspector: people[0], relation: '师生', occurredOn: TODAY }), '409 OUT_OF_TURN', '本系统'],
    ['R59 a leader waives his own rotation', leader, 'inspectors/chaozhou', 'WaiveRotation', { person: personOf(leader), institution: 'lf-01', task: task(4), reason: '人员不足' }, '409 ROTATION_WAIVER_OWN', 'B二(九)'],
    ['R59 a head waives the rotation', head, 'inspectors/chaozhou', 'WaiveRotation', { person: inspector(1), institution: 'lf-01', task: task(4), reason: '人员不足' }, '403 ROLE_MISSING', '岗位职责'],
  ];
  // prettier-ignore
  const register: readonly BadCommand[] = [
    ['R22 somebody whose certificate has expired', supervision, 'inspectors/chaozhou', 'EnrolInspector', { person: 'p-new', fields: ['law-firm'], certificate: certificate('2023-07-04') }, '409 CERTIFICATE_EXPIRED', 'A二(四)、B二(四)'],
    ['R22 a certificate that ends before it begins', supervision, 'inspectors/chaozhou', 'EnrolInspector', { person: 'p-new', fields: ['law-firm'], certificate: certificate('2020-12-31') }, '422 CERTIFICATE_INVALID', 'A二(四)、B二(四)'],
    ['R22 a new certificate that ends before the old one', supervision, 'inspectors/chaozhou', 'RenewCertificate', { person: inspector(1), certificate: certificate('2026-12-31') }, '409 CERTIFICATE_NOT_LATER', 'A二(四)、B二(四)'],
    ['R21 somebody who is enrolled already', supervision, 'inspectors/chaozhou', 'EnrolInspector', { person: inspector(1), fields: ['law-firm'], certificate: certificate('2027-12-31') }, '409 INSPECTOR_ENROLLED', 'B二(四)'],
    ['R21 a loan without the borrower’s consent', head, 'inspectors/chaozhou', 'LendInspector', loan({ by: head }), '409 LOAN_WITHOUT_CONSENT', 'B二(三)(四)'],
    ['R21 a loan to one’s own organ', head, 'inspectors/chaozhou', 'LendInspector', { ...loan({ by: leader }), borrower: 'chaozhou' }, '422 LOAN_INVALID', 'B二(四)'],
    ['R21 a loan that was never made ends', head, 'inspectors/chaozhou', 'ReturnLoan', { loan: 'loan-9', reason: '期满', occurredOn: TODAY }, '404 LOAN_UNKNOWN', 'B二(四)'],
  ];

  describe.each([
    ['检查组', teams],
    ['利害关系与轮换', interests],
    ['执法检查人员', register],
  ])('%s', (_, lines) => {
    it.each(lines)('%s', (...line) => expectRefused(house, line));
  });

  it('R60 leaves everything as it was: the same two inspectors', async () => {
    const { team: now } = (await caseOf(house, CASE)) as CaseBody;
    expect(now.map((member) => loginOf(member.inspector))).toEqual(people.map(loginOf));
  });
});

function interest(more: object): object {
  const kin = { interest: 'i-9', person: inspector(1), institution: 'lf-01', relation: 'kin', weight: 'hard' };
  return { ...kin, source: 'self', from: TODAY, ...more };
}
function certificate(validUntil: string): object {
  return { kind: 'provincial', validFrom: '2021-01-01', validUntil };
}
function loan({ by }: { by: string }): object {
  const days = { from: TODAY, until: '2023-12-31', reason: '人员不足' };
  const borrowerConsent = { by, document: '借调函1号', on: TODAY };
  return { person: inspector(1), loan: 'loan-1', borrower: 'fagaiju', ...days, borrowerConsent };
}
