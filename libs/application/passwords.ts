import { Inject, Injectable } from '@nestjs/common';
import { account } from '@srd/domain/account';
import { isId, type Id } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { admitAs } from './desk';
import { accountStream } from './desks/accounts';
import { STORES, type Stores } from './ports';
import { refuse } from './refusals';
import { SETTINGS, type Settings } from './settings';
import type { Who } from './who';

/** The one password of all accounts of the demonstration: everybody knows it. */
export const DEMONSTRATION_PASSWORD = 'srd-demo-2024';

/** @throws Refusal PASSWORD_PUBLISHED in real use, for the password that the demonstration prints */
export function demandOwnPassword({ mode }: Pick<Settings, 'mode'>, password: string): void {
  if (mode !== 'demo' && password.normalize('NFC') === DEMONSTRATION_PASSWORD) refuse('PASSWORD_PUBLISHED');
}

/** Sign-in name and password of an account, given by an administrator of its organ. */
@Injectable()
export class Passwords {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'mode'>,
    private readonly runner: CommandRunner,
  ) {}

  /** Earlier sessions end. @throws Refusal when the account is unknown, another organ's or the asker's own, or the login is taken */
  async issue(who: Who, id: Id, login: string, password: string): Promise<void> {
    if (!isId(id)) refuse('INVALID_ID');
    const { state } = await this.runner.load(account, accountStream(id));
    if (!state) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的账户`);
    admitAs(who, ['account-admin'], { organ: state.organ });
    if (id === who.account) refuse('OWN_CREDENTIAL');
    demandOwnPassword(this.settings, password);
    const demonstration = this.settings.mode === 'demo';
    const issued = await this.stores.credentials.issue({ login, account: id, demonstration }, password);
    if (!issued) refuse('LOGIN_TAKEN');
  }
}
