import { compareBytes, type Hash } from '@srd/kernel';
import {
  formatVerifierKey,
  leafBytes,
  leafHash,
  NoteRefused,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  rotationOf,
  type Checkpoint,
  type NoteSignature,
  type OpenedNote,
  type VerifierKey,
} from '@srd/proof/log';
import type { Bundle, Rotation } from './document';
import { provenContent } from './entries';
import { ProvenTree } from './proven-tree';
import { Wrong, type BundleOptions, type Said, type WrongCode } from './verdict';

/** A key of the log and the tree sizes that it may sign: a rotation ends the one and begins the other. */
export interface Reign {
  readonly key: VerifierKey;
  readonly from: number;
  readonly to: number;
}

export interface Trusted {
  readonly checkpoint: Checkpoint;
  /** The keys with which other checkpoints of this log are opened. */
  readonly reigns: readonly Reign[];
  readonly witnesses: readonly VerifierKey[];
  /** Verifier keys of the log that signed the bundle's checkpoint. */
  readonly signers: readonly string[];
  /** Rotations tell of keys before those that the reader trusts. */
  readonly hasEarlier: boolean;
}

const REFUSALS: Readonly<Record<NoteRefused['fault'], string>> = {
  MALFORMED: '格式不符',
  SIGNATURE_WRONG: '签名与内容不符',
  NO_KNOWN_SIGNER: '不是由所给密钥签名',
  KEY_REFUSED: '密钥不可用',
};

/** Why a note or key was refused, in Chinese, with the signer that it is about. */
export function whyRefused({ fault, signer }: NoteRefused): string {
  return `${REFUSALS[fault]}${signer === undefined ? '' : `（${signer}）`}`;
}

/** Opens something signed, and says what is wrong with it under the given code. @throws Wrong */
export function orWrong<T>(code: WrongCode, what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof NoteRefused)) throw error;
    throw new Wrong(code, `${what}：${whyRefused(error)}`);
  }
}

/** The trusted keys. @throws NoteRefused KEY_REFUSED for one that can't be one */
export function keysFrom(texts: readonly string[], hash: Hash): readonly VerifierKey[] {
  return texts.map((text) => parseVerifierKey(text.trim(), hash));
}

/** The checkpoint in a note, unverified. @throws Wrong */
export function checkpointIn(note: string, code: WrongCode, what: string): Checkpoint {
  return orWrong(code, what, () => parseCheckpoint(parseNote(note).text));
}

/** Takes a rotation in: the announcing event is proven under the old key's checkpoint, which ends that key's reign. @throws Wrong */
export function rotated(
  reigns: readonly Reign[],
  { checkpoint: note, entry }: Rotation,
  origin: string,
  { hash, verifySignature }: Pick<BundleOptions, 'hash' | 'verifySignature'>,
): readonly Reign[] {
  const what = `第 ${entry.index} 号叶的换钥记录`;
  const checkpoint = checkpointIn(note, 'ROTATION_WRONG', what);
  const { from, to } = orWrong('ROTATION_WRONG', what, () => rotationOf(provenContent(entry, hash), hash));
  if (checkpoint.origin !== origin || from.name !== origin) throw new Wrong('ROTATION_WRONG', `${what}：属于另一日志`);
  const leaf = leafHash(leafBytes(entry.event, hash), hash);
  if (!new ProvenTree(checkpoint, hash).holds(entry.index, leaf, entry.proof))
    throw new Wrong('ROTATION_WRONG', `${what}：不在旧密钥的检查点之内`, entry.index);
  const old = reigns.find(({ key }) => formatVerifierKey(key) === formatVerifierKey(from));
  // Keys before the trusted ones are nobody's concern here.
  if (!old) return reigns;
  orWrong('ROTATION_WRONG', what, () => openNote(note, [old.key], verifySignature));
  if (checkpoint.size > old.to || checkpoint.size < old.from) throw new Wrong('KEY_RETIRED', `${what}：旧密钥已先停用`);
  const others = reigns.filter(({ key }) => key !== old.key && formatVerifierKey(key) !== formatVerifierKey(to));
  return [...others, { ...old, to: checkpoint.size }, { key: to, from: entry.index + 1, to: Infinity }];
}

function witnessNotes(
  witnesses: readonly VerifierKey[],
  signatures: readonly NoteSignature[],
  time: (at: number) => string,
): string[] {
  return witnesses.map((key) => {
    const found = signatures.find((each) => each.key.name === key.name && each.at !== undefined);
    return found?.at === undefined ? `未见见证人 ${key.name} 的副署` : `见证人 ${key.name} 于 ${time(found.at)} 副署`;
  });
}

/** The log's key among those that signed, in its reign. @returns the log's verifier keys that signed. @throws Wrong */
export function demandReign(
  opened: OpenedNote,
  { origin, size }: Checkpoint,
  reigns: readonly Reign[],
  code: WrongCode,
  what: string,
): readonly string[] {
  const own = opened.signatures.filter(({ key }) => key.type === 'ed25519' && key.name === origin);
  if (own.length === 0) throw new Wrong(code, `${what}：不是由所给的日志密钥签名`);
  const texts = own.map(({ key }) => formatVerifierKey(key));
  if (reigns.some(({ key, from, to }) => texts.includes(formatVerifierKey(key)) && size >= from && size <= to))
    return texts;
  throw new Wrong('KEY_RETIRED', `${what}（${size} 条）由当时不在用的密钥签名`);
}

/**
 * The bundle's checkpoint under the trusted keys and those that rotations announce. Without a key of the log its form alone is
 * judged, and that is said. @throws Wrong
 */
export function trustedCheckpoint(
  bundle: Bundle,
  keys: readonly VerifierKey[],
  options: BundleOptions,
  said: Said,
  time: (at: number) => string,
): Trusted {
  const what = '检查点';
  const checkpoint = checkpointIn(bundle.checkpoint, 'CHECKPOINT_INVALID', what);
  const logKeys = keys.filter(({ type }) => type === 'ed25519');
  const witnesses = keys.filter(({ type }) => type === 'cosignature');
  let reigns: readonly Reign[] = logKeys.map((key) => ({ key, from: 0, to: Infinity }));
  let hasEarlier = false;
  for (const rotation of bundle.rotations) {
    const next = rotated(reigns, rotation, checkpoint.origin, options);
    hasEarlier ||= next === reigns;
    reigns = next;
    const before = parseCheckpoint(parseNote(rotation.checkpoint).text);
    if (before.size > checkpoint.size) throw new Wrong('ROTATION_WRONG', '换钥时的检查点比本包的检查点更长');
    if (before.size === checkpoint.size && compareBytes(before.root, checkpoint.root) !== 0)
      throw new Wrong('SPLIT_VIEW', `SPLIT VIEW：${before.size} 条处有两个不同的根`);
  }
  if (checkpoint.extensions.length > 0) said.notes.push(`检查点另有 ${checkpoint.extensions.length} 行扩展，未作判断`);
  const trusted = [...reigns.map(({ key }) => key), ...witnesses];
  if (logKeys.length === 0) {
    if (witnesses.length > 0) opensByWitness(bundle.checkpoint, witnesses, options, said, time);
    said.shortfalls.push({ code: 'KEYS_NOT_CHECKED', finding: '内部一致，未核对密钥（consistent, keys not checked）' });
    return { checkpoint, reigns, witnesses, signers: [], hasEarlier };
  }
  const opened = orWrong('CHECKPOINT_SIGNATURE', what, () =>
    openNote(bundle.checkpoint, trusted, options.verifySignature),
  );
  const signers = demandReign(opened, checkpoint, reigns, 'CHECKPOINT_SIGNATURE', what);
  said.notes.push(...witnessNotes(witnesses, opened.signatures, time));
  return { checkpoint, reigns, witnesses, signers, hasEarlier };
}

/**
 * Of several keys of one log all but one are retired, and a retired one may have been stolen since (T14). Where the bundle doesn't tell when,
 * only a later checkpoint by another of these keys can vouch for it; without one nothing is known, and that is said.
 */
export function sayRetired({ checkpoint, reigns }: Trusted, isVouchedFor: boolean, said: Said): void {
  const open = reigns.filter(({ key, to }) => key.name === checkpoint.origin && to === Infinity);
  if (isVouchedFor || new Set(open.map(({ key }) => formatVerifierKey(key))).size < 2) return;
  const finding =
    '所给的日志公钥不止一个，包内没有换钥的记录，签名的密钥当时是否在用无从判断：请另给由现行公钥签名的检查点及一致性证明';
  said.shortfalls.push({ code: 'KEY_UNCERTAIN', finding });
}

function opensByWitness(
  note: string,
  witnesses: readonly VerifierKey[],
  { verifySignature }: BundleOptions,
  said: Said,
  time: (at: number) => string,
): void {
  const opened = orWrong('CHECKPOINT_SIGNATURE', '检查点', () => openNote(note, witnesses, verifySignature));
  said.notes.push(...witnessNotes(witnesses, opened.signatures, time));
}
