import { LogUnavailable, place } from '@srd/runtime';
import type { Appended, Expected, Position, Recordable } from '@srd/runtime';
import { SQLITE_BUSY, SQLITE_FULL, sqliteCode, type Driver, type Statement } from './driver';
import { insertInto, Standings } from './event-standings';

interface Waiting {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Recordable[];
  readonly answer: PromiseWithResolvers<Appended>;
}

/**
 * The one writer of a file. Appends that arrive in the same turn of the loop, or while a commit runs, go into one transaction
 * and share its sync; each is judged against its own expected revision, and each is acknowledged after COMMIT has returned.
 * What is refused writes nothing, so it takes nobody else down.
 */
export class EventWriter {
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #insert: ReturnType<typeof insertInto>;
  readonly #standings: Standings;
  #waiting: Waiting[] = [];
  #flush: Promise<void> | undefined;
  #next: number;
  #failed: LogUnavailable | undefined;

  constructor(
    private readonly driver: Driver,
    private readonly committed: () => void,
  ) {
    this.#begin = driver.prepare('BEGIN IMMEDIATE');
    this.#commit = driver.prepare('COMMIT');
    this.#insert = insertInto(driver);
    this.#standings = new Standings(driver);
    this.#next = Number(driver.prepare('SELECT coalesce(max(position) + 1, 0) FROM events').get()?.[0]);
  }

  /** Puts an append in the queue; settles when the transaction that it went into has. */
  append(stream: string, expected: Expected, events: readonly Recordable[]): Promise<Appended> {
    const answer = Promise.withResolvers<Appended>();
    this.#waiting.push({ stream, expected, events, answer });
    this.#flush ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#flush = undefined;
        this.#commitWaiting();
        resolve();
      });
    });
    return answer.promise;
  }

  /** Settles when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#flush;
  }

  #commitWaiting(): void {
    const group = this.#waiting;
    this.#waiting = [];
    if (this.#failed) return group.forEach(({ answer }) => answer.reject(this.#failed));
    const before = this.#next;
    const answers: (() => void)[] = [];
    try {
      this.#begin.run();
      for (const waiting of group) answers.push(this.#judge(waiting));
      this.#commit.run();
    } catch (error) {
      this.#next = before;
      const unavailable = this.#giveUp(error);
      return group.forEach(({ answer }) => answer.reject(unavailable));
    }
    for (const answer of answers) answer();
    if (this.#next > before) this.committed();
  }

  /** Writes one append of the group, or finds why not; gives what to tell its caller once the transaction stands. */
  #judge({ stream, expected, events, answer }: Waiting): () => void {
    let placed: ReturnType<typeof place>;
    try {
      placed = place(this.#standings, stream, expected, events);
    } catch (error) {
      if (sqliteCode(error) !== undefined) throw error;
      return () => answer.reject(error);
    }
    if ('repeated' in placed) {
      const { repeated } = placed;
      return () => answer.resolve(repeated);
    }
    let revision = placed.first;
    for (const event of events) {
      this.#insert(this.#next, stream, revision, event);
      this.#next++;
      revision++;
    }
    const position = (this.#next - 1) as Position;
    return () => answer.resolve({ revision: revision - 1, position, repeated: false });
  }

  /**
   * A full disk or a foreign lock leaves the file as it was, and the next append may succeed. After any other failure (a sync
   * that failed, above all) the kernel may have dropped what it couldn't write and call the next sync a success: nothing
   * is acknowledged on this connection again, only opening the file anew (which writes the log back) heals it.
   */
  #giveUp(error: unknown): LogUnavailable {
    try {
      if (this.driver.inTransaction()) this.driver.exec('ROLLBACK');
    } catch (rollback) {
      this.#failed = new LogUnavailable('事件库回滚失败，已停止写入，请重启服务', { cause: rollback });
      return this.#failed;
    }
    const code = sqliteCode(error);
    if (code === SQLITE_FULL) return new LogUnavailable('磁盘已满，事件未写入，腾出空间后可重试', { cause: error });
    if (code === SQLITE_BUSY)
      return new LogUnavailable('事件库被其他程序占用，事件未写入，请稍后重试', { cause: error });
    this.#failed = new LogUnavailable('事件库写入失败，已停止写入，请检查磁盘后重启服务', { cause: error });
    return this.#failed;
  }
}
