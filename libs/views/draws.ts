import { yearOf } from '@srd/domain/report';
import type { SelectionEvent, DrawWay } from '@srd/domain/selection';
import type { RecordedEvent, View } from '@srd/kernel';
import { rows } from './rows';

export const drawPhases = ['sealing', 'opening', 'revealed', 'voided', 'lost'] as const;
export const drawKinds = ['objects', 'team'] as const;

/** One attempt of a draw, as the lists show it. */
export interface DrawRow {
  /** `<series>.<attempt>` */
  readonly draw: string;
  readonly series: string;
  readonly attempt: number;
  readonly kind: (typeof drawKinds)[number];
  /** Own draw, recorded lot or platform's draw (C23). */
  readonly way: DrawWay;
  /** Sectors of the objects in its pool; none for teams. */
  readonly sectors: readonly string[];
  readonly organ: string;
  readonly plan: string;
  readonly phase: (typeof drawPhases)[number];
  readonly overdue: boolean;
  readonly frozenAt: string;
  readonly revealBy: string;
  readonly endedAt: string | null;
  readonly requestHash: string;
  /** Null where the draw was held elsewhere. */
  readonly commitment: string | null;
  readonly transcriptHash: string | null;
  readonly voided: string | null;
}

function keyOf({ stream, data }: RecordedEvent): string {
  return `${stream.slice('selection-'.length)}.${data['attempt'] as number}`;
}

type Beginning = Extract<SelectionEvent, { type: 'DrawFrozen' | 'LotRecorded' | 'PlatformDrawImported' }>;
type Begun = RecordedEvent<Beginning['type'], Beginning['data']>;

function sectorsIn({ request }: Beginning['data']): readonly string[] {
  if (request.protocol !== 'srd-draw/1') return [];
  const strata = request.candidates.map(({ stratum }) => stratum.replace(/\.(listed|practitioners)$/, ''));
  return [...new Set(strata)].sort();
}

/** An attempt begins with its freeze; one that was held elsewhere is over with the event that tells of it. */
function begun(event: Begun, how: Pick<DrawRow, 'way' | 'phase'>): DrawRow {
  const { data, at } = event;
  const { series, attempt, kind, request, requestHash } = data;
  const { organ, plan, frozenAt, revealBy } = request;
  return {
    draw: keyOf(event as unknown as RecordedEvent),
    series,
    attempt,
    kind,
    ...how,
    sectors: sectorsIn(data),
    organ,
    plan,
    overdue: false,
    frozenAt,
    revealBy,
    endedAt: how.phase === 'revealed' ? at : null,
    requestHash,
    commitment: 'commitment' in data ? data.commitment : null,
    transcriptHash: 'transcriptHash' in data ? data.transcriptHash : null,
    voided: null,
  };
}

/** All attempts of all draws, the voided ones too (trap 3: an attempt stays public for ever). */
export const draws: View<DrawRow> = {
  name: 'draws',
  version: 4,
  key: keyOf,
  organ: ({ organ }) => organ,
  columns: {
    series: ({ series }) => series,
    kind: ({ kind }) => kind,
    plan: ({ plan }) => plan,
    year: ({ plan }) => yearOf(plan),
    phase: ({ phase }) => phase,
    frozenAt: ({ frozenAt }) => frozenAt,
    revealBy: ({ revealBy }) => revealBy,
    overdue: ({ overdue }) => (overdue ? 1 : 0),
  },
  on: rows<DrawRow, SelectionEvent>({
    DrawFrozen: (_, event) => begun(event as unknown as Begun, { way: 'own', phase: 'sealing' }),
    LotRecorded: (_, event) => begun(event as unknown as Begun, { way: 'lot', phase: 'revealed' }),
    PlatformDrawImported: (_, event) => begun(event as unknown as Begun, { way: 'platform', phase: 'revealed' }),
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
