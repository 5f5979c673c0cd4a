import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client';

export type Start = Schemas['DeskStart'];
export type Me = Schemas['Me'];

const KEY = ['desk'] as const;

/** Mode, clock and who is signed in. */
export function useStart(): Start | undefined {
  return useStarting().data;
}

/** The same with how its loading goes. */
export function useStarting(): UseQueryResult<Start> {
  return useQuery({ queryKey: KEY, queryFn: loadStart, staleTime: 60_000, refetchInterval: 5 * 60_000 });
}

function loadStart(): Promise<Start> {
  return dataOf(api.GET('/api/v1/desk'));
}

/** Who is signed in. Only for pages inside the layout, which shows nobody anything before that is known. */
export function useMe(): Me {
  const me = useStart()?.me;
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** Today by the procedure's clock, `2024-08-20`. */
export function useToday(): string {
  return useStart()?.today ?? '';
}

/** Whether somebody holds one of the roles; no roles named means everybody. */
export function holds(me: Me, roles: readonly string[] | undefined): boolean {
  return roles === undefined || me.roles.some(({ role }) => roles.includes(role));
}

/** Forgets everything that belongs to who was signed in, and looks anew. */
export async function sessionChanged(queries: QueryClient): Promise<Start> {
  queries.clear();
  const start = await loadStart();
  queries.setQueryData(KEY, start);
  return start;
}

/**
 * Signs out here; other sessions of the account go on. The page is loaded anew, so that nothing of who was signed in stays in it.
 */
export async function signOut(to: string): Promise<void> {
  await api.DELETE('/api/v1/session').catch(() => undefined);
  window.location.assign(to);
}
