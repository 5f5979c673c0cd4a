import type { Sector } from '@srd/domain/organ';
import { kazuo2024 as table } from '../../cast/plans';
import { draw, WITNESSES, type Ceremony } from '../draws';
import {
  approve,
  approveInspections,
  findingOf,
  nothingFound,
  publish,
  record,
  serveNotice,
  visit,
} from '../inspections';
import { orderCorrection } from '../measures';
import { enrolInspectors, found, publishItems, registerInstitutions } from '../set-up';
import type { Stage } from '../stage';
import { followComplaint, stateInterests } from './complaint';
import { bureau, firms, offices, PLAN, task } from './tasks';

const { officer, head, supervision } = bureau;

const ceremony = (series: string, hour: number, witnesses: readonly string[] = [WITNESSES[0]]): Ceremony => ({
  officer,
  plan: PLAN,
  series,
  witnesses,
  hour,
});

/** April: the scheme is issued, the county begins. */
async function setUp(stage: Stage): Promise<void> {
  await stage.on('2024-04-16');
  await found(stage, 'kazuo');
  await stage.on('2024-04-22');
  const sectors: Sector[] = [
    'law-firm',
    'notary-office',
    'grassroots-office',
    'forensic-institution',
    'legal-aid-agency',
  ];
  for (const sector of sectors) await registerInstitutions(stage, officer, 'kazuo', sector);
  await stage.on('2024-04-25');
  await publishItems(stage, 'kazuo', () => officer);
  await stage.on('2024-04-26');
  await enrolInspectors(stage, officer, 'kazuo');
  stage.report('喀左 2024：名录库 6+1+8+2+1（虚构），执法检查人员 5');
}

/** May: four tasks released; the check finds legal aid without a legal basis, and it is held back (C11). */
async function plan(stage: Stage): Promise<void> {
  await stage.on('2024-05-08');
  await stage.as(officer).give('plan', PLAN, 'DraftPlan', {
    title: '2024年喀左县司法局“双随机一公开”抽查计划（演示）',
    documents: [{ name: '喀左县司法局关于推行“双随机一公开”规范事中事后监管的实施方案', number: '喀司发〔2024〕5号' }],
    source: { kind: 'own', note: '依据实施方案编制的演示计划（虚构）' },
  });
  for (const content of table) {
    await stage.as(officer).give('plan', PLAN, 'DraftTask', { task: task(content.number), content });
  }
  await stage.on('2024-05-10');
  await stage.as(head).give('plan', PLAN, 'SubmitPlan');
  await stage.on('2024-05-13');
  await stage.refused('CONFLICT_OPEN', stage.as(supervision).give('plan', PLAN, 'ReleasePlan'));
  await stage.as(supervision).give('plan', PLAN, 'ReleasePlan', { heldBack: [task(5)] });
  await stage.on('2024-05-14');
  await allot(stage, 2);
  await stage.at('11:00');
  await adoptNewestProcedure(stage);
  await stage.at('14:00');
  for (const number of [1, 3]) await allot(stage, number);
  const legalAid = stage.as(supervision).give('plan', PLAN, 'ReleaseTask', { task: task(5) });
  await stage.refused('CONFLICT_OPEN', legalAid);
  stage.report('喀左 2024：计划已发布；法律援助任务缺少依据，暂缓发布');
}

const allot = (stage: Stage, number: number): Promise<void> =>
  stage.as(supervision).give('plan', PLAN, 'AllotTask', { task: task(number) });

/** The newest procedure, for what is opened from now on; the notary office's case keeps its own (trap 15). */
async function adoptNewestProcedure(stage: Stage): Promise<void> {
  const source = { kind: 'own', note: '演示：2024年5月14日起新立案件采用的办案程序版本（虚构）' };
  await stage.as(bureau.leader).give('organ', 'kazuo', 'ReviseRules', {
    changes: { caseProcedure: { value: 'case/5', source } },
    reason: '采用新的办案程序，旧案仍按立案时的程序办理（演示虚构）',
  });
}

/** June: the county's only notary office, for which no lot is needed (C12). */
async function inspectNotaryOffice(stage: Stage): Promise<void> {
  const id = `${task(2)}-1`;
  await stage.on('2024-06-03');
  await draw(stage, ceremony(task(2), 9, []));
  await draw(stage, ceremony(`${task(2)}:team`, 15));
  await stage.on('2024-06-05');
  await approveInspections(stage, bureau, [id]);
  await serveNotice(stage, bureau, id);
  await stage.on('2024-06-12', '09:30');
  await visit(stage, id);
  await stage.on('2024-06-13', '10:00');
  await record(stage, id, nothingFound);
  await stage.on('2024-06-14', '10:00');
  await approve(stage, bureau, id);
  await publish(stage, bureau, id);
  await stage.on('2024-06-17', '10:00');
  await stage.as(officer).give('plan', PLAN, 'CompleteTask', { task: task(2), occurredOn: stage.today });
}

/** July: both draws, and the first two grassroots offices, which inspect themselves first (R69). */
async function drawInJuly(stage: Stage): Promise<void> {
  await stage.on('2024-07-08');
  await draw(stage, ceremony(task(1), 9));
  await draw(stage, ceremony(task(3), 15));
  await stage.on('2024-07-09');
  await draw(stage, ceremony(`${task(1)}:team`, 9));
  await draw(stage, ceremony(`${task(3)}:team`, 15));
  await stage.on('2024-07-11');
  const [ordered, risk] = offices;
  await approveInspections(stage, bureau, [ordered, risk]);
  for (const id of [ordered, risk]) await serveNotice(stage, bureau, id, '2024-07-19');
  await stage.on('2024-07-18', '10:00');
  for (const id of [ordered, risk]) {
    const report = { occurredOn: stage.today, summary: '已按指导清单自查并提交书面材料', evidence: [] };
    await stage.as(officer).give('case', id, 'ReportSelfInspection', report);
  }

  await stage.on('2024-07-24', '09:30');
  await visit(stage, ordered, { photographs: ['收费台账.pdf', '现场照片1.png'] });
  await stage.on('2024-07-25', '10:00');
  await record(stage, ordered, {
    text: '收费台账与票据存根不一致，档案未按规定归档',
    resultClass: 'correction-ordered',
    severity: 'ordinary',
  });
  await stage.on('2024-07-26', '10:00');
  await approve(stage, bureau, ordered);
  await stage.on('2024-07-29', '09:30');
  await publish(stage, bureau, ordered);
  await visit(stage, risk);
  await stage.on('2024-07-30', '10:00');
  await record(stage, risk, {
    text: '执业人员培训记录不连续，尚未违反规定，但可能影响服务质量',
    resultClass: 'risk',
    severity: 'none',
  });
  await stage.on('2024-07-31', '10:00');
  await approve(stage, bureau, risk);
  await orderCorrection(stage, bureau, ordered, '责令于2024年8月30日前核对台账、补归档案', '2024-08-30');
  stage.report('喀左 2024：律师事务所、基层法律服务所抽取已完成，检查进行中');
}

/** August: cases in several stages by the 20th. */
async function inspectInAugust(stage: Stage): Promise<void> {
  // The third firm waits for its visit.
  const [awaitingApproval, awaitingPublication] = firms;
  const [, risk, selfInspecting] = offices;
  await stage.on('2024-08-01', '10:00');
  await publish(stage, bureau, risk);
  await stage.on('2024-08-05', '10:00');
  await stage.as(bureau.rectification).give('case', risk, 'IssueReminder', {
    finding: await findingOf(stage, risk),
    occurredOn: stage.today,
    text: '提醒补齐年度培训计划并留存记录',
  });
  await allot(stage, 4);
  await stage.on('2024-08-07', '10:00');
  await approveInspections(stage, bureau, firms);
  await stage.on('2024-08-08', '10:00');
  for (const id of firms) await serveNotice(stage, bureau, id);
  await stage.on('2024-08-14', '09:30');
  await visit(stage, awaitingPublication);
  await stage.at('14:30');
  await visit(stage, awaitingApproval, { photographs: ['卷宗抽查记录.pdf', '现场照片1.png'] });
  await stage.on('2024-08-15', '10:00');
  await record(stage, awaitingPublication, nothingFound);
  await record(stage, awaitingApproval, {
    text: '抽查卷宗8件，2件结案小结缺失，需补正',
    resultClass: 'correction-ordered',
    severity: 'minor',
  });
  await stage.on('2024-08-16', '10:00');
  await approve(stage, bureau, awaitingPublication);
  await approveInspections(stage, bureau, [selfInspecting]);
  await serveNotice(stage, bureau, selfInspecting, '2024-08-26');
  stage.report('喀左 2024：案件分布于待检查、待审批、待公示、整改中、待回访等环节');
}

/** 喀左's year, in which much is under way on 20 August. */
export async function theYear(stage: Stage): Promise<void> {
  await setUp(stage);
  await plan(stage);
  await inspectNotaryOffice(stage);
  await drawInJuly(stage);
  await inspectInAugust(stage);
  await stateInterests(stage);
  await followComplaint(stage);
}
