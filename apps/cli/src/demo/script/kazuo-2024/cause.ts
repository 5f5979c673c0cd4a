import type { CauseGround } from '@srd/domain/case';
import type { Sector } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import type { Stage } from '../stage';
import { bureau } from './tasks';

/** Why somebody is inspected outside the lot, and who goes there (B二(九)1; R89). */
export interface Cause {
  readonly sector: Sector;
  /** The draw's cases of the sector, and those of whom the first that isn't among their objects is inspected. */
  readonly drawn: readonly Id[];
  readonly among: readonly Id[];
  readonly ground: CauseGround;
  readonly reference: string;
  readonly receivedOn: string;
  readonly until: string;
  readonly inspectors: readonly Id[];
  /** Why these. */
  readonly reason: string;
}

/** Opened by the leader, its team appointed by the head the same day. */
export async function openForCause(stage: Stage, id: Id, cause: Cause): Promise<void> {
  const { sector, drawn, among, ground, reference, receivedOn, until, inspectors, reason } = cause;
  const { officer, head, leader } = bureau;
  const objects = await Promise.all(drawn.map(async (each) => (await stage.file(each)).context.object?.id));
  const occurredOn = stage.today;
  await stage.as(leader).give('case', id, 'OpenForCause', {
    section: 'legal-services',
    sector,
    institution: among.find((each) => !objects.includes(each)) ?? '',
    ground,
    source: { reference, receivedOn },
    method: 'onSite',
    window: { from: occurredOn, to: until },
    proposedBy: officer,
    urgent: null,
    occurredOn,
  });
  await stage.as(head).give('case', id, 'AppointTeam', { inspectors, reason, occurredOn });
}
