import type { CircularEvent, NamedAsKnown } from '@srd/domain/circular';
import type { View } from '@srd/kernel';
import { rows } from './rows';

export const circularStatuses = ['drafted', 'issued', 'withdrawn'] as const;

export interface CircularRow {
  readonly circular: string;
  readonly organ: string;
  readonly section: string | null;
  readonly title: string;
  readonly number: string;
  readonly task: string | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly audience: 'public' | 'organs';
  readonly text: string;
  readonly named: readonly NamedAsKnown[];
  readonly status: (typeof circularStatuses)[number];
  readonly draftedBy: string;
  readonly issuedBy: string | null;
  readonly issuedOn: string | null;
  readonly withdrawn: { readonly reason: string; readonly on: string } | null;
  readonly revision: number;
}

/** 随机抽查通报 of every organ (R95). */
export const circulars: View<CircularRow> = {
  name: 'circulars',
  version: 1,
  key: ({ stream }) => stream,
  organ: ({ organ }) => organ,
  columns: {
    status: ({ status }) => status,
    audience: ({ audience }) => audience,
    task: ({ task }) => task,
    issuedOn: ({ issuedOn }) => issuedOn,
    /** What the public may read: issued for it, withdrawn ones with a word of it. */
    public: ({ audience, status }) => (audience === 'public' && status !== 'drafted' ? 1 : 0),
  },
  on: rows<CircularRow, CircularEvent>({
    CircularDrafted: (_, { data, stream, actor, revision }) => ({
      circular: stream.slice('circular-'.length),
      ...data,
      status: 'drafted',
      draftedBy: actor,
      issuedBy: null,
      issuedOn: null,
      withdrawn: null,
      revision,
    }),
    CircularIssued: (row, { data, actor, revision }) =>
      row && { ...row, status: 'issued', issuedBy: actor, issuedOn: data.issuedOn, revision },
    CircularWithdrawn: (row, { data, revision }) =>
      row && { ...row, status: 'withdrawn', withdrawn: { reason: data.reason, on: data.occurredOn }, revision },
  }),
};
