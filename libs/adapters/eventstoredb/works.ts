import { AsyncLocalStorage } from 'node:async_hooks';

/** A piece of work, and the question to the leader that serves all of it. */
interface Work {
  asked: Promise<void> | undefined;
  done: boolean;
}

/** Pieces of work for each of which the leader is asked once. */
export class Works {
  readonly #work = new AsyncLocalStorage<Work>();

  constructor(private readonly ask: () => Promise<void>) {}

  /** Does a piece of work; one within another is part of it. */
  async asOfNow<T>(work: () => Promise<T>): Promise<T> {
    if (this.#work.getStore()?.done === false) return work();
    const own: Work = { asked: undefined, done: false };
    try {
      return await this.#work.run(own, work);
    } finally {
      own.done = true;
    }
  }

  /** Asks, or waits for what the piece of work has asked already that this is called in. */
  async asked(): Promise<void> {
    const work = this.#work.getStore();
    if (!work || work.done) return this.ask();
    work.asked ??= this.ask().catch((error: unknown) => {
      work.asked = undefined;
      throw error;
    });
    return work.asked;
  }
}
