import { useQuery } from '@tanstack/react-query';
import type { Attempt, SelectionState } from '@srd/domain/selection';
import { api, dataOf, type Schemas } from '../api/client';

/** A series as its section sees it: every attempt, without the secret. */
export type Series = Omit<SelectionState, 'attempts'> & {
  readonly attempts: readonly SeriesAttempt[];
  readonly revision: number;
};
export type SeriesAttempt = Omit<Attempt, 'secret'>;
export type ContributorLink = Schemas['ContributorLinkRow'];

/** How often a room asks where its draw stands, in milliseconds: seals and openings come from phones. */
const EVERY = 1_500;

/** The attempts of a series; null while there is none. */
export function useSeries(series: string) {
  return useQuery({
    queryKey: ['series', series],
    queryFn: () => loadSeries(series),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.attempts.at(-1)) ? EVERY : false),
  });
}

async function loadSeries(series: string): Promise<Series | null> {
  const begun = (await dataOf(api.GET('/api/v1/draws', { params: { query: { series, limit: 1 } } }))) as unknown as {
    readonly items: readonly unknown[];
  };
  if (begun.items.length === 0) return null;
  const answer = await dataOf(api.GET('/api/v1/selections/{id}', { params: { path: { id: series } } }));
  return answer as unknown as Series;
}

export function isUnderWay(attempt: SeriesAttempt | undefined): boolean {
  return attempt !== undefined && !['revealed', 'voided', 'lost'].includes(attempt.phase);
}

/** The witnesses' links of the attempt under way. */
export function useLinks(series: string, draw: string | undefined) {
  return useQuery({
    queryKey: ['links', series, draw],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/selections/{id}/links', { params: { path: { id: series } } }))).items,
    enabled: draw !== undefined,
    staleTime: Infinity,
  });
}

/** Path of the page of a series' draw. */
export function drawPath(plan: string, series: string): string {
  return `/desk/draws/${encodeURIComponent(plan)}/${encodeURIComponent(series)}`;
}
