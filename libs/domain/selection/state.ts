import type { Fact, Id, Instant, JsonObject } from '@srd/kernel';
import type { Barred, Contribution, DrawTranscript, Hex32, ObjectRequest, TeamRequest } from '@srd/proof/draw';
import type { PoolDifference } from './differences';
import type { Disclosure, Lot, ReserveCode, Seal, SelectionEvent, VoidCode } from './events';
import type { DrawModes } from '@srd/domain/organ';
import type { RaisedFact, RosterChange } from './facts';
import { nextPhase, type AttemptPhase } from './procedure';
import type { DrawRecord, DrawWay } from './record';
import { refuse } from './refusals';

/** A person's proposal to void an attempt. */
export type VoidProposal = { readonly code: VoidCode; readonly reason: string; readonly by: Id };

export type Replacement = {
  readonly replaced: Id;
  readonly by: Id;
  readonly reason: { readonly code: ReserveCode; readonly text: string };
  readonly skipped: readonly { readonly id: Id; readonly reason: string }[];
};

export type SeatReplacement = {
  readonly case: Id;
  readonly seat: number;
  readonly from: Id;
  readonly to: Id;
  readonly reason: string;
  readonly alsoBarred: readonly Barred[];
};

/** One attempt of a draw with all that was recorded about it. */
export type Attempt = {
  readonly attempt: number;
  readonly phase: AttemptPhase;
  readonly overdue: boolean;
  readonly request: ObjectRequest | TeamRequest;
  readonly requestHash: Hex32;
  /** Own draw, recorded lot or platform's draw (C23). */
  readonly way: DrawWay;
  /** `null` where the draw was held elsewhere: nothing was committed to. */
  readonly commitment: Hex32 | null;
  readonly secret: JsonObject;
  readonly people: Readonly<Record<Id, Id>>;
  readonly contributorsNeeded: number;
  readonly disclosure: Disclosure;
  readonly lot: Lot;
  readonly differences: readonly PoolDifference[];
  readonly afterCessation: 'reserve' | 'counted' | null;
  readonly frozenBy: Id;
  /** In the order of their arrival. */
  readonly seals: readonly Seal[];
  readonly openUntil: Instant | null;
  readonly opened: Readonly<Record<string, { readonly value: string; readonly nonce: string }>>;
  readonly absent: readonly string[];
  readonly beaconProposed: { readonly value: string; readonly by: Id } | null;
  readonly beacon: string | null;
  readonly voidProposed: VoidProposal | null;
  readonly voided: (VoidProposal & { readonly approvedBy: Id }) | null;
  readonly lost: string | null;
  readonly transcriptHash: Hex32 | null;
  readonly transcript: DrawTranscript | null;
  /** In place of a transcript where the draw was held elsewhere; `transcriptHash` is then its hash. */
  readonly record: DrawRecord | null;
  readonly differsFrom?: Id;
  readonly recentChanges?: readonly RosterChange[];
  readonly raised?: readonly RaisedFact[];
  readonly modes?: DrawModes;
  readonly quoted?: { readonly ratioFrom: 'table' | 'text' | 'minimum-only'; readonly ruleVersion: number };
  readonly practitioners?: 'drawn' | 'all';
  readonly reserves: readonly Replacement[];
  readonly seatReplacements: readonly SeatReplacement[];
};

export type SelectionState = {
  readonly series: Id | null;
  readonly kind: 'objects' | 'team' | null;
  readonly attempts: readonly Attempt[];
  /** Names held back until the last visit have become public. */
  readonly disclosed: boolean;
};

export const initialSelection: SelectionState = { series: null, kind: null, attempts: [], disclosed: false };

/** Whether an attempt's names are public, once it is revealed: at once, or when the last visit is over (draw protocol, disclosure; trap 10). */
export function namesOpen(
  { disclosed }: Pick<SelectionState, 'disclosed'>,
  { disclosure }: Pick<Attempt, 'disclosure'>,
): boolean {
  return disclosed || disclosure === 'at-reveal';
}

/** The attempt under way or the last one. */
export function latest(state: SelectionState): Attempt | undefined {
  return state.attempts.at(-1);
}

/** Contributions in the order of the seals, as the transcript has them. */
export function contributionsOf(attempt: Attempt): readonly Contribution[] {
  return attempt.seals.map(({ by, role, seal }) => {
    const opened = attempt.opened[by];
    return opened ? { by, role, seal, ...opened } : { by, role, seal, absent: true };
  });
}

/** The objects that are inspected: the selected ones, each with its reserve where one was called. */
export function objectsInForce(attempt: Attempt): readonly Id[] {
  const { transcript, record } = attempt;
  const selected = record?.selected ?? (transcript && 'selected' in transcript ? transcript.selected : []);
  return attempt.reserves.reduce<readonly Id[]>(
    (objects, { replaced, by }) => objects.map((id) => (id === replaced ? by : id)),
    selected,
  );
}

/** Who sits where, under the draw's ids, replacements included. */
export function teamsInForce(attempt: Attempt): readonly { readonly case: Id; readonly inspectors: readonly Id[] }[] {
  const { transcript, record } = attempt;
  const assigned = record?.assigned ?? (transcript && 'assigned' in transcript ? transcript.assigned : []);
  return attempt.seatReplacements.reduce(
    (teams, { case: id, seat, to }) =>
      teams.map((team) => (team.case === id ? { ...team, inspectors: team.inspectors.with(seat, to) } : team)),
    assigned,
  );
}

type Beginning = Extract<SelectionEvent, { type: 'DrawFrozen' | 'LotRecorded' | 'PlatformDrawImported' }>;

/** The event that begins an attempt: a freeze, or a draw held elsewhere, which is over with it. */
function begins(event: Fact<SelectionEvent>): event is Fact<Beginning> {
  return event.type === 'DrawFrozen' || event.type === 'LotRecorded' || event.type === 'PlatformDrawImported';
}

/** What only one of the ways of drawing has. */
function ofTheWay(
  event: Beginning,
): Pick<Attempt, 'way' | 'commitment' | 'secret' | 'record' | 'transcriptHash' | 'contributorsNeeded'> {
  if (event.type === 'DrawFrozen') {
    const { commitment, secret, contributorsNeeded } = event.data;
    return { way: 'own', commitment, secret, contributorsNeeded, record: null, transcriptHash: null };
  }
  const { record, transcriptHash, contributorsNeeded } = event.data;
  return { way: record.way, commitment: null, secret: {}, contributorsNeeded, record, transcriptHash };
}

function begin(state: SelectionState, event: Fact<Beginning>): SelectionState {
  const previous = latest(state);
  if (previous?.phase === 'revealed') refuse('DRAW_STANDS');
  if (previous && previous.phase !== 'voided' && previous.phase !== 'lost') refuse('ALREADY_FROZEN');
  const { series, kind, attempt: number, request, requestHash, people, disclosure, lot, differences } = event.data;
  const { afterCessation, differsFrom, recentChanges, raised, modes, quoted, practitioners } = event.data;
  if (number !== state.attempts.length + 1) refuse('ATTEMPT_MISNUMBERED');
  const attempt: Attempt = {
    attempt: number,
    request,
    requestHash,
    people,
    disclosure,
    lot,
    differences,
    afterCessation,
    ...(differsFrom !== undefined && { differsFrom }),
    ...(recentChanges && { recentChanges }),
    ...(raised && { raised }),
    ...(modes && { modes }),
    ...(quoted && { quoted }),
    ...(practitioners && { practitioners }),
    ...nextPhase({ phase: 'unfrozen', overdue: false }, { type: event.type }),
    frozenBy: event.actor,
    seals: [],
    openUntil: null,
    opened: {},
    absent: [],
    beaconProposed: null,
    beacon: null,
    voidProposed: null,
    voided: null,
    lost: null,
    transcript: null,
    ...ofTheWay(event),
    reserves: [],
    seatReplacements: [],
  };
  return { ...state, series, kind, attempts: [...state.attempts, attempt] };
}

function changeOf(attempt: Attempt, event: Fact<Exclude<SelectionEvent, Beginning>>): Partial<Attempt> {
  switch (event.type) {
    case 'SealReceived': {
      const { by, role, seal } = event.data;
      return { seals: [...attempt.seals, { by, role, seal }] };
    }
    case 'SealingClosed':
      return { openUntil: event.data.openUntil };
    case 'SealOpened': {
      const { by, value, nonce } = event.data;
      return { opened: { ...attempt.opened, [by]: { value, nonce } } };
    }
    case 'OpeningEnded':
      return { absent: event.data.absent };
    case 'BeaconProposed':
      return { beaconProposed: { value: event.data.value, by: event.actor } };
    case 'BeaconConfirmed':
      return { beacon: event.data.value };
    case 'DrawVoidProposed':
      return { voidProposed: { code: event.data.code, reason: event.data.reason, by: event.actor } };
    case 'DrawVoidDeclined':
      return { voidProposed: null };
    case 'DrawVoided': {
      const { code, reason, proposedBy, approvedBy } = event.data;
      return { voided: { code, reason, by: proposedBy, approvedBy } };
    }
    case 'SecretLost':
      return { lost: event.data.reason };
    case 'ObjectsDrawn':
    case 'InspectorsDrawn':
      return { transcript: event.data.transcript, transcriptHash: event.data.transcriptHash };
    case 'ReserveCalled': {
      const { replaced, by, reason, skipped } = event.data;
      return { reserves: [...attempt.reserves, { replaced, by, reason, skipped }] };
    }
    case 'InspectorReplaced': {
      const { case: id, seat, from, to, reason, alsoBarred = [] } = event.data;
      return { seatReplacements: [...attempt.seatReplacements, { case: id, seat, from, to, reason, alsoBarred }] };
    }
    case 'RevealOverdue':
    case 'DrawDisclosed':
      return {};
  }
}

/** How the events of a series add up. @throws Refusal when the attempt doesn't expect the event */
export function evolve(state: SelectionState, event: Fact<SelectionEvent>): SelectionState {
  if (begins(event)) return begin(state, event);
  const attempt = latest(state) ?? refuse('NO_DRAW');
  if (event.data.attempt !== attempt.attempt) refuse('ATTEMPT_MISNUMBERED');
  const foreign = state.kind === 'team' ? 'ObjectsDrawn' : 'InspectorsDrawn';
  if (event.type === foreign) refuse('DRAW_OUT_OF_TURN', '揭晓的内容与抽取的种类不符');
  const next = { ...attempt, ...changeOf(attempt, event), ...nextPhase(attempt, { type: event.type }) };
  const disclosed = state.disclosed || event.type === 'DrawDisclosed';
  return { ...state, disclosed, attempts: [...state.attempts.slice(0, -1), next] };
}
