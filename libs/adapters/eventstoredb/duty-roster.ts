import type { CommonJournal, Duty } from '@srd/runtime';
import { randomUUID } from 'node:crypto';
import { LastEntry, type Journals } from './journals';

/** Who is on duty, or that the one who was gave it up. */
interface Turn {
  readonly node: string;
  /** The start of the node that wrote it: a folder that was copied gives two processes the same name. */
  readonly start: string;
  readonly given: boolean;
}

/** Why a node lost the duty to one of its own name. */
const COPIED =
  '另有一个进程以本节点的标识（DATA_DIR 中的 node.id）担任了值班，本节点已退下：数据目录疑似被整份复制。请停下其中一个，删去其数据目录（它只是缓存，由服务器补齐），再启动';

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
  /** Until then it leaves the duty to others: it handed it on, for it can't do what it asks. */
  #leavesUntil = 0;
  #trouble: string | undefined;
  #working: Promise<void> | undefined;
  #closed = false;
  readonly #start = randomUUID();
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

  /** Opens the roster; where nobody is on duty, or this node was before it was started anew, it takes it at once. @throws LogUnavailable */
  static async open(journals: Journals, node: string, times = TIMES): Promise<DutyRoster> {
    const roster = new DutyRoster(node, await journals.lastNumber('duty'), times);
    roster.#journal = await journals.open('duty', roster.#last);
    await roster.#begin();
    roster.#timer = setInterval(() => void roster.#look(), times.renew / 4).unref();
    return roster;
  }

  held(): boolean {
    const { entry } = this.#last;
    return performance.now() < this.#heldUntil && this.#isOwn(entry) && !entry?.given;
  }

  get trouble(): string | undefined {
    return this.#trouble;
  }

  watch(changed: () => void): void {
    this.#handlers.push(changed);
  }

  async handOn(): Promise<void> {
    await this.#working;
    if (this.#closed || !this.held()) return;
    this.#leavesUntil = performance.now() + this.times.held;
    await this.#write(true).catch(() => undefined);
    this.#heldUntil = 0;
    this.#tell();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#working;
    if (this.held()) await this.#write(true).catch(() => undefined);
    this.#heldUntil = 0;
  }

  #isOwn(turn: Turn | undefined): boolean {
    return turn?.node === this.node && turn.start === this.#start;
  }

  /** What stands under this node's name is of an earlier start: it goes on with the duty without waiting for its end. */
  async #begin(): Promise<void> {
    const { entry } = this.#last;
    if (entry?.node === this.node && !entry.given) await this.#write(false).catch(() => undefined);
    await this.#look();
  }

  #hear(): void {
    const { entry } = this.#last;
    // One that began later has this node's name: it is the one that goes on.
    if (this.#timer && entry?.node === this.node && !this.#isOwn(entry)) {
      this.#heldUntil = 0;
      this.#told = false;
      this.#trouble = COPIED;
      setImmediate(() => this.#call());
    }
    this.#heard = performance.now();
    if (this.#last.entry?.given && this.#timer) setImmediate(() => void this.#look());
  }

  /** Renews or takes the duty where it is time to, and tells of a change. */
  #look(): Promise<void> {
    this.#working ??= (async () => {
      const now = performance.now();
      const { entry } = this.#last;
      const unheld = entry === undefined || entry.given || now - this.#heard > this.times.lapse;
      const free = unheld && now >= this.#leavesUntil;
      const due = this.#isOwn(entry) && !entry?.given && now - this.#renewed >= this.times.renew;
      try {
        if (!this.#closed && (free || due)) await this.#write(false);
      } catch {
        // The server is away: nobody can take the duty, and what counts has an end.
      }
      this.#tell();
    })().finally(() => (this.#working = undefined));
    return this.#working;
  }

  async #write(given: boolean): Promise<void> {
    const began = performance.now();
    const taken = await this.#journal?.recordAs(this.#last.taken() + 1, { node: this.node, start: this.#start, given });
    if (!taken || given) return;
    this.#renewed = began;
    this.#heldUntil = began + this.times.held;
  }

  #tell(): void {
    const held = this.held();
    if (held === this.#told) return;
    this.#told = held;
    this.#call();
  }

  #call(): void {
    for (const handler of this.#handlers) handler();
  }
}
