import { itemsInForce, type CatalogueState } from '@srd/domain/catalogue';
import { currentRules, sectors, type Organ, type Sector, type Source } from '@srd/domain/organ';
import { sectorLabels, tasksOf, type PlanState } from '@srd/domain/plan';
import { isRemoved, type RosterState } from '@srd/domain/roster';
import { addMonths, day, dayOf, isDay, type Day, type Id } from '@srd/kernel';
import type { DutyKind } from './events';
import type { YearState } from './state';

/** One of them with its day, the rule that set it, and since when it is fulfilled. */
export type Duty = {
  /** `rosters`, `items`, `joint-items`, `report:<section>` */
  readonly duty: Id;
  readonly kind: DutyKind;
  readonly section: Id | null;
  readonly label: string;
  readonly dueOn: Day;
  readonly rule: 'rostersBy' | 'annualReportBy';
  readonly source: Source;
  /** The day on which the last missing part was there; null while something is missing. */
  readonly doneOn: Day | null;
  /** What isn't there, or wasn't by the day. */
  readonly missing: readonly string[];
};

/** What the duties are judged by. */
export type DutyFacts = {
  readonly organ: Organ;
  readonly year: number;
  readonly rosters: Readonly<Partial<Record<Sector, RosterState>>>;
  readonly catalogue: CatalogueState;
  readonly plan: PlanState;
  readonly report: YearState;
};

/** `MM-DD` in a year; a month without that day gives its last one. */
export function dayInYear(year: number, monthAndDay: string): Day {
  const text = `${year}-${monthAndDay}`;
  return isDay(text) ? text : addMonths(day(`${year}-01-31`), Number(monthAndDay.slice(0, 2)) - 1);
}

type Part = { readonly label: string; readonly doneOn: Day | null };

const earliest = (days: readonly Day[]): Day | null => [...days].sort()[0] ?? null;

function whole(parts: readonly Part[], dueOn: Day): Pick<Duty, 'doneOn' | 'missing'> {
  const days = parts.map(({ doneOn }) => doneOn);
  const missing = parts.filter(({ doneOn }) => doneOn === null || doneOn > dueOn).map(({ label }) => label);
  const done = days.every((on): on is Day => on !== null) ? (days.sort().at(-1) ?? null) : null;
  return { doneOn: done, missing };
}

function rosterPart(sector: Sector, roster: RosterState | undefined): Part {
  const entries = Object.values(roster?.institutions ?? {}).filter((entry) => !isRemoved(entry));
  return {
    label: `${sectorLabels[sector]}检查对象名录库`,
    doneOn: earliest(entries.map(({ registeredAt }) => dayOf(registeredAt))),
  };
}

/** The first day on which an item of the sector stood published. */
function itemPart(sector: Sector, catalogue: CatalogueState): Part {
  const days = Object.values(catalogue.items).flatMap(({ publications }) => publications.map((one) => one.publishedOn));
  const on = [...new Set(days)].sort().find((each) => itemsInForce(catalogue, sector, each).length > 0);
  return { label: `${sectorLabels[sector]}随机抽查事项清单`, doneOn: on ?? null };
}

function jointPart(catalogue: CatalogueState): Part {
  const days = Object.values(catalogue.items)
    .filter(({ versions }) => versions.at(-1)?.joint === true)
    .flatMap(({ publications }) => publications.map((one) => one.publishedOn));
  return { label: '部门联合抽查事项清单', doneOn: earliest(days) };
}

function reportPart(section: Id, name: string, report: YearState): Part {
  const sent = report.sections[section]?.sent ?? [];
  return { label: `${name}年度工作开展情况`, doneOn: sent[0]?.on ?? null };
}

/**
 * The duties of an organ's year. Rosters and lists are owed for the sectors that its rules sample, the joint list by whoever plans a
 * joint inspection, the report by each business section. A duty that was due before the organ began to use the system isn't one.
 */
export function dutiesOf({ organ, year, rosters, catalogue, plan, report }: DutyFacts): readonly Duty[] {
  if (organ.kind !== 'judicial') return [];
  const { rules } = currentRules(organ);
  const sampled = sectors.filter((sector) => rules.sampling[sector] !== undefined);
  const joint = tasksOf(plan).some(({ content }) => content.joint);
  const lists = {
    dueOn: dayInYear(year, rules.rostersBy.value),
    rule: 'rostersBy',
    source: rules.rostersBy.source,
  } as const;
  const reports = {
    dueOn: dayInYear(year, rules.annualReportBy.value),
    rule: 'annualReportBy',
    source: rules.annualReportBy.source,
  } as const;
  const duties: Duty[] = [
    {
      duty: 'rosters',
      kind: 'rosters',
      section: null,
      label: '检查对象名录库',
      ...lists,
      ...whole(
        sampled.map((sector) => rosterPart(sector, rosters[sector])),
        lists.dueOn,
      ),
    },
    {
      duty: 'items',
      kind: 'items',
      section: null,
      label: '随机抽查事项清单',
      ...lists,
      ...whole(
        sampled.map((sector) => itemPart(sector, catalogue)),
        lists.dueOn,
      ),
    },
  ];
  if (joint) {
    const parts = whole([jointPart(catalogue)], lists.dueOn);
    duties.push({
      duty: 'joint-items',
      kind: 'joint-items',
      section: null,
      label: '部门联合抽查事项清单',
      ...lists,
      ...parts,
    });
  }
  for (const { id, name, kind } of organ.sections) {
    if (kind !== 'line') continue;
    const part = whole([reportPart(id, name, report)], reports.dueOn);
    duties.push({
      duty: `report:${id}`,
      kind: 'report',
      section: id,
      label: `${name}年度工作开展情况`,
      ...reports,
      ...part,
    });
  }
  const founded = organ.versions[0]?.revisedAt;
  return duties.filter(({ dueOn }) => founded !== undefined && dueOn >= dayOf(founded));
}

/** Whether its day has passed without it: recorded once, whenever somebody looks (trap 9). */
export function isLapsed({ dueOn, doneOn }: Duty, today: Day): boolean {
  return dueOn < today && (doneOn === null || doneOn > dueOn);
}
