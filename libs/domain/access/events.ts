import type { DomainEvent, Id } from '@srd/kernel';

export const subjectKinds = ['case', 'draw', 'task', 'organ-year', 'integrity-file'] as const;

/** What is looked at or handed out as a whole. */
export type Subject = {
  readonly kind: (typeof subjectKinds)[number];
  readonly id: string;
};

/** A stream of the subject and the last revision that a bundle holds of it. */
export type Head = { readonly stream: string; readonly revision: number };

/** An auditor opened a file, and said for what (全程留痕: whoever looks leaves a trace too). */
export type ReadingOpened = DomainEvent<
  'ReadingOpened',
  { readonly subject: Subject; readonly organ: Id; readonly purpose: string }
>;

/**
 * An audit bundle was handed out (srd-log/1). `heads` are the subject's own streams, whole from 0 to there; `checkpoint` is the size that was
 * published when it was asked for.
 */
export type BundleIssued = DomainEvent<
  'BundleIssued',
  {
    readonly subject: Subject;
    readonly organ: Id;
    readonly purpose: string;
    readonly checkpoint: number;
    readonly heads: readonly Head[];
  }
>;

export type AccessEvent = ReadingOpened | BundleIssued;
