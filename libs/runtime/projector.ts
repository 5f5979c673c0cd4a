import type { RecordedEvent, View } from '@srd/kernel';
import type { EventLog, Position, Positioned, Subscription } from './event-log';
import { whenThere } from './patience';
import { upcast, type Upcasts } from './upcasts';
import type { Change, Column, ViewsStore, ViewTable } from './views-store';

const PAGE = 1_000;
/** A rebuild keeps the rows that it changes in memory and writes them after so many events, or when so many rows have gathered. */
const WRITE_AFTER = { events: 100_000, rows: 10_000 };

/** Told by a rebuild after each page. */
export interface Progress {
  readonly view: string;
  readonly events: number;
}

/**
 * Keeps read models in step with the log: pages of events, one transaction for a view's rows and checkpoint. Rows are
 * disposable; a view whose version changed is built anew at the start.
 */
export class Projector {
  private readonly waiting: { readonly position: Position; readonly resolve: () => void }[] = [];
  private subscription: Subscription | undefined;
  private pumping: Promise<void> | undefined;
  private woken = false;
  private stopped = false;
  private at: Position | undefined;
  private failure: Error | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly store: ViewsStore,
    private readonly views: readonly View<never>[],
    private readonly upcasts: Upcasts = {},
    private readonly onError: (error: Error) => void = () => {},
  ) {}

  /** Catches up with the log, then follows it. */
  async start(): Promise<void> {
    this.store.prepare(this.views.map(tableOf));
    for (const view of this.views) await this.rebuildFrom(view, this.store.checkpoint(view.name));
    this.at = this.lowestCheckpoint();
    const head = await this.log.head();
    this.subscription = this.log.subscribe(head === undefined ? {} : { after: head }, () => this.wake());
    this.wake();
    await this.settled();
  }

  /** Waits until rows show everything up to a position (read-your-own-write). False when that takes longer than `ms`. */
  async reached(position: Position | undefined, ms = 5_000): Promise<boolean> {
    if (position === undefined || (this.at !== undefined && this.at >= position)) return true;
    if (this.failure) return false;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      this.waiting.push({
        position,
        resolve: () => {
          clearTimeout(timer);
          resolve(true);
        },
      });
    });
  }

  /** Position up to which the rows stand; undefined before the first event. */
  get position(): Position | undefined {
    return this.at;
  }

  /** What stopped the read models from following the log, if anything did. */
  get broken(): Error | undefined {
    return this.failure;
  }

  /** Builds every view anew from the log's start. */
  async rebuild(progress: (progress: Progress) => void = () => {}): Promise<void> {
    this.store.prepare(this.views.map(tableOf));
    for (const view of this.views) {
      this.store.clear(view.name);
      await this.rebuildFrom(view, undefined, progress);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.subscription?.close();
    await this.pumping;
  }

  private async rebuildFrom(
    view: View<never>,
    after: Position | undefined,
    progress: (progress: Progress) => void = () => {},
  ): Promise<void> {
    const head = await this.log.head();
    const types = Object.keys(view.on);
    let rows = new Rows(view, this.store);
    let events = 0;
    let unwritten = 0;
    for (let from = after; ;) {
      const page = await this.log.readAll({ ...(from === undefined ? {} : { after: from }), types, limit: PAGE });
      for (const { event } of page) rows.take(upcast(this.upcasts, event));
      events += page.length;
      unwritten += page.length;
      const last = page.at(-1)?.position;
      const ended = page.length < PAGE;
      if (ended || unwritten >= WRITE_AFTER.events || rows.count >= WRITE_AFTER.rows) {
        // Past the last event of its types a view stands at the head that was seen before reading.
        const reached = ended ? later(head, last ?? from) : last;
        if (reached !== undefined && (reached !== after || events > 0)) {
          this.store.apply(view.name, rows.changes(), reached);
        }
        rows = new Rows(view, this.store);
        unwritten = 0;
      }
      progress({ view: view.name, events });
      if (ended) return;
      from = last;
    }
  }

  private wake(): void {
    this.woken = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = undefined;
      if (this.woken && !this.stopped && !this.failure) this.wake();
    });
  }

  private async settled(): Promise<void> {
    while (this.pumping) await this.pumping;
    if (this.failure) throw this.failure;
  }

  private async pump(): Promise<void> {
    try {
      while (this.woken && !this.stopped) {
        this.woken = false;
        for (;;) {
          const after = this.at === undefined ? {} : { after: this.at };
          const page = await whenThere(
            () => this.log.readAll({ ...after, limit: PAGE }),
            () => this.stopped,
          );
          if (!page) return;
          const last = page.at(-1);
          if (!last) break;
          this.apply(page, last.position);
          this.at = last.position;
          this.release(last.position);
          if (page.length < PAGE) break;
        }
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.onError(this.failure);
    }
  }

  private release(position: Position): void {
    for (let index = this.waiting.length - 1; index >= 0; index--) {
      const waiter = this.waiting[index];
      if (waiter && waiter.position <= position) {
        this.waiting.splice(index, 1);
        waiter.resolve();
      }
    }
  }

  private lowestCheckpoint(): Position | undefined {
    const checkpoints = this.views.map((view) => this.store.checkpoint(view.name));
    if (checkpoints.some((checkpoint) => checkpoint === undefined)) return undefined;
    return (checkpoints as Position[]).reduce((least, next) => (next < least ? next : least));
  }

  private apply(page: readonly Positioned[], checkpoint: Position): void {
    const events = page.map(({ position, event }) => ({ position, event: upcast(this.upcasts, event) }));
    for (const view of this.views) {
      const done = this.store.checkpoint(view.name);
      const rows = new Rows(view, this.store);
      for (const { position, event } of events) if (done === undefined || position > done) rows.take(event);
      this.store.apply(view.name, rows.changes(), checkpoint);
    }
  }
}

/** The table that holds a view's rows. */
export function tableOf({ name, version, columns }: View<never>): ViewTable {
  return { name, version, columns: Object.keys(columns) };
}

function later(a: Position | undefined, b: Position | undefined): Position | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** Rows of one view from the first event that asks for them until they are written. */
class Rows {
  private readonly view: View<object>;
  /** `undefined`: not in the store, and no event has made it. */
  private readonly rows = new Map<string, object | null | undefined>();
  private readonly changed = new Set<string>();

  constructor(
    view: View<never>,
    private readonly store: ViewsStore,
  ) {
    this.view = view as unknown as View<object>;
  }

  get count(): number {
    return this.rows.size;
  }

  take(event: RecordedEvent): void {
    const { view, rows } = this;
    const handler = view.on[event.type];
    if (!handler) return;
    const key = view.key(event);
    let before = rows.get(key);
    if (before === undefined && !rows.has(key)) before = this.store.get(view.name, key)?.row as object | undefined;
    const after = handler(before ?? undefined, event);
    rows.set(key, after === undefined ? before : after);
    if (after !== undefined) this.changed.add(key);
  }

  /** What the store is to put and to take away. */
  changes(): Map<string, Change | null> {
    const changes = new Map<string, Change | null>();
    const columns = Object.entries(this.view.columns);
    for (const key of this.changed) {
      const row = this.rows.get(key) ?? null;
      if (row === null) {
        changes.set(key, null);
        continue;
      }
      const values: Record<string, Column> = {};
      for (const [name, column] of columns) values[name] = column(row);
      changes.set(key, { organ: this.view.organ(row), columns: values, row });
    }
    return changes;
  }
}
