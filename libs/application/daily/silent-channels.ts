import { defaultPractice } from '@srd/domain/case';
import { currentRules, organ } from '@srd/domain/organ';
import { addDays, dayOf, type Day, type Id } from '@srd/kernel';
import { integrityFiles, standings, type IntegrityRow, type StandingRow } from '@srd/views';
import { standingId } from '../desks/standings';
import { everyRow } from './every-row';
import type { DailyJob, Passing } from './job';

/** Channels that haven't answered for a listing or for credit data within the organ's days: failed there, and free to be tried again (R74, R96). */
export const silentChannels: DailyJob = async function* (stores, now, runner): AsyncIterable<Passing> {
  const today = dayOf(now);
  const days = new Map<Id, number>();
  const lastDay = async (of: Id, since: Day): Promise<Day> => {
    let known = days.get(of);
    if (known === undefined) {
      const { state } = await runner.load(organ, `organ-${of}`);
      known = (state && currentRules(state).rules.receiptDays?.value) ?? defaultPractice.receiptDays.value;
      days.set(of, known);
    }
    return addDays(since, known);
  };
  const waiting = { where: { waiting: 1 } };

  for (const row of everyRow<StandingRow>(stores, standings.name, waiting)) {
    const id = standingId(row.object, row.list);
    for (const { publication, posted } of row.publications) {
      for (const { channel, status, postedOn } of posted) {
        if (status !== 'posted') continue;
        const last = await lastDay(row.organ, postedOn);
        if (today <= last) continue;
        const data = { publication, channel, reason: `至 ${last} 未收到回执` };
        const key = `${id}:${publication}:${channel}:${postedOn}`;
        yield { aggregate: 'standing', id, command: { type: 'FailListingPosting', data }, key };
      }
    }
  }
  for (const { object, organ: of, state } of everyRow<IntegrityRow>(stores, integrityFiles.name, waiting)) {
    for (const { batch, status, sentAt } of state.batches) {
      if (status !== 'sent') continue;
      const last = await lastDay(of, dayOf(sentAt));
      if (today <= last) continue;
      const data = { batch, reason: `至 ${last} 未收到回执` };
      yield {
        aggregate: 'integrity',
        id: object,
        command: { type: 'FailCreditData', data },
        key: `${object}:${batch}`,
      };
    }
  }
};
