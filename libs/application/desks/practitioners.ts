import {
  practisingEntries,
  practitioners,
  type PractitionersCommand,
  type PractitionersEvent,
  type PractitionersState,
  type PractitionerStatus,
} from '@srd/domain/practitioners';
import { institutionOf, isRemoved, poolOf, roster } from '@srd/domain/roster';
import { exclusionReasons, type PractitionerFact } from '@srd/domain/selection';
import type { Sector } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import type { Entry, Facts } from '../desk';
import type { Sources } from './object-facts';
import { sectorTarget } from './organs';
import { partsOf, rosterStream } from './rosters';

/** Why a status keeps a practitioner out of the draw; somebody in practice stays in (R19). */
const leftOutFor: Readonly<Record<PractitionerStatus, string | null>> = {
  active: null,
  suspended: '停止执业',
  cancelled: '已注销执业',
  revoked: '执业证书已吊销',
};

/** Stream of the practitioners of a sector under an organ. */
export function practitionersStream(organ: Id, sector: string): string {
  return `practitioners-${organ}-${sector}`;
}

/** Whether the sector's object roster under the organ has the institution. */
async function isKnown({ evidence, id }: Facts<PractitionersState>, institution: Id): Promise<boolean> {
  const { organ, sector } = partsOf(id);
  const entry = institutionOf(await evidence.of(roster, rosterStream(organ, sector)), institution);
  return entry !== undefined && !isRemoved(entry);
}

/** The practitioners: one roster for each sector under an organ, addressed as its object roster is, `<organ>.<sector>` (B二(五); R19). */
export const practitionersDesk: Entry<PractitionersState, PractitionersCommand, PractitionersEvent> = {
  decider: practitioners,
  stream: (id) => {
    const { organ, sector } = partsOf(id);
    return practitionersStream(organ, sector);
  },
  target: (_, __, id, evidence) => {
    const { organ, sector } = partsOf(id);
    return sectorTarget(evidence, organ, sector);
  },
  prepare: {
    RegisterPractitioner: async (data: { institution: Id }, facts) =>
      ({ ...data, ...partsOf(facts.id), institutionKnown: await isKnown(facts, data.institution) }) as never,
    MovePractitioner: async (data: { to: Id }, facts) =>
      ({ ...data, institutionKnown: await isKnown(facts, data.to) }) as never,
  },
};

/**
 * Practitioners of these sectors as they stand today, of the drawn institutions or of all, under ids made for this draw (R19, C5, C24).
 * Somebody who left practice, or whose institution is no object any more, is seen among the excluded.
 */
export async function practitionerFacts(
  { evidence, stores }: Sources,
  organ: Id,
  of: readonly Sector[],
  drawn: readonly Id[] | null,
): Promise<readonly PractitionerFact[]> {
  const facts: PractitionerFact[] = [];
  for (const sector of of) {
    const statuses = new Map(
      poolOf(await evidence.of(roster, rosterStream(organ, sector))).map(({ institution, status }) => [
        institution,
        status,
      ]),
    );
    const state = await evidence.of(practitioners, practitionersStream(organ, sector));
    for (const { person, institution, status } of practisingEntries(state)) {
      if (drawn && !drawn.includes(institution)) continue;
      const at = statuses.get(institution);
      const ofInstitution = at === undefined ? '已移出名录库' : exclusionReasons[at];
      facts.push({
        id: `p-${Buffer.from(stores.chance.bytes(6)).toString('hex')}`,
        person,
        institution,
        sector,
        excludedFor: leftOutFor[status] ?? (ofInstitution === null ? null : `执业机构${ofInstitution}`),
      });
    }
  }
  return facts;
}
