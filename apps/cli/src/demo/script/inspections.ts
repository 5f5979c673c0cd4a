import { crc32 } from 'node:zlib';
import {
  isSince,
  type CaseVersion,
  type ContactAttempt,
  type ResultClass,
  type Severity,
  type Signature,
} from '@srd/domain/case';
import type { Day, Id } from '@srd/kernel';
import { accountOf } from '../cast/accounts';
import { page, picture } from '../papers';
import type { Stage } from './stage';

/** Accounts of the section that a case belongs to. */
export interface Bureau {
  readonly officer: Id;
  readonly head: Id;
  readonly supervision: Id;
  readonly leader: Id;
  readonly rectification: Id;
}

/** What the inspectors write down of one item. */
export interface Result {
  readonly text: string;
  readonly resultClass: ResultClass;
  readonly severity?: Severity;
  /** For an institution that can't be reached: when and how it was tried (R83). */
  readonly contacts?: readonly (readonly [on: string, how: string])[];
}

export const nothingFound: Result = { text: '按事项清单逐项检查，未发现问题', resultClass: 'nothing-found' };

const signed: Signature = { kind: 'signed', evidence: null };

/** Whether the case runs under a version that asks for it: what was opened earlier keeps its own. */
async function isUnder(stage: Stage, id: Id, version: CaseVersion): Promise<boolean> {
  return isSince((await stage.file(id)).procedure, version);
}

/** Who sits in a department's seats: where the case was entrusted, the delegate's people sit in those of its own organ (R7). */
export async function teamOf(stage: Stage, id: Id, department?: Id): Promise<readonly { person: Id; login: Id }[]> {
  const { team, opened, delegation } = (await stage.file(id)).context;
  const own = department ?? opened.organ;
  const organ = own === opened.organ ? (delegation?.to ?? own) : own;
  return team
    .filter((member) => member.organ === organ)
    .map(({ inspector }) => ({ person: inspector, login: accountOf(inspector).login }));
}

/** A picture or a paper, which says itself that it is made up. */
function contentOf(name: string, id: Id, today: Day): Buffer {
  const seed = crc32(`${id} ${name}`);
  const title = name.slice(0, name.lastIndexOf('.'));
  return name.endsWith('.png')
    ? picture(seed)
    : page(['演示材料（机构、人员和内容均为虚构）', '', title, `案件编号：${id}`, `日期：${today}`]);
}

/** Somebody puts something on file. @returns its fingerprint */
export async function file(
  stage: Stage,
  id: Id,
  login: Id,
  name: string,
  disposition: Id | null = null,
): Promise<string> {
  const sha256 = await stage.as(login).send(name, contentOf(name, id, stage.today));
  await stage.as(login).give('case', id, 'AddEvidence', { sha256, disposition });
  return sha256;
}

/** 检查前审批 by the head. */
export async function approveInspections(stage: Stage, { head }: Bureau, ids: readonly Id[]): Promise<void> {
  for (const id of ids) {
    await stage.as(head).give('case', id, 'ApproveInspection', { unannounced: false, reason: '' });
  }
}

/** 检查通知, with the last day of the self-inspection where it comes first. */
export async function serveNotice(
  stage: Stage,
  { officer }: Bureau,
  id: Id,
  selfInspectionDueOn: string | null = null,
) {
  const document = `检查通知书（演示）${id}`;
  const data = { occurredOn: stage.today, document, selfInspectionDueOn };
  await stage.as(officer).give('case', id, 'ServeNotice', data);
}

/** How a visit goes that isn't like the others. */
interface VisitDetails {
  readonly photographs?: readonly string[];
  readonly signature?: Signature;
  /** Departments that don't turn up (trap 12). */
  readonly absent?: readonly Id[];
  /** Who serves the notice on arrival, where the visit is unannounced. */
  readonly notified?: Bureau;
}

/** The visit of one day: everybody of the team, the photographs, the end. @returns fingerprints of the evidence */
export async function visit(
  stage: Stage,
  id: Id,
  { photographs = ['现场照片1.png'], signature = signed, absent = [], notified }: VisitDetails = {},
): Promise<string[]> {
  const { context } = await stage.file(id);
  const [leads] = await teamOf(stage, id);
  if (!leads) throw new Error(`no team for ${id}`);
  const present = context.team.filter(({ organ }) => !absent.includes(organ)).map(({ inspector }) => inspector);
  const premises = context.object?.premises ?? '';
  const opened = { present, occurredOn: stage.today, premises, elsewhere: null };
  await stage.as(leads.login).give('case', id, 'OpenVisit', opened);
  if (notified) await serveNotice(stage, notified, id);
  for (const department of absent) {
    const absence = { department, reason: '当日另有紧急公务，未能到场（演示虚构）', occurredOn: stage.today };
    await stage.as(leads.login).give('case', id, 'NoteDepartmentAbsence', absence);
  }
  const evidence = [];
  for (const name of photographs) evidence.push(await file(stage, id, leads.login, name));
  await stage.later(90);
  const last = (await stage.file(id)).context.visits.at(-1)?.visit ?? '';
  // Since case/3 nobody leaves without a signature, or a note that there is none (trap 14).
  const left = (await isUnder(stage, id, 'case/3')) ? { signature } : {};
  await stage.as(leads.login).give('case', id, 'EndVisit', { visit: last, occurredOn: stage.today, ...left });
  return evidence;
}

/** 检查表 of the first item, entry by entry: met, or not with a note (R23, R70). */
export async function fillChecklist(stage: Stage, id: Id, unmet: Readonly<Record<string, string>> = {}): Promise<void> {
  const [item] = (await stage.file(id)).context.opened.items;
  const answers = (item?.checklist ?? []).map(({ id: entry }) => ({
    entry,
    mark: unmet[entry] === undefined ? 'met' : 'unmet',
    note: unmet[entry] ?? null,
  }));
  const [member] = await teamOf(stage, id);
  const filled = { item: item?.id, revision: item?.revision, answers, occurredOn: stage.today };
  await stage.as(member?.login ?? '').give('case', id, 'FillChecklist', filled);
}

/** 录入检查结果: the organ's own section, then each partner's. */
export async function record(stage: Stage, id: Id, result: Result, signature?: Signature): Promise<void> {
  const { opened, sections } = (await stage.file(id)).context;
  const { departments, items } = opened;
  const [item] = items;
  for (const { department: organ } of sections.filter(({ status }) => status !== 'absent')) {
    const own = organ === departments[0]?.organ;
    const login = (await teamOf(stage, id, organ)).at(-1)?.login ?? '';
    const contacts: ContactAttempt[] = [];
    if (own) {
      for (const [on, how] of result.contacts ?? []) {
        contacts.push({ on: on as Day, how, evidence: await file(stage, id, login, `联系记录${on}.pdf`) });
      }
    }
    const {
      text,
      resultClass,
      severity = 'none',
    } = own ? result : { ...nothingFound, text: '收费公示和价格执行情况未发现问题' };
    const findings = [{ item: item?.id, text, resultClass, severity, contacts }];
    await stage.as(login).give('case', id, 'RecordFindings', {
      department: organ,
      findings,
      signature: signature ?? signed,
      evidence: (await stage.file(id)).context.evidence,
      occurredOn: stage.today,
    });
  }
}

/** 审批检查结果: by the head, a partner's section by the partner's own officer. */
export async function approve(stage: Stage, { head }: Bureau, id: Id): Promise<void> {
  const { opened, sections } = (await stage.file(id)).context;
  for (const { department } of sections.filter(({ status }) => status !== 'absent')) {
    const by = department === opened.organ ? head : `${department}-officer`;
    await stage.as(by).give('case', id, 'ApproveFindings', { department });
  }
}

/** 公示前人工核对, where the version asks for it. @returns what is owed, and its channels */
export async function readForPublication(stage: Stage, { officer }: Bureau, id: Id) {
  const { debts, opened } = (await stage.file(id)).context;
  const owed = debts.find(({ status }) => status === 'owed');
  if (!owed) throw new Error(`${id} owes no publication on ${stage.today}`);
  const { debt, on } = owed;
  if (await isUnder(stage, id, 'case/4')) {
    const review = { debt, redactions: [], confirmed: [], reason: null };
    await stage.as(officer).give('case', id, 'ReviewPublication', review);
  }
  return { debt, channels: on ?? opened.terms.channels.value };
}

export async function post(stage: Stage, { officer }: Bureau, id: Id, debt: Id, channel: string): Promise<void> {
  await stage.as(officer).give('case', id, 'PostPublication', { debt, channel, read: true, redactions: [] });
}

export async function acknowledge(stage: Stage, { officer }: Bureau, id: Id, debt: Id, channel: string): Promise<void> {
  const receipt = `演示回执-${channel}-${id}-${debt}`;
  await stage.as(officer).give('case', id, 'AcknowledgePublication', { debt, channel, receipt });
}

/** 公示: read by somebody, then each of its channels, with its receipt. */
export async function publish(stage: Stage, bureau: Bureau, id: Id): Promise<void> {
  const { debt, channels } = await readForPublication(stage, bureau, id);
  for (const channel of channels) {
    await post(stage, bureau, id, debt, channel);
    await acknowledge(stage, bureau, id, debt, channel);
  }
}

/** 抄送备份: sent by the section, received by another (R102). */
export async function fileCopy(stage: Stage, { officer, supervision }: Bureau, id: Id): Promise<void> {
  const copy = { recipient: 'rule-of-law-supervision', occurredOn: stage.today };
  if (await isUnder(stage, id, 'case/4')) await stage.as(officer).give('case', id, 'SendCopy', copy);
  const data = { ...copy, receipt: `演示抄送回执-${id}` };
  await stage.as(supervision).give('case', id, 'FileCopy', data);
}

/** The first finding of a case, which a measure is taken on. */
export async function findingOf(stage: Stage, id: Id): Promise<Id> {
  const [finding] = (await stage.file(id)).context.findings;
  if (!finding) throw new Error(`no finding in ${id}`);
  return finding.finding;
}

/** The revisit (or, of papers only, the check) that ends a rectification, or finds that it isn't one. */
export async function followUp(
  stage: Stage,
  { rectification }: Bureau,
  id: Id,
  method: 'onSite' | 'documentary',
  text: string,
  passed = true,
) {
  const finding = await findingOf(stage, id);
  const evidence = [await file(stage, id, rectification, passed ? '回访记录.pdf' : '回访记录（未改正）.pdf', 'd1')];
  // Since case/5 a visit on the spot says who was there.
  const { team } = (await stage.file(id)).context;
  const told = method === 'onSite' && (await isUnder(stage, id, 'case/5'));
  const present = told ? team.map(({ inspector }) => inspector) : [];
  const data = { disposition: 'd1', finding, occurredOn: stage.today, passed, method, text, evidence, present };
  await stage.as(rectification).give('case', id, 'RecordFollowUp', data);
}
/** 整改报告 handed in by the institution. */
export async function reportRectification(
  stage: Stage,
  { rectification }: Bureau,
  id: Id,
  text: string,
): Promise<void> {
  const finding = await findingOf(stage, id);
  const evidence = [await file(stage, id, rectification, '整改报告.pdf', 'd1')];
  const data = { disposition: 'd1', finding, occurredOn: stage.today, text, evidence };
  await stage.as(rectification).give('case', id, 'ReportRectification', data);
}
