import type { SelfCheckFinding } from '@srd/domain/log';
import { compareBytes, nth, type Hash, type RecordedEvent, type View } from '@srd/kernel';
import { Frontier } from '@srd/proof/log';
import {
  AttachmentDamaged,
  foldOne,
  upcast,
  type AttachmentStore,
  type Checkpoint,
  type Positioned,
  type ViewRow,
} from '@srd/runtime';
import { attachmentsNamed } from './attachments/named';
import { decidersWith, kindOf } from './deciders';
import { rootText } from './log-check';
import type { Part } from './long-work';
import { leafOf } from './log-leaf';
import { upcasts } from './upcasts';

type Found = (finding: SelfCheckFinding) => void;

/** Folds every stream through its procedure; a stream that breaks is told once. */
export class StreamsCheck {
  private readonly states = new Map<string, { state: unknown; revision: number; broken: boolean }>();
  private readonly deciders;

  constructor(
    hash: Hash,
    private readonly found: Found,
  ) {
    this.deciders = decidersWith(hash);
  }

  get count(): number {
    return this.states.size;
  }

  take(event: RecordedEvent): void {
    const { stream, revision } = event;
    const decider = this.deciders[kindOf(stream)];
    const known = this.states.get(stream) ?? { state: decider?.initial, revision: -1, broken: false };
    this.states.set(stream, known);
    if (known.broken) return;
    const broken = (what: string): void => {
      known.broken = true;
      this.found({ kind: 'stream', where: `${stream}@${revision}`, what });
    };
    if (!decider) return broken('没有这种流的程序');
    if (revision !== known.revision + 1) return broken(`缺少第 ${nth(known.revision + 1)} 条`);
    try {
      known.state = foldOne(decider, known.state, upcast(upcasts, event));
      known.revision = revision;
    } catch (error) {
      broken(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Builds a read model anew beside the live one and compares them row by row. */
export class ViewCheck {
  private readonly view: View<object>;
  private readonly rows = new Map<string, object | null>();

  constructor(view: View<never>) {
    this.view = view as unknown as View<object>;
  }

  take(event: RecordedEvent): void {
    const handler = this.view.on[event.type];
    if (!handler) return;
    const upcasted = upcast(upcasts, event);
    const key = this.view.key(upcasted);
    const before = this.rows.get(key);
    const after = handler(before ?? undefined, upcasted);
    if (after !== undefined) this.rows.set(key, after);
  }

  compare(live: readonly ViewRow[], found: Found): void {
    const left = new Map([...this.rows].filter(([, row]) => row !== null));
    for (const { key, row } of live) {
      const anew = left.get(key);
      left.delete(key);
      const what = anew ? differenceIn(row, JSON.parse(JSON.stringify(anew))) : '事件中没有这一行';
      if (what !== undefined) found({ kind: 'view', where: `${this.view.name} ${key}`, what });
    }
    for (const key of left.keys()) found({ kind: 'view', where: `${this.view.name} ${key}`, what: '读模型中缺这一行' });
  }
}

/** Recomputes the tree and holds it against every checkpoint on its way. */
export class TreeCheck {
  private readonly frontier: Frontier;
  private readonly wanted: Map<number, Checkpoint>;
  private wrong = false;

  constructor(
    checkpoints: Iterable<Checkpoint>,
    private readonly hash: Hash,
    private readonly found: Found,
  ) {
    this.frontier = Frontier.empty(hash);
    this.wanted = new Map([...checkpoints].map((each) => [each.size, each]));
  }

  get size(): number {
    return this.frontier.size;
  }

  get root(): string {
    return rootText(this.frontier.root());
  }

  take(positioned: Positioned): void {
    this.frontier.append(leafOf(positioned, this.hash).hash);
    const checkpoint = this.wanted.get(this.frontier.size);
    if (!checkpoint || this.wrong || compareBytes(checkpoint.root, this.frontier.root()) === 0) return;
    // Every later checkpoint differs as well: the first one says where to look.
    this.wrong = true;
    const where = `${checkpoint.size} 条的检查点`;
    this.found({ kind: 'tree', where, what: `根散列重算为 ${this.root}，与签名的不符：此前的事件被改动` });
  }
}

/** Hashes every file anew that an event names, and misses those that should be there. */
export class AttachmentsCheck {
  /** By hash: name, and where it is named. */
  private readonly named = new Map<string, { name: string | undefined; where: string; isOwed: boolean }>();
  private hashed = 0;

  constructor(
    private readonly store: AttachmentStore,
    private readonly found: Found,
  ) {}

  get count(): number {
    return this.hashed;
  }

  take(event: RecordedEvent): void {
    const { stream, revision } = event;
    for (const { sha256, name, mediaType } of attachmentsNamed([event])) {
      // A case's evidence without a type came in when only hashes were kept.
      const isOwed = mediaType !== undefined || kindOf(stream) !== 'case';
      const known = this.named.get(sha256);
      const where = `${stream}@${revision}`;
      this.named.set(sha256, {
        name: known?.name ?? name,
        where: known?.where ?? where,
        isOwed: isOwed || known?.isOwed === true,
      });
    }
  }

  async compare(part: Part): Promise<void> {
    let looked = 0;
    for (const [sha256, { name = sha256, where, isOwed }] of this.named) {
      await part('attachments', looked++, this.named.size);
      const tell = (what: string): void => this.found({ kind: 'attachment', where: `${name}（${where}）`, what });
      try {
        const bytes = await this.store.read(sha256);
        if (bytes) this.hashed++;
        else if (isOwed) tell('附件的内容不在库中');
      } catch (error) {
        if (!(error instanceof AttachmentDamaged)) throw error;
        tell('附件的内容与所记的 SHA-256 不符：已被改动');
      }
    }
  }
}

/** The first place in which two JSON values differ, as a pointer; undefined when they are the same. */
export function differenceIn(live: unknown, anew: unknown, pointer = ''): string | undefined {
  if (Object.is(live, anew)) return undefined;
  const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isBranch(live) || !isBranch(anew) || Array.isArray(live) !== Array.isArray(anew)) {
    const text = (value: unknown): string => (JSON.stringify(value) ?? '无').slice(0, 80);
    return `${pointer || '/'}：读模型为 ${text(live)}，由事件应为 ${text(anew)}`;
  }
  const [left, right] = [live as Record<string, unknown>, anew as Record<string, unknown>];
  for (const member of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
    const found = differenceIn(left[member], right[member], `${pointer}/${member}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
