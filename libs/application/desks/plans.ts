import { catalogue, inForceOn, itemOf } from '@srd/domain/catalogue';
import { currentRules, organ, type Organ, type Sector } from '@srd/domain/organ';
import {
  plan,
  type ItemFact,
  type PlanCommand,
  type PlanEvent,
  type PlanState,
  type PoolFact,
  type RosterFact,
  type TaskContent,
  type TaskState,
} from '@srd/domain/plan';
import { currentStatus, isRemoved, poolOf, roster } from '@srd/domain/roster';
import { exclusionReasons } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import type { Entry, Facts } from '../desk';
import type { Evidence } from '../evidence';
import { listedObjects } from '../listed';
import { refuse } from '../refusals';
import { rosterStream } from './rosters';

type PlanFacts = Facts<PlanState>;

/** Organ and year of a plan's id, `<organ>-<year>`. */
export function planOf(id: Id): { readonly organ: Id; readonly year: number } {
  const match = /^(.+)-(\d{4})$/.exec(id);
  return match
    ? { organ: match[1] as Id, year: Number(match[2]) }
    : refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的计划`);
}

/** Stream of a plan. */
export function planStream(id: Id): string {
  return `plan-${id}`;
}

/** An organ that must exist. */
export async function organIn(evidence: Evidence, id: Id): Promise<Organ> {
  return (await evidence.of(organ, `organ-${id}`)) ?? refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的机关`);
}

function sectorsOf(state: PlanState): readonly Sector[] {
  return [...new Set(Object.values(state.tasks).flatMap(({ content }) => content.objects.sectors))];
}

async function rostersOf({ id, state, evidence }: PlanFacts): Promise<readonly RosterFact[]> {
  const { organ: owner } = planOf(id);
  const facts: RosterFact[] = [];
  for (const sector of sectorsOf(state)) {
    const { institutions } = await evidence.of(roster, rosterStream(owner, sector));
    const entries = Object.values(institutions)
      .filter((entry) => !isRemoved(entry))
      .map((entry) => ({
        id: entry.institution,
        name: entry.particulars.name,
        active: currentStatus(entry).status === 'active',
      }));
    facts.push({ sector, entries });
  }
  return facts;
}

/** The pool of a task on the day, by sector, the listed apart where the plan draws them apart (C13, R49). */
async function poolsOf(task: TaskState, { id, evidence, stores }: PlanFacts): Promise<readonly PoolFact[]> {
  const { organ: owner } = planOf(id);
  const apart = task.content.listedRatio !== null;
  const pools: PoolFact[] = [];
  for (const sector of task.content.objects.sectors) {
    const entries = poolOf(await evidence.of(roster, rosterStream(owner, sector)));
    const listed = listedObjects(
      stores.views,
      entries.map(({ institution }) => institution),
    );
    const inPool = entries.filter(({ status }) => exclusionReasons[status] === null);
    const excluded = entries.flatMap(({ institution, name, status }) => {
      const reason = exclusionReasons[status];
      return reason === null ? [] : [{ id: institution, name, reason }];
    });
    const ofListed = apart ? inPool.filter(({ institution }) => listed.has(institution)).length : 0;
    pools.push({ sector, listed: false, of: inPool.length - ofListed, excluded });
    if (ofListed > 0) pools.push({ sector, listed: true, of: ofListed, excluded: [] });
  }
  return pools;
}

async function itemsOf(task: TaskState, { id, evidence, context }: PlanFacts): Promise<readonly ItemFact[]> {
  const state = await evidence.of(catalogue, `catalogue-${planOf(id).organ}`);
  return task.content.items.flatMap((reference) => {
    const item = itemOf(state, reference.id);
    const version = item?.versions[reference.revision - 1];
    if (!item || !version) return [];
    const basis = version.basis.map(({ law, article }) => `《${law}》${article}`).join('、');
    return [
      {
        id: item.item,
        revision: reference.revision,
        name: version.name,
        sectors: [version.sector],
        basis: basis === '' ? null : basis,
        inForce: inForceOn(item, context.today)?.version === reference.revision,
      },
    ];
  });
}

const withRosters = async (data: object, facts: PlanFacts) => ({ ...data, rosters: await rostersOf(facts) }) as never;

/** The yearly plans with their tasks. */
export const planDesk: Entry<PlanState, PlanCommand, PlanEvent> = {
  decider: plan,
  stream: planStream,
  target: (state, command, id) => {
    if (state.organ === null && command.type !== 'DraftPlan') return undefined;
    const asked = command.data as { task?: Id; conflict?: Id; section?: Id; content?: TaskContent };
    const task = asked.task ?? (asked.conflict === undefined ? undefined : state.conflicts[asked.conflict]?.task);
    // A task that isn't in the plan yet belongs to the section that its row names.
    const content = (task === undefined ? undefined : state.tasks[task]?.content) ?? asked.content;
    const { section } = content ?? asked;
    const partners = content?.partners.map((partner) => partner.organ) ?? [];
    return { organ: planOf(id).organ, section: section ?? null, partners };
  },
  prepare: {
    DraftPlan: (data: object, { id }) => ({ ...data, ...planOf(id) }) as never,
    // A department consents for itself (R4).
    RecordPartnerConsent: async (data: object, { who, evidence }) => {
      if (!who) return data as never;
      return { ...data, partner: who.organ, name: (await organIn(evidence, who.organ)).name } as never;
    },
    SubmitPlan: withRosters,
    CheckPlan: withRosters,
    AllotTask: async (data: { task: Id }, facts) => {
      const task = facts.state.tasks[data.task];
      if (!task) return data as never;
      return { ...data, pool: await poolsOf(task, facts), items: await itemsOf(task, facts) } as never;
    },
    SendAnnualReport: async (data: object, { id, evidence }) => {
      const { rules } = currentRules(await organIn(evidence, planOf(id).organ));
      return { ...data, annualReportBy: rules.annualReportBy.value } as never;
    },
  },
};
