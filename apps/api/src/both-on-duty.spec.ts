import { closeStores, openStoresWith } from '@srd/adapters/stores';
import type { RecordedEvent } from '@srd/kernel';
import { alwaysOnDuty } from '@srd/runtime';
import { CLOCK, twoNodes } from '../../../test/esdb/two-nodes';
import { draw } from '../../../test/journeys/ceremony';
import {
  approveAndNotify,
  caseAt,
  caseOf,
  lawyers,
  nothingFound,
  record,
  visit,
} from '../../../test/journeys/inspection';
import { anotherNode, withStores } from '../../../test/journeys/place';
import { PLAN, task } from '../../../test/journeys/preparation';
import type { Start } from '../../../test/journeys/server';
import { buildServer } from './server';

const first = `${task(4)}-1`;

/** A server in this process that always thinks that it is on duty. */
const onDuty: Start = async (place) => {
  const sharedDir = place.sharedDir ?? place.dataDir;
  const settings = {
    ...place,
    sharedDir,
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
    trustedProxies: ['loopback'],
  } as const;
  const opened = await openStoresWith(settings);
  await opened.duty.close();
  const server = await buildServer({ ...opened, duty: alwaysOnDuty }, settings);
  await server.app.listen(0, '127.0.0.1');
  const ended = { code: 0, signal: null };
  const stop = async (): Promise<typeof ended> => {
    await server.stop();
    await closeStores(opened);
    return ended;
  };
  return {
    url: await server.app.getUrl(),
    lines: [],
    stop,
    kill: stop,
    terminate: () => void stop(),
    ended: Promise.resolve(ended),
  };
};

describe('two servers that both think they are on duty', () => {
  it('record what follows and what passes once, and one line of checkpoints', async () => {
    const { house, dispose } = await twoNodes(onDuty);
    await draw(house, { officer: lawyers.officer, plan: PLAN, series: task(4) });
    await caseAt(house, `${task(4)}-5`, 'awaiting-team');
    await draw(house, { officer: lawyers.officer, plan: PLAN, series: `${task(4)}:team` });
    await caseAt(house, first, 'awaiting-notice');
    await approveAndNotify(house, lawyers, first, '2023-07-10');
    await house.on('2023-07-18');
    await visit(house, lawyers, first, '2023-07-18');
    await record(house, lawyers, first, '2023-07-18', nothingFound);
    // The day of publication passes, at both.
    await house.on('2023-07-31');
    const { deadlines } = await caseOf(house, first);
    expect(deadlines.filter(({ passed }) => passed).length).toBeGreaterThan(0);
    const events = await withStores(anotherNode(house.place, 3, CLOCK), ({ log }) => log.readAll());
    await dispose();
    const keyed = events.filter(({ event }) => event.actor.startsWith('system:')).map(({ event }) => facts(event));
    expect(new Set(keyed).size).toBe(keyed.length);
    expect(keyed.length).toBeGreaterThan(10);
  });
});

/** What an event says, without what is its own: two that say the same are one too many. */
function facts({ stream, type, data, actor }: RecordedEvent): string {
  return JSON.stringify([stream, type, data, actor]);
}
