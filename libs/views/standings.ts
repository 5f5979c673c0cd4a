import {
  evolveStanding,
  isPublic,
  noStanding,
  standingLabels,
  wasPosted,
  type ListingGround,
  type ListingPublication,
  type StandingEvent,
  type StandingStage,
  type StandingState,
} from '@srd/domain/standing';
import type { Fact, RecordedEvent, View } from '@srd/kernel';

/** One round of a standing that has come to its end, or was declined. */
export interface PastListing {
  readonly round: number;
  readonly stage: StandingStage;
  readonly ground: ListingGround;
  readonly listedOn: string | null;
  readonly until: string | null;
  readonly endedAt: string;
  readonly reason: string;
}

export const standingPhases = ['proposed', 'notified', 'heard', 'listed', 'declined', 'ended'] as const;
/** What the public may read: an entry that stands, or the notice that it was withdrawn. */
export const publicStates = ['listed', 'withdrawn'] as const;

/** An object's standing with a list, with the folded stream behind it. */
export interface StandingRow {
  readonly organ: string;
  readonly object: string;
  readonly list: 'abnormal' | 'credit';
  readonly kind: 'institution' | 'practitioner';
  readonly institution: string | null;
  readonly name: string | null;
  readonly listName: string | null;
  readonly phase: (typeof standingPhases)[number];
  readonly stage: StandingStage;
  readonly stageLabel: string;
  readonly ground: ListingGround;
  readonly class: string | null;
  readonly case: string;
  readonly round: number;
  readonly proposedAt: string;
  readonly hearingUntil: string | null;
  readonly listedOn: string | null;
  readonly until: string | null;
  readonly published: boolean;
  /** Repair or removal that somebody has asked for and nobody has decided. */
  readonly requested: 'repaired' | 'removed' | null;
  readonly publications: readonly ListingPublication[];
  readonly public: (typeof publicStates)[number] | null;
  readonly past: readonly PastListing[];
  readonly revision: number;
  readonly state: StandingState;
}

const waits = ({ posted }: ListingPublication): boolean => posted.some(({ status }) => status === 'posted');

const phases: Readonly<Partial<Record<StandingStage, StandingRow['phase']>>> = {
  proposed: 'proposed',
  notified: 'notified',
  heard: 'heard',
  listed: 'listed',
  declined: 'declined',
};
const ENDED: readonly StandingStage[] = ['declined', 'withdrawn', 'expired', 'repaired', 'removed'];

function pastOf(before: StandingRow | undefined, state: StandingState, at: string): readonly PastListing[] {
  const past = before?.past ?? [];
  if (!ENDED.includes(state.stage) || before?.stage === state.stage || !state.proposal) return past;
  const { stage, round, listing, proposal } = state;
  const { listedOn = null, until = null } = listing ?? {};
  return [...past, { round, stage, ground: proposal.ground, listedOn, until, endedAt: at, reason: state.ended ?? '' }];
}

function shownOf(state: StandingState): StandingRow['public'] {
  if (isPublic(state)) return 'listed';
  return state.stage === 'withdrawn' && wasPosted(state, 'withdrawal') ? 'withdrawn' : null;
}

function rowOf(before: StandingRow | undefined, event: RecordedEvent): StandingRow | undefined {
  // Cases tell of listings by events of the same names.
  if (!event.stream.startsWith('standing-')) return undefined;
  const { type, data, actor, at, revision } = event;
  const state = evolveStanding(before?.state ?? noStanding, {
    type,
    data,
    actor,
    at,
  } as unknown as Fact<StandingEvent>);
  const { proposal, listing, stage, notice, request } = state;
  if (!proposal) return undefined;
  const { organ, object, list, ground, subject } = proposal;
  return {
    organ,
    object,
    list,
    kind: subject?.kind ?? 'institution',
    institution: subject?.institution ?? object,
    name: subject?.kind === 'institution' ? subject.institutionName : null,
    listName: subject?.listName ?? null,
    phase: phases[stage] ?? 'ended',
    stage,
    stageLabel: standingLabels[stage],
    ground,
    class: listing ? listing.class : proposal.class,
    case: proposal.case,
    round: state.round,
    proposedAt: type === 'ListingProposed' ? at : (before?.proposedAt ?? at),
    hearingUntil: notice?.hearingUntil ?? null,
    listedOn: listing?.listedOn ?? null,
    until: listing?.until ?? null,
    published: listing?.published ?? false,
    requested: request?.way ?? null,
    publications: state.publications,
    public: shownOf(state),
    past: pastOf(before, state, at),
    revision,
    state,
  };
}

const types: readonly StandingEvent['type'][] = [
  'ListingProposed',
  'ListingNoticeServed',
  'ListingHeard',
  'HearingWindowPassed',
  'ListingConfirmed',
  'ListingDeclined',
  'ListingWithdrawn',
  'ListingExpired',
  'ListingRepaired',
  'ListingRemoved',
  'ListingEndRequested',
  'ListingEndRefused',
  'ListingPosted',
  'ListingPostingAcknowledged',
  'ListingPostingFailed',
];

/** The two lists: who is proposed, listed or no longer listed, round by round (R83, R86, R87, C20). */
export const standings: View<StandingRow> = {
  name: 'standings',
  version: 5,
  key: ({ stream }) => stream,
  organ: ({ organ }) => organ,
  columns: {
    object: ({ object }) => object,
    list: ({ list }) => list,
    phase: ({ phase }) => phase,
    case: ({ case: from }) => from,
    hearingUntil: ({ hearingUntil }) => hearingUntil,
    institution: ({ institution }) => institution,
    public: ({ public: shown }) => shown,
    listedOn: ({ listedOn }) => listedOn,
    waiting: ({ publications }) => (publications.some(waits) ? 1 : 0),
  },
  on: Object.fromEntries(types.map((type) => [type, rowOf])),
};
