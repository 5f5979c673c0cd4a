import { institutions } from '../../cast/institutions';
import { firms as firms2023, lawyers } from '../chaozhou-2023/bureaus';
import { approve, approveInspections, publish, record, serveNotice, visit } from '../inspections';
import { orderCorrection } from '../measures';
import type { Stage } from '../stage';
import { firmCases } from './tasks';

const id = 'fc-chaozhou-2024-2';

/** A firm whose door nobody has come to in these two years. */
async function unseen(stage: Stage): Promise<string> {
  const seen = new Set<string>();
  for (const each of [...firms2023, ...firmCases]) seen.add((await stage.file(each)).context.object?.id ?? '');
  const firms = institutions.filter(({ organ, sector }) => organ === 'chaozhou' && sector === 'law-firm');
  return firms.find((firm) => !seen.has(firm.id))?.id ?? '';
}

/**
 * August: handed over by another body, and under way on the 20th: the order has been served and its day is still to come; the copy is
 * late, which waits for the leader's word (R84, R89, R102, trap 9).
 */
export async function followTransfer(stage: Stage): Promise<void> {
  const { officer, head, leader } = lawyers;
  await stage.on('2024-08-05', '14:00');
  const occurredOn = stage.today;
  await stage.as(leader).give('case', id, 'OpenForCause', {
    section: 'lawyer-administration',
    sector: 'law-firm',
    institution: await unseen(stage),
    ground: 'transfer',
    source: { reference: '演示移送〔2024〕6号（虚构）', receivedOn: '2024-08-02' },
    method: 'onSite',
    window: { from: occurredOn, to: '2024-09-30' },
    proposedBy: officer,
    urgent: null,
    occurredOn,
  });
  const inspectors = [5, 6].map((number) => `p-chaozhou-inspector-${number}`);
  await stage.as(head).give('case', id, 'AppointTeam', { inspectors, reason: '移送线索核查（演示虚构）', occurredOn });
  await stage.on('2024-08-06', '10:00');
  await approveInspections(stage, lawyers, [id]);
  await serveNotice(stage, lawyers, id);
  await stage.on('2024-08-08', '09:30');
  await visit(stage, id, { photographs: ['卷宗抽查记录.pdf', '现场照片1.png'] });
  await stage.on('2024-08-09', '10:00');
  await record(stage, id, {
    text: '移送事项属实：收案登记不全，2件未签订书面合同',
    resultClass: 'correction-ordered',
    severity: 'ordinary',
  });
  await stage.on('2024-08-12', '10:00');
  await approve(stage, lawyers, id);
  await publish(stage, lawyers, id);
  await stage.on('2024-08-13', '10:00');
  await orderCorrection(stage, lawyers, id, '责令于2024年9月6日前补齐登记和合同', '2024-09-06');
  stage.report('潮州 2024：移送线索核查 1 件，整改中；抄送逾期，待领导督办');
}
