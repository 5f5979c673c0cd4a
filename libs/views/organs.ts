import type { OrganEvent } from '@srd/domain/organ';
import type { View } from '@srd/kernel';
import { rows } from './rows';

export interface OrganRow {
  readonly organ: string;
  readonly name: string;
  readonly kind: 'judicial' | 'partner';
  readonly level: 'municipal' | 'county';
  readonly superior: string | null;
  readonly sections: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly rulesVersion: number;
  readonly revision: number;
}

/** The organs with their sections and the version of their rules. */
export const organs: View<OrganRow> = {
  name: 'organs',
  version: 1,
  key: ({ stream }) => stream.slice('organ-'.length),
  organ: ({ organ }) => organ,
  columns: { superior: ({ superior }) => superior, name: ({ name }) => name, kind: ({ kind }) => kind },
  on: rows<OrganRow, OrganEvent>({
    OrganFounded: (_, { data: { organ, name, kind, level, superior, sections } }) => {
      const brief = sections.map((section) => ({ id: section.id, name: section.name, kind: section.kind }));
      return { organ, name, kind, level, superior, sections: brief, rulesVersion: 1, revision: 0 };
    },
    RulesRevised: (row, { data, revision }) => row && { ...row, rulesVersion: data.version, revision },
    OrganRenamed: (row, { data, revision }) => row && { ...row, name: data.name, revision },
    SectionsRevised: (row, { data, revision }) =>
      row && { ...row, sections: data.sections.map(({ id, name, kind }) => ({ id, name, kind })), revision },
  }),
};
