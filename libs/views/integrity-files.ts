import {
  currentExit,
  emptyFile,
  entryKinds,
  evolveIntegrity,
  unsent,
  type EntryKind,
  type ExitGround,
  type FileKind,
  type IntegrityEvent,
  type IntegrityState,
} from '@srd/domain/integrity';
import type { Fact, RecordedEvent, View } from '@srd/kernel';

/** An integrity file on a list, with the folded file behind it. */
export interface IntegrityRow {
  readonly object: string;
  readonly organ: string;
  readonly kind: FileKind;
  /** Null for a practitioner. */
  readonly name: string | null;
  /** Entries that hold, by kind. */
  readonly holding: Readonly<Partial<Record<EntryKind, number>>>;
  readonly entries: number;
  /** Entries that the credit platform hasn't got. */
  readonly unsent: number;
  readonly exited: ExitGround | null;
  readonly updatedAt: string;
  readonly revision: number;
  readonly state: IntegrityState;
}

function rowOf(before: IntegrityRow | undefined, event: RecordedEvent): IntegrityRow | undefined {
  const { type, data, actor, at, revision } = event;
  const state = evolveIntegrity(before?.state ?? emptyFile, {
    type,
    data,
    actor,
    at,
  } as unknown as Fact<IntegrityEvent>);
  const { object, organ, kind, name, entries } = state;
  if (object === null || organ === null) return undefined;
  const holding = entryKinds.flatMap((each) => {
    const count = entries.filter(({ entry, overtakenBy }) => entry === each && overtakenBy === null).length;
    return count === 0 ? [] : [[each, count] as const];
  });
  return {
    object,
    organ,
    kind,
    name,
    holding: Object.fromEntries(holding),
    entries: entries.length,
    unsent: unsent(state).length,
    exited: currentExit(state)?.ground ?? null,
    updatedAt: at,
    revision,
    state,
  };
}

const types: readonly IntegrityEvent['type'][] = [
  'IntegrityEntered',
  'CreditDataSent',
  'CreditDataReceived',
  'CreditDataFailed',
  'SectorExitRecorded',
  'SectorExitWithdrawn',
];

/** 诚信档案, a file a row (R30, R96). */
export const integrityFiles: View<IntegrityRow> = {
  name: 'integrityFiles',
  version: 2,
  key: ({ stream }) => stream,
  organ: ({ organ }) => organ,
  columns: {
    object: ({ object }) => object,
    kind: ({ kind }) => kind,
    unsent: ({ unsent: waiting }) => (waiting > 0 ? 1 : 0),
    waiting: ({ state }) => (state.batches.some(({ status }) => status === 'sent') ? 1 : 0),
    exited: ({ exited }) => (exited === null ? 0 : 1),
    updatedAt: ({ updatedAt }) => updatedAt,
  },
  on: Object.fromEntries(types.map((type) => [type, rowOf])),
};
