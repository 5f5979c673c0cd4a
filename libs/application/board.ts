import { HttpException, Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { caseEventTypes } from '@srd/domain/case';
import type { Position, Subscription } from '@srd/runtime';
import { cases, type CaseRow } from '@srd/views';
import { setImmediate } from 'node:timers/promises';
import { Engine } from './engine';
import { STORES, type Stores } from './ports';
import { mayRead, visibleOrgans } from './queries';
import type { Who } from './who';

/** What a card on the board shows of a case: of its deadlines the next one alone. */
export type BoardCard = Pick<
  CaseRow,
  | 'case'
  | 'organ'
  | 'plan'
  | 'task'
  | 'section'
  | 'sector'
  | 'number'
  | 'purpose'
  | 'joint'
  | 'procedure'
  | 'object'
  | 'name'
  | 'team'
  | 'stage'
  | 'stageLabel'
  | 'stageSince'
  | 'openedAt'
  | 'deadlines'
  | 'lastVisitOn'
  | 'revision'
>;

/** All cards that somebody may see, as they stood at a position. */
export interface BoardCards {
  readonly cards: readonly BoardCard[];
  /** What comes after it is told by the live stream; undefined in an empty log. */
  readonly position: Position | undefined;
}

const PAGE = 200;

/**
 * The cards of all cases, kept in memory beside the read model: a board of thousands opens without reading thousands of folded states. Loaded when
 * somebody first asks, then in step with the log.
 */
@Injectable()
export class Board implements OnModuleDestroy {
  private readonly cards = new Map<string, BoardCard>();
  private following: Promise<Subscription> | undefined;
  private at: Position | undefined;

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly engine: Engine,
  ) {}

  /** The cards of the organs that somebody sees, as of now or a later moment. @throws Refusal when their roles see no cases */
  async of(who: Who, after?: Position): Promise<BoardCards> {
    mayRead('cases', who);
    this.following ??= this.follow();
    await this.following;
    await this.reach(after ?? (await this.stores.log.head()));
    const seen = new Set(visibleOrgans(this.stores, who));
    return { cards: [...this.cards.values()].filter(({ organ }) => seen.has(organ)), position: this.at };
  }

  async onModuleDestroy(): Promise<void> {
    await (await this.following)?.close();
  }

  private async follow(): Promise<Subscription> {
    if (!(await this.engine.caughtUp())) throw new HttpException('读模型尚未跟上，请稍后重试', 503);
    // Rows may show more than this position; what is told again gives the same card.
    const from = this.engine.shownUpTo;
    for (let after: string | undefined; ;) {
      const page = this.stores.views.list(cases.name, { limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { key, row } of page.rows) this.cards.set(key, cardOf(row as CaseRow));
      if (page.next === null) break;
      after = page.next;
      await setImmediate();
    }
    this.at = from;
    const subscription = this.stores.log.subscribe(from === undefined ? {} : { after: from }, async (told) => {
      if (told.event.stream.startsWith('case-') && (caseEventTypes as readonly string[]).includes(told.event.type)) {
        await this.engine.caughtUp(told.position);
        const row = this.stores.views.get(cases.name, told.event.stream)?.row as CaseRow | undefined;
        if (row) this.cards.set(told.event.stream, cardOf(row));
      }
      this.at = told.position;
    });
    subscription.ended.catch(() => undefined);
    return subscription;
  }

  private async reach(position: Position | undefined): Promise<void> {
    for (const end = Date.now() + 5_000; position !== undefined && (this.at === undefined || this.at < position);) {
      if (Date.now() > end) throw new HttpException('看板尚未跟上，请稍后重试', 503);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Named one by one: what a row holds for others doesn't travel with five thousand cards. */
export function cardOf(row: CaseRow): BoardCard {
  const { case: id, organ, plan, task, section, sector, number, purpose, joint, procedure, object } = row;
  const { name, team } = row;
  const { stage, stageLabel, stageSince, openedAt, lastVisitOn, revision } = row;
  const where = { case: id, organ, plan, task, section, sector, number, purpose, joint, procedure, object, name, team };
  const deadlines = row.deadlines.slice(0, 1);
  return { ...where, stage, stageLabel, stageSince, openedAt, deadlines, lastVisitOn, revision };
}
