import { canonicalize, toHex, utf8, type Hash, type JsonObject } from '@srd/kernel';
import { recordHash, type DrawRecord } from '@srd/domain/selection';
import { verify, type DrawTranscript, type Verdict } from '@srd/proof/draw';
import { nameOf, type Entry } from './document';
import { Wrong } from './verdict';

/** A draw as the log has it: what the revealing event says, at its leaf. */
export interface Revealed {
  readonly entry: Entry;
  readonly draw: string;
  readonly transcriptHash: string;
  /** Null for a draw that was held elsewhere, by lot or on a platform, which nobody can recompute. */
  readonly transcript: DrawTranscript | null;
  readonly verdict: Verdict | null;
  readonly data: JsonObject;
}

/** H(JCS(…)) in hex. */
export function hashOf(value: unknown, hash: Hash): string {
  return toHex(hash(utf8(canonicalize(value))));
}

export function isSame(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b);
}

/** Id of a transcript's draw, for people; its hash where it hasn't even that. */
export function drawIdOf(transcript: JsonObject): string {
  const request = transcript['request'] as { readonly draw?: unknown } | undefined;
  return typeof request?.draw === 'string' ? request.draw : '（无编号）';
}

function demandFollows(entry: Entry, draw: string, verdict: Verdict): void {
  if (verdict.verdict === 'yes') return;
  throw new Wrong('DRAW_WRONG', `${nameOf(entry)}的抽取 ${draw}：${verdict.finding}`, entry.index);
}

/** The reveal in an event; null when the event is none or withheld. @throws Wrong when it doesn't follow or isn't what it says */
export function revealedBy(entry: Entry, hash: Hash): Revealed | null {
  const { type, data, stream } = entry.event;
  if (data === undefined || !stream.startsWith('selection-')) return null;
  const differs = (): never => {
    throw new Wrong('DRAW_NOT_RECORDED', `${nameOf(entry)}所记的散列不是其抽取记录的`, entry.index);
  };
  const transcriptHash = data['transcriptHash'] as string;
  if (type === 'LotRecorded' || type === 'PlatformDrawImported') {
    const record = data['record'] as unknown as DrawRecord;
    if (recordHash(record, hash) !== transcriptHash) differs();
    return { entry, draw: record.draw, transcriptHash, transcript: null, verdict: null, data };
  }
  if (type !== 'ObjectsDrawn' && type !== 'InspectorsDrawn') return null;
  const transcript = data['transcript'] as JsonObject;
  const draw = drawIdOf(transcript);
  const verdict = verify(transcript, hash);
  demandFollows(entry, draw, verdict);
  if (hashOf(transcript, hash) !== transcriptHash) differs();
  const outcome = type === 'ObjectsDrawn' ? 'selected' : 'assigned';
  if (!isSame(data[outcome] ?? null, transcript[outcome] ?? null))
    throw new Wrong('DRAW_NOT_RECORDED', `${nameOf(entry)}的结果不是抽取 ${draw} 的结果`, entry.index);
  return { entry, draw, transcriptHash, transcript: transcript as unknown as DrawTranscript, verdict, data };
}
