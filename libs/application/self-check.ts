import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { logItself, type SelfCheck, type SelfCheckFinding, type SelfCheckMade } from '@srd/domain/log';
import { LOG_STREAM } from '@srd/proof/log';
import { dayOf } from '@srd/kernel';
import { CommandRunner, type Position } from '@srd/runtime';
import { views } from '@srd/views';
import { Attachments } from './attachments';
import { CommandLog } from './aggregates';
import { Engine } from './engine';
import { LogKeeper } from './log-keeper';
import { LongWork, type Part } from './long-work';
import { STORES, type Stores } from './ports';
import { AttachmentsCheck, StreamsCheck, TreeCheck, ViewCheck } from './self-check-parts';

/** So many findings are named; the rest are counted. */
const NAMED = 50;
const PAGE = 1_000;
const EVERY_ROW = Number.MAX_SAFE_INTEGER;

/**
 * The daily self-check: all streams replayed, the live read models compared with what the events give, the tree recomputed, every file
 * hashed anew. What it finds is an event and stops nothing: it is for the people who watch (T30).
 */
@Injectable()
export class SelfChecks {
  private readonly logger = new Logger('self-check');
  private running: Promise<SelfCheck> | undefined;
  private seen: { readonly at: Position | undefined; readonly outcome: Promise<SelfCheckMade['data']> } | undefined;

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
    private readonly runner: CommandRunner,
    private readonly engine: Engine,
    private readonly attachments: Attachments,
    private readonly keeper: LogKeeper,
    private readonly work: LongWork,
  ) {}

  /** The newest first. */
  async made(): Promise<readonly SelfCheck[]> {
    const { state } = await this.runner.load(logItself, LOG_STREAM);
    return state.checks.toReversed();
  }

  /** The day's check, unless it was made, and then out with the files that nobody named. */
  async daily(): Promise<void> {
    const [last] = await this.made();
    if (last && dayOf(last.at) === dayOf(this.stores.clock.now())) return;
    await this.make('system:self-check');
    await this.attachments.discardUnnamed();
  }

  /** Checks now; whoever asks while one runs gets its outcome. */
  make(actor: string): Promise<SelfCheck> {
    this.running ??= this.check(actor).finally(() => (this.running = undefined));
    return this.running;
  }

  /** Looks now and records nothing. While no event comes, the same look serves everybody who asks. */
  async now(): Promise<SelfCheckMade['data']> {
    const at = await this.stores.log.head();
    if (this.seen?.at !== at || !this.seen) {
      const work = { kind: 'self-check', by: 'system:self-check', about: null } as const;
      const outcome = this.work.run(work, (part) => this.look(part));
      this.seen = { at, outcome };
      outcome.catch(() => (this.seen = undefined));
    }
    return this.seen.outcome;
  }

  private async check(actor: string): Promise<SelfCheck> {
    const data = await this.work.run({ kind: 'self-check', by: actor, about: null }, (part) => this.look(part));
    if (!data.ok) {
      for (const { kind, where, what } of data.findings) this.logger.error(`${kind} ${where}: ${what}`);
    }
    const correlation = `self-check:${this.stores.clock.now()}`;
    await this.bus.execute(new CommandLog(LOG_STREAM, { type: 'RecordSelfCheck', data }, { actor, correlation }));
    const [made] = await this.made();
    return made!;
  }

  private async look(part: Part): Promise<SelfCheckMade['data']> {
    await this.engine.settled();
    // Read in one turn of the loop: the rows are those of exactly this position.
    const upTo = this.engine.shownUpTo;
    const live = views.map(({ name }) => this.stores.views.list(name, { limit: EVERY_ROW }).rows);
    const findings: SelfCheckFinding[] = [];
    const found = (finding: SelfCheckFinding): void => void findings.push(finding);
    const { hash, ledger } = this.stores;
    const streams = new StreamsCheck(hash, found);
    const tree = new TreeCheck(ledger.tree.checkpoints(), hash, found);
    const checks = views.map((view) => new ViewCheck(view));
    const attachments = new AttachmentsCheck(this.stores.attachments, found);
    let events = 0;
    for (let after: Position | undefined; ;) {
      const page = await this.stores.log.readAll({ ...(after === undefined ? {} : { after }), limit: PAGE });
      const told = page.filter(({ position }) => upTo !== undefined && position <= upTo);
      for (const positioned of told) {
        streams.take(positioned.event);
        tree.take(positioned);
        attachments.take(positioned.event);
        for (const check of checks) check.take(positioned.event);
      }
      events += told.length;
      after = page.at(-1)?.position;
      if (told.length < PAGE) break;
      // Commands come first: a check has the whole day.
      await part('events', events, Math.max(events, this.keeper.latest()?.size ?? 0));
    }
    checks.forEach((check, at) => check.compare(live[at] ?? [], found));
    await attachments.compare(part);
    return {
      events,
      streams: streams.count,
      rows: live.reduce((sum, rows) => sum + rows.length, 0),
      attachments: attachments.count,
      size: tree.size,
      root: tree.root,
      ok: findings.length === 0,
      findings: findings.slice(0, NAMED).map((each) => ({ ...each, what: each.what.slice(0, 300) })),
      more: Math.max(0, findings.length - NAMED),
    };
  }
}
