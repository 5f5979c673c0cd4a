import { addDays, context, day, given, type Fact } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import { plan, type ItemFact, type PlanCommand, type PlanEvent, type PlanState, type RosterFact } from './index';
import { chaozhou2023Table } from './presets';

/** A roster of so many active institutions, and the named ones that aren't. */
export function roster(sector: Sector, active: number, inactive: readonly string[] = []): RosterFact {
  return {
    sector,
    entries: [
      ...Array.from({ length: active }, (_, i) => ({ id: `${sector}-${i + 1}`, name: `机构${i + 1}`, active: true })),
      ...inactive.map((name, i) => ({ id: `${sector}-x${i + 1}`, name, active: false })),
    ],
  };
}

/** The rosters as the table counts them. */
export const rosters = [
  roster('forensic-institution', 2),
  roster('notary-office', 3),
  roster('grassroots-office', 5),
  roster('law-firm', 48),
];

export const items: Readonly<Record<Sector, readonly { id: string; revision: number }[]>> = {
  'law-firm': [{ id: 'item-law-firm', revision: 1 }],
  'grassroots-office': [{ id: 'item-grassroots', revision: 1 }],
  'notary-office': [{ id: 'item-notary', revision: 1 }],
  'forensic-institution': [{ id: 'item-forensic', revision: 1 }],
  'legal-aid-agency': [{ id: 'item-legal-aid', revision: 1 }],
};

export const itemFacts: readonly ItemFact[] = (Object.keys(items) as Sector[]).map((sector) => ({
  id: items[sector][0]?.id ?? '',
  revision: 1,
  name: `对${sector}的检查`,
  sectors: [sector],
  basis: sector === 'legal-aid-agency' ? null : '《中华人民共和国律师法》第四条',
  inForce: true,
}));

export const rows = chaozhou2023Table(items);
/** Row n of the table (1 forensic, 2 notary, 3 grassroots, 4 law firms). */
export function row(number: number): (typeof rows)[number] {
  const content = rows[number - 1];
  if (!content) throw new RangeError(`no row ${number}`);
  return content;
}

export const officer = context('officer-1', '2023-05-08T01:00:00.000Z');
export const head = context('head-1', '2023-05-09T01:00:00.000Z');
export const supervision = context('supervision-1', '2023-05-10T01:00:00.000Z');

export const drafted: PlanEvent = {
  type: 'PlanDrafted',
  data: {
    procedure: 'plan/1',
    organ: 'chaozhou',
    year: 2023,
    title: '2023年抽查工作计划',
    documents: [{ name: '2023年度部门联合双随机抽查工作计划', number: '潮市监〔2023〕45号' }],
    source: { kind: 'document', document: 'A', article: 'A附件' },
  },
};

export type Step = readonly [PlanCommand, ReturnType<typeof context>?];

/** The facts that a series of commands leaves behind, each by its own person. */
export function after(...steps: readonly Step[]): readonly Fact<PlanEvent>[] {
  const facts: Fact<PlanEvent>[] = [];
  let state: PlanState = plan.initial;
  for (const [command, by = officer] of steps) {
    for (const event of plan.decide(command, state, by)) {
      const fact = { ...event, actor: by.actor, at: by.at };
      facts.push(fact);
      state = plan.evolve(state, fact);
    }
  }
  return facts;
}

/** A drafted plan with these rows of the table as tasks `task-<n>`. */
export function planWith(...numbers: readonly number[]): readonly Step[] {
  const { procedure: _, ...data } = drafted.data as Extract<PlanEvent, { type: 'PlanDrafted' }>['data'];
  return [
    [{ type: 'DraftPlan', data }],
    ...numbers.map((n): Step => [{ type: 'DraftTask', data: { task: `task-${n}`, content: row(n) } }]),
  ];
}

export const submitted: Step = [{ type: 'SubmitPlan', data: { rosters } }, head];
export const released: Step = [{ type: 'ReleasePlan', data: {} }, supervision];
export const consent = (task: string): Step => [
  {
    type: 'RecordPartnerConsent',
    data: {
      task,
      partner: 'drc',
      name: '潮州市发展和改革局',
      document: null,
      occurredOn: addDays(day('2023-05-10'), 1),
    },
  },
  context('partner-1', '2023-05-11T01:00:00.000Z'),
];
export const decided = (conflict: string, choice: string): Step => [
  { type: 'DecideConflict', data: { conflict, choice, reason: '以名录实际为准，按正文执行' } },
  head,
];

/** given(plan, the facts of these steps). */
export const givenPlan = (...steps: readonly Step[]): ReturnType<typeof given<PlanState, PlanCommand, PlanEvent>> =>
  given(plan, after(...steps));
