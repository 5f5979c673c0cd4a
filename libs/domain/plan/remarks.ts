import { isDay, type Day } from '@srd/kernel';
import type { OrganRules, Sector } from '@srd/domain/organ';
import type { AllottedQuota, Sample } from './sample';
import type { Ratio, TaskContent } from './task';

/** How far a sample lies from its ratio. `within`: whether inside the band of a ratio that is 左右; `null` where no band is judged (R47, C3). */
export type Deviation = {
  readonly nominal: number;
  readonly actual: number;
  /** actual − nominal, in basis points. */
  readonly difference: number;
  readonly tolerance: number | null;
  readonly within: boolean | null;
};

/** What isn't a contradiction but has to be seen beside the numbers. */
export type TaskRemark =
  /** The minimum isn't the document's own word for this row (C4). */
  | { readonly code: 'MINIMUM_INTERPRETED'; readonly atLeast: number; readonly note: string }
  /** No document says how to round (C3). */
  | { readonly code: 'ROUNDING_OWN'; readonly rounding: string; readonly note: string }
  /** The sample beside a ratio that isn't met to the point (R47). */
  | ({ readonly code: 'RATIO_DEVIATION' } & Deviation)
  /** One body, or a rule that takes all: chance has nothing to decide (C12). */
  | { readonly code: 'NO_LOT_NEEDED'; readonly stratum: string; readonly of: number }
  /** The minimum lifted a rounded number (R37, R39–R42). */
  | { readonly code: 'LIFTED_BY_MINIMUM'; readonly stratum: string; readonly rounded: number; readonly size: number }
  /** Work goes on after the day of the annual report (C22). */
  | { readonly code: 'WINDOW_AFTER_REPORT'; readonly to: Day; readonly dueOn: Day }
  /** The organ's rule asks for another number of checks a year than the plan has tasks (R36–R46, C15). */
  | {
      readonly code: 'FREQUENCY_UNLIKE_RULE';
      readonly sector: Sector;
      readonly perYear: number;
      readonly planned: number;
    }
  /** The organ's rule in force gives another ratio than the row that was written under an earlier one (C15). */
  | { readonly code: 'RATIO_UNLIKE_RULE'; readonly sector: Sector; readonly rule: number; readonly row: number };

/** How far a sample lies from a ratio; a band is judged only where the document says 左右 and the organ has set one. */
export function deviationOf(ratio: Ratio, sample: Sample, tolerance?: number): Deviation {
  const difference = sample.actualBasisPoints - ratio.basisPoints;
  const judged = ratio.about && tolerance !== undefined;
  return {
    nominal: ratio.basisPoints,
    actual: sample.actualBasisPoints,
    difference,
    tolerance: judged ? tolerance : null,
    within: judged ? Math.abs(difference) <= tolerance : null,
  };
}

/** What the register shows beside an allotment (R47, C3, C4, C12). `tolerance` in basis points. */
export function remarksOf(
  content: TaskContent,
  quotas: readonly AllottedQuota[],
  inForce: { readonly from: 'table' | 'text' } | null,
  tolerance?: number,
): readonly TaskRemark[] {
  const { atLeast, rounding, ratios } = content;
  const remarks: TaskRemark[] = [];
  if (atLeast.value > 0 && atLeast.source.kind === 'own') {
    remarks.push({ code: 'MINIMUM_INTERPRETED', atLeast: atLeast.value, note: atLeast.source.note });
  }
  if (rounding.source.kind === 'own') {
    remarks.push({ code: 'ROUNDING_OWN', rounding: rounding.value, note: rounding.source.note });
  }
  const chosen = inForce && ratios[inForce.from];
  // The table repeats the text's number without its 左右: the softer word of the two counts where the numbers agree.
  const about =
    chosen && [ratios.table, ratios.text].some((each) => each?.about && each.basisPoints === chosen.basisPoints);
  for (const quota of quotas) {
    const { stratum, of, size, rounded, liftedByMinimum, listed } = quota;
    if (of === 1 || of === size) remarks.push({ code: 'NO_LOT_NEEDED', stratum, of });
    if (liftedByMinimum) remarks.push({ code: 'LIFTED_BY_MINIMUM', stratum, rounded, size });
    const ratio = listed ? content.listedRatio : chosen && { ...chosen, about: about === true };
    if (!ratio) continue;
    const deviation = deviationOf(ratio, quota, tolerance);
    if (deviation.difference !== 0) remarks.push({ code: 'RATIO_DEVIATION', ...deviation });
  }
  return remarks;
}

/** What the plan as a whole has beside the organ's rules: frequency, ratio, days (C15, C22, R36–R46). By task id. */
export function ruleRemarks(
  year: number,
  tasks: readonly { readonly id: string; readonly content: TaskContent }[],
  rules: Pick<OrganRules, 'sampling' | 'annualReportBy'>,
): Readonly<Record<string, readonly TaskRemark[]>> {
  const due = `${year}-${rules.annualReportBy.value}`;
  const remarksFor = (content: TaskContent): readonly TaskRemark[] => [
    ...(isDay(due) && content.window.to > due
      ? [{ code: 'WINDOW_AFTER_REPORT' as const, to: content.window.to, dueOn: due }]
      : []),
    ...content.objects.sectors.flatMap((sector): TaskRemark[] => {
      const rule = rules.sampling[sector]?.value;
      if (!rule) return [];
      const planned = tasks.filter((each) => each.content.objects.sectors.includes(sector)).length;
      const row = content.ratios.text ?? content.ratios.table;
      const { perYear, basisPoints } = rule;
      return [
        ...(planned === perYear ? [] : [{ code: 'FREQUENCY_UNLIKE_RULE' as const, sector, perYear, planned }]),
        ...(row && row.basisPoints !== basisPoints
          ? [{ code: 'RATIO_UNLIKE_RULE' as const, sector, rule: basisPoints, row: row.basisPoints }]
          : []),
      ];
    }),
  ];
  return Object.fromEntries(tasks.map(({ id, content }) => [id, remarksFor(content)]));
}
