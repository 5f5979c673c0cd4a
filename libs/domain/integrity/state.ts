import type { Fact, Id, Instant } from '@srd/kernel';
import type { FileKind, IntegrityEntered, IntegrityEvent, SectorExitRecorded } from './events';
import { refuse } from './refusals';

/** An entry, named after its source. `overtakenBy`: a later one corrected or annulled it; it stays readable. */
export type Entry = Omit<IntegrityEntered['data'], 'organ' | 'object' | 'kind' | 'name'> & {
  readonly id: Id;
  readonly enteredAt: Instant;
  readonly overtakenBy: Id | null;
};

export type CreditBatch = {
  readonly batch: Id;
  readonly entries: readonly Id[];
  readonly channel: string;
  readonly status: 'sent' | 'received' | 'failed';
  readonly sentAt: Instant;
  readonly receipt: string | null;
  /** Why it failed. */
  readonly failure: string | null;
};

export type Exit = Omit<SectorExitRecorded['data'], 'organ' | 'object' | 'kind' | 'name'> & {
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly withdrawn: { readonly reason: string; readonly at: Instant } | null;
};

/** One object's 诚信档案. */
export type IntegrityState = {
  readonly organ: Id | null;
  readonly object: Id | null;
  readonly kind: FileKind;
  readonly name: string | null;
  /** In the order of recording. */
  readonly entries: readonly Entry[];
  readonly batches: readonly CreditBatch[];
  readonly exits: readonly Exit[];
};

export const initial: IntegrityState = {
  organ: null,
  object: null,
  kind: 'institution',
  name: null,
  entries: [],
  batches: [],
  exits: [],
};

/** An entry's id: stream and revision of what it was made from, as one text. */
export function entryId({ stream, revision }: IntegrityEntered['data']['source']): Id {
  return `${stream}:${revision}`;
}

function begun(
  state: IntegrityState,
  { organ, object, kind, name }: Pick<IntegrityEntered['data'], 'organ' | 'object' | 'kind' | 'name'>,
): IntegrityState {
  if ((state.object ?? object) !== object) refuse('OUT_OF_TURN', '该记录属于另一对象的档案');
  return { ...state, organ: state.organ ?? organ, object, kind, name: name ?? state.name };
}

function entered(state: IntegrityState, { data, at }: Fact<IntegrityEntered>): IntegrityState {
  const { organ: _organ, object: _object, kind: _kind, name: _name, ...entry } = data;
  const id = entryId(entry.source);
  if (state.entries.some((known) => known.id === id)) refuse('OUT_OF_TURN', '该事项已记入档案');
  const before = state.entries.map((known) =>
    known.overtakenBy === null && known.subject === entry.subject && entry.overtakes.includes(known.entry)
      ? { ...known, overtakenBy: id }
      : known,
  );
  return {
    ...begun(state, data),
    entries: [...before, { ...entry, id, enteredAt: at, overtakenBy: null }],
  };
}

function batchChanged(state: IntegrityState, id: Id, change: Partial<CreditBatch>): IntegrityState {
  const open = state.batches.find(({ batch }) => batch === id);
  // A receipt may come after the channel was given up.
  const late = change.status === 'received' && open?.status === 'failed';
  if (open?.status !== 'sent' && !late) refuse('OUT_OF_TURN', '该批报送不在等待回执');
  return { ...state, batches: state.batches.map((each) => (each.batch === id ? { ...each, ...change } : each)) };
}

/** The file after one more fact. */
export function evolve(state: IntegrityState, fact: Fact<IntegrityEvent>): IntegrityState {
  switch (fact.type) {
    case 'IntegrityEntered':
      return entered(state, fact);
    case 'CreditDataSent':
      return {
        ...state,
        batches: [...state.batches, { ...fact.data, status: 'sent', sentAt: fact.at, receipt: null, failure: null }],
      };
    case 'CreditDataReceived':
      return batchChanged(state, fact.data.batch, { status: 'received', receipt: fact.data.receipt, failure: null });
    case 'CreditDataFailed':
      return batchChanged(state, fact.data.batch, { status: 'failed', failure: fact.data.reason });
    case 'SectorExitRecorded': {
      if (currentExit(state)) refuse('OUT_OF_TURN', '该对象已退出行业');
      const { organ: _organ, object: _object, kind: _kind, name: _name, ...exit } = fact.data;
      const told: Exit = { ...exit, recordedBy: fact.actor, recordedAt: fact.at, withdrawn: null };
      return { ...begun(state, fact.data), exits: [...state.exits, told] };
    }
    case 'SectorExitWithdrawn': {
      if (!currentExit(state)) refuse('OUT_OF_TURN', '该对象未退出行业');
      const withdrawn = { reason: fact.data.reason, at: fact.at };
      return {
        ...state,
        exits: state.exits.map((exit) => (exit.withdrawn === null ? { ...exit, withdrawn } : exit)),
      };
    }
    default:
      return refuse('OUT_OF_TURN');
  }
}

/** The exit that stands; undefined where there is none. */
export function currentExit({ exits }: IntegrityState): Exit | undefined {
  return exits.find(({ withdrawn }) => withdrawn === null);
}

/** Entries that the credit platform hasn't been sent, or didn't take (R96). A practitioner's aren't sent (C24). */
export function unsent({ kind, entries, batches }: IntegrityState): readonly Entry[] {
  if (kind === 'practitioner') return [];
  const sent = new Set(batches.filter(({ status }) => status !== 'failed').flatMap((batch) => batch.entries));
  return entries.filter(({ id }) => !sent.has(id));
}
