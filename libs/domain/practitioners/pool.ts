import type { Id } from '@srd/kernel';
import type { PractitionerStatus } from './events';
import { institutionsOf, practitionerStatus, type PractitionersState } from './state';

/** Somebody in one of the institutions in which they practise now: with their status, never silently left out. */
export type PractisingEntry = {
  readonly person: Id;
  readonly institution: Id;
  readonly status: PractitionerStatus;
};

/** Everybody who practises somewhere, once for each institution, by person and institution (R19, C5). */
export function practisingEntries(state: PractitionersState): readonly PractisingEntry[] {
  return Object.values(state.practitioners)
    .flatMap((entry) => {
      const { status } = practitionerStatus(entry);
      return institutionsOf(entry).map((institution) => ({ person: entry.person, institution, status }));
    })
    .sort((a, b) => (`${a.person} ${a.institution}` < `${b.person} ${b.institution}` ? -1 : 1));
}

/** How many people of the roster practise now, each once; undefined where nobody was ever registered (C5). */
export function practisingCount(state: PractitionersState): number | undefined {
  const all = Object.values(state.practitioners);
  if (all.length === 0) return undefined;
  return all.filter((entry) => practitionerStatus(entry).status === 'active' && institutionsOf(entry).length > 0)
    .length;
}
