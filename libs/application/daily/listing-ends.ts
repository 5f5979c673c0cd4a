import { dayOf } from '@srd/kernel';
import { standings, type StandingRow } from '@srd/views';
import { standingId } from '../desks/standings';
import { everyRow } from './every-row';
import type { DailyJob, Passing } from './job';

/** 期满自动移出: entries of the two lists whose last day has passed (C20, trap 8). */
export const listingEnds: DailyJob = function* (stores, now): Iterable<Passing> {
  for (const row of everyRow<StandingRow>(stores, standings.name, { where: { phase: 'listed' } })) {
    const { object, list, until, round } = row;
    if (until === null || until >= dayOf(now)) continue;
    const id = standingId(object, list);
    yield {
      aggregate: 'standing',
      id,
      command: { type: 'ExpireListing', data: {} },
      key: `${id}:${round}:end:${until}`,
    };
  }
};
