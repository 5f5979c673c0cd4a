import { Inject, Injectable } from '@nestjs/common';
import { account, rolesAt } from '@srd/domain/account';
import type { Id } from '@srd/kernel';
import { CommandRunner, type Credential } from '@srd/runtime';
import { accountStream } from './desks/accounts';
import { STORES, type Stores } from './ports';
import { SETTINGS, type Settings } from './settings';
import type { Who } from './who';

/** Sign-in, sessions, and the roles an account holds at this moment. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'mode'>,
    private readonly runner: CommandRunner,
  ) {}

  /** A session's token, or undefined when login or password is wrong, or the account has no role. */
  async signIn(login: string, password: string): Promise<string | undefined> {
    const credential = await this.stores.credentials.check(login, password);
    if (!credential || !this.accepts(credential) || !(await this.who(credential.account))) return undefined;
    return this.stores.credentials.start(credential);
  }

  /** Sets login and password by a one-time token and signs in. */
  async takeUp(token: string, login: string, password: string): Promise<string | undefined> {
    const credential = await this.stores.credentials.takeUp(token, login, password);
    return credential && this.stores.credentials.start(credential);
  }

  /** Who stands behind a session's token; undefined when it ended, or the account holds no role any more. */
  async ofSession(token: string): Promise<Who | undefined> {
    const session = this.stores.credentials.find(token);
    return session && this.accepts(session) ? this.who(session.account) : undefined;
  }

  signOut(token: string): void {
    this.stores.credentials.end(token);
  }

  /** An account with its roles of this moment; undefined when it has none. */
  async who(id: Id): Promise<Who | undefined> {
    const { state } = await this.runner.load(account, accountStream(id));
    const grants = rolesAt(state, this.stores.clock.now());
    return state && grants.length > 0 ? { account: id, organ: state.organ, person: state.person, grants } : undefined;
  }

  /** Real use knows no account of the demonstration. */
  private accepts({ demonstration }: Pick<Credential, 'demonstration'>): boolean {
    return this.settings.mode === 'demo' || !demonstration;
  }
}
