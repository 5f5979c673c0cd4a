import type { Fact, Id, Instant } from '@srd/kernel';
import type { AccessEvent, Subject } from './events';
import { refuse } from './refusals';

/** One look into a file, or one bundle taken out of the house. */
export type Access = {
  readonly kind: 'reading' | 'bundle';
  readonly by: Id;
  readonly at: Instant;
  readonly subject: Subject;
  readonly organ: Id;
  readonly purpose: string;
};

/** Who looked at what on a day, in order. */
export type AccessState = { readonly accesses: readonly Access[] };

export const initial: AccessState = { accesses: [] };

const kinds = { ReadingOpened: 'reading', BundleIssued: 'bundle' } as const;

export function evolve({ accesses }: AccessState, fact: Fact<AccessEvent>): AccessState {
  const kind = kinds[fact.type] ?? refuse('OUT_OF_TURN');
  const { subject, organ, purpose } = fact.data;
  return { accesses: [...accesses, { kind, by: fact.actor, at: fact.at, subject, organ, purpose }] };
}

/** Whether somebody has opened the subject on this day already. */
export function hasOpened({ accesses }: AccessState, by: Id, { kind, id }: Subject): boolean {
  return accesses.some(
    (each) => each.kind === 'reading' && each.by === by && each.subject.kind === kind && each.subject.id === id,
  );
}
