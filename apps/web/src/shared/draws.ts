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
/** The same while nothing is under way: somebody else may freeze, for the first time or again. */
const AHEAD = 4_000;

/** The attempts of a series; null while there is none. What is revealed doesn't change by itself. */
export function useSeries(series: string) {
  return useQuery({
    queryKey: ['series', series],
    queryFn: () => loadSeries(series),
    refetchInterval: ({ state }) => {
      const attempt = state.data?.attempts.at(-1);
      if (attempt?.phase === 'revealed') return false;
      return isUnderWay(attempt) ? EVERY : AHEAD;
    },
  });
}

async function loadSeries(series: string): Promise<Series | null> {
  const begun = await dataOf(api.GET('/api/v1/draws', { params: { query: { series, limit: 1 } } }));
  if (begun.items.length === 0) return null;
  const answer = await dataOf(api.GET('/api/v1/selections/{id}', { params: { path: { id: series } } }));
  // Requests and phases are plain in the description and types of their own in the domain: the domain's are taken.
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

/** The plan and the task that a series draws for, by name; undefined while they are on their way, or where the asker doesn't see them. */
export function useTaskOf(series: string): TaskNamed | undefined {
  const id = series.split(':')[0] ?? '';
  return useTasks().get(id);
}

/** A task and its plan by name. */
export interface TaskNamed {
  readonly planId: string;
  readonly plan: string;
  readonly task: string;
  readonly year: number;
}

/** Every task of the plans that the asker sees, by id. */
export function useTasks(): ReadonlyMap<string, TaskNamed> {
  const { data } = useQuery({
    queryKey: ['plans', 'tasks'],
    queryFn: async () => {
      const { items } = await dataOf(api.GET('/api/v1/plans', { params: { query: { limit: 200 } } }));
      return new Map(
        items.flatMap(({ id: planId, title, year, tasks }) =>
          Object.entries(tasks).map(([id, { name }]) => [id, { planId, plan: title, task: name, year }] as const),
        ),
      );
    },
    staleTime: 10 * 60_000,
  });
  return data ?? new Map();
}

/** Numbers and institutions of a series' cases, by id. */
export function useCasesOf(series: string): ReadonlyMap<string, Pick<Schemas['CaseCard'], 'number' | 'name'>> {
  const task = series.split(':')[0] ?? '';
  const { data } = useQuery({
    queryKey: ['cases-of', task],
    queryFn: async () => {
      const query = { task, limit: 200 };
      const { items } = await dataOf(api.GET('/api/v1/cases', { params: { query } }));
      return new Map(items.map((card) => [card.id, card]));
    },
    staleTime: 60_000,
  });
  return data ?? new Map();
}

/** What a series draws: it stands in its id (draw protocol, steps). */
export function whatIsDrawn(series: string): '检查对象' | '执法检查人员' | '法律服务人员' {
  if (/:team(:\d+)?$/.test(series)) return '执法检查人员';
  return series.endsWith(':practitioners') ? '法律服务人员' : '检查对象';
}

/** An attempt as people call it, `2024年对公证处的行政检查：抽取检查对象（第 1 次）`, and its page; undefined where its task isn't known. */
export function drawNamed(
  draw: string,
  tasks: ReadonlyMap<string, TaskNamed>,
): { readonly name: string; readonly path: string } | undefined {
  const [, series = '', attempt] = /^(.+)\.(\d+)$/.exec(draw) ?? [];
  const of = tasks.get(series.split(':')[0] ?? '');
  return (
    of && {
      name: `${of.year}年${of.task}：抽取${whatIsDrawn(series)}（第 ${attempt} 次）`,
      path: drawPath(of.planId, series),
    }
  );
}

/** Path of the page of a series' draw. */
export function drawPath(plan: string, series: string): string {
  return `/desk/draws/${encodeURIComponent(plan)}/${encodeURIComponent(series)}`;
}
