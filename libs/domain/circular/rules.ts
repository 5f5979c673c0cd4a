import { holdsNumber } from '@srd/domain/case';
import { plainLine, plainText } from '@srd/domain/organ';
import { isDay, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import type { CircularContent, CircularEvent, NamedAsKnown } from './events';
import { refuse } from './refusals';
import type { CircularState } from './state';

/** A named institution's case as it stands: loaded by who asks. */
export type CaseFact = {
  readonly case: Id;
  readonly organ: Id;
  readonly task: Id;
  readonly object: Id | null;
  readonly name: string;
  readonly registrationNumber: string;
  readonly visitedOn: Day | null;
  readonly approved: boolean;
  readonly published: boolean;
};
type Known = { readonly cases: readonly CaseFact[] };

export type DraftCircular = DomainCommand<
  'DraftCircular',
  CircularContent & Known & { readonly organ: Id; readonly section: Id | null }
>;
export type IssueCircular = DomainCommand<'IssueCircular', Known>;
export type WithdrawCircular = DomainCommand<'WithdrawCircular', { readonly reason: string; readonly occurredOn: Day }>;
export type CircularCommand = DraftCircular | IssueCircular | WithdrawCircular;

/** An approved result of the task or period, of this very institution; for the public only what has been made public itself (R74, R95). */
function checkNamed(
  { object, case: id }: Pick<NamedAsKnown, 'object' | 'case'>,
  { organ, task, period, audience }: Pick<CircularContent, 'task' | 'period' | 'audience'> & { readonly organ: Id },
  cases: readonly CaseFact[],
): CaseFact {
  const known = cases.find((each) => each.case === id);
  if (!known || known.object !== object) return refuse('NOT_THE_CASES_OBJECT', `案件“${id}”的对象不是“${object}”`);
  const { visitedOn } = known;
  const within = visitedOn === null || (visitedOn >= period.from && visitedOn <= period.to);
  if (known.organ !== organ || (task !== null && known.task !== task) || !within) refuse('CASE_OUTSIDE_CIRCULAR');
  if (!known.approved) refuse('RESULT_NOT_APPROVED', `“${known.name}”的检查结果未经审批`);
  if (audience === 'public' && !known.published) refuse('RESULT_NOT_PUBLISHED', `“${known.name}”的检查结果尚未公示`);
  return known;
}

function draft({ cases, ...data }: DraftCircular['data']): CircularEvent {
  const { period, named, audience } = data;
  const title = plainLine(data.title) ?? refuse('CIRCULAR_INVALID', '请填写标题');
  const number = plainLine(data.number) ?? refuse('CIRCULAR_INVALID', '请填写文号');
  const text = plainText(data.text) ?? refuse('CIRCULAR_INVALID', '请填写正文');
  if (!isDay(period.from) || !isDay(period.to) || period.from > period.to) {
    refuse('CIRCULAR_INVALID', '期间应有先后');
  }
  if (audience !== 'public' && audience !== 'organs') refuse('CIRCULAR_INVALID', '请注明对社会还是对内通报');
  if (new Set(named.map(({ object }) => object)).size !== named.length) refuse('NAMED_TWICE');
  const wording = [title, text, ...named.map((each) => each.text)];
  if (wording.some((words) => holdsNumber(words))) refuse('PERSONAL_DATA');
  return {
    type: 'CircularDrafted',
    data: {
      ...data,
      title,
      number,
      text,
      named: named.map((each): NamedAsKnown => {
        if (!isId(each.object) || plainText(each.text) === null) refuse('CIRCULAR_INVALID', '请写明通报所列机构的事项');
        const { name, registrationNumber } = checkNamed(each, data, cases);
        return { ...each, name, registrationNumber };
      }),
    },
  };
}

export function decide(
  command: CircularCommand,
  state: CircularState,
  { actor, today }: Context,
): readonly CircularEvent[] {
  switch (command.type) {
    case 'DraftCircular':
      return [draft(command.data)];
    case 'IssueCircular': {
      const { content, draftedBy, status } = state;
      if (!content || status !== 'drafted') return refuse('OUT_OF_TURN', '没有待签发的通报');
      if (actor === draftedBy) refuse('DRAFTER_ISSUES');
      for (const each of content.named) checkNamed(each, content, command.data.cases);
      const named = content.named.map(({ object, case: id }) => ({ object, case: id }));
      return [{ type: 'CircularIssued', data: { issuedOn: today, named } }];
    }
    case 'WithdrawCircular': {
      const { occurredOn } = command.data;
      const reason = plainText(command.data.reason) ?? refuse('REASON_MISSING');
      if (holdsNumber(reason)) refuse('PERSONAL_DATA');
      if (!isDay(occurredOn) || occurredOn > today) refuse('CIRCULAR_INVALID', '撤回日不能晚于今日');
      return [{ type: 'CircularWithdrawn', data: { reason, occurredOn } }];
    }
  }
}
