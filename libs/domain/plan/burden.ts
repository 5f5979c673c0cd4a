import type { Id } from '@srd/kernel';
import { chanceOfMissing } from './chance';
import { fraction, fractionText, plus, rest, times, zero, type Fraction, type FractionText } from './fraction';
import { sampleOf } from './sample';
import { classesOf, strataOf, type LevelFact, type WhatIf } from './what-if-facts';

/** What one institution has to expect in a year from every level together (R48, C10, C25). */
export type Burden = {
  readonly object: Id;
  readonly name: string;
  /** Inspections to be expected: the sum of the chances; 10000 basis points are one. */
  readonly expected: FractionText;
  /** Whether `expected` is exact: with very many different weights it is the average of the stratum. */
  readonly exact: boolean;
  /** The most that can fall on it. */
  readonly most: number;
  /** Whether the most lies above the cap (C10). */
  readonly overCap: boolean;
  readonly levels: readonly { readonly organ: Id; readonly organName: string; readonly expected: FractionText }[];
};

type Share = { readonly organ: Id; readonly organName: string; readonly chance: Fraction; readonly most: number };

/** What other levels' plans put on an institution; what is drawn there already is certain. */
function otherShares(object: Id, levels: readonly LevelFact[]): readonly Share[] {
  return levels
    .filter(({ objects, drawn }) => objects.includes(object) || drawn.includes(object))
    .map(({ organ, organName, objects, size, drawsLeft, drawn }) => {
      const certain = drawn.filter((id) => id === object).length;
      const left = objects.includes(object) && size > 0 ? drawsLeft : 0;
      const again = left === 0 ? zero : fraction(Math.min(size, objects.length) * left, objects.length);
      return { organ, organName, chance: plus(fraction(certain), again), most: certain + left };
    });
}

/** The burden of each institution in the draft's own pools, in the order of ids. */
export function burdenOf(facts: WhatIf): readonly Burden[] {
  const names = new Map<Id, string>();
  const own = new Map<Id, { chance: Fraction; most: number; exact: boolean }>();
  for (const task of facts.tasks) {
    for (const { objects, rule } of strataOf(task)) {
      const { size } = sampleOf(rule, objects.length);
      const classes = classesOf(objects);
      const chances = new Map(
        classes.map(({ weight }) => {
          // Too many ways for the exact chance: the share that everybody has on average.
          const missing = chanceOfMissing(classes, weight, size);
          return [weight, { exact: missing !== null, value: missing ? rest(missing) : fraction(size, objects.length) }];
        }),
      );
      for (const { id, name, weight } of objects) {
        names.set(id, name);
        const before = own.get(id) ?? { chance: zero, most: 0, exact: true };
        const once = chances.get(weight) ?? { exact: true, value: zero };
        own.set(id, {
          chance: plus(before.chance, times(once.value, fraction(task.perYear))),
          most: before.most + (size > 0 ? task.perYear : 0),
          exact: before.exact && once.exact,
        });
      }
    }
  }
  return [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([object, { chance, most: ownMost, exact }]): Burden => {
      const others = otherShares(object, facts.otherLevels);
      const most = ownMost + others.reduce((sum, share) => sum + share.most, 0);
      const shares: readonly Share[] = [
        { organ: facts.organ, organName: facts.organName, chance, most: ownMost },
        ...others,
      ];
      return {
        object,
        name: names.get(object) ?? object,
        expected: fractionText(shares.reduce((sum, share) => plus(sum, share.chance), zero)),
        exact,
        most,
        overCap: facts.yearlyCap !== null && most > facts.yearlyCap,
        levels: shares.map((share) => ({
          organ: share.organ,
          organName: share.organName,
          expected: fractionText(share.chance),
        })),
      };
    });
}
