import type { Id } from '@srd/kernel';
import { leastCap, shortageOf, type Shortage, type TeamPool } from '@srd/proof/draw';
import { barsFor, withoutDates, type CaseFact } from '@srd/domain/selection';
import { sampleOf } from './sample';
import { strataOf, type WhatIf, type WhatIfTask } from './what-if-facts';

/** Whether the teams could be drawn, and what each inspector would carry (R56, R60, trap 5). */
export type Teams = {
  readonly inspections: number;
  /** Seats to be filled: inspections × inspectors each. */
  readonly places: number;
  readonly inspectors: number;
  /** Inspections per inspector if spread evenly, in hundredths; 0 where there is nobody. */
  readonly meanHundredths: number;
  /** The most that anybody would carry at least; `null` where the teams can't be filled. */
  readonly most: number | null;
  readonly feasible: boolean;
  readonly shortage: Shortage | null;
  /** The objects supposed to be drawn: those that most inspectors are barred from. What is drawn in the end may be easier to staff. */
  readonly supposed: readonly { readonly task: Id; readonly object: Id; readonly barred: number }[];
};

/** A case for each object that the rule would draw, with the seats of the task's departments. */
function caseFor(task: WhatIfTask, object: Id, number: number, facts: WhatIf): CaseFact {
  const { window, objects, partners } = task.content;
  const [sector] = objects.sectors;
  const field = objects.sectors.length === 1 && sector !== undefined ? sector : null;
  return {
    id: `${task.id}-${number}`,
    object,
    days: { from: window.from, to: window.to },
    seats: [
      { organs: [facts.organ], count: facts.teamSize, field },
      ...partners.map(({ organ }) => ({ organs: [organ], count: facts.partnerSeats, field: null })),
    ],
  };
}

/** How many inspectors are kept from one object by recusal or rotation. */
function barredFrom(task: WhatIfTask, object: Id, facts: WhatIf): number {
  const bars = barsFor(facts.inspectors, [caseFor(task, object, 1, facts)], facts.bars);
  return new Set(bars.filter(({ case: id }) => id !== '*').map(({ inspector }) => inspector)).size;
}

/** The teams of the whole plan at once, supposing that the objects with the most barred inspectors are drawn. */
export function teamsOf(facts: WhatIf): Teams {
  const supposed = facts.tasks.flatMap((task) =>
    strataOf(task).flatMap(({ objects, rule }) =>
      objects
        .map(({ id }) => ({ task: task.id, object: id, barred: barredFrom(task, id, facts) }))
        .sort((a, b) => b.barred - a.barred || (a.object < b.object ? -1 : 1))
        .slice(0, sampleOf(rule, objects.length).size),
    ),
  );
  const byTask = new Map(facts.tasks.map((task) => [task.id, task]));
  const cases = supposed.flatMap(({ task: id, object }, index) => {
    const task = byTask.get(id);
    return task ? [caseFor(task, object, index + 1, facts)] : [];
  });
  const bars = barsFor(facts.inspectors, cases, facts.bars);
  const pool: TeamPool = {
    inspectors: facts.inspectors.map(({ id, organ, capacity }) => ({ id, name: id, organ, capacity })),
    cases: cases.map(({ id, object, seats }) => ({
      id,
      object,
      seats: seats.map(({ organs, count }) => ({ organs: [...organs], count })),
    })),
    barred: withoutDates(bars),
  };
  const places = cases.flatMap(({ seats }) => seats).reduce((sum, { count }) => sum + count, 0);
  const most = cases.length === 0 ? 0 : leastCap(pool);
  const partners = facts.tasks.flatMap(({ content }) => content.partners);
  const names = new Map([[facts.organ, facts.organName], ...partners.map(({ organ, name }) => [organ, name] as const)]);
  const inspectors = facts.inspectors.length;
  return {
    inspections: cases.length,
    places,
    inspectors,
    meanHundredths: inspectors === 0 ? 0 : Math.floor((places * 200 + inspectors) / (2 * inspectors)),
    most,
    feasible: most !== null,
    shortage: most === null ? shortageOf(pool, (organ) => names.get(organ) ?? organ) : null,
    supposed,
  };
}
