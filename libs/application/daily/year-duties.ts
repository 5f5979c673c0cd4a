import { isLapsed, report } from '@srd/domain/report';
import { dayOf } from '@srd/kernel';
import { organs, type OrganRow } from '@srd/views';
import { Evidence } from '../evidence';
import { yearDuties, yearId, yearsOf, yearStream } from '../years/facts';
import { everyRow } from './every-row';
import type { DailyJob, Passing } from './job';

/** Days of an organ's year that passed without rosters, item lists or the annual report (R15–R17, R99, C22). */
export const yearLapses: DailyJob = async function* (stores, now, runner): AsyncIterable<Passing> {
  const today = dayOf(now);
  for (const { organ } of everyRow<OrganRow>(stores, organs.name, { where: { kind: 'judicial' } })) {
    for (const year of await yearsOf(runner, organ, today)) {
      const id = yearId(organ, year);
      const { state } = await runner.load(report, yearStream(id));
      for (const due of await yearDuties(new Evidence(runner), organ, year)) {
        if (!isLapsed(due, today) || Object.hasOwn(state.lapsed, due.duty)) continue;
        const command = { type: 'LapseDuty', data: { duty: due.duty } };
        yield { aggregate: 'report', id, command, key: `${id}:${due.duty}:${due.dueOn}` };
      }
    }
  }
};
