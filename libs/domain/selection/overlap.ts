import type { Day, Id } from '@srd/kernel';

/** The objects that a level has drawn and not yet inspected, with the days on which it means to (C10). */
export type DrawnByLevel = {
  readonly organ: Id;
  readonly organName: string;
  readonly task: Id;
  readonly from: Day;
  readonly to: Day;
  readonly purpose: 'random' | 'for-cause';
  readonly objects: readonly Id[];
};

/** An object that more than one inspection waits for; `merge` where their days meet: a proposal, for the heads to decide (traps 11 and 13). */
export type Overlap = {
  readonly object: Id;
  readonly inspections: readonly Omit<DrawnByLevel, 'objects'>[];
  readonly merge: { readonly from: Day; readonly to: Day } | null;
};

/** Objects drawn by several levels or for several purposes, by id; a visit in the common days would serve all of them (C10, R48). */
export function overlapsOf(levels: readonly DrawnByLevel[]): readonly Overlap[] {
  const objects = [...new Set(levels.flatMap((level) => level.objects))].sort();
  return objects.flatMap((object): Overlap[] => {
    const inspections = levels
      .filter((level) => level.objects.includes(object))
      .map(({ objects: _, ...inspection }) => inspection);
    if (inspections.length < 2) return [];
    const from = inspections.map((each) => each.from).reduce((a, b) => (a > b ? a : b));
    const to = inspections.map((each) => each.to).reduce((a, b) => (a < b ? a : b));
    return [{ object, inspections, merge: from <= to ? { from, to } : null }];
  });
}
