import type { Hash } from '@srd/kernel';
import { parseVerifierKey, sameKey, type VerifierKey } from './key';
import { NoteRefused } from './refused';

/** The stream in which the log tells of itself: key rotations, self-checks. */
export const LOG_STREAM = 'log';

/** The event that announces the log's next key; a checkpoint under the key before covers it. */
export const KEY_ROTATED = 'KeyRotated';

/** Data of a `KeyRotated`: both as verifier keys, of one name. */
export interface KeyRotated {
  readonly from: string;
  readonly to: string;
}

/**
 * The keys that an announcing event names. @throws NoteRefused MALFORMED when it is another event, KEY_REFUSED for a key that may be none
 */
export function rotationOf(
  event: { readonly stream: string; readonly type: string; readonly data?: unknown },
  hash: Hash,
): { readonly from: VerifierKey; readonly to: VerifierKey } {
  const { from, to } = (event.data ?? {}) as { from?: unknown; to?: unknown };
  if (event.stream !== LOG_STREAM || event.type !== KEY_ROTATED || typeof from !== 'string' || typeof to !== 'string')
    throw new NoteRefused('MALFORMED', 'no announcement of a key');
  const keys = { from: parseVerifierKey(from, hash), to: parseVerifierKey(to, hash) };
  const { from: older, to: newer } = keys;
  if (older.name !== newer.name || older.type !== 'ed25519' || newer.type !== 'ed25519' || sameKey(older, newer))
    throw new NoteRefused('MALFORMED', 'a rotation names another key of the same log');
  return keys;
}
