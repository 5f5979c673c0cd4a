import { rosterId } from '@srd/application';
import { stateCalendar } from '@srd/domain/calendar';
import { seedItems } from '@srd/domain/catalogue';
import type { Sector } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import { accounts, PASSWORD, type DemoAccount } from '../cast/accounts';
import { inspectors } from '../cast/inspectors';
import { institutions } from '../cast/institutions';
import { organs, type OrganId } from '../cast/organs';
import type { Stage } from './stage';

const SET_UP = 'system:set-up';

/** The state calendar, before any day is counted. */
export async function enterCalendar(stage: Stage): Promise<void> {
  for (const [year, content] of Object.entries(stateCalendar)) {
    await stage.asSystem(SET_UP).give('calendar', 'calendar', 'EnterCalendarYear', { year, ...content });
  }
}

/** An organ with its first two account-admins; they open the other accounts and confirm each other's grants. */
export async function found(stage: Stage, organ: OrganId): Promise<void> {
  await stage.asSystem(SET_UP).give('organ', organ, 'FoundOrgan', { organ, ...organs[organ] });
  const [first, second, ...others] = accounts.filter((account) => account.organ === organ);
  if (!first || !second) throw new Error(`${organ} has no account-admins`);
  for (const admin of [first, second]) await openAccount(stage, admin, SET_UP, SET_UP);
  for (const account of others) await openAccount(stage, account, first.login, second.login);
}

async function openAccount(stage: Stage, account: DemoAccount, proposer: string, confirmer: string): Promise<void> {
  const { login, organ, section, person, name, roles } = account;
  const by = (actor: string) => (actor === SET_UP ? stage.asSystem(actor) : stage.as(actor));
  await stage.stores.persons.put(person, { name });
  await by(proposer).give('account', login, 'OpenAccount', { organ, person, section });
  for (const role of roles) {
    await by(proposer).give('account', login, 'ProposeRole', { role, section });
    await by(confirmer).give('account', login, 'ConfirmRole', { role, section });
  }
  await stage.stores.credentials.set({ login, account: login, demonstration: true }, PASSWORD);
}

/** 检查对象名录库 of one sector (R15, R18). */
export async function registerInstitutions(stage: Stage, officer: Id, organ: OrganId, sector: Sector): Promise<void> {
  for (const one of institutions.filter((each) => each.organ === organ && each.sector === sector)) {
    const { id, particulars, head } = one;
    await stage.stores.persons.put(head.person, { name: head.name });
    const data = { institution: id, particulars, occurredOn: stage.today };
    await stage.as(officer).give('roster', rosterId(organ, sector), 'RegisterInstitution', data);
  }
}

/** 执法检查人员名录库 (R21, R22): the certificate's number goes to the register of persons. */
export async function enrolInspectors(stage: Stage, officer: Id, organ: OrganId): Promise<void> {
  for (const [index, inspector] of inspectors.filter((each) => each.organ === organ).entries()) {
    const { person, section, fields, validFrom, validUntil } = inspector;
    const name = accounts.find((account) => account.person === person)?.name ?? '';
    await stage.stores.persons.put(person, { name, certificate: `演示执法证${organ}${index + 1}` });
    const certificate = { kind: 'provincial', validFrom, validUntil };
    await stage.as(officer).give('inspectors', organ, 'EnrolInspector', { person, section, fields, certificate });
  }
}

/** 随机抽查事项清单, own and joint, entered and published (R16, R17, R24). */
export async function publishItems(
  stage: Stage,
  organ: OrganId,
  officerOf: (sector: Sector) => Id,
  joint: readonly Sector[] = [],
): Promise<void> {
  const items = seedItems(organs[organ].name, joint);
  for (const item of items) await stage.as(officerOf(item.sector)).give('catalogue', organ, 'EnterItem', item);
  for (const { item, sector } of items) {
    await stage
      .as(officerOf(sector))
      .give('catalogue', organ, 'PublishItems', { items: [item], occurredOn: stage.today });
  }
}
