import type { JsonValue } from '@srd/kernel';
import { parseStrictJson } from '@srd/kernel';
import { parseCheckpoint, parseNote, sameKey, type Checkpoint, type VerifierKey } from '@srd/proof/log';
import { readRotations } from './document';
import { rotated, type Reign } from './trust';
import type { BundleOptions } from './verdict';

/** A change of the log's key that follows from a trusted one: the key that took over, and the old key's checkpoint that covers its announcement. */
export interface Succession {
  readonly to: VerifierKey;
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/**
 * The changes of key that lead on from trusted keys, oldest first, out of the answer of `/api/v1/public/log/rotations` (srd-log/1, "Keys
 * rotate"). Each announcement is proven in a checkpoint under the key before; changes before the trusted keys are passed over.
 * @throws Wrong ROTATION_WRONG, KEY_RETIRED, BUNDLE_INVALID; NotStrictJson
 */
export function successionsIn(
  text: string,
  trusted: readonly VerifierKey[],
  options: Pick<BundleOptions, 'hash' | 'verifySignature'>,
): readonly Succession[] {
  const { items } = parseStrictJson(text) as { readonly items?: JsonValue };
  const found: Succession[] = [];
  let reigns: readonly Reign[] = trusted.map((key) => ({ key, from: 0, to: Infinity }));
  for (const rotation of readRotations(items)) {
    const checkpoint = parseCheckpoint(parseNote(rotation.checkpoint).text);
    const next = rotated(reigns, rotation, checkpoint.origin, options);
    const to = next === reigns ? undefined : next.at(-1)?.key;
    if (to && !trusted.some((key) => sameKey(key, to))) found.push({ to, note: rotation.checkpoint, checkpoint });
    reigns = next;
  }
  return found;
}
