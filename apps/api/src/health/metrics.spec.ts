import { setTimeout } from 'node:timers/promises';
import { CommandBus } from '@nestjs/cqrs';
import { REACTIONS } from '@srd/application';
import { refuser } from '@srd/kernel';
import { LogUnavailable, type Reaction } from '@srd/runtime';
import { Served } from '../commands/served.fixture';

function refusalOf(refuse: () => never): unknown {
  try {
    return refuse();
  } catch (refusal) {
    return refusal;
  }
}

describe('the metrics', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.start();
    await served.found('chaozhou');
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    // Rosters and item lists were due in May, the annual report in October.
    await served.on('2023-12-01');
    await served.settled();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => served.stop());

  const text = async (): Promise<string> => {
    const { statusCode, body } = await served.server.app.inject('/metrics');
    expect(statusCode).toBe(200);
    return body;
  };
  /** The value of a series as Prometheus would read it now; undefined where it isn't there. */
  const read = async (series: string): Promise<number | undefined> => {
    const line = (await text()).split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length));
  };
  const draft = async (year: number, headers: Record<string, string> = {}) => {
    const body = { title: `${year}年计划`, documents: [], source: { kind: 'own', note: '试' } };
    return (await served.post('officer', `plans/chaozhou-${year}/draft-plan`, body, headers)).status;
  };

  it('count what is overdue, by kind', async () => {
    expect(await text()).toMatch(/^srd_overdue_deadlines\{kind="rosters"\} 1$/m);
  });

  it('time each append that the log acknowledged', async () => {
    const before = (await read('srd_append_seconds_count')) ?? 0;
    expect(await draft(2030)).toBe(201);
    expect(await read('srd_append_seconds_count')).toBe(before + 1);
    expect(await read('srd_append_seconds_sum')).toBeGreaterThan(0);
  });

  it('count who had seen an older revision, and who was overtaken', async () => {
    const [stale, race] = [
      await read('srd_conflicts_total{kind="stale"}'),
      await read('srd_conflicts_total{kind="race"}'),
    ];
    expect(await draft(2031)).toBe(201);
    expect(await draft(2031, { 'if-match': '"7"' })).toBe(412);
    expect(await read('srd_conflicts_total{kind="stale"}')).toBe((stale ?? 0) + 1);

    const roles = ['section-head', 'inspector', 'rectification-officer', 'leader'];
    const section = 'lawyer-administration';
    await Promise.all(
      roles.map((role) => {
        const data = { role, section: role === 'section-head' ? section : null };
        return served.setUp('account', 'officer', 'ProposeRole', data);
      }),
    );
    expect(await read('srd_conflicts_total{kind="race"}')).toBeGreaterThan(race ?? 0);
  });

  it('tell for how long an event has waited for a checkpoint', async () => {
    const { log, ledger } = served.stores;
    const covered = async () => ledger.tree.latest()?.size === ((await log.head()) ?? -1) + 1;
    for (let tries = 0; !(await covered()) && tries < 600; tries++) await setTimeout(100);
    expect(await read('srd_log_signed_events')).toBe(((await log.head()) ?? -1) + 1);
    expect(await read('srd_log_checkpoint_age_seconds')).toBe(0);
    expect(await read('srd_projection_lag_events')).toBe(0);
    const latest = ledger.tree.latest()!;
    jest.spyOn(ledger.tree, 'latest').mockReturnValue({ ...latest, size: latest.size - 1 });
    await served.on('2023-12-03');
    expect(await read('srd_log_checkpoint_age_seconds')).toBe(2 * 86_400);
  });

  it('count what the system asked for by itself and the rules refused, until it is settled', async () => {
    const { server } = served;
    const no = refuser({ OUT_OF_TURN: { title: '次序不符', basis: '本系统' } });
    const reactions = server.app.get<Reaction[]>(REACTIONS);
    reactions.push({ name: 'refused', on: { AccountOpened: async () => no('OUT_OF_TURN') } });
    await served.setUp('account', 'late', 'OpenAccount', { organ: 'chaozhou', person: 'p-late', section: null });
    await served.settled();
    expect(await read('srd_reaction_refusals_total{reaction="refused",code="OUT_OF_TURN"}')).toBe(1);
    reactions.pop();

    // The rosters of 2024 are due in May.
    const bus = server.app.get(CommandBus);
    const execute = bus.execute.bind(bus);
    jest.spyOn(bus, 'execute').mockImplementation((given) => {
      const { command } = given as { command?: { type: string } };
      return command?.type === 'LapseDuty' ? Promise.reject(refusalOf(() => no('OUT_OF_TURN'))) : execute(given);
    });
    await served.on('2024-06-05');
    const refused = 'srd_daily_refused{code="OUT_OF_TURN"}';
    expect(await read(refused)).toBeGreaterThan(0);
    jest.restoreAllMocks();
    await served.on('2024-06-06');
    expect(await read(refused)).toBeUndefined();
  });

  it('are told while the event log is away: what can’t be known is NaN', async () => {
    expect(await read('srd_ready')).toBe(1);
    const failed = (await read('srd_append_failures_total')) ?? 0;
    const away = async (): Promise<never> => {
      throw new LogUnavailable('away');
    };
    jest.spyOn(served.stores.log, 'append').mockImplementation(away);
    expect(await draft(2032)).toBe(503);
    expect(await read('srd_append_failures_total')).toBe(failed + 1);
    jest.spyOn(served.stores.log, 'head').mockImplementation(away);
    expect(await read('srd_ready')).toBe(0);
    expect(await read('srd_projection_lag_events')).toBeNaN();
  });
});
