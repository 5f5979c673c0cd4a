import { compareBytes } from '@srd/kernel';
import { leafBytes, leafHash, NoteRefused, openNote, type Checkpoint } from '@srd/proof/log';
import { nameOf, type Bundle, type Commitment, type Entry } from './document';
import { asProven } from './entries';
import { ProvenTree } from './proven-tree';
import { checkpointIn, demandReign, orWrong, type Trusted } from './trust';
import { Wrong, type BundleOptions, type Said } from './verdict';

/** A draw's freeze and the seals that came for it, as far as the bundle holds them. */
interface Sealing {
  readonly freeze: Entry;
  readonly seals: readonly Entry[];
}

/** By the freeze's leaf: every attempt that was sealed. */
function sealingsOf(entries: readonly Entry[]): ReadonlyMap<number, Sealing> {
  const latest = new Map<string, { freeze: Entry; seals: Entry[] }>();
  const found = new Map<number, Sealing>();
  for (const entry of entries) {
    const { stream, type } = entry.event;
    if (!stream.startsWith('selection-')) continue;
    if (type === 'DrawFrozen') {
      const sealing = { freeze: entry, seals: [] };
      latest.set(stream, sealing);
      found.set(entry.index, sealing);
    } else if (type === 'SealReceived') latest.get(stream)?.seals.push(entry);
  }
  return found;
}

function not(entry: Entry, what: string): never {
  throw new Wrong('COMMITMENT_NOT_COVERED', `${nameOf(entry)}：${what}`, entry.index);
}

/** The checkpoint that a seal's own record names lies between the commitment and the seal. @throws Wrong */
function demandNamed({ freeze, seals }: Sealing): void {
  for (const seal of seals) {
    const named = (seal.event.meta as Readonly<Record<string, unknown>>)['checkpoint'];
    if (named === undefined) continue;
    const size = Number(named);
    if (!(size > freeze.index && size <= seal.index)) not(seal, '所记的检查点不在承诺之后、封存之前');
  }
}

/** A checkpoint of the log in which the commitment stands, older than the first seal. @returns whether its signature could be held against a key */
function demandCovered(
  { checkpoint: note, proof }: Commitment,
  { freeze, seals }: Sealing,
  { checkpoint: newest, reigns, witnesses, hasEarlier }: Trusted,
  { hash, verifySignature }: BundleOptions,
): boolean {
  const what = `${nameOf(freeze)}的检查点`;
  const checkpoint: Checkpoint = checkpointIn(note, 'COMMITMENT_NOT_COVERED', what);
  if (checkpoint.origin !== newest.origin) not(freeze, '所附的检查点属于另一日志');
  if (checkpoint.size === newest.size && compareBytes(checkpoint.root, newest.root) !== 0)
    throw new Wrong('SPLIT_VIEW', `SPLIT VIEW：${newest.size} 条处有两个不同的根`);
  const leaf = leafHash(leafBytes(asProven(freeze.event), hash), hash);
  if (!new ProvenTree(checkpoint, hash).holds(freeze.index, leaf, proof)) not(freeze, '承诺不在所附的检查点之内');
  if (checkpoint.size > (seals[0]?.index ?? Infinity)) not(freeze, '所附的检查点晚于首个封存');
  if (reigns.length === 0) return true;
  // Signed, it may be, by a key before those that the reader trusts: nothing that they gave can tell.
  try {
    const opened = openNote(note, [...reigns.map(({ key }) => key), ...witnesses], verifySignature);
    if (hasEarlier && !opened.signatures.some(({ key }) => key.type === 'ed25519')) return false;
    demandReign(opened, checkpoint, reigns, 'COMMITMENT_NOT_COVERED', what);
    return true;
  } catch (error) {
    if (hasEarlier && error instanceof NoteRefused && error.fault === 'NO_KNOWN_SIGNER') return false;
    return orWrong('COMMITMENT_NOT_COVERED', what, () => {
      throw error;
    });
  }
}

/**
 * Seals came after a published checkpoint that covers the draw's commitment (srd-draw/1, against the log): by what the seals' records name, and
 * by the signed checkpoints that the bundle encloses. What isn't enclosed is said. @throws Wrong
 */
export function judgeCommitments(bundle: Bundle, trusted: Trusted, options: BundleOptions, said: Said): void {
  const sealings = sealingsOf(bundle.entries);
  for (const sealing of sealings.values()) demandNamed(sealing);
  const open = new Set(
    [...sealings.values()].filter(({ seals }) => seals.length > 0).map(({ freeze }) => freeze.index),
  );
  for (const commitment of bundle.commitments) {
    const sealing = sealings.get(commitment.index);
    if (!sealing)
      throw new Wrong(
        'COMMITMENT_NOT_COVERED',
        `所附检查点所指的第 ${commitment.index} 号叶不是抽取的承诺`,
        commitment.index,
      );
    if (demandCovered(commitment, sealing, trusted, options)) open.delete(commitment.index);
  }
  if (open.size > 0) said.notes.push('封存之前已公布的检查点不在包内或由更早的密钥签名：承诺先于封存公布，未核');
}
