import { dayOf } from '@srd/kernel';
import { cases, type CaseRow } from '@srd/views';
import type { DailyJob, Passing } from './job';
import { everyRow } from './every-row';

/** Days of cases that ended without what was due on them (R73, R84). */
export const caseDeadlines: DailyJob = function* (stores, now): Iterable<Passing> {
  const today = dayOf(now);
  for (const { case: id, deadlines } of everyRow<CaseRow>(stores, cases.name)) {
    for (const due of deadlines.filter(({ on, passed }) => !passed && on < today)) {
      const command = { type: 'PassCaseDeadline', data: { deadline: due.id } };
      yield { aggregate: 'case', id, command, key: `${id}:${due.id}` };
    }
  }
};
