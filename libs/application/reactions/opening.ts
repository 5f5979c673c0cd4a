import { calendar } from '@srd/domain/calendar';
import type { CaseOpened } from '@srd/domain/case';
import { catalogue, itemOf, pinnedItem } from '@srd/domain/catalogue';
import { currentRules, type Sector } from '@srd/domain/organ';
import { sectorOf, plan, type PlanEvent } from '@srd/domain/plan';
import type { SelectionEvent } from '@srd/domain/selection';
import { dayOf, type Id, type RecordedEvent } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { pinned, seatsOf } from '../desks/case-opening';
import { CALENDAR } from '../desks/organs';
import { organIn, planOf, planStream } from '../desks/plans';
import { caseId, isOfPractitioners, taskOfSeries } from '../desks/ids';
import type { Cause, Follow } from './follow';

const SELF_INSPECTION = { direct: 'none', 'self-inspection-first': 'first', alongside: 'alongside' } as const;

/** What is to be opened: a case for each of the sectors, numbered from `from`. */
export interface ToOpen {
  readonly plan: Id;
  readonly task: Id;
  /** The draw whose objects they are for: the task's own, or that of its practitioners (C5). */
  readonly series: Id;
  readonly sectors: readonly Sector[];
  readonly from: number;
}

/** Opens cases from the plan's task, the organ's rules and the item list as they stand on the day. */
export async function openCases(follow: Follow, cause: RecordedEvent, toOpen: ToOpen): Promise<void> {
  const evidence = follow.evidence(cause);
  const planState = await evidence.of(plan, planStream(toOpen.plan));
  const content = planState.tasks[toOpen.task]?.content;
  if (!content) return;
  const { organ: owner } = planOf(toOpen.plan);
  const unit = await organIn(evidence, owner);
  const { rules, version } = currentRules(unit);
  const items = await evidence.at(catalogue, `catalogue-${owner}`);
  const days = await evidence.at(calendar, CALENDAR);
  const departments = [owner, ...content.partners.map(({ organ }) => organ)];
  for (const [index, sector] of toOpen.sectors.entries()) {
    const number = toOpen.from + index;
    const data: CaseOpened = {
      organ: owner,
      unitName: unit.name,
      plan: toOpen.plan,
      task: toOpen.task,
      section: content.section,
      sector,
      number: `${content.name}${isOfPractitioners(toOpen.series) ? '（法律服务人员）' : ''}第${number}号`,
      purpose: 'random',
      method: content.method,
      window: { from: content.window.from, to: content.window.to },
      items: content.items.flatMap(({ id, revision }) => {
        const item = pinnedItem(items.state, id, revision);
        return item && itemOf(items.state, id)?.versions[revision - 1]?.sector === sector ? [item] : [];
      }),
      inspectingBody: owner,
      departments: departments.map((organ, place) => ({ organ, seats: seatsOf(rules, place) })),
      selfInspection: rules.caseProcedure.value === 'case/1' ? 'none' : SELF_INSPECTION[content.mode],
      ...pinned(rules, dayOf(cause.at)),
      pins: {
        rulesRevision: version,
        catalogueRevision: Math.max(0, items.revision),
        calendarRevision: Math.max(0, days.revision),
      },
    };
    await follow.giveCase(cause, 'plan', caseId(toOpen.series, number), { type: 'OpenCase', data }, evidence);
  }
}

/** `TaskAllotted` opens as many numbered cases as the rule gives that day; the freeze of the draw adds or voids numbers. */
export function opening(follow: Follow): Reaction {
  /** A draw's pool says how many cases there are to be, whichever way it is drawn. */
  const toTheSize = async (event: RecordedEvent): Promise<void> => {
    const { data } = event as unknown as Cause<SelectionEvent, 'DrawFrozen' | 'LotRecorded' | 'PlatformDrawImported'>;
    if (data.request.protocol !== 'srd-draw/1') return;
    const { series, request } = data;
    const task = taskOfSeries(series);
    const sectors = request.quotas.flatMap(({ stratum, size }) =>
      Array.from<Sector>({ length: size }).fill(sectorOf(stratum)),
    );
    const { count, undrawn } = await follow.casesOf(series);
    const missing = sectors.slice(undrawn.length);
    await openCases(follow, event, { plan: request.plan, task, series, sectors: missing, from: count + 1 });
    const evidence = follow.evidence(event);
    for (const number of undrawn.slice(sectors.length)) {
      const reason = '冻结名录当日按规则应抽数量减少，本号不再需要';
      // Whoever froze the draw asks, the system only carries it out: nobody ends a case at their own request.
      const voided = { type: 'VoidCase', data: { reason, requestedBy: event.actor } } as const;
      await follow.giveCase(event, 'plan', caseId(series, number), voided, evidence);
    }
  };
  return {
    name: 'cases-of-a-task',
    on: {
      TaskAllotted: async (event) => {
        const { data } = event as unknown as Cause<PlanEvent, 'TaskAllotted'>;
        const sectors = data.quotas.flatMap(({ sector, size }) => Array.from<Sector>({ length: size }).fill(sector));
        const planId = event.stream.slice('plan-'.length);
        await openCases(follow, event, { plan: planId, task: data.task, series: data.task, sectors, from: 1 });
      },
      DrawFrozen: toTheSize,
      LotRecorded: toTheSize,
      PlatformDrawImported: toTheSize,
    },
  };
}
