import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, dataOf, type Schemas } from '../api/client';

/** `ended`: the session is over, and the page stays as who was signed in had it until somebody signs in again. */
export type Start = Schemas['DeskStart'] & { readonly ended?: boolean };
export type Me = Schemas['Me'];

const KEY = ['desk'] as const;

/** How often it is asked anew, in milliseconds: days pass by themselves, but in the demonstration by somebody's hand. */
const ANEW = { real: 5 * 60_000, demo: 5_000 };

/** Mode, clock and who is signed in. */
export function useStart(): Start | undefined {
  return useStarting().data;
}

/** The same with how its loading goes. */
export function useStarting(): UseQueryResult<Start> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: KEY,
    queryFn: async (): Promise<Start> => {
      const before = queries.getQueryData<Start>(KEY)?.me;
      const start = await loadStart();
      // What is filled in on a page isn't lost with the session.
      return before && !start.me ? { ...start, me: before, ended: true } : start;
    },
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.mode === 'demo' ? ANEW.demo : ANEW.real),
  });
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

/** Asks for everything anew when another day has begun: what is due and how long something waits is another's then. */
export function useNewDay(): void {
  const queries = useQueryClient();
  const today = useToday();
  const seen = useRef(today);
  useEffect(() => {
    if (seen.current === today) return;
    seen.current = today;
    void queries.invalidateQueries();
  }, [queries, today]);
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

/** Goes on where the session ended, when the same person has signed in again; for somebody else the page is loaded anew. */
export async function sessionResumed(queries: QueryClient, before: Me): Promise<void> {
  const start = await loadStart();
  if (start.me?.account !== before.account) return window.location.assign('/desk');
  queries.setQueryData(KEY, start);
  await queries.invalidateQueries();
}

/**
 * Signs out here; other sessions of the account go on. The page is loaded anew, so that nothing of who was signed in stays in it.
 */
export async function signOut(to: string): Promise<void> {
  await api.DELETE('/api/v1/session').catch(() => undefined);
  window.location.assign(to);
}
