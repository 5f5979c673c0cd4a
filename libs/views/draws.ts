import type { SelectionEvent } from '@srd/domain/selection';
import type { RecordedEvent, View } from '@srd/kernel';
import { rows } from './rows';

/** One attempt of a draw, as the lists show it. */
export interface DrawRow {
  /** `<series>.<attempt>` */
  readonly draw: string;
  readonly series: string;
  readonly attempt: number;
  readonly kind: 'objects' | 'team';
  readonly organ: string;
  readonly plan: string;
  readonly phase: 'sealing' | 'opening' | 'revealed' | 'voided' | 'lost';
  readonly overdue: boolean;
  readonly frozenAt: string;
  readonly revealBy: string;
  readonly endedAt: string | null;
  readonly requestHash: string;
  readonly commitment: string;
  readonly transcriptHash: string | null;
  readonly voided: string | null;
}

function keyOf({ stream, data }: RecordedEvent): string {
  return `${stream.slice('selection-'.length)}.${String(data['attempt'])}`;
}

/** All attempts of all draws, the voided ones too (trap 3: an attempt stays public for ever). */
export const draws: View<DrawRow> = {
  name: 'draws',
  version: 1,
  key: keyOf,
  organ: ({ organ }) => organ,
  columns: {
    series: ({ series }) => series,
    plan: ({ plan }) => plan,
    phase: ({ phase }) => phase,
    frozenAt: ({ frozenAt }) => frozenAt,
    revealBy: ({ revealBy }) => revealBy,
    overdue: ({ overdue }) => (overdue ? 1 : 0),
  },
  on: rows<DrawRow, SelectionEvent>({
    DrawFrozen: (_, event) => {
      const { series, attempt, kind, request, requestHash, commitment } = event.data;
      const { organ, plan, frozenAt, revealBy } = request;
      return {
        draw: keyOf(event as unknown as RecordedEvent),
        series,
        attempt,
        kind,
        organ,
        plan,
        phase: 'sealing',
        overdue: false,
        frozenAt,
        revealBy,
        endedAt: null,
        requestHash,
        commitment,
        transcriptHash: null,
        voided: null,
      };
    },
    SealingClosed: (row) => row && { ...row, phase: 'opening' },
    RevealOverdue: (row) => row && { ...row, overdue: true },
    DrawVoided: (row, { data, at }) => row && { ...row, phase: 'voided', voided: data.code, endedAt: at },
    SecretLost: (row, { at }) => row && { ...row, phase: 'lost', endedAt: at },
    ObjectsDrawn: (row, { data, at }) =>
      row && { ...row, phase: 'revealed', transcriptHash: data.transcriptHash, endedAt: at },
    InspectorsDrawn: (row, { data, at }) =>
      row && { ...row, phase: 'revealed', transcriptHash: data.transcriptHash, endedAt: at },
  }),
};
