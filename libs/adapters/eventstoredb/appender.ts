import {
  LogUnavailable,
  place,
  RevisionConflict,
  type Appended,
  type Expected,
  type LogMirror,
  type Recordable,
} from '@srd/runtime';
import { pause, verdict, WrongRevision } from './failures';
import type { Follower } from './follower';
import { appendAt, GIVE_UP } from './leader';
import type { Server } from './server';
import { toServer } from './wire';

/**
 * Appends at an exact revision, with the events' own ids, so that what is tried again after an unknown outcome is written once. What stands
 * is judged by the mirror, what is new by the server; acknowledged is what the mirror shows.
 */
export class Appender {
  /** The last append of each stream and each id that is under way: those that share one wait for each other. */
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(
    private readonly server: Server,
    private readonly mirror: LogMirror,
    private readonly follower: Follower,
  ) {}

  append(stream: string, expected: Expected, events: readonly Recordable[]): Promise<Appended> {
    const keys = [`stream ${stream}`, ...events.map(({ id }) => `id ${id}`)];
    const before = Promise.all(keys.map(async (key) => this.#last.get(key)));
    const work = before.then(() => this.#append(stream, expected, events));
    const settled = work.catch(() => undefined);
    for (const key of keys) this.#last.set(key, settled);
    void settled.then(() => {
      for (const key of keys) if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    return work;
  }

  /** Settles when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }

  async #append(stream: string, expected: Expected, events: readonly Recordable[]): Promise<Appended> {
    const until = Date.now() + GIVE_UP;
    const last = events.at(-1) as Recordable;
    for (let attempt = 0; ; attempt++) {
      const repeated = await this.#judge(stream, expected, events);
      if (repeated) return attempt > 0 ? { ...repeated, repeated: false } : repeated;
      try {
        await appendAt(this.server, `${this.server.namespace}.${stream}`, toServer(events), expected);
        await this.follower.until(() => this.mirror.find(last.id) !== undefined);
        return this.#acknowledged(stream, expected, events);
      } catch (error) {
        if (error instanceof LogUnavailable) throw error;
        const refused = verdict(error);
        if (refused) throw refused;
        // Somebody was faster, or an attempt whose answer got lost was this one: the mirror tells once it is up to date.
        if (error instanceof WrongRevision) await this.follower.fresh();
        else await pause(attempt);
        if (Date.now() > until)
          throw new LogUnavailable('事件库服务器不可用，结果未知，可用同一标识重试', { cause: error });
      }
    }
  }

  /** The answer where the events stand already. @throws EventIdTaken, RevisionConflict */
  async #judge(stream: string, expected: Expected, events: readonly Recordable[]): Promise<Appended | undefined> {
    const judged = (): ReturnType<typeof place> => place(this.mirror, stream, expected, events);
    let placed: ReturnType<typeof place>;
    try {
      placed = judged();
    } catch (error) {
      // The mirror may be behind what the caller knows from elsewhere.
      if (!(error instanceof RevisionConflict) || isAhead(error.actual, expected)) throw error;
      await this.follower.fresh();
      placed = judged();
    }
    return 'repeated' in placed ? placed.repeated : undefined;
  }

  #acknowledged(stream: string, expected: Expected, events: readonly Recordable[]): Appended {
    const placed = place(this.mirror, stream, expected, events);
    if (!('repeated' in placed)) throw new LogUnavailable(`写入 ${stream} 的事件没有在应在的位置`);
    return { ...placed.repeated, repeated: false };
  }
}

function isAhead(actual: Expected, expected: Expected): boolean {
  if (actual === 'none') return false;
  return expected === 'none' || actual > expected;
}
