import type { CaseBody } from './bodies';
import { loginOf } from './people';
import { until, type House } from './server';

/** Accounts of the section that a case belongs to. */
export interface Bureau {
  readonly officer: string;
  readonly head: string;
  readonly supervision: string;
  readonly leader: string;
  readonly rectification: string;
}

const shared = {
  supervision: 'chaozhou-supervision',
  leader: 'chaozhou-leader',
  rectification: 'chaozhou-rectification',
} as const;
/** 律师工作管理科: law firms and grassroots offices (R1). */
export const lawyers: Bureau = { officer: 'chaozhou-lawyer-officer', head: 'chaozhou-lawyer-head', ...shared };
/** 公共法律服务管理科: notary offices and forensic institutions (R2). */
export const services: Bureau = { officer: 'chaozhou-service-officer', head: 'chaozhou-service-head', ...shared };

/** What the inspectors write down of the case's first item. */
export interface Result {
  readonly text: string;
  readonly resultClass: string;
  readonly severity?: string;
  readonly contacts?: readonly { readonly on: string; readonly how: string; readonly evidence: string }[];
}
export const nothingFound: Result = { text: '按事项清单逐项检查，未发现问题。', resultClass: 'nothing-found' };

/** A case as its officer sees it. */
export function caseOf(house: House, id: string, reader = lawyers.officer): Promise<CaseBody> {
  return house.as(reader).read<CaseBody>(`/api/v1/cases/${id}`);
}

/** Waits until a case stands at a stage: the draws reach it by themselves. */
export function caseAt(house: House, id: string, stage: string, reader = lawyers.officer): Promise<CaseBody> {
  return until(async () => {
    const { status, body } = await house.as(reader).get<CaseBody>(`/api/v1/cases/${id}`);
    return status === 200 && body.stage.code === stage ? body : undefined;
  }, `${id} at ${stage}`);
}

/** Puts a paper on file. @returns its fingerprint */
export async function file(house: House, id: string, login: string, name: string, disposition: string | null = null) {
  const sha256 = await house.as(login).paper(name, `${id} ${name}`);
  await house.as(login).give('cases', id, 'AddEvidence', { sha256, disposition });
  return sha256;
}

/** 检查审批 and 检查通知. */
export async function approveAndNotify(house: House, bureau: Bureau, id: string, on: string): Promise<void> {
  await house.as(bureau.head).give('cases', id, 'ApproveInspection', { unannounced: false, reason: '' });
  await house.as(bureau.officer).give('cases', id, 'ServeNotice', { occurredOn: on, document: `通知书 ${id}` });
}

/** A day's visit by the whole team at the registered premises. */
export async function visit(house: House, bureau: Bureau, id: string, on: string): Promise<void> {
  const { team, object, opened } = await caseOf(house, id, bureau.officer);
  const leading = loginOf(team.find(({ organ }) => organ === opened.organ)?.inspector ?? '');
  const present = team.map(({ inspector }) => inspector);
  await house.as(leading).give('cases', id, 'OpenVisit', { present, occurredOn: on, premises: object?.premises });
  await file(house, id, leading, '现场笔录.pdf');
  const { visits } = await caseOf(house, id, bureau.officer);
  await house.as(leading).give('cases', id, 'EndVisit', { visit: visits.at(-1)?.visit, occurredOn: on });
}

/** Login of a member of the team from an organ; the last of them writes the record. */
export async function recorderOf(house: House, bureau: Bureau, id: string, organ?: string): Promise<string> {
  const { team, opened } = await caseOf(house, id, bureau.officer);
  return loginOf(team.findLast((member) => member.organ === (organ ?? opened.organ))?.inspector ?? '');
}

/** 录入检查结果, each department its own part. */
export async function record(house: House, bureau: Bureau, id: string, on: string, result: Result, signature?: object) {
  const { opened } = await caseOf(house, id, bureau.officer);
  for (const { organ } of opened.departments) {
    const findings = [{ ...(organ === opened.organ ? result : nothingFound), item: opened.items[0]?.id }];
    const login = await recorderOf(house, bureau, id, organ);
    await house.as(login).give('cases', id, 'RecordFindings', {
      department: organ,
      findings,
      signature: signature ?? { kind: 'signed' },
      evidence: [],
      occurredOn: on,
    });
  }
}

/** 审批检查结果, each department its own part. */
export async function approve(house: House, bureau: Bureau, id: string): Promise<void> {
  const { opened } = await caseOf(house, id, bureau.officer);
  for (const { organ } of opened.departments) {
    const login = organ === opened.organ ? bureau.head : `${organ}-officer`;
    await house.as(login).give('cases', id, 'ApproveFindings', { department: organ });
  }
}

/** 公示 of what is owed, on every channel, with its receipt. */
export async function publish(house: House, bureau: Bureau, id: string): Promise<void> {
  const { debts, opened } = await caseOf(house, id, bureau.officer);
  const debt = debts.find(({ status }) => status === 'owed')?.debt;
  for (const channel of opened.terms.channels.value) {
    await house.as(bureau.officer).give('cases', id, 'PostPublication', { debt, channel, read: true });
    const receipt = `回执 ${channel} ${id}`;
    await house.as(bureau.officer).give('cases', id, 'AcknowledgePublication', { debt, channel, receipt });
  }
}

/** 抄送备份 (R102). */
export async function fileCopy(house: House, bureau: Bureau, id: string, on: string): Promise<void> {
  const data = { recipient: 'rule-of-law-supervision', receipt: `抄送 ${id}`, occurredOn: on };
  await house.as(bureau.supervision).give('cases', id, 'FileCopy', data);
}
