import { addMonths, day, isDay, type Day, type Id } from '@srd/kernel';
import type { OrganRules, Sector } from '@srd/domain/organ';
import type { PlanPhase } from './procedure';
import { tasksOf, type PlanState } from './state';
import type { TaskContent } from './task';

/** A half of a year. */
export type Half = { readonly year: number; readonly half: 1 | 2 };

/** The half that a day lies in. */
export function halfOf(on: Day): Half {
  return { year: Number(on.slice(0, 4)), half: on.slice(5, 7) < '07' ? 1 : 2 };
}

/** Which half a task belongs to: by its plan date or by its visit, whichever the rule counts, both told (trap 13, R37, R39). */
export function halfYearOf(
  window: Pick<TaskContent['window'], 'from'>,
  visitedOn: Day | null,
  by: 'plan' | 'visit' = 'plan',
): { readonly byPlan: Half; readonly byVisit: Half | null; readonly counted: Half } {
  const byPlan = halfOf(window.from);
  const byVisit = visitedOn === null ? null : halfOf(visitedOn);
  return { byPlan, byVisit, counted: by === 'visit' && byVisit ? byVisit : byPlan };
}

/** One organ's plan for one sector, as its superior sees it (R5, C27). */
export type OverviewRow = {
  readonly organ: Id;
  readonly year: number;
  readonly phase: PlanPhase;
  readonly sector: Sector;
  /** Tasks by half of the year, by plan date. */
  readonly firstHalf: number;
  readonly secondHalf: number;
  readonly allotted: number;
  /** Cases of the allotted tasks. */
  readonly cases: number;
};

/** The plans of an organ and of those below it side by side, one row per organ and sector (C27, R5, R100). */
export function planOverview(plans: readonly PlanState[]): readonly OverviewRow[] {
  return plans.flatMap((plan) => {
    const { organ, year, phase } = plan;
    if (organ === null || year === null) return [];
    const tasks = tasksOf(plan).filter(({ status }) => status !== 'withdrawn');
    const sectors = [...new Set(tasks.flatMap(({ content }) => content.objects.sectors))];
    return sectors.map((sector): OverviewRow => {
      const own = tasks.filter(({ content }) => content.objects.sectors.includes(sector));
      const first = own.filter(({ content }) => halfOf(content.window.from).half === 1).length;
      const allotted = own.flatMap((task) => (task.allotted ? [task.allotted] : []));
      const quotas = allotted.flatMap((each) => each.quotas).filter((quota) => quota.sector === sector);
      return {
        organ,
        year,
        phase,
        sector,
        firstHalf: first,
        secondHalf: own.length - first,
        allotted: allotted.length,
        cases: quotas.reduce((sum, { size }) => sum + size, 0),
      };
    });
  });
}

/** A day of the plan's year on which something begins or is due. */
export type CalendarEntry = {
  readonly on: Day;
  readonly what: 'rosters-due' | 'task-begins' | 'task-ends' | 'report-due';
  readonly task: Id | null;
  readonly label: string;
};

function inYear(year: number, monthAndDay: string): Day {
  const text = `${year}-${monthAndDay}`;
  // A month without that day: its last one.
  return isDay(text) ? text : addMonths(day(`${year}-01-31`), Number(monthAndDay.slice(0, 2)) - 1);
}

/** Rosters, windows and the annual report of a plan's year in one list, by day (C22, R15–R17, R50, R99). */
export function planCalendar(
  plan: PlanState,
  rules: Pick<OrganRules, 'rostersBy' | 'annualReportBy'>,
): readonly CalendarEntry[] {
  const { year } = plan;
  if (year === null) return [];
  const tasks = tasksOf(plan)
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap(({ id, content: { name, window } }): CalendarEntry[] => [
      { on: window.from, what: 'task-begins', task: id, label: `「${name}」开始` },
      { on: window.to, what: 'task-ends', task: id, label: `「${name}」截止` },
    ]);
  const due = (on: string, what: CalendarEntry['what'], label: string): CalendarEntry => ({
    on: inYear(year, on),
    what,
    task: null,
    label,
  });
  return [
    due(rules.rostersBy.value, 'rosters-due', '名录库和事项清单完成日'),
    ...tasks,
    due(rules.annualReportBy.value, 'report-due', '年度工作开展情况报送日'),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
