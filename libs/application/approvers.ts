import { mayCommand, type Role } from '@srd/domain/account';
import { barToApprove, type OpenCase } from '@srd/domain/case';
import type { Id } from '@srd/kernel';
import { accounts, type AccountRow } from '@srd/views';
import type { Stores } from './ports';

/** Somebody whose role approves a department's result, and what keeps them from this one. */
export interface Approver {
  readonly department: Id;
  readonly account: Id;
  readonly person: Id;
  readonly role: Role;
  /** Comes in for the head of the section, or for a colleague who may not. */
  readonly substitute: boolean;
  /** Wrote a result of the case, or belongs to its team; null: may approve. */
  readonly bar: 'recorder' | 'in-team' | null;
}

/**
 * 可以审批的人员 of each department's result: the head of the section, then those who approve in the head's place; of a partner
 * department its own people (A二(二), C7; trap 14).
 */
export function approversOf(stores: Stores, { context }: OpenCase): readonly Approver[] {
  const { organ, section } = context.opened;
  const may = mayCommand['ApproveFindings'] ?? [];
  return context.sections.flatMap(({ department }) => {
    const { rows } = stores.views.list(accounts.name, { organs: [department], limit: 10_000 });
    const found = rows.flatMap(({ row }): Approver[] => {
      const { account, person, roles, disabled } = row as AccountRow;
      const held = may.find(
        (role) =>
          (role === 'partner-officer') === (department !== organ) &&
          roles.some((grant) => grant.role === role && (grant.section === null || grant.section === section)),
      );
      if (disabled || held === undefined) return [];
      const bar = barToApprove(context, { account, person });
      return [{ department, account, person, role: held, substitute: held === 'leader', bar }];
    });
    return found.sort((a, b) => may.indexOf(a.role) - may.indexOf(b.role) || (a.account < b.account ? -1 : 1));
  });
}
