import { madeUpBasis } from '../../cast/organs';
import { institutions } from '../../cast/institutions';
import { page, picture } from '../../papers';
import { lawyers, supervision } from '../chaozhou-2023/bureaus';
import { draw, witnesses } from '../draws';
import {
  approve,
  approveInspections,
  fileCopy,
  findingOf,
  followUp,
  publish,
  record,
  serveNotice,
  teamOf,
  visit,
} from '../inspections';
import {
  confirmListing,
  grantEnd,
  hearListed,
  postListing,
  proposeForPenalty,
  requestEnd,
  serveListingNotice,
} from '../listings';
import { decidePenalty, guide, hear, openInvestigation, servePenaltyNotice } from '../measures';
import type { Stage } from '../stage';
import { ceremony, complete, PLAN, task } from './tasks';

const { officer } = lawyers;
const [punished, corrected] = [1, 2].map((number) => `${task(4)}-${number}`) as [string, string];

/** April: balls out of a drum before witnesses, recorded with what was kept of it (B二(九)摇号; R57, C23). */
export async function drawByLot(stage: Stage): Promise<void> {
  await stage.on('2024-04-15', '10:00');
  const balls = institutions.filter(({ organ, sector }) => organ === 'chaozhou' && sector === 'grassroots-office');
  const order = [...balls.keys()].map((ball) => ({ ball, turn: stage.stores.chance.bytes(4).toString() }));
  const [first, second, next] = order
    .toSorted((a, b) => (a.turn < b.turn ? -1 : 1))
    .map(({ ball }) => balls[ball]?.id ?? '');
  const film = await stage.as(officer).send('摇号现场照片.png', picture(20_240_415));
  const minutes = page(['演示材料（虚构）', '', '摇号记录', `抽中顺序：${first}、${second}；候补：${next}`]);
  const signed = await stage.as(officer).send('摇号记录.pdf', minutes);
  await stage.at('11:00');
  await stage.as(officer).give('selection', task(4), 'RecordPhysicalLot', {
    plan: PLAN,
    contributors: await witnesses(stage),
    selected: [first, second],
    reserve: [next],
    assigned: [],
    held: {
      method: 'balls',
      place: '潮州市司法局三楼会议室（演示虚构）',
      occurredOn: stage.today,
      heldBy: [`p-${officer}`, `p-${supervision}`],
      evidence: [
        { label: '摇号现场照片', sha256: film },
        { label: '摇号记录（两名见证人签字）', sha256: signed },
      ],
    },
  });
  await stage.on('2024-04-16');
  await draw(stage, ceremony(officer, `${task(4)}:team`, 9));
  await stage.on('2024-04-18', '14:00');
  await approveInspections(stage, lawyers, [punished, corrected]);
  for (const id of [punished, corrected]) await serveNotice(stage, lawyers, id);
  stage.report('潮州 2024：基层法律服务所现场摇号抽取 2 家，留存现场证据和见证人');
}

/** Penalized and listed, put right and repaired before its day (R87, C20). */
export async function repairs(stage: Stage): Promise<void> {
  const id = punished;
  await stage.on('2024-04-23', '09:30');
  await visit(stage, id, { photographs: ['卷宗抽查记录.pdf', '现场照片1.png'] });
  await stage.on('2024-04-24', '10:00');
  await record(stage, id, {
    text: '超出业务范围提供服务，涉嫌违法',
    resultClass: 'breach-investigation',
    severity: 'ordinary',
  });
  await stage.on('2024-04-25', '11:00');
  await approve(stage, lawyers, id);
  await stage.on('2024-04-26', '11:00');
  await publish(stage, lawyers, id);
  await fileCopy(stage, lawyers, id);
  await stage.on('2024-04-29', '10:00');
  await openInvestigation(stage, lawyers, id);
  await guide(stage, officer, id, 'demonstration', '提供规范业务的示范文本');
  await stage.on('2024-05-13', '10:00');
  await servePenaltyNotice(stage, lawyers, id, '2024-05-20');
  await stage.on('2024-05-15', '10:00');
  await hear(stage, lawyers, id, '书面放弃陈述申辩', true);
  await stage.on('2024-05-21', '10:00');
  await decidePenalty(stage, lawyers, id, ['警告']);
  await stage.on('2024-05-22', '11:00');
  await publish(stage, lawyers, id);
  await stage.on('2024-05-23', '11:00');
  await proposeForPenalty(stage, lawyers, id, madeUpBasis('第九条'));
  await serveListingNotice(stage, lawyers, id, 'credit');
  await stage.on('2024-05-27', '11:00');
  await hearListed(stage, lawyers, id, 'credit');
  await stage.on('2024-05-30', '10:00');
  await confirmListing(stage, lawyers, id, 'credit', { until: '2025-05-29', reason: '事实清楚，依据充分' });
  await postListing(stage, lawyers, id, 'credit');
  await stage.on('2024-06-03', '10:00');
  await complete(stage, officer, 4);
  await stage.on('2024-08-05', '10:00');
  await requestEnd(stage, lawyers, id, 'credit', 'repaired', '已履行处罚决定并完成整改，申请信用修复（演示虚构）');
  await stage.on('2024-08-09', '10:00');
  await grantEnd(stage, lawyers, id, 'credit', '经核实已履行义务，准予修复（演示虚构）');
  await stage.at('15:00');
  await postListing(stage, lawyers, id, 'credit');
}

/** Corrected on the spot; a member tells of an interest after the result was approved: the case is flagged, the result stays (R61, trap 6). */
export async function learnsOfAnInterest(stage: Stage): Promise<void> {
  const id = corrected;
  await stage.on('2024-04-24', '09:30');
  await visit(stage, id);
  await stage.on('2024-04-25', '10:00');
  await record(stage, id, {
    text: '服务收费未公示，检查时已当场补正',
    resultClass: 'corrected-on-spot',
    severity: 'minor',
  });
  await stage.on('2024-04-26', '10:00');
  await approve(stage, lawyers, id);
  await stage.as(officer).give('case', id, 'NoteOnSpotCorrection', {
    finding: await findingOf(stage, id),
    occurredOn: '2024-04-24',
    text: '已当场责令改正，收费标准已上墙公示',
  });
  await stage.on('2024-04-28', '10:00');
  await publish(stage, lawyers, id);
  await fileCopy(stage, lawyers, id);
  await stage.on('2024-05-08', '10:00');
  const [member] = await teamOf(stage, id);
  if (!member) throw new Error(`no team for ${id}`);
  const interest = { inspector: member.person, relation: '近亲属曾在该所任职（演示虚构）', occurredOn: stage.today };
  await stage.as(member.login).give('case', id, 'DiscloseInterest', interest);
  await stage.at('15:00');
  await followUp(stage, lawyers, id, 'documentary', '核查公示照片，已改正');
}
