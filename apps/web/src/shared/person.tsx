import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';

/** Ids asked for in this turn of the loop, so that a page of names is one request. */
let waiting: Map<string, ((name: string | undefined) => void)[]> | undefined;

/** The name behind a person's id; undefined when they aren't known or were forgotten. */
export function nameOf(id: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    if (waiting === undefined) {
      waiting = new Map();
      setTimeout(() => {
        const asked = waiting!;
        waiting = undefined;
        void askFor(asked);
      });
    }
    waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
  });
}

async function askFor(asked: ReadonlyMap<string, ((name: string | undefined) => void)[]>): Promise<void> {
  const ids = [...asked.keys()];
  for (let from = 0; from < ids.length; from += 200) {
    const some = ids.slice(from, from + 200);
    const found = await dataOf(api.GET('/api/v1/persons', { params: { query: { ids: some } } })).catch(() => undefined);
    const names = new Map(found?.items.map(({ id, name }) => [id, name]));
    for (const id of some) for (const resolve of asked.get(id) ?? []) resolve(names.get(id));
  }
}

/** The name behind an id: null when none is known, undefined while it is on its way. */
export function useName(id: string | undefined): string | null | undefined {
  return useQuery({
    queryKey: ['person', id],
    queryFn: async () => (await nameOf(id!)) ?? null,
    enabled: id !== undefined,
    staleTime: Infinity,
  }).data;
}

/** Names of several people at once, by id; undefined while the first are on their way. When others come to them, a form that is open stays. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, string> | undefined {
  const wanted = [...new Set(ids)].toSorted();
  return useQuery({
    queryKey: ['people', wanted],
    queryFn: async () => {
      const names = await Promise.all(wanted.map(async (id) => [id, (await nameOf(id)) ?? id] as const));
      return new Map(names);
    },
    staleTime: Infinity,
    placeholderData: (before) => {
      if (wanted.length === 0) return new Map<string, string>();
      return before?.size === 0 ? undefined : before;
    },
  }).data;
}

/** A person by name, given their own id or their account's; by id where no name is known, as a mark until it has come. */
export function Person({ id }: { id: string }) {
  const system = id.startsWith('system:');
  const name = useName(system ? undefined : id);
  return <>{system ? '系统' : name === undefined ? '…' : (name ?? id)}</>;
}
