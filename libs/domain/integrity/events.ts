import type { LegalBasis } from '@srd/domain/catalogue';
import type { Sector, Party } from '@srd/domain/organ';
import type { Day, DomainEvent, Id } from '@srd/kernel';

/** Whose file it is: an institution's, or a practitioner's, who stands in it as an id only (R30, C24). */
export type FileKind = Party;

/** What an entry tells of (B三(四); R30, R94–R96). */
export const entryKinds = [
  'result',
  'result-amended',
  'correction-ordered',
  'corrected',
  'uncorrected',
  'guidance',
  'penalty',
  'penalty-annulled',
  'listed',
  'listing-ended',
  'listing-withdrawn',
  'circular',
  'circular-withdrawn',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The event that an entry was made from: what was recorded there can be read there. */
export type EntrySource = { readonly stream: string; readonly revision: number };

/** 记入诚信档案: made from another stream as soon as something is recorded there (R96 及时). What was entered before stays. */
export type IntegrityEntered = DomainEvent<
  'IntegrityEntered',
  {
    readonly organ: Id;
    readonly object: Id;
    readonly kind: FileKind;
    /** Null for a practitioner. */
    readonly name: string | null;
    readonly entry: EntryKind;
    readonly source: EntrySource;
    /** Of what it belongs to, such as `case-…:d1`: a later entry of the same subject may take an earlier one back. */
    readonly subject: string;
    /** Kinds of earlier entries of the same subject that don't hold any more: corrected or annulled, and shown as such. */
    readonly overtakes: readonly EntryKind[];
    readonly text: string;
    readonly occurredOn: Day;
  }
>;

/** 信用信息报送: the entries that weren't sent yet, to the credit platform (R94, R95, R96). */
export type CreditDataSent = DomainEvent<
  'CreditDataSent',
  { readonly batch: Id; readonly entries: readonly Id[]; readonly channel: string }
>;
export type CreditDataReceived = DomainEvent<'CreditDataReceived', { readonly batch: Id; readonly receipt: string }>;
export type CreditDataFailed = DomainEvent<'CreditDataFailed', { readonly batch: Id; readonly reason: string }>;

/** 行业退出 by which decision: 吊销, 撤销, 注销 of the licence, or a ban from practice. */
export const exitGrounds = ['licence-revoked', 'licence-withdrawn', 'licence-cancelled', 'barred'] as const;
export type ExitGround = (typeof exitGrounds)[number];

/** 行业退出机制 (R88): recorded by a leader on a decision with its legal basis and evidence. */
export type SectorExitRecorded = DomainEvent<
  'SectorExitRecorded',
  {
    readonly organ: Id;
    readonly object: Id;
    readonly kind: FileKind;
    readonly name: string | null;
    /** Of the roster that it leaves. */
    readonly sector: Sector;
    readonly ground: ExitGround;
    readonly decision: { readonly number: string; readonly authority: string; readonly decidedOn: Day };
    readonly legalBasis: readonly LegalBasis[];
    /** 禁止从业 until that day; null: for good, or until a new licence. */
    readonly until: Day | null;
    readonly reason: string;
    readonly evidence: readonly string[];
  }
>;
/** The decision fell: on reconsideration, in court, or it was recorded in error. */
export type SectorExitWithdrawn = DomainEvent<
  'SectorExitWithdrawn',
  { readonly reason: string; readonly occurredOn: Day; readonly evidence: readonly string[] }
>;

export type IntegrityEvent =
  IntegrityEntered | CreditDataSent | CreditDataReceived | CreditDataFailed | SectorExitRecorded | SectorExitWithdrawn;
