import type { Fact, Id, Instant } from '@srd/kernel';
import type { AccountEvent, GrantFlag, RoleInSection } from './events';
import { refuse } from './refusals';

/** A role from an instant on; `until` null while it holds. */
export type Grant = RoleInSection & {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  readonly flagged: GrantFlag | null;
};

export type Account = {
  readonly account: Id;
  readonly organ: Id;
  readonly person: Id;
  readonly section: Id | null;
  readonly proposals: readonly (RoleInSection & { readonly proposedBy: string })[];
  readonly grants: readonly Grant[];
  readonly disabled: readonly { readonly from: Instant; readonly until: Instant | null }[];
};

/** null until the account is opened. */
export type AccountState = Account | null;

export const initial: AccountState = null;

/** Whether the two are the same role in the same section. */
export function sameRole(one: RoleInSection, other: RoleInSection): boolean {
  return one.role === other.role && one.section === other.section;
}

/** Whether the account is disabled now. */
export function isDisabled(account: Account): boolean {
  const last = account.disabled.at(-1);
  return last !== undefined && last.until === null;
}

function settled(account: Account, proposed: RoleInSection): Account {
  const proposals = account.proposals.filter((proposal) => !sameRole(proposal, proposed));
  if (proposals.length === account.proposals.length) refuse('OUT_OF_TURN', '没有待确认的这项授权');
  return { ...account, proposals };
}

/** The account after one more fact. */
export function evolve(state: AccountState, fact: Fact<AccountEvent>): AccountState {
  if (fact.type === 'AccountOpened') {
    if (state) return refuse('OUT_OF_TURN', '该账户已开户');
    return { ...fact.data, proposals: [], grants: [], disabled: [] };
  }
  if (!state) return refuse('OUT_OF_TURN', '该账户尚未开户');
  switch (fact.type) {
    case 'RoleProposed':
      return { ...state, proposals: [...state.proposals, { ...fact.data, proposedBy: fact.actor }] };
    case 'RoleGranted': {
      const grant: Grant = { ...fact.data, from: fact.at, until: null, confirmedBy: fact.actor };
      const account = settled(state, grant);
      return { ...account, grants: [...account.grants, grant] };
    }
    case 'RoleProposalDeclined':
      return settled(state, fact.data);
    case 'RoleRevoked': {
      const held = state.grants.find((grant) => grant.until === null && sameRole(grant, fact.data));
      if (!held) return refuse('OUT_OF_TURN', '该账户没有此角色');
      return { ...state, grants: state.grants.map((grant) => (grant === held ? { ...held, until: fact.at } : grant)) };
    }
    case 'AccountDisabled':
      if (isDisabled(state)) refuse('OUT_OF_TURN', '该账户已停用');
      return { ...state, disabled: [...state.disabled, { from: fact.at, until: null }] };
    case 'AccountEnabled':
      if (!isDisabled(state)) refuse('OUT_OF_TURN', '该账户未停用');
      return {
        ...state,
        disabled: state.disabled.map((span) => (span.until === null ? { ...span, until: fact.at } : span)),
      };
    default:
      return refuse('OUT_OF_TURN');
  }
}

const covers = (span: { readonly from: Instant; readonly until: Instant | null }, at: Instant): boolean =>
  span.from <= at && (span.until === null || at < span.until);

/** The roles that the account had at an instant; none while it was disabled. */
export function rolesAt(state: AccountState, at: Instant): readonly RoleInSection[] {
  if (!state || state.disabled.some((span) => covers(span, at))) return [];
  return state.grants.filter((grant) => covers(grant, at)).map(({ role, section }) => ({ role, section }));
}
