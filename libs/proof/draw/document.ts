import type { Id, Instant } from '@srd/kernel';

/** The protocol's two documents are told apart by this member. */
export type DrawProtocol = 'srd-draw/1' | 'srd-assign/1';

/** 32 bytes as 64 lower-case hex digits. */
export type Hex32 = string;

/** Somebody outside the office who adds a value of their own to a draw (现场监督抽查). Natural persons stand under a public label. */
export type DrawWitness = { readonly by: string; readonly role: string };

/** A public number named before it exists, say tomorrow's lottery. */
export type Beacon = { readonly source: string; readonly expectedAt: Instant };
export type BeaconValue = { readonly value: string };

/** What the requests of both protocols say about the draw as such. */
export type RequestHead = {
  readonly draw: string;
  /** What is drawn for: the task's id, or `<task>:team`. */
  readonly series: Id;
  /** Counts from 1 within the series without a gap. */
  readonly attempt: number;
  readonly organ: Id;
  readonly plan: string;
  readonly frozenAt: Instant;
  readonly revealBy: Instant;
  readonly contributors: readonly DrawWitness[];
  readonly beacon: Beacon | null;
};

/** 抽查对象 in the pool of the day; `weight` (1 to 100) is its number of tickets. */
export type Candidate = { readonly id: Id; readonly name: string; readonly stratum: Id; readonly weight: number };

/** In the library but not in the pool, and why. */
export type Excluded = { readonly id: Id; readonly name: string; readonly reason: string };

export type Rounding = 'ceil' | 'half-up' | 'floor';

/** The plan's rule for a stratum's sample (抽查比例). */
export type QuotaRule = {
  /** 10% is 1000. */
  readonly basisPoints: number;
  readonly rounding: Rounding;
  readonly atLeast: number;
};

/** A rule with what it gives: `size` of the `of` candidates of the stratum. */
export type Quota = QuotaRule & { readonly stratum: Id; readonly of: number; readonly size: number };

/** What is fixed before anything is random: which objects, by which quota, who contributes. */
export type ObjectRequest = RequestHead & {
  readonly protocol: 'srd-draw/1';
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Excluded[];
  readonly quotas: readonly Quota[];
};

/** 执法检查人员 under an id and a label made for this draw; `capacity` is the most cases they may take in it. */
export type DrawnInspector = { readonly id: Id; readonly name: string; readonly organ: Id; readonly capacity: number };

/** Asks for `count` inspectors of one of the organs; the empty list means any organ. */
export type Seat = { readonly organs: readonly Id[]; readonly count: number };

/** One inspection that needs a team. */
export type TeamCase = { readonly id: Id; readonly object: Id; readonly seats: readonly Seat[] };

/** 回避; inspected the same object within the period; no certificate valid on the planned days; not to be had. */
export type BarReason = 'recusal' | 'rotation' | 'certificate' | 'unavailable';

/** This inspector may not take this case; `*` stands for every case. */
export type Barred = { readonly case: Id | '*'; readonly inspector: Id; readonly reason: BarReason };

/** A team request before its cap is known: all that decides whether it can be filled. */
export type TeamPool = Pick<TeamRequest, 'inspectors' | 'cases' | 'barred'>;

/** What is fixed before inspectors are drawn for cases. */
export type TeamRequest = RequestHead & {
  readonly protocol: 'srd-assign/1';
  /** Hash of the object draw's transcript, or `null` for cases that weren't drawn. */
  readonly from: Hex32 | null;
  readonly inspectors: readonly DrawnInspector[];
  readonly cases: readonly TeamCase[];
  readonly barred: readonly Barred[];
  readonly cap: number;
};

export type DrawRequest = ObjectRequest | TeamRequest;

/** A witness's seal with what it hid: any text, and a nonce of 16 bytes in hex. */
export type OpenedContribution = DrawWitness & {
  readonly seal: Hex32;
  readonly value: string;
  readonly nonce: string;
};

/** A witness who sealed and didn't open in time: named for ever. */
export type AbsentContribution = DrawWitness & { readonly seal: Hex32; readonly absent: true };
export type Contribution = OpenedContribution | AbsentContribution;

export type RankedObject = { readonly id: Id; readonly ticket: Hex32 };

/** One stratum by ticket; above 10,000 candidates only its head, with a hash of the whole. */
export type Ranking = {
  readonly stratum: Id;
  readonly order: readonly RankedObject[];
  readonly orderHash?: Hex32;
};

/** The inspectors of a case in the order of its positions. */
export type Team = { readonly case: Id; readonly inspectors: readonly Id[] };

export type TranscriptHead = {
  readonly commitment: Hex32;
  /** In the order of the seals. */
  readonly contributions: readonly Contribution[];
  readonly beacon: BeaconValue | null;
  readonly secret: Hex32;
  readonly seed: Hex32;
};

/** Everything anybody needs to repeat an object draw. */
export type ObjectTranscript = TranscriptHead & {
  readonly request: ObjectRequest;
  readonly ranking: readonly Ranking[];
  readonly selected: readonly Id[];
};

/** Everything anybody needs to repeat an inspector draw. */
export type TeamTranscript = TranscriptHead & {
  readonly request: TeamRequest;
  readonly assigned: readonly Team[];
};

export type DrawTranscript = ObjectTranscript | TeamTranscript;
