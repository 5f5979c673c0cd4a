import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { byDay, type Line } from './ledger';

const AT_ONCE = 200;

/** All that is still to be followed up, the earliest day first. */
export const followUpsQuery = queryOptions({
  queryKey: ['follow-ups'],
  queryFn: async () => {
    const lines: Line[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) };
      const page = await dataOf(api.GET('/api/v1/follow-ups', { params: { query } }));
      lines.push(...page.items);
      cursor = page.next;
    }
    return lines.toSorted(byDay);
  },
});
