import type { Day, Id } from '@srd/kernel';
import type {
  ListingConfirmed,
  ListingNotice,
  Proposal,
  PublicationKind,
  PublicationOwed,
  StandingEnd,
} from './events';
import { refuse } from './refusals';

export type ListingChannel = {
  readonly channel: string;
  readonly status: 'posted' | 'failed' | 'acknowledged';
  readonly receipt: string | null;
  /** Of the newest attempt. */
  readonly postedOn: Day;
  /** Why the newest attempt failed. */
  readonly failure: string | null;
};

/** A publication of an entry or of its end, with what each channel made of it. Those of earlier rounds stay in the record. */
export type ListingPublication = PublicationOwed & {
  readonly round: number;
  /** `overtaken`: the entry ended before it was posted anywhere. */
  readonly status: 'owed' | 'discharged' | 'overtaken';
  readonly posted: readonly ListingChannel[];
  /** As it stood when it fell due: every channel gets the same. */
  readonly content: ListingNotice;
};

/** What a standing holds of its publications. */
export type Published = { readonly round: number; readonly publications: readonly ListingPublication[] };
type Told = {
  readonly proposal: Proposal | null;
  readonly listing: ListingConfirmed['data'] | null;
  readonly end: ListingNotice['ended'];
};

/** The publication that falls due with an entry's beginning. */
export function owedForListing(state: Published, channels: readonly string[], dueOn: Day): PublicationOwed {
  return { ...owed(state, 'listing', channels, dueOn), replaces: null };
}

/** What an entry's end owes: a notice to those channels that had posted the entry; null where none had (trap 8). */
export function owedForEnd(state: Published, how: StandingEnd, dueOn: Day): PublicationOwed | null {
  const listing = state.publications.findLast(({ kind, round }) => kind === 'listing' && round === state.round);
  const channels = (listing?.posted ?? []).filter(({ status }) => status !== 'failed').map(({ channel }) => channel);
  if (!listing || channels.length === 0) return null;
  const kind = how === 'withdrawn' ? 'withdrawal' : 'end';
  return { ...owed(state, kind, channels, dueOn), replaces: listing.publication };
}

function owed(state: Published, kind: PublicationKind, channels: readonly string[], dueOn: Day) {
  return { publication: `p${state.publications.length + 1}`, kind, channels, dueOn };
}

/** What is made public: the entry as it stands, or how it ended, under the organ's own name of the list; nobody's name is in it. */
export function noticeOf({ proposal, listing, end }: Told): ListingNotice {
  const subject = proposal?.subject;
  if (!proposal || !subject || !listing) return refuse('PUBLICATION_UNKNOWN');
  const { listName, institutionName, registrationNumber } = subject;
  const { ground, legalBasis } = proposal;
  const { class: kind, listedOn, until } = listing;
  return {
    listName,
    institutionName,
    registrationNumber,
    ground,
    legalBasis,
    class: kind,
    listedOn,
    until,
    ended: end,
  };
}

/** The publication with this id. @throws Refusal PUBLICATION_UNKNOWN */
export function publicationIn(state: Published, id: Id): ListingPublication {
  return state.publications.find(({ publication }) => publication === id) ?? refuse('PUBLICATION_UNKNOWN');
}

type FromChannel = Pick<ListingChannel, 'channel' | 'status'> & Partial<ListingChannel>;

/** The publications after one channel has told what it made of one of them, or was handed it. */
export function withChannel(state: Published, id: Id, told: FromChannel, on: Day): readonly ListingPublication[] {
  const now = publicationIn(state, id);
  const before = now.posted.find(({ channel }) => channel === told.channel);
  const postedOn = told.status === 'posted' ? on : (before?.postedOn ?? on);
  const rest = now.posted.filter(({ channel }) => channel !== told.channel);
  const posted = [...rest, { receipt: null, failure: null, ...told, postedOn }];
  const done = now.channels.every((name) =>
    posted.some(({ channel, status }) => channel === name && status === 'acknowledged'),
  );
  const next: ListingPublication = { ...now, posted, status: done ? 'discharged' : now.status };
  return state.publications.map((each) => (each.publication === id ? next : each));
}

/** The publications once another falls due: one that was posted nowhere is overtaken by the entry's end. */
export function withOwed(
  state: Published & Told,
  next: PublicationOwed | null | undefined,
  ends: boolean,
): readonly ListingPublication[] {
  const before = ends
    ? state.publications.map((each) =>
        each.status === 'owed' && each.kind === 'listing' && each.posted.every(({ status }) => status === 'failed')
          ? { ...each, status: 'overtaken' as const }
          : each,
      )
    : state.publications;
  if (!next) return before;
  return [...before, { ...next, round: state.round, status: 'owed', posted: [], content: noticeOf(state) }];
}

/** Whether the public may read the entry now: it stands, and some channel has posted it. */
export function isPublic(state: Published & { readonly stage: string }): boolean {
  return state.stage === 'listed' && wasPosted(state, 'listing');
}

/** Whether a publication of the newest round has gone out somewhere. */
export function wasPosted(state: Published, kind: PublicationKind): boolean {
  return state.publications.some(
    (each) => each.kind === kind && each.round === state.round && each.posted.some(({ status }) => status !== 'failed'),
  );
}
