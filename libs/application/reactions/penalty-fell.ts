import { inspectionCase, type CaseEvent } from '@srd/domain/case';
import { standing, type StandingCommand } from '@srd/domain/standing';
import type { Reaction } from '@srd/runtime';
import { CommandStanding } from '../aggregates';
import { standingDesk, standingId } from '../desks/standings';
import type { Cause, Follow } from './follow';

/**
 * A penalty that was annulled takes the listing that rests on it along: the entry is withdrawn, a proposal under way is declined
 * (trap 8). Nobody is ever listed this way, only taken off.
 */
export function penaltyFell(follow: Follow): Reaction {
  return {
    name: 'penalties-that-fell',
    on: {
      PenaltyAnnulled: async (event) => {
        const { disposition, documentNumber, occurredOn } = (event as unknown as Cause<CaseEvent, 'PenaltyAnnulled'>)
          .data;
        const evidence = follow.evidence(event);
        const id = event.stream.slice('case-'.length);
        const file = await evidence.of(inspectionCase, event.stream);
        const noted = file?.context.dispositions.find((one) => one.disposition === disposition)?.standing;
        const object = file?.context.object?.id;
        const listing = noted ?? (object === undefined ? undefined : standingId(object, 'credit'));
        if (listing === undefined) return;
        const { proposal, stage } = await evidence.of(standing, standingDesk.stream(listing));
        if (proposal?.case !== id || proposal.disposition !== disposition) return;
        const reason = `处罚决定已被${documentNumber}撤销`;
        const command: StandingCommand | null =
          stage === 'listed'
            ? { type: 'WithdrawListing', data: { ground: 'penalty-annulled', reason, occurredOn } }
            : ['proposed', 'notified', 'heard'].includes(stage)
              ? { type: 'DeclineListing', data: { reason } }
              : null;
        if (command) await follow.give(event, 'penalty', CommandStanding, listing, command, evidence);
      },
    },
  };
}
