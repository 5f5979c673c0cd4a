import { draws, type DrawRow } from '@srd/views';
import { everyRow } from './every-row';
import type { DailyJob, Passing } from './job';

/** Draws that weren't revealed by the hour that they named. */
export const reveals: DailyJob = function* (stores, now): Iterable<Passing> {
  const waiting = { where: { phase: ['sealing', 'opening'], overdue: 0 } };
  for (const { series, draw, revealBy } of everyRow<DrawRow>(stores, draws.name, waiting)) {
    if (revealBy >= now) continue;
    yield { aggregate: 'selection', id: series, command: { type: 'MarkOverdue', data: {} }, key: `${draw}:overdue` };
  }
};
