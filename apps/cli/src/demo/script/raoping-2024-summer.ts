import { institutions } from '../cast/institutions';
import { draw } from './draws';
import {
  approve,
  approveInspections,
  fileCopy,
  fillChecklist,
  file,
  nothingFound,
  publish,
  record,
  serveNotice,
  teamOf,
  visit,
} from './inspections';
import { ceremony, complete, PLAN, raoping, task } from './raoping-2024';
import type { Stage } from './stage';

const { officer, head, leader, supervision } = raoping;
const [announced, surprised] = [1, 2].map((number) => `${task(4)}-${number}`) as [string, string];
const papers = 'fc-raoping-2024-2';

/** Recorded after its checklist, approved, published, copied. */
async function toTheEnd(stage: Stage, id: string, recordedOn: string, approvedOn: string): Promise<void> {
  await stage.on(recordedOn, '10:00');
  await record(stage, id, nothingFound);
  await stage.on(approvedOn, '10:00');
  await approve(stage, raoping, id);
  await publish(stage, raoping, id);
  await fileCopy(stage, raoping, id);
}

/** Lent by the city with both organs' consent, since three are few for two offices that some of them saw in spring (R21, trap 5). */
async function borrow(stage: Stage): Promise<void> {
  await stage.on('2024-07-24', '10:00');
  await stage.as('chaozhou-public-head').give('inspectors', 'chaozhou', 'LendInspector', {
    person: 'p-chaozhou-inspector-5',
    loan: 'loan-raoping-1',
    borrower: 'raoping',
    from: '2024-07-25',
    until: '2024-12-31',
    reason: '县局持证人员不足（演示虚构）',
    borrowerConsent: { by: head, document: '演示借调函〔2024〕1号（虚构）', on: stage.today },
  });
}

/**
 * The second half-year's offices: one looks into itself while the visit of two days goes on, the other is moved and visited without
 * notice beforehand; both by the item's checklist (R23, R50, R69, R70, R73).
 */
export async function inspectsOffices(stage: Stage): Promise<void> {
  await borrow(stage);
  await stage.on('2024-07-25', '10:00');
  await stage.as(supervision).give('plan', PLAN, 'AllotTask', { task: task(4) });
  await stage.on('2024-07-29');
  await draw(stage, ceremony(task(4), 9));
  await stage.on('2024-07-30');
  await draw(stage, ceremony(`${task(4)}:team`, 9));
  await stage.on('2024-07-31', '10:00');
  await approveInspections(stage, raoping, [announced]);
  await serveNotice(stage, raoping, announced, '2024-08-09');
  await stage.as(head).give('case', surprised, 'ApproveInspection', {
    unannounced: true,
    reason: '防止补造卷宗（演示虚构）',
  });
  await stage.at('15:00');
  await stage.as(head).give('case', surprised, 'MoveVisit', {
    window: { from: '2024-08-07', to: '2024-08-30' },
    reason: '对象办公场所装修（演示虚构）',
    occurredOn: stage.today,
  });
  await visitOfTwoDays(stage, announced);
  await stage.on('2024-08-08', '15:00');
  await visit(stage, surprised, { notified: raoping });
  await fillChecklist(stage, surprised);
  await toTheEnd(stage, announced, '2024-08-09', '2024-08-12');
  await toTheEnd(stage, surprised, '2024-08-12', '2024-08-13');
  await complete(stage, 4);
}

async function visitOfTwoDays(stage: Stage, id: string): Promise<void> {
  await stage.on('2024-08-06', '09:30');
  const { object, team } = (await stage.file(id)).context;
  const leads = (await teamOf(stage, id))[0]?.login ?? '';
  const present = team.map(({ inspector }) => inspector);
  const opened = { present, occurredOn: stage.today, premises: object?.premises ?? '', elsewhere: null };
  await stage.as(leads).give('case', id, 'OpenVisit', opened);
  await file(stage, id, leads, '现场照片1.png');
  const report = { occurredOn: stage.today, summary: '对照检查表自查，未发现问题（演示虚构）', evidence: [] };
  await stage.as(officer).give('case', id, 'ReportSelfInspection', report);
  await stage.on('2024-08-07', '11:00');
  await fillChecklist(stage, id);
  const last = (await stage.file(id)).context.visits.at(-1)?.visit ?? '';
  const signature = { kind: 'signed', evidence: null };
  await stage.as(leads).give('case', id, 'EndVisit', { visit: last, occurredOn: stage.today, signature });
}

/** Ordered by a superior, looked into by papers alone (R66, R67, R89). */
export async function looksAtPapers(stage: Stage): Promise<void> {
  await stage.on('2024-07-15', '10:00');
  const drawn = (await stage.file(`${task(1)}-1`)).context.object?.id;
  const firms = institutions.filter(({ organ, sector }) => organ === 'raoping' && sector === 'law-firm');
  const occurredOn = stage.today;
  await stage.as(leader).give('case', papers, 'OpenForCause', {
    section: 'legal-services',
    sector: 'law-firm',
    institution: firms.find(({ id }) => id !== drawn)?.id ?? '',
    ground: 'instruction',
    source: { reference: '演示交办〔2024〕3号（虚构）', receivedOn: '2024-07-12' },
    method: 'documentary',
    window: { from: occurredOn, to: '2024-08-31' },
    proposedBy: officer,
    urgent: null,
    occurredOn,
  });
  const inspectors = [2, 3].map((number) => `p-raoping-inspector-${number}`);
  await stage.as(head).give('case', papers, 'AppointTeam', { inspectors, reason: '上级交办（演示虚构）', occurredOn });
  await approveInspections(stage, raoping, [papers]);
  await serveNotice(stage, raoping, papers);
  await stage.on('2024-07-18', '14:00');
  const list = ['2023年收案登记簿', '委托合同10份', '收费票据存根'];
  await stage.as(officer).give('case', papers, 'ReceiveMaterials', { list, evidence: [], occurredOn: stage.today });
  await stage.on('2024-07-19', '09:30');
  await visit(stage, papers, { photographs: ['材料核查记录.pdf'] });
  await toTheEnd(stage, papers, '2024-07-22', '2024-07-23');
}

/** The district has another name from here on; what was opened before keeps the old one (trap 13). */
export async function isRenamed(stage: Stage): Promise<void> {
  await stage.on('2024-08-19', '10:00');
  await stage.as(leader).give('organ', 'raoping', 'RenameOrgan', {
    name: '饶平新区司法局（演示）',
    reason: '行政区划调整（演示虚构）',
    occurredOn: stage.today,
  });
}
