import { jsonEvent, NO_STREAM, StreamNotFoundError } from '@eventstore/db-client';
import { LogUnavailable, MirrorBroken, type Journal, type Taker } from '@srd/runtime';
import { randomUUID } from 'node:crypto';
import { firstOf, pause, verdict, within, WrongRevision } from './failures';
import type { Follower } from './follower';
import { FORGETTABLE, journalStream, noteOf, type Note } from './notes';
import type { Server } from './server';

/** How long one attempt may take, and how long it is tried again. */
const ONE_ATTEMPT = 10_000;
const GIVE_UP = 30_000;

/** A journal that is open here; before it has caught up, what arrives meanwhile waits. */
interface Open {
  readonly taker: Taker<unknown>;
  waiting: Note[] | undefined;
  /** The last entry of this node that was added at the end: each waits for the one before. */
  last: Promise<unknown>;
}

/** What came of an entry of this node. */
interface Own {
  taken: boolean;
  outcome?: unknown;
}

/**
 * The journals of what nodes have in common beside the log, each a stream of its own. What one node records, every node takes in as it arrives
 * with the log, in the same order.
 */
export class Journals {
  readonly #open = new Map<string, Open>();
  /** Entries of this node on their way, and what came of them. */
  readonly #own = new Map<string, Own>();

  constructor(
    private readonly server: Server,
    private readonly follower: Follower,
  ) {}

  /** Opens a journal for its one taker and gives it what it lacks. @throws LogUnavailable */
  async open<E>(name: string, taker: Taker<E>): Promise<Journal<E>> {
    const open: Open = { taker: taker as Taker<unknown>, waiting: [], last: Promise.resolve() };
    this.#open.set(name, open);
    await this.#attempt(() => this.#catchUp(name, open));
    for (const note of open.waiting ?? []) this.#take(open, note);
    open.waiting = undefined;
    return {
      record: (entry) => {
        const until = Date.now() + GIVE_UP;
        const work = open.last.then(() => this.#recordLast(name, open, entry, until));
        open.last = work.catch(() => undefined);
        return work;
      },
      recordAs: async (number, entry) => {
        const own: Own = { taken: false };
        await this.#record(name, number, entry, randomUUID(), own, Date.now() + GIVE_UP);
        return own.taken;
      },
      fresh: () => this.follower.fresh(),
    };
  }

  /** Number of a journal's last entry; -1 where there is none. @throws LogUnavailable */
  lastNumber(name: string): Promise<number> {
    const { client, namespace } = this.server;
    return this.#attempt(async () => {
      const options = { direction: 'backwards', fromRevision: 'end', maxCount: 1, requiresLeader: true } as const;
      const last = await firstOf(client.readStream(journalStream(namespace, name), options), ONE_ATTEMPT).catch(absent);
      return last === undefined ? -1 : Number(last.revision);
    });
  }

  /** What the follower met. @throws MirrorBroken where an entry is missing */
  deliver(note: Note): void {
    const open = this.#open.get(note.journal);
    if (open?.waiting) open.waiting.push(note);
    else if (open) this.#take(open, note);
  }

  #take({ taker }: Open, { journal, number, id, entry }: Note): void {
    const next = taker.taken() + 1;
    if (number < next) return;
    if (number > next && !FORGETTABLE.includes(journal))
      throw new MirrorBroken(`~${journal} 应从第 ${next} 条继续，收到的是第 ${number} 条`);
    const outcome = taken(taker, entry, number, journal);
    const own = this.#own.get(id);
    if (own) Object.assign(own, { taken: true, outcome });
  }

  async #catchUp(name: string, open: Open): Promise<void> {
    const { client, namespace } = this.server;
    const reading = client.readStream(journalStream(namespace, name), {
      fromRevision: BigInt(open.taker.taken() + 1),
      requiresLeader: true,
    });
    try {
      for await (const { event } of reading) {
        const note = event && noteOf(event, namespace);
        if (note) this.#take(open, note);
      }
    } catch (error) {
      absent(error);
    }
  }

  /**
   * Adds an entry after the last, under an exact number: of an append whose answer got lost the server knows only by its number whether it stands, for of
   * ids it remembers the latest alone (IndexWriter.CheckCommit, ExpectedVersion.Any). One that lost its number to another's goes on with the next.
   */
  async #recordLast(name: string, open: Open, entry: unknown, until: number): Promise<unknown> {
    const id = randomUUID();
    const own: Own = { taken: false };
    for (let number = open.taker.taken() + 1; ;) {
      const current = await this.#record(name, number, entry, id, own, until);
      if (own.taken) return own.outcome;
      if (current < number - 1)
        throw new LogUnavailable(`~${name} 在服务器上只到第 ${current} 条，本机已有第 ${number - 1} 条：请管理员查明`);
      // Beyond what is known here only where the server forgot all of it.
      number = Math.max(open.taker.taken(), current) + 1;
    }
  }

  /** Adds an entry under a number; one whose number is another's already isn't taken. @returns the number that stood last, as far as was said */
  async #record(name: string, number: number, entry: unknown, id: string, own: Own, until: number): Promise<number> {
    const { client, namespace, credentials } = this.server;
    this.#own.set(id, own);
    try {
      const event = jsonEvent({ id, type: 'entry', data: entry as Record<string, unknown> });
      await this.#attempt(
        () =>
          within(
            ONE_ATTEMPT + 1_000,
            client.appendToStream(journalStream(namespace, name), event, {
              expectedRevision: number === 0 ? NO_STREAM : BigInt(number - 1),
              requiresLeader: true,
              credentials,
              deadline: ONE_ATTEMPT,
            }),
          ),
        until,
      );
      await this.follower.until(() => own.taken);
      return number;
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
      // Another entry has the number, or an attempt of ours whose answer got lost.
      await this.follower.fresh();
      return typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : -1;
    } finally {
      this.#own.delete(id);
    }
  }

  /** Tries again where the outcome is unknown. @throws LogUnavailable; WrongRevision */
  async #attempt<T>(work: () => Promise<T>, until = Date.now() + GIVE_UP): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      // On a connection that was closed the client throws where nobody can catch it.
      this.follower.check();
      if (attempt === 0 && Date.now() > until) throw new LogUnavailable('事件库服务器不可用，请稍后重试');
      try {
        return await work();
      } catch (error) {
        if (error instanceof LogUnavailable || error instanceof WrongRevision || error instanceof MirrorBroken)
          throw error;
        const refused = verdict(error);
        if (refused) throw refused;
        if (Date.now() > until) throw new LogUnavailable('事件库服务器不可用，请稍后重试', { cause: error });
        await pause(attempt);
      }
    }
  }
}

/** What the taker made of an entry. @throws MirrorBroken: one that isn't taken in here must not be passed over */
function taken(taker: Taker<unknown>, entry: unknown, number: number, journal: string): unknown {
  try {
    return taker.take(entry, number);
  } catch (error) {
    throw new MirrorBroken(`~${journal} 的第 ${number} 条未能写入本机：${(error as Error).message}`);
  }
}

/** A stream that isn't there has no entries. */
function absent(error: unknown): undefined {
  if (error instanceof StreamNotFoundError) return undefined;
  throw error;
}

/** Keeps a journal's last entry only: for what each entry replaces. */
export class LastEntry<E> implements Taker<E> {
  #number: number;
  #entry: E | undefined;

  /** @param last number of the entry that stands last; what came before it isn't looked at */
  constructor(
    last: number,
    private readonly changed: () => void = () => undefined,
  ) {
    this.#number = Math.max(last, 0) - 1;
  }

  get entry(): E | undefined {
    return this.#entry;
  }

  taken(): number {
    return this.#number;
  }

  take(entry: E, number: number): void {
    this.#number = number;
    this.#entry = entry;
    this.changed();
  }
}
