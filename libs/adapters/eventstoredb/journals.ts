import { jsonEvent, StreamNotFoundError } from '@eventstore/db-client';
import { LogUnavailable, MirrorBroken, type CommonJournal, type Taker } from '@srd/runtime';
import { randomUUID } from 'node:crypto';
import { pause, WrongRevision } from './failures';
import type { Follower } from './follower';
import { appendAt, GIVE_UP, recordOf } from './leader';
import { FORGETTABLE, journalStream, noteOf, type Note } from './notes';
import type { Server } from './server';

/** A journal that is open here; before it has caught up, and while entries can't be written, what arrives waits. */
interface Open {
  readonly taker: Taker<unknown>;
  waiting: Note[] | undefined;
  /** The last entry of this node that was added at the end: each waits for the one before. */
  last: Promise<unknown>;
}

/** An entry of this node, and what came of it. */
interface Own {
  readonly id: string;
  readonly entry: unknown;
  taken: boolean;
  outcome?: unknown;
}

const ownOf = (entry: unknown): Own => ({ id: randomUUID(), entry, taken: false });

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
  async open<E>(name: string, taker: Taker<E>): Promise<CommonJournal<E>> {
    const open: Open = { taker: taker as Taker<unknown>, waiting: [], last: Promise.resolve() };
    this.#open.set(name, open);
    await this.follower.answered(() => this.#catchUp(name, open));
    this.#takeWaiting(open);
    const atTheEnd = (entries: readonly E[]): Promise<readonly Own[]> => {
      const until = Date.now() + GIVE_UP;
      const work = open.last.then(() => this.#recordLast(name, open, entries.map(ownOf), until));
      open.last = work.catch(() => undefined);
      return work;
    };
    return {
      record: async (entry) => (await atTheEnd([entry]))[0]?.outcome,
      recordAll: async (entries) => {
        if (entries.length > 0) await atTheEnd(entries);
      },
      recordAs: async (number, entry) => {
        const own = ownOf(entry);
        await this.#record(name, number, [own], Date.now() + GIVE_UP);
        return own.taken;
      },
      fresh: () => this.follower.current(),
    };
  }

  /** Number of a journal's last entry; -1 where there is none. @throws LogUnavailable */
  lastNumber(name: string): Promise<number> {
    const { client, namespace } = this.server;
    return this.follower.answered(async () => {
      const last = await recordOf(client, journalStream(namespace, name), 'end');
      return last === undefined ? -1 : Number(last.revision);
    });
  }

  /** What the follower met. @throws MirrorBroken where an entry is missing */
  deliver(note: Note): void {
    const open = this.#open.get(note.journal);
    if (!open) return;
    if (open.waiting) return void open.waiting.push(note);
    open.waiting = [note];
    try {
      this.#takeWaiting(open);
    } catch (error) {
      if (error instanceof MirrorBroken) throw error;
      void this.#takeLater(note.journal, open, error as Error);
    }
  }

  /** Takes in what waits, in its order; the first that can't be written keeps its place. @throws MirrorBroken; what the taker throws */
  #takeWaiting(open: Open): void {
    for (const waiting = open.waiting ?? []; waiting.length > 0; waiting.shift()) this.#take(open, waiting[0] as Note);
    open.waiting = undefined;
  }

  /** Tries what can't be written (a full disk) again until it can; meanwhile nobody relies on this node. */
  async #takeLater(name: string, open: Open, error: Error): Promise<void> {
    this.follower.unwritten(`~${name}`, error);
    for (let attempt = 0; open.waiting && !this.follower.closed; attempt++) {
      await pause(attempt);
      try {
        this.#takeWaiting(open);
      } catch (again) {
        if (again instanceof MirrorBroken) return this.follower.giveUp(again);
        this.follower.unwritten(`~${name}`, again as Error);
      }
    }
    this.follower.unwritten(`~${name}`);
  }

  #take({ taker }: Open, { journal, number, id, entry }: Note): void {
    const next = taker.taken() + 1;
    if (number < next) return;
    if (number > next && !FORGETTABLE.includes(journal))
      throw new MirrorBroken(`~${journal} 应从第 ${next} 条继续，收到的是第 ${number} 条`);
    const outcome = taker.take(entry, number);
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
      // A stream that isn't there has no entries.
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
  }

  /**
   * Adds entries after the last, in one append under an exact number: of an append whose answer got lost the server knows only by its number whether it stands, for of
   * ids it remembers the latest alone (IndexWriter.CheckCommit, ExpectedVersion.Any). Those that lost their number to another's go on with the next.
   */
  async #recordLast(name: string, open: Open, own: readonly Own[], until: number): Promise<readonly Own[]> {
    for (let number = open.taker.taken() + 1; ;) {
      const known = open.taker.taken();
      const current = await this.#record(name, number, own, until);
      if (own.at(-1)?.taken) return own;
      if (current < known)
        throw new LogUnavailable(`~${name} 在服务器上只到第 ${current} 条，本机已有第 ${known} 条：请管理员查明`);
      // Beyond what is known here only where the server forgot all of it, or counts what isn't replicated and may yet go with an election.
      number = Math.max(open.taker.taken(), current) + 1;
    }
  }

  /** Adds entries from a number on; where that is another's already none is taken. @returns the number that stood last, as far as was said */
  async #record(name: string, number: number, own: readonly Own[], until: number): Promise<number> {
    const stream = journalStream(this.server.namespace, name);
    for (const each of own) this.#own.set(each.id, each);
    try {
      const events = own.map(({ id, entry }) =>
        jsonEvent({ id, type: 'entry', data: entry as Record<string, unknown> }),
      );
      const after = number === 0 ? 'none' : number - 1;
      await this.follower.answered(() => appendAt(this.server, stream, events, after), until);
      await this.follower.until(() => own.every(({ taken }) => taken));
      return number;
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
      // Another entry has the number, or an attempt of ours whose answer got lost.
      await this.follower.fresh();
      return typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : -1;
    } finally {
      for (const { id } of own) this.#own.delete(id);
    }
  }
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
