import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Engine, LogKeeper, SelfChecks } from '@srd/application';

/** What Prometheus reads: requests by route, cases by stage, how far the read models lag, reactions that failed. */
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

  constructor(engine: Engine, keeper: LogKeeper, checks: SelfChecks) {
    collectDefaultMetrics({ register: this.registry });
    const cases = new Gauge({
      name: 'srd_cases',
      help: 'Cases by stage',
      labelNames: ['stage'],
      registers: [this.registry],
      collect() {
        cases.reset();
        for (const [stage, count] of Object.entries(engine.casesByStage())) cases.set({ stage }, count);
      },
    });
    const lag = new Gauge({
      name: 'srd_projection_lag_events',
      help: 'Whether the read models are behind the log (1) or not (0)',
      registers: [this.registry],
      async collect() {
        lag.set((await engine.lagging()) ? 1 : 0);
      },
    });
    const signed = new Gauge({
      name: 'srd_log_signed_events',
      help: 'Events that the newest signed checkpoint covers',
      registers: [this.registry],
      collect() {
        signed.set(keeper.latest()?.size ?? 0);
      },
    });
    const found = new Gauge({
      name: 'srd_self_check_findings',
      help: 'Differences that the newest self-check found; -1 before the first',
      registers: [this.registry],
      async collect() {
        const [last] = await checks.made();
        found.set(last ? last.findings.length + last.more : -1);
      },
    });
    const checked = new Gauge({
      name: 'srd_self_check_timestamp_seconds',
      help: 'When the newest self-check was made',
      registers: [this.registry],
      async collect() {
        const [last] = await checks.made();
        checked.set(last ? Date.parse(last.at) / 1000 : 0);
      },
    });
    const failures = new Gauge({
      name: 'srd_reaction_failures_total',
      help: 'Reactions that were refused or failed since the start',
      registers: [this.registry],
      collect() {
        failures.set(engine.reactionFailures);
      },
    });
  }

  /** One request, under its route's pattern, never its address: an address names cases. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.inc({ method, route, status: String(status) });
    this.seconds.observe({ method, route }, seconds);
  }
}
