import type { Sector, Source } from '@srd/domain/organ';
import type { ItemReference, Ratio, TaskContent } from '@srd/domain/plan';
import type { Day } from '@srd/kernel';

export const madeUp: Source = { kind: 'own', note: '演示计划（虚构）' };

/** The first published version of a sector's item. */
export const item = (sector: Sector): readonly ItemReference[] => [{ id: `${sector}-1`, revision: 1 }];

export const about = (percent: number, source: Source = madeUp): Ratio => ({
  basisPoints: percent * 100,
  about: true,
  source,
});

/** What a made-up row says; the rest is the same for all of them. */
export type Row = Pick<TaskContent, 'number' | 'name' | 'window' | 'mode' | 'disclosure'> & {
  readonly sector: Sector;
  readonly total: number;
  readonly ratio: Ratio | null;
  readonly atLeast: TaskContent['atLeast'];
  readonly items: readonly ItemReference[];
};

export const window = (from: string, to: string, text: string): TaskContent['window'] => ({
  from: from as Day,
  to: to as Day,
  text,
});

/** A row of a made-up plan. `ruleVersion`: of the organ's rules that it was written under. */
export function taskOf(
  row: Row,
  place: Pick<TaskContent, 'inspectingBody' | 'section' | 'afterCessation'> & { readonly ruleVersion?: number },
): TaskContent {
  const { sector, total, ratio, ...rest } = row;
  return {
    ...rest,
    targeting: 'open',
    objects: { sectors: [sector], practitioners: false },
    ratios: { table: ratio, text: null },
    rounding: { value: 'ceil', source: madeUp },
    listedRatio: null,
    totals: { institutions: total, practitioners: null },
    joint: false,
    partners: [],
    higherDocument: null,
    method: 'onSite',
    ruleVersion: 1,
    ...place,
  };
}
