import { commandFor, type AggregateName } from '@srd/application';
import { account, rolesAt } from '@srd/domain/account';
import { calendar, stateCalendar } from '@srd/domain/calendar';
import { organ, type OrganPreset } from '@srd/domain/organ';
import type { DomainCommand, Id } from '@srd/kernel';
import { derivedId } from '@srd/runtime';
import { Failed } from '../command';
import type { Opened } from './application';

/** An account of the first administrators, and the token by which its person sets login and password. */
export interface Offered {
  readonly account: Id;
  readonly token: string;
}

/** Who asks in a set-up: the installation itself; it can give the first roles and nothing gives it any. */
const ACTOR = 'system:set-up';

/** A command of the installation, given once: repeated after a crash it finds what it did. */
async function give(
  opened: Opened,
  aggregate: AggregateName,
  id: Id,
  command: DomainCommand,
  step: string,
): Promise<void> {
  const key = `set-up:${step}`;
  await opened.bus.execute(new commandFor[aggregate](id, command, { actor: ACTOR, correlation: key, key }));
}

/** Enters the years of the state calendar that aren't entered yet (C8). */
async function enterCalendar(opened: Opened): Promise<void> {
  const { state } = await opened.runner.load(calendar, 'calendar');
  for (const [year, days] of Object.entries(stateCalendar)) {
    if (!state.years[year]) {
      await give(
        opened,
        'calendar',
        'calendar',
        { type: 'EnterCalendarYear', data: { year, ...days } },
        `calendar:${year}`,
      );
    }
  }
}

async function openAdministrator(opened: Opened, id: Id, owner: Id, name: string): Promise<void> {
  const person = `p-${derivedId('person', owner, id)}`;
  await opened.stores.persons.put(person, { name });
  const role = { role: 'account-admin', section: null };
  await give(opened, 'account', id, { type: 'OpenAccount', data: { organ: owner, person } }, `${id}:open`);
  await give(opened, 'account', id, { type: 'ProposeRole', data: role }, `${id}:propose`);
  await give(opened, 'account', id, { type: 'ConfirmRole', data: role }, `${id}:confirm`);
}

/** Ids of the administrators' accounts: `<organ>-admin`, `<organ>-admin-2` … */
function accountIds(owner: Id, count: number): readonly Id[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? `${owner}-admin` : `${owner}-admin-${index + 1}`));
}

/**
 * Founds an organ with its administrators. The organ comes last, so that a set-up that was cut short can be run again.
 * @throws Failed when the organ stands already, or its superior doesn't
 */
export async function setUpOrgan(
  opened: Opened,
  id: Id,
  preset: OrganPreset,
  administrators: readonly string[],
): Promise<readonly Offered[]> {
  if ((await opened.runner.load(organ, `organ-${id}`)).state) throw new Failed(`机关“${id}”已建立，不能重复建立`);
  if (preset.superior !== null && !(await opened.runner.load(organ, `organ-${preset.superior}`)).state) {
    throw new Failed(`上级机关“${preset.superior}”尚未建立；上级机关不使用本系统的，请不要填写 --superior`);
  }
  await enterCalendar(opened);
  const accounts = accountIds(id, administrators.length);
  for (const [index, name] of administrators.entries())
    await openAdministrator(opened, accounts[index] as Id, id, name);
  await give(opened, 'organ', id, { type: 'FoundOrgan', data: { ...preset, organ: id } }, `${id}:found`);
  const offered: Offered[] = [];
  for (const each of accounts) offered.push({ account: each, token: await opened.stores.credentials.offer(each) });
  return offered;
}

/** A new token for an administrator whose first one was lost or ran out. @throws Failed when the account isn't an administrator's */
export async function offerAgain(opened: Opened, id: Id): Promise<Offered> {
  const { state } = await opened.runner.load(account, `account-${id}`);
  const roles = rolesAt(state, opened.stores.clock.now());
  if (!roles.some(({ role }) => role === 'account-admin')) throw new Failed(`“${id}”不是在用的系统管理员账户`);
  return { account: id, token: await opened.stores.credentials.offer(id) };
}
