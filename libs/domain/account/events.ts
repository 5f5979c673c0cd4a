import type { DomainEvent, Id } from '@srd/kernel';
import type { Role } from './roles';

/** A role, in a section where it needs one. */
export type RoleInSection = { readonly role: Role; readonly section: Id | null };

/** 开户: an account of one person in one organ. Name and password stand elsewhere. */
export type AccountOpened = DomainEvent<
  'AccountOpened',
  { readonly account: Id; readonly organ: Id; readonly person: Id; readonly section: Id | null }
>;

/** 提出授权, by one system administrator. */
export type RoleProposed = DomainEvent<'RoleProposed', RoleInSection>;

/** A grant that no second person confirmed: the organ has a single administrator, or the installation gave the first roles. */
export type GrantFlag = 'single-account-admin' | 'set-up';

/** 确认授权, by a second one; flagged where there was none. */
export type RoleGranted = DomainEvent<
  'RoleGranted',
  RoleInSection & { readonly proposedBy: string; readonly flagged: GrantFlag | null }
>;

/** 不予授权. */
export type RoleProposalDeclined = DomainEvent<
  'RoleProposalDeclined',
  RoleInSection & { readonly proposedBy: string; readonly reason: string }
>;

/** 撤销授权: at once, no second person needed to have less. */
export type RoleRevoked = DomainEvent<'RoleRevoked', RoleInSection & { readonly reason: string }>;

export type AccountDisabled = DomainEvent<'AccountDisabled', { readonly reason: string }>;
export type AccountEnabled = DomainEvent<'AccountEnabled', { readonly reason: string }>;

export type AccountEvent =
  AccountOpened | RoleProposed | RoleGranted | RoleProposalDeclined | RoleRevoked | AccountDisabled | AccountEnabled;
