import type { Hash } from '@srd/kernel';
import { assignmentOf } from './assignment';
import type {
  BeaconValue,
  Contribution,
  DrawRequest,
  DrawTranscript,
  Hex32,
  ObjectRequest,
  ObjectTranscript,
  TeamRequest,
  TeamTranscript,
  TranscriptHead,
} from './document';
import { inputFinding } from './judge';
import { rankingOf, selectionOf } from './ranking';
import { commitmentOf, entriesOf, requestHash, seedOf } from './seal';

const UNKNOWN: Hex32 = '0'.repeat(64);

/** What both transcripts begin with, after what it is made of was found sound. */
function head<R extends DrawRequest>(
  request: R,
  secret: Hex32,
  contributions: readonly Contribution[],
  beacon: BeaconValue | null,
  hash: Hash,
): TranscriptHead & { readonly request: R } {
  const made = { request, commitment: UNKNOWN, contributions, beacon, secret, seed: UNKNOWN };
  const outcome = request.protocol === 'srd-assign/1' ? { assigned: [] } : { ranking: [], selected: [] };
  const wrong = inputFinding({ ...made, ...outcome } as unknown as DrawTranscript, hash);
  if (wrong) throw new RangeError(`${wrong.code}: ${wrong.finding}`);
  const frozen = requestHash(request, hash);
  return {
    ...made,
    commitment: commitmentOf(request.protocol, frozen, secret, hash),
    seed: seedOf(request.protocol, frozen, secret, entriesOf(request, contributions, beacon), hash),
  };
}

/**
 * The whole transcript of an object draw: opens the server's secret (hex) upon what was frozen, sealed and opened. The
 * contributions stand in the order of their seals. Doesn't depend on when or how often it is called.
 * @throws RangeError when the request, a contribution or the beacon's value isn't what the protocol asks for
 */
export function revealObjects(
  request: ObjectRequest,
  secret: Hex32,
  contributions: readonly Contribution[],
  beacon: BeaconValue | null,
  hash: Hash,
): ObjectTranscript {
  const opened = head(request, secret, contributions, beacon, hash);
  const ranking = rankingOf(request, opened.seed, hash);
  return { ...opened, ranking, selected: selectionOf(request, ranking) };
}

/** The whole transcript of an inspector draw, like `revealObjects`. */
export function revealTeam(
  request: TeamRequest,
  secret: Hex32,
  contributions: readonly Contribution[],
  beacon: BeaconValue | null,
  hash: Hash,
): TeamTranscript {
  const opened = head(request, secret, contributions, beacon, hash);
  return { ...opened, assigned: assignmentOf(request, opened.seed, hash) };
}
