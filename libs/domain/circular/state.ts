import type { Day, Fact } from '@srd/kernel';
import type { CircularDrafted, CircularEvent } from './events';
import { refuse } from './refusals';

/** A circular: its newest wording and what has become of it. */
export type CircularState = {
  readonly status: 'none' | 'drafted' | 'issued' | 'withdrawn';
  readonly content: CircularDrafted['data'] | null;
  readonly draftedBy: string | null;
  readonly issuedBy: string | null;
  readonly issuedOn: Day | null;
  readonly withdrawn: { readonly reason: string; readonly on: Day } | null;
};

export const initial: CircularState = {
  status: 'none',
  content: null,
  draftedBy: null,
  issuedBy: null,
  issuedOn: null,
  withdrawn: null,
};

/** The circular after one more fact: drafted, perhaps anew, then issued, perhaps withdrawn. */
export function evolve(state: CircularState, fact: Fact<CircularEvent>): CircularState {
  const { status } = state;
  switch (fact.type) {
    case 'CircularDrafted':
      if (status !== 'none' && status !== 'drafted') refuse('OUT_OF_TURN', '通报已签发，不能改稿');
      return { ...state, status: 'drafted', content: fact.data, draftedBy: fact.actor };
    case 'CircularIssued':
      if (status !== 'drafted') refuse('OUT_OF_TURN', '没有待签发的通报');
      return { ...state, status: 'issued', issuedBy: fact.actor, issuedOn: fact.data.issuedOn };
    case 'CircularWithdrawn':
      if (status !== 'issued') refuse('OUT_OF_TURN', '通报尚未签发，或已撤回');
      return { ...state, status: 'withdrawn', withdrawn: { reason: fact.data.reason, on: fact.data.occurredOn } };
    default:
      return refuse('OUT_OF_TURN');
  }
}
