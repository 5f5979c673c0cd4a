import { Logger } from '@nestjs/common';
import { compareBytes, type Hash, type Instant, type RecordedEvent } from '@srd/kernel';
import {
  formatCheckpoint,
  formatVerifierKey,
  Frontier,
  KEY_ROTATED,
  LOG_STREAM,
  proveConsistency,
  proveInclusion,
  treeRoot,
} from '@srd/proof/log';
import {
  alwaysOnDuty,
  type Checkpoint,
  type Duty,
  type EventLog,
  LogUnavailable,
  type Leaf,
  type Position,
  type TreeNode,
} from '@srd/runtime';
import { setTimeout as pause } from 'node:timers/promises';
import { hashesOf, LogForged, recompute, type Claim } from './log-check';
import { leafOf } from './log-leaf';
import { claimOf, keyOf, signed } from './log-notes';
import type { Ledger } from './ports';

/** How long an event may wait for others to share its checkpoint, in milliseconds: a checkpoint is synced to disk, so not one each. */
const GATHER = 250;
/** The longest it waits after a failure until it tries again, in milliseconds. */
const LONGEST = 30_000;
const PAGE = 1_000;
const CHUNK = 10_000;
/** So many events share one checkpoint at most: hashing more than these before signing would keep the first of them waiting too long. */
const TOGETHER = 5_000;

/**
 * Follows the event log leaf by leaf and signs its size and root, off the way of the appends: an acknowledgement waits for no signature, and no
 * event stays without one for longer than a second (srd-log/1).
 */
export class LogKeeper {
  private readonly logger = new Logger('log');
  private frontier: Frontier;
  private last: Position | undefined;
  private timer: NodeJS.Timeout | undefined;
  private draining: Promise<void> | undefined;
  private again = false;
  private running = false;
  private failure: Error | undefined;
  /** How long it waits after a failure until it tries again by itself, and until when. */
  private wait = 0;
  private notBefore = 0;
  /** What was last said to be wrong: it is said once. */
  private told: string | undefined;
  /** A note that was signed and isn't remembered yet: nothing is signed after it until it is. */
  private unremembered: string | undefined;
  /** Size from which on another key signs than this process has. */
  private rotatedAt: number | undefined;
  /** Size of the newest checkpoint of any node that was held against the events. */
  private agreed = 0;

  constructor(
    private readonly log: EventLog,
    private readonly ledger: Ledger,
    private readonly hash: Hash,
    private readonly duty: Duty = alwaysOnDuty,
  ) {
    this.frontier = Frontier.empty(hash);
  }

  /** Holds the whole log against all that was ever signed for it, then follows it. @throws LogForged */
  async start(): Promise<void> {
    if (this.running) return;
    await this.check();
    this.running = true;
    await this.drain();
    // Looking from time to time costs less than being handed each event once more: they are read when they are hashed.
    this.timer = setInterval(() => {
      if (performance.now() >= this.notBefore) void this.drain();
    }, GATHER).unref();
  }

  /** Signs for what stands and stops following. */
  async stop(): Promise<void> {
    if (!this.running) return;
    clearInterval(this.timer);
    await this.drain();
    this.running = false;
  }

  /** The newest signed checkpoint, as anybody may have it; undefined before the first event. */
  latest(): Checkpoint | undefined {
    return this.ledger.tree.latest();
  }

  /** When the first event was recorded that no checkpoint covers yet; undefined when all are covered. */
  async unsignedSince(): Promise<Instant | undefined> {
    // An event's leaf has its position as its index.
    const size = this.latest()?.size ?? 0;
    const [first] = await this.log.readAll({ ...(size > 0 && { after: (size - 1) as Position }), limit: 1 });
    return first?.event.at;
  }

  /** What keeps it from signing, if anything does. */
  get broken(): Error | undefined {
    return this.failure;
  }

  /** Index of an event's leaf, once a checkpoint covers it. */
  indexOf(stream: string, revision: number): number | undefined {
    const index = this.ledger.tree.indexOf(stream, revision);
    return index !== undefined && index < (this.latest()?.size ?? 0) ? index : undefined;
  }

  /** The first checkpoint that covers an event; signs at once where none does yet. Undefined when that takes longer than `ms`. */
  async covering(stream: string, revision: number, ms = 1_500): Promise<Checkpoint | undefined> {
    if (this.indexOf(stream, revision) === undefined && this.running) {
      const late = new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
      const until = performance.now() + ms;
      await Promise.race([this.drain(), late]);
      // Another node's checkpoint is on its way.
      while (this.indexOf(stream, revision) === undefined && performance.now() < until) await pause(20);
    }
    const index = this.indexOf(stream, revision);
    return index === undefined ? undefined : this.ledger.tree.covering(index);
  }

  /** Inclusion path of a leaf in the tree of `size`, leaf to root. @throws RangeError */
  inclusion(index: number, size: number): Uint8Array[] {
    return proveInclusion(index, size, hashesOf(this.ledger.tree), this.hash);
  }

  /** Consistency path between two sizes. @throws RangeError */
  consistency(from: number, to: number): Uint8Array[] {
    return proveConsistency(from, to, hashesOf(this.ledger.tree), this.hash);
  }

  /** Recomputes the tree and takes it up from there. @throws LogForged */
  private async check(): Promise<void> {
    const { tree } = this.ledger;
    const found = await recompute(this.log, tree, this.claims(), this.hash);
    if (found.stale) {
      this.logger.warn('树的散列与事件不符，而签名的检查点与事件相符：已由事件重建');
      tree.forgetLeaves();
      const anew = await recompute(this.log, tree, [], this.hash);
      this.store(anew.leaves, anew.nodes);
      this.frontier = anew.frontier;
    } else {
      this.store(found.leaves, found.nodes);
      this.frontier = found.frontier;
    }
    this.last = found.last;
    await this.sign();
  }

  /** All that was signed: by this house's key, as the data tell and as the signer remembers, and by those who watch it. */
  private claims(): readonly Claim[] {
    const { tree, signer, witnessed } = this.ledger;
    const own = tree.announced();
    const remembered = signer.lastSigned();
    try {
      return [
        ...(own ? [claimOf(own.note, '本机检查点', this.ledger, this.hash)] : []),
        ...(remembered === undefined ? [] : [claimOf(remembered, '签名密钥旁所存检查点', this.ledger, this.hash)]),
        ...witnessed.map(({ name, note }) => claimOf(note, `见证人“${name}”所存检查点`, this.ledger, this.hash)),
      ];
    } catch (error) {
      if (error instanceof LogForged) throw error;
      throw new LogForged('NOTE_REFUSED', `检查点的签名不能核验，拒绝写入：${(error as Error).message}`);
    }
  }

  /** Takes in everything that stands now and signs for it; whoever asks while one runs gets one that began after they asked. */
  private drain(): Promise<void> {
    if (this.draining) {
      this.again = true;
      return this.draining;
    }
    this.draining = (async () => {
      try {
        do {
          this.again = false;
          await this.takeIn();
        } while (this.again);
      } catch (error) {
        await this.fail(error instanceof Error ? error : new Error(String(error)));
      } finally {
        this.draining = undefined;
      }
    })();
    return this.draining;
  }

  /** Says what is wrong once, tries again at ever longer intervals, and lets another node sign where this one can't. */
  private async fail(error: Error): Promise<void> {
    if (error.message !== this.told) this.logger.error(`未能签名检查点，稍后再试：${error.stack}`);
    this.told = error.message;
    this.failure = error;
    this.wait = Math.min(LONGEST, Math.max(GATHER, 2 * this.wait));
    this.notBefore = performance.now() + this.wait;
    if (!(error instanceof LogUnavailable)) await this.duty.handOn();
  }

  private async takeIn(): Promise<void> {
    const leaves: Leaf[] = [];
    const nodes: TreeNode[] = [];
    let at = this.last;
    const next = Frontier.from(this.frontier.state, this.hash);
    for (;;) {
      const page = await this.log.readAll({ ...(at === undefined ? {} : { after: at }), limit: PAGE });
      for (const positioned of page) {
        const leaf = leafOf(positioned, this.hash);
        leaves.push(leaf);
        nodes.push(...next.append(leaf.hash));
        at = positioned.position;
        if (this.retires(positioned.event)) this.rotatedAt = next.size;
      }
      if (page.length < PAGE) break;
      if (leaves.length < TOGETHER) continue;
      this.again = true;
      break;
    }
    const { tree, common } = this.ledger;
    if (leaves.length > 0) {
      const checkpoint = common ? undefined : this.checkpointOf(next);
      tree.extend(leaves, nodes, checkpoint);
      this.frontier = next;
      this.last = at;
      if (checkpoint) this.remember(checkpoint.note);
    }
    if (common) await this.sign();
    else if (this.unremembered !== undefined) this.remember(this.unremembered);
    if (this.failure instanceof LogUnavailable) this.told = undefined;
    this.failure = undefined;
    this.wait = 0;
  }

  private remember(note: string): void {
    this.unremembered = note;
    this.ledger.signer.remember(note);
    this.unremembered = undefined;
    if (this.told !== undefined) this.logger.log('检查点恢复签署');
    this.told = undefined;
  }

  private store(leaves: readonly Leaf[], nodes: readonly TreeNode[]): void {
    const { tree } = this.ledger;
    for (let from = 0; from < leaves.length; from += CHUNK) tree.extend(leaves.slice(from, from + CHUNK), []);
    for (let from = 0; from < nodes.length; from += CHUNK) tree.extend([], nodes.slice(from, from + CHUNK));
  }

  /** Holds what other nodes signed against the events, and signs, where it is this node's turn, for a size that isn't signed yet. @throws LogForged */
  private async sign(): Promise<void> {
    const { tree, common } = this.ledger;
    const latest = tree.latest();
    if (common && latest && latest.size > this.agreed) {
      const root = treeRoot(latest.size, hashesOf(tree), this.hash);
      if (compareBytes(root, latest.root) !== 0)
        throw new LogForged(
          'LEAF_DIFFERS',
          `另一节点签署的检查点（${latest.size} 条）与本机所见的事件不符，已停止签署`,
        );
      this.agreed = latest.size;
    }
    // Once it is another's turn, that one remembers what it signs.
    if (!this.duty.held()) this.unremembered = undefined;
    if (this.unremembered !== undefined) this.remember(this.unremembered);
    if (this.frontier.size <= (latest?.size ?? 0) || !this.duty.held()) return;
    // The key before covers its own announcement, and nothing after it: a node that missed the change must not sign on.
    if (common && this.rotatedAt !== undefined && (latest?.size ?? 0) >= this.rotatedAt)
      throw new Error('签署密钥已在别处更换：请重新启动本节点');
    const checkpoint = this.checkpointOf(this.frontier);
    if (!common) tree.extend([], [], checkpoint);
    else if (!(await common.publish(checkpoint))) return;
    this.remember(checkpoint.note);
  }

  /** Whether an event announces that another key takes over from the one of this process. */
  private retires({ stream, type, data }: RecordedEvent): boolean {
    if (stream !== LOG_STREAM || type !== KEY_ROTATED) return false;
    return data['from'] === formatVerifierKey(keyOf(this.ledger.signer, this.hash));
  }

  private checkpointOf(frontier: Frontier): Checkpoint {
    const { size } = frontier;
    const root = frontier.root();
    const text = formatCheckpoint(this.ledger.signer.name, size, root);
    return { size, root, note: signed(text, this.ledger.signer, this.hash) };
  }
}
