import type { Day, Fact, Id, Instant } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import type { InstitutionStatus, Particulars, PriorInspectionImported, RosterEvent } from './events';
import { refuse } from './refusals';
import type { UsccFault } from './uscc';

/** An institution as the roster has it. */
export type Institution = {
  readonly institution: Id;
  readonly particulars: Particulars;
  readonly usccFault: UsccFault | null;
  readonly faultWaiver: { readonly reason: string; readonly waivedBy: string; readonly waivedAt: Instant } | null;
  /** Oldest first; the last one holds. */
  readonly statuses: readonly {
    readonly status: InstitutionStatus;
    readonly since: Day;
    readonly reason: string | null;
  }[];
  readonly removal: {
    readonly reason: string;
    readonly proposedBy: string;
    readonly confirmedBy: string | null;
  } | null;
  readonly priorInspections: readonly Omit<PriorInspectionImported['data'], 'institution'>[];
  readonly registeredAt: Instant;
  readonly revisedAt: Instant;
  readonly revisedBy: string;
};

/** `organ` and `sector` are null until the first institution is registered. */
export type RosterState = {
  readonly organ: Id | null;
  readonly sector: Sector | null;
  readonly institutions: { readonly [institution: Id]: Institution };
};

export const initial: RosterState = { organ: null, sector: null, institutions: {} };

/** The institution, removed ones too. */
export function institutionOf(state: RosterState, institution: Id): Institution | undefined {
  return Object.hasOwn(state.institutions, institution) ? state.institutions[institution] : undefined;
}

/** Whether the entry was taken out by two people. */
export function isRemoved(entry: Institution): boolean {
  return entry.removal?.confirmedBy != null;
}

function revised(entry: Institution, fact: Fact<Exclude<RosterEvent, { type: 'InstitutionRegistered' }>>): Institution {
  if (isRemoved(entry)) refuse('OUT_OF_TURN', '该机构已移出名录库');
  switch (fact.type) {
    case 'InstitutionRevised': {
      const particulars = { ...entry.particulars, ...fact.data.changes };
      const faultWaiver = particulars.uscc === entry.particulars.uscc ? entry.faultWaiver : null;
      return { ...entry, particulars, usccFault: fact.data.usccFault, faultWaiver };
    }
    case 'InstitutionStatusChanged': {
      const { status, occurredOn, reason } = fact.data;
      return { ...entry, statuses: [...entry.statuses, { status, since: occurredOn, reason }] };
    }
    case 'FaultWaived': {
      if (entry.usccFault === null) refuse('OUT_OF_TURN', '该机构的统一社会信用代码没有差错');
      return { ...entry, faultWaiver: { reason: fact.data.reason, waivedBy: fact.actor, waivedAt: fact.at } };
    }
    case 'RemovalProposed':
      if (entry.removal) refuse('OUT_OF_TURN', '已有人提出移出');
      return { ...entry, removal: { reason: fact.data.reason, proposedBy: fact.actor, confirmedBy: null } };
    case 'RemovalConfirmed':
      if (!entry.removal) return refuse('OUT_OF_TURN', '没有待确认的移出');
      return { ...entry, removal: { ...entry.removal, confirmedBy: fact.actor } };
    case 'RemovalDeclined':
      if (!entry.removal) refuse('OUT_OF_TURN', '没有待确认的移出');
      return { ...entry, removal: null };
    case 'PriorInspectionImported': {
      const { institution: _same, ...inspection } = fact.data;
      return { ...entry, priorInspections: [...entry.priorInspections, inspection] };
    }
    default:
      return refuse('OUT_OF_TURN');
  }
}

/** The roster after one more fact. */
export function evolve(state: RosterState, fact: Fact<RosterEvent>): RosterState {
  const { institution } = fact.data;
  const entry = institutionOf(state, institution);
  const touched = { revisedAt: fact.at, revisedBy: fact.actor };
  if (fact.type !== 'InstitutionRegistered') {
    if (!entry) return refuse('OUT_OF_TURN', '名录库中没有该机构');
    return {
      ...state,
      institutions: { ...state.institutions, [institution]: { ...revised(entry, fact), ...touched } },
    };
  }
  if (entry) refuse('OUT_OF_TURN', '该机构编号已在名录库中');
  const { organ, sector, particulars, usccFault, occurredOn } = fact.data;
  if ((state.organ ?? organ) !== organ || (state.sector ?? sector) !== sector)
    refuse('OUT_OF_TURN', '该名录库属于另一机关或另一行业');
  const registered: Institution = {
    institution,
    particulars,
    usccFault,
    faultWaiver: null,
    statuses: [{ status: 'active', since: occurredOn, reason: null }],
    removal: null,
    priorInspections: [],
    registeredAt: fact.at,
    ...touched,
  };
  return { organ, sector, institutions: { ...state.institutions, [institution]: registered } };
}
