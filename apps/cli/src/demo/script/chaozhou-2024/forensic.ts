import { rosterId } from '@srd/application';
import { poolOf, roster } from '@srd/domain/roster';
import type { Id } from '@srd/kernel';
import { page } from '../../papers';
import { services } from '../chaozhou-2023/bureaus';
import { draw } from '../draws';
import {
  approve,
  approveInspections,
  fileCopy,
  findingOf,
  nothingFound,
  publish,
  record,
  serveNotice,
  visit,
} from '../inspections';
import { guide } from '../measures';
import type { Stage } from '../stage';
import { ceremony, complete, PLAN, task } from './tasks';

const { officer } = services;
const institution = `${task(6)}-1`;
const people = `${task(6)}:practitioners`;
const appraisers = [1, 2].map((number) => `${people}-${number}`);

/** May: drawn on the provincial platform, imported by its receipt (A二(二); R62, R63, C23); then two of those who practise there (R19, C5). */
export async function drawOnThePlatform(stage: Stage): Promise<void> {
  await stage.on('2024-05-13', '14:00');
  const stream = `roster-${rosterId('chaozhou', 'forensic-institution').replace('.', '-')}`;
  const pool = poolOf(await stage.read(roster, stream)).map(({ institution: id }) => id);
  // The platform's own chance, which nobody can repeat.
  const [byte = 0] = stage.stores.chance.bytes(1);
  const selected = [pool[byte % pool.length] ?? ''];
  const export_ = page(['演示材料（虚构）', '', '省级平台抽取结果', `抽中：${selected.join('、')}`]);
  const sha256 = await stage.as(officer).send('平台抽取结果.pdf', export_);
  await stage.as(officer).give('selection', task(6), 'ImportPlatformDraw', {
    plan: PLAN,
    contributors: [],
    selected,
    reserve: [],
    assigned: [],
    receipt: {
      platform: '广东省“双随机、一公开”综合监管平台（演示虚构回执）',
      number: '演示-445100-2024-0006',
      drawnAt: '2024-05-13T02:30:00.000Z',
      file: { label: '平台抽取结果', sha256 },
    },
  });
  await stage.on('2024-05-14');
  await draw(stage, ceremony(officer, people, 14));
  await stage.on('2024-05-15');
  await draw(stage, ceremony(officer, `${task(6)}:team`, 14));
  await draw(stage, ceremony(officer, `${people}:team`, 16));
  await stage.on('2024-05-17', '14:00');
  await approveInspections(stage, services, [institution, ...appraisers]);
  for (const id of [institution, ...appraisers]) await serveNotice(stage, services, id);
  stage.report('潮州 2024：司法鉴定机构由省级平台抽取并导入回执，另抽司法鉴定人 2 名');
}

/** What looks like a crime goes to the judiciary, and is settled by its receipt (R82). */
export async function refersACrime(stage: Stage): Promise<void> {
  await stage.on('2024-05-22', '09:30');
  await visit(stage, institution, { photographs: ['鉴定文书抽查记录.pdf'] });
  await stage.on('2024-05-23', '10:00');
  await record(stage, institution, {
    text: '抽查鉴定文书20份，1份所附检验数据疑系伪造',
    resultClass: 'crime-suspected',
    severity: 'serious',
  });
  await stage.on('2024-05-24', '14:00');
  await approve(stage, services, institution);
  await stage.on('2024-05-27', '09:30');
  await publish(stage, services, institution);
  await fileCopy(stage, services, institution);
  await stage.on('2024-05-29', '14:00');
  const on = { finding: await findingOf(stage, institution), occurredOn: stage.today };
  await stage.as(officer).give('case', institution, 'ReferToJudiciary', {
    ...on,
    documentNumber: '演示移字〔2024〕1号（虚构）',
    recipient: '潮州市公安局（演示虚构）',
  });
  await stage.on('2024-06-07', '10:00');
  const receipt = { ...on, disposition: 'd1', occurredOn: stage.today, receipt: '演示移送回执〔2024〕1号（虚构）' };
  await stage.as(officer).give('case', institution, 'FileReferralReceipt', receipt);
  await complete(stage, officer, 6);
}

/** Practitioners under ids; the published result names their institution and nobody (R19, C24). */
export async function inspectAppraisers(stage: Stage): Promise<void> {
  const [first = '', second = ''] = appraisers;
  await stage.on('2024-05-23', '14:00');
  for (const id of appraisers) await visit(stage, id, { photographs: ['执业档案抽查记录.pdf'] });
  await stage.on('2024-05-24', '10:00');
  for (const id of appraisers) await record(stage, id, nothingFound);
  await stage.on('2024-05-27', '14:00');
  for (const id of appraisers) await approve(stage, services, id);
  await stage.at('16:00');
  for (const id of appraisers) await conclude(stage, id);
  await stage.on('2024-05-30', '10:00');
  await guide(stage, officer, first, 'publicity', '宣讲鉴定人执业规范');
  await guide(stage, officer, second, 'publicity', '宣讲鉴定人执业规范');
}

async function conclude(stage: Stage, id: Id): Promise<void> {
  await publish(stage, services, id);
  await fileCopy(stage, services, id);
}
