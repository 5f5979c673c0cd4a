import { madeUpBasis } from '../../cast/organs';
import { draw, freeze } from '../draws';
import {
  approve,
  approveInspections,
  fileCopy,
  findingOf,
  followUp,
  nothingFound,
  publish,
  record,
  reportRectification,
  serveNotice,
  visit,
} from '../inspections';
import { confirmListing, postListing, proposeUnreachable, serveListingNotice } from '../listings';
import type { Stage } from '../stage';
import { ceremony, firms, lawyers, office, PLAN, task } from './bureaus';

/** July: one attempt is voided before its close, the next one stands (R55–R58). */
export async function drawInJuly(stage: Stage): Promise<void> {
  const { officer, head } = lawyers;
  await stage.on('2023-07-05');
  await freeze(stage, ceremony(officer, task(4), 9));
  await stage.at('10:10');
  const absent = { code: 'contributor-missing', reason: '约定的见证人因交通延误未能到场，尚未有人封存' };
  await stage.as(officer).give('selection', task(4), 'ProposeVoid', absent);
  await stage.at('10:25');
  await stage.as(head).give('selection', task(4), 'ApproveVoid');

  await stage.on('2023-07-10');
  await draw(stage, ceremony(officer, task(4), 9));
  await draw(stage, ceremony(officer, task(3), 15));
  await stage.on('2023-07-11');
  await draw(stage, ceremony(officer, `${task(4)}:team`, 9));
  await draw(stage, ceremony(officer, `${task(3)}:team`, 15));
  await stage.on('2023-07-13');
  await approveInspections(stage, lawyers, [...firms, office]);
  await stage.on('2023-07-14');
  for (const id of [...firms, office]) await serveNotice(stage, lawyers, id);
  stage.report('潮州 2023：律师事务所抽取（第 1 次作废，第 2 次有效）、基层法律服务所抽取已完成');
}

/** July and August: five law firms and one grassroots office, each with another outcome. */
export async function inspectInSummer(stage: Stage): Promise<void> {
  const [clean, onSpot, ordered, unreachable, second] = firms;
  const { officer } = lawyers;

  await stage.on('2023-07-18', '09:30');
  await visit(stage, clean);
  await stage.at('16:00');
  await record(stage, clean, nothingFound);
  await stage.on('2023-07-20', '10:00');
  await approve(stage, lawyers, clean);
  await stage.at('15:00');
  await publish(stage, lawyers, clean);
  await stage.on('2023-07-21', '10:00');
  await fileCopy(stage, lawyers, clean);

  await stage.on('2023-07-24', '09:30');
  await visit(stage, onSpot);
  await stage.on('2023-07-25', '10:00');
  await record(stage, onSpot, {
    text: '收费标准未在执业场所公示，检查时已当场补正',
    resultClass: 'corrected-on-spot',
    severity: 'minor',
  });
  await stage.on('2023-07-26', '10:00');
  await approve(stage, lawyers, onSpot);
  await stage.as(officer).give('case', onSpot, 'NoteOnSpotCorrection', {
    finding: await findingOf(stage, onSpot),
    occurredOn: '2023-07-24',
    text: '已当场责令改正，收费标准已上墙公示',
  });
  await stage.on('2023-07-27', '10:00');
  await publish(stage, lawyers, onSpot);
  await fileCopy(stage, lawyers, onSpot);

  await stage.on('2023-07-31', '09:30');
  await visit(stage, ordered, { photographs: ['卷宗抽查记录.pdf', '现场照片1.png'] });
  await stage.on('2023-08-01', '10:00');
  await record(stage, ordered, {
    text: '抽查卷宗10件，3件委托手续不全；利益冲突审查记录缺失',
    resultClass: 'correction-ordered',
    severity: 'ordinary',
  });
  await stage.on('2023-08-02', '10:00');
  await approve(stage, lawyers, ordered);
  await stage.as(officer).give('case', ordered, 'OrderCorrection', {
    finding: await findingOf(stage, ordered),
    occurredOn: stage.today,
    text: '责令于2023年8月21日前补齐委托手续，建立利益冲突审查登记',
    dueOn: '2023-08-21',
  });
  await stage.on('2023-08-03', '10:00');
  await publish(stage, lawyers, ordered);
  await fileCopy(stage, lawyers, ordered);
  await stage.at('15:00');
  await followUp(stage, lawyers, onSpot, 'documentary', '核查公示照片，已改正');

  await stage.on('2023-08-07', '09:30');
  await visit(stage, unreachable, { photographs: ['门牌照片.png', '邻户询问记录.pdf'] });
  await stage.on('2023-08-08', '10:00');
  await record(
    stage,
    unreachable,
    {
      text: '登记的执业场所已无人办公，两次联系均未果',
      resultClass: 'unreachable',
      severity: 'ordinary',
      contacts: [
        ['2023-08-04', '拨打登记的联系方式'],
        ['2023-08-07', '到登记的执业场所'],
      ],
    },
    { kind: 'nobody-there', reason: '现场无人' },
  );
  await stage.on('2023-08-09', '10:00');
  await approve(stage, lawyers, unreachable);
  await publish(stage, lawyers, unreachable);
  await stage.on('2023-08-10', '10:00');
  await fileCopy(stage, lawyers, unreachable);
  await proposeUnreachable(stage, lawyers, unreachable, madeUpBasis('第五条'));
  await stage.at('15:00');
  await serveListingNotice(stage, lawyers, unreachable, 'abnormal');

  await stage.on('2023-08-14', '09:30');
  await visit(stage, second);
  await stage.on('2023-08-15', '09:30');
  await visit(stage, office);
  await record(stage, second, nothingFound);
  await stage.on('2023-08-16', '10:00');
  await record(stage, office, nothingFound);
  await approve(stage, lawyers, second);
  await stage.at('15:00');
  await approve(stage, lawyers, office);
  await stage.on('2023-08-17', '10:00');
  for (const id of [second, office]) {
    await publish(stage, lawyers, id);
    await fileCopy(stage, lawyers, id);
  }

  await stage.on('2023-08-18', '10:00');
  await reportRectification(stage, lawyers, ordered, '委托手续已补齐，登记制度已建立');
  await stage.on('2023-08-21', '10:00');
  // Decided by a leader, after the daily job closed the hearing window.
  await confirmListing(stage, lawyers, unreachable, 'abnormal', {
    until: null,
    reason: '期限内未陈述申辩，符合列入条件',
  });
  await stage.at('15:00');
  await postListing(stage, lawyers, unreachable, 'abnormal');
  await stage.on('2023-08-25', '10:00');
  await followUp(stage, lawyers, ordered, 'onSite', '现场复核，已全部改正');
  await stage.on('2023-08-30', '10:00');
  for (const number of [3, 4]) {
    await stage.as(officer).give('plan', PLAN, 'CompleteTask', { task: task(number), occurredOn: stage.today });
  }
  stage.report('潮州 2023：律师事务所 5 家、基层法律服务所 1 家检查完毕，1 家列入执业异常对象名单');
}
