import { fraction, one, plus, rest, times, zero, type Fraction } from './fraction';
import { sampleOf, type SampleRule } from './sample';

/** Institutions of one stratum that hold the same number of tickets. */
export type WeightClass = { readonly weight: number; readonly count: number };

/** More states than these aren't walked: then the chance isn't told rather than guessed. */
const MOST_STATES = 50_000;

/**
 * The exact chance that an institution with so many tickets is not among the `size` drawn from a stratum, itself counted in `classes`.
 * Each pick falls on an institution in proportion to its tickets among those still in, so with unequal weights the picks of every order
 * are summed by how many of each class are left. `null` when there are too many ways.
 */
export function chanceOfMissing(classes: readonly WeightClass[], weight: number, size: number): Fraction | null {
  const of = classes.reduce((sum, { count }) => sum + count, 0);
  if (size >= of) return zero;
  if (classes.length === 1) return fraction(of - size, of);
  // Each state: how many of each class were picked so far, the institution itself never among them.
  const others = classes.map((each) => ({ ...each, count: each.count - (each.weight === weight ? 1 : 0) }));
  const tickets = classes.reduce((sum, each) => sum + each.weight * each.count, 0);
  let states = new Map<string, { readonly picked: readonly number[]; readonly chance: Fraction }>([
    ['', { picked: others.map(() => 0), chance: one }],
  ]);
  for (let pick = 0; pick < size; pick++) {
    const next: typeof states = new Map();
    for (const { picked, chance } of states.values()) {
      const left = tickets - picked.reduce((sum, count, index) => sum + count * (others[index]?.weight ?? 0), 0);
      others.forEach(({ weight: each, count }, index) => {
        const remaining = count - (picked[index] ?? 0);
        if (remaining === 0) return;
        const after = picked.with(index, (picked[index] ?? 0) + 1);
        const way = times(chance, fraction(each * remaining, left));
        const key = after.join(' ');
        next.set(key, { picked: after, chance: plus(next.get(key)?.chance ?? zero, way) });
      });
    }
    if (next.size > MOST_STATES) return null;
    states = next;
  }
  return [...states.values()].reduce((sum, { chance }) => plus(sum, chance), zero);
}

/** Who is drawn how often: `coverage` keeps what was inspected in a cycle of so many years out of the rest of it (R54). */
export type Repetition = { readonly years: number; readonly perYear: number; readonly coverage: number | null };

/**
 * The exact chance that an institution isn't inspected once in so many years, the stratum staying as it is. Draws are independent of
 * one another; in a coverage cycle the pool shrinks by what was drawn, and the cycle is taken to begin with the first year.
 */
export function chanceOfNever(
  classes: readonly WeightClass[],
  weight: number,
  rule: SampleRule,
  { years, perYear, coverage }: Repetition,
): Fraction | null {
  const of = classes.reduce((sum, { count }) => sum + count, 0);
  const draws = years * perYear;
  if (coverage === null) {
    const missing = chanceOfMissing(classes, weight, sampleOf(rule, of).size);
    return missing && power(missing, draws);
  }
  // Who is drawn leaves the pool, whoever that is: exact for equal weights only.
  if (classes.length > 1) return null;
  let never = one;
  for (let draw = 0, left = of; draw < draws; draw++) {
    if (draw % (coverage * perYear) === 0) left = of;
    const { size } = sampleOf(rule, left);
    if (left === 0) continue;
    if (size >= left) return zero;
    never = times(never, fraction(left - size, left));
    left -= size;
  }
  return never;
}

function power(base: Fraction, exponent: number): Fraction {
  return fraction(base.numerator ** BigInt(exponent), base.denominator ** BigInt(exponent));
}

/** The chance of being inspected at least once: 1 − the chance of never. */
export function chanceOfOnce(never: Fraction | null): Fraction | null {
  return never && rest(never);
}
