import type { AccountEvent } from '@srd/domain/account';
import type { InspectorsEvent } from '@srd/domain/inspectors';
import { textAt, type View } from '@srd/kernel';
import { rows } from './rows';

/** An inspector by person id; the name stands in the register of persons. */
export interface InspectorRow {
  readonly person: string;
  readonly organ: string;
  readonly section: string | null;
  readonly fields: readonly string[];
  readonly certificateValidUntil: string;
  readonly absences: readonly { readonly from: string; readonly to: string }[];
  readonly withdrawnOn: string | null;
  readonly revision: number;
}

/** The rosters of inspectors (R21, R22). */
export const inspectorRows: View<InspectorRow> = {
  name: 'inspectors',
  version: 1,
  key: ({ stream, data }) => `${stream}/${textAt(data, 'person')}`,
  organ: ({ organ }) => organ,
  columns: { section: ({ section }) => section, withdrawn: ({ withdrawnOn }) => (withdrawnOn === null ? 0 : 1) },
  on: rows<InspectorRow, InspectorsEvent>({
    InspectorEnrolled: (row, { data: { person, organ, section, fields, certificate }, revision }) => ({
      person,
      organ,
      section,
      fields,
      certificateValidUntil: certificate.validUntil,
      absences: row?.absences ?? [],
      withdrawnOn: null,
      revision,
    }),
    CertificateRenewed: (row, { data, revision }) =>
      row && { ...row, certificateValidUntil: data.certificate.validUntil, revision },
    InspectorReassigned: (row, { data, revision }) =>
      row && { ...row, section: data.section, fields: data.fields, revision },
    InspectorWithdrawn: (row, { data, revision }) => row && { ...row, withdrawnOn: data.occurredOn, revision },
    AbsenceRecorded: (row, { data: { from, to }, revision }) =>
      row && { ...row, absences: [...row.absences, { from, to }], revision },
    AbsenceWithdrawn: (row, { data: { from, to }, revision }) =>
      row && { ...row, absences: row.absences.filter((span) => span.from !== from || span.to !== to), revision },
  }),
};

export interface AccountRow {
  readonly account: string;
  readonly organ: string;
  readonly person: string;
  readonly roles: readonly { readonly role: string; readonly section: string | null }[];
  readonly proposed: readonly { readonly role: string; readonly section: string | null }[];
  readonly disabled: boolean;
  readonly revision: number;
}

interface Held {
  readonly role: string;
  readonly section: string | null;
}
const without = (held: readonly Held[], { role, section }: Held): readonly Held[] =>
  held.filter((one) => one.role !== role || one.section !== section);
const only = ({ role, section }: Held): Held => ({ role, section });

/** The accounts with the roles they hold and those that wait for a second administrator. */
export const accounts: View<AccountRow> = {
  name: 'accounts',
  version: 1,
  key: ({ stream }) => stream,
  organ: ({ organ }) => organ,
  columns: { person: ({ person }) => person },
  on: rows<AccountRow, AccountEvent>({
    AccountOpened: (_, { data: { account, organ, person }, revision }) => ({
      account,
      organ,
      person,
      roles: [],
      proposed: [],
      disabled: false,
      revision,
    }),
    RoleProposed: (row, { data, revision }) => row && { ...row, proposed: [...row.proposed, only(data)], revision },
    RoleGranted: (row, { data, revision }) =>
      row && { ...row, proposed: without(row.proposed, data), roles: [...row.roles, only(data)], revision },
    RoleProposalDeclined: (row, { data, revision }) =>
      row && { ...row, proposed: without(row.proposed, data), revision },
    RoleRevoked: (row, { data, revision }) => row && { ...row, roles: without(row.roles, data), revision },
    AccountDisabled: (row, { revision }) => row && { ...row, disabled: true, revision },
    AccountEnabled: (row, { revision }) => row && { ...row, disabled: false, revision },
  }),
};
