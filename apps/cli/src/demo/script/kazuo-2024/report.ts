import { approve, approveInspections, publish, record, reportRectification, serveNotice, visit } from '../inspections';
import { arrangeRevisit, orderCorrection } from '../measures';
import type { Stage } from '../stage';
import { openForCause } from './cause';
import { bureau, inspector, offices } from './tasks';

const id = 'fc-kazuo-2024-2';

/**
 * August: a report about an office that wasn't drawn: found true, ordered, reported as put right; on the 20th its
 * revisit stands arranged for the 23rd (B二(九)1, B三(三); R84, R89).
 */
export async function followReport(stage: Stage): Promise<void> {
  await stage.on('2024-08-01', '14:00');
  await openForCause(stage, id, {
    sector: 'grassroots-office',
    drawn: offices,
    among: [8, 7, 6, 5].map((number) => `kz-go-${number}`),
    ground: 'report',
    reference: '演示举报〔2024〕5号（虚构）',
    receivedOn: '2024-07-30',
    until: '2024-08-30',
    inspectors: [3, 4].map(inspector),
    reason: '举报核查（演示虚构）',
  });
  await stage.on('2024-08-02', '10:00');
  await approveInspections(stage, bureau, [id]);
  await serveNotice(stage, bureau, id);
  await stage.on('2024-08-05', '14:30');
  await visit(stage, id, { photographs: ['卷宗抽查记录.pdf', '现场照片1.png'] });
  await stage.on('2024-08-06', '10:00');
  await record(stage, id, {
    text: '举报事项属实：4件代理未签订书面合同',
    resultClass: 'correction-ordered',
    severity: 'ordinary',
  });
  await stage.on('2024-08-07', '14:00');
  await approve(stage, bureau, id);
  await publish(stage, bureau, id);
  await stage.at('16:00');
  await orderCorrection(stage, bureau, id, '责令于2024年8月14日前补签合同', '2024-08-14');
  await stage.on('2024-08-14', '11:00');
  await reportRectification(stage, bureau, id, '4件合同已补签');
  await stage.on('2024-08-19', '08:30');
  await arrangeRevisit(stage, bureau, id, '2024-08-23', 'morning');
}
