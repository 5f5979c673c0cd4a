import type { DeadlineKind } from '@srd/domain/case';
import type { Role } from '@srd/domain/account';
import type { Escalation } from './events';

/**
 * Whose business it becomes when a day of a case has passed (B四(二): 一级抓一级). What the section itself is late with goes to its head; what
 * the head is late with (the approval), and every day promised to somebody outside the section, goes to the leader (trap 9).
 */
export function escalationOf(kind: DeadlineKind): Escalation {
  return kind === 'record' || kind === 'self-inspection' || kind === 'receipt' ? 'section-head' : 'leader';
}

/** Who has to act by the day. */
export const actingRoles: { readonly [K in DeadlineKind]: readonly Role[] } = {
  window: ['inspector', 'section-officer'],
  'urgent-approval': ['section-head', 'leader'],
  'self-inspection': ['section-officer'],
  record: ['inspector'],
  approve: ['section-head', 'leader'],
  publication: ['section-officer'],
  copy: ['supervision-officer'],
  correction: ['rectification-officer'],
  revisit: ['rectification-officer', 'inspector'],
  service: ['section-officer'],
  investigation: ['leader'],
  receipt: ['section-officer'],
};
