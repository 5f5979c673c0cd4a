import { CorruptHistory, Refusal, type Instant } from '@srd/kernel';
import { memoryEventLog } from '@srd/adapters/memory';
import { KeyReused, Stale } from '@srd/runtime';
import { asked, count, counter, runnerOn } from './counter';

describe('a command', () => {
  it('is recorded in the form of the log, with what it rested on', async () => {
    const { runner, log } = runnerOn();
    const outcome = await runner.run(
      counter,
      'counter-1',
      () => ({ ...count(3)(), basedOn: [{ stream: 'organ-1', revision: 4 }] }),
      { ...asked, meta: { role: 'section-officer' } },
    );
    expect(outcome).toMatchObject({ state: 3, revision: 0, repeated: false });
    expect(await log.read('counter-1')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
        stream: 'counter-1',
        revision: 0,
        type: 'Counted',
        version: 1,
        at: '2024-06-03T01:00:00.000Z',
        actor: 'officer-1',
        meta: {
          correlation: 'c-1',
          causation: null,
          basedOn: [{ stream: 'organ-1', revision: 4 }],
          command: 'Count',
          role: 'section-officer',
        },
        salt: expect.stringMatching(/^[0-9a-f]{32}$/),
        data: { by: 3 },
      },
    ]);
  });

  it('that is refused records nothing', async () => {
    const { runner, log } = runnerOn();
    await expect(runner.run(counter, 'counter-1', count(11), asked)).rejects.toThrow(Refusal);
    expect(await log.head()).toBeUndefined();
  });

  it('that leads to nothing records nothing', async () => {
    const { runner, log } = runnerOn();
    expect(await runner.run(counter, 'counter-1', count(0), asked)).toMatchObject({ revision: -1, recorded: [] });
    expect(await log.head()).toBeUndefined();
  });

  it('starts again from the top when another writer came first, with fresh facts', async () => {
    const { runner, log } = runnerOn();
    const other = runnerOn(log).runner;
    const seen: number[] = [];
    const outcome = await runner.run(
      counter,
      'counter-1',
      async (state) => {
        seen.push(state);
        if (seen.length === 1) await other.run(counter, 'counter-1', count(2), { ...asked, actor: 'officer-2' });
        return count(3)();
      },
      asked,
    );
    expect(seen).toEqual([0, 2]);
    expect(outcome).toMatchObject({ state: 5, revision: 1 });
  });

  it('with the revision its giver saw is refused when there is a newer one, and says what is new', async () => {
    const { runner } = runnerOn();
    await runner.run(counter, 'counter-1', count(1), asked);
    await runner.run(counter, 'counter-1', count(1), { ...asked, expected: 0 });
    const late = runner.run(counter, 'counter-1', count(1), { ...asked, expected: 0 });
    await expect(late).rejects.toThrow(Stale);
    await late.catch((error: Stale) => {
      expect(error).toMatchObject({ expected: 0, actual: 1 });
      expect(error.since.map(({ revision }) => revision)).toEqual([1]);
    });
  });

  it('100 at once on one stream all go through, one revision each', async () => {
    const { runner } = runnerOn();
    const endless: typeof counter = {
      initial: 0,
      evolve: (sum, { data }) => sum + data.by,
      decide: ({ data }) => [{ type: 'Counted', data }],
    };
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => runner.run(endless, 'counter-1', count(1), asked)),
    );
    expect(outcomes.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
  });
});

describe('an idempotency key', () => {
  it('gives the first answer to the same command, ten at once too', async () => {
    const { runner, log } = runnerOn();
    const keyed = { ...asked, key: 'k-1', body: { by: 3 } };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => runner.run(counter, 'counter-1', count(3), keyed)),
    );
    expect(outcomes.map(({ state, revision }) => [state, revision])).toEqual(Array(10).fill([3, 0]));
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await log.read('counter-1')).toHaveLength(1);
    expect(await runnerOn(log).runner.run(counter, 'counter-1', count(3), keyed)).toMatchObject({ repeated: true });
  });

  it('refuses another command, and is its giver’s own', async () => {
    const { runner } = runnerOn();
    await runner.run(counter, 'counter-1', count(3), { ...asked, key: 'k-1', body: { by: 3 } });
    await expect(runner.run(counter, 'counter-1', count(4), { ...asked, key: 'k-1', body: { by: 4 } })).rejects.toThrow(
      KeyReused,
    );
    expect(
      await runner.run(counter, 'counter-1', count(4), { ...asked, actor: 'officer-2', key: 'k-1', body: { by: 4 } }),
    ).toMatchObject({ state: 7 });
  });
});

describe('time', () => {
  it('never goes back in the log, whatever the clock does, after a restart too', async () => {
    const { runner, log, at } = runnerOn();
    at.moveTo('2024-06-05T01:00:00.000Z' as Instant);
    await runner.run(counter, 'counter-1', count(1), asked);
    await runnerOn(log).runner.run(counter, 'counter-2', count(1), asked);
    expect((await log.readAll()).map(({ event }) => event.at)).toEqual(Array(2).fill('2024-06-05T01:00:00.000Z'));
  });
});

describe('history', () => {
  const old = { counted: [(data: object) => ({ by: Number((data as { amount: number }).amount) })] };

  it('of an older version is read through the chain of upcasts, and its bytes stay', async () => {
    const log = memoryEventLog();
    await runnerOn(log).runner.run(
      { ...counter, evolve: () => 0, decide: () => [{ type: 'Counted', data: { amount: 4 } as never }] },
      'counter-1',
      count(1),
      asked,
    );
    const { runner } = runnerOn(log, { Counted: old.counted });
    const outcome = await runner.run(counter, 'counter-1', count(1), asked);
    expect(outcome.state).toBe(5);
    expect((await log.read('counter-1')).map(({ version, data }) => [version, data])).toEqual([
      [1, { amount: 4 }],
      [2, { by: 1 }],
    ]);
  });

  it('that the procedure does not allow is an alarm, not an answer', async () => {
    const log = memoryEventLog();
    const careless = {
      ...counter,
      evolve: (n: number) => n,
      decide: () => [{ type: 'Counted' as const, data: { by: 11 } }],
    };
    await runnerOn(log).runner.run(careless, 'counter-1', count(1), asked);
    await expect(runnerOn(log).runner.run(counter, 'counter-1', count(1), asked)).rejects.toThrow(CorruptHistory);
  });
});
