import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { Term, Party } from '@srd/domain/organ';
import type { LegalBasis } from '@srd/domain/catalogue';

export const listKinds = ['abnormal', 'credit'] as const;
/** 执业异常对象名单, 信用黑名单: two typed lists, whose display names are the organ's own (C21). */
export type ListKind = (typeof listKinds)[number];

export const listingGrounds = ['unreachable', 'unheeded', 'penalty'] as const;
/** Why: `unreachable` 通过登记的住所无法联系, shall (R83); `unheeded` 经提醒或约谈仍不纠正, may (R86); `penalty` 作出处罚决定后 (R87). */
export type ListingGround = (typeof listingGrounds)[number];

/** 轻微, 一般, 严重 of the credit repair rules. */
export const listingClasses = ['minor', 'ordinary', 'serious'] as const;
export type ListingClass = (typeof listingClasses)[number];

/** An attempt to reach the institution, with hashes of what proves it (trap 8). */
export type ContactAttempt = { readonly attemptedOn: Day; readonly evidence: readonly string[] };

/** 处罚决定 a credit listing rests on. */
export type PenaltyDecision = { readonly number: string; readonly decidedOn: Day };

/** Charts and rules a round of a standing may go by; a new round begins with the newest. */
export type StandingVersion = 'standing/1' | 'standing/2';

/** Whom the list names, and under which name of the list (C21). A practitioner is an id, never a name (C24); the institution is where the case was. */
export type ListedSubject = {
  readonly kind: Party;
  readonly institution: Id;
  readonly institutionName: string;
  readonly registrationNumber: string;
  readonly listName: string;
};

export type Proposal = {
  /** Whose case it rests on; its roles decide. */
  readonly organ: Id;
  readonly object: Id;
  readonly list: ListKind;
  readonly ground: ListingGround;
  /** What allows or demands the listing: never empty (C19). */
  readonly legalBasis: readonly LegalBasis[];
  readonly class: ListingClass | null;
  readonly reason: string;
  readonly case: Id;
  readonly disposition: Id;
  readonly contactAttempts: readonly ContactAttempt[];
  readonly penalty: PenaltyDecision | null;
  /** The account whose proposal it is; a reaction that carries it over from the case isn't the proposer. */
  readonly proposedBy: string;
  /** Since `standing/2`. */
  readonly subject?: ListedSubject;
};

/** 提出列入, from a disposition of a case. `procedure` names the chart and rules that the stream goes by from here. */
export type ListingProposed = DomainEvent<'ListingProposed', Proposal & { readonly procedure: StandingVersion }>;

/** 告知: the institution is told, and until when it may be heard (行政处罚法第四十四条、第四十五条 by analogy; trap 8). */
export type ListingNoticeServed = DomainEvent<
  'ListingNoticeServed',
  { readonly occurredOn: Day; readonly hearing: Term; readonly hearingUntil: Day }
>;

/** 陈述申辩: heard, or waived by the institution itself. Evidence as hashes. */
export type ListingHeard = DomainEvent<
  'ListingHeard',
  { readonly occurredOn: Day; readonly waived: boolean; readonly evidence: readonly string[] }
>;

/** 陈述申辩期限届满, and nothing was said. */
export type HearingWindowPassed = DomainEvent<'HearingWindowPassed', { readonly hearingUntil: Day }>;

/** 公示 of an entry (`listing`), 撤销通知 (`withdrawal`), 停止公示 once it has ended (`end`). */
export const listingPublications = ['listing', 'withdrawal', 'end'] as const;
export type PublicationKind = (typeof listingPublications)[number];

/** A publication that falls due: to which channels, by when, in place of which earlier one (R74, trap 8). */
export type PublicationOwed = {
  readonly publication: Id;
  readonly kind: PublicationKind;
  readonly channels: readonly string[];
  readonly dueOn: Day;
  readonly replaces: Id | null;
};
/** What `standing/2` says beside an entry's beginning or end: null where nothing is to be made public or taken back. */
type WithPublication = { readonly publication?: PublicationOwed | null };

/** 决定列入: by another than the proposer, with class and end day; null: until the ground is gone. */
export type ListingConfirmed = DomainEvent<
  'ListingConfirmed',
  {
    readonly class: ListingClass | null;
    readonly listedOn: Day;
    readonly until: Day | null;
    /** Minor matters are normally not made public. */
    readonly published: boolean;
    readonly reason: string;
    readonly case: Id;
    readonly disposition: Id;
  } & WithPublication
>;

/** 决定不予列入. */
export type ListingDeclined = DomainEvent<
  'ListingDeclined',
  { readonly reason: string; readonly case: Id; readonly disposition: Id }
>;

/** 撤销列入: it ought not to stand, since the penalty was annulled or the listing was wrong; history remains (trap 8). */
export type ListingWithdrawn = DomainEvent<
  'ListingWithdrawn',
  {
    readonly ground: 'penalty-annulled' | 'in-error';
    readonly reason: string;
    readonly occurredOn: Day;
    readonly case: Id;
    readonly disposition: Id;
  } & WithPublication
>;

/** 期限届满自动移出; 信用修复; 移出 because the ground is gone (C20). */
export type ListingExpired = DomainEvent<'ListingExpired', { readonly until: Day } & WithPublication>;
type Ended = { readonly reason: string; readonly occurredOn: Day } & WithPublication;
export type ListingRepaired = DomainEvent<'ListingRepaired', Ended>;
export type ListingRemoved = DomainEvent<'ListingRemoved', Ended>;

export const endWays = ['repaired', 'removed'] as const;
/** 信用修复申请, or 移出申请 because the ground is gone (C20): what the institution handed in, as hashes. */
export type EndWay = (typeof endWays)[number];
export type ListingEndRequested = DomainEvent<
  'ListingEndRequested',
  { readonly way: EndWay; readonly reason: string; readonly occurredOn: Day; readonly evidence: readonly string[] }
>;
/** 不予修复、不予移出: the entry stands. */
export type ListingEndRefused = DomainEvent<'ListingEndRefused', { readonly way: EndWay; readonly reason: string }>;

/** What the public reads of an entry, or of its end. No person in it (C24). */
export type ListingNotice = {
  readonly listName: string;
  readonly institutionName: string;
  readonly registrationNumber: string;
  readonly ground: ListingGround;
  readonly legalBasis: readonly LegalBasis[];
  readonly class: ListingClass | null;
  readonly listedOn: Day;
  readonly until: Day | null;
  /** 撤销、修复、移出、期满; null while the entry stands. */
  readonly ended: { readonly how: StandingEnd; readonly on: Day; readonly reason: string } | null;
};
export type StandingEnd = 'withdrawn' | 'expired' | 'repaired' | 'removed';

/** Posted on a channel; taken by it, with its receipt; not taken, to be tried again (R74, trap 10). */
export type ListingPosted = DomainEvent<
  'ListingPosted',
  { readonly publication: Id; readonly channel: string; readonly content: ListingNotice }
>;
export type ListingPostingAcknowledged = DomainEvent<
  'ListingPostingAcknowledged',
  { readonly publication: Id; readonly channel: string; readonly receipt: string }
>;
export type ListingPostingFailed = DomainEvent<
  'ListingPostingFailed',
  { readonly publication: Id; readonly channel: string; readonly reason: string }
>;

export type StandingEvent =
  | ListingProposed
  | ListingNoticeServed
  | ListingHeard
  | HearingWindowPassed
  | ListingConfirmed
  | ListingDeclined
  | ListingWithdrawn
  | ListingExpired
  | ListingRepaired
  | ListingRemoved
  | ListingEndRequested
  | ListingEndRefused
  | ListingPosted
  | ListingPostingAcknowledged
  | ListingPostingFailed;
