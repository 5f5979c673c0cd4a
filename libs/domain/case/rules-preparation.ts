import { dayInWords, isDay } from '@srd/kernel';
import type { CommandData } from './commands';
import type { CaseContext } from './context';
import { practiceOf } from './practice';
import { refuse } from './refusals';
import { demandDayPast, demandEvidence, demandReason, type Rules } from './rule';
import type { PinnedItem } from './vocabulary';
import { checklistMarks } from './vocabulary-3';

type Filled = Omit<CommandData<'FillChecklist'>, 'asInspector'>;

/** The item as the case pinned it; another version of it isn't this case's (trap 15). */
function pinnedItem({ opened }: CaseContext, { item: id, revision }: Filled): PinnedItem {
  const item = opened.items.find((one) => one.id === id);
  if (!item) return refuse('ITEM_NOT_IN_SCOPE', `事项 ${id} 不在本案检查事项内`, { item: id });
  if (item.revision !== revision) {
    refuse('CHECKLIST_VERSION', `本案使用第 ${item.revision} 版，填写的是第 ${revision} 版`, { item: id });
  }
  return (item.checklist ?? []).length > 0 ? item : refuse('CHECKLIST_UNKNOWN');
}

function demandAnswers({ checklist = [] }: PinnedItem, { answers }: Filled): void {
  if (answers.length === 0) refuse('CHECKLIST_INCOMPLETE', '至少填写一项');
  const entries = answers.map(({ entry }) => entry);
  if (new Set(entries).size !== entries.length) refuse('CHECKLIST_UNKNOWN', '同一检查项重复填写');
  for (const { entry, mark, note } of answers) {
    if (!checklist.some((one) => one.id === entry)) refuse('CHECKLIST_UNKNOWN', `检查表中没有第 ${entry} 项`);
    if (!checklistMarks.includes(mark)) refuse('CHECKLIST_UNKNOWN', `没有“${String(mark)}”这一选项`);
    if (mark !== 'met' && (note ?? '').trim() === '') refuse('REASON_MISSING', `第 ${entry} 项须写明情况`);
  }
}

/** Between the draw and the result: the day, the purpose, the papers, the checklists. */
export const preparationRules = {
  MoveVisit({ window, ...data }, context, by) {
    demandReason(data.reason);
    demandDayPast(data.occurredOn, by);
    const from = context.window;
    if (!isDay(window.from) || !isDay(window.to) || window.to < window.from) refuse('WINDOW_REVERSED');
    if (window.to < by.today) refuse('WINDOW_PAST', `新的时间至${dayInWords(window.to)}，已过`);
    if (window.from === from.from && window.to === from.to) refuse('WINDOW_SAME');
    if (context.noticeOn !== null && (data.document ?? '').trim() === '') {
      refuse('NOTICE_MISSING', '已通知的检查改期，须另行通知并写明文号');
    }
    return [{ type: 'VisitMoved', data: { from, to: { from: window.from, to: window.to }, ...data } }];
  },

  MergeCause({ other, ...data }, context, by) {
    demandDayPast(data.occurredOn, by);
    if (data.source.reference.trim() === '') refuse('REASON_MISSING', '须写明线索来源及编号');
    if (other.object !== context.object?.id) refuse('NOT_SAME_OBJECT');
    if (other.purpose !== 'for-cause' || other.visited) refuse('NOT_TO_MERGE');
    if (context.merged.some((one) => one.case === data.case)) refuse('NOT_TO_MERGE', '该案已并入本案');
    return [{ type: 'CauseMerged', data }];
  },

  ReceiveMaterials(data, context, by) {
    demandDayPast(data.occurredOn, by);
    if (data.list.length === 0 || data.list.some((line) => line.trim() === '')) refuse('MATERIALS_EMPTY');
    demandEvidence(context, data.evidence);
    return [{ type: 'MaterialsReceived', data }];
  },

  FillChecklist({ asInspector, ...data }, context, by) {
    demandDayPast(data.occurredOn, by);
    const section = context.sections.find((one) => one.department === data.department);
    if (!section) return refuse('NOT_A_DEPARTMENT');
    if (asInspector === null || !context.team.some((member) => member.inspector === asInspector)) {
      return refuse('NOT_IN_TEAM');
    }
    demandAnswers(pinnedItem(context, data), data);
    return [{ type: 'ChecklistFilled', data: { ...data, inspector: asInspector } }];
  },
} satisfies Rules;

/** Every entry of every item answered before a result is written (R23, R70). @throws Refusal CHECKLIST_INCOMPLETE */
export function demandChecklists({ opened, checklists }: CaseContext, findings: CommandData<'RecordFindings'>): void {
  for (const { id, name, checklist = [] } of opened.items) {
    const answers = checklists.filter(({ item }) => item === id).flatMap((one) => one.answers);
    const open = checklist.filter(({ id: entry }) => !answers.some((answer) => answer.entry === entry));
    if (open.length > 0) {
      refuse('CHECKLIST_INCOMPLETE', `“${name}”还有 ${open.length} 项未填写`, {
        item: id,
        entries: open.map((one) => one.id),
      });
    }
    const own = checklists.filter(({ item, department }) => item === id && department === findings.department);
    const unmet = own.some((one) => one.answers.some(({ mark }) => mark === 'unmet'));
    const told = findings.findings.some(({ item, resultClass }) => item === id && resultClass !== 'nothing-found');
    if (unmet && !told) refuse('CHECKLIST_CONTRADICTS', `“${name}”有不符合项，检查结果未写明`, { item: id });
  }
}

/** A recusal that nobody has decided: the work waits for it, or goes on by the organ's rule (trap 6). */
export function demandNoOpenRecusal(context: CaseContext): void {
  const waits = practiceOf(context.opened).recusalMeanwhile === 'waits';
  if (waits && context.recusals.some((one) => one.status === 'requested')) refuse('RECUSAL_UNDECIDED');
}
