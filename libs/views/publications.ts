import type { Debt, DebtKind, Further, OpenCase, PublicResult } from '@srd/domain/case';

/** A publication that is out on all of its channels, the only ones that count as published (R74, trap 10). */
export interface PublishedVersion extends PublicResult {
  /** Its id within the case. */
  readonly publication: string;
  readonly kind: DebtKind;
  readonly replaces: string | null;
  readonly notice: string | null;
  readonly further: Further;
  readonly publishedAt: string;
}

/** The case's publications after one more event: each joins when its last receipt is in. */
export function publishedSince(
  before: readonly PublishedVersion[],
  { context }: OpenCase,
  at: string,
): readonly PublishedVersion[] {
  const known = new Set(before.map(({ publication }) => publication));
  const fresh = context.debts.filter(({ debt, status }) => status === 'discharged' && !known.has(debt));
  return fresh.length === 0 ? before : [...before, ...fresh.flatMap((debt) => versionOf(debt, at))];
}

function versionOf(debt: Debt, publishedAt: string): readonly PublishedVersion[] {
  const { debt: publication, kind, content, statement, replaces, review } = debt;
  if (content === null) return [];
  return [{ ...content, publication, kind, replaces, notice: statement, further: review?.further ?? {}, publishedAt }];
}
