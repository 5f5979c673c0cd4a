import type { Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import type { BarFacts, InspectorFact } from '@srd/domain/selection';
import type { WeightClass } from './chance';
import type { SampleRule } from './sample';
import type { TaskContent } from './task';

/** One object of a pool as it stands today. */
export type WhatIfObject = {
  readonly id: Id;
  readonly name: string;
  /** Drawn in the raised stratum, where the task has one (C13). */
  readonly listed: boolean;
  /** 1 to 100 (R49). */
  readonly weight: number;
};

/** A row of the draft with the pool it would be drawn from. */
export type WhatIfTask = {
  readonly id: Id;
  readonly content: TaskContent;
  /** The ratio in force: `ratioInForce` of the plan, or the section's own supposition. */
  readonly ratio: { readonly from: 'table' | 'text'; readonly basisPoints: number } | null;
  readonly pool: readonly { readonly sector: Sector; readonly objects: readonly WhatIfObject[] }[];
  /** How often a year the task is repeated (R36–R46). */
  readonly perYear: number;
};

/** A stratum of another level's plan of the same year: whom it may draw, how many, how often yet (C10, C27). */
export type LevelFact = {
  readonly organ: Id;
  readonly organName: string;
  readonly task: Id;
  readonly objects: readonly Id[];
  readonly size: number;
  /** Draws of it that are still to come this year. */
  readonly drawsLeft: number;
  /** Whom it has drawn already this year, once for each time. */
  readonly drawn: readonly Id[];
};

/** All that a supposition rests on: pools, inspectors and other levels as they stand today. */
export type WhatIf = {
  readonly organ: Id;
  readonly organName: string;
  readonly tasks: readonly WhatIfTask[];
  /** Chances are told for 1 … so many years. */
  readonly years: number;
  /** Inspectors per object; a partner department of a joint task adds its own seats. */
  readonly teamSize: number;
  readonly partnerSeats: number;
  readonly inspectors: readonly InspectorFact[];
  readonly bars: BarFacts;
  readonly otherLevels: readonly LevelFact[];
  readonly yearlyCap: number | null;
  readonly tolerance?: number;
};

function rulesOf({ content, ratio }: WhatIfTask): { readonly open: SampleRule; readonly listed: SampleRule | null } {
  const { rounding, atLeast, listedRatio } = content;
  const rule = (basisPoints: number, least: number): SampleRule => ({
    basisPoints,
    rounding: rounding.value,
    atLeast: least,
  });
  return {
    open: rule(ratio?.basisPoints ?? 0, atLeast.value),
    listed: listedRatio && rule(listedRatio.basisPoints, 0),
  };
}

/** How many objects hold the same number of tickets, ascending by tickets. */
export function classesOf(objects: readonly WhatIfObject[]): readonly WeightClass[] {
  const weights = [...new Set(objects.map(({ weight }) => weight))].sort((a, b) => a - b);
  return weights.map((weight) => ({ weight, count: objects.filter((each) => each.weight === weight).length }));
}

/** The objects of a task that are drawn by one rule. */
export type WhatIfStratum = {
  readonly stratum: Id;
  readonly sector: Sector;
  readonly listed: boolean;
  readonly rule: SampleRule;
  readonly objects: readonly WhatIfObject[];
};

/** The strata of a task with the objects of each, the empty ones left out. */
export function strataOf(task: WhatIfTask): readonly WhatIfStratum[] {
  const rules = rulesOf(task);
  return task.pool.flatMap(({ sector, objects }) => {
    const raised = rules.listed ? objects.filter(({ listed }) => listed) : [];
    const open = objects.filter((object) => !raised.includes(object));
    return [
      { stratum: sector, sector, listed: false, rule: rules.open, objects: open },
      ...(rules.listed
        ? [{ stratum: `${sector}.listed`, sector, listed: true, rule: rules.listed, objects: raised }]
        : []),
    ].filter((each) => each.objects.length > 0);
  });
}
