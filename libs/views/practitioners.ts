import type { PractitionersEvent, PractitionerStatus } from '@srd/domain/practitioners';
import { textAt, type View } from '@srd/kernel';
import { rows } from './rows';

/** A practitioner by person id; the name stands in the register of persons. */
export interface PractitionerRow {
  readonly person: string;
  readonly organ: string;
  readonly sector: string;
  /** Where they practise now; several where they practise in more than one. */
  readonly institutions: readonly string[];
  readonly status: PractitionerStatus;
  readonly statusSince: string;
  readonly licensedOn: string | null;
  readonly complaints: number;
  readonly penalties: number;
  readonly fictional: boolean;
  readonly revision: number;
}

/** 法律服务人员名录库 (B二(五); R19). */
export const practitionerRows: View<PractitionerRow> = {
  name: 'practitioners',
  version: 1,
  key: ({ stream, data }) => `${stream}/${textAt(data, 'person')}`,
  organ: ({ organ }) => organ,
  columns: { sector: ({ sector }) => sector, status: ({ status }) => status, person: ({ person }) => person },
  on: rows<PractitionerRow, PractitionersEvent>({
    PractitionerRegistered: (_, { data, revision }) => {
      const { person, organ, sector, institution, particulars, occurredOn } = data;
      const { licensedOn, complaints, penalties, fictional } = particulars;
      return {
        person,
        organ,
        sector,
        institutions: [institution],
        status: 'active',
        statusSince: occurredOn,
        licensedOn,
        complaints,
        penalties,
        fictional,
        revision,
      };
    },
    PractitionerRevised: (row, { data: { changes }, revision }) => {
      if (!row) return row;
      const { licensedOn, complaints, penalties, fictional } = { ...row, ...changes };
      return { ...row, licensedOn, complaints, penalties, fictional, revision };
    },
    PractitionerMoved: (row, { data: { from, to }, revision }) =>
      row && { ...row, institutions: [...row.institutions.filter((each) => each !== from), to], revision },
    PractitionerStatusChanged: (row, { data: { status, occurredOn }, revision }) =>
      row && { ...row, status, statusSince: occurredOn, revision },
  }),
};
