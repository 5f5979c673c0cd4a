import { conflictId, type ConflictCode } from '@srd/domain/plan';
import type { PlanBody } from './bodies';
import { lawyers, services } from './inspection';
import { draft, PLAN, prepare, task } from './preparation';
import { atRest, expectRefused, type BadCommand } from './refusals';
import { chaozhou, fagaiju, items, table } from './seeds';
import { House } from './server';

const { officer, head } = lawyers;
const [supervision, leader] = ['chaozhou-supervision', 'chaozhou-leader'];
const own = { kind: 'own', note: '本机关自定' } as const;
const sourced = (value: unknown) => ({ value, source: own });

/** A plan that nobody has sent in yet, with one row. */
const DRAFT = 'chaozhou-2024';
const window = { from: '2024-07-01', to: '2024-08-31', text: '2024年7-8月' };
const sound = { ...table[3], number: 1, window };
const row = (content: object) => ({ task: `${DRAFT}-9`, content: { ...sound, number: 9, ...content } });
const change = (asked: object) => ({ task: task(3), change: asked, reason: '申请调整' });
const decide = (number: number, code: ConflictCode, choice: string) => ({
  conflict: conflictId(task(number), code),
  choice,
  reason: '照此办理',
});
const rules = (changes: object) => ({ changes, reason: '修订规则' });
const rosterOf = (sector: string) => `rosters/chaozhou.${sector}`;
const practitioners = 'practitioners/chaozhou.forensic-institution';
const expert = { person: 'p-expert-1', institution: 'fi-01', particulars: {}, occurredOn: '2023-06-05' };
const sample = { ratio: null, atLeast: sourced(1), from: 'drawn' };
const ratio = (basisPoints: number) => ({ basisPoints, about: false, source: own });
const weights = { perComplaint: 2, perPenalty: 5, listed: 5, grades: [], atMost: 101 };

// prettier-ignore
const plans: readonly BadCommand[] = [
  ['R34 a row with neither a ratio nor a least number', officer, `plans/${DRAFT}`, 'DraftTask', row({ ratios: {}, atLeast: sourced(0) }), '422 SAMPLE_RULE_MISSING', 'B二(九)'],
  ['R50 a window of another year', officer, `plans/${DRAFT}`, 'DraftTask', row({ window: table[3]?.window }), '422 WINDOW_INVALID', 'B二(九)'],
  ['R50 a window that ends before it begins', officer, `plans/${DRAFT}`, 'DraftTask', row({ window: { ...window, to: '2024-06-30' } }), '422 WINDOW_INVALID', 'B二(九)'],
  ['R53 a joint row without the higher document', officer, `plans/${DRAFT}`, 'DraftTask', row({ joint: true }), '422 HIGHER_DOCUMENT_MISSING', 'A二(一)'],
  ['R52 a partner in a row that isn’t joint', officer, `plans/${DRAFT}`, 'DraftTask', row({ partners: [{ organ: 'fagaiju', name: '发改局' }] }), '422 PARTNER_WITHOUT_JOINT', 'A附件'],
  ['R33 a 序号 that another row has', officer, `plans/${DRAFT}`, 'DraftTask', row({ number: 1 }), '422 TASK_NUMBER_TAKEN', 'A附件'],
  ['R1 R2 a row of the other section’s sector', officer, `plans/${DRAFT}`, 'DraftTask', row({ objects: { sectors: ['notary-office'], practitioners: false } }), '422 SECTION_NOT_FOR_SECTOR', 'A一、A二(一)'],
  ['R33 a row that isn’t in the plan', officer, `plans/${DRAFT}`, 'ReviseTask', row({}), '404 TASK_UNKNOWN', '本系统'],
  ['R31 a plan without a row is sent in', head, 'plans/chaozhou-2025', 'SubmitPlan', {}, '409 NO_TASKS', 'A二(二)'],
  ['R31 an officer sends the plan in', officer, `plans/${DRAFT}`, 'SubmitPlan', {}, '403 ROLE_MISSING', '岗位职责'],
  ['R31 a row is added to a plan that was sent in', officer, `plans/${PLAN}`, 'DraftTask', { task: task(9), content: { ...table[3], number: 9 } }, '409 PLAN_OUT_OF_TURN', 'A二(二)'],
  ['R32 a released plan is released again', supervision, `plans/${PLAN}`, 'ReleasePlan', {}, '409 PLAN_OUT_OF_TURN', 'A二(二)'],
  ['R32 a section releases its own row', officer, `plans/${PLAN}`, 'ReleaseTask', { task: task(4) }, '403 ROLE_MISSING', '岗位职责'],
  ['R32 a row that is held back is allotted', supervision, `plans/${PLAN}`, 'AllotTask', { task: task(4) }, '409 TASK_OUT_OF_TURN', 'A二(二)'],
  ['R101 a row is called done before it was allotted', officer, `plans/${PLAN}`, 'CompleteTask', { task: task(3), occurredOn: '2023-06-05' }, '409 TASK_OUT_OF_TURN', 'A二(二)'],
  ['R31 an adjustment that changes nothing', officer, `plans/${PLAN}`, 'RequestAdjustment', change({ window: table[2]?.window }), '422 ADJUSTMENT_EMPTY', 'A二(二)'],
  ['R31 an adjustment that nobody asked for', supervision, `plans/${PLAN}`, 'AdjustTask', { task: task(3) }, '409 ADJUSTMENT_NONE', 'A二(二)'],
];

// prettier-ignore
const conflicts: readonly BadCommand[] = [
  ['C1 an officer chooses the ratio', services.officer, `plans/${PLAN}`, 'DecideConflict', decide(1, 'RATIO_MISMATCH', 'text'), '403 ROLE_MISSING', '岗位职责'],
  ['C1 a ratio that neither document gives', services.head, `plans/${PLAN}`, 'DecideConflict', decide(1, 'RATIO_MISMATCH', 'average'), '422 CHOICE_UNKNOWN', '本系统'],
  ['C2 a contradiction that isn’t there', services.head, `plans/${PLAN}`, 'DecideConflict', decide(3, 'RATIO_MISMATCH', 'text'), '404 CONFLICT_UNKNOWN', '本系统'],
  ['C6 a missing partner is chosen away', services.head, `plans/${PLAN}`, 'DecideConflict', decide(2, 'JOINT_PARTNER_MISSING', 'table'), '409 JOINT_PARTNER_MISSING', 'A二(一)'],
  ['C6 R4 a row without its partner’s consent is released', supervision, `plans/${PLAN}`, 'ReleaseTask', { task: task(2) }, '409 JOINT_PARTNER_MISSING', 'A二(一)'],
  ['R4 a department consents to a row that isn’t joint', 'fagaiju-officer', `plans/${PLAN}`, 'RecordPartnerConsent', { task: task(4), occurredOn: '2023-06-05' }, '403 OTHER_ORGAN', '岗位职责'],
  ['trap 2 a total that isn’t the roster’s is left open', supervision, `plans/${PLAN}`, 'ReleaseTask', { task: task(4) }, '409 CONFLICT_OPEN', 'A二(二)'],
  ['C5 practitioners without a total, by a word nobody knows', services.head, `plans/${PLAN}`, 'DecideConflict', decide(1, 'PRACTITIONER_TOTAL_MISSING', 'none'), '422 CHOICE_UNKNOWN', '本系统'],
  ['C11 R25 an item without a basis is chosen away', services.head, `plans/${PLAN}`, 'DecideConflict', decide(8, 'ITEM_WITHOUT_BASIS', 'library'), '409 ITEM_WITHOUT_BASIS', 'B二(六)'],
  ['C11 R25 R46 the legal-aid row is released without a basis', supervision, `plans/${PLAN}`, 'ReleaseTask', { task: task(8) }, '409 CONFLICT_OPEN', 'A二(二)'],
  ['trap 1 R42 a least number that the roster can’t give', supervision, `plans/${PLAN}`, 'AllotTask', { task: task(3) }, '409 MIN_UNREACHABLE', 'B二(八)'],
  ['trap 1 R42 a least number out of reach is chosen away', head, `plans/${PLAN}`, 'DecideConflict', decide(3, 'MINIMUM_UNREACHABLE', 'library'), '409 MIN_UNREACHABLE', 'B二(八)'],
  ['trap 1 R42 a head waives the least number', head, `plans/${PLAN}`, 'WaiveMinimum', { task: task(3), reason: '家数不足' }, '403 ROLE_MISSING', '岗位职责'],
  ['trap 1 the least number of a row that isn’t there is waived', leader, `plans/${PLAN}`, 'WaiveMinimum', { task: task(9), reason: '家数不足' }, '404 TASK_UNKNOWN', '本系统'],
];

// prettier-ignore
const organRules: readonly BadCommand[] = [
  ['R60 a team of one', leader, 'organs/chaozhou', 'ReviseRules', rules({ teamSize: sourced(1) }), '422 TEAM_RULE_BELOW_TWO', 'B二(九)'],
  ['R47 a value out of its range', leader, 'organs/chaozhou', 'ReviseRules', rules({ rotationMonths: sourced(0) }), '422 RULE_OUT_OF_RANGE', '本系统'],
  ['C9 an approval that is due after the publication', leader, 'organs/chaozhou', 'ReviseRules', rules({ approveWithin: sourced({ days: 9, unit: 'calendar' }) }), '422 RULES_INCONSISTENT', 'A二(五)、B二(八)'],
  ['R54 a coverage cycle without its first year', leader, 'organs/chaozhou', 'ReviseRules', rules({ coverageYears: sourced(3) }), '422 RULES_INCONSISTENT', 'A二(五)、B二(八)'],
  ['R48 what counts towards a cap that isn’t there', leader, 'organs/chaozhou', 'ReviseRules', rules({ yearlyCap: null }), '422 RULES_INCONSISTENT', 'A二(五)、B二(八)'],
  ['R49 tickets above a hundred', leader, 'organs/chaozhou', 'ReviseRules', rules({ riskWeights: sourced(weights) }), '422 RULE_OUT_OF_RANGE', '本系统'],
  ['R47 a head revises the rules', head, 'organs/chaozhou', 'ReviseRules', rules({ rotationMonths: sourced(6) }), '403 ROLE_MISSING', '岗位职责'],
  ['R47 nothing is changed', leader, 'organs/chaozhou', 'ReviseRules', rules({ teamSize: chaozhou.preset.rules.teamSize }), '409 RULES_UNCHANGED', '本系统'],
  ['trap 13 a new name that is the old one', leader, 'organs/chaozhou', 'RenameOrgan', { name: '潮州市司法局', reason: '更名', occurredOn: '2023-06-05' }, '409 RULES_UNCHANGED', '本系统'],
  ['trap 13 a name from tomorrow', leader, 'organs/chaozhou', 'RenameOrgan', { name: '潮州市司法厅', reason: '更名', occurredOn: '2023-06-06' }, '422 ORGAN_INVALID', '本系统'],
];

// prettier-ignore
const strata: readonly BadCommand[] = [
  ['R49 tickets above a hundred in a plan', officer, `plans/${DRAFT}`, 'DraftTask', row({ modes: { weights: sourced(weights) } }), '422 MODE_INVALID', 'B二(八)'],
  ['R49 C13 no ratio and no least number beside that of the listed', officer, `plans/${DRAFT}`, 'DraftTask', row({ ratios: {}, atLeast: sourced(0), listedRatio: ratio(10_000) }), '422 SAMPLE_RULE_MISSING', 'B二(九)'],
  ['R19 C5 a sample of practitioners whom the row doesn’t inspect', officer, `plans/${DRAFT}`, 'DraftTask', row({ practitionerSample: sample }), '422 PRACTITIONERS_NOT_OBJECTS', 'B二(五)'],
  ['R49 a section adjusts the weights itself', officer, `plans/${PLAN}`, 'AdjustTask', { task: task(3) }, '403 ROLE_MISSING', '岗位职责'],
];

// prettier-ignore
const objects: readonly BadCommand[] = [
  ['R19 a practitioner of an institution that isn’t in the roster', services.officer, practitioners, 'RegisterPractitioner', { ...expert, person: 'p-expert-2', institution: 'fi-99' }, '422 PRACTITIONER_INSTITUTION_UNKNOWN', 'B二(五)'],
  ['R19 the same practitioner twice', services.officer, practitioners, 'RegisterPractitioner', expert, '409 PRACTITIONER_KNOWN', 'B二(五)'],
  ['R19 a practitioner of tomorrow', services.officer, practitioners, 'RegisterPractitioner', { ...expert, person: 'p-expert-2', occurredOn: '2023-06-06' }, '422 PRACTITIONERS_DAY_INVALID', '本系统'],
  ['R19 one who leaves an institution he isn’t at', services.officer, practitioners, 'MovePractitioner', { person: expert.person, from: 'fi-02', to: 'fi-01', reason: '转所', occurredOn: '2023-06-05' }, '409 PRACTISES_NOT_THERE', 'B二(五)'],
  ['R1 R2 a practitioner of the other section’s sector', officer, practitioners, 'RegisterPractitioner', { ...expert, person: 'p-expert-2' }, '403 OTHER_SECTION', 'B二(三)'],
  ['R18 the same institution twice', officer, rosterOf('law-firm'), 'RegisterInstitution', { institution: 'lf-01', particulars: { name: '重复的律师事务所', uscc: '31445100MD00000165', registrationNumber: 'TEST-X', licensingAuthority: '测试', registeredPremises: '测试路1号', divisionCode: '445102', practising: 3, dataSource: '测试' }, occurredOn: '2023-06-05' }, '409 INSTITUTION_KNOWN', 'B二(五)'],
  ['R1 R16 an item of the other section’s sector is entered', services.officer, 'catalogues/chaozhou', 'EnterItem', { ...items[0], sector: 'law-firm', item: 'law-firm-9' }, '403 OTHER_SECTION', 'B二(三)'],
  ['R1 R16 an item of the other section’s sector is revised', services.officer, 'catalogues/chaozhou', 'ReviseItem', { item: 'law-firm-1', changes: { name: '另一名称' }, reason: '调整' }, '403 OTHER_SECTION', 'B二(三)'],
  ['R1 R16 an item is moved to the other section’s sector', officer, 'catalogues/chaozhou', 'ReviseItem', { item: 'law-firm-1', changes: { sector: 'notary-office' }, reason: '调整' }, '403 OTHER_SECTION', 'B二(三)'],
  ['R1 R24 an item of the other section’s sector is published along', officer, 'catalogues/chaozhou', 'PublishItems', { items: ['law-firm-1', 'notary-office-1'], occurredOn: '2023-06-05' }, '403 OTHER_SECTION', 'B二(三)'],
  ['R1 R24 an item of the other section’s sector is withdrawn', services.officer, 'catalogues/chaozhou', 'WithdrawItem', { item: 'law-firm-1', reason: '停用', occurredOn: '2023-06-05' }, '403 OTHER_SECTION', 'B二(三)'],
  ['R25 an item without a basis', officer, 'catalogues/chaozhou', 'EnterItem', { ...items[0], item: 'law-firm-9', basis: [] }, '422 ITEM_WITHOUT_BASIS', 'B二(六)'],
];

describe('A二(一)(二)(三), B二(五)(八) 名录、规则、计划: a bad command is refused by its article and leaves no trace', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 3);
    await house.on('2023-06-05');
    await house
      .as(services.officer)
      .give('practitioners', 'chaozhou.forensic-institution', 'RegisterPractitioner', expert);
    await draft(house, [1, 2, 4]);
    const give = (who: string, plan: string, command: string, data: object = {}) =>
      house.as(who).give('plans', plan, command, data);
    await give(officer, PLAN, 'DraftTask', { task: task(3), content: { ...table[2], atLeast: sourced(9) } });
    const aid = {
      ...table[2],
      number: 8,
      name: '对法律援助机构的行政检查',
      section: 'public-legal-services',
      items: [],
    };
    const objectsOf = { sectors: ['legal-aid-agency'], practitioners: false };
    const totals = { institutions: 0, practitioners: null };
    await give(services.officer, PLAN, 'DraftTask', { task: task(8), content: { ...aid, objects: objectsOf, totals } });
    await give(head, PLAN, 'SubmitPlan');
    await give(supervision, PLAN, 'ReleasePlan', { heldBack: [1, 2, 4, 8].map(task) });
    for (const plan of [DRAFT, 'chaozhou-2025'])
      await give(officer, plan, 'DraftPlan', { title: plan, documents: [], source: own });
    await give(officer, DRAFT, 'DraftTask', { task: `${DRAFT}-1`, content: sound });
    await atRest(house);
  });
  afterAll(() => house.close());

  describe.each([
    ['计划', plans],
    ['矛盾', conflicts],
    ['机关规则', organRules],
    ['覆盖周期与风险分层', strata],
    ['名录与事项', objects],
  ])('%s', (_, lines) => {
    it.each(lines)('%s', (...line) => expectRefused(house, line));
  });

  it('trap 1 R42 the leader’s waiver settles the least number, and the row is drawn from what there is', async () => {
    const read = <B>(path: string) => house.as(officer).read<B>(`/api/v1/plans/${PLAN}${path}`);
    const conflict = conflictId(task(3), 'MINIMUM_UNREACHABLE');
    const { items: told } = await read<{ items: readonly { task: string; conflicts: readonly object[] }[] }>(
      '/remarks',
    );
    expect(told.find((each) => each.task === task(3))?.conflicts).toContainEqual(
      expect.objectContaining({ conflict, text: '最低应抽9家，基层法律服务所在册正常5家', sources: [own] }),
    );
    await house.as(leader).give('plans', PLAN, 'WaiveMinimum', { task: task(3), reason: '全市仅5家' });
    const { conflicts: known } = await read<PlanBody>('');
    expect(known[conflict]).toMatchObject({ status: 'decided', decision: { reason: '全市仅5家', by: leader } });
    await house.as(supervision).give('plans', PLAN, 'AllotTask', { task: task(3) });
    const { tasks } = await read<PlanBody>('');
    expect(tasks.find(({ id }) => id === task(3))?.allotted?.cases).toBe(5);
  });
});
