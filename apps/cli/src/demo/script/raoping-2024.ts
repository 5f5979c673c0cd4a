import { rosterId } from '@srd/application';
import { raoping2024 as table } from '../cast/plans-2024';
import { page } from '../papers';
import { draw, WITNESSES, type Ceremony } from './draws';
import {
  approve,
  approveInspections,
  fileCopy,
  fillChecklist,
  findingOf,
  followUp,
  publish,
  record,
  reportRectification,
  serveNotice,
  visit,
  type Bureau,
} from './inspections';
import { confirmListing, postListing, serveListingNotice } from './listings';
import { answerEscalations, orderCorrection } from './measures';
import { enrolInspectors, found, publishItems, registerInstitutions } from './set-up';
import type { Stage } from './stage';

export const PLAN = 'raoping-2024';
/** 检查表 of the item for grassroots offices, in its second version (R23, R70). */
const CHECKLIST = [
  { id: 'e1', text: '执业许可证在有效期内，公示执业信息和收费标准' },
  { id: 'e2', text: '收案、合同、收费、归档有登记' },
  { id: 'e3', text: '基层法律服务工作者执业证在有效期内' },
];
export const task = (number: number): string => `${PLAN}-${number}`;
export const raoping: Bureau = {
  officer: 'raoping-officer',
  head: 'raoping-head',
  supervision: 'raoping-supervision',
  leader: 'raoping-leader',
  rectification: 'raoping-rectification',
};
const { officer, head, leader, supervision } = raoping;
const [firm, office, urgent] = [`${task(1)}-1`, `${task(2)}-1`, 'fc-raoping-2024-1'] as const;

export const ceremony = (series: string, hour: number): Ceremony => ({
  officer,
  plan: PLAN,
  series,
  witnesses: [WITNESSES[0]],
  hour,
});

export const complete = (stage: Stage, number: number): Promise<void> =>
  stage.as(officer).give('plan', PLAN, 'CompleteTask', { task: task(number), occurredOn: stage.today });

/** A county under 潮州, which begins in 2024 and so under the newest procedure: rosters, items, inspectors, the half-yearly plan (R5, R37). */
export async function prepareAndDraw(stage: Stage): Promise<void> {
  await stage.on('2024-01-08');
  await found(stage, 'raoping');
  await stage.on('2024-01-10');
  await registerInstitutions(stage, officer, 'raoping', 'law-firm');
  await registerInstitutions(stage, officer, 'raoping', 'grassroots-office');
  await stage.on('2024-01-12');
  await publishItems(stage, 'raoping', () => officer);
  await stage.as(officer).give('catalogue', 'raoping', 'ReviseItem', {
    item: 'grassroots-office-1',
    changes: { checklist: CHECKLIST },
    reason: '增加检查表（演示虚构）',
  });
  const revised = { items: ['grassroots-office-1'], occurredOn: stage.today };
  await stage.as(officer).give('catalogue', 'raoping', 'PublishItems', revised);
  await enrolInspectors(stage, supervision, 'raoping');
  await stage.on('2024-02-20');
  await stage.as(officer).give('plan', PLAN, 'DraftPlan', {
    title: '2024年饶平县司法局（演示）“双随机、一公开”抽查工作计划（虚构）',
    documents: [{ name: '2024年潮州市司法局“双随机、一公开”抽查工作计划（演示虚构）', number: null }],
    source: { kind: 'own', note: '演示计划（虚构）' },
  });
  for (const content of table) {
    await stage.as(officer).give('plan', PLAN, 'DraftTask', { task: task(content.number), content });
  }
  await stage.on('2024-02-22');
  await stage.as(head).give('plan', PLAN, 'SubmitPlan');
  await stage.on('2024-02-26');
  await stage.as(supervision).give('plan', PLAN, 'ReleasePlan');
  await stage.on('2024-02-28');
  for (const number of [1, 2]) await stage.as(supervision).give('plan', PLAN, 'AllotTask', { task: task(number) });
  await stage.on('2024-03-11');
  await draw(stage, ceremony(task(1), 14));
  await draw(stage, ceremony(task(2), 16));
  await stage.on('2024-03-12');
  await draw(stage, ceremony(`${task(1)}:team`, 14));
  await draw(stage, ceremony(`${task(2)}:team`, 16));
  await stage.on('2024-03-14', '14:00');
  await approveInspections(stage, raoping, [firm, office]);
  for (const id of [firm, office]) await serveNotice(stage, raoping, id);
  stage.report('饶平 2024：名录库 5+4（虚构），上半年抽取已完成');
}

/** Approved and published a day too late: recorded, told to the leader, answered (R73, trap 9). Then the whole ladder (R84). */
export async function publishesLate(stage: Stage): Promise<void> {
  await stage.on('2024-03-19', '09:30');
  await visit(stage, firm);
  await stage.on('2024-03-20', '10:00');
  await record(stage, firm, {
    text: '档案室未按规定登记借阅',
    resultClass: 'correction-ordered',
    severity: 'minor',
  });
  await stage.on('2024-03-25', '10:00');
  await answerEscalations(stage, raoping, firm, '今日内审批并公示（演示虚构）');
  await approve(stage, raoping, firm);
  await publish(stage, raoping, firm);
  await fileCopy(stage, raoping, firm);
  await stage.on('2024-03-27', '10:00');
  await orderCorrection(stage, raoping, firm, '责令于2024年4月12日前建立借阅登记', '2024-04-12');
  await stage.on('2024-04-11', '14:00');
  await reportRectification(stage, raoping, firm, '借阅登记已建立');
  await stage.on('2024-04-18', '16:00');
  await followUp(stage, raoping, firm, 'onSite', '现场复核，已改正');
  await complete(stage, 1);
}

/** Nobody there, twice tried with evidence: proposed by itself, told, not heard from, listed until it is found again (R83, C18, trap 8). */
export async function nobodyThere(stage: Stage): Promise<void> {
  const nobody = { kind: 'nobody-there', reason: '现场无人' } as const;
  await stage.on('2024-03-20', '14:00');
  await visit(stage, office, { photographs: ['门牌照片.png'], signature: nobody });
  await stage.on('2024-03-21', '10:00');
  await record(
    stage,
    office,
    {
      text: '登记的执业场所已无人办公，两次联系均未果',
      resultClass: 'unreachable',
      severity: 'ordinary',
      contacts: [
        ['2024-03-18', '拨打登记的联系方式'],
        ['2024-03-20', '到登记的执业场所'],
      ],
    },
    nobody,
  );
  await stage.on('2024-03-22', '10:00');
  await approve(stage, raoping, office);
  await publish(stage, raoping, office);
  await fileCopy(stage, raoping, office);
  await stage.at('15:00');
  await serveListingNotice(stage, raoping, office, 'abnormal');
  // Nobody said anything: the daily job closed the window.
  await stage.on('2024-04-02', '10:00');
  const decision = { until: null, reason: '期限内未陈述申辩，应当列入' };
  await confirmListing(stage, raoping, office, 'abnormal', decision);
  await postListing(stage, raoping, office, 'abnormal');
  await complete(stage, 2);
}

/**
 * A report that can't wait: the head opens it alone, the leader approves afterwards; the notice is served on arrival (R89, trap 11). The
 * licence had run out: the licensing department is told, cancels it, and the office leaves the sector (R80, R88).
 */
export async function leavesTheSector(stage: Stage): Promise<void> {
  await stage.on('2024-05-14', '09:30');
  const drawn = (await stage.file(office)).context.object?.id;
  const institution = [1, 2, 3, 4].map((number) => `rp-go-${number}`).find((id) => id !== drawn) ?? '';
  const occurredOn = stage.today;
  await stage.as(head).give('case', urgent, 'OpenForCause', {
    section: 'legal-services',
    sector: 'grassroots-office',
    institution,
    ground: 'report',
    source: { reference: '演示举报〔2024〕2号（虚构）', receivedOn: '2024-05-13' },
    method: 'onSite',
    window: { from: occurredOn, to: '2024-05-31' },
    proposedBy: officer,
    urgent: { reason: '据称正在转移材料，须当日到场（演示虚构）', approvalDueOn: '2024-05-16' },
    occurredOn,
  });
  const inspectors = ['p-raoping-inspector-1', 'p-raoping-inspector-2'];
  await stage.as(head).give('case', urgent, 'AppointTeam', { inspectors, reason: '紧急核查（演示虚构）', occurredOn });
  await stage.at('10:30');
  await visit(stage, urgent, { notified: raoping });
  await stage.on('2024-05-15', '10:00');
  await stage
    .as(leader)
    .give('case', urgent, 'ApproveInspection', { unannounced: false, reason: '情况紧急，补办审批' });
  await fillChecklist(stage, urgent, { e1: '执业许可证有效期已届满' });
  await record(stage, urgent, {
    text: '执业许可证有效期届满，未重新办理许可手续仍继续执业',
    resultClass: 'licensing',
    severity: 'serious',
  });
  await stage.on('2024-05-16', '14:00');
  await approve(stage, raoping, urgent);
  await stage.on('2024-05-17', '16:00');
  await publish(stage, raoping, urgent);
  await fileCopy(stage, raoping, urgent);
  await stage.on('2024-05-20', '14:00');
  const on = { finding: await findingOf(stage, urgent), occurredOn: stage.today };
  await stage.as(officer).give('case', urgent, 'ReportToLicensing', {
    ...on,
    documentNumber: '演示报字〔2024〕1号（虚构）',
    recipient: '演示许可机关（虚构）',
  });
  await stage.on('2024-05-24', '16:00');
  const receipt = { ...on, disposition: 'd1', occurredOn: stage.today, receipt: '演示许可收件〔2024〕1号（虚构）' };
  await stage.as(officer).give('case', urgent, 'FileLicensingReceipt', receipt);

  await stage.on('2024-07-22', '10:00');
  const decision = page(['演示材料（虚构）', '', '注销执业许可决定书', '演示许注〔2024〕1号']);
  await stage.as(leader).give('integrity', institution, 'RecordSectorExit', {
    organ: 'raoping',
    kind: 'institution',
    sector: 'grassroots-office',
    ground: 'licence-cancelled',
    decision: { number: '演示许注〔2024〕1号（虚构）', authority: '演示许可机关（虚构）', decidedOn: '2024-07-18' },
    legalBasis: [{ law: '基层法律服务所管理办法', article: '第六条', version: '2017年修订' }],
    until: null,
    reason: '执业许可证有效期届满未延续，依法注销（演示虚构）',
    evidence: [await stage.as(officer).send('注销决定书.pdf', decision)],
  });
  await stage.at('15:00');
  const roster = rosterId('raoping', 'grassroots-office');
  await stage.as(head).give('roster', roster, 'ConfirmRemoval', { institution });
}

/** July: the half-year's material goes up to the city, whose section had asked for it and signs for it (A三末段; R5, R100). */
export async function handsUpMaterial(stage: Stage): Promise<void> {
  await stage.on('2024-06-27', '14:00');
  const section = 'lawyer-administration';
  await stage.as('chaozhou-lawyer-officer').give('report', 'chaozhou-2024', 'GuideCounty', {
    section,
    county: 'raoping',
    kind: 'guidance',
    text: '请于7月5日前报送上半年抽查情况，并核对名录库变动（演示虚构）',
    occurredOn: stage.today,
  });
  await stage.on('2024-07-04', '10:00');
  await stage.as(head).give('report', PLAN, 'HandUpMaterial', {
    section: 'legal-services',
    asOf: '2024-06-30',
    text: '上半年抽查律师事务所1家、基层法律服务所1家，另有紧急核查1件，均已公示（演示虚构）。',
  });
  await stage.on('2024-07-08', '14:00');
  const receipt = { section, county: 'raoping', receipt: '演示收文〔2024〕8号（虚构）' };
  await stage.as('chaozhou-lawyer-officer').give('report', 'chaozhou-2024', 'ReceiveMaterial', receipt);
  await stage.at('16:00');
  await stage.as('chaozhou-lawyer-officer').give('report', 'chaozhou-2024', 'SumUp', {
    section,
    asOf: '2024-07-05',
    analysis: '上半年计划任务按期完成，名单内机构单列抽取，复议撤销事项待跟踪（演示虚构）。',
    conclusions: '下半年做好律师事务所抽取准备，督促县区按半年开展抽查（演示虚构）。',
  });
  await stage.on('2024-07-10');
  await stage.as(supervision).give('plan', PLAN, 'AllotTask', { task: task(3) });
  stage.report('饶平 2024：上半年材料已报送市局并签收；下半年任务已分配，待抽取');
}
