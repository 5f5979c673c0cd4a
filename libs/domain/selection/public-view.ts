import type { Id, Instant } from '@srd/kernel';
import type { DrawRequest, DrawTranscript, Hex32 } from '@srd/proof/draw';
import type { PoolDifference } from './differences';
import type { Lot, ReserveCode, Seal, VoidCode } from './events';
import type { DrawModes } from '@srd/domain/organ';
import type { RosterChange } from './facts';
import type { AttemptPhase } from './procedure';
import { unproven, type DrawRecord, type DrawWay, type UnprovenCode } from './record';
import { namesOpen, type Attempt, type Replacement, type SeatReplacement, type SelectionState } from './state';

/** A reserve that was called, with its coded reason; the free text stays inside. */
export type PublicReserve = Omit<Replacement, 'reason'> & { readonly reason: ReserveCode };

/** A change shortly before the freeze, and where its object stands in the draw; who made it is internal. */
export type PublicChange = Omit<RosterChange, 'by'> & { readonly now: 'candidate' | 'excluded' | 'not-in-pool' };

/** What anybody may see of one attempt at this moment; `null` where it isn't public yet. */
export type PublicAttempt = {
  readonly attempt: number;
  readonly state: AttemptPhase;
  readonly overdue: boolean;
  readonly lot: Lot;
  readonly request: DrawRequest | null;
  readonly requestHash: Hex32;
  /** `null` where the draw was held elsewhere: nothing was committed to beforehand. */
  readonly commitment: Hex32 | null;
  readonly revealBy: Instant;
  /** Who sealed, in order; public as they come in, for a seal hides its value. */
  readonly seals: readonly Seal[];
  readonly openUntil: Instant | null;
  readonly absent: readonly string[];
  /** Coded reason of a voided attempt; the free text and the persons are internal. */
  readonly voided: VoidCode | null;
  readonly lost: boolean;
  readonly differences: readonly PoolDifference[] | null;
  readonly transcriptHash: Hex32 | null;
  readonly transcript: DrawTranscript | null;
  /** Own draw, recorded lot or platform's draw (C23). */
  readonly way: DrawWay;
  /** In place of a transcript where the draw was held elsewhere; `transcriptHash` is its hash. */
  readonly record: DrawRecord | null;
  /** What such a draw can't prove, in plain words; none for our own, which anybody can repeat. */
  readonly unproven: readonly { readonly code: UnprovenCode; readonly text: string }[];
  /** The series whose freeze a first attempt's differences are against. */
  readonly differsFrom: Id | null;
  /** Changes of the rosters in the 24 hours before the freeze (T1); `null` where nobody looked or it isn't public yet. */
  readonly recentChanges: readonly PublicChange[] | null;
  /** How the plan says that the draw departs from equal chances (R49, R54, C10). */
  readonly modes: DrawModes | null;
  readonly reserves: readonly PublicReserve[] | null;
  /** Under the ids of the draw; why is internal. */
  readonly seatReplacements: readonly Omit<SeatReplacement, 'reason'>[] | null;
};

export type PublicDraw = {
  readonly series: Id | null;
  readonly kind: 'objects' | 'team' | null;
  readonly attempts: readonly PublicAttempt[];
};

function changesOf({ recentChanges, request }: Attempt): readonly PublicChange[] | null {
  if (!recentChanges) return null;
  const pool = request.protocol === 'srd-draw/1' ? request.candidates : request.inspectors;
  const excluded = request.protocol === 'srd-draw/1' ? request.excluded : [];
  return recentChanges.map(({ by: _, ...change }): PublicChange => {
    const holds = (list: readonly { readonly id: Id }[]): boolean => list.some(({ id }) => id === change.id);
    return { ...change, now: holds(pool) ? 'candidate' : holds(excluded) ? 'excluded' : 'not-in-pool' };
  });
}

/** One attempt: the request from the freeze on, names when they are disclosed (R12, trap 10). */
function publicAttempt(attempt: Attempt, isOpen: boolean): PublicAttempt {
  // The request of a team draw names the drawn objects (draw protocol, disclosure).
  const requestOpen = isOpen || attempt.request.protocol === 'srd-draw/1';
  return {
    attempt: attempt.attempt,
    state: attempt.phase,
    overdue: attempt.overdue,
    lot: attempt.lot,
    request: requestOpen ? attempt.request : null,
    requestHash: attempt.requestHash,
    commitment: attempt.commitment,
    revealBy: attempt.request.revealBy,
    seals: attempt.seals,
    openUntil: attempt.openUntil,
    absent: attempt.absent,
    voided: attempt.voided?.code ?? null,
    lost: attempt.lost !== null,
    differences: requestOpen ? attempt.differences : null,
    transcriptHash: attempt.transcriptHash,
    transcript: isOpen ? attempt.transcript : null,
    way: attempt.way,
    record: isOpen ? attempt.record : null,
    unproven: (attempt.record?.unproven ?? []).map((code) => ({ code, text: unproven[code] })),
    differsFrom: attempt.differsFrom ?? null,
    recentChanges: requestOpen ? changesOf(attempt) : null,
    modes: attempt.modes ?? null,
    reserves: isOpen ? attempt.reserves.map((called) => ({ ...called, reason: called.reason.code })) : null,
    seatReplacements: isOpen ? attempt.seatReplacements.map(({ reason: _, ...replacement }) => replacement) : null,
  };
}

/** What the draw protocol makes public at this moment, attempt by attempt, the voided ones included (R12, trap 10, C24). */
export function publicView(state: SelectionState): PublicDraw {
  const { series, kind, attempts } = state;
  return { series, kind, attempts: attempts.map((attempt) => publicAttempt(attempt, namesOpen(state, attempt))) };
}
