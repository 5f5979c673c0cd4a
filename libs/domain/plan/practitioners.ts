import type { Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import type { PractitionerCount } from './commands';
import { conflictId } from './conflicts';
import { refuse } from './refusals';
import { sampleOf, type AllottedPractitioners, type PractitionerRule } from './sample';
import { ratioInForce, type PlanState, type TaskState } from './state';
import { sectorLabels } from './task';

/** The stratum of a sector's practitioners, apart from that of its institutions (C5). */
export function practitionerStratum(sector: Sector): Id {
  return `${sector}.practitioners`;
}

const decidedPool = {
  'of-drawn-institutions': 'drawn',
  'all-practitioners': 'all',
  'institutions-only': null,
} as const;

/** Which practitioners are drawn: as the missing total was decided, else as the row says; `null` when none are (R19, C5). */
export function practitionersInForce(state: PlanState, task: TaskState): PractitionerRule | null {
  const { objects, practitionerSample, rounding } = task.content;
  if (!objects.practitioners) return null;
  const choice = state.conflicts[conflictId(task.id, 'PRACTITIONER_TOTAL_MISSING')]?.decision?.choice;
  const decided = choice === undefined ? undefined : decidedPool[choice as keyof typeof decidedPool];
  const from = decided === undefined ? (practitionerSample?.from ?? 'drawn') : decided;
  if (from === null) return null;
  const basisPoints = practitionerSample?.ratio?.basisPoints ?? ratioInForce(state, task)?.basisPoints ?? 0;
  return { from, rule: { basisPoints, rounding: rounding.value, atLeast: practitionerSample?.atLeast.value ?? 1 } };
}

/** The practitioners' share of an allotment; where all are the pool, it is counted on the day. @throws Refusal POOL_MISMATCH */
export function allottedPractitioners(
  state: PlanState,
  task: TaskState,
  counts: readonly PractitionerCount[] = [],
): AllottedPractitioners | null {
  const drawn = practitionersInForce(state, task);
  if (!drawn) return null;
  const { from, rule } = drawn;
  const quotas = task.content.objects.sectors.map((sector) => {
    const stratum = practitionerStratum(sector);
    if (from === 'drawn') return { ...rule, stratum, sector, of: null, size: null };
    const count = counts.find((each) => each.sector === sector)?.of;
    if (count === undefined || !Number.isSafeInteger(count) || count < 0) {
      return refuse('POOL_MISMATCH', `缺少「${sectorLabels[sector]}」法律服务人员的人数`);
    }
    return { ...rule, stratum, sector, of: count, size: sampleOf(rule, count).size };
  });
  return { from, quotas };
}
