import {
  checkConsistency,
  cosignNote,
  decodeBase64,
  NoteRefused,
  openCheckpoint,
  parseVerifierKey,
  verifyEd25519,
  type Checkpoint,
  type NoteSigner,
} from '@srd/proof/log';
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

const sameRoot = (a: Checkpoint, b: Checkpoint): boolean => a.root.every((byte, at) => byte === b.root[at]);

/**
 * Looks at the log once: takes its newest checkpoint, holds it against the last one that was signed, remembers it, and only then co-signs
 * it with the time in seconds. What doesn't go together is kept as evidence and never signed.
 */
export async function visit(log: Log, memory: Memory, signer: NoteSigner, now: () => number): Promise<Visit> {
  if (memory.keys.length === 0) memory.trust(await log.keys());
  const note = await log.checkpoint();
  const shown = opened(note, memory.keys);
  const held = memory.last;
  const before = held === undefined ? undefined : opened(held, memory.keys);
  if (held !== undefined && before) {
    const refuse = (outcome: Visit['outcome'], finding: string, proof: string): Visit => {
      const evidence = memory.accuse(`${before.size}-${shown.size}-${now()}`, held, note, proof);
      return { outcome, size: shown.size, before: before.size, evidence, handedBack: null, finding };
    };
    if (shown.origin !== before.origin) return refuse('split-view', `SPLIT VIEW：这是另一日志 ${shown.origin}`, '');
    if (shown.size === before.size && !sameRoot(shown, before))
      return refuse('split-view', `SPLIT VIEW：${shown.size} 条处有两个不同的根，两份检查点均已留存`, '');
    if (shown.size < before.size)
      return refuse('shrunk', `日志变短：曾签 ${before.size} 条，现示 ${shown.size} 条，两份检查点均已留存`, '');
    // Signed and not handed back, because the log couldn't be reached: once more.
    if (shown.size === before.size && note.includes(`\u2014 ${signer.key.name} `))
      return { outcome: 'unchanged', ...seen(shown, before), finding: '没有新的记录' };
    const proof = await log.consistency(before.size, shown.size);
    const hashes = proof.map(decodeBase64);
    const fits =
      hashes.every((each) => each !== null) &&
      checkConsistency(hashes, before.size, shown.size, before.root, shown.root, hash);
    if (!fits) {
      const finding = `SPLIT VIEW：${shown.size} 条的日志不是由 ${before.size} 条的日志增长而来，两份检查点均已留存`;
      return refuse('inconsistent', finding, JSON.stringify(proof));
    }
  }
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

/** The log's public routes. */
export class Log {
  constructor(private readonly url: string) {}

  async keys(): Promise<readonly string[]> {
    return (JSON.parse(await this.text('/keys')) as { items: string[] }).items;
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
