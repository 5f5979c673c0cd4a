import type { Day, DomainEvent, Id, Instant, JsonObject } from '@srd/kernel';
import type {
  Barred,
  DrawWitness,
  Hex32,
  ObjectRequest,
  ObjectTranscript,
  Team,
  TeamRequest,
  TeamTranscript,
} from '@srd/proof/draw';
import type { DrawModes, disclosures } from '@srd/domain/organ';
import type { PoolDifference } from './differences';
import type { RaisedFact, RosterChange } from './facts';
import type { DrawRecord } from './record';

export type Disclosure = (typeof disclosures)[number];

/** Why a draw is voided before its close. */
export const voidCodes = {
  'request-wrong': '名录、数量或设置有误',
  'contributor-missing': '见证人未能到场',
  'ceremony-disturbed': '现场程序受到干扰',
  'beacon-unavailable': '约定的公共信标无法产生',
  'time-passed': '未能在时限内完成',
} as const;
export type VoidCode = keyof typeof voidCodes;

/** Why an object that was drawn gives way to the reserve. */
export const reserveCodes = {
  'ceased-before-draw': '抽取前已不再执业，事后发现',
  'ceased-after-draw': '抽取后不再执业',
  'not-inspectable': '无法接受检查',
} as const;
export type ReserveCode = keyof typeof reserveCodes;

export const lots = ['drawn', 'pool-of-one', 'whole-pool'] as const;
/** Whether chance had anything to decide (C12): a pool of one, or a rule that takes all, needs no lot. */
export type Lot = (typeof lots)[number];

/** A seal with the witness it belongs to. */
export type Seal = DrawWitness & { readonly seal: Hex32 };

type OfAttempt<D = unknown> = { readonly attempt: number } & D;

/** What is fixed of a pool, however it is drawn from. */
type Pooled<K extends string, R> = OfAttempt<{
  readonly procedure: 'selection/1';
  readonly kind: K;
  readonly series: Id;
  readonly request: R;
  readonly requestHash: Hex32;
  /** Who is who: id made for this draw → person. Internal, never part of the request. */
  readonly people: Readonly<Record<Id, Id>>;
  readonly contributorsNeeded: number;
  readonly disclosure: Disclosure;
  readonly lot: Lot;
  /** How the pool differs from that of the attempt before. */
  readonly differences: readonly PoolDifference[];
  /** C28, for the object draw; `null` for teams. */
  readonly afterCessation: 'reserve' | 'counted' | null;
  /** The freeze that a first attempt's differences are against; absent: the attempt before (T1). */
  readonly differsFrom?: Id;
  /** Changes of the rosters in the 24 hours before the freeze: seen, whatever they were for (T1). Absent: nobody looked. */
  readonly recentChanges?: readonly RosterChange[];
  /** Candidates drawn apart or with more tickets, with the reasons as they stood that day (R49, R91, R92, C13). Internal. */
  readonly raised?: readonly RaisedFact[];
  /** How the plan says that this draw departs from equal chances (R49, R54, C10). */
  readonly modes?: DrawModes;
  /** The ratio's source and the version of the organ's rules that the plan quotes (C1, C15). */
  readonly quoted?: { readonly ratioFrom: 'table' | 'text' | 'minimum-only'; readonly ruleVersion: number };
  /** Which practitioners the pool holds, where it holds practitioners (R19, C5). */
  readonly practitioners?: 'drawn' | 'all';
}>;

type Frozen<K extends string, R> = Pooled<K, R> & {
  readonly commitment: Hex32;
  /** The server's secret as ciphertext, in whatever form its keeper wrote it. */
  readonly secret: JsonObject;
};

/** A draw held elsewhere: pool and result in one event, so that cases follow from it as from a reveal. */
type Elsewhere = (Pooled<'objects', ObjectRequest> | Pooled<'team', TeamRequest>) & {
  readonly record: DrawRecord;
  /** Hash of the record. */
  readonly transcriptHash: Hex32;
  readonly selected: readonly Id[];
  readonly assigned: readonly Team[];
  /** `assigned` with the persons. */
  readonly teams: readonly Team[];
  readonly occurredOn: Day;
};

export type SelectionEvent =
  /** Freeze and commit in one: the pool of the day, the size, who contributes (R55–R58, R64). The first names the chart. */
  | DomainEvent<'DrawFrozen', Frozen<'objects', ObjectRequest> | Frozen<'team', TeamRequest>>
  /** 摇号、抽签 on the spot, with its evidence and what it can't prove (B二(九), R57, C23). `heldBy` are persons. */
  | DomainEvent<'LotRecorded', Elsewhere & { readonly heldBy: readonly Id[] }>
  /** A draw held on the provincial platform, by its receipt (A二(二), R62, R63, C23). */
  | DomainEvent<'PlatformDrawImported', Elsewhere>
  /** A witness sealed a value of their own (B二(九) 现场监督抽查, R11). */
  | DomainEvent<'SealReceived', OfAttempt<Seal>>
  /** 截止: the seals in order; from here the draw can only be revealed. */
  | DomainEvent<
      'SealingClosed',
      OfAttempt<{ readonly seals: readonly Seal[]; readonly unsealed: readonly Id[]; readonly openUntil: Instant }>
    >
  | DomainEvent<'SealOpened', OfAttempt<{ readonly by: string; readonly value: string; readonly nonce: string }>>
  /** Who sealed and didn't open stays named as absent for ever. */
  | DomainEvent<'OpeningEnded', OfAttempt<{ readonly absent: readonly string[] }>>
  /** A public number entered by one person and confirmed by another. */
  | DomainEvent<'BeaconProposed', OfAttempt<{ readonly value: string }>>
  | DomainEvent<'BeaconConfirmed', OfAttempt<{ readonly value: string }>>
  /** 作废 before the close: proposed by one, approved by another, public for ever. */
  | DomainEvent<'DrawVoidProposed', OfAttempt<{ readonly code: VoidCode; readonly reason: string }>>
  | DomainEvent<'DrawVoidDeclined', OfAttempt<{ readonly reason: string }>>
  | DomainEvent<
      'DrawVoided',
      OfAttempt<{ readonly code: VoidCode; readonly reason: string; readonly proposedBy: Id; readonly approvedBy: Id }>
    >
  /** The clock passed `revealBy`; the draw can still be finished. */
  | DomainEvent<'RevealOverdue', OfAttempt<{ readonly revealBy: Instant }>>
  /** 随机抽取检查对象 (B二(九), R55): the transcript that anybody can repeat. */
  | DomainEvent<
      'ObjectsDrawn',
      OfAttempt<{
        readonly transcriptHash: Hex32;
        readonly transcript: ObjectTranscript;
        readonly selected: readonly Id[];
      }>
    >
  /** 随机选派执法检查人员 (B二(九), R56). `assigned` under the draw's ids, `teams` with the persons. */
  | DomainEvent<
      'InspectorsDrawn',
      OfAttempt<{
        readonly transcriptHash: Hex32;
        readonly transcript: TeamTranscript;
        readonly assigned: readonly Team[];
        readonly teams: readonly Team[];
      }>
    >
  /** The server's secret can't be opened any more: public for ever, counts as an attempt. */
  | DomainEvent<'SecretLost', OfAttempt<{ readonly reason: string }>>
  /** 候补: the next of the reserve list takes the place of an object that can't be inspected (trap 4, C28). */
  | DomainEvent<
      'ReserveCalled',
      OfAttempt<{
        readonly replaced: Id;
        readonly by: Id;
        readonly reason: { readonly code: ReserveCode; readonly text: string };
        /** Objects earlier in the reserve that can't be inspected either. */
        readonly skipped: readonly { readonly id: Id; readonly reason: string }[];
      }>
    >
  /** The next inspector by ticket takes the seat, never one picked by hand (trap 6). */
  | DomainEvent<
      'InspectorReplaced',
      OfAttempt<{
        readonly case: Id;
        /** Position in the case, from 0. */
        readonly seat: number;
        readonly from: Id;
        readonly to: Id;
        readonly reason: string;
        readonly fromPerson: Id;
        readonly toPerson: Id;
        /** What came to light since the freeze and kept others from the seat: with it anybody can repeat the choice. */
        readonly alsoBarred?: readonly Barred[];
      }>
    >
  /** The last visit is over: names held back become public. */
  | DomainEvent<'DrawDisclosed', OfAttempt<{ readonly lastVisitOn: Day }>>;

/** The event of one type. */
export type Told<T extends SelectionEvent['type']> = Extract<SelectionEvent, { type: T }>;
