import { chanceOfMissing, chanceOfOnce, fractionText, type FractionText, type WeightClass } from '@srd/domain/plan';
import type { Candidate, ObjectRequest } from '@srd/proof/draw';

/** What chance a candidate had of being drawn, before anything was random. */
export interface CandidateChance {
  readonly id: string;
  readonly name: string;
  readonly stratum: string;
  /** Tickets it held (R49). */
  readonly weight: number;
  /** Exact where it can be computed; null where weights differ too much to walk every way. */
  readonly chance: FractionText | null;
}

function classesOf(candidates: readonly Candidate[]): readonly WeightClass[] {
  const counts = new Map<number, number>();
  for (const { weight } of candidates) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  return [...counts].map(([weight, count]) => ({ weight, count })).sort((a, b) => a.weight - b.weight);
}

/** The chance that each candidate of a request had, exactly. The chances of a stratum add up to its size. */
export function chancesOf({ candidates, quotas }: ObjectRequest): readonly CandidateChance[] {
  return quotas.flatMap(({ stratum, size }) => {
    const members = candidates.filter((each) => each.stratum === stratum);
    const classes = classesOf(members);
    const byWeight = new Map(
      classes.map(({ weight }) => {
        const drawn = chanceOfOnce(chanceOfMissing(classes, weight, size));
        return [weight, drawn && fractionText(drawn)];
      }),
    );
    return members.map(({ id, name, weight }) => ({ id, name, stratum, weight, chance: byWeight.get(weight) ?? null }));
  });
}
