import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { LogUnavailable, RevisionConflict, type EventLog } from '@srd/runtime';
import { anEvent } from '../contracts/an-event';
import { Door } from './door';
import { EventStoreDouble } from './double';
import { withNamespace } from './namespace';
import { Nodes } from './nodes';
import { named } from './which';

/** How often the server is killed while everybody writes. */
const KILLS = Number(process.env['ESDB_TROUBLES'] ?? 50);
/** A shell command that kills the named server and starts it again. */
const RESTART = process.env['TEST_ESDB_RESTART'];

jest.setTimeout(1_200_000);

/** A server to write to, and what is done to it in turns. */
interface Arena {
  readonly url: string;
  readonly kill: () => Promise<void>;
  /** What else goes wrong between the kills. */
  readonly troubles: readonly (() => void)[];
  /** Sets right what still goes wrong. */
  calm(): void;
  dispose(): Promise<void>;
}

async function onTheDouble(): Promise<Arena> {
  const server = new EventStoreDouble();
  await server.start();
  let kills = 0;
  return {
    url: server.url,
    async kill() {
      await server.stop();
      await soon(kills++ % 3 === 0 ? 0 : 30);
      await server.start();
    },
    troubles: [
      () => server.cutConnections(),
      () => (server.faults.loseAnswers = 2),
      () => (server.faults.delay = server.faults.delay === 0 ? 15 : 0),
      () => (server.faults.lateCommits = 1),
      () => (server.faults.loseRequests = 2),
    ],
    calm: () => (server.faults.delay = 0),
    dispose: () => server.stop(),
  };
}

/** Through a door where there can be one: a single server without TLS. */
async function onTheNamed(url: string, restart: string): Promise<Arena> {
  const door = new Door();
  const single = /^esdb:\/\/(?:[^@/?]*@)?([^:,/?]+)(?::(\d+))?(?:[/?].*)?$/.exec(url);
  const doored = single !== null && /[?&]tls=false(&|$)/.test(url);
  if (doored) await door.before(Number(single[2] ?? 2113), single[1]);
  return {
    url: withNamespace(doored ? url.replace(/(\/\/(?:[^@/?]*@)?)[^/?]+/, `$1127.0.0.1:${door.port}`) : url),
    kill: async () => void (await promisify(exec)(restart)),
    troubles: doored ? [() => door.cut(), () => (door.delay = door.delay === 0 ? 15 : 0)] : [],
    calm: () => (door.delay = 0),
    dispose: () => door.close(),
  };
}

const whatItDoes =
  'loses nothing acknowledged, doubles nothing, and shows each event once, however often the server is killed, cut off and late';
const can = named === undefined || RESTART !== undefined;

(can ? it : it.skip)(
  can ? whatItDoes : `${whatItDoes} (not shown: give a command that restarts the server in TEST_ESDB_RESTART)`,
  async () => {
    const arena = await (named === undefined ? onTheDouble() : onTheNamed(named, RESTART!));
    const nodes = new Nodes();
    const logs = [await nodes.open(arena.url), await nodes.open(arena.url)];
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
    const some = async (): Promise<void> => {
      const before = acknowledged.size;
      await until(() => acknowledged.size >= before + 4);
    };
    for (let n = 0; n < KILLS; n++) {
      await some();
      arena.troubles[n % arena.troubles.length]?.();
      await some();
      await arena.kill();
    }
    over = true;
    arena.calm();
    await Promise.all(writers);

    const afresh = await (await nodes.open(arena.url)).readAll();
    const byId = new Map(afresh.map(({ event }) => [event.id, event.stream]));
    expect(byId.size).toBe(afresh.length);
    for (const [id, stream] of acknowledged) expect(byId.get(id)).toBe(stream);
    for (const [index, log] of logs.entries()) {
      expect(await log.readAll()).toEqual(afresh);
      await until(() => shown[index]!.length >= afresh.length);
      expect(shown[index]).toEqual(afresh.map(({ position }) => position));
    }
    await nodes.dispose();
    await arena.dispose();
  },
);

function follow(log: EventLog): number[] {
  const seen: number[] = [];
  log.subscribe({}, ({ position }) => void seen.push(position));
  return seen;
}

function soon(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits for a condition. @throws Error where it isn't met in two minutes */
async function until(met: () => boolean): Promise<void> {
  for (let turn = 0; !met(); turn++) {
    if (turn > 12_000) throw new Error('nothing goes on any more');
    await soon(10);
  }
}

async function standing(log: EventLog, stream: string, id: string): Promise<boolean> {
  return (await log.read(stream)).some((event) => event.id === id);
}
