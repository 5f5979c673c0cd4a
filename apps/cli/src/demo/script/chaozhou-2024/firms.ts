import { lawyers } from '../chaozhou-2023/bureaus';
import { draw } from '../draws';
import { approveInspections, serveNotice } from '../inspections';
import type { Stage } from '../stage';
import { ceremony, firm, firmCases, firmsOf, PLAN, task } from './tasks';

const { officer, head, leader } = lawyers;
export const COMPLAINT = 'fc-chaozhou-2024-1';

/** March: the draw of the law firms, listed ones in a stratum of their own (R49, C13); what changes before the visits. */
export async function drawFirms(stage: Stage): Promise<void> {
  await stage.on('2024-03-11');
  await draw(stage, ceremony(officer, task(3), 9));
  await stage.on('2024-03-12', '10:00');
  await mergeComplaint(stage);
  await stage.on('2024-03-13', '10:00');
  await entrust(stage);
  await stage.on('2024-03-14');
  await draw(stage, ceremony(officer, `${task(3)}:team`, 9));
  await stage.on('2024-03-18', '10:00');
  await recuse(stage);
  await stage.on('2024-03-19', '10:00');
  await approveInspections(stage, lawyers, firmCases);
  await stage.on('2024-03-20', '10:00');
  for (const id of firmCases) await serveNotice(stage, lawyers, id);
  stage.report(
    '潮州 2024：律师事务所抽取 6 家（名单内 1 家单列），投诉并入 1 件，委托饶平检查 1 件，更换检查人员 1 名',
  );
}

/** A complaint about a firm that has just been drawn: approved, and looked into at the same visit (B二(八)(九); R89, trap 11). */
async function mergeComplaint(stage: Stage): Promise<void> {
  const drawn = await firm(stage, 0);
  const occurredOn = stage.today;
  await stage.as(leader).give('case', COMPLAINT, 'OpenForCause', {
    section: 'lawyer-administration',
    sector: 'law-firm',
    institution: (await stage.file(drawn)).context.object?.id ?? '',
    ground: 'complaint',
    source: { reference: '演示投诉〔2024〕1号（虚构）', receivedOn: '2024-03-11' },
    method: 'onSite',
    window: { from: occurredOn, to: '2024-05-31' },
    proposedBy: officer,
    urgent: null,
    occurredOn,
  });
  await stage.at('15:00');
  await stage.as(head).give('case', drawn, 'MergeCause', { case: COMPLAINT, occurredOn });
}

/** The case stays the city's, the county's people go there (B二(三); R7). */
async function entrust(stage: Stage): Promise<void> {
  await stage.as(leader).give('case', await firm(stage, 1), 'DelegateInspection', {
    to: 'raoping',
    document: '演示委托书〔2024〕1号（虚构）',
    reason: '就近检查，由饶平县司法局派员（演示虚构）',
    occurredOn: stage.today,
  });
}

/** The institution asks for a member to stand back; the next of the draw comes in, and nobody is picked by hand (R61, trap 6). */
async function recuse(stage: Stage): Promise<void> {
  const id = await firm(stage, 2);
  const { inspector } = (await stage.file(id)).context.team[0] ?? {};
  await stage.as(officer).give('case', id, 'RequestRecusal', {
    recusal: 'r1',
    inspector,
    ground: '机构称其与本所负责人系同门师生（演示虚构）',
    origin: 'institution',
    occurredOn: stage.today,
  });
  await stage.at('15:00');
  const decision = { recusal: 'r1', granted: true, reason: '查证属实（演示虚构）' };
  await stage.as(head).give('case', id, 'DecideRecusal', decision);
  const replacement = { case: id, seat: 0, reason: '原人员应当回避' };
  await stage.as(officer).give('selection', `${task(3)}:team`, 'ReplaceDrawnInspector', replacement);
}

/** May: everything of the task that has an end is at its end by 20 August, and the circular names two of them (R95). */
export async function circulate(stage: Stage): Promise<void> {
  await stage.on('2024-05-27', '10:00');
  const { listed, others } = await firmsOf(stage);
  const objectOf = async (id: string) => (await stage.file(id)).context.object?.id ?? '';
  const refusing = others[3] ?? '';
  await stage.as(officer).give('circular', `${PLAN}-c1`, 'DraftCircular', {
    section: 'lawyer-administration',
    title: '关于2024年上半年律师事务所随机抽查情况的通报（演示虚构）',
    number: '演示通〔2024〕1号（虚构）',
    task: task(3),
    period: { from: '2024-03-01', to: '2024-05-31' },
    audience: 'public',
    text: '上半年共抽查律师事务所6家，其中名单内1家单列抽取，结果均已公示。',
    named: [
      { object: await objectOf(listed), case: listed, stance: 'commended', text: '恢复执业后各项制度健全' },
      { object: await objectOf(refusing), case: refusing, stance: 'criticised', text: '不配合检查，情节严重' },
    ],
  });
  await stage.on('2024-05-28', '10:00');
  await stage.as(head).give('circular', `${PLAN}-c1`, 'IssueCircular');
}
