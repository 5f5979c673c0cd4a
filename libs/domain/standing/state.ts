import type { Day, Fact, Id } from '@srd/kernel';
import type { ListKind, ListingConfirmed, ListingHeard, ListingNoticeServed, Proposal, StandingEvent } from './events';
import { nextStage, type StandingStage } from './procedure';
import { refuse } from './refusals';

/** One object and one list. What is told of is the newest proposal and what followed it. */
export type StandingState = {
  readonly stage: StandingStage;
  readonly object: Id | null;
  readonly list: ListKind | null;
  /** How many times it was proposed. */
  readonly round: number;
  readonly proposal: Proposal | null;
  readonly notice: ListingNoticeServed['data'] | null;
  readonly hearing: ListingHeard['data'] | null;
  readonly listing: (ListingConfirmed['data'] & { readonly decidedBy: string }) | null;
  /** Why it was declined or ended. */
  readonly ended: string | null;
};

export const initial: StandingState = {
  stage: 'clear',
  object: null,
  list: null,
  round: 0,
  proposal: null,
  notice: null,
  hearing: null,
  listing: null,
  ended: null,
};

/** The standing after one more fact. */
export function evolve(state: StandingState, fact: Fact<StandingEvent>): StandingState {
  const next: StandingState = { ...state, stage: nextStage(state.stage, fact) };
  switch (fact.type) {
    case 'ListingProposed': {
      const { procedure: _chart, ...proposal } = fact.data;
      const { object, list } = proposal;
      if ((state.object ?? object) !== object || (state.list ?? list) !== list) {
        refuse('OUT_OF_TURN', '该记录属于另一对象或另一名单');
      }
      return { ...initial, stage: next.stage, object, list, round: state.round + 1, proposal };
    }
    case 'ListingNoticeServed':
      return { ...next, notice: fact.data };
    case 'ListingHeard':
      return { ...next, hearing: fact.data };
    case 'HearingWindowPassed':
      return next;
    case 'ListingConfirmed':
      return { ...next, listing: { ...fact.data, decidedBy: fact.actor } };
    case 'ListingDeclined':
    case 'ListingWithdrawn':
    case 'ListingRepaired':
    case 'ListingRemoved':
      return { ...next, ended: fact.data.reason };
    case 'ListingExpired':
      return { ...next, ended: `期限至 ${fact.data.until} 届满` };
  }
}

/** Whether the object is on the list that day; an end day that has passed counts even before it is recorded (trap 8). */
export function listedOn(state: StandingState, day: Day): boolean {
  const { stage, listing } = state;
  return (
    stage === 'listed' &&
    listing !== null &&
    listing.listedOn <= day &&
    (listing.until === null || day <= listing.until)
  );
}
