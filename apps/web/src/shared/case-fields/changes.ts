import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { isBlank, isElsewhere } from './telling';

export type Change = Schemas['FieldChangeRow'];

/** What the events after one and up to another changed, field by field. What was recorded stays: it needn't be asked for again. */
export const changesQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['changes', id, from, to],
    queryFn: async (): Promise<readonly Change[]> => {
      const params = { path: { id }, query: { from, to } };
      const { items } = await dataOf(api.GET('/api/v1/cases/{id}/diff', { params }));
      return items.filter(({ path, before, after }) => !isElsewhere(path) && !(isBlank(before) && isBlank(after)));
    },
    staleTime: Infinity,
  });
