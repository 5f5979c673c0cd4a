import { dayInWords, isDay, type Id } from '@srd/kernel';
import { ruleHolds } from '@srd/domain/organ';
import type { Asked } from './commands';
import type { PlanEvent } from './events';
import { nextStatus } from './procedure';
import { refuse } from './refusals';
import { tasksOf, type PlanState, type TaskState } from './state';
import type { Ratio, TaskContent } from './task';

/** The task, if it still stands in the plan. @throws Refusal TASK_UNKNOWN */
export function taskIn(state: PlanState, id: Id): TaskState {
  const task = state.tasks[id];
  return task && task.status !== 'dropped' ? task : refuse('TASK_UNKNOWN', `计划中没有抽查任务「${id}」`);
}

/** Refuses an empty reason: each use of discretion says why (B一(二), R104). */
export function requireReason(reason: string): void {
  if (reason.trim() === '') refuse('REASON_MISSING');
}

function checkRatio(ratio: Ratio | null): void {
  if (ratio === null) return;
  const { basisPoints } = ratio;
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0 || basisPoints > 10000) {
    refuse('RATIO_OUT_OF_RANGE', `抽取比例以万分之一为单位，须为0至10000的整数，现为${basisPoints}`);
  }
}

/** The practitioners' sample and the disclosed modes of the draw keep to what a rule may say (C5, R48, R49, R54). */
function checkModes({ objects, practitionerSample, modes }: TaskContent): void {
  if (practitionerSample) {
    if (!objects.practitioners) refuse('PRACTITIONERS_NOT_OBJECTS');
    checkRatio(practitionerSample.ratio);
    const least = practitionerSample.atLeast.value;
    if (!Number.isSafeInteger(least) || least < 0)
      refuse('SAMPLE_RULE_MISSING', '法律服务人员的最低人数须为不小于0的整数');
  }
  const { yearlyCap, capCounts, coverage, weights, manyComplaints } = modes ?? {};
  const quoted = [
    ['yearlyCap', yearlyCap?.value, '每一对象每年检查上限应为1至12次'],
    ['capCounts', capCounts?.value, '计入上限的应为随机检查或全部检查'],
    ['manyComplaints', manyComplaints?.value, '投诉举报较多的件数应为1至1000'],
    ['coverageYears', coverage?.value.years, '全覆盖周期应为1至10年'],
    ['coverageSince', coverage?.value.since, '全覆盖周期应写明首个周期的起始年'],
    ['riskWeights', weights?.value, '风险加签应为0至99的整数，最多100签'],
  ] as const;
  for (const [rule, value, says] of quoted)
    if (value !== undefined && !ruleHolds(rule, value)) refuse('MODE_INVALID', says);
}

/** What a row of the table must hold: range, ratio, method, items and time (R34), and the document of a joint task (R53). */
export function checkContent(state: PlanState, id: Id, content: TaskContent): void {
  const missing = [
    content.name.trim() === '' && '抽查任务名称',
    content.inspectingBody.trim() === '' && '实施部门',
    content.objects.sectors.length === 0 && '抽查对象',
    content.section === '' && '承办科室',
  ].filter((label) => label !== false);
  if (missing.length > 0) refuse('TASK_INCOMPLETE', `请补充：${missing.join('、')}`);

  checkRatio(content.ratios.table);
  checkRatio(content.ratios.text);
  checkRatio(content.listedRatio);
  const atLeast = content.atLeast.value;
  if (!Number.isSafeInteger(atLeast) || atLeast < 0) refuse('SAMPLE_RULE_MISSING', '最低家数须为不小于0的整数');
  const ratios = [content.ratios.table, content.ratios.text].filter((ratio) => ratio !== null);
  if (atLeast === 0 && !ratios.some((ratio) => ratio.basisPoints > 0)) refuse('SAMPLE_RULE_MISSING');

  checkModes(content);

  const { from, to } = content.window;
  if (!isDay(from) || !isDay(to) || from > to)
    refuse('WINDOW_INVALID', `起始日${dayInWords(from)}须早于或等于截止日${dayInWords(to)}`);
  if (state.year !== null && !from.startsWith(`${state.year}-`)) {
    refuse('WINDOW_INVALID', `抽查时间自${dayInWords(from)}起，不在${state.year}年度计划内`);
  }
  if (content.joint && !content.higherDocument?.number) refuse('HIGHER_DOCUMENT_MISSING');
  if (!content.joint && content.partners.length > 0) refuse('PARTNER_WITHOUT_JOINT');
  const twin = tasksOf(state).find((task) => task.id !== id && task.content.number === content.number);
  if (twin) refuse('TASK_NUMBER_TAKEN', `序号${content.number}已用于「${twin.content.name}」`);
}

/** Adds a row to the plan table (R33). */
export function draftTask(state: PlanState, { task, content }: Asked<'DraftTask'>): readonly PlanEvent[] {
  if (state.tasks[task]) refuse('TASK_EXISTS', `抽查任务编号「${task}」已被使用`);
  checkContent(state, task, content);
  return [{ type: 'TaskDrafted', data: { task, content } }];
}

/** Rewrites a row; open to a drafted or returned plan only, which the chart says. */
export function reviseTask(state: PlanState, { task, content }: Asked<'ReviseTask'>): readonly PlanEvent[] {
  taskIn(state, task);
  checkContent(state, task, content);
  return [{ type: 'TaskRevised', data: { task, content } }];
}

/** Takes a row out of a draft; its conflicts lapse with it. */
export function dropTask(state: PlanState, { task, reason }: Asked<'DropTask'>): readonly PlanEvent[] {
  taskIn(state, task);
  requireReason(reason);
  const lapsed = Object.values(state.conflicts)
    .filter((conflict) => conflict.task === task && conflict.status !== 'lapsed')
    .map((conflict): PlanEvent => ({ type: 'ConflictLapsed', data: { conflict: conflict.id, task } }));
  return [...lapsed, { type: 'TaskDropped', data: { task, reason } }];
}

/** The partner's consent to a joint task (R4, C6); where the table names no partner, the consent names it. */
export function recordPartnerConsent(state: PlanState, data: Asked<'RecordPartnerConsent'>): readonly PlanEvent[] {
  const task = taskIn(state, data.task);
  if (!task.content.joint) refuse('NOT_JOINT', `「${task.content.name}」不是部门联合抽查`);
  const partners = task.content.partners.map((partner) => partner.organ);
  if (partners.length > 0 && !partners.includes(data.partner)) refuse('PARTNER_NOT_NAMED');
  const consented = task.consents.map((consent) => consent.partner);
  if (consented.includes(data.partner)) refuse('CONSENT_EXISTS', `${data.name}已同意此任务`);
  nextStatus(task.status, { type: 'PartnerConsented' });

  const outstanding = partners.filter((partner) => partner !== data.partner && !consented.includes(partner));
  const open = Object.values(state.conflicts).find(
    (conflict) =>
      conflict.task === data.task && conflict.code === 'JOINT_PARTNER_MISSING' && conflict.status === 'open',
  );
  const settles = outstanding.length === 0 && open ? open.id : null;
  return [{ type: 'PartnerConsented', data: { ...data, settles } }];
}

/** A task is done when each of its cases has come to an end (A三(一), R101). @throws Refusal CASES_OPEN */
export function completeTask(
  state: PlanState,
  { task: id, occurredOn, openCases }: Asked<'CompleteTask'>,
): readonly PlanEvent[] {
  const task = taskIn(state, id);
  nextStatus(task.status, { type: 'TaskCompleted' });
  if (openCases > 0) refuse('CASES_OPEN', `「${task.content.name}」还有${openCases}个案件未办结`, { open: openCases });
  return [{ type: 'TaskCompleted', data: { task: id, occurredOn } }];
}
