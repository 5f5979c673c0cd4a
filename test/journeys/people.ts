import type { Role } from '@srd/domain/account';

/** An account with its roles; login, account id and person id differ in nothing but a prefix. */
export interface Account {
  readonly login: string;
  readonly organ: string;
  readonly section: string | null;
  readonly roles: readonly Role[];
}

export const PASSWORD = 'Zheng-Que-Ma-2023';

/** Names in the register of persons begin with this: nothing that the public or a log sees may hold it. */
export const CANARY = '金丝雀';

const account = (organ: string, name: string, section: string | null, ...roles: Role[]): Account => ({
  login: `${organ}-${name}`,
  organ,
  section,
  roles,
});

function inspectors(organ: string, count: number, ...more: Role[]): Account[] {
  return Array.from({ length: count }, (_, index) =>
    account(organ, `inspector-${index + 1}`, null, 'inspector', ...more),
  );
}

/** 潮州市司法局: both line sections, 法治督察科, leaders and eight inspectors. */
export const chaozhouPeople: readonly Account[] = [
  account('chaozhou', 'admin-1', null, 'account-admin'),
  account('chaozhou', 'admin-2', null, 'account-admin'),
  account('chaozhou', 'lawyer-officer', 'lawyer-administration', 'section-officer'),
  account('chaozhou', 'lawyer-head', 'lawyer-administration', 'section-head'),
  account('chaozhou', 'service-officer', 'public-legal-services', 'section-officer'),
  account('chaozhou', 'service-head', 'public-legal-services', 'section-head'),
  account('chaozhou', 'supervision', null, 'supervision-officer'),
  account('chaozhou', 'leader', null, 'leader'),
  account('chaozhou', 'rectification', null, 'rectification-officer'),
  account('chaozhou', 'auditor', null, 'auditor'),
  ...inspectors('chaozhou', 8),
];

/** 市发改局, the partner of the joint tasks. */
export const fagaijuPeople: readonly Account[] = [
  account('fagaiju', 'admin-1', null, 'account-admin'),
  account('fagaiju', 'admin-2', null, 'account-admin'),
  account('fagaiju', 'officer', null, 'partner-officer'),
  ...inspectors('fagaiju', 3, 'partner-officer'),
];

/** A county bureau, of whatever name. */
export function countyPeople(organ: string): readonly Account[] {
  return [
    account(organ, 'admin-1', null, 'account-admin'),
    account(organ, 'admin-2', null, 'account-admin'),
    account(organ, 'officer', 'legal-services', 'section-officer'),
    account(organ, 'head', 'legal-services', 'section-head'),
    account(organ, 'supervision', null, 'supervision-officer'),
    account(organ, 'leader', null, 'leader'),
    account(organ, 'rectification', null, 'rectification-officer'),
    account(organ, 'auditor', null, 'auditor'),
    ...inspectors(organ, 4),
  ];
}

/** Person id of an account. */
export function personOf(login: string): string {
  return `p-${login}`;
}

/** Login of a person's account. */
export function loginOf(person: string): string {
  return person.slice('p-'.length);
}
