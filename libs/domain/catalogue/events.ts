import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { Sector, InspectionMethod } from '@srd/domain/organ';

/** 抽查依据: law, regulation or rule, its article, and the version of the law whose numbering is meant (R25, R28). */
export type LegalBasis = { readonly law: string; readonly article: string; readonly version: string };

/** 检查表: one line that the inspector answers at the visit, under an id of its own within the item (R23, R70). */
export type ChecklistLine = { readonly id: Id; readonly text: string };

/** 一般, 重点检查事项. */
export const itemKinds = ['general', 'key'] as const;

/** 抽查事项: basis, subject, content and method, each (R23). */
export type ItemText = {
  readonly number: string;
  readonly name: string;
  readonly basis: readonly LegalBasis[];
  /** 抽查主体: who inspects, by law. */
  readonly subject: string;
  readonly sector: Sector;
  readonly content: readonly string[];
  readonly methods: readonly InspectionMethod[];
  /** Of the 部门联合抽查事项清单, which is a list of its own (R103). */
  readonly joint: boolean;
  readonly kind: (typeof itemKinds)[number];
  /** 频次上限 in a year for one institution; null: none set. */
  readonly perYearAtMost: number | null;
  /** Part of the item's version: a case answers the list that it was opened with (trap 15). */
  readonly checklist?: readonly ChecklistLine[];
};

/** 事项列入清单 (R16, R17): version 1, not published yet. */
export type ItemEntered = DomainEvent<'ItemEntered', ItemText & { readonly organ: Id; readonly item: Id }>;

/** 事项调整: the law or the work changed (R24, R27); the earlier version stays what was published until the new one is. */
export type ItemRevised = DomainEvent<
  'ItemRevised',
  { readonly item: Id; readonly version: number; readonly text: ItemText; readonly reason: string }
>;

/** 清单公布: one event for each of the two lists (R24, R103). Only what is published may be inspected. */
export type ItemsPublished = DomainEvent<
  'ItemsPublished',
  {
    readonly list: 'own' | 'joint';
    readonly items: readonly { readonly item: Id; readonly version: number }[];
    readonly occurredOn: Day;
  }
>;

/** 事项停用: no basis any more, or no need. */
export type ItemWithdrawn = DomainEvent<
  'ItemWithdrawn',
  { readonly item: Id; readonly reason: string; readonly occurredOn: Day }
>;

export type CatalogueEvent = ItemEntered | ItemRevised | ItemsPublished | ItemWithdrawn;
