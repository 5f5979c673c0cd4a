import type { Day, DomainCommand, Id, Instant, JsonObject } from '@srd/kernel';
import type { Barred, Hex32, ObjectRequest, TeamRequest } from '@srd/proof/draw';
import type { Disclosure, ReserveCode, VoidCode } from './events';
import type { TaskFact } from './facts';

/** What both kinds of freeze hand in: request and record of who is who, the commitment and the secret behind it, the organ's rules. */
export type FreezeData<R> = {
  readonly request: R;
  readonly people: Readonly<Record<Id, Id>>;
  readonly commitment: Hex32;
  /** Ciphertext of the server's 32 random bytes, opaque here. */
  readonly secret: JsonObject;
  /** `contributorsPerDraw` of the organ's rules. */
  readonly contributorsPerDraw: number;
  readonly disclosure: Disclosure;
};

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
