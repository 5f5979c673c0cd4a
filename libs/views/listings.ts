import { occurredOn, type MarkedListing } from '@srd/domain/report';
import type { StandingEvent } from '@srd/domain/standing';
import { isDay, type Id, type RecordedEvent, type View } from '@srd/kernel';

/** All that an object and a list have had to do with one another, one proposal after the other. */
export interface ListingsRow {
  readonly object: string;
  readonly list: 'abnormal' | 'credit';
  readonly organ: string;
  readonly lives: readonly MarkedListing[];
}

type Proposed = Extract<StandingEvent, { type: 'ListingProposed' }>['data'];

function markOf(event: RecordedEvent): MarkedListing['marks'][number] {
  const { revision, at, type, data } = event;
  const until =
    type === 'ListingConfirmed' ? ((data['until'] ?? null) as MarkedListing['marks'][number]['until']) : null;
  // A confirmation says from which day the entry stands.
  const on = type === 'ListingConfirmed' && isDay(data['listedOn']) ? data['listedOn'] : occurredOn(event);
  return { revision, at, on, type, until };
}

function rowOf(before: ListingsRow | undefined, event: RecordedEvent): ListingsRow | undefined {
  // Cases have events of the same names: a listing's steps are told in both streams.
  if (!event.stream.startsWith('standing-')) return undefined;
  if (event.type === 'ListingProposed') {
    const { object, list, organ, case: from } = event.data as unknown as Proposed;
    const life: MarkedListing = { object, list, organ, case: from as Id, marks: [markOf(event)] };
    return { object, list, organ, lives: [...(before?.lives ?? []), life] };
  }
  const last = before?.lives.at(-1);
  if (!before || !last) return undefined;
  return { ...before, lives: [...before.lives.slice(0, -1), { ...last, marks: [...last.marks, markOf(event)] }] };
}

const told: readonly StandingEvent['type'][] = [
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
];

/** The history of both lists: what stood in force on any day, as known on any other (trap 15). */
export const listings: View<ListingsRow> = {
  name: 'listings',
  version: 1,
  key: ({ stream }) => stream,
  organ: ({ organ }) => organ,
  columns: { object: ({ object }) => object, list: ({ list }) => list },
  on: Object.fromEntries(told.map((type) => [type, rowOf])),
};
