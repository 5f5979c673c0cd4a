import { dayOf } from '@srd/kernel';
import { standings, type StandingRow } from '@srd/views';
import { standingId } from '../desks/standings';
import { everyRow } from './every-row';
import type { DailyJob, Passing } from './job';

/** Windows for 陈述申辩 that ended. */
export const hearings: DailyJob = function* (stores, now): Iterable<Passing> {
  for (const row of everyRow<StandingRow>(stores, standings.name, { where: { phase: 'notified' } })) {
    const { object, list, hearingUntil, case: from } = row;
    if (hearingUntil === null || hearingUntil >= dayOf(now)) continue;
    const id = standingId(object, list);
    const command = { type: 'CloseHearing', data: {} };
    yield { aggregate: 'standing', id, command, key: `${id}:hearing:${from}:${hearingUntil}` };
  }
};
