import { within } from './failures';

/** Those who wait for the mirror to show something. */
export class Waiting {
  #entries: { readonly met: () => boolean; readonly answer: PromiseWithResolvers<void> }[] = [];

  /**
   * Waits until a condition is met; when that takes longer than `ms`, `nudge` is called once, and it waits for `most` more.
   * @throws NoAnswer; whatever `fail` was called with
   */
  async until(met: () => boolean, ms: number, nudge: () => void, most: number): Promise<void> {
    if (met()) return;
    const answer = Promise.withResolvers<void>();
    const entry = { met, answer };
    this.#entries.push(entry);
    const nudging = setTimeout(nudge, ms);
    try {
      await within(ms + most, answer.promise);
    } finally {
      clearTimeout(nudging);
      this.#entries = this.#entries.filter((other) => other !== entry);
    }
  }

  /** After each change. */
  settle(): void {
    for (const { met, answer } of this.#entries) if (met()) answer.resolve();
  }

  fail(error: Error): void {
    for (const { answer } of this.#entries) answer.reject(error);
  }
}
