import type { Id } from '@srd/kernel';
import {
  quotaSize,
  type Candidate,
  type DrawWitness,
  type Excluded,
  type ObjectRequest,
  type Quota,
} from '@srd/proof/draw';
import type { InstitutionStatus } from '@srd/domain/roster';
import type { ContributorFact, DrawHead, ObjectFact, TaskFact } from './facts';
import { exclusionByMode, isRaised, weightOf } from './odds';

/** A request with the internal record of who is who in it. */
export type Prepared<R> = { readonly request: R; readonly people: Readonly<Record<Id, Id>> };

/** Why a status keeps an institution out of the draw; an active one stays in (trap 4). */
export const exclusionReasons: Readonly<Record<InstitutionStatus, string | null>> = {
  active: null,
  suspended: '停业整顿',
  cancelled: '已注销',
  revoked: '已吊销',
  withdrawn: '已撤销',
  'moved-out': '已迁出',
};

/** Ids are ASCII, so that the order of texts is the order of bytes. */
export function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** 「检查员 07」: numbered in the order of ids that were made for this draw, so that the number tells nothing. */
export function label(word: string, index: number): string {
  return `${word} ${String(index + 1).padStart(2, '0')}`;
}

/** Contributors as the public sees them, and who they are. */
export function contributorsOf(facts: readonly ContributorFact[]): Prepared<readonly DrawWitness[]> {
  return {
    request: facts.map(({ by, role }) => ({ by, role })),
    people: Object.fromEntries(facts.flatMap(({ by, person }) => (person === null ? [] : [[by, person]]))),
  };
}

/** Where an object is ranked: with its sector, or with the listed and much complained-about ones where the plan draws them apart (C13). */
function stratumOf(object: ObjectFact, task: TaskFact): Id {
  return task.rules.listed && isRaised(object, task.modes) ? `${object.sector}.listed` : object.sector;
}

/** The rule that the plan gives for a stratum. */
export function ruleOf(stratum: Id, task: TaskFact): TaskFact['rules']['open'] | null {
  const sector = stratum.replace(/\.listed$/, '');
  if (!task.sectors.some((each) => each === sector)) return null;
  return stratum === sector ? task.rules.open : task.rules.listed;
}

function quotasOf(candidates: readonly Candidate[], task: TaskFact): readonly Quota[] {
  const strata = [...new Set(candidates.map(({ stratum }) => stratum))].sort();
  return strata.flatMap((stratum) => {
    const rule = ruleOf(stratum, task);
    if (!rule) return [];
    const { basisPoints, rounding, atLeast } = rule;
    const of = candidates.filter((candidate) => candidate.stratum === stratum).length;
    return [{ stratum, basisPoints, rounding, atLeast, of, size: quotaSize(rule, of) }];
  });
}

/**
 * The request of an object draw from the roster of the day (R55, R64): who can be drawn, who can't and why, how many by the
 * plan's rule. A mode that the plan discloses leaves out who was inspected often enough and gives tickets by risk (R48, R49, R54).
 * An exclusion is seen with its reason (trap 4), practitioners stand under labels (R19, C24).
 * Objects of other sectors than the task's don't belong to its pool and are left out.
 */
export function objectRequest(
  head: DrawHead,
  task: TaskFact,
  roster: readonly ObjectFact[],
  contributors: readonly ContributorFact[],
): Prepared<ObjectRequest> {
  const pool = roster.filter((object) => task.sectors.includes(object.sector)).toSorted(byId);
  const practitioners = pool.filter((object) => object.person !== null);
  const nameOf = (object: ObjectFact): string =>
    object.person === null ? object.name : label('法律服务人员', practitioners.indexOf(object));
  const reasonOf = (object: ObjectFact): string | null =>
    exclusionReasons[object.status] ?? object.excludedFor ?? exclusionByMode(object.checks ?? [], task);
  const weights = task.modes?.weights?.value;
  const ticketsOf = ({ risk, listed, weight }: ObjectFact): number =>
    weights && risk ? weightOf(weights, risk, listed) : weight;

  const candidates = pool
    .filter((object) => reasonOf(object) === null)
    .map((object): Candidate => ({
      id: object.id,
      name: nameOf(object),
      stratum: stratumOf(object, task),
      weight: ticketsOf(object),
    }));
  const excluded = pool.flatMap((object): Excluded[] => {
    const reason = reasonOf(object);
    return reason === null ? [] : [{ id: object.id, name: nameOf(object), reason }];
  });
  const witnesses = contributorsOf(contributors);
  return {
    request: {
      protocol: 'srd-draw/1',
      draw: head.draw,
      series: task.task,
      attempt: head.attempt,
      organ: head.organ,
      plan: head.plan,
      frozenAt: head.frozenAt,
      revealBy: head.revealBy,
      candidates,
      excluded,
      quotas: quotasOf(candidates, task),
      contributors: witnesses.request,
      beacon: head.beacon,
    },
    people: {
      ...witnesses.people,
      ...Object.fromEntries(practitioners.map((object) => [object.id, object.person as Id])),
    },
  };
}

/** Roster entries that came after the freeze: not in this draw, but listed beside it (trap 4). */
export function arrivedAfterFreeze<T extends { readonly id: Id }>(
  request: ObjectRequest,
  roster: readonly T[],
): readonly T[] {
  const known = new Set([...request.candidates, ...request.excluded].map(({ id }) => id));
  return roster.filter(({ id }) => !known.has(id));
}
