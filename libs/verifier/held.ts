import { compareBytes, parseStrictJson } from '@srd/kernel';
import { checkConsistency, decodeBase64, NoteRefused, openNote, parseCheckpoint, parseNote } from '@srd/proof/log';
import { demandReign, whyRefused, type Trusted } from './trust';
import { Wrong, type BundleOptions, type Said } from './verdict';

/** Hashes of a consistency proof: base64, one a line or as a JSON list; null when it is neither. */
function proofFrom(text: string): readonly Uint8Array[] | null {
  let lines: unknown = text.split('\n').filter((line) => line.trim() !== '');
  try {
    if (text.trimStart().startsWith('[')) lines = parseStrictJson(text);
  } catch {
    return null;
  }
  if (!Array.isArray(lines)) return null;
  const hashes = lines.map((line: unknown) => (typeof line === 'string' ? decodeBase64(line.trim()) : null));
  return hashes.includes(null) ? null : (hashes as Uint8Array[]);
}

/**
 * Holds the bundle's checkpoint against one that the reader got elsewhere, say from a witness or the portal: both must be of one
 * history (T12, T13, T14, T16). @returns whether it vouches for the bundle under another key of the log than the bundle's. @throws Wrong
 */
export function compareWithHeld(trusted: Trusted, options: BundleOptions, said: Said): boolean {
  const { checkpoint, reigns, witnesses, signers } = trusted;
  const { checkpoint: note, consistency, hash } = options;
  if (note === undefined) return false;
  let held;
  let isOfOtherKey = false;
  try {
    held = parseCheckpoint(parseNote(note).text);
    if (reigns.length > 0) {
      const opened = openNote(note, [...reigns.map(({ key }) => key), ...witnesses], options.verifySignature);
      const signed = demandReign(opened, held, reigns, 'CHECKPOINT_OF_OTHER_LOG', '另给的检查点');
      isOfOtherKey = signed.some((key) => !signers.includes(key));
    }
  } catch (error) {
    if (!(error instanceof NoteRefused)) throw error;
    said.shortfalls.push({ code: 'HELD_REFUSED', finding: `另给的检查点不能核验：${whyRefused(error)}` });
    return false;
  }
  if (held.origin !== checkpoint.origin)
    throw new Wrong('CHECKPOINT_OF_OTHER_LOG', `本包属于日志 ${checkpoint.origin}，另给的检查点属于 ${held.origin}`);
  if (held.size === checkpoint.size) {
    if (compareBytes(held.root, checkpoint.root) === 0) return isOfOtherKey;
    throw new Wrong('SPLIT_VIEW', `SPLIT VIEW：${held.size} 条处有两个不同的根，日志向不同的人出示了不同的内容`);
  }
  const [older, newer] = held.size < checkpoint.size ? [held, checkpoint] : [checkpoint, held];
  if (consistency === undefined) {
    if (held.size > checkpoint.size)
      throw new Wrong(
        'SHORTER_THAN_HELD',
        `本包的检查点只有 ${checkpoint.size} 条，短于另给的检查点的 ${held.size} 条`,
      );
    const finding = `另给的检查点为 ${held.size} 条，本包为 ${checkpoint.size} 条：需要两者之间的一致性证明`;
    said.shortfalls.push({ code: 'CONSISTENCY_NEEDED', finding });
    return false;
  }
  const proof = proofFrom(consistency);
  if (!proof || !checkConsistency(proof, older.size, newer.size, older.root, newer.root, hash))
    throw new Wrong('INCONSISTENT', `${older.size} 条与 ${newer.size} 条的两个检查点不属于同一历史（SPLIT VIEW）`);
  said.notes.push(`与另给的 ${held.size} 条的检查点一致`);
  return isOfOtherKey && held.size > checkpoint.size;
}
