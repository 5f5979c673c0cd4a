import type { CommonJournal, Duty } from '@srd/runtime';
import { LastEntry, type Journals } from './journals';

/** Who is on duty, or that the one who was gave it up. */
interface Turn {
  readonly node: string;
  readonly given: boolean;
}

/** How often whoever is on duty says so; how long that counts; after how long a silence another takes it. In milliseconds. */
const TIMES = { renew: 4_000, held: 10_000, lapse: 15_000 };

/**
 * The duty as a journal in which each entry names a node: it is taken by writing the next entry, which one of several can. Who is on duty
 * counts from before it wrote, the others from when they heard, so that one ends before the next begins, whatever their clocks say.
 */
export class DutyRoster implements Duty {
  #heldUntil = 0;
  #heard = performance.now();
  #renewed = -Infinity;
  #told = false;
  #working: Promise<void> | undefined;
  #closed = false;
  readonly #handlers: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  readonly #last: LastEntry<Turn>;
  #journal: CommonJournal<Turn> | undefined;

  private constructor(
    private readonly node: string,
    lastNumber: number,
    private readonly times: typeof TIMES,
  ) {
    this.#last = new LastEntry(lastNumber, () => this.#hear());
  }

  /** Opens the roster; where nobody is on duty, this node takes it at once. @throws LogUnavailable */
  static async open(journals: Journals, node: string, times = TIMES): Promise<DutyRoster> {
    const roster = new DutyRoster(node, await journals.lastNumber('duty'), times);
    roster.#journal = await journals.open('duty', roster.#last);
    await roster.#look();
    roster.#timer = setInterval(() => void roster.#look(), times.renew / 4).unref();
    return roster;
  }

  held(): boolean {
    const { entry } = this.#last;
    return performance.now() < this.#heldUntil && entry?.node === this.node && !entry.given;
  }

  watch(changed: () => void): void {
    this.#handlers.push(changed);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#working;
    if (this.held()) await this.#write(true).catch(() => undefined);
    this.#heldUntil = 0;
  }

  #hear(): void {
    this.#heard = performance.now();
    if (this.#last.entry?.given && this.#timer) setImmediate(() => void this.#look());
  }

  /** Renews or takes the duty where it is time to, and tells of a change. */
  #look(): Promise<void> {
    this.#working ??= (async () => {
      const now = performance.now();
      const { entry } = this.#last;
      const free = entry === undefined || entry.given || now - this.#heard > this.times.lapse;
      const mine = entry?.node === this.node && now - this.#renewed >= this.times.renew;
      try {
        if (!this.#closed && (free || mine)) await this.#write(false);
      } catch {
        // The server is away: nobody can take the duty, and what counts has an end.
      }
      this.#tell();
    })().finally(() => (this.#working = undefined));
    return this.#working;
  }

  async #write(given: boolean): Promise<void> {
    const began = performance.now();
    const taken = await this.#journal?.recordAs(this.#last.taken() + 1, { node: this.node, given });
    if (!taken || given) return;
    this.#renewed = began;
    this.#heldUntil = began + this.times.held;
  }

  #tell(): void {
    const held = this.held();
    if (held === this.#told) return;
    this.#told = held;
    for (const handler of this.#handlers) handler();
  }
}
