import { draw } from '../draws';
import {
  approve,
  approveInspections,
  fileCopy,
  nothingFound,
  publish,
  record,
  serveNotice,
  visit,
} from '../inspections';
import type { Stage } from '../stage';
import { ceremony, forensic, notary, PLAN, services, task } from './bureaus';

/** September: jointly with 市发改局 (R4, R53). */
export async function inspectJointly(stage: Stage): Promise<void> {
  const { officer } = services;
  await stage.on('2023-09-04');
  await draw(stage, ceremony(officer, task(2), 9));
  await draw(stage, ceremony(officer, task(1), 15));
  await stage.on('2023-09-05');
  await draw(stage, ceremony(officer, `${task(2)}:team`, 9));
  await draw(stage, ceremony(officer, `${task(1)}:team`, 15));
  await stage.on('2023-09-07');
  await approveInspections(stage, services, [notary, forensic]);
  await stage.on('2023-09-08');
  for (const id of [notary, forensic]) await serveNotice(stage, services, id);

  await stage.on('2023-09-13', '09:30');
  await visit(stage, notary);
  await stage.on('2023-09-14', '09:30');
  await visit(stage, forensic, { photographs: ['鉴定文书抽查记录.pdf'] });
  await record(stage, notary, nothingFound);
  await stage.on('2023-09-15', '10:00');
  await record(stage, forensic, nothingFound);
  await approve(stage, services, notary);
  await stage.on('2023-09-18', '10:00');
  await approve(stage, services, forensic);
  for (const id of [notary, forensic]) {
    await publish(stage, services, id);
    await fileCopy(stage, services, id);
  }
  await stage.on('2023-09-22', '10:00');
  for (const number of [1, 2]) {
    await stage.as(officer).give('plan', PLAN, 'CompleteTask', { task: task(number), occurredOn: stage.today });
  }
  stage.report('潮州 2023：公证机构、司法鉴定机构部门联合检查完毕');
}
