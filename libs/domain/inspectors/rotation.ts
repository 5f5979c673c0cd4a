import { isId, type DomainCommand, type Id } from '@srd/kernel';
import { plainText } from '@srd/domain/organ';
import type { InspectorsEvent } from './events';
import { refuse } from './refusals';
import type { InspectorsState, RotationWaiver } from './state';

/**
 * In the library of the organ that draws; the person may be another's, lent to it. `asPerson`: who asks, as a natural person.
 */
export type WaiveRotation = DomainCommand<
  'WaiveRotation',
  { person: Id; institution: Id; task: Id; reason: string; asPerson: Id | null }
>;

/** The waivers that hold in a task's draw. */
export function waiversFor({ rotationWaivers }: InspectorsState, task: Id): readonly RotationWaiver[] {
  return rotationWaivers.filter((waiver) => waiver.task === task);
}

/** For one person, one institution and one task, with a reason, and never for oneself (B二(九); R59, trap 5). */
export function decideWaiver(
  { person, institution, task, reason, asPerson }: WaiveRotation['data'],
  state: InspectorsState,
): readonly InspectorsEvent[] {
  if (!isId(person) || !isId(institution) || !isId(task)) refuse('ROTATION_WAIVER_INVALID');
  if (asPerson === person) refuse('ROTATION_WAIVER_OWN');
  if (waiversFor(state, task).some((waiver) => waiver.person === person && waiver.institution === institution)) {
    refuse('ROTATION_WAIVED');
  }
  const because = plainText(reason) ?? refuse('INSPECTORS_REASON_MISSING');
  return [{ type: 'RotationWaived', data: { person, institution, task, reason: because } }];
}
