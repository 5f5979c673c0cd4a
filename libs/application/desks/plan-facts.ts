import { inspectionCase, stage, type StageCode } from '@srd/domain/case';
import { catalogue, inForceOn, itemOf } from '@srd/domain/catalogue';
import type { Sector } from '@srd/domain/organ';
import {
  drawBasis,
  practitionersInForce,
  type ItemFact,
  type ItemReference,
  type PlanState,
  type PoolFact,
  type PractitionerCount,
  type RosterFact,
  type TaskState,
} from '@srd/domain/plan';
import { practisingCount, practitioners } from '@srd/domain/practitioners';
import { currentStatus, isRemoved, roster, type Institution } from '@srd/domain/roster';
import { exclusionByMode, exclusionReasons, isRaised, practitionerSeries } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import type { Facts } from '../desk';
import type { Evidence } from '../evidence';
import { caseId, planOf } from './ids';
import { objectFacts } from './object-facts';
import { practitionersStream } from './practitioners';
import { rosterStream } from './rosters';

type PlanFacts = Facts<PlanState>;

const ENDED: readonly StageCode[] = ['closed', 'abnormal', 'blacklisted', 'voided'];

async function activeIn(evidence: Evidence, owner: Id, sector: Sector) {
  const { institutions } = await evidence.of(roster, rosterStream(owner, sector));
  return Object.values(institutions)
    .filter((entry) => !isRemoved(entry))
    .map((entry) => ({ entry, active: currentStatus(entry).status === 'active' }));
}

/**
 * Practitioners of a sector: those of their own roster, where there is one; else the 执业人数 of the active institutions, and undefined
 * where those say none at all, which means that nobody counted (C5).
 */
async function practitionersIn(
  evidence: Evidence,
  organ: Id,
  sector: Sector,
  entries: readonly { readonly entry: Institution; readonly active: boolean }[],
): Promise<number | undefined> {
  const counted = practisingCount(await evidence.of(practitioners, practitionersStream(organ, sector)));
  if (counted !== undefined) return counted;
  const sum = entries.reduce((total, { entry, active }) => total + (active ? entry.particulars.practising : 0), 0);
  return sum === 0 ? undefined : sum;
}

/** The rosters of every sector of the plan's tasks, with their practitioners where they are counted (trap 2, C5). */
export async function rostersOf({ id, state, evidence }: PlanFacts): Promise<readonly RosterFact[]> {
  const { organ: owner } = planOf(id);
  const sectors = new Set(Object.values(state.tasks).flatMap(({ content }) => content.objects.sectors));
  const facts: RosterFact[] = [];
  for (const sector of sectors) {
    const found = await activeIn(evidence, owner, sector);
    const practising = await practitionersIn(evidence, owner, sector, found);
    facts.push({
      sector,
      entries: found.map(({ entry, active }) => ({ id: entry.institution, name: entry.particulars.name, active })),
      ...(practising !== undefined && { practitioners: practising }),
    });
  }
  return facts;
}

/** Practitioners of a task's sectors, where all of them are the pool (C5); a sector that nobody counted is missing. */
export async function practitionerCounts(task: TaskState, { id, state, evidence }: PlanFacts) {
  const counts: PractitionerCount[] = [];
  if (practitionersInForce(state, task)?.from !== 'all') return counts;
  for (const sector of task.content.objects.sectors) {
    const { organ } = planOf(id);
    const of = await practitionersIn(evidence, organ, sector, await activeIn(evidence, organ, sector));
    if (of !== undefined) counts.push({ sector, of });
  }
  return counts;
}

/**
 * The pool of a task on the day, by sector: the listed and much complained-about apart where the plan draws them apart (C13, R49),
 * without those that a disclosed mode leaves out (R48, R54).
 */
export async function poolsOf(task: TaskState, facts: PlanFacts): Promise<readonly PoolFact[]> {
  const basis = drawBasis(facts.state, task.id);
  const pools: PoolFact[] = [];
  for (const sector of task.content.objects.sectors) {
    const objects = await objectFacts(facts, planOf(facts.id).organ, sector, basis.modes);
    const judged = objects.map((object) => ({
      object,
      reason: exclusionReasons[object.status] ?? exclusionByMode(object.checks ?? [], basis),
    }));
    const inPool = judged.filter(({ reason }) => reason === null).map(({ object }) => object);
    const excluded = judged.flatMap(({ object: { id, name }, reason }) =>
      reason === null ? [] : [{ id, name, reason }],
    );
    const raised = basis.rules.listed ? inPool.filter((object) => isRaised(object, basis.modes)).length : 0;
    pools.push({ sector, listed: false, of: inPool.length - raised, excluded });
    if (raised > 0) pools.push({ sector, listed: true, of: raised, excluded: [] });
  }
  return pools;
}

/** Items of the organ's list as they stand today, with statute and article (R25, C11); what isn't in the list is missing. */
export async function itemFacts(
  references: readonly ItemReference[],
  { id, evidence, context }: PlanFacts,
): Promise<readonly ItemFact[]> {
  const state = await evidence.of(catalogue, `catalogue-${planOf(id).organ}`);
  const asked = new Map(references.map((reference) => [`${reference.id}@${reference.revision}`, reference]));
  return [...asked.values()].flatMap((reference) => {
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

/** What a check of the plan weighs its rows against; an adjustment that is asked for counts with its own items. */
export async function checkFacts(facts: PlanFacts) {
  const references = Object.values(facts.state.tasks).flatMap(({ content, adjustment }) => [
    ...content.items,
    ...(adjustment?.change.items ?? []),
  ]);
  return { rosters: await rostersOf(facts), items: await itemFacts(references, facts) };
}

/** How many cases of a task haven't come to an end, those of its practitioners with it. */
export async function openCasesOf(task: Id, { evidence }: PlanFacts): Promise<number> {
  let open = 0;
  for (const series of [task, practitionerSeries(task)]) {
    for (let number = 1; ; number++) {
      const file = await evidence.of(inspectionCase, `case-${caseId(series, number)}`);
      if (file === null) break;
      if (!ENDED.includes(stage(file).code)) open++;
    }
  }
  return open;
}
