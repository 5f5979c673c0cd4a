import type { Day, DomainEvent, Id } from '@srd/kernel';

export const stances = ['commended', 'criticised'] as const;
export const audiences = ['public', 'organs'] as const;

/** Who is named, in which case of the task, for good or for ill (R95). An institution; a practitioner is never named (C24). */
export type NamedInstitution = {
  readonly object: Id;
  readonly case: Id;
  readonly stance: (typeof stances)[number];
  readonly text: string;
};

/** What a circular says: about a plan's task or a period, for the public or for the organs only. */
export type CircularContent = {
  readonly title: string;
  readonly number: string;
  /** The task it reports on; null: all of the organ's inspections of the period. */
  readonly task: Id | null;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly audience: (typeof audiences)[number];
  readonly text: string;
  readonly named: readonly NamedInstitution[];
};

/** A named institution as its case had it when the circular was drafted. */
export type NamedAsKnown = NamedInstitution & { readonly name: string; readonly registrationNumber: string };

/** 拟稿 of a 随机抽查通报 (B三(四); R95); once more: a new wording of a draft. */
export type CircularDrafted = DomainEvent<
  'CircularDrafted',
  Omit<CircularContent, 'named'> & {
    readonly organ: Id;
    readonly section: Id | null;
    readonly named: readonly NamedAsKnown[];
  }
>;
/** 签发 by another than who drafted it. */
export type CircularIssued = DomainEvent<
  'CircularIssued',
  { readonly issuedOn: Day; readonly named: readonly { readonly object: Id; readonly case: Id }[] }
>;
/** 撤回 with a reason; what was issued stays readable. */
export type CircularWithdrawn = DomainEvent<'CircularWithdrawn', { readonly reason: string; readonly occurredOn: Day }>;

export type CircularEvent = CircularDrafted | CircularIssued | CircularWithdrawn;
