import { Refusal, type RecordedEvent } from '@srd/kernel';
import type { EventLog, Position, Subscription } from './event-log';
import { upcast, type Upcasts } from './upcasts';
import type { ViewsStore } from './views-store';

/**
 * What follows in another stream from an event. The command it gives carries a key derived from the event's id, so that giving it
 * twice records nothing twice; a lost checkpoint only costs time.
 */
export interface Reaction {
  readonly name: string;
  readonly on: Readonly<Record<string, (event: RecordedEvent) => Promise<void>>>;
}

const PAGE = 500;
const CHECKPOINT = 'reactions';

/**
 * Hands events to reactions, in order, each at least once across restarts. A refusal is an answer: it is reported and the next
 * event follows. Anything else (the log can't write) is reported and tried again until it goes through.
 */
export class Reactor {
  private subscription: Subscription | undefined;
  private at: Position | undefined;
  private pumping: Promise<void> | undefined;
  private woken = false;
  private stopped = false;

  constructor(
    private readonly log: EventLog,
    private readonly store: ViewsStore,
    private readonly reactions: readonly Reaction[],
    private readonly upcasts: Upcasts,
    private readonly onError: (reaction: string, event: RecordedEvent, error: Error) => void,
  ) {}

  async start(): Promise<void> {
    this.store.prepare([{ name: CHECKPOINT, version: 1, columns: [] }]);
    this.at = this.store.checkpoint(CHECKPOINT);
    const head = await this.log.head();
    this.subscription = this.log.subscribe(head === undefined ? {} : { after: head }, () => this.wake());
    this.wake();
    await this.idle();
  }

  /** Waits until everything recorded, and everything that followed from it, has been reacted to. */
  async idle(): Promise<void> {
    for (;;) {
      while (this.pumping) await this.pumping;
      const head = await this.log.head();
      if (this.stopped || head === undefined || (this.at !== undefined && this.at >= head)) return;
      this.wake();
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.subscription?.close();
    await this.pumping;
  }

  private wake(): void {
    this.woken = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = undefined;
      if (this.woken && !this.stopped) this.wake();
    });
  }

  private async pump(): Promise<void> {
    while (this.woken && !this.stopped) {
      this.woken = false;
      for (;;) {
        const page = await this.log.readAll({ ...(this.at === undefined ? {} : { after: this.at }), limit: PAGE });
        const last = page.at(-1);
        if (!last || this.stopped) break;
        for (const { event } of page) await this.react(upcast(this.upcasts, event));
        this.store.apply(CHECKPOINT, new Map(), last.position);
        this.at = last.position;
      }
    }
  }

  private async react(event: RecordedEvent): Promise<void> {
    for (const reaction of this.reactions) {
      const handler = reaction.on[event.type];
      if (!handler) continue;
      for (let wait = 100; !this.stopped; wait = Math.min(2 * wait, 10_000)) {
        try {
          await handler(event);
          break;
        } catch (error) {
          this.onError(reaction.name, event, error instanceof Error ? error : new Error(String(error)));
          if (error instanceof Refusal) break;
          await new Promise((resolve) => setTimeout(resolve, wait).unref());
        }
      }
    }
  }
}
