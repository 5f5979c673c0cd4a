import type { Day, Id } from '@srd/kernel';
import type { InstitutionStatus } from './events';
import { institutionOf, isRemoved, type Institution, type RosterState } from './state';
import type { UsccFault } from './uscc';

/** An entry as a draw sees it (R55): with its status, never silently left out; what excludes it is the draw's to say. */
export type PoolEntry = {
  readonly institution: Id;
  readonly name: string;
  readonly uscc: string;
  readonly usccFault: UsccFault | null;
  readonly faultWaived: boolean;
  readonly registrationNumber: string;
  readonly branchOf: Id | null;
  readonly head: Id | null;
  readonly practising: number;
  readonly status: InstitutionStatus;
  readonly statusSince: Day;
  readonly validUntil: Day | null;
  readonly removalProposed: boolean;
};

function poolEntry(entry: Institution): PoolEntry {
  const { name, uscc, registrationNumber, branchOf, head, practising, validUntil } = entry.particulars;
  const { status, since } = currentStatus(entry);
  return {
    institution: entry.institution,
    name,
    uscc,
    usccFault: entry.usccFault,
    faultWaived: entry.faultWaiver !== null,
    registrationNumber,
    branchOf,
    head,
    practising,
    status,
    statusSince: since,
    validUntil,
    removalProposed: entry.removal !== null,
  };
}

/** The status that holds now, with the day it began. */
export function currentStatus(entry: Institution): Institution['statuses'][number] {
  const status = entry.statuses.at(-1);
  if (!status) throw new RangeError(`no status: ${entry.institution}`);
  return status;
}

/** The status that was true on a day, as far as is known now; undefined before the institution was taken in. */
export function statusOn(entry: Institution, day: Day): InstitutionStatus | undefined {
  return entry.statuses.findLast(({ since }) => since <= day)?.status;
}

/** Every entry that wasn't removed, sorted by institution id, with its status (R55, trap 4). */
export function poolOf(state: RosterState): readonly PoolEntry[] {
  return Object.values(state.institutions)
    .filter((entry) => !isRemoved(entry))
    .map(poolEntry)
    .sort((a, b) => (a.institution < b.institution ? -1 : 1));
}

/** Entries whose code doesn't check and that nobody has answered for: they block a freeze (trap 4). */
export function freezeBlockers(state: RosterState): readonly PoolEntry[] {
  return poolOf(state).filter((entry) => entry.usccFault !== null && !entry.faultWaived);
}

/** Days on which one of these people inspected the institution before this system (R59); newest last. */
export function priorVisits(state: RosterState, institution: Id, inspector: Id): readonly Day[] {
  const inspections = institutionOf(state, institution)?.priorInspections ?? [];
  return inspections
    .filter(({ inspectors }) => inspectors.includes(inspector))
    .map(({ inspectedOn }) => inspectedOn)
    .sort();
}
