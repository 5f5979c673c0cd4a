import type { Goal, Measured } from './contest';

export type Mark = 'PASS' | 'BELOW' | 'NOT MEASURED';

/** A goal with what was found. `least` is the worst round, `typical` the one that is judged. */
export interface Verdict {
  readonly goal: string;
  readonly least: string;
  readonly typical: string;
  readonly mark: Mark;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The goals of a contest, each judged. Ratios are taken within a round, so that both sides saw the same machine. */
export function verdicts({ contest, figures }: Measured): Verdict[] {
  const labelOf = (name: string): string => contest.contestants.find((one) => one.name === name)?.label ?? name;
  return contest.goals.map((goal) => {
    const text = textOf(goal, labelOf, contest.unit);
    if (goal.kind === 'fact') return { goal: text, least: '', typical: '', mark: goal.holds ? 'PASS' : 'BELOW' };
    const of = figures[goal.of];
    const to = goal.kind === 'ratio' ? figures[goal.to] : undefined;
    const lacking = !of ? goal.of : goal.kind === 'ratio' && !to ? goal.to : undefined;
    if (!of || lacking !== undefined) {
      const reason = contest.missing?.[lacking ?? goal.of] ?? '';
      return { goal: text, least: '', typical: reason, mark: 'NOT MEASURED' };
    }
    if (goal.kind === 'ratio') {
      const ratios = of.map((figure, round) => figure / (to?.[round] ?? NaN));
      const typical = median(ratios);
      const mark = typical >= goal.atLeast ? 'PASS' : 'BELOW';
      return { goal: text, least: `${Math.min(...ratios).toFixed(2)} ×`, typical: `${typical.toFixed(2)} ×`, mark };
    }
    const worst = goal.kind === 'time' ? Math.max(...of) : Math.min(...of);
    const judged = goal.kind === 'rate' && goal.by === 'best' ? Math.max(...of) : median(of);
    const holds = goal.kind === 'time' ? judged < goal.below : judged >= goal.atLeast;
    return { goal: text, least: figureText(worst), typical: figureText(judged), mark: holds ? 'PASS' : 'BELOW' };
  });
}

function textOf(goal: Goal, labelOf: (name: string) => string, unit: string): string {
  switch (goal.kind) {
    case 'fact':
      return goal.text;
    case 'ratio':
      return `${labelOf(goal.of)} ≥ ${goal.atLeast} × ${labelOf(goal.to)}`;
    case 'rate':
      return `${labelOf(goal.of)} ≥ ${figureText(goal.atLeast)} ${unit}${goal.by === 'best' ? '（最好一轮）' : ''}`;
    case 'time':
      return `${labelOf(goal.of)} < ${figureText(goal.below)} ms`;
  }
}

/** Three significant digits for what is small, whole numbers in groups of three for what is large. */
export function figureText(value: number): string {
  if (value < 100)
    return value
      .toPrecision(3)
      .replace(/(?<=\.\d*)0+$/, '')
      .replace(/\.$/, '');
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
