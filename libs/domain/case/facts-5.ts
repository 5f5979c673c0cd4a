import type { CaseContext } from './context';
import type { CaseEventType, FactOf } from './events';
import type { FifthEvent } from './events-5';
import type { ArrangedRevisit } from './vocabulary-5';

type Note<T extends CaseEventType> = (context: CaseContext, fact: FactOf<T>) => CaseContext;

/** The latest appointment of a measure, changed. */
function latest(
  context: CaseContext,
  disposition: string,
  change: (one: ArrangedRevisit) => ArrangedRevisit,
): CaseContext {
  const last = context.revisits.findLastIndex((one) => one.disposition === disposition);
  return { ...context, revisits: context.revisits.map((one, at) => (at === last ? change(one) : one)) };
}

/** What each fact that only `case/5` knows leaves in the record. */
export const fifthNotes: { readonly [T in FifthEvent['type']]: Note<T> } = {
  RevisitArranged: (context, { data, actor }) => ({
    ...context,
    revisits: [...context.revisits, { ...data, by: actor, changes: [], cancelled: null }],
  }),
  RevisitChanged: (context, { data: { reason, ...plan }, actor }) =>
    latest(context, plan.disposition, (one) => ({
      ...one,
      ...plan,
      changes: [...one.changes, { from: one.on, reason, by: actor }],
    })),
  RevisitCancelled: (context, { data, actor }) =>
    latest(context, data.disposition, (one) => ({ ...one, cancelled: { reason: data.reason, by: actor } })),
};
