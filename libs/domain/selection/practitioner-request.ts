import type { Id } from '@srd/kernel';
import { quotaSize, type Candidate, type Excluded, type ObjectRequest } from '@srd/proof/draw';
import type { ContributorFact, DrawHead, PractitionerFact, TaskFact } from './facts';
import { byId, contributorsOf, label, type Prepared } from './object-request';
import { refuse } from './refusals';

/** Series of a task's draw of practitioners. */
export function practitionerSeries(task: Id): Id {
  return `${task}:practitioners`;
}

/** Stratum of a sector's practitioners, as the plan's allotment calls it. */
function stratumOf({ sector }: PractitionerFact): Id {
  return `${sector}.practitioners`;
}

/** Somebody who practises in two institutions holds one ticket: their second entry is seen among the excluded. */
function entries(facts: readonly PractitionerFact[]) {
  const seen = new Set<Id>();
  return facts.toSorted(byId).map((fact, index) => {
    const twice = fact.excludedFor === null && seen.has(fact.person);
    if (fact.excludedFor === null) seen.add(fact.person);
    const reason = fact.excludedFor ?? (twice ? '同一人员已以另一执业机构列入' : null);
    return { fact, name: label('法律服务人员', index), reason };
  });
}

/**
 * The request of a draw of practitioners (R19, C5), a sub-pool beside the institutions: under ids made for this draw and labels, who is who
 * apart (C24). @throws Refusal PRACTITIONERS_NOT_DRAWN when the plan draws none
 */
export function practitionerRequest(
  head: DrawHead,
  task: TaskFact,
  practitioners: readonly PractitionerFact[],
  contributors: readonly ContributorFact[],
): Prepared<ObjectRequest> {
  const drawn = task.practitioners ?? refuse('PRACTITIONERS_NOT_DRAWN');
  const pool = entries(practitioners.filter(({ sector }) => task.sectors.includes(sector)));
  const candidates = pool.flatMap(({ fact, name, reason }): Candidate[] =>
    reason === null ? [{ id: fact.id, name, stratum: stratumOf(fact), weight: 1 }] : [],
  );
  const excluded = pool.flatMap(({ fact, name, reason }): Excluded[] =>
    reason === null ? [] : [{ id: fact.id, name, reason }],
  );
  const { basisPoints, rounding, atLeast } = drawn.rule;
  const strata = [...new Set(candidates.map(({ stratum }) => stratum))].sort();
  const witnesses = contributorsOf(contributors);
  return {
    request: {
      protocol: 'srd-draw/1',
      draw: head.draw,
      series: practitionerSeries(task.task),
      attempt: head.attempt,
      organ: head.organ,
      plan: head.plan,
      frozenAt: head.frozenAt,
      revealBy: head.revealBy,
      candidates,
      excluded,
      quotas: strata.map((stratum) => {
        const of = candidates.filter((candidate) => candidate.stratum === stratum).length;
        return { stratum, basisPoints, rounding, atLeast, of, size: quotaSize(drawn.rule, of) };
      }),
      contributors: witnesses.request,
      beacon: head.beacon,
    },
    people: { ...witnesses.people, ...Object.fromEntries(pool.map(({ fact }) => [fact.id, fact.person])) },
  };
}
