import { exitLabels, type ExitGround, type IntegrityEvent } from '@srd/domain/integrity';
import { practitionerOf, practitioners, practitionerStatus, type PractitionerStatus } from '@srd/domain/practitioners';
import { currentStatus, institutionOf, isRemoved, roster, type InstitutionStatus } from '@srd/domain/roster';
import { standing, type StandingCommand } from '@srd/domain/standing';
import type { Id } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { CommandPractitioners, CommandRoster, CommandStanding } from '../aggregates';
import { practitionersStream } from '../desks/practitioners';
import { rosterId, rosterStream } from '../desks/rosters';
import { standingDesk, standingId } from '../desks/standings';
import type { Evidence } from '../evidence';
import type { Cause, Follow } from './follow';

const statusAfter: Readonly<Partial<Record<ExitGround, InstitutionStatus>>> = {
  'licence-revoked': 'revoked',
  'licence-withdrawn': 'withdrawn',
  'licence-cancelled': 'cancelled',
};

const practitionerAfter: Readonly<Record<ExitGround, PractitionerStatus>> = {
  'licence-revoked': 'revoked',
  'licence-withdrawn': 'revoked',
  'licence-cancelled': 'cancelled',
  barred: 'suspended',
};

type Exit = Cause<IntegrityEvent, 'SectorExitRecorded'>;

/**
 * 行业退出 (R88): whoever leaves the sector isn't drawn any more, its removal from the roster is proposed for a second person to confirm, and
 * the abnormal-practice list lets it go; the blacklist keeps it until its day.
 */
export function leaving(follow: Follow): Reaction {
  async function fromRoster(event: Exit, evidence: Evidence): Promise<void> {
    const { organ, object, sector, ground, decision } = event.data;
    const status = statusAfter[ground];
    if (event.data.kind === 'practitioner') return fromPractitioners(event, evidence);
    if (status === undefined) return;
    const entry = institutionOf(await evidence.of(roster, rosterStream(organ, sector)), object);
    if (!entry || isRemoved(entry)) return;
    const reason = `行业退出：${exitLabels[ground]}（${decision.number}）`;
    const current = currentStatus(entry);
    const { decidedOn } = decision;
    const occurredOn = decidedOn < current.since ? current.since : decidedOn;
    const about = { institution: object, reason };
    const id = rosterId(organ, sector);
    if (current.status !== status) {
      const change = { type: 'ChangeInstitutionStatus', data: { ...about, status, occurredOn } } as const;
      await follow.give(event, 'exit', CommandRoster, id, change, evidence);
    }
    if (entry.removal) return;
    await follow.give(event, 'exit', CommandRoster, id, { type: 'ProposeRemoval', data: about }, evidence);
  }

  async function fromPractitioners(event: Exit, evidence: Evidence): Promise<void> {
    const { organ, object, sector, ground, decision } = event.data;
    const entry = practitionerOf(await evidence.of(practitioners, practitionersStream(organ, sector)), object);
    const status = practitionerAfter[ground];
    if (!entry || practitionerStatus(entry).status === status) return;
    const { since } = practitionerStatus(entry);
    const data = {
      person: object,
      status,
      reason: `行业退出：${exitLabels[ground]}（${decision.number}）`,
      occurredOn: decision.decidedOn < since ? since : decision.decidedOn,
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
