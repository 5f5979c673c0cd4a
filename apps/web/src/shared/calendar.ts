import { useQuery } from '@tanstack/react-query';
import type { CalendarDays } from '@srd/domain/calendar';
import { api, dataOf } from '../api/client';

/** The state calendar as it was entered; undefined while it is on its way. */
export function useCalendar(): CalendarDays | undefined {
  return useQuery({
    queryKey: ['calendar'],
    queryFn: async () => {
      const { items } = await dataOf(api.GET('/api/v1/calendar'));
      return Object.fromEntries(items.map(({ year, ...days }) => [year, days])) as unknown as CalendarDays;
    },
    staleTime: 60 * 60_000,
  }).data;
}
