import type { ProcedureChart } from '@srd/domain/case';
import { dayOfInstant, daysFrom } from '../format';

/** Where an event left the case. */
export interface PathStep {
  readonly revision: number;
  readonly type: string;
  readonly at: string;
  readonly states: readonly string[];
}

/** A time that the case was in a state. Days are China's. */
export interface Stay {
  readonly state: string;
  readonly from: string;
  /** Null while it lasts. */
  readonly until: string | null;
  readonly days: number;
}

/** Every time in every state, in the order in which they began. `today` ends those that last. */
export function staysIn(path: readonly PathStep[], today: string): readonly Stay[] {
  const stays: { state: string; from: string; until: string | null }[] = [];
  for (const { at, states } of path) {
    const day = dayOfInstant(at);
    for (const stay of stays) if (stay.until === null && !states.includes(stay.state)) stay.until = day;
    for (const state of states)
      if (!stays.some((stay) => stay.state === state && stay.until === null))
        stays.push({ state, from: day, until: null });
  }
  return stays.map((stay) => ({ ...stay, days: Math.max(0, daysFrom(stay.from, stay.until ?? today)) }));
}

const isIn = (state: string, outer: string): boolean => state === outer || state.startsWith(`${outer}.`);

/**
 * The arrows that the case went along, as `from to`: for each state that an event brought about, the shortest way there of which the event
 * leads the first step and the chart by itself the others.
 */
export function takenIn(path: readonly PathStep[], steps: ProcedureChart['steps']): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const [index, { type, states }] of path.entries()) {
    const before = path[index - 1]?.states ?? [];
    for (const entered of states.filter((state) => !before.includes(state)))
      for (const step of wayTo(entered, before, type, steps)) taken.add(`${step.from} ${step.to}`);
  }
  return taken;
}

type Step = ProcedureChart['steps'][number];

function wayTo(entered: string, before: readonly string[], type: string, steps: readonly Step[]): readonly Step[] {
  const ways = steps.filter((step) => step.from !== step.to);
  let reached: (readonly Step[])[] = ways
    .filter((step) => (step.event === type || step.event === null) && before.includes(step.from))
    .map((step) => [step]);
  for (let length = 1; length <= 4; length++) {
    const arrived = reached.find((way) => isIn(entered, way.at(-1)!.to));
    if (arrived) return arrived;
    reached = reached.flatMap((way) =>
      ways
        .filter((step) => step.event === null && isIn(step.from, way.at(-1)!.to) && !way.includes(step))
        .map((step) => [...way, step]),
    );
  }
  return [];
}
