import type { RecordedEvent, View } from '@srd/kernel';

/** The case behind a code that was shown on arrival. */
export interface VisitCodeRow {
  readonly code: string;
  readonly case: string;
  readonly organ: string | null;
}

const codeOf = ({ data }: RecordedEvent): string | null =>
  typeof data['visitCode'] === 'string' ? data['visitCode'] : null;

/** 检查码: each visit has its own, and the public page finds its case by it (国办发〔2024〕54号). */
export const visitCodes: View<VisitCodeRow> = {
  name: 'visitCodes',
  version: 1,
  key: (event) => codeOf(event) ?? event.id,
  organ: ({ organ }) => organ,
  columns: { code: ({ code }) => code },
  on: {
    VisitOpened: (_, event) => {
      const code = codeOf(event);
      return code === null ? undefined : { code, case: event.stream.slice('case-'.length), organ: null };
    },
  },
};
