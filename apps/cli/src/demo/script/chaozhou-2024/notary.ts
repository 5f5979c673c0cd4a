import { services } from '../chaozhou-2023/bureaus';
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
import { ceremony, complete, task } from './tasks';

/** May: planned jointly with 市发改局, which doesn't turn up: the visit goes on, its section says so (R4, trap 12). */
export async function inspectWithoutThePartner(stage: Stage): Promise<void> {
  const id = `${task(5)}-1`;
  const { officer } = services;
  await stage.on('2024-05-06');
  await draw(stage, ceremony(officer, task(5), 9));
  await stage.on('2024-05-07');
  await draw(stage, ceremony(officer, `${task(5)}:team`, 9));
  await stage.on('2024-05-08', '14:00');
  await approveInspections(stage, services, [id]);
  await stage.on('2024-05-09', '14:00');
  await serveNotice(stage, services, id);
  await stage.on('2024-05-15', '09:30');
  await visit(stage, id, { absent: ['fagaiju'] });
  await stage.on('2024-05-16', '10:00');
  await record(stage, id, nothingFound);
  await stage.at('15:00');
  await approve(stage, services, id);
  await stage.on('2024-05-17', '10:00');
  await publish(stage, services, id);
  await fileCopy(stage, services, id);
  await complete(stage, officer, 5);
  stage.report('潮州 2024：公证机构联合检查，市发改局未到场，检查照常进行');
}
