import { Inject, Injectable } from '@nestjs/common';
import type { Position, Positioned } from '@srd/runtime';
import { cases, draws, plans, standings, type CaseRow } from '@srd/views';
import { Accounts } from './accounts';
import { cardOf, type BoardCard } from './board';
import { Engine } from './engine';
import { STORES, type Stores } from './ports';
import { mayRead, visibleOrgans } from './queries';
import type { Who } from './who';

/** Something happened that a reader may see. */
export interface Told {
  readonly position: Position;
  /** Kind of the stream and id in it: `case` and `kazuo-2024-1-1`. */
  readonly kind: string;
  readonly id: string;
  readonly type: string;
  readonly organ: string;
  readonly at: string;
  /** How a case's card stands now. */
  readonly card?: BoardCard;
}

/** One reader's stream. */
export interface Listening {
  close(): Promise<void>;
}

/** Streams open at once on this server, and of one account. */
export const MOST_OPEN = { all: 300, account: 8 };
/** Who was away for longer than so many events loads the page anew. */
const MOST_REPLAYED = 2_000;
/** Kinds of stream that are told of, and how the organ of one is found. What no page of the desk shows stays out. */
const OWNERS: Readonly<Record<string, (stores: Stores, stream: string) => string | undefined>> = {
  case: ({ views }, stream) => views.get(cases.name, stream)?.organ ?? undefined,
  plan: ({ views }, stream) => views.get(plans.name, stream.slice('plan-'.length))?.organ ?? undefined,
  standing: ({ views }, stream) => views.get(standings.name, stream)?.organ ?? undefined,
  // A row for each attempt; any of them tells whose draw it is.
  selection: ({ views }, stream) =>
    views.list(draws.name, { where: { series: stream.slice('selection-'.length) }, limit: 1 }).rows[0]?.organ ??
    undefined,
};

/** What happens, told to whoever looks on: each event once and in order, from any position on, as far as they may see it. */
@Injectable()
export class Live {
  private readonly open = new Map<object, string>();

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly engine: Engine,
    private readonly accounts: Accounts,
  ) {}

  /** Whether one more stream may be opened. */
  hasRoom({ account }: Who): boolean {
    const own = [...this.open.values()].filter((each) => each === account).length;
    return this.open.size < MOST_OPEN.all && own < MOST_OPEN.account;
  }

  /** Where a stream begins: at the asked position, or at the head for a new one and for who was away too long. */
  async beginning(
    after: Position | undefined,
  ): Promise<{ readonly at: Position | undefined; readonly missed: boolean }> {
    const head = await this.stores.log.head();
    if (after === undefined) return { at: head, missed: false };
    const since = await this.stores.log.readAll({ after, limit: MOST_REPLAYED + 1 });
    return since.length > MOST_REPLAYED ? { at: head, missed: true } : { at: after, missed: false };
  }

  /** Tells of everything after a position. `tell` is waited for before the next. @throws Refusal when the roles see nothing */
  listen(who: Who, after: Position | undefined, tell: (told: Told) => Promise<void>): Listening {
    mayRead('cases', who);
    const key = {};
    this.open.set(key, who.account);
    const subscription = this.stores.log.subscribe(after === undefined ? {} : { after }, async (positioned) => {
      const told = await this.toldOf(who, positioned);
      if (told) await tell(told);
    });
    // A stream that fails ends; its reader comes again from where it was.
    subscription.ended.catch(() => undefined).finally(() => this.open.delete(key));
    return {
      close: async () => {
        this.open.delete(key);
        await subscription.close();
      },
    };
  }

  /** Whether a session still stands and may read; asking doesn't keep it alive. */
  async stillIn(who: Who, token: string): Promise<boolean> {
    return (await this.accounts.isOpen(token, who.account)) && (await this.accounts.who(who.account)) !== undefined;
  }

  private async toldOf(who: Who, { position, event }: Positioned): Promise<Told | undefined> {
    const { stream, type, at } = event;
    const [kind = ''] = stream.split('-', 1);
    const owner = OWNERS[kind];
    if (!owner) return undefined;
    // What a page asks next about it is answered with it.
    await this.engine.caughtUp(position);
    const organ = owner(this.stores, stream);
    if (organ === undefined || !visibleOrgans(this.stores, who).includes(organ)) return undefined;
    const row = kind === 'case' ? (this.stores.views.get(cases.name, stream)?.row as CaseRow | undefined) : undefined;
    const card = row && { card: cardOf(row) };
    return { position, kind, id: stream.slice(kind.length + 1), type, organ, at, ...card };
  }
}
