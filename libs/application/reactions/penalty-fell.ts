import { inspectionCase, type CaseEvent, type OpenCase } from '@srd/domain/case';
import { practitioners } from '@srd/domain/practitioners';
import { standing, type StandingCommand } from '@srd/domain/standing';
import type { Id } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { CommandStanding } from '../aggregates';
import { practitionersStream } from '../desks/practitioners';
import { standingDesk, standingId } from '../desks/standings';
import type { Cause, Follow } from './follow';

/**
 * A penalty that was annulled takes the listings that rest on it along, of the institution and of whoever practises or practised there:
 * an entry is withdrawn, a proposal under way is declined (trap 8). Nobody is ever listed this way, only taken off.
 */
export function penaltyFell(follow: Follow): Reaction {
  /** Every standing that can rest on a penalty of the case. */
  async function standingsOf({ context: { object, opened } }: OpenCase): Promise<readonly Id[]> {
    if (!object) return [];
    const { id, sector, institution = id } = object;
    const { state } = await follow.runner.load(practitioners, practitionersStream(opened.organ, sector));
    const people = Object.values(state.practitioners)
      .filter(({ practises }) => practises.some((one) => one.institution === institution))
      .map(({ person }) => person);
    return [...new Set([id, ...people])].map((each) => standingId(each, 'credit'));
  }

  return {
    name: 'penalties-that-fell',
    on: {
      PenaltyAnnulled: async (event) => {
        const { disposition, documentNumber, occurredOn } = (event as unknown as Cause<CaseEvent, 'PenaltyAnnulled'>)
          .data;
        const id = event.stream.slice('case-'.length);
        const { state: file } = await follow.runner.load(inspectionCase, event.stream);
        if (!file) return;
        const reason = `处罚决定已被${documentNumber}撤销`;
        for (const listing of await standingsOf(file)) {
          const evidence = follow.evidence(event);
          const { proposal, stage } = await evidence.of(standing, standingDesk.stream(listing));
          if (proposal?.case !== id || proposal.disposition !== disposition) continue;
          const command: StandingCommand | null =
            stage === 'listed'
              ? { type: 'WithdrawListing', data: { ground: 'penalty-annulled', reason, occurredOn } }
              : ['proposed', 'notified', 'heard'].includes(stage)
                ? { type: 'DeclineListing', data: { reason } }
                : null;
          if (command) await follow.give(event, 'penalty', CommandStanding, listing, command, evidence);
        }
      },
    },
  };
}
