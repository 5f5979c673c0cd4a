import { Inject, Injectable, Logger } from '@nestjs/common';
import { Daily, SelfChecks, SETTINGS, STORES, type Settings, type Stores } from '@srd/application';

const MINUTE = 60_000;

/**
 * Runs the daily job in real use, on the node whose turn it is: once at the start, then each minute, so that a passed day or a draw's overdue reveal is on record soon
 * after. The job records each passing once, whenever it runs. The demonstration's clock runs it instead when it is moved.
 */
@Injectable()
export class DailyTimer {
  private readonly logger = new Logger('daily');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly daily: Daily,
    @Inject(STORES) private readonly stores: Pick<Stores, 'duty'>,
    private readonly checks: SelfChecks,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'mode'>,
  ) {}

  start(): void {
    if (this.settings.mode === 'demo') return;
    this.tick();
    // The day's self-check reads everything: not in the first minute, which belongs to whoever waits for the start.
    this.timer = setInterval(() => this.tick(() => this.checks.daily()), MINUTE);
  }

  /** Waits for a run that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private tick(further: () => Promise<void> = async () => undefined): void {
    if (!this.stores.duty.held()) return;
    this.running ??= this.daily
      .run()
      .then(
        (passed) => passed > 0 && this.logger.log(`${passed} deadlines passed`),
        (error: unknown) => this.logger.error(error instanceof Error ? error.stack : String(error)),
      )
      .then(further)
      .catch((error: unknown) => this.logger.error(error instanceof Error ? error.stack : String(error)))
      .then(() => {
        this.running = undefined;
      });
  }
}
