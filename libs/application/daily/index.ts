import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Role } from '@srd/domain/account';
import { addDays, dayOf, Refusal, type Instant } from '@srd/kernel';
import { CommandRunner, StandingClock } from '@srd/runtime';
import { commandFor } from '../aggregates';
import { Engine } from '../engine';
import { STORES, type Stores } from '../ports';
import { Receipts } from '../receipts';
import type { Who } from '../who';
import { caseDeadlines } from './case-deadlines';
import { hearings } from './hearings';
import type { DailyJob, Passing } from './job';
import { listingEnds } from './listing-ends';
import { reveals } from './reveals';
import { silentChannels } from './silent-channels';
import { yearLapses } from './year-duties';

/** Everything that the passing of time brings about. A further clock is a further line here. */
const jobs: readonly DailyJob[] = [caseDeadlines, hearings, listingEnds, reveals, silentChannels, yearLapses];

/** Who may move the demonstration's clock. */
const MOVERS: readonly Role[] = ['leader', 'supervision-officer'];

/** Whether the demonstration's clock is theirs to move. */
export const movesClock = ({ grants }: Who): boolean => grants.some(({ role }) => MOVERS.includes(role));

/**
 * The daily job: records that a day passed without what was due on it, once each, whatever is restarted or run twice: the
 * command's key is the deadline's own (trap 9).
 */
@Injectable()
export class Daily {
  private readonly logger = new Logger('daily');
  private newest: ReadonlyMap<string, string> = new Map();

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
    private readonly engine: Engine,
    private readonly receipts: Receipts,
    private readonly runner: CommandRunner,
  ) {}

  /** Everything due before today or by now. @returns how many passings were recorded */
  run(): Promise<number> {
    // Thousands of cases are read: what comes meanwhile is the next run's.
    return this.stores.log.asOfNow(() => this.runNow());
  }

  /**
   * What the newest run asked for and the rules refused, by its key, with the code. What was settled in between is gone from it with the
   * next run; what stays can't be recorded, and somebody has to look.
   */
  get refused(): ReadonlyMap<string, string> {
    return this.newest;
  }

  private async runNow(): Promise<number> {
    const refused = new Map<string, string>();
    await this.engine.settled();
    const now = this.stores.clock.now();
    // A receipt that came in time isn't late because nobody looked.
    let recorded = (await this.receipts.collect()).taken;
    if (recorded > 0) await this.engine.settled();
    for (const job of jobs) {
      // All of them first: what is recorded changes the rows that are read.
      const passings: Passing[] = [];
      for await (const passing of job(this.stores, now, this.runner)) passings.push(passing);
      for (const passing of passings) recorded += await this.ask(passing, refused);
    }
    this.newest = refused;
    await this.engine.settled();
    return recorded;
  }

  /** Moves the demonstration's clock forward, running the job at the start of each day it passes. */
  async moveTo(at: Instant): Promise<void> {
    const { clock } = this.stores;
    if (!(clock instanceof StandingClock)) throw new Error('only the demonstration’s clock can be moved');
    for (let day = addDays(dayOf(clock.now()), 1); day <= dayOf(at); day = addDays(day, 1)) {
      clock.moveTo(`${addDays(day, -1)}T16:05:00.000Z` as Instant);
      await this.run();
    }
    clock.moveTo(at);
  }

  /** 1 when something was recorded. A refusal, as of a matter that was settled in between, is noted, and said once while it lasts. */
  private async ask({ aggregate, id, command, key }: Passing, refused: Map<string, string>): Promise<number> {
    const Command = commandFor[aggregate];
    try {
      const asked = { actor: 'system:daily', correlation: `daily:${key}`, key: `daily:${key}` };
      const outcome: { recorded: readonly unknown[] } = await this.bus.execute(new Command(id, command, asked));
      return outcome.recorded.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(key, error.code);
      if (this.newest.get(key) !== error.code) this.logger.warn(`${command.type} ${key}: refused with ${error.code}`);
      return 0;
    }
  }
}
