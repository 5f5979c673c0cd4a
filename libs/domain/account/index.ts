/** Accounts, their roles, and who may do what (stream `account-<id>`). */
import { checked, type Decider } from '@srd/kernel';
import type { AccountEvent } from './events';
import { decide, type AccountCommand } from './rules';
import { evolve, initial, type AccountState } from './state';

export type { AccountEvent, GrantFlag, RoleInSection } from './events';
export { mayCommand, permits } from './permissions';
export { accountRefusals } from './refusals';
export { excludes, needsSection, roles } from './roles';
export type { Role } from './roles';
export type { AccountCommand } from './rules';
export { scopeOf, seesOrgan } from './scope';
export type { Hierarchy } from './scope';
export { isDisabled, rolesAt } from './state';
export type { Account, AccountState, Grant } from './state';

export const account: Decider<AccountState, AccountCommand, AccountEvent> = checked({ initial, evolve, decide });
