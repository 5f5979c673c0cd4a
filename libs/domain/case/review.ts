import { canonicalize } from '@srd/kernel';
import type { CommandData } from './commands';
import type { CaseContext, Debt } from './context';
import { doubtsIn, fieldsNaming, noticeOf } from './doubtful';
import { practiceOf } from './practice';
import { contentOf, holdsNumber, suspectFields } from './publication';
import { refuse } from './refusals';
import { isSince, type CaseVersion } from './vocabulary';
import type { Further, Review } from './vocabulary-4';

/** Fields beside the seven, as far as the organ's profile names them (R75, trap 10). */
export function furtherOf({ opened }: CaseContext): Further {
  const also = practiceOf(opened).redaction?.also ?? [];
  const basis = [...new Set(opened.items.flatMap((item) => item.basis ?? []))];
  return {
    ...(also.includes('inspecting-body') ? { 'inspecting-body': opened.unitName ?? opened.inspectingBody } : {}),
    ...(also.includes('legal-basis') && basis.length > 0 ? { 'legal-basis': basis.join('；') } : {}),
  };
}

/**
 * What goes out, read by somebody: no number and no known name of a person under any circumstances, and what only looks like one
 * confirmed with a reason (C24, trap 10). @throws Refusal naming the fields
 */
export function reviewOf(
  context: CaseContext,
  debt: Debt,
  { redactions, confirmed, reason, names }: CommandData<'ReviewPublication'>,
): Review {
  const unknown = redactions.find(({ finding }) => !context.findings.some((one) => one.finding === finding));
  if (unknown) refuse('FINDING_UNKNOWN', `没有检查结果 ${unknown.finding}`);
  const going = { content: contentOf(context, redactions), statement: noticeOf(context, debt) };
  const numbers: readonly string[] = [
    ...suspectFields(going.content),
    ...(holdsNumber(going.statement ?? '') ? ['statement'] : []),
  ];
  const personal = [...new Set([...numbers, ...fieldsNaming(going, names)])];
  if (personal.length > 0) refuse('PERSONAL_DATA', `疑似含个人信息：${personal.join('、')}`, { fields: personal });
  const doubts = doubtsIn(going, practiceOf(context.opened).redaction?.words ?? []);
  const open = doubts.filter(({ field }) => !confirmed.includes(field));
  if (open.length > 0) {
    const told = open.map(({ field, found }) => `${field}（${found.join('、')}）`).join('；');
    refuse('TEXT_DOUBTFUL', `请逐项核对，遮盖或者确认：${told}`, { doubts: open as never });
  }
  if (doubts.length > 0 && (reason ?? '').trim() === '') refuse('REASON_MISSING', '确认可以公示的，须写明理由');
  return { ...going, further: furtherOf(context), redactions, confirmed: doubts.map(({ field }) => field) };
}

/** Whether what goes out has still to be read in a step of its own, which `case/4` and later ask for (trap 10). */
export function lacksReview(procedure: CaseVersion, { review }: Pick<Debt, 'review'>): boolean {
  return isSince(procedure, 'case/4') && review === null;
}

/** Whether the record still says what was read. */
export function isFresh(context: CaseContext, debt: Debt): boolean {
  const { review } = debt;
  return review !== null && canonicalize(contentOf(context, review.redactions)) === canonicalize(review.content);
}
