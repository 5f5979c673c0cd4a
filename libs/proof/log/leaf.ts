import { canonicalize, concat, fromHex, toHex, utf8, type Hash, type RecordedEvent } from '@srd/kernel';

/** An event whose content the reader may not see: who did what when stays proven. */
export type WithheldEvent = Omit<RecordedEvent, 'salt' | 'data'> & {
  /** SHA-256 of salt and content as 64 lower-case hex digits. */
  readonly dataHash: string;
};

export type EventOrWithheld = RecordedEvent | WithheldEvent;

const LEAF = Uint8Array.of(0);
const NODE = 1;

/** Hex of SHA-256(salt ‖ JCS(data)). @throws NotCanonical for data, RangeError for a salt that isn't lower-case hex */
export function dataHashOf(salt: string, data: unknown, hash: Hash): string {
  return toHex(hash(concat(fromHex(salt), utf8(canonicalize(data)))));
}

/**
 * The canonical JSON of an event without salt and data, with `dataHash`; the same for a recorded event and for its withheld form.
 * A member that the specification doesn't name is part of it too, so that it can't be added unseen. @throws NotCanonical
 */
export function leafData(event: EventOrWithheld, hash: Hash): string {
  if (!('data' in event)) return canonicalize(event);
  const { salt, data, ...envelope } = event;
  return canonicalize({ ...envelope, dataHash: dataHashOf(salt, data, hash) });
}

/**
 * `leafData` of a recorded event whose meta and data are at hand as the canonical JSON in which they were recorded: nothing is written anew.
 * Any other text gives another leaf.
 */
export function leafDataFrom(
  { id, stream, revision, type, version, at, actor, salt }: Omit<RecordedEvent, 'meta' | 'data'>,
  { meta, data }: { readonly meta: string; readonly data: string },
  hash: Hash,
): string {
  const dataHash = toHex(hash(concat(fromHex(salt), utf8(data))));
  return (
    `{"actor":${canonicalize(actor)},"at":${canonicalize(at)},"dataHash":"${dataHash}","id":${canonicalize(id)},"meta":${meta},` +
    `"revision":${canonicalize(revision)},"stream":${canonicalize(stream)},"type":${canonicalize(type)},"version":${canonicalize(version)}}`
  );
}

/** `leafData` in UTF-8: what stands in the tree. */
export function leafBytes(event: EventOrWithheld, hash: Hash): Uint8Array {
  return utf8(leafData(event, hash));
}

/** SHA-256(0x00 ‖ leaf data), 32 bytes. Takes the leaf's bytes: `leafHash(leafBytes(event, hash), hash)`. */
export function leafHash(leaf: Uint8Array, hash: Hash): Uint8Array {
  return hash(concat(LEAF, leaf));
}

/** SHA-256(0x01 ‖ left ‖ right), 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(65);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return hash(bytes);
}

/** The event without salt and content, with `dataHash`: the same leaf. */
export function withhold(event: RecordedEvent, hash: Hash): WithheldEvent {
  const { salt, data, ...envelope } = event;
  return { ...envelope, dataHash: dataHashOf(salt, data, hash) };
}
