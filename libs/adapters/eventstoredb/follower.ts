import { START, type AllStreamRecordedEvent, type AllStreamSubscription } from '@eventstore/db-client';
import { LogUnavailable, MirrorBroken, type LogMirror } from '@srd/runtime';
import { arrived, formatReached, isKept, parseReached, stands, type Arrived, type Reached } from './arrivals';
import { NoAnswer, pause, verdict, WrongRevision } from './failures';
import { ASK, endOf, GIVE_UP, type Place } from './leader';
import { forgetful, isTombstone, stillForgets } from './safety';
import type { Note } from './notes';
import type { Server } from './server';
import { Waiting } from './waiting';
import { Foreign } from './wire';
import { Works } from './works';

/** Told while a mirror is filled: the events in it, and the part of the server's log that has been gone through (0 to 1). */
export type Filling = (events: number, part: number) => void;

/** What the mirror's own rows are called where they can't be written. */
const EVENTS = '事件';
/** How often it is told how far a filling is, in milliseconds. */
const TELL = 2_000;
/** More records than this in hand, and the subscription waits. */
const IN_HAND = 2_048;
const BEGINNING: Place = { commit: 0n, prepare: 0n };
/** So many milliseconds after it was written no scavenge has taken a record: those of a journal that may be forgotten stay until a hundred more have come, or for days. */
const REMEMBERED = 10_000;

/**
 * Fills the mirror from the server: one subscription to everything, taken up again where it broke. Whole appends only, so that nobody
 * sees part of one; each record once and in order, since the mirror notes how far it is in the transaction that adds it.
 */
export class Follower {
  #subscription: AllStreamSubscription | undefined;
  #inHand: Arrived[] = [];
  #taking = false;
  #examining = false;
  #attempt = 0;
  /** Whether what arrives has just been written. */
  #live = false;
  /** When something that had just been written was last taken into the mirror. */
  #took = -Infinity;
  #closed = false;
  /** What stands on the server doesn't continue what it gave before, or may be lost: it can't go on. */
  #broken: LogUnavailable | undefined;
  /** What can't be written here for now, by its name: it is tried again until it can. */
  readonly #unwritten = new Map<string, LogUnavailable>();
  readonly #waiting = new Waiting();
  readonly works = new Works(() => this.fresh());
  #asking: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(
    private readonly server: Server,
    private readonly mirror: LogMirror,
    private readonly added: () => void,
    private readonly noted: (note: Note) => void,
  ) {}

  /** Begins to follow from where the mirror is. @throws Error where the mirror is of something else; LogUnavailable */
  async start(): Promise<void> {
    const last = this.mirror.last();
    if (last && !((await this.answered(() => stands(this.server, last))) && (await this.#isThere())))
      throw new Error(
        `DATA_DIR: 其中的镜像（mirror.sqlite）不属于此服务器的命名空间 ${this.server.namespace}，或比服务器新：请核对 EVENT_STORE 和 DATA_DIR；数据目录只是缓存，核对后可清空，由服务器补齐`,
      );
    this.#follow();
  }

  /**
   * Whether the server's log goes as far as what this node knows to be kept: where it was restored to an earlier state, a subscription from beyond its end is given nothing but what
   * comes after. A new leader takes a moment before it shows all of it.
   */
  async #isThere(): Promise<boolean> {
    const kept = this.#reached()?.kept.commit ?? -1n;
    const until = Date.now() + ASK;
    for (let attempt = 0; ; attempt++) {
      const end = await this.answered(() => endOf(this.server.client));
      if (end !== undefined && end.commit >= kept) return true;
      if (Date.now() > until) return false;
      await pause(attempt);
    }
  }

  /** Fills the mirror with all that the leader has now, however long that takes while it gets on. @throws LogUnavailable */
  async fill(told: Filling): Promise<void> {
    const end = await this.answered(() => endOf(this.server.client));
    if (end === undefined) return;
    const telling = setInterval(() => {
      told((this.mirror.head() ?? -1) + 1, Math.max(0, Number(this.#commit()) / Number(end.commit)));
    }, TELL);
    try {
      for (let before = -2n; this.#commit() < end.commit;) {
        before = this.#commit();
        await this.until(() => this.#commit() >= end.commit).catch((error: unknown) => {
          this.check();
          if (this.#commit() === before) throw error;
        });
      }
    } finally {
      clearInterval(telling);
    }
  }

  /** Waits until the mirror shows what the server's leader had when this was called. @throws LogUnavailable */
  fresh(): Promise<void> {
    if (this.#asking === undefined) {
      this.#asking = this.#ask().finally(() => (this.#asking = undefined));
      return this.#asking;
    }
    // Whoever asks while a question is under way needs an answer to one that was put afterwards; all of them share the next.
    this.#next ??= this.#asking
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.fresh();
      });
    return this.#next;
  }

  /** As `fresh`, or as new as the piece of work that this is called in. @throws LogUnavailable */
  async current(): Promise<void> {
    this.check();
    return this.works.asked();
  }

  /** Waits until the mirror meets a condition. @throws LogUnavailable when that takes too long */
  async until(met: () => boolean): Promise<void> {
    this.check();
    try {
      // The subscription may be dead without knowing it: a new one gives what is missing.
      await this.#waiting.until(met, ASK, () => this.#again(), GIVE_UP);
    } catch (error) {
      throw error instanceof NoAnswer ? new LogUnavailable('事件库服务器的更新没有到达本机，请稍后重试') : error;
    }
  }

  /** Says that something can't be written here for now, so that nobody relies on this node; or, without an error, that it can again. */
  unwritten(what: string, error?: Error): void {
    if (!error) {
      this.#unwritten.delete(what);
      this.#waiting.settle();
      return;
    }
    const said = `${what}未能写入本机，正在重试：${error.message}（磁盘已满的，腾出空间后自行继续）`;
    const stuck = new LogUnavailable(said, { cause: error });
    this.#unwritten.set(what, stuck);
    this.#waiting.fail(stuck);
  }

  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
    this.#drop();
    this.#waiting.fail(new LogUnavailable('事件库已关闭'));
  }

  /** Asks the leader where the end is, and waits for it. */
  #ask(): Promise<void> {
    return this.answered(async () => {
      const end = await endOf(this.server.client);
      if (end !== undefined) await this.until(() => this.#commit() >= end.commit);
    });
  }

  /** Tries again while nobody answers, or the outcome is unknown. @throws LogUnavailable; WrongRevision; MirrorBroken */
  async answered<T>(ask: () => Promise<T>, until = Date.now() + GIVE_UP): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      // On a connection that was closed the client throws where nobody can catch it.
      this.check();
      if (attempt === 0 && Date.now() > until) throw new LogUnavailable('事件库服务器不可用，请稍后重试');
      try {
        return await ask();
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

  /**
   * Where a subscription begins. Of a place whose record has been scavenged, the server passes over the record that comes next (AllSubscription.Subscribe reads one record
   * from there, whichever it is, and goes on after it): unless it had just been written, what is missing is asked for after a record that is kept for ever (each node of a cluster scavenges for itself).
   */
  #from(): Place | typeof START {
    const reached = this.#reached();
    // Where there are no events yet, the place may be another log's; from the beginning nothing can be missed.
    if (reached === undefined || this.mirror.head() === undefined) return START;
    return performance.now() - this.#took < REMEMBERED ? reached.at : reached.kept;
  }

  #follow(): void {
    const subscription = this.server.client.subscribeToAll({ fromPosition: this.#from(), requiresLeader: true });
    this.#subscription = subscription;
    this.#live = false;
    const own = (what: () => void) => (): void => {
      if (this.#subscription === subscription) what();
    };
    subscription.on('data', ({ event }) => {
      if (this.#subscription !== subscription || !event) return;
      if (isTombstone(event, this.server.namespace)) return this.giveUp(new Foreign(event.streamId, DELETED));
      const forgetting = forgetful(event, this.server.namespace);
      if (forgetting !== undefined) return this.#examine(subscription, event, forgetting);
      return this.#arrive(event);
    });
    subscription.on(
      'confirmation',
      own(() => {
        if (!this.#unwritten.has(EVENTS)) this.#attempt = 0;
      }),
    );
    subscription.on(
      'caughtUp',
      own(() => (this.#live = true)),
    );
    const again = own(() => this.#again());
    subscription.on('error', again);
    subscription.on('end', again);
    subscription.on('close', again);
  }

  /** Drops the subscription and opens another after a pause: the client never does that by itself. */
  #again(): void {
    this.#drop();
    void pause(this.#attempt++).then(() => {
      if (!this.#closed && !this.#broken && this.#subscription === undefined) this.#follow();
    });
  }

  #drop(): void {
    const subscription = this.#subscription;
    this.#subscription = undefined;
    this.#inHand = [];
    subscription?.on('error', () => undefined);
    subscription?.unsubscribe().catch(() => undefined);
  }

  #arrive(event: AllStreamRecordedEvent): void {
    try {
      this.#inHand.push(arrived(event, this.server.namespace, this.#inHand.at(-1)?.rest ?? 0));
    } catch (error) {
      return this.giveUp(error);
    }
    if (this.#inHand.length >= IN_HAND) this.#subscription?.pause();
    this.#takeSoon();
  }

  /** Goes on past metadata under which events are forgotten only where they have been set right since. */
  #examine(subscription: AllStreamSubscription, event: AllStreamRecordedEvent, stream: string): void {
    this.#examining = true;
    subscription.pause();
    void stillForgets(this.server.client, stream)
      .then((still) => {
        if (this.#subscription !== subscription) return;
        if (still)
          throw new Foreign(
            stream,
            '其元数据设有 $maxAge、$maxCount、$tb 或删除权限，事件可能被删，须由管理员撤销后重启',
          );
        this.#arrive(event);
      })
      .catch((error: unknown) => this.giveUp(error))
      .finally(() => {
        this.#examining = false;
        this.#subscription?.resume();
      });
  }

  /** What arrived in the same turn goes into one transaction. */
  #takeSoon(): void {
    if (this.#taking) return;
    this.#taking = true;
    setImmediate(() => {
      this.#taking = false;
      try {
        this.#take();
      } catch (error) {
        if (!isBreak(error)) this.unwritten(EVENTS, error as Error);
        this.giveUp(error);
      }
    });
  }

  /** Whole appends only: the events of one follow each other in the server's log. */
  #take(): void {
    const whole = this.#inHand.splice(0, this.#inHand.findLastIndex(({ rest }) => rest === 0) + 1);
    const last = whole.at(-1);
    if (last) {
      const taken = whole.flatMap(({ event }) => (event ? [event] : []));
      const kept = whole.findLast(isKept)?.at ?? this.#reached()?.kept ?? BEGINNING;
      this.mirror.take(taken, formatReached({ at: last.at, kept }));
      if (this.#live) this.#took = performance.now();
      this.unwritten(EVENTS);
      // After the events: what a note speaks of stands in the mirror.
      for (const { note } of whole) if (note) this.noted(note);
      if (taken.length > 0) this.added();
      this.#waiting.settle();
    }
    if (!this.#examining) this.#subscription?.resume();
  }

  /** Stops for good where the server's content breaks off from what it was; begins anew after any other error. */
  giveUp(error: unknown): void {
    this.#drop();
    if (!isBreak(error)) return this.#again();
    this.#broken = new LogUnavailable(`事件库服务器上的内容与此前所见不符，已停止：${error.message}`, { cause: error });
    this.#waiting.fail(this.#broken);
  }

  #commit(): bigint {
    return this.#reached()?.at.commit ?? -1n;
  }

  #reached(): Reached | undefined {
    const text = this.mirror.reached();
    return text === undefined ? undefined : parseReached(text);
  }

  /** @throws LogUnavailable once it is closed, or can't go on, or while something can't be written here */
  check(): void {
    if (this.#closed) throw new LogUnavailable('事件库已关闭');
    if (this.#broken) throw this.#broken;
    for (const stuck of this.#unwritten.values()) throw stuck;
  }
}

const DELETED = '已在服务器上被彻底删除：事件只增不删，须由管理员查明并以备份恢复';

const isBreak = (error: unknown): error is Error => error instanceof MirrorBroken || error instanceof Foreign;
