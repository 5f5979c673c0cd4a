import { memoryEventLog, memoryViews } from '@srd/adapters/memory';
import { refuser, type View } from '@srd/kernel';
import {
  CommandRunner,
  LogUnavailable,
  Projector,
  Reactor,
  systemChance,
  type Bookmark,
  type Position,
  type EventLog,
  type Reaction,
  type ViewsStore,
} from '@srd/runtime';
import { asked, clock, count, counter } from './counter';

interface Sum {
  readonly sum: number;
}

const sums: View<Sum> = {
  name: 'sums',
  version: 1,
  key: (event) => event.stream,
  organ: () => 'organ-1',
  columns: { sum: ({ sum }) => sum },
  on: { Counted: (row, event) => ({ sum: (row?.sum ?? 0) + Number(event.data['by']) }) },
};

const runnerOn = (log: EventLog) => new CommandRunner(log, clock(), systemChance);
const rows = (store: ViewsStore) => store.list('sums', { limit: 100 }).rows.map(({ key, row }) => [key, row]);

async function counted(log: EventLog, times: number): Promise<void> {
  const runner = runnerOn(log);
  for (let i = 0; i < times; i++) await runner.run(counter, `counter-${i % 7}`, count(1), asked);
}

describe('read models', () => {
  it('show a command’s outcome once its position is reached', async () => {
    const [log, store] = [memoryEventLog(), memoryViews()];
    const projector = new Projector(log, store, [sums as never]);
    await projector.start();
    const outcome = await runnerOn(log).run(counter, 'counter-1', count(3), asked);
    expect(await projector.reached(outcome.position)).toBe(true);
    expect(store.get('sums', 'counter-1')?.row).toEqual({ sum: 3 });
    await projector.stop();
  });

  it('say so when a position is not reached in time', async () => {
    const [log, store] = [memoryEventLog(), memoryViews()];
    const projector = new Projector(log, store, [sums as never]);
    await counted(log, 1);
    expect(await projector.reached(await log.head(), 20)).toBe(false);
  });

  it('go on after a restart where they stood, and are the same as built anew', async () => {
    const [log, store] = [memoryEventLog(), memoryViews()];
    await counted(log, 20);
    const first = new Projector(log, store, [sums as never]);
    await first.start();
    await first.stop();
    await counted(log, 15);
    const second = new Projector(log, store, [sums as never]);
    await second.start();
    const live = rows(store);
    expect(live).toHaveLength(7);
    await second.stop();
    await new Projector(log, store, [sums as never]).rebuild();
    expect(rows(store)).toEqual(live);
  });

  it('are built anew when their version changed', async () => {
    const [log, store] = [memoryEventLog(), memoryViews()];
    await counted(log, 3);
    const first = new Projector(log, store, [sums as never]);
    await first.start();
    await first.stop();
    const doubled: View<Sum> = {
      ...sums,
      version: 2,
      on: { Counted: (row, event) => ({ sum: (row?.sum ?? 0) + 2 * Number(event.data['by']) }) },
    };
    const second = new Projector(log, store, [doubled as never]);
    await second.start();
    expect(rows(store)).toEqual(['counter-0', 'counter-1', 'counter-2'].map((key) => [key, { sum: 2 }]));
    await second.stop();
  });

  it('that fail stop and say so, and nobody waits for them', async () => {
    const [log, store] = [memoryEventLog(), memoryViews()];
    const broken: View<Sum> = {
      ...sums,
      on: {
        Counted: () => {
          throw new Error('broken row');
        },
      },
    };
    const errors: string[] = [];
    const projector = new Projector(log, store, [broken as never], {}, (error) => errors.push(error.message));
    await projector.start();
    await counted(log, 1);
    expect(await projector.reached(await log.head(), 100)).toBe(false);
    expect(errors).toEqual(['broken row']);
    expect(projector.broken?.message).toBe('broken row');
    await projector.stop();
  });
});

/** A log that is away: each reading is refused until it is back. */
function awayNow(log: EventLog): { readonly log: EventLog; away: boolean; asked: number } {
  const state = {
    away: false,
    asked: 0,
    log: {
      ...log,
      readAll: async (options?: Parameters<EventLog['readAll']>[0]) => {
        state.asked++;
        if (state.away) throw new LogUnavailable('away');
        return log.readAll(options);
      },
    },
  };
  return state;
}

/** Until it was asked so often again. */
async function askedAgain(state: { readonly asked: number }): Promise<void> {
  for (const from = state.asked; state.asked < from + 2;) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('while the log is away', () => {
  it('read models stand still and go on by themselves afterwards', async () => {
    const [log, store] = [memoryEventLog(), memoryViews()];
    const state = awayNow(log);
    const projector = new Projector(state.log, store, [sums as never]);
    await projector.start();
    state.away = true;
    const outcome = await runnerOn(log).run(counter, 'counter-1', count(3), asked);
    await askedAgain(state);
    expect(projector.broken).toBeUndefined();
    state.away = false;
    expect(await projector.reached(outcome.position)).toBe(true);
    expect(store.get('sums', 'counter-1')?.row).toEqual({ sum: 3 });
    await projector.stop();
  });

  it('reactions wait and go on, and neither keeps anybody from stopping', async () => {
    const state = awayNow(memoryEventLog());
    const { log } = state;
    const seen: number[] = [];
    const watch: Reaction = { name: 'watch', on: { Counted: async ({ revision }) => void seen.push(revision) } };
    const kept = fromStart();
    let refused = 0;
    const forgetful: Bookmark = {
      read: () => kept.read(),
      keep: async (place) => {
        if (refused++ < 2) throw new LogUnavailable('away');
        await kept.keep(place);
      },
    };
    const reactor = new Reactor(log, forgetful, [watch], {}, () => {});
    await reactor.start();
    state.away = true;
    await runnerOn(log).run(counter, 'counter-1', count(1), asked);
    await askedAgain(state);
    expect(seen).toEqual([]);
    state.away = false;
    await reactor.idle();
    expect(seen).toEqual([0]);
    expect(await kept.read()).toBe(await log.head());
    state.away = true;
    await runnerOn(log).run(counter, 'counter-1', count(1), asked);
    await askedAgain(state);
    await reactor.stop();
  });
});

function bookmark(place: Position | 'start' | undefined): Bookmark {
  let kept = place;
  return {
    read: async () => kept,
    keep: async (next) => {
      kept = next;
    },
  };
}
const fromStart = (): Bookmark => bookmark('start');

describe('reactions', () => {
  const refuse = refuser({ NOT_TODAY: { title: '今天不行', basis: '本系统' } });

  function echo(log: EventLog, failing: (revision: number) => void = () => {}): Reaction {
    const runner = runnerOn(log);
    return {
      name: 'echo',
      on: {
        Counted: async (event) => {
          if (!event.stream.startsWith('counter-')) return;
          failing(event.revision);
          await runner.run(counter, `echo-${event.stream}`, count(1), {
            actor: 'system:echo',
            correlation: event.meta.correlation,
            causation: event.id,
            key: `echo:${event.id}`,
          });
        },
      },
    };
  }

  it('follow once from each cause, though an event is handed over again', async () => {
    const log = memoryEventLog();
    await counted(log, 5);
    for (let start = 0; start < 3; start++) {
      const reactor = new Reactor(log, fromStart(), [echo(log)], {}, () => {});
      await reactor.start();
      await reactor.stop();
    }
    const echoes = (await log.readAll()).filter(({ event }) => event.stream.startsWith('echo-'));
    expect(echoes.map(({ event }) => event.meta.causation)).toHaveLength(5);
    expect(new Set(echoes.map(({ event }) => event.meta.causation)).size).toBe(5);
  });

  it('go on after a restart where they stood, and on a log from elsewhere at its end', async () => {
    const log = memoryEventLog();
    const seen: string[] = [];
    const watch: Reaction = { name: 'watch', on: { Counted: async ({ stream }) => void seen.push(stream) } };
    const kept = fromStart();
    const run = async (bookmark: Bookmark) => {
      const reactor = new Reactor(log, bookmark, [watch], {}, () => {});
      await reactor.start();
      await reactor.stop();
    };
    await counted(log, 3);
    await run(kept);
    await counted(log, 1);
    await run(kept);
    expect(seen).toHaveLength(4);
    const foreign = bookmark(undefined);
    await run(foreign);
    expect(seen).toHaveLength(4);
    await counted(log, 1);
    await run(foreign);
    expect(seen).toHaveLength(5);
  });

  it('miss nothing that was recorded before a crash, though nothing had followed yet', async () => {
    const log = memoryEventLog();
    const empty = bookmark(undefined);
    const first = new Reactor(log, empty, [], {}, () => {});
    await first.start();
    await first.stop();
    await counted(log, 1);
    const seen: string[] = [];
    const watch: Reaction = { name: 'watch', on: { Counted: async ({ stream }) => void seen.push(stream) } };
    const second = new Reactor(log, empty, [watch], {}, () => {});
    await second.start();
    await second.stop();
    expect(seen).toEqual(['counter-0']);
  });

  it('that are refused are reported, and the next one follows', async () => {
    const log = memoryEventLog();
    const reported: string[] = [];
    await runnerOn(log).run(counter, 'counter-1', count(1), asked);
    await runnerOn(log).run(counter, 'counter-1', count(1), asked);
    const reaction = echo(log, (revision) => {
      if (revision === 0) refuse('NOT_TODAY');
    });
    const reactor = new Reactor(log, fromStart(), [reaction], {}, (name, event, error) =>
      reported.push(`${name} ${event.stream}@${event.revision} ${error.message}`),
    );
    await reactor.start();
    expect(reported).toEqual(['echo counter-1@0 NOT_TODAY: 今天不行']);
    expect(await log.read('echo-counter-1')).toHaveLength(1);
    await reactor.stop();
  });

  it('that fail for another reason are tried until they go through', async () => {
    const log = memoryEventLog();
    let failures = 2;
    await runnerOn(log).run(counter, 'counter-1', count(1), asked);
    const reaction = echo(log, () => {
      if (failures-- > 0) throw new Error('disk full');
    });
    const reactor = new Reactor(log, fromStart(), [reaction], {}, () => {});
    await reactor.start();
    expect(await log.read('echo-counter-1')).toHaveLength(1);
    await reactor.stop();
  });
});
