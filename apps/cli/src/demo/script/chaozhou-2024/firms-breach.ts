import { lawyers } from '../chaozhou-2023/bureaus';
import {
  acknowledge,
  approve,
  fileCopy,
  findingOf,
  followUp,
  post,
  publish,
  readForPublication,
  record,
  reportRectification,
  visit,
} from '../inspections';
import { answerEscalations, arrangeRevisit, guide, orderAgain, orderCorrection, urge } from '../measures';
import type { Stage } from '../stage';
import { firm } from './tasks';

const { officer, head, rectification } = lawyers;

/**
 * Sent back too late, published past its day, silent on one channel, amended and put right in public, and corrected only in the second
 * round: the ladder of breaches with everything that goes wrong on it (R72–R75, R84, traps 9, 10, 14).
 */
export async function throughTheRounds(stage: Stage): Promise<void> {
  await stage.on('2024-03-27', '09:30');
  const id = await firm(stage, 0);
  await visit(stage, id, { photographs: ['卷宗抽查记录.pdf', '现场照片1.png'] });
  await stage.on('2024-03-28', '10:00');
  const found = { resultClass: 'correction-ordered', severity: 'ordinary' } as const;
  await record(stage, id, { text: '抽查卷宗10件，部分手续不全', ...found });
  await stage.on('2024-04-01', '09:30');
  await stage.as(head).give('case', id, 'ReturnFindings', { reason: '未写明件数，请逐件列明后重新录入' });
  await stage.at('10:30');
  await record(stage, id, { text: '抽查卷宗10件，4件手续不全', ...found });
  await stage.at('14:00');
  await approve(stage, lawyers, id);
  const { debt, channels } = await readForPublication(stage, lawyers, id);
  for (const channel of channels) await post(stage, lawyers, id, debt, channel);
  await stage.at('16:00');
  await acknowledge(stage, lawyers, id, debt, 'portal');
  await fileCopy(stage, lawyers, id);
  await stage.on('2024-04-02', '10:00');
  await guide(stage, officer, id, 'advice', '建议建立收案审查登记制度');
  await orderCorrection(stage, lawyers, id, '责令于2024年4月19日前补齐手续', '2024-04-19');

  // By the 5th the credit platform has sent no receipt: it failed there alone, and is posted to again.
  await stage.on('2024-04-08', '10:00');
  await answerEscalations(stage, lawyers, id, '今日内重新报送信用平台，查明逾期原因（演示虚构）');
  await post(stage, lawyers, id, debt, 'credit-platform');
  await stage.at('15:00');
  await acknowledge(stage, lawyers, id, debt, 'credit-platform');

  await stage.on('2024-04-10', '10:00');
  await stage.as(officer).give('case', id, 'ProposeAmendment', {
    amendment: 'a1',
    finding: await findingOf(stage, id),
    text: '抽查卷宗10件，3件手续不全',
    resultClass: null,
    withdrawn: false,
    reason: '其中1件手续在检查时已备齐，原记录有误',
  });
  await stage.on('2024-04-11', '10:00');
  await stage.as(head).give('case', id, 'ApproveAmendment', { amendment: 'a1' });
  await stage.at('15:00');
  await publish(stage, lawyers, id);
  await fileCopy(stage, lawyers, id);

  await stage.on('2024-04-16', '10:00');
  await urge(stage, lawyers, id, '整改期限将至，请于19日前报送整改报告');
  await stage.on('2024-04-18', '10:00');
  await reportRectification(stage, lawyers, id, '手续已补齐');
  await stage.at('15:00');
  await arrangeRevisit(stage, lawyers, id, '2024-04-24', 'morning');
  await stage.on('2024-04-23', '10:00');
  await arrangeRevisit(stage, lawyers, id, '2024-04-25', 'morning', { reason: '负责人24日出庭（演示虚构）' });
  await stage.on('2024-04-25', '10:00');
  await followUp(stage, lawyers, id, 'onSite', '1件手续仍未补齐', false);
  await stage.on('2024-04-26', '10:00');
  await orderAgain(stage, lawyers, id, '1件手续须于5月17日前补齐', '2024-05-17');
  await stage.on('2024-05-16', '10:00');
  await reportRectification(stage, lawyers, id, '剩余1件已补齐');
  await stage.on('2024-05-23', '10:00');
  await followUp(stage, lawyers, id, 'onSite', '现场复核，已全部改正');
}

/** Didn't cooperate and refused to sign: on the credit platform (R76, trap 14); its order lapses, the leader is told (trap 9). */
export async function refusesToCooperate(stage: Stage): Promise<void> {
  await stage.on('2024-04-16', '09:30');
  const id = await firm(stage, 3);
  await visit(stage, id, { signature: { kind: 'refused', reason: '负责人拒绝签字，现场录像留存（演示虚构）' } });
  await stage.on('2024-04-17', '10:00');
  await record(
    stage,
    id,
    { text: '拒绝提供财务账册和部分卷宗，经告知后仍不配合', resultClass: 'non-cooperation', severity: 'serious' },
    { kind: 'refused', reason: '负责人拒绝签字' },
  );
  await stage.on('2024-04-18', '10:00');
  await approve(stage, lawyers, id);
  await stage.on('2024-04-19', '10:00');
  await publish(stage, lawyers, id);
  await publish(stage, lawyers, id);
  await fileCopy(stage, lawyers, id);
  await stage.on('2024-04-22', '10:00');
  await orderCorrection(stage, lawyers, id, '责令于2024年5月10日前补交账册和卷宗', '2024-05-10');
  await stage.on('2024-05-13', '10:00');
  await answerEscalations(stage, lawyers, id, '本周内完成回访，仍不提供的再次责令（演示虚构）');
  await stage.on('2024-05-14', '10:00');
  await urge(stage, lawyers, id, '改正期限已过，请立即提供');
  await stage.on('2024-05-16', '14:00');
  await followUp(stage, lawyers, id, 'onSite', '账册仍未提供', false);
  await stage.on('2024-05-17', '10:00');
  await guide(stage, rectification, id, 'persuasion', '规劝依法配合监督检查');
  await orderAgain(stage, lawyers, id, '须于5月31日前提供账册', '2024-05-31');
  await stage.on('2024-05-29', '10:00');
  await reportRectification(stage, lawyers, id, '账册和卷宗已全部提供');
  await stage.on('2024-06-04', '10:00');
  await followUp(stage, lawyers, id, 'onSite', '已提供并核对无误');
}
