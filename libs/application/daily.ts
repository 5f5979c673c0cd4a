import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { addDays, dayOf, Refusal, type Day, type DomainCommand, type Id, type Instant } from '@srd/kernel';
import { StandingClock } from '@srd/runtime';
import { cases, draws, standings, type CaseRow, type DrawRow, type StandingRow } from '@srd/views';
import { CommandCase, CommandSelection, CommandStanding } from './aggregates';
import { standingId } from './desks/standings';
import { Engine } from './engine';
import { STORES, type Stores } from './ports';
import type { Given } from './who';

const PAGE = 200;

/**
 * The daily job: records that a day passed without what was due on it, once each, whatever is restarted or run twice: the
 * command's key is the deadline's own (trap 9).
 */
@Injectable()
export class Daily {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
    private readonly engine: Engine,
  ) {}

  /** Everything due before today or by now. @returns how many passings were recorded */
  async run(): Promise<number> {
    await this.engine.settled();
    const now = this.stores.clock.now();
    const passed =
      (await this.passCaseDeadlines(dayOf(now))) +
      (await this.closeHearings(dayOf(now))) +
      (await this.markOverdue(now));
    await this.engine.settled();
    return passed;
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

  private async passCaseDeadlines(today: Day): Promise<number> {
    let count = 0;
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = this.stores.views.list(cases.name, {
        limit: PAGE,
        ...(cursor === undefined ? {} : { after: cursor }),
      });
      for (const { row } of page.rows) {
        const { case: id, deadlines } = row as CaseRow;
        for (const due of deadlines.filter(({ on, passed }) => !passed && on < today)) {
          const command = { type: 'PassCaseDeadline', data: { deadline: due.id } };
          count += await this.ask(CommandCase, id, command, `${id}:${due.id}`);
        }
      }
      cursor = page.next;
    }
    return count;
  }

  private async closeHearings(today: Day): Promise<number> {
    let count = 0;
    const { rows } = this.stores.views.list(standings.name, { where: { phase: 'notified' }, limit: 10_000 });
    for (const { row } of rows) {
      const { object, list, hearingUntil, case: from } = row as StandingRow;
      if (hearingUntil === null || hearingUntil >= today) continue;
      const id = standingId(object, list);
      count += await this.ask(
        CommandStanding,
        id,
        { type: 'CloseHearing', data: {} },
        `${id}:hearing:${from}:${hearingUntil}`,
      );
    }
    return count;
  }

  private async markOverdue(now: Instant): Promise<number> {
    let count = 0;
    const { rows } = this.stores.views.list(draws.name, {
      where: { phase: ['sealing', 'opening'], overdue: 0 },
      limit: 10_000,
    });
    for (const { row } of rows) {
      const { series, draw, revealBy } = row as DrawRow;
      if (revealBy < now)
        count += await this.ask(CommandSelection, series, { type: 'MarkOverdue', data: {} }, `${draw}:overdue`);
    }
    return count;
  }

  /** 1 when something was recorded; a refusal means that the matter was settled in between. */
  private async ask(
    Command: new (...given: ConstructorParameters<typeof Given>) => Given,
    id: Id,
    command: DomainCommand,
    key: string,
  ): Promise<number> {
    try {
      const asked = { actor: 'system:daily', correlation: `daily:${key}`, key: `daily:${key}` };
      const outcome: { recorded: readonly unknown[] } = await this.bus.execute(new Command(id, command, asked));
      return outcome.recorded.length > 0 ? 1 : 0;
    } catch (error) {
      if (error instanceof Refusal) return 0;
      throw error;
    }
  }
}
