import { Inject, Injectable, Logger } from '@nestjs/common';
import { Refusal, type RecordedEvent } from '@srd/kernel';
import { Projector, Reactor, type Position, type Reaction } from '@srd/runtime';
import { stageCodes } from '@srd/domain/case';
import { cases, views } from '@srd/views';
import { LogKeeper } from './log-keeper';
import { STORES, type Stores } from './ports';
import { upcasts } from './upcasts';

/** Reactions to hand to the engine. */
export const REACTIONS = Symbol('reactions');

/** How often the rules refused what a reaction asked for, by its name and the refusal's code: what should have followed didn't. */
export interface ReactionRefused {
  readonly reaction: string;
  readonly code: string;
  readonly count: number;
}

/** What runs beside the commands: read models and reactions, kept in step with the log. */
@Injectable()
export class Engine {
  private readonly logger = new Logger('engine');
  private readonly projector: Projector;
  /** Where it is this node's turn to react. */
  private reactor: Reactor | undefined;
  private turning: Promise<void> = Promise.resolve();
  private running = false;
  private failures = 0;
  private readonly refusals = new Map<string, ReactionRefused>();

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(REACTIONS) private readonly reactions: readonly Reaction[],
    private readonly keeper: LogKeeper,
  ) {
    this.projector = new Projector(stores.log, stores.views, views, upcasts, (error) =>
      this.logger.error(`读模型停止更新: ${error.stack}`),
    );
    stores.duty.watch(() => {
      if (stores.duty.trouble !== undefined) this.logger.error(stores.duty.trouble);
      this.turnSoon();
    });
  }

  /** @throws LogForged, before anything is written, when the events aren't those that were signed for */
  async start(): Promise<void> {
    await this.keeper.start();
    await this.projector.start();
    this.running = true;
    await this.turn();
    await this.settled();
  }

  async stop(): Promise<void> {
    this.running = false;
    // One that waits for the log at its start is told too.
    await this.reactor?.stop();
    await this.turn();
    await this.projector.stop();
    await this.keeper.stop();
  }

  /** Waits until everything recorded has been reacted to, where it is this node's turn, and shows in the read models. */
  async settled(): Promise<void> {
    await this.reactor?.idle();
    await this.projector.reached(await this.stores.log.head(), 60_000);
  }

  /** Waits until the read models show a position, the log's head by default. False when that takes too long. */
  async caughtUp(position?: Position): Promise<boolean> {
    return this.projector.reached(position ?? (await this.stores.log.head()));
  }

  /** Position that the read models show; undefined before the first event. */
  get shownUpTo(): Position | undefined {
    return this.projector.position;
  }

  /** How many events the read models are behind the log. */
  async lag(): Promise<number> {
    // Positions count from 0 without a gap.
    const head = await this.stores.log.head();
    return Math.max(0, (head ?? -1) - (this.projector.position ?? -1));
  }

  /** What keeps this server from taking requests, in Chinese; undefined when nothing does. */
  async trouble(): Promise<string | undefined> {
    if (this.projector.broken) return '读模型已停止更新';
    try {
      await this.stores.log.head();
    } catch (error) {
      return `事件库不可用：${(error as Error).message}`;
    }
    return this.keeper.broken ? '检查点无法签署' : undefined;
  }

  /** How many cases stand at each stage. */
  casesByStage(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      stageCodes.map((stage) => [stage, this.stores.views.count(cases.name, { where: { stage } })]),
    );
  }

  get reactionFailures(): number {
    return this.failures;
  }

  /** Since the start. */
  get reactionRefusals(): readonly ReactionRefused[] {
    return [...this.refusals.values()];
  }

  /** After a change of the duty; where the log isn't there just then, again in a second. */
  private turnSoon(): void {
    this.turn().catch((error: unknown) => {
      this.logger.error(error instanceof Error ? error.stack : String(error));
      setTimeout(() => this.turnSoon(), 1_000).unref();
    });
  }

  /** Begins or ends to react, one after the other however often the duty changes. */
  private turn(): Promise<void> {
    const turned = this.turning.then(async () => {
      const { log, bookmark, duty } = this.stores;
      const wanted = this.running && duty.held();
      if (wanted === (this.reactor !== undefined)) return;
      const before = this.reactor;
      this.reactor = undefined;
      await before?.stop();
      if (!wanted) return;
      const reactor = new Reactor(log, bookmark, this.reactions, upcasts, (reaction, event, error) =>
        this.report(reaction, event, error),
      );
      this.reactor = reactor;
      try {
        await reactor.start();
      } catch (error) {
        this.reactor = undefined;
        await reactor.stop();
        throw error;
      }
    });
    this.turning = turned.catch(() => undefined);
    return turned;
  }

  private report(reaction: string, event: RecordedEvent, error: Error): void {
    this.failures++;
    if (error instanceof Refusal) {
      const { code } = error;
      const before = this.refusals.get(`${reaction} ${code}`);
      this.refusals.set(`${reaction} ${code}`, { reaction, code, count: (before?.count ?? 0) + 1 });
    }
    const what = error instanceof Refusal ? `refused with ${error.code}` : error.stack;
    this.logger.warn(`${reaction} after ${event.type} ${event.stream}@${event.revision}: ${what}`);
  }
}
