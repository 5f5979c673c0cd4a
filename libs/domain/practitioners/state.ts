import type { Day, Fact, Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import type { PractitionerParticulars, PractitionersEvent, PractitionerStatus } from './events';
import { refuse } from './refusals';

/** Where somebody practises or practised; `until` is the day from which they don't. */
export type Practice = { readonly institution: Id; readonly from: Day; readonly until: Day | null };

export type Practitioner = {
  readonly person: Id;
  readonly particulars: PractitionerParticulars;
  /** Oldest first. */
  readonly practises: readonly Practice[];
  /** Oldest first; the last one holds. */
  readonly statuses: readonly { readonly status: PractitionerStatus; readonly since: Day }[];
};

/** `organ` and `sector` are null until the first practitioner is registered. */
export type PractitionersState = {
  readonly organ: Id | null;
  readonly sector: Sector | null;
  readonly practitioners: { readonly [person: Id]: Practitioner };
};

export const initial: PractitionersState = { organ: null, sector: null, practitioners: {} };

/** The practitioner, whatever their status. */
export function practitionerOf(state: PractitionersState, person: Id): Practitioner | undefined {
  return Object.hasOwn(state.practitioners, person) ? state.practitioners[person] : undefined;
}

/** The status that holds now, with the day it began. */
export function practitionerStatus({ person, statuses }: Practitioner): Practitioner['statuses'][number] {
  return statuses.at(-1) ?? refuse('PRACTITIONER_UNKNOWN', `没有状态：${person}`);
}

/** Institutions in which somebody practises now, in the order in which they began. */
export function institutionsOf({ practises }: Practitioner): readonly Id[] {
  return practises.filter(({ until }) => until === null).map(({ institution }) => institution);
}

function changed(entry: Practitioner, fact: Fact<PractitionersEvent>): Practitioner {
  switch (fact.type) {
    case 'PractitionerRevised':
      return { ...entry, particulars: { ...entry.particulars, ...fact.data.changes } };
    case 'PractitionerMoved': {
      const { from, to, occurredOn } = fact.data;
      const kept = entry.practises.map((one) =>
        one.institution === from && one.until === null ? { ...one, until: occurredOn } : one,
      );
      return { ...entry, practises: [...kept, { institution: to, from: occurredOn, until: null }] };
    }
    case 'PractitionerStatusChanged': {
      const { status, occurredOn: since } = fact.data;
      return { ...entry, statuses: [...entry.statuses, { status, since }] };
    }
    default:
      return refuse('OUT_OF_TURN');
  }
}

/** The roster after one more fact. */
export function evolve(state: PractitionersState, fact: Fact<PractitionersEvent>): PractitionersState {
  const { person } = fact.data;
  const entry = practitionerOf(state, person);
  if (fact.type !== 'PractitionerRegistered') {
    if (!entry) return refuse('OUT_OF_TURN', '名录库中没有该人员');
    return { ...state, practitioners: { ...state.practitioners, [person]: changed(entry, fact) } };
  }
  if (entry) refuse('OUT_OF_TURN', '该人员已在名录库中');
  const { organ, sector, institution, particulars, occurredOn } = fact.data;
  if ((state.organ ?? organ) !== organ || (state.sector ?? sector) !== sector)
    refuse('OUT_OF_TURN', '该名录库属于另一机关或另一行业');
  const registered: Practitioner = {
    person,
    particulars,
    practises: [{ institution, from: occurredOn, until: null }],
    statuses: [{ status: 'active', since: occurredOn }],
  };
  return { organ, sector, practitioners: { ...state.practitioners, [person]: registered } };
}
