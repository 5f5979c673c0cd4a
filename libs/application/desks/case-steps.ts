import { calendar, calendarDays } from '@srd/domain/calendar';
import { seatOf, type CaseState, type OpenCase } from '@srd/domain/case';
import { inspectorOf, inspectors } from '@srd/domain/inspectors';
import type { Id } from '@srd/kernel';
import { receivedBy } from '../attachments/received';
import { attachmentName, checkEnding } from '../attachments/types';
import type { Facts } from '../desk';
import { refuse } from '../refusals';
import { inspectorsStream } from './inspector-pool';
import { CALENDAR } from './organs';

export type CaseFacts = Facts<CaseState>;
export type Data = Readonly<Record<string, unknown>>;
/** One thing that a command is given before its rule is asked. */
export type Step = (data: Data, facts: CaseFacts) => Data | Promise<Data>;

/** One preparation after the other. */
export function all(...steps: readonly Step[]): never {
  const run: Step = async (data, facts) => {
    let prepared = data;
    for (const step of steps) prepared = await step(prepared, facts);
    return prepared;
  };
  return run as never;
}

/** The case, which must exist. */
export function opened({ state, id }: Pick<CaseFacts, 'state' | 'id'>): OpenCase {
  return state ?? refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的案件`);
}

/** The first free id of a kind within the case: `f1`, `d2` … */
export function nextId(letter: string, taken: readonly Id[]): Id {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}

export const withCalendar: Step = async (data, { evidence }) => ({
  ...data,
  calendar: calendarDays(await evidence.of(calendar, CALENDAR)),
});

/** The asker's own entry among the organ's inspectors, so that nobody approves what they inspected (C7). */
export const asInspector: Step = async (data, { evidence, who }) => {
  if (!who) return { ...data, asInspector: null };
  const roster = await evidence.of(inspectors, inspectorsStream(who.organ));
  return { ...data, asInspector: inspectorOf(roster, who.person) ? who.person : null };
};

/** The organ for which the asker acts: what is one organ's to decide isn't another's (B二(三), A二(二)). */
export const byOrgan: Step = (data, { who }) => (who ? { ...data, byOrgan: who.organ } : data);

/** Name, size and type of evidence as they were found when the file was received. */
export const asReceived: Step = async (data, { stores, who }) => {
  if (!who) return data;
  const receipt = await receivedBy(stores, who.organ, data['sha256'] as string);
  const { name = receipt.name, size = receipt.size } = data as { name?: string; size?: number };
  if (size !== receipt.size)
    refuse('ATTACHMENT_SIZE_DIFFERS', `文件“${name}”收到 ${receipt.size} 字节，所写为 ${size} 字节`);
  checkEnding(attachmentName(name), receipt.mediaType);
  return { ...data, name, size, mediaType: receipt.mediaType };
};

/** A measure's id where the asker begins one and gave none. */
export const withDisposition: Step = (data, facts) => {
  const taken = opened(facts).context.dispositions.map(({ disposition }) => disposition);
  return { ...data, disposition: data['disposition'] ?? nextId('d', taken) };
};

export const recordFindings: Step = (data, facts) => {
  const taken = opened(facts).context.findings.map(({ finding }) => finding);
  const findings = (data['findings'] as readonly Data[]).map((finding) => {
    const id = (finding['finding'] as Id | undefined) ?? nextId('f', taken);
    taken.push(id);
    return { severity: 'none', contacts: [], ...finding, finding: id };
  });
  return { evidence: [], ...data, findings };
};

/** The department in whose seat the asker sits: the entrusting organ's, the borrower's, or their own (R7, trap 5). */
function departmentOf(facts: CaseFacts): Id {
  const { context } = opened(facts);
  if (!facts.who) return context.opened.organ;
  const { person, organ } = facts.who;
  const member = context.team.find(({ inspector }) => inspector === person);
  return member ? seatOf(context, member) : organ;
}

/** Each department writes and approves its own section of a joint inspection, and no other's (R4, trap 12). */
export const ownDepartment: Step = (data, facts) => {
  const own = departmentOf(facts);
  const { department = own } = data;
  if (facts.who && department !== own) refuse('OTHER_ORGAN', '联合检查中各部门只录入、审批本部门的结果');
  return { ...data, department };
};
