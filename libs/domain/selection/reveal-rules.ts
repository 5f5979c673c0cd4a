import type { Context, Hash } from '@srd/kernel';
import { commitmentOf, flawOfBeaconValue, revealObjects, revealTeam, transcriptHash, type Team } from '@srd/proof/draw';
import type { Asked } from './commands';
import type { SelectionEvent } from './events';
import { nextPhase } from './procedure';
import { refuse } from './refusals';
import { contributionsOf, type Attempt } from './state';

function checkBeacon(attempt: Attempt, value: string, { at }: Context): void {
  const { beacon, revealBy } = attempt.request;
  if (!beacon) return refuse('NO_BEACON');
  if (at < beacon.expectedAt) refuse('BEACON_NOT_YET', `「${beacon.source}」预计于${beacon.expectedAt}产生`);
  if (at > revealBy) refuse('BEACON_TOO_LATE');
  const flaw = flawOfBeaconValue(value);
  if (flaw) refuse('BEACON_INVALID', flaw.reason);
}

/** One person enters the public number; a slip of the pen is entered anew before it is confirmed. */
export function enterBeacon(
  attempt: Attempt,
  { value }: Asked<'EnterBeacon'>,
  context: Context,
): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'BeaconProposed' });
  checkBeacon(attempt, value, context);
  return [{ type: 'BeaconProposed', data: { attempt: attempt.attempt, value } }];
}

/** Another person enters it again; two who disagree get no further. */
export function confirmBeacon(
  attempt: Attempt,
  { value }: Asked<'ConfirmBeacon'>,
  context: Context,
): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'BeaconConfirmed' });
  checkBeacon(attempt, value, context);
  if (attempt.beaconProposed?.by === context.actor) refuse('BEACON_BY_ONE');
  if (attempt.beaconProposed?.value !== value) refuse('BEACON_DIFFERS', '请两人分别核对公布的号码后重新录入');
  return [{ type: 'BeaconConfirmed', data: { attempt: attempt.attempt, value } }];
}

/** A beacon that the request names is waited for until `revealBy`; after that the draw goes on without it, and says so. */
function requireBeacon(attempt: Attempt, { at }: Context): void {
  const { beacon, revealBy } = attempt.request;
  if (beacon && attempt.beacon === null && at <= revealBy) {
    refuse('BEACON_AWAITED', `约定的信标「${beacon.source}」尚未由两人录入；${revealBy}之后按缺失处理`);
  }
}

/** 揭晓: opens the secret against its commitment; the result follows and nobody chooses (R55, R56, trap 3). */
export function reveal(
  attempt: Attempt,
  { secret }: Asked<'Reveal'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { request, requestHash, commitment, people } = attempt;
  const type = request.protocol === 'srd-draw/1' ? 'ObjectsDrawn' : 'InspectorsDrawn';
  nextPhase(attempt, { type });
  requireBeacon(attempt, context);
  const opens =
    /^[0-9a-f]{64}$/.test(secret) && commitmentOf(request.protocol, requestHash, secret, hash) === commitment;
  if (!opens) refuse('SECRET_DOES_NOT_OPEN');

  const contributions = contributionsOf(attempt);
  const beacon = attempt.beacon === null ? null : { value: attempt.beacon };
  if (request.protocol === 'srd-draw/1') {
    const transcript = revealObjects(request, secret, contributions, beacon, hash);
    const { selected } = transcript;
    const data = { attempt: attempt.attempt, transcriptHash: transcriptHash(transcript, hash), transcript, selected };
    return [{ type: 'ObjectsDrawn', data }];
  }
  const transcript = revealTeam(request, secret, contributions, beacon, hash);
  const { assigned } = transcript;
  const teams = assigned.map((team): Team => ({
    case: team.case,
    inspectors: team.inspectors.map((id) => people[id] ?? id),
  }));
  const data = {
    attempt: attempt.attempt,
    transcriptHash: transcriptHash(transcript, hash),
    transcript,
    assigned,
    teams,
  };
  return [{ type: 'InspectorsDrawn', data }];
}

/** The daily job's note that `revealBy` passed; the draw stays to be finished by whoever may draw. */
export function markOverdue(attempt: Attempt, { at }: Context): readonly SelectionEvent[] {
  nextPhase(attempt, { type: 'RevealOverdue' });
  const { revealBy } = attempt.request;
  if (at <= revealBy) refuse('NOT_OVERDUE', `揭晓时限为${revealBy}`);
  return [{ type: 'RevealOverdue', data: { attempt: attempt.attempt, revealBy } }];
}
