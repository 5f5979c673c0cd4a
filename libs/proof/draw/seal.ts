import { canonicalize, concat, fromHex, toHex, utf8, type Hash } from '@srd/kernel';
import type { BeaconValue, Contribution, DrawProtocol, DrawRequest, DrawTranscript, Hex32 } from './document';
import { flawOfEntry } from './transcript-check';

/** What a witness seals: who, as what, any text, and 16 random bytes in hex that keep the text from being guessed. */
export type Entry = { readonly by: string; readonly role: string; readonly value: string; readonly nonce: string };

/** The separator of one use of the hash function from all others. */
export function tag(protocol: DrawProtocol, use: 'commit' | 'seal' | 'seed' | 'ticket'): Uint8Array {
  return utf8(`${protocol}/${use}\0`);
}

/** H(JCS(request)): public from the freeze on. */
export function requestHash(request: DrawRequest, hash: Hash): Hex32 {
  return toHex(hash(utf8(canonicalize(request))));
}

/** H(JCS(transcript)): public at the reveal even when the names come later; an inspector draw's `from`. */
export function transcriptHash(transcript: DrawTranscript, hash: Hash): Hex32 {
  return toHex(hash(utf8(canonicalize(transcript))));
}

/** Binds the server to its 32 secret bytes (hex) before anybody else has contributed. */
export function commitmentOf(protocol: DrawProtocol, requestHash: Hex32, secret: Hex32, hash: Hash): Hex32 {
  return toHex(hash(concat(tag(protocol, 'commit'), fromHex(requestHash), fromHex(secret))));
}

function entryBytes({ by, role, value, nonce }: Entry): Uint8Array {
  return utf8(canonicalize({ by, role, value, nonce }));
}

/**
 * What a witness's device sends while sealing. It needs the request's hash only, for the request itself may not be public yet.
 * @throws RangeError when the entry isn't one: a value not in NFC must be normalised where it is typed, not here
 */
export function sealOf(protocol: DrawProtocol, requestHash: Hex32, entry: Entry, hash: Hash): Hex32 {
  const flaw = flawOfEntry(entry);
  if (flaw) throw new RangeError(`${flaw.pointer}: ${flaw.reason}`);
  return toHex(hash(concat(tag(protocol, 'seal'), fromHex(requestHash), entryBytes(entry))));
}

/** What goes into the seed: the opened contributions in the order of their seals, then the beacon. */
export function entriesOf(
  request: DrawRequest,
  contributions: readonly Contribution[],
  beacon: BeaconValue | null,
): Entry[] {
  const entries: Entry[] = [];
  for (const each of contributions) {
    if (!('absent' in each)) entries.push({ by: each.by, role: each.role, value: each.value, nonce: each.nonce });
  }
  if (request.beacon && beacon) {
    entries.push({ by: request.beacon.source, role: 'beacon', value: beacon.value, nonce: '' });
  }
  return entries;
}

/** The seed (hex): whoever withholds one of its parts can't know it, and nobody can choose it who must seal before the others open. */
export function seedOf(
  protocol: DrawProtocol,
  requestHash: Hex32,
  secret: Hex32,
  entries: readonly Entry[],
  hash: Hash,
): Hex32 {
  const opened = entries.map((entry) => hash(entryBytes(entry)));
  return toHex(hash(concat(tag(protocol, 'seed'), fromHex(requestHash), fromHex(secret), ...opened)));
}
