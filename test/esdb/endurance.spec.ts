import { LogUnavailable, RevisionConflict, type EventLog } from '@srd/runtime';
import { anEvent } from '../contracts/an-event';
import { EventStoreDouble } from './double';
import { Nodes } from './nodes';

/** How often the server is killed, cut off or slowed down while everybody writes. */
const TROUBLES = Number(process.env['ESDB_TROUBLES'] ?? 50);

jest.setTimeout(600_000);

it('loses nothing acknowledged, doubles nothing, and shows each event once, however often the server dies', async () => {
  const server = new EventStoreDouble();
  const nodes = new Nodes();
  await server.start();
  const logs = [await nodes.open(server.url), await nodes.open(server.url)];
  const shown = logs.map((log) => follow(log));
  const acknowledged = new Map<string, string>();
  let over = false;

  /** Writes until the troubles are over, each event under its own id however often it has to be tried. */
  const writer = async (log: EventLog, stream: string): Promise<void> => {
    for (let n = 0; !over; n++) {
      const events = Array.from({ length: 1 + (n % 3) }, () => anEvent({ data: { n } }));
      for (;;) {
        try {
          const [last] = await log.read(stream, { direction: 'backwards', limit: 1 });
          const stands = await standing(log, stream, events.at(-1)!.id);
          if (!stands) await log.append(stream, last?.revision ?? 'none', events);
          for (const { id } of events) acknowledged.set(id, stream);
          break;
        } catch (error) {
          if (!(error instanceof LogUnavailable) && !(error instanceof RevisionConflict)) throw error;
        }
      }
    }
  };
  const writers = logs.flatMap((log, node) =>
    ['a', 'b', 'shared'].map((name) => writer(log, name === 'shared' ? 'case-shared' : `case-${node}${name}`)),
  );
  for (let n = 0; n < TROUBLES; n++) {
    const before = server.records.all.length;
    await until(() => server.records.all.length >= before + 4);
    if (n % 5 === 1) server.cutConnections();
    else if (n % 5 === 2) server.faults.loseAnswers = 2;
    else if (n % 5 === 3) server.faults.delay = server.faults.delay === 0 ? 15 : 0;
    else {
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, n % 3 === 0 ? 0 : 30));
      await server.start();
    }
  }
  over = true;
  server.faults.delay = 0;
  await Promise.all(writers);

  const written = server.records.all.filter(({ stream }) => stream.startsWith('srd.case-'));
  expect(new Set(written.map(({ id }) => id)).size).toBe(written.length);
  const byId = new Map(written.map((event) => [event.id, event.stream]));
  for (const [id, stream] of acknowledged) expect(byId.get(id)).toBe(`srd.${stream}`);
  for (const [index, log] of logs.entries()) {
    const all = await log.readAll();
    expect(all.map(({ event }) => event.id)).toEqual(written.map(({ id }) => id));
    await until(() => shown[index]!.length >= all.length);
    expect(shown[index]).toEqual(all.map(({ position }) => position));
  }
  await nodes.dispose();
  await server.stop();
});

function follow(log: EventLog): number[] {
  const seen: number[] = [];
  log.subscribe({}, ({ position }) => void seen.push(position));
  return seen;
}

/** Waits for a condition, half a minute at most. */
async function until(met: () => boolean): Promise<void> {
  for (let turn = 0; !met() && turn < 3_000; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function standing(log: EventLog, stream: string, id: string): Promise<boolean> {
  return (await log.read(stream)).some((event) => event.id === id);
}
