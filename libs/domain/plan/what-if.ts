import type { Id } from '@srd/kernel';
import { burdenOf, type Burden } from './burden';
import { chanceOfMissing, chanceOfNever, type WeightClass } from './chance';
import { fractionText, rest, type FractionText } from './fraction';
import { remarksOf, type TaskRemark } from './remarks';
import { sampleOf, type AllottedQuota, type Sample, type SampleRule } from './sample';
import { classesOf, strataOf, type WhatIf, type WhatIfTask } from './what-if-facts';
import { teamsOf, type Teams } from './what-if-teams';

/** What an institution may expect from one stratum of one task. */
export type Chance = {
  readonly weight: number;
  readonly count: number;
  /** Drawn the next time. */
  readonly next: FractionText | null;
  /** Not inspected once within 1, 2 … years; `null` where it isn't computed exactly. */
  readonly neverWithin: readonly (FractionText | null)[];
};

export type SupposedStratum = AllottedQuota & { readonly chances: readonly Chance[] };

export type SupposedTask = {
  readonly task: Id;
  readonly cases: number;
  readonly strata: readonly SupposedStratum[];
  readonly remarks: readonly TaskRemark[];
};

export type Supposition = {
  readonly tasks: readonly SupposedTask[];
  readonly teams: Teams;
  readonly burden: readonly Burden[];
  /** The two numbers side by side (C25): how much is covered, how much is asked of a body. */
  readonly coverage: { readonly pool: number; readonly cases: number; readonly basisPoints: number };
  readonly heaviest: { readonly expected: FractionText; readonly most: number; readonly overCap: number };
};

function chancesOf(
  classes: readonly WeightClass[],
  rule: SampleRule,
  sample: Sample,
  { content, perYear }: WhatIfTask,
  years: number,
): readonly Chance[] {
  const coverage = content.modes?.coverage?.value.years ?? null;
  return classes.map(({ weight, count }) => {
    const missing = chanceOfMissing(classes, weight, sample.size);
    const neverWithin = Array.from({ length: years }, (_, index) => {
      const never = chanceOfNever(classes, weight, rule, { years: index + 1, perYear, coverage });
      return never && fractionText(never);
    });
    return { weight, count, next: missing && fractionText(rest(missing)), neverWithin };
  });
}

function supposedTask(task: WhatIfTask, { years, tolerance }: WhatIf): SupposedTask {
  const strata = strataOf(task).map(({ objects, rule, ...stratum }): SupposedStratum => {
    const sample = sampleOf(rule, objects.length);
    const chances = chancesOf(classesOf(objects), rule, sample, task, years);
    return { ...stratum, of: objects.length, ...rule, ...sample, chances };
  });
  const cases = strata.reduce((sum, { size }) => sum + size, 0);
  return { task: task.id, cases, strata, remarks: remarksOf(task.content, strata, task.ratio, tolerance) };
}

/**
 * What a plan would mean if it were submitted as it stands: sizes, chances, teams, and what each institution would bear across levels
 * (C10, C25, R48). Pure; nothing is recorded, nothing is drawn.
 */
export function whatIf(facts: WhatIf): Supposition {
  const tasks = facts.tasks.map((task) => supposedTask(task, facts));
  const burden = burdenOf(facts);
  const cases = tasks.reduce((sum, task) => sum + task.cases, 0);
  const pool = tasks.flatMap(({ strata }) => strata).reduce((sum, { of }) => sum + of, 0);
  const [heaviest] = burden.toSorted((a, b) => b.expected.basisPoints - a.expected.basisPoints);
  return {
    tasks,
    teams: teamsOf(facts),
    burden,
    coverage: { pool, cases, basisPoints: pool === 0 ? 0 : Math.floor((cases * 20_000 + pool) / (2 * pool)) },
    heaviest: {
      expected: heaviest?.expected ?? { numerator: '0', denominator: '1', basisPoints: 0 },
      most: Math.max(0, ...burden.map(({ most }) => most)),
      overCap: burden.filter(({ overCap }) => overCap).length,
    },
  };
}
