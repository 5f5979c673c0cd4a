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
import { ceremony, firms, forensic, lawyers, notary, office, PLAN, services, supervision, task } from './bureaus';

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
  await visit(stage, forensic, ['鉴定文书抽查记录.pdf']);
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

/** A三: the year's report before November (R98, R99). */
export async function reportTheYear(stage: Stage): Promise<void> {
  const reports = [
    { bureau: lawyers, section: 'lawyer-administration', numbers: [3, 4] },
    { bureau: services, section: 'public-legal-services', numbers: [1, 2] },
  ];
  await stage.on('2023-10-27', '10:00');
  for (const { bureau, section, numbers } of reports) {
    const figures = await figuresOf(stage, numbers);
    const data = { section, figures, occurredOn: stage.today };
    await stage.as(bureau.officer).give('plan', PLAN, 'SendAnnualReport', data);
  }
  await stage.on('2023-10-30', '10:00');
  for (const { section } of reports) {
    await stage.as(supervision).give('plan', PLAN, 'ReceiveAnnualReport', { section, occurredOn: stage.today });
  }
  stage.report('潮州 2023：年度工作开展情况已报送法治督察科');
}

async function figuresOf(stage: Stage, numbers: readonly number[]) {
  const cases = [...firms, office, notary, forensic].filter((id) =>
    numbers.some((number) => id.startsWith(`${task(number)}-`)),
  );
  const results: Record<string, number> = {};
  for (const id of cases) {
    for (const { resultClass, department } of (await stage.file(id)).context.findings) {
      if (department === 'chaozhou') results[resultClass] = (results[resultClass] ?? 0) + 1;
    }
  }
  return { tasks: numbers.length, cases: cases.length, results };
}
