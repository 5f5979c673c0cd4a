import { usualRemedies, type RevisitPart, type Severity } from '@srd/domain/case';
import type { Id } from '@srd/kernel';
import { file, findingOf, type Bureau } from './inspections';
import type { Stage } from './stage';

const numberOf = (kind: string, id: Id): string =>
  `演示${kind}字〔2024〕${id.slice(id.indexOf('2024-') + 5)}号（虚构）`;

async function onMeasure(stage: Stage, id: Id) {
  return { disposition: 'd1', finding: await findingOf(stage, id), occurredOn: stage.today };
}

/** 送达, with its 送达回证: from here the paper binds (R78). */
async function serve(stage: Stage, { officer }: Bureau, id: Id, paper: 'correction-order' | 'penalty-decision') {
  const evidence = [await file(stage, id, officer, '送达回证.pdf', 'd1')];
  const service = { ...(await onMeasure(stage, id)), paper, how: 'in-person', evidence, dueOn: null };
  await stage.as(officer).give('case', id, 'ServeDocument', service);
}

/** 责令改正, told the remedies and served the same day (R78, R84). */
export async function orderCorrection(stage: Stage, bureau: Bureau, id: Id, text: string, dueOn: string) {
  const { disposition: _begins, ...on } = await onMeasure(stage, id);
  const order = { ...on, text, dueOn, remedies: usualRemedies };
  await stage.as(bureau.officer).give('case', id, 'OrderCorrection', order);
  await serve(stage, bureau, id, 'correction-order');
}

/** 再次责令改正, after a revisit that found nothing put right. */
export async function orderAgain(stage: Stage, bureau: Bureau, id: Id, reason: string, dueOn: string) {
  const order = { ...(await onMeasure(stage, id)), reason, dueOn };
  await stage.as(bureau.officer).give('case', id, 'OrderFurtherCorrection', order);
  await serve(stage, bureau, id, 'correction-order');
}

/** 安排回访, by those that inspected; `change`: another day in place of what was arranged (R60, R84). */
export async function arrangeRevisit(
  stage: Stage,
  { rectification }: Bureau,
  id: Id,
  on: string,
  part: RevisitPart,
  change?: { readonly reason: string },
): Promise<void> {
  const { occurredOn: _today, ...measure } = await onMeasure(stage, id);
  const inspectors = (await stage.file(id)).context.team.map(({ inspector }) => inspector);
  const plan = { ...measure, on, part, inspectors, method: 'onSite', elsewhere: null, note: null };
  const command = change ? 'ChangeRevisit' : 'ArrangeRevisit';
  await stage.as(rectification).give('case', id, command, { ...plan, ...change });
}

/** 催办 (R84). */
export async function urge(stage: Stage, { rectification }: Bureau, id: Id, text: string): Promise<void> {
  await stage.as(rectification).give('case', id, 'UrgeRectification', { ...(await onMeasure(stage, id)), text });
}

/** 行政指导 all along (R77). */
export async function guide(stage: Stage, login: Id, id: Id, kind: string, text: string): Promise<void> {
  const { finding, occurredOn } = await onMeasure(stage, id);
  await stage.as(login).give('case', id, 'GiveGuidance', { finding, kind, text, occurredOn });
}

/** 立案 (R81). */
export async function openInvestigation(stage: Stage, { officer }: Bureau, id: Id): Promise<void> {
  const { disposition: _begins, ...on } = await onMeasure(stage, id);
  await stage.as(officer).give('case', id, 'OpenInvestigation', { ...on, documentNumber: numberOf('立', id) });
}

/** 处罚前告知 (R78). */
export async function servePenaltyNotice(stage: Stage, { officer }: Bureau, id: Id, hearUntil: string): Promise<void> {
  const notice = { ...(await onMeasure(stage, id)), documentNumber: numberOf('罚告', id), hearUntil };
  await stage.as(officer).give('case', id, 'ServePenaltyNotice', notice);
}

/** 陈述申辩, said or waived (R78). */
export async function hear(stage: Stage, { officer }: Bureau, id: Id, text: string, waived = false): Promise<void> {
  const evidence = [await file(stage, id, officer, '陈述申辩材料.pdf', 'd1')];
  await stage
    .as(officer)
    .give('case', id, 'HearStatement', { ...(await onMeasure(stage, id)), waived, text, evidence });
}

/** 处罚决定, served the same day; what comes of the breach is to be published (R74, R87). */
export async function decidePenalty(
  stage: Stage,
  bureau: Bureau,
  id: Id,
  penalties: readonly string[],
  penaltyClass: Exclude<Severity, 'none'> = 'ordinary',
): Promise<void> {
  await stage.as(bureau.leader).give('case', id, 'DecidePenalty', {
    ...(await onMeasure(stage, id)),
    documentNumber: numberOf('罚', id),
    penalties,
    penaltyClass,
    publishMinor: null,
    remedies: usualRemedies,
  });
  await serve(stage, bureau, id, 'penalty-decision');
}

/** 复议撤销 of the penalty: what was published is to be taken back (R87). */
export async function annulPenalty(stage: Stage, { leader }: Bureau, id: Id, reason: string): Promise<void> {
  const annulment = { ...(await onMeasure(stage, id)), documentNumber: numberOf('复', id), reason };
  await stage.as(leader).give('case', id, 'AnnulPenalty', annulment);
}

/** 督办意见 on everything that went up to the leader and has no answer yet (trap 9). */
export async function answerEscalations(stage: Stage, { leader }: Bureau, id: Id, instruction: string): Promise<void> {
  const { escalations } = (await stage.file(id)).context;
  for (const { escalation } of escalations.filter(({ answer }) => answer === null)) {
    await stage.as(leader).give('case', id, 'AnswerEscalation', { escalation, instruction });
  }
}
