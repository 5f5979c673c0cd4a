import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Daily, Due, Engine, LogKeeper, SelfChecks, STORES, type Stores } from '@srd/application';
import { CommandRunner } from '@srd/runtime';

/** The overdue are counted over all rows: once in so many milliseconds, however often somebody asks. */
const COUNTED_FOR = 60_000;

/** What Prometheus reads: numbers only, and no name of a case or a person among the labels. infra/prometheus and infra/grafana build on these names. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'srd_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'srd_http_request_seconds',
    help: 'Time to the answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  private readonly appends = new Histogram({
    name: 'srd_append_seconds',
    help: 'Time until the event log acknowledged an append',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 15, 30],
    registers: [this.registry],
  });
  private readonly unrecorded = new Counter({
    name: 'srd_append_failures_total',
    help: 'Appends that the event log refused or did not answer',
    registers: [this.registry],
  });
  private readonly conflicts = new Counter({
    name: 'srd_conflicts_total',
    help: 'race: another writer came first, tried again; stale: the asker had seen an older revision, answered 412',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor(
    @Inject(STORES) { clock, duty }: Stores,
    engine: Engine,
    keeper: LogKeeper,
    checks: SelfChecks,
    due: Due,
    daily: Daily,
    runner: CommandRunner,
  ) {
    collectDefaultMetrics({ register: this.registry });
    for (const kind of ['race', 'stale']) this.conflicts.inc({ kind }, 0);
    runner.watch((outcome, seconds) => {
      if (outcome === 'recorded') this.appends.observe(seconds);
      else if (outcome === 'failed') this.unrecorded.inc();
      else this.conflicts.inc({ kind: outcome });
    });
    this.gauge('srd_ready', 'Whether this server takes requests (1) or not (0)', async () =>
      (await engine.trouble()) === undefined ? 1 : 0,
    );
    this.gauge('srd_projection_lag_events', 'Events that the read models do not show yet', () => engine.lag());
    this.gauge('srd_lease_holder', 'Whether this node signs, reacts and watches the days (1) or another one (0)', () =>
      duty.held() ? 1 : 0,
    );
    this.gauge('srd_log_signed_events', 'Events that the newest signed checkpoint covers', () => {
      return keeper.latest()?.size ?? 0;
    });
    this.gauge(
      'srd_log_checkpoint_age_seconds',
      'For how long the oldest event without a checkpoint has waited; 0 when all are covered',
      async () => {
        const since = await keeper.unsignedSince();
        return since === undefined ? 0 : Math.max(0, (Date.parse(clock.now()) - Date.parse(since)) / 1000);
      },
    );
    this.gauge(
      'srd_self_check_findings',
      'Differences that the newest self-check found; -1 before the first',
      async () => {
        const [last] = await checks.made();
        return last ? last.findings.length + last.more : -1;
      },
    );
    this.gauge('srd_self_check_timestamp_seconds', 'When the newest self-check was made', async () => {
      const [last] = await checks.made();
      return last ? Date.parse(last.at) / 1000 : 0;
    });
    this.labelled('srd_cases', 'Cases by stage', 'stage', () => Object.entries(engine.casesByStage()));
    this.labelled(
      'srd_overdue_deadlines',
      'What is overdue, by kind, over all organs',
      'kind',
      kept(() => due.overdue()),
    );
    const failures = new Counter({
      name: 'srd_reaction_failures_total',
      help: 'Reactions that were refused or failed since the start',
      registers: [this.registry],
      collect() {
        failures.reset();
        failures.inc(engine.reactionFailures);
      },
    });
    const refusals = new Counter({
      name: 'srd_reaction_refusals_total',
      help: 'Reactions that the rules refused since the start: what should have followed did not, and will not by itself',
      labelNames: ['reaction', 'code'],
      registers: [this.registry],
      collect() {
        refusals.reset();
        for (const { reaction, code, count } of engine.reactionRefusals) refusals.inc({ reaction, code }, count);
      },
    });
    this.labelled(
      'srd_daily_refused',
      'What the newest run of the daily job asked for and the rules refused, by code',
      'code',
      () => [...Map.groupBy(daily.refused.values(), (code) => code)].map(([code, all]) => [code, all.length] as const),
    );
  }

  /** One request, under its route's pattern, never its address: an address names cases. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.inc({ method, route, status: String(status) });
    this.seconds.observe({ method, route }, seconds);
  }

  /** What can't be read now (the event store is away) is NaN: the others must still be told. */
  private gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        gauge.set(
          await Promise.resolve()
            .then(read)
            .catch(() => Number.NaN),
        );
      },
    });
  }

  private labelled<L extends string>(
    name: string,
    help: string,
    label: L,
    read: () => Iterable<readonly [string, number]> | Promise<Iterable<readonly [string, number]>>,
  ): void {
    const gauge: Gauge<L> = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      async collect() {
        const found = await Promise.resolve()
          .then(read)
          .catch(() => undefined);
        gauge.reset();
        for (const [value, count] of found ?? []) gauge.set({ [label]: value } as Record<L, string>, count);
      },
    });
  }
}

/** What was read last, read anew when it is older than `COUNTED_FOR`. */
function kept<T>(read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    if (last === undefined || performance.now() - last.at > COUNTED_FOR) {
      last = { at: performance.now(), value: read() };
      last.value.catch(() => (last = undefined));
    }
    return last.value;
  };
}
