import { Refusal, type RecordedEvent } from '@srd/kernel';
import type { EventLog, Position, Subscription } from './event-log';
import { whenThere } from './patience';
import { upcast, type Upcasts } from './upcasts';

/**
 * What follows in another stream from an event. The command it gives carries a key derived from the event's id, so that giving it
 * twice records nothing twice; and it may be handed its event again after a crash, so it goes on from what it finds.
 */
export interface Reaction {
  readonly name: string;
  readonly on: Readonly<Record<string, (event: RecordedEvent) => Promise<void>>>;
}

/** How far the reactions have come. Durable, and not among the read models: those can be made anew, what followed can't. */
export interface Bookmark {
  /** `start`: before the first event. Undefined: nobody has ever kept a place here. */
  read(): Promise<Position | 'start' | undefined>;
  keep(place: Position | 'start'): Promise<void>;
}

const PAGE = 500;

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
    private readonly bookmark: Bookmark,
    private readonly reactions: readonly Reaction[],
    private readonly upcasts: Upcasts,
    private readonly onError: (reaction: string, event: RecordedEvent, error: Error) => void,
  ) {}

  /** Goes on from the bookmark; a log without one has been reacted to where it came from, so what follows begins at its end. */
  async start(): Promise<void> {
    const head = await this.log.head();
    const kept = await this.bookmark.read();
    this.at = kept === undefined ? head : kept === 'start' ? undefined : kept;
    if (kept === undefined) await this.bookmark.keep(head ?? 'start');
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
        const after = this.at === undefined ? {} : { after: this.at };
        const page = await this.whenThere(() => this.log.readAll({ ...after, limit: PAGE }));
        if (!page) return;
        for (const { position, event } of page) {
          if (this.stopped) return;
          const reacted = await this.react(upcast(this.upcasts, event));
          this.at = position;
          // Only where something followed: an event without a reaction may be read again, a write for each would cost every command.
          if (reacted && !this.stopped) await this.whenThere(() => this.bookmark.keep(position));
        }
        if (page.length < PAGE) break;
      }
    }
  }

  private whenThere<T>(work: () => Promise<T>): Promise<T | undefined> {
    return whenThere(work, () => this.stopped);
  }

  /** Whether any reaction had to do with the event. */
  private async react(event: RecordedEvent): Promise<boolean> {
    let reacted = false;
    for (const reaction of this.reactions) {
      const handler = reaction.on[event.type];
      if (!handler) continue;
      reacted = true;
      for (let wait = 100; !this.stopped; wait = Math.min(2 * wait, 10_000)) {
        try {
          await this.log.asOfNow(() => handler(event));
          break;
        } catch (error) {
          this.onError(reaction.name, event, error instanceof Error ? error : new Error(String(error)));
          if (error instanceof Refusal) break;
          await new Promise((resolve) => setTimeout(resolve, wait).unref());
        }
      }
    }
    return reacted;
  }
}
