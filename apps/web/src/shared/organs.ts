import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client';

export type Organ = Schemas['OrganCard'];

/** The organs that the asker sees, by id; empty while they are on their way. */
export function useOrgans(): ReadonlyMap<string, Organ> {
  const { data } = useQuery({
    queryKey: ['organs'],
    queryFn: async () => {
      const { items } = await dataOf(api.GET('/api/v1/organs', { params: { query: { limit: 200 } } }));
      return new Map(items.map((organ) => [organ.id, organ]));
    },
    staleTime: 10 * 60_000,
  });
  return data ?? new Map();
}

/** The ids of all their sections. */
export function sectionsIn(organs: ReadonlyMap<string, Organ>): ReadonlySet<string> {
  return new Set([...organs.values()].flatMap(({ sections }) => sections.map(({ id }) => id)));
}

/** A section's name in its organ; its id where the organ isn't known. */
export function sectionName(organs: ReadonlyMap<string, Organ>, organ: string, section: string): string {
  return organs.get(organ)?.sections.find(({ id }) => id === section)?.name ?? section;
}
