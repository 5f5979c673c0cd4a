import { isSettled, lives, unansweredFindings, type Disposition, type Finding } from '@srd/domain/case';
import type { CaseDetail } from '../../shared/case-command';

/** A finding with what was done about it, and what it still lacks. */
export interface Followed {
  readonly finding: Finding;
  /** Its place among the case's findings, from 1. */
  readonly number: number;
  readonly itemName: string;
  readonly measures: readonly Disposition[];
  /** Commands that would begin the measure that its class asks for; empty when it has one. */
  readonly begin: readonly string[];
}

/** Every finding that something follows from, in the case's own order. */
export function followedIn(detail: CaseDetail): readonly Followed[] {
  const unanswered = new Set(unansweredFindings(detail).map(({ finding }) => finding));
  return detail.findings.flatMap((finding, at) => {
    const measures = detail.dispositions.filter((one) => one.finding === finding.finding);
    const lacks = unanswered.has(finding.finding);
    if (measures.length === 0 && !lacks) return [];
    const begin = lacks ? (detail.allowed.findings.find((one) => one.finding === finding.finding)?.commands ?? []) : [];
    const itemName = detail.opened.items.find(({ id }) => id === finding.item)?.name ?? finding.item;
    return [{ finding, number: at + 1, itemName, measures, begin }];
  });
}

/** What is open of a measure, in the words of the ledger. */
export function openOf(detail: CaseDetail, one: Disposition) {
  const due = detail.deadlines.find(
    ({ kind, subject }) => subject === one.disposition && ['correction', 'revisit', 'service'].includes(kind),
  );
  const next = detail.allowed.dispositions.find(({ disposition }) => disposition === one.disposition)?.commands ?? [];
  return {
    settled: isSettled(one),
    label: lives[one.state]?.label ?? one.state,
    basis: lives[one.state]?.basis ?? '',
    awaitsRevisit: lives[one.state]?.tags.has('awaiting-revisit') ?? false,
    due: due ?? null,
    next: next as readonly string[],
  };
}
