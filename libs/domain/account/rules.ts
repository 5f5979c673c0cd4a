import { isId, type Context, type DomainCommand, type Id } from '@srd/kernel';
import { plainText } from '@srd/domain/organ';
import type { AccountEvent, GrantFlag, RoleInSection } from './events';
import { refuse } from './refusals';
import { excludes, needsSection, roles, type Role } from './roles';
import { isDisabled, sameRole, type Account, type AccountState } from './state';

/** A role as somebody gives it; `section` may be left out where the role needs none. */
type GivenRole = { readonly role: Role; readonly section?: Id | null };
export type OpenAccount = DomainCommand<
  'OpenAccount',
  { readonly account: Id; readonly organ: Id; readonly person: Id; readonly section?: Id | null }
>;
export type ProposeRole = DomainCommand<'ProposeRole', GivenRole>;
/** `singleAccountAdmin`: the organ's rule of that name, which the application loads. */
export type ConfirmRole = DomainCommand<'ConfirmRole', GivenRole & { readonly singleAccountAdmin?: boolean }>;
export type DeclineRole = DomainCommand<'DeclineRole', GivenRole & { readonly reason: string }>;
export type RevokeRole = DomainCommand<'RevokeRole', GivenRole & { readonly reason: string }>;
export type DisableAccount = DomainCommand<'DisableAccount', { readonly reason: string }>;
export type EnableAccount = DomainCommand<'EnableAccount', { readonly reason: string }>;
export type AccountCommand =
  OpenAccount | ProposeRole | ConfirmRole | DeclineRole | RevokeRole | DisableAccount | EnableAccount;

const because = (reason: string): string => plainText(reason) ?? refuse('ACCOUNT_REASON_MISSING');

function checkedRole({ role, section = null }: GivenRole): RoleInSection {
  if (!roles.includes(role)) refuse('ACCOUNT_INVALID', `没有“${role}”这一角色`);
  if (needsSection(role) ? !isId(section) : section !== null) refuse('ROLE_SECTION_INVALID');
  return { role, section };
}

/** R104: nobody widens their own powers, and the three offices stay apart. Proposed roles count as if they were held. */
function checkGrant(account: Account, wanted: RoleInSection, { actor }: Context): void {
  if (actor === account.account) refuse('SELF_GRANT');
  if (isDisabled(account)) refuse('ACCOUNT_DISABLED');
  const held = [...account.grants.filter(({ until }) => until === null), ...account.proposals];
  const against = held.find(({ role }) => excludes(role, wanted.role));
  if (against) refuse('ROLES_EXCLUDE', undefined, { held: against.role, wanted: wanted.role });
}

/** Two people, or a flag that says why there was one. The installation's own set-up can't have a second one. */
function flagOf(proposedBy: string, actor: string, single: boolean): GrantFlag | null {
  if (actor.startsWith('system:') && proposedBy.startsWith('system:')) return 'set-up';
  if (actor !== proposedBy) return null;
  return single ? 'single-account-admin' : refuse('SAME_ACCOUNT_ADMIN');
}

export function decide(command: AccountCommand, state: AccountState, context: Context): readonly AccountEvent[] {
  if (command.type === 'OpenAccount') {
    if (state) refuse('ACCOUNT_OPENED');
    const { account, organ, person, section = null } = command.data;
    if (![account, organ, person].every(isId) || (section !== null && !isId(section))) refuse('ACCOUNT_INVALID');
    return [{ type: 'AccountOpened', data: { account, organ, person, section } }];
  }
  if (!state) return refuse('ACCOUNT_UNKNOWN');
  switch (command.type) {
    case 'ProposeRole': {
      const wanted = checkedRole(command.data);
      checkGrant(state, wanted, context);
      const held = [...state.grants.filter(({ until }) => until === null), ...state.proposals];
      if (held.some((other) => sameRole(other, wanted))) refuse('ROLE_HELD');
      return [{ type: 'RoleProposed', data: wanted }];
    }
    case 'ConfirmRole': {
      const wanted = checkedRole(command.data);
      const proposal = state.proposals.find((other) => sameRole(other, wanted)) ?? refuse('ROLE_NOT_PROPOSED');
      checkGrant(state, wanted, context);
      const { proposedBy } = proposal;
      const flagged = flagOf(proposedBy, context.actor, command.data.singleAccountAdmin ?? false);
      return [{ type: 'RoleGranted', data: { ...wanted, proposedBy, flagged } }];
    }
    case 'DeclineRole': {
      const wanted = checkedRole(command.data);
      const { proposedBy } = state.proposals.find((other) => sameRole(other, wanted)) ?? refuse('ROLE_NOT_PROPOSED');
      return [{ type: 'RoleProposalDeclined', data: { ...wanted, proposedBy, reason: because(command.data.reason) } }];
    }
    case 'RevokeRole': {
      const held = checkedRole(command.data);
      if (!state.grants.some((grant) => grant.until === null && sameRole(grant, held))) refuse('ROLE_NOT_HELD');
      return [{ type: 'RoleRevoked', data: { ...held, reason: because(command.data.reason) } }];
    }
    case 'DisableAccount':
      if (isDisabled(state)) refuse('ACCOUNT_DISABLED');
      return [{ type: 'AccountDisabled', data: { reason: because(command.data.reason) } }];
    case 'EnableAccount':
      if (context.actor === state.account) refuse('SELF_GRANT', '任何人不得启用自己的账户');
      if (!isDisabled(state)) refuse('ACCOUNT_NOT_DISABLED');
      return [{ type: 'AccountEnabled', data: { reason: because(command.data.reason) } }];
  }
}
