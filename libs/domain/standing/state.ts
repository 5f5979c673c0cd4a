import { dayOf, type Day, type Fact, type Id } from '@srd/kernel';
import type {
  ListKind,
  ListingConfirmed,
  ListingEndRequested,
  ListingHeard,
  ListingNotice,
  ListingNoticeServed,
  Proposal,
  PublicationOwed,
  StandingEnd,
  StandingEvent,
  StandingVersion,
} from './events';
import { nextStage, versionAfter, type StandingStage } from './procedure';
import { withChannel, withOwed, type ListingPublication } from './publication';
import { refuse } from './refusals';

/** One object and one list. What is told of is the newest proposal and what followed it. */
export type StandingState = {
  /** The chart that the newest round goes by. */
  readonly procedure: StandingVersion;
  readonly stage: StandingStage;
  readonly object: Id | null;
  readonly list: ListKind | null;
  /** How many times it was proposed. */
  readonly round: number;
  readonly proposal: Proposal | null;
  readonly proposedOn: Day | null;
  readonly notice: ListingNoticeServed['data'] | null;
  readonly hearing: ListingHeard['data'] | null;
  readonly listing: (ListingConfirmed['data'] & { readonly decidedBy: string }) | null;
  /** 修复或移出申请 that waits for its decision. */
  readonly request: (ListingEndRequested['data'] & { readonly requestedBy: string }) | null;
  /** Why it was declined or ended. */
  readonly ended: string | null;
  /** How and when the entry ended; null before, and for what was declined. */
  readonly end: ListingNotice['ended'];
  /** Of all rounds, oldest first. */
  readonly publications: readonly ListingPublication[];
};

export const initial: StandingState = {
  procedure: 'standing/1',
  stage: 'clear',
  object: null,
  list: null,
  round: 0,
  proposal: null,
  proposedOn: null,
  notice: null,
  hearing: null,
  listing: null,
  request: null,
  ended: null,
  end: null,
  publications: [],
};

/** The standing once the entry has ended. */
function ending(
  state: StandingState,
  how: StandingEnd,
  { on, reason, publication }: { on: Day; reason: string; publication: PublicationOwed | null | undefined },
): StandingState {
  const ended: StandingState = { ...state, request: null, ended: reason, end: { how, on, reason } };
  return { ...ended, publications: withOwed(ended, publication, true) };
}

function listed(state: StandingState, publication: PublicationOwed | null | undefined): StandingState {
  return { ...state, publications: withOwed(state, publication, false) };
}

/** The standing after one more fact. */
export function evolve(state: StandingState, fact: Fact<StandingEvent>): StandingState {
  const procedure = versionAfter(state.procedure, fact);
  const next: StandingState = { ...state, procedure, stage: nextStage(state.stage, fact, procedure) };
  switch (fact.type) {
    case 'ListingProposed': {
      const { procedure: _chart, ...proposal } = fact.data;
      const { object, list } = proposal;
      if ((state.object ?? object) !== object || (state.list ?? list) !== list) {
        refuse('OUT_OF_TURN', '该记录属于另一对象或另一名单');
      }
      const { stage } = next;
      const { publications } = state;
      const proposedOn = dayOf(fact.at);
      return { ...initial, procedure, stage, object, list, round: state.round + 1, proposal, proposedOn, publications };
    }
    case 'ListingNoticeServed':
      return { ...next, notice: fact.data };
    case 'ListingHeard':
      return { ...next, hearing: fact.data };
    case 'HearingWindowPassed':
      return next;
    case 'ListingConfirmed':
      return listed({ ...next, listing: { ...fact.data, decidedBy: fact.actor } }, fact.data.publication);
    case 'ListingDeclined':
      return { ...next, ended: fact.data.reason };
    case 'ListingWithdrawn':
    case 'ListingRepaired':
    case 'ListingRemoved': {
      const { reason, occurredOn: on, publication } = fact.data;
      return ending(next, ends[fact.type], { on, reason, publication });
    }
    case 'ListingExpired': {
      const { until, publication } = fact.data;
      return ending(next, 'expired', { on: dayOf(fact.at), reason: `期限至 ${until} 届满`, publication });
    }
    case 'ListingEndRequested':
      return { ...next, request: { ...fact.data, requestedBy: fact.actor } };
    case 'ListingEndRefused':
      return { ...next, request: null };
    case 'ListingPosted': {
      const { publication, channel } = fact.data;
      const told = { channel, status: 'posted' } as const;
      return { ...next, publications: withChannel(next, publication, told, dayOf(fact.at)) };
    }
    case 'ListingPostingAcknowledged': {
      const { publication, channel, receipt } = fact.data;
      const told = { channel, status: 'acknowledged', receipt } as const;
      return { ...next, publications: withChannel(next, publication, told, dayOf(fact.at)) };
    }
    case 'ListingPostingFailed': {
      const { publication, channel, reason: failure } = fact.data;
      const told = { channel, status: 'failed', failure } as const;
      return { ...next, publications: withChannel(next, publication, told, dayOf(fact.at)) };
    }
  }
}

const ends = { ListingWithdrawn: 'withdrawn', ListingRepaired: 'repaired', ListingRemoved: 'removed' } as const;

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
