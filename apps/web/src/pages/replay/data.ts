import { queryOptions } from '@tanstack/react-query';
import type { CaseVersion, OpenCase } from '@srd/domain/case';
import { api, dataOf, type Schemas } from '../../api/client';

export type Step = Schemas['CasePathStep'];

/** The case as it stood, in the words of the case of today. */
export type Then = { readonly procedure: CaseVersion; readonly at: string } & Pick<OpenCase, 'value'>;

/** What was true on a day, as far as is known today. */
export interface TrueThen {
  readonly state: Then | null;
  readonly revision: number;
  readonly leftOut: readonly { readonly revision: number; readonly type: string }[];
}

/** What was recorded stays as it is: a state that was asked for once needn't be asked for again. */
const staleTime = Infinity;

/** Where each event left the case. */
export const pathQuery = (id: string) =>
  queryOptions({
    queryKey: ['replay', id, 'path'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/cases/{id}/path', { params: { path: { id } } }))).items,
  });

/** The state after an event; null before the first. */
export const atQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['replay', id, 'at', revision],
    queryFn: async (): Promise<Then | null> => {
      if (revision < 0) return null;
      const params = { path: { id, revision: String(revision) } };
      const answer = await dataOf(api.GET('/api/v1/cases/{id}/at/{revision}', { params }));
      const { case: _case, revision: _revision, ...then } = answer;
      // States are plain in the description and the chart's own in the domain.
      return then as Then;
    },
    staleTime,
  });

/** The state that was true on a day; `last` is the newest event, since a later one may change what is known of the day. */
export const trueQuery = (id: string, on: string | undefined, last: number) =>
  queryOptions({
    queryKey: ['replay', id, 'true', on ?? '', last],
    queryFn: async (): Promise<TrueThen> => {
      if (on === undefined) return { state: null, revision: -1, leftOut: [] };
      const params = { path: { id }, query: { on } };
      return (await dataOf(api.GET('/api/v1/cases/{id}/as-true', { params }))) as TrueThen;
    },
    staleTime,
  });

export const historyQuery = (id: string, path: string, last: number) =>
  queryOptions({
    queryKey: ['replay', id, 'history', path, last],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}/fields/{path}/history', { params: { path: { id, path } } })),
    staleTime,
  });
