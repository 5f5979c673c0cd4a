import type { StandingEvent } from '@srd/domain/standing';
import type { RecordedEvent, View } from '@srd/kernel';
import { rows } from './rows';

export interface StandingRow {
  readonly organ: string;
  readonly object: string;
  readonly list: 'abnormal' | 'credit';
  readonly phase: 'proposed' | 'notified' | 'heard' | 'listed' | 'declined' | 'ended';
  readonly ground: string;
  readonly case: string;
  readonly proposedAt: string;
  readonly hearingUntil: string | null;
  readonly listedOn: string | null;
  readonly until: string | null;
  readonly published: boolean;
  readonly revision: number;
}

type Of<T extends StandingEvent['type']> = RecordedEvent<T, Extract<StandingEvent, { type: T }>['data']>;

const ended = (row: StandingRow | undefined, { revision }: { revision: number }): StandingRow | undefined =>
  row && { ...row, phase: 'ended', revision };

/** The two lists: who is proposed, listed or no longer listed (R83, R86, R87). Cases tell of listings by the same names. */
export const standings: View<StandingRow> = {
  name: 'standings',
  version: 2,
  key: ({ stream }) => stream,
  organ: ({ organ }) => organ,
  columns: {
    object: ({ object }) => object,
    list: ({ list }) => list,
    phase: ({ phase }) => phase,
    case: ({ case: from }) => from,
    hearingUntil: ({ hearingUntil }) => hearingUntil,
  },
  on: rows<StandingRow, StandingEvent>({
    ListingProposed: (_, { data, at, revision }: Of<'ListingProposed'>) => ({
      organ: data.organ,
      object: data.object,
      list: data.list,
      phase: 'proposed',
      ground: data.ground,
      case: data.case,
      proposedAt: at,
      hearingUntil: null,
      listedOn: null,
      until: null,
      published: false,
      revision,
    }),
    ListingNoticeServed: (row, { data, revision }) =>
      row && { ...row, phase: 'notified', hearingUntil: data.hearingUntil, revision },
    ListingHeard: (row, { revision }) => row && { ...row, phase: 'heard', revision },
    HearingWindowPassed: (row, { revision }) => row && { ...row, phase: 'heard', revision },
    ListingConfirmed: (row, { data, revision }) =>
      row && {
        ...row,
        phase: 'listed',
        listedOn: data.listedOn,
        until: data.until,
        published: data.published,
        revision,
      },
    ListingDeclined: (row, { revision }) => row && { ...row, phase: 'declined', revision },
    ListingWithdrawn: ended,
    ListingExpired: ended,
    ListingRepaired: ended,
    ListingRemoved: ended,
  }),
};
