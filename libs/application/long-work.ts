import { Injectable } from '@nestjs/common';
import type { Id } from '@srd/kernel';
import { setImmediate } from 'node:timers/promises';

/** How far a piece of long work has come. */
export interface Progress {
  readonly kind: 'bundle' | 'self-check';
  /** Account that asked for it. */
  readonly by: Id;
  /** What it is about: a bundle's subject; null for the whole log. */
  readonly about: { readonly kind: string; readonly id: Id } | null;
  /** Reading events, proving them, hashing or enclosing files. */
  readonly step: 'events' | 'proofs' | 'attachments';
  readonly done: number;
  /** Null while it isn't known how much there is. */
  readonly total: number | null;
}

/** Tells how far a step has come; waiting for it lets others have their turn. */
export type Part = (step: Progress['step'], done: number, total: number | null) => Promise<void>;

/** So many parts are done in one go; then others have their turn. */
const AT_ONCE = 200;

/** What takes long in this process, for the page that waits for it. Gone with the process: whoever asked asks again. */
@Injectable()
export class LongWork {
  private readonly running = new Map<symbol, Progress>();

  /** Work under way, the oldest first. */
  get items(): readonly Progress[] {
    return [...this.running.values()];
  }

  /** Does a piece of work, which tells its steps part by part; between parts the process serves others. */
  async run<T>(work: Pick<Progress, 'kind' | 'by' | 'about'>, act: (part: Part) => Promise<T>): Promise<T> {
    const key = Symbol(work.kind);
    this.running.set(key, { ...work, step: 'events', done: 0, total: null });
    try {
      return await act(async (step, done, total) => {
        this.running.set(key, { ...work, step, done, total });
        if (done % AT_ONCE === 0) await setImmediate();
      });
    } finally {
      this.running.delete(key);
    }
  }
}
