import {
  START,
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { LogUnavailable, MirrorBroken, type LogMirror, type Mirrored } from '@srd/runtime';
import { NoAnswer, pause, verdict, within } from './failures';
import { forgetful, stillForgets } from './safety';
import type { Server } from './server';
import { Foreign, fromServer, streamOf } from './wire';

interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** A record that arrived: an event of the log or something else, and how many of its append come after it. */
interface Arrived {
  readonly event: Mirrored | undefined;
  readonly rest: number;
  readonly at: Place;
}

/** How long one question may take before it is asked anew, and how long all attempts together. */
const ASK = 5_000;
const GIVE_UP = 30_000;
/** More records than this in hand, and the subscription waits. */
const IN_HAND = 2_048;

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
  #closed = false;
  #broken: LogUnavailable | undefined;
  #waiting: { readonly for: () => boolean; readonly answer: PromiseWithResolvers<void> }[] = [];
  #asking: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(
    private readonly server: Server,
    private readonly mirror: LogMirror,
    private readonly added: () => void,
  ) {}

  /** Begins to follow from where the mirror is. */
  start(): void {
    this.#follow();
  }

  /** Why it can't go on, if it can't: what stands on the server doesn't continue what it gave before. */
  get broken(): LogUnavailable | undefined {
    return this.#broken;
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

  /** Waits until the mirror meets a condition. @throws LogUnavailable when that takes too long */
  async until(met: () => boolean): Promise<void> {
    if (met()) return;
    this.#check();
    const answer = Promise.withResolvers<void>();
    const entry = { for: met, answer };
    this.#waiting.push(entry);
    try {
      await within(ASK, answer.promise);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // The subscription may be dead without knowing it: a new one gives what is missing.
      this.#again();
      await within(GIVE_UP, answer.promise).catch((late: unknown) => {
        throw late instanceof NoAnswer ? new LogUnavailable('事件库服务器的更新没有到达本机，请稍后重试') : late;
      });
    } finally {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    }
  }

  close(): void {
    this.#closed = true;
    this.#drop();
    this.#tell(new LogUnavailable('事件库已关闭'));
  }

  /** Asks the leader where the end is, and waits for it. */
  async #ask(): Promise<void> {
    const until = Date.now() + GIVE_UP;
    for (let attempt = 0; ; attempt++) {
      this.#check();
      try {
        const end = await endOf(this.server.client);
        if (end === undefined) return;
        await this.until(() => commitOf(this.mirror) >= end.commit);
        return;
      } catch (error) {
        if (error instanceof LogUnavailable) throw error;
        const refused = verdict(error);
        if (refused) throw refused;
        if (Date.now() > until) throw new LogUnavailable('事件库服务器不可用，请稍后重试', { cause: error });
        await pause(attempt);
      }
    }
  }

  #follow(): void {
    const at = this.mirror.reached();
    const fromPosition = at === undefined ? START : parsePlace(at);
    const subscription = this.server.client.subscribeToAll({ fromPosition, requiresLeader: true });
    this.#subscription = subscription;
    const own = (what: () => void) => (): void => {
      if (this.#subscription === subscription) what();
    };
    subscription.on('data', ({ event }) => {
      if (this.#subscription !== subscription || !event) return;
      const forgetting = forgetful(event, this.server.namespace);
      if (forgetting !== undefined) return this.#examine(subscription, event, forgetting);
      return this.#arrive(event);
    });
    subscription.on(
      'confirmation',
      own(() => (this.#attempt = 0)),
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
      return this.#giveUp(error);
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
          throw new Foreign(stream, '其元数据设有 $maxAge、$maxCount 或 $tb，服务器会删去事件，须由管理员撤销后重启');
        this.#arrive(event);
      })
      .catch((error: unknown) => this.#giveUp(error))
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
        this.#giveUp(error);
      }
    });
  }

  /** Whole appends only: the events of one follow each other in the server's log. */
  #take(): void {
    const whole = this.#inHand.findLastIndex(({ rest }) => rest === 0) + 1;
    const last = this.#inHand[whole - 1];
    if (last) {
      const taken = this.#inHand.splice(0, whole).flatMap(({ event }) => (event ? [event] : []));
      this.mirror.take(taken, formatPlace(last.at));
      if (taken.length > 0) this.added();
      this.#settle();
    }
    if (!this.#examining) this.#subscription?.resume();
  }

  #settle(): void {
    for (const { for: met, answer } of this.#waiting) if (met()) answer.resolve();
  }

  #giveUp(error: unknown): void {
    this.#drop();
    if (!(error instanceof MirrorBroken) && !(error instanceof Foreign)) {
      this.#again();
      return;
    }
    this.#broken = new LogUnavailable(`事件库服务器上的内容与此前所见不符，已停止：${error.message}`, { cause: error });
    this.#tell(this.#broken);
  }

  #tell(error: LogUnavailable): void {
    for (const { answer } of this.#waiting) answer.reject(error);
  }

  #check(): void {
    if (this.#closed) throw new LogUnavailable('事件库已关闭');
    if (this.#broken) throw this.#broken;
  }
}

/** What isn't of the log may stand between the events of one append, and then leaves the append open. */
function arrived(record: AllStreamRecordedEvent, namespace: string, before: number): Arrived {
  const at = record.position;
  const stream = streamOf(record, namespace);
  if (stream === undefined) return { event: undefined, rest: before, at };
  const { rest, ...event } = fromServer(record, stream);
  return { event, rest, at };
}

/** Place of the last record that the leader has, the server's own included. */
async function endOf(client: EventStoreDBClient): Promise<Place | undefined> {
  const reading = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true });
  const read = async (): Promise<Place | undefined> => {
    for await (const { event } of reading) if (event) return event.position;
    return undefined;
  };
  return within(ASK, read(), () => void reading.cancel());
}

function commitOf(mirror: LogMirror): bigint {
  const at = mirror.reached();
  return at === undefined ? -1n : parsePlace(at).commit;
}

function formatPlace({ commit, prepare }: Place): string {
  return `${commit}/${prepare}`;
}

function parsePlace(text: string): Place {
  const [commit = '', prepare = ''] = text.split('/');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
