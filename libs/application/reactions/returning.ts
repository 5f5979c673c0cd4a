import type { IntegrityEvent } from '@srd/domain/integrity';
import { integrity } from '@srd/domain/integrity';
import { practitionerOf, practitioners, practitionerStatus } from '@srd/domain/practitioners';
import { currentStatus, institutionOf, isRemoved, roster } from '@srd/domain/roster';
import type { Reaction } from '@srd/runtime';
import { CommandPractitioners, CommandRoster } from '../aggregates';
import { practitionersStream } from '../desks/practitioners';
import { rosterId, rosterStream } from '../desks/rosters';
import type { Evidence } from '../evidence';
import type { Cause, Follow } from './follow';
import {
  exitReason,
  exitStatusOn,
  institutionAfterExit,
  laterOf,
  LEAVING,
  practitionerAfterExit,
  type Left,
} from './leaving';

type Withdrawn = Cause<IntegrityEvent, 'SectorExitWithdrawn'>;

/**
 * 撤回行业退出 (R88): the roster is as it was before the exit, as far as the exit itself had changed it: the status before it holds again from
 * the day on which the decision fell, and its proposal to remove is declined. An entry that two people have taken out stays out, and
 * nobody goes back onto a list by themselves.
 */
export function returning(follow: Follow): Reaction {
  async function toRoster(event: Withdrawn, exit: Left, evidence: Evidence): Promise<void> {
    const { organ, object, sector, ground } = exit;
    const entry = institutionOf(await evidence.of(roster, rosterStream(organ, sector)), object);
    if (!entry || isRemoved(entry)) return;
    const about = { institution: object, reason: `行业退出已撤回：${event.data.reason}` };
    const current = currentStatus(entry);
    const before = entry.statuses.at(-2);
    if (before && current.status === institutionAfterExit[ground] && current.reason === exitReason(exit)) {
      const occurredOn = laterOf(event.data.occurredOn, current.since);
      const change = {
        type: 'ChangeInstitutionStatus',
        data: { ...about, status: before.status, occurredOn },
      } as const;
      await follow.give(event, 'exit', CommandRoster, rosterId(organ, sector), change, evidence);
    }
    if (entry.removal?.proposedBy !== LEAVING) return;
    const decline = { type: 'DeclineRemoval', data: about } as const;
    await follow.give(event, 'exit', CommandRoster, rosterId(organ, sector), decline, evidence);
  }

  async function toPractitioners(event: Withdrawn, exit: Left, evidence: Evidence): Promise<void> {
    const { organ, object, sector, ground } = exit;
    const entry = practitionerOf(await evidence.of(practitioners, practitionersStream(organ, sector)), object);
    const before = entry?.statuses.at(-2);
    if (!entry || !before) return;
    const { status, since } = practitionerStatus(entry);
    if (status !== practitionerAfterExit[ground] || since !== exitStatusOn(exit, before.since)) return;
    const data = {
      person: object,
      status: before.status,
      reason: `行业退出已撤回：${event.data.reason}`,
      occurredOn: laterOf(event.data.occurredOn, since),
    };
    const change = { type: 'ChangePractitionerStatus', data } as const;
    await follow.give(event, 'exit', CommandPractitioners, rosterId(organ, sector), change, evidence);
  }

  return {
    name: 'withdrawn-sector-exits',
    on: {
      SectorExitWithdrawn: async (recorded) => {
        const event = recorded as unknown as Withdrawn;
        const evidence = follow.evidence(recorded);
        const { organ, object, kind, exits } = await evidence.of(integrity, event.stream);
        const exit = exits.find(({ withdrawn }) => withdrawn?.at === event.at);
        if (!exit || organ === null || object === null) return;
        const left: Left = { ...exit, organ, object };
        await (kind === 'practitioner' ? toPractitioners : toRoster)(event, left, evidence);
      },
    },
  };
}
