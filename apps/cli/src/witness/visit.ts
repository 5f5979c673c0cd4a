import {
  checkConsistency,
  cosignNote,
  decodeBase64,
  NoteRefused,
  formatVerifierKey,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyEd25519,
  type Checkpoint,
  type NoteSigner,
} from '@srd/proof/log';
import { successionsIn, Wrong } from '@srd/verifier';
import { Failed } from '../command';
import { hash } from './key';
import type { Memory } from './memory';

/** What came of one look at the log. */
export interface Visit {
  readonly outcome: 'cosigned' | 'unchanged' | 'split-view' | 'shrunk' | 'inconsistent';
  readonly size: number;
  /** Size that had been signed before; null at the first visit. */
  readonly before: number | null;
  /** Where both notes are kept, when they don't go together. */
  readonly evidence: string | null;
  /** Whether the log took the co-signature in; null where none was given. */
  readonly handedBack: boolean | null;
  readonly finding: string;
}

/** A note whose checkpoint a trusted key of the log signed. @throws Failed */
function opened(note: string, keys: readonly string[]): Checkpoint {
  try {
    return openCheckpoint(
      note,
      keys.map((key) => parseVerifierKey(key, hash)),
      verifyEd25519,
    ).checkpoint;
  } catch (error) {
    if (error instanceof NoteRefused) throw new Failed(`检查点不能核验（${error.fault}）：不是由所信任的日志公钥签名`);
    throw error;
  }
}

/** The checkpoint that this witness remembers: verified before it was kept, under a key that may have been replaced since. */
const remembered = (note: string): Checkpoint => parseCheckpoint(parseNote(note).text);

/** Whether the larger of two checkpoints begins with the smaller one, by the log's own proof, which is given too. */
async function grown(
  log: Log,
  a: Checkpoint,
  b: Checkpoint,
): Promise<{ readonly fits: boolean; readonly proof: string }> {
  const [older, newer] = a.size <= b.size ? [a, b] : [b, a];
  const proof = await log.consistency(older.size, newer.size);
  const hashes = proof.map(decodeBase64);
  const fits =
    hashes.every((each) => each !== null) &&
    checkConsistency(hashes, older.size, newer.size, older.root, newer.root, hash);
  return { fits, proof: JSON.stringify(proof) };
}

/** What the trusted keys have announced in their place. @throws Failed when an announcement isn't proven */
async function successions(log: Log, keys: readonly string[]) {
  const trusted = keys.map((key) => parseVerifierKey(key, hash));
  try {
    return successionsIn(await log.rotations(), trusted, { hash, verifySignature: verifyEd25519 });
  } catch (error) {
    if (error instanceof Failed) throw error;
    throw new Failed(`换钥的公告不能核验：${error instanceof Wrong ? error.finding : '内容不成形'}`);
  }
}

const sameRoot = (a: Checkpoint, b: Checkpoint): boolean => a.root.every((byte, at) => byte === b.root[at]);

/**
 * Looks at the log once: takes its newest checkpoint, holds it against the last one that was signed, remembers it, and only then co-signs
 * it with the time in seconds. What doesn't go together is kept as evidence and never signed.
 */
export async function visit(log: Log, memory: Memory, signer: NoteSigner, now: () => number): Promise<Visit> {
  // The present key stands first; those before it vouch for nothing new.
  if (memory.keys.length === 0) memory.trust((await log.keys()).slice(0, 1));
  const note = await log.checkpoint();
  const followed = isBySome(note, memory.keys) ? [] : await successions(log, memory.keys);
  const last = followed.at(-1);
  const keys = last ? [formatVerifierKey(last.to)] : memory.keys;
  const shown = opened(note, keys);
  const held = memory.last;
  const before = held === undefined ? undefined : remembered(held);
  const refuse = (outcome: Visit['outcome'], finding: string, notes: readonly [string, string], proof = ''): Visit => {
    const evidence = memory.accuse(`${before?.size ?? 0}-${shown.size}-${now()}`, ...notes, proof);
    return { outcome, size: shown.size, before: before?.size ?? null, evidence, handedBack: null, finding };
  };
  if (held !== undefined && before) {
    if (shown.origin !== before.origin)
      return refuse('split-view', `SPLIT VIEW：这是另一日志 ${shown.origin}`, [held, note]);
    if (shown.size === before.size && !sameRoot(shown, before))
      return refuse('split-view', `SPLIT VIEW：${shown.size} 条处有两个不同的根，两份检查点均已留存`, [held, note]);
    if (shown.size < before.size)
      return refuse('shrunk', `日志变短：曾签 ${before.size} 条，现示 ${shown.size} 条，两份检查点均已留存`, [
        held,
        note,
      ]);
    // Signed and not handed back, because the log couldn't be reached: once more.
    if (shown.size === before.size && note.includes(`\u2014 ${signer.key.name} `))
      return { outcome: 'unchanged', ...seen(shown, before), finding: '没有新的记录' };
    const { fits, proof } = await grown(log, before, shown);
    if (!fits) {
      const finding = `SPLIT VIEW：${shown.size} 条的日志不是由 ${before.size} 条的日志增长而来，两份检查点均已留存`;
      return refuse('inconsistent', finding, [held, note], proof);
    }
  }
  // The old key's last word lies on the way: nobody is led to another history by way of a new key.
  for (const { checkpoint, note: covering } of followed) {
    for (const [each, text] of [
      [before, held],
      [shown, note],
    ] as const) {
      if (!each || text === undefined) continue;
      const { fits, proof } = await grown(log, each, checkpoint);
      const finding = `SPLIT VIEW：换钥时 ${checkpoint.size} 条的检查点与 ${each.size} 条的不属于同一历史，两份均已留存`;
      if (!fits) return refuse('inconsistent', finding, [covering, text], proof);
    }
  }
  if (last) memory.trust(keys);
  memory.remember(note);
  const cosigned = cosignNote(note, signer, now());
  memory.keepCosigned(cosigned);
  const handedBack = await log.takeBack(cosigned);
  return {
    outcome: 'cosigned',
    ...seen(shown, before),
    handedBack,
    finding: `已联署 ${shown.size} 条${handedBack ? '' : '；日志未登记本见证人的公钥，未交回'}`,
  };
}

function seen({ size }: Checkpoint, before: Checkpoint | undefined) {
  return { size, before: before?.size ?? null, evidence: null, handedBack: null };
}

/** Whether one of these keys signed it. */
function isBySome(note: string, keys: readonly string[]): boolean {
  try {
    return opened(note, keys) !== undefined;
  } catch (error) {
    if (error instanceof Failed) return false;
    throw error;
  }
}

/** The log's public routes. */
export class Log {
  constructor(private readonly url: string) {}

  async keys(): Promise<readonly string[]> {
    return (JSON.parse(await this.text('/keys')) as { items: string[] }).items;
  }

  /** Its changes of key, for `successionsIn`. */
  rotations(): Promise<string> {
    return this.text('/rotations');
  }

  checkpoint(): Promise<string> {
    return this.text('/checkpoint');
  }

  async consistency(from: number, to: number): Promise<readonly string[]> {
    return (JSON.parse(await this.text(`/consistency?from=${from}&to=${to}`)) as { proof: string[] }).proof;
  }

  /** Hands a co-signature back; false when the log doesn't know the witness. @throws Failed for any other answer that is no yes */
  async takeBack(note: string): Promise<boolean> {
    const response = await this.reach('/cosignatures', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note }),
    });
    if (response.status === 403) return false;
    if (!response.ok) throw new Failed(`日志未收下联署（${response.status}）：${await response.text()}`);
    return true;
  }

  private async text(path: string): Promise<string> {
    const response = await this.reach(path);
    if (!response.ok) throw new Failed(`日志回答 ${response.status}：${path}`);
    return response.text();
  }

  private async reach(path: string, init: RequestInit = {}): Promise<Response> {
    const base = this.url.replace(/\/+$/, '');
    try {
      return await fetch(`${base}/api/v1/public/log${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
    } catch (error) {
      throw new Failed(
        `连不上日志 ${base}：${(error as { cause?: Error }).cause?.message ?? (error as Error).message}`,
      );
    }
  }
}
