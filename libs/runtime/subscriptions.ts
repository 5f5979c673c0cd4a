import { setImmediate } from 'node:timers/promises';
import { LogUnavailable } from './event-log';
import type { Position, Positioned, Subscription } from './event-log';

/** How a log is read by its subscriptions: synchronously, so that nothing comes between a page and its end. */
export interface Pages {
  /** At most `limit` events after the position, of these types. */
  page(after: Position | undefined, types: readonly string[] | undefined, limit: number): Positioned[];
  head(): Position | undefined;
}

export type Handler = (event: Positioned) => Promise<void> | void;

const PAGE = 256;

/**
 * The subscriptions of one log in this process. Each reads on from where it is; an append only wakes it. So there is one way
 * to an event, catching up and live alike, and no gap or double between the two.
 */
export class Subscriptions {
  readonly #open = new Set<{ wake(): void; close(): Promise<void> }>();

  constructor(private readonly pages: Pages) {}

  /** After each acknowledged append. */
  wake(): void {
    for (const subscription of this.#open) subscription.wake();
  }

  /** Ends all; no handler runs any more when it has settled. */
  async close(): Promise<void> {
    await Promise.all([...this.#open].map((subscription) => subscription.close()));
  }

  /** Begins a subscription after a position (the start by default), for these types (all by default). */
  open(options: { readonly after?: Position; readonly types?: readonly string[] }, handler: Handler): Subscription {
    const caughtUp = Promise.withResolvers<void>();
    const { after: from, types } = options;
    const target = this.pages.head();
    let closed = false;
    let woken = false;
    let sleeper: (() => void) | undefined;
    const wake = (): void => {
      woken = true;
      sleeper?.();
    };
    const reached = (position: Position | undefined): boolean =>
      target === undefined || (position !== undefined && position >= target);

    const run = async (): Promise<void> => {
      let after = from;
      while (!closed) {
        // A turn of the loop for each page: handlers that never wait must not starve the rest of the process.
        await setImmediate();
        if (closed) return;
        woken = false;
        const events = this.pages.page(after, types, PAGE);
        const end = this.pages.head();
        for (const event of events) {
          if (closed) return;
          await handler(event);
          after = event.position;
        }
        if (events.length < PAGE) {
          if (end !== undefined && (after === undefined || end > after)) after = end;
          if (reached(after)) caughtUp.resolve();
          if (!closed && !woken) await new Promise<void>((resolve) => (sleeper = resolve));
          sleeper = undefined;
        } else if (reached(after)) caughtUp.resolve();
      }
    };
    const ended = run().then(
      () => caughtUp.reject(new LogUnavailable('the subscription was closed before it had caught up')),
      (error: unknown) => {
        caughtUp.reject(error);
        throw error;
      },
    );
    // Whoever waits for one of them is told; nobody has to wait for both.
    caughtUp.promise.catch(() => undefined);
    const settled = ended.catch(() => undefined).finally(() => this.#open.delete(entry));
    const entry = {
      wake,
      close: async (): Promise<void> => {
        closed = true;
        wake();
        await settled;
      },
    };
    this.#open.add(entry);
    return { caughtUp: caughtUp.promise, ended, close: entry.close };
  }
}
