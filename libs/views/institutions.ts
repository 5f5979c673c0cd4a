import type { InstitutionStatus, RosterEvent } from '@srd/domain/roster';
import { textAt, type View } from '@srd/kernel';
import { rows } from './rows';

export interface InstitutionRow {
  readonly institution: string;
  readonly organ: string;
  readonly sector: string;
  readonly name: string;
  readonly uscc: string;
  readonly registrationNumber: string;
  readonly registeredPremises: string;
  readonly practising: number;
  readonly status: InstitutionStatus;
  readonly statusSince: string;
  readonly usccFault: boolean;
  /** 移出 that somebody proposed and nobody has confirmed or declined. */
  readonly removal: { readonly reason: string; readonly proposedBy: string } | null;
  readonly removed: boolean;
  readonly fictional: boolean;
  readonly revision: number;
}

/** The object rosters, an institution a row (R15, R18, R20). */
export const institutions: View<InstitutionRow> = {
  name: 'institutions',
  version: 2,
  key: ({ stream, data }) => `${stream}/${textAt(data, 'institution')}`,
  organ: ({ organ }) => organ,
  columns: {
    sector: ({ sector }) => sector,
    status: ({ status }) => status,
    name: ({ name }) => name,
    uscc: ({ uscc }) => uscc,
    removed: ({ removed }) => (removed ? 1 : 0),
    removalAwaited: ({ removal }) => (removal ? 1 : 0),
  },
  on: rows<InstitutionRow, RosterEvent>({
    InstitutionRegistered: (_, { data, revision }) => {
      const { institution, organ, sector, particulars, usccFault, occurredOn } = data;
      const { name, uscc, registrationNumber, registeredPremises, practising, fictional } = particulars;
      return {
        institution,
        organ,
        sector,
        name,
        uscc,
        registrationNumber,
        registeredPremises,
        practising,
        status: 'active',
        statusSince: occurredOn,
        usccFault: usccFault !== null,
        removal: null,
        removed: false,
        fictional,
        revision,
      };
    },
    InstitutionRevised: (row, { data: { changes, usccFault }, revision }) => {
      if (!row) return undefined;
      const { name, uscc, registrationNumber, registeredPremises, practising } = { ...row, ...changes };
      return {
        ...row,
        name,
        uscc,
        registrationNumber,
        registeredPremises,
        practising,
        usccFault: usccFault !== null,
        revision,
      };
    },
    InstitutionStatusChanged: (row, { data, revision }) =>
      row && { ...row, status: data.status, statusSince: data.occurredOn, revision },
    FaultWaived: (row, { revision }) => row && { ...row, usccFault: false, revision },
    RemovalProposed: (row, { data: { reason }, actor, revision }) =>
      row && { ...row, removal: { reason, proposedBy: actor }, revision },
    RemovalDeclined: (row, { revision }) => row && { ...row, removal: null, revision },
    RemovalConfirmed: (row, { revision }) => row && { ...row, removal: null, removed: true, revision },
  }),
};
