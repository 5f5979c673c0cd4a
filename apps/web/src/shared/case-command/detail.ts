import { queryOptions } from '@tanstack/react-query';
import type { Allowed, CaseContext, Deadline, OpenCase, Stage } from '@srd/domain/case';
import { api, dataOf } from '../../api/client';

/** A case as `GET /api/v1/cases/{id}` tells it: its folded state in the domain's own words. */
export type CaseDetail = CaseContext & {
  readonly id: string;
  readonly procedure: OpenCase['procedure'];
  readonly stage: Stage;
  readonly at: string;
  readonly value: OpenCase['value'];
  readonly deadlines: readonly Deadline[];
  readonly allowed: Allowed;
  readonly revision: number;
};

/** The case of today. Everybody who shows it shares one answer. */
export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id],
    // Days and ids are strings in the description and types of their own in the domain: the domain's are taken.
    queryFn: () => dataOf<unknown>(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })) as Promise<CaseDetail>,
    staleTime: 2_000,
  });
}

/** Everything that the procedure accepts now: of the case as a whole, of each disposition, of each finding. */
export function allowedCommands({ allowed }: Pick<CaseDetail, 'allowed'>): readonly string[] {
  const parts = [allowed, ...allowed.dispositions, ...allowed.findings];
  return [...new Set(parts.flatMap(({ commands }) => commands as readonly string[]))];
}
