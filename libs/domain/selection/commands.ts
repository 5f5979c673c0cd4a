import type { Day, DomainCommand, Id, Instant, JsonObject } from '@srd/kernel';
import type { Barred, DrawRequest, Hex32, ObjectRequest, Team, TeamRequest } from '@srd/proof/draw';
import type { Disclosure, ReserveCode, VoidCode } from './events';
import type { PractitionerFact, RaisedFact, RosterChange, TaskFact } from './facts';
import type { HeldLot, PlatformReceipt } from './record';

/** The pool of a draw, however it is drawn: the request with the record of who is who, and the organ's rules. */
export type PoolData<R> = {
  readonly request: R;
  readonly people: Readonly<Record<Id, Id>>;
  /** `contributorsPerDraw` of the organ's rules. */
  readonly contributorsPerDraw: number;
  readonly disclosure: Disclosure;
  /** Changes of the rosters shortly before the freeze; those of its last 24 hours are flagged (T1). */
  readonly recentChanges?: readonly RosterChange[];
  /** Who is drawn apart or with more tickets, each with its reasons (R49, C13). */
  readonly raised?: readonly RaisedFact[];
  /** The last freeze of this kind by the organ, for a first attempt to be compared with (T1). */
  readonly lastFreeze?: {
    readonly series: Id;
    readonly request: DrawRequest;
    readonly people: Readonly<Record<Id, Id>>;
  };
};

/** What every freeze hands in besides: the commitment and the secret behind it. */
export type FreezeData<R> = PoolData<R> & {
  readonly commitment: Hex32;
  /** Ciphertext of the server's 32 random bytes, opaque here. */
  readonly secret: JsonObject;
};

/** What an object draw is held to, whichever way it is drawn. */
export type ObjectPool = PoolData<ObjectRequest> & {
  readonly kind: 'objects';
  readonly task: TaskFact;
  readonly afterCessation: 'reserve' | 'counted';
  readonly faultyRows: readonly { readonly id: Id; readonly name: string }[];
  /** In the order of the draw. */
  readonly selected: readonly Id[];
  /** Drawn further, in order, to take the place of those that can't be inspected. */
  readonly reserve: readonly Id[];
};

/** The same for an inspector draw; `assigned` under the draw's ids, cases in order. */
export type TeamPoolData = PoolData<TeamRequest> & {
  readonly kind: 'team';
  readonly objectDraw: { readonly transcriptHash: Hex32; readonly objects: readonly Id[] } | null;
  readonly assigned: readonly Team[];
};

/** What a draw of practitioners is held to (R19, C5). */
export type PractitionerPoolData = PoolData<ObjectRequest> & {
  readonly task: TaskFact;
  readonly practitioners: readonly PractitionerFact[];
  /** The objects in force of the task's draw, where the practitioners are those of drawn institutions. */
  readonly objectDraw: { readonly objects: readonly Id[] } | null;
};

/** The pool and the result of a draw that was held elsewhere; practitioners under the draw's ids. */
export type DrawnElsewhere =
  | ObjectPool
  | TeamPoolData
  | (PractitionerPoolData & { readonly kind: 'practitioners' } & Pick<ObjectPool, 'selected' | 'reserve'>);

/** What can be asked of a draw. Commands concern the latest attempt; a contributor's name the draw that their link is for. */
export type SelectionCommand =
  | DomainCommand<
      'FreezeObjectDraw',
      FreezeData<ObjectRequest> & {
        readonly task: TaskFact;
        readonly afterCessation: 'reserve' | 'counted';
        /** Roster rows whose USCC doesn't check and that nobody answered for by name (trap 4). */
        readonly faultyRows: readonly { readonly id: Id; readonly name: string }[];
      }
    >
  | DomainCommand<
      'FreezeTeamDraw',
      FreezeData<TeamRequest> & {
        /** Hash of the object draw's transcript and the objects in force; `null` for cases that weren't drawn. */
        readonly objectDraw: { readonly transcriptHash: Hex32; readonly objects: readonly Id[] } | null;
      }
    >
  | DomainCommand<'FreezePractitionerDraw', FreezeData<ObjectRequest> & PractitionerPoolData>
  | DomainCommand<'RecordPhysicalLot', { readonly pool: DrawnElsewhere; readonly held: HeldLot }>
  | DomainCommand<'ImportPlatformDraw', { readonly pool: DrawnElsewhere; readonly receipt: PlatformReceipt }>
  | DomainCommand<'EnterSeal', { readonly draw: string; readonly by: string; readonly seal: Hex32 }>
  | DomainCommand<'CloseSealing', { readonly openUntil: Instant }>
  | DomainCommand<
      'OpenSeal',
      { readonly draw: string; readonly by: string; readonly value: string; readonly nonce: string }
    >
  | DomainCommand<'EndOpening', Record<never, never>>
  | DomainCommand<'EnterBeacon', { readonly value: string }>
  | DomainCommand<'ConfirmBeacon', { readonly value: string }>
  | DomainCommand<'ProposeVoid', { readonly code: VoidCode; readonly reason: string }>
  | DomainCommand<'DeclineVoid', { readonly reason: string }>
  | DomainCommand<'ApproveVoid', Record<never, never>>
  | DomainCommand<'MarkOverdue', Record<never, never>>
  | DomainCommand<'Reveal', { readonly secret: Hex32 }>
  | DomainCommand<'RecordSecretLost', { readonly reason: string }>
  | DomainCommand<
      'CallReserve',
      {
        readonly replaced: Id;
        readonly code: ReserveCode;
        readonly reason: string;
        /** Objects of the reserve that can't be inspected either, on the day. */
        readonly unavailable: readonly { readonly id: Id; readonly reason: string }[];
      }
    >
  | DomainCommand<
      'ReplaceDrawnInspector',
      {
        readonly case: Id;
        /** Position in the case, from 0. */
        readonly seat: number;
        readonly reason: string;
        /** What came to light since the freeze, under the draw's ids. */
        readonly alsoBarred: readonly Barred[];
      }
    >
  | DomainCommand<'DiscloseDraw', { readonly lastVisitOn: Day; readonly visitsOutstanding: number }>;

/** The command of one type. */
export type Asked<T extends SelectionCommand['type']> = Extract<SelectionCommand, { type: T }>['data'];
