import type { Day, Id } from '@srd/kernel';
import { arrangedFor } from './arranged';
import { isMoot, isSettled } from './classes';
import type { CaseContext, Disposition, Finding, FindingVersion, Round } from './context';
import { deadlinesIn } from './deadlines';
import { lives } from './disposition';
import { resultClassLabels } from './labels';
import type { OpenCase } from './state';
import type { ResultClass } from './vocabulary';
import type { ArrangedRevisit } from './vocabulary-5';

/** A measure with everything that was asked, reported and seen of it, round by round. */
export type RevisitMeasure = {
  readonly disposition: Id;
  readonly state: string;
  readonly stateLabel: string;
  /** A revisit is what it waits for now. */
  readonly awaitsRevisit: boolean;
  readonly revisitBy: Day | null;
  /** The appointment that stands, beside which the visit is recorded. */
  readonly arranged: ArrangedRevisit | null;
  readonly rounds: readonly Round[];
  readonly urgings: readonly { readonly occurredOn: Day; readonly text: string }[];
};

/** An open finding as whoever revisits has to see it: what was first written down, and what stands now. */
export type RevisitFinding = {
  readonly finding: Id;
  readonly item: Id;
  readonly itemName: string;
  readonly first: { readonly text: string; readonly resultClass: ResultClass; readonly label: string };
  readonly now: { readonly text: string; readonly resultClass: ResultClass; readonly label: string };
  /** Wordings that amendments replaced, oldest first. */
  readonly earlier: readonly FindingVersion[];
  readonly measures: readonly RevisitMeasure[];
};

function measureOf(context: CaseContext, one: Disposition): RevisitMeasure {
  const life = lives[one.state];
  const awaitsRevisit = life?.tags.has('awaiting-revisit') ?? false;
  const due = deadlinesIn(context).find(({ kind, subject }) => kind === 'revisit' && subject === one.disposition);
  return {
    disposition: one.disposition,
    state: one.state,
    stateLabel: life?.label ?? one.state,
    awaitsRevisit,
    revisitBy: due?.on ?? one.rounds.at(-1)?.revisit?.on ?? null,
    arranged: arrangedFor(context, one),
    rounds: one.rounds,
    urgings: context.urgings
      .filter(({ disposition }) => disposition === one.disposition)
      .map(({ occurredOn, text }) => ({ occurredOn, text })),
  };
}

const worded = ({ text, resultClass }: Pick<Finding, 'text' | 'resultClass'>) => ({
  text,
  resultClass,
  label: resultClassLabels[resultClass],
});

/**
 * 回访表: what is open in the case, each finding with its old text beside the one in force, and every round of its measures (B三(三); R84).
 * Measures that ended and findings that were withdrawn aren't on it.
 */
export function revisitForm({ context }: OpenCase): readonly RevisitFinding[] {
  return context.findings.flatMap((finding) => {
    const measures = context.dispositions.filter(
      (one) => one.finding === finding.finding && one.rounds.length > 0 && !isSettled(one) && !isMoot(context, one),
    );
    if (measures.length === 0) return [];
    const { item, earlier } = finding;
    return [
      {
        finding: finding.finding,
        item,
        itemName: context.opened.items.find(({ id }) => id === item)?.name ?? item,
        first: worded(earlier[0] ?? finding),
        now: worded(finding),
        earlier,
        measures: measures.map((one) => measureOf(context, one)),
      },
    ];
  });
}
