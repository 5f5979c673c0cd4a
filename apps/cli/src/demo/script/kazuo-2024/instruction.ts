import { approve, approveInspections, publish, record, serveNotice, visit } from '../inspections';
import { answerEscalations, orderCorrection, urge } from '../measures';
import type { Stage } from '../stage';
import { openForCause } from './cause';
import { bureau, firms, inspector } from './tasks';

const id = 'fc-kazuo-2024-3';

/**
 * July: on the superior's instruction, about a firm that wasn't drawn: its order's last day passes without a report, the leader is told
 * and answers, it is urged; on the 20th its revisit is overdue as well, which is to be urged again (B二(九)1, B三(三); R84, R89, trap 9).
 */
export async function followInstruction(stage: Stage): Promise<void> {
  await stage.on('2024-07-10', '14:00');
  await openForCause(stage, id, {
    sector: 'law-firm',
    drawn: firms,
    among: [1, 2, 3, 4].map((number) => `kz-lf-${number}`),
    ground: 'instruction',
    reference: '演示交办〔2024〕8号（虚构）',
    receivedOn: '2024-07-09',
    until: '2024-08-09',
    inspectors: [3, 5].map(inspector),
    reason: '交办事项核查（演示虚构）',
  });
  await stage.on('2024-07-11', '15:00');
  await approveInspections(stage, bureau, [id]);
  await serveNotice(stage, bureau, id);
  await stage.on('2024-07-15', '09:30');
  await visit(stage, id, { photographs: ['卷宗抽查记录.pdf', '现场照片1.png'] });
  await stage.on('2024-07-16', '10:00');
  await record(stage, id, {
    text: '抽查卷宗6件，3件未附风险告知书',
    resultClass: 'correction-ordered',
    severity: 'ordinary',
  });
  await stage.on('2024-07-17', '10:00');
  await approve(stage, bureau, id);
  await publish(stage, bureau, id);
  await stage.on('2024-07-18', '10:00');
  await orderCorrection(stage, bureau, id, '责令于2024年8月2日前补齐风险告知书', '2024-08-02');
  await stage.on('2024-08-05', '14:00');
  await answerEscalations(stage, bureau, id, '先行催办，并安排回访（演示虚构）');
  await stage.on('2024-08-06', '15:00');
  await urge(stage, bureau, id, '改正期限已过，请立即补齐并报送整改报告');
}
