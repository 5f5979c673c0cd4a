import { integrity, unsent } from '@srd/domain/integrity';
import type { Id } from '@srd/kernel';
import { madeUpBasis } from '../../cast/organs';
import { firms as firms2023, lawyers } from '../chaozhou-2023/bureaus';
import { approve, fileCopy, findingOf, followUp, nothingFound, publish, record, visit } from '../inspections';
import {
  confirmListing,
  grantEnd,
  hearListed,
  postListing,
  proposeForPenalty,
  proposeUnheeded,
  requestEnd,
  serveListingNotice,
} from '../listings';
import { annulPenalty, decidePenalty, guide, hear, openInvestigation, servePenaltyNotice } from '../measures';
import type { Stage } from '../stage';
import { complete, firm, firmsOf } from './tasks';

const { officer, rectification } = lawyers;

/** The firm that 2023 listed as unreachable is there again: nothing found, and taken off the list (R92, C20). */
export async function comesOffTheList(stage: Stage): Promise<void> {
  await stage.on('2024-03-26', '09:30');
  const { listed: id } = await firmsOf(stage);
  await visit(stage, id);
  await stage.on('2024-03-27', '15:00');
  await record(stage, id, nothingFound);
  await stage.on('2024-03-28', '15:00');
  await approve(stage, lawyers, id);
  await stage.on('2024-03-29', '10:00');
  await publish(stage, lawyers, id);
  await fileCopy(stage, lawyers, id);
  // The entry rests on the case of 2023.
  const listing = firms2023[3];
  await stage.on('2024-04-22', '10:00');
  await requestEnd(stage, lawyers, listing, 'abnormal', 'removed', '已恢复办公，检查时联系正常（演示虚构）');
  await stage.on('2024-04-25', '10:00');
  await grantEnd(stage, lawyers, listing, 'abnormal', '经核实已可联系，列入情形消失（演示虚构）');
  await stage.at('15:00');
  await postListing(stage, lawyers, listing, 'abnormal');
}

/** Entrusted to the county: a risk that neither reminder nor interview ended; listed, and off the list by itself (R7, R85, R86, C20). */
export async function takesNoHeed(stage: Stage): Promise<void> {
  await stage.on('2024-04-09', '09:30');
  const id = await firm(stage, 1);
  await visit(stage, id);
  await stage.on('2024-04-10', '10:00');
  await record(stage, id, {
    text: '收费台账登记不及时，尚未违反规定，但存在风险',
    resultClass: 'risk',
    severity: 'none',
  });
  await stage.on('2024-04-11', '10:00');
  await approve(stage, lawyers, id);
  await stage.on('2024-04-12', '10:00');
  await publish(stage, lawyers, id);
  await fileCopy(stage, lawyers, id);
  await stage.on('2024-04-15', '10:00');
  const reminder = { finding: await findingOf(stage, id), occurredOn: stage.today, text: '书面提醒：请及时登记台账' };
  await stage.as(rectification).give('case', id, 'IssueReminder', reminder);
  await stage.on('2024-04-25', '14:00');
  await followUp(stage, lawyers, id, 'documentary', '台账仍未补登', false);
  await stage.on('2024-04-26', '14:00');
  const interview = { ...reminder, disposition: 'd1', occurredOn: stage.today, text: '约谈负责人，要求两周内补登' };
  await stage.as(rectification).give('case', id, 'HoldInterview', interview);
  await stage.on('2024-05-11', '10:00');
  await followUp(stage, lawyers, id, 'onSite', '约谈后仍未补登', false);
  await stage.on('2024-05-13', '14:00');
  await proposeUnheeded(stage, lawyers, id, madeUpBasis('第六条'), '经提醒和约谈仍不纠正，拟列入以示警示');
  await serveListingNotice(stage, lawyers, id, 'abnormal');
  // Nobody said anything: the daily job closed the window.
  await stage.on('2024-05-22', '10:00');
  const decision = { until: '2024-07-31', reason: '期限内未陈述申辩，可以列入' };
  await confirmListing(stage, lawyers, id, 'abnormal', decision);
  await stage.at('15:00');
  await postListing(stage, lawyers, id, 'abnormal');
  await stage.on('2024-08-02', '10:00');
  await postListing(stage, lawyers, id, 'abnormal');
}

/** A breach that is investigated, told, heard and penalized; what came of it is published after the result (R74, R78, R81). */
async function penalized(stage: Stage, place: number, from: string): Promise<Id> {
  await stage.on(from, '09:30');
  const id = await firm(stage, place);
  await visit(stage, id);
  await stage.on('2024-04-18', '10:00');
  await record(stage, id, {
    text: '以不正当手段承揽业务，涉嫌违法',
    resultClass: 'breach-investigation',
    severity: 'serious',
  });
  await stage.on('2024-04-19', '10:00');
  await approve(stage, lawyers, id);
  await stage.at('15:00');
  await publish(stage, lawyers, id);
  await fileCopy(stage, lawyers, id);
  await stage.on('2024-04-22', '15:00');
  await openInvestigation(stage, lawyers, id);
  await guide(stage, officer, id, 'persuasion', '规劝依法规范业务承揽');
  await stage.on('2024-05-20', '10:00');
  await servePenaltyNotice(stage, lawyers, id, '2024-05-27');
  await stage.on('2024-05-24', '10:00');
  await hear(stage, lawyers, id, '机构陈述已停止相关做法，请求从轻');
  await stage.on('2024-06-05', '10:00');
  await decidePenalty(stage, lawyers, id, ['警告', '罚款']);
  await stage.on('2024-06-06', '10:00');
  await publish(stage, lawyers, id);
  await stage.on('2024-06-11', '10:00');
  await proposeForPenalty(stage, lawyers, id, madeUpBasis('第九条'));
  await serveListingNotice(stage, lawyers, id, 'credit');
  await stage.on('2024-06-13', '10:00');
  await hearListed(stage, lawyers, id, 'credit');
  await stage.on('2024-06-18', '10:00');
  await confirmListing(stage, lawyers, id, 'credit', { until: '2025-06-17', reason: '事实清楚，依据充分' });
  await stage.at('15:00');
  await postListing(stage, lawyers, id, 'credit');
  return id;
}

/** One of its members had to stand back. The entry stands; what is new in its file goes to the credit platform (R87, R94–R96). */
export async function staysOnTheList(stage: Stage): Promise<void> {
  const id = await penalized(stage, 2, '2024-04-16');
  await stage.on('2024-06-20', '10:00');
  const object = (await stage.file(id)).context.object?.id ?? '';
  const send = () => stage.as(officer).give('integrity', object, 'SendCreditData', { channel: 'credit-platform' });
  await send();
  // The platform stays silent past its days; what it didn't take is sent again.
  await stage.on('2024-06-24', '10:00');
  await send();
  await stage.on('2024-06-25', '10:00');
  const receipt = { batch: 'b2', receipt: `演示回执-credit-platform-${object}-b2` };
  await stage.as(officer).give('integrity', object, 'ReceiveCreditData', receipt);
  const waiting = unsent(await stage.read(integrity, `integrity-${object}`)).length;
  if (waiting > 0) throw new Error(`${waiting} entries of ${object} weren't sent`);
}

/** The penalty falls on reconsideration: the entry goes by itself, and both publications are taken back (R87, traps 7 and 8). */
export async function penaltyFalls(stage: Stage): Promise<void> {
  const id = await penalized(stage, 4, '2024-04-17');
  await stage.on('2024-07-15', '10:00');
  await annulPenalty(stage, lawyers, id, '行政复议认定适用依据错误，予以撤销（演示虚构）');
  await stage.on('2024-07-16', '10:00');
  await publish(stage, lawyers, id);
  await postListing(stage, lawyers, id, 'credit');
  await stage.on('2024-07-17', '10:00');
  await complete(stage, officer, 3);
}
