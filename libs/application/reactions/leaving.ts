import { exitLabels, type ExitGround, type IntegrityEvent } from '@srd/domain/integrity';
import { practitionerOf, practitioners, practitionerStatus, type PractitionerStatus } from '@srd/domain/practitioners';
import { currentStatus, institutionOf, isRemoved, roster, type InstitutionStatus } from '@srd/domain/roster';
import { standing, type StandingCommand } from '@srd/domain/standing';
import type { Day, Id } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { CommandPractitioners, CommandRoster, CommandStanding } from '../aggregates';
import { practitionersStream } from '../desks/practitioners';
import { rosterId, rosterStream } from '../desks/rosters';
import { standingDesk, standingId } from '../desks/standings';
import type { Evidence } from '../evidence';
import type { Cause, Follow } from './follow';

/** Status of an institution in the roster once it has left. */
export const institutionAfterExit: Readonly<Partial<Record<ExitGround, InstitutionStatus>>> = {
  'licence-revoked': 'revoked',
  'licence-withdrawn': 'withdrawn',
  'licence-cancelled': 'cancelled',
};

/** Status of a practitioner in the roster once they have left. */
export const practitionerAfterExit: Readonly<Record<ExitGround, PractitionerStatus>> = {
  'licence-revoked': 'revoked',
  'licence-withdrawn': 'revoked',
  'licence-cancelled': 'cancelled',
  barred: 'suspended',
};

type Exit = Cause<IntegrityEvent, 'SectorExitRecorded'>;

/** Who left, from which roster, on what decision. */
export type Left = Pick<Exit['data'], 'organ' | 'object' | 'sector' | 'ground' | 'decision'>;

/** The account in whose name the roster is changed. */
export const LEAVING = 'system:exit';

export function exitReason({ ground, decision }: Left): string {
  return `行业退出：${exitLabels[ground]}（${decision.number}）`;
}

/** A status holds from its own day, or from that of the status before it, where that began later. */
export function laterOf(one: Day, other: Day): Day {
  return one < other ? other : one;
}

/** The day from which the exit's status holds. */
export function exitStatusOn({ decision }: Left, formerSince: Day): Day {
  return laterOf(decision.decidedOn, formerSince);
}

/**
 * 行业退出 (R88): whoever leaves the sector isn't drawn any more, its removal from the roster is proposed for a second person to confirm, and
 * the abnormal-practice list lets it go; the blacklist keeps it until its day.
 */
export function leaving(follow: Follow): Reaction {
  async function fromRoster(event: Exit, evidence: Evidence): Promise<void> {
    const { organ, object, sector, ground } = event.data;
    const status = institutionAfterExit[ground];
    if (event.data.kind === 'practitioner') return fromPractitioners(event, evidence);
    if (status === undefined) return;
    const entry = institutionOf(await evidence.of(roster, rosterStream(organ, sector)), object);
    if (!entry || isRemoved(entry)) return;
    const current = currentStatus(entry);
    const occurredOn = exitStatusOn(event.data, current.since);
    const about = { institution: object, reason: exitReason(event.data) };
    const id = rosterId(organ, sector);
    if (current.status !== status) {
      const change = { type: 'ChangeInstitutionStatus', data: { ...about, status, occurredOn } } as const;
      await follow.give(event, 'exit', CommandRoster, id, change, evidence);
    }
    if (entry.removal) return;
    await follow.give(event, 'exit', CommandRoster, id, { type: 'ProposeRemoval', data: about }, evidence);
  }

  async function fromPractitioners(event: Exit, evidence: Evidence): Promise<void> {
    const { organ, object, sector, ground } = event.data;
    const entry = practitionerOf(await evidence.of(practitioners, practitionersStream(organ, sector)), object);
    const status = practitionerAfterExit[ground];
    if (!entry || practitionerStatus(entry).status === status) return;
    const { since } = practitionerStatus(entry);
    const data = {
      person: object,
      status,
      reason: exitReason(event.data),
      occurredOn: exitStatusOn(event.data, since),
    };
    const id = rosterId(organ, sector);
    await follow.give(event, 'exit', CommandPractitioners, id, { type: 'ChangePractitionerStatus', data }, evidence);
  }

  async function fromList(event: Exit, list: Id, evidence: Evidence): Promise<void> {
    const { ground, decision } = event.data;
    const reason = `对象已退出行业：${exitLabels[ground]}（${decision.number}）`;
    const { stage } = await evidence.of(standing, standingDesk.stream(list));
    const command: StandingCommand | null =
      stage === 'listed'
        ? { type: 'RemoveForExit', data: { reason } }
        : ['proposed', 'notified', 'heard'].includes(stage)
          ? { type: 'DeclineListing', data: { reason } }
          : null;
    if (command) await follow.give(event, 'exit', CommandStanding, list, command, evidence);
  }

  return {
    name: 'sector-exits',
    on: {
      SectorExitRecorded: async (recorded) => {
        const event = recorded as unknown as Exit;
        const evidence = follow.evidence(recorded);
        await fromRoster(event, evidence);
        await fromList(event, standingId(event.data.object, 'abnormal'), evidence);
      },
    },
  };
}
