import { conflictId } from '@srd/domain/plan';
import { accounts } from '../../cast/accounts';
import { chaozhou2023 as table, partner } from '../../cast/plans';
import { enrolInspectors, enterCalendar, found, publishItems, registerInstitutions } from '../set-up';
import type { Stage } from '../stage';
import { lawyers, PLAN, services, supervision, task } from './bureaus';

/** January: the system is set up, two organs begin. */
export async function setUp(stage: Stage): Promise<void> {
  await stage.on('2023-01-03');
  await enterCalendar(stage);
  await found(stage, 'chaozhou');
  await stage.on('2023-01-04');
  await found(stage, 'fagaiju');
  stage.report(
    `潮州市司法局、市发改局：${accounts.filter(({ organ }) => organ === 'chaozhou' || organ === 'fagaiju').length} 个账号`,
  );
}

/** A一: rosters and lists before June. */
export async function prepare(stage: Stage): Promise<void> {
  await stage.on('2023-05-08');
  await registerInstitutions(stage, lawyers.officer, 'chaozhou', 'law-firm');
  await stage.on('2023-05-09');
  await registerInstitutions(stage, lawyers.officer, 'chaozhou', 'grassroots-office');
  await registerInstitutions(stage, services.officer, 'chaozhou', 'notary-office');
  await registerInstitutions(stage, services.officer, 'chaozhou', 'forensic-institution');
  await stage.on('2023-05-15');
  await enrolInspectors(stage, supervision, 'chaozhou');
  await enrolInspectors(stage, 'fagaiju-officer', 'fagaiju');
  await stage.on('2023-05-22');
  const joint = ['forensic-institution', 'notary-office'] as const;
  const officerOf = (sector: string) => (joint.some((each) => each === sector) ? services.officer : lawyers.officer);
  await publishItems(stage, 'chaozhou', officerOf, joint);
  stage.report('潮州 2023：名录库 48+5+3+2，执法检查人员 8+4，事项清单已公布');
}

/** A二(二): drafted and sent in by the sections, returned once, decided, released, allotted. */
export async function plan(stage: Stage): Promise<void> {
  await stage.on('2023-06-05');
  await stage.as(lawyers.officer).give('plan', PLAN, 'DraftPlan', {
    title: '2023年潮州市司法局“双随机、一公开”抽查工作计划',
    documents: [
      {
        name: '潮州市市场监督管理局关于印发《潮州市2023年度部门联合双随机抽查工作计划》的通知',
        number: '潮市监〔2023〕45号',
      },
    ],
    source: { kind: 'document', document: '潮州市司法局2023年“双随机、一公开”抽查工作计划', article: '附件' },
  });
  for (const content of table) {
    const officer = content.section === 'lawyer-administration' ? lawyers.officer : services.officer;
    await stage.as(officer).give('plan', PLAN, 'DraftTask', { task: task(content.number), content });
  }
  await stage.on('2023-06-07');
  await stage.as(lawyers.head).give('plan', PLAN, 'SubmitPlan');

  await stage.on('2023-06-08');
  await stage
    .as(supervision)
    .give('plan', PLAN, 'ReturnPlan', { reason: '联合抽查任务未列明联合部门，请按正文补列市发改局' });
  await stage.on('2023-06-09');
  for (const content of table.filter(({ joint }) => joint)) {
    const named = { task: task(content.number), content: { ...content, partners: [partner] } };
    await stage.as(services.officer).give('plan', PLAN, 'ReviseTask', named);
  }
  await stage.as(services.head).give('plan', PLAN, 'SubmitPlan');

  await stage.on('2023-06-12');
  for (const number of [1, 2]) {
    await stage.as('fagaiju-officer').give('plan', PLAN, 'RecordPartnerConsent', {
      task: task(number),
      document: `演示复函〔2023〕${number}号（虚构）`,
      occurredOn: stage.today,
    });
  }
  await stage.on('2023-06-13');
  for (const number of [1, 2]) {
    await stage.as(services.head).give('plan', PLAN, 'DecideConflict', {
      conflict: conflictId(task(number), 'RATIO_MISMATCH'),
      choice: 'text',
      reason: '计划正文为主文件，按正文比例执行；现有机构数下两种比例抽取数均为1家',
    });
  }
  await stage.as(services.head).give('plan', PLAN, 'DecideConflict', {
    conflict: conflictId(task(1), 'PRACTITIONER_TOTAL_MISSING'),
    choice: 'of-drawn-institutions',
    reason: '计划表未列司法鉴定人总数，检查抽中机构的司法鉴定人',
  });

  await stage.on('2023-06-16');
  await stage.as(supervision).give('plan', PLAN, 'ReleasePlan');
  await stage.on('2023-06-20');
  for (const number of [4, 3, 2, 1])
    await stage.as(supervision).give('plan', PLAN, 'AllotTask', { task: task(number) });
  stage.report('潮州 2023：计划已发布，四项任务已分配，共 8 件');
}
