import type { Day, Id } from '@srd/kernel';
import { arrangedFor } from './arranged';
import { isMoot, isSettled } from './classes';
import type { CaseContext, Disposition } from './context';
import { deadlinesIn, type Deadline } from './deadlines';
import { lives } from './disposition';
import { resultClassLabels } from './labels';
import type { DeadlineKind, ResultClass } from './vocabulary';
import type { ArrangedRevisit } from './vocabulary-5';

/** Which of the two ladders of B三(三) a measure stands on; the others end with a receipt or a record. */
export type Ladder = 'breach' | 'risk' | 'other';

/** What the follow-up waits for: the rectification, the revisit, or that an order reaches the institution (R78, R84). */
export type LedgerKind = 'correction' | 'revisit' | 'service';
const isOfLedger = (kind: DeadlineKind): kind is LedgerKind =>
  kind === 'correction' || kind === 'revisit' || kind === 'service';

/** One open measure of a case as the rectification officer works it down (R84). */
export type LedgerEntry = {
  readonly disposition: Id;
  readonly finding: Id;
  readonly item: Id;
  /** The wording in force. */
  readonly text: string;
  readonly resultClass: ResultClass;
  readonly resultClassLabel: string;
  readonly ladder: Ladder;
  readonly state: string;
  readonly stateLabel: string;
  readonly basis: string;
  readonly round: number;
  /** The day by which the next step is due, with the rule that set it; null where none runs. */
  readonly due: (Pick<Deadline, 'on' | 'unit' | 'rule' | 'basis'> & { readonly kind: LedgerKind }) | null;
  /** The institution reported its rectification in this round; false when its day passed without, null before. */
  readonly reported: boolean | null;
  /** The appointment for the revisit, where one stands (R84). */
  readonly arranged: ArrangedRevisit | null;
  /** 催办 so far (R84). */
  readonly urged: number;
  /** The day of the latest one. */
  readonly urgedOn: Day | null;
};

const LADDERS: readonly (readonly [Ladder, readonly ResultClass[]])[] = [
  ['risk', ['risk']],
  ['breach', ['corrected-on-spot', 'correction-ordered', 'breach-investigation', 'non-cooperation', 'licensing']],
];

function ladderOf(resultClass: ResultClass): Ladder {
  return LADDERS.find(([, classes]) => classes.includes(resultClass))?.[0] ?? 'other';
}

function entryOf(context: CaseContext, one: Disposition, deadlines: readonly Deadline[]): LedgerEntry | null {
  const finding = context.findings.find(({ finding: id }) => id === one.finding);
  const life = lives[one.state];
  if (!finding || !life) return null;
  const due = deadlines.find(({ kind, subject }) => isOfLedger(kind) && subject === one.disposition);
  const urgings = context.urgings.filter(({ disposition }) => disposition === one.disposition);
  return {
    disposition: one.disposition,
    finding: one.finding,
    item: finding.item,
    text: finding.text,
    resultClass: finding.resultClass,
    resultClassLabel: resultClassLabels[finding.resultClass],
    ladder: ladderOf(finding.resultClass),
    state: one.state,
    stateLabel: life.label,
    basis: life.basis,
    round: one.round,
    due: due ? { kind: due.kind as LedgerKind, on: due.on, unit: due.unit, rule: due.rule, basis: due.basis } : null,
    reported: one.rounds.at(-1)?.reported ?? null,
    arranged: arrangedFor(context, one),
    urged: urgings.length,
    urgedOn: urgings.at(-1)?.occurredOn ?? null,
  };
}

/** What is still to be followed up in a case, measure by measure; empty when everything is settled (B三(三); R79, R84, R85). */
export function ledgerOf(context: CaseContext): readonly LedgerEntry[] {
  if (context.voided !== null) return [];
  const open = context.dispositions.filter((one) => !isSettled(one) && !isMoot(context, one));
  if (open.length === 0) return [];
  const deadlines = deadlinesIn(context);
  return open.flatMap((one) => entryOf(context, one, deadlines) ?? []);
}
