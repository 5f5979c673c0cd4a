import { Inject, Injectable } from '@nestjs/common';
import { account, rolesAt } from '@srd/domain/account';
import type { Id } from '@srd/kernel';
import { CommandRunner, type Credential } from '@srd/runtime';
import { accountStream } from './desks/accounts';
import { demandOwnPassword } from './passwords';
import { STORES, type Stores } from './ports';
import { SETTINGS, type Settings } from './settings';
import type { Who } from './who';

/** One of an account's sessions, without what would open it. */
export interface OwnSession {
  readonly id: string;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

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
    demandOwnPassword(this.settings, password);
    const credential = await this.stores.credentials.takeUp(token, login, password);
    return credential && this.stores.credentials.start(credential);
  }

  /**
   * Who stands behind a session's token; undefined when it ended, or the account holds no role any more. `isUse`: a person uses it, which
   * puts off its end for want of use.
   */
  ofSession(token: string, isUse = true): Promise<Who | undefined> {
    return this.stores.log.asOfNow(async () => {
      const session = await this.stores.credentials.find(token, isUse);
      return session && this.accepts(session) ? this.who(session.account) : undefined;
    });
  }

  /** A session of one of the demonstration's accounts, without password; undefined in real use and for anybody else. */
  async enterDemonstration(id: Id): Promise<string | undefined> {
    if (this.settings.mode !== 'demo') return undefined;
    const credential = await this.stores.credentials.heldBy(id);
    if (!credential?.demonstration || !(await this.who(id))) return undefined;
    return this.stores.credentials.start(credential);
  }

  /** The account's own sessions, the newest first; `current` is the one of the token. Instants in ISO 8601 of the machine's clock. */
  async sessions(who: Who, token: string): Promise<readonly OwnSession[]> {
    const { credentials } = this.stores;
    const own = credentials.idOf(token);
    const iso = (ms: number): string => new Date(ms).toISOString();
    const open = await credentials.sessionsOf(who.account);
    return open.map(({ id, startedAt, lastSeenAt }) => ({
      id,
      startedAt: iso(startedAt),
      lastSeenAt: iso(lastSeenAt),
      current: id === own,
    }));
  }

  /** Whether a token's session of an account stands; unlike a request, asking doesn't keep it alive. */
  async isOpen(token: string, account: Id): Promise<boolean> {
    const own = this.stores.credentials.idOf(token);
    const open = await this.stores.credentials.sessionsOf(account);
    return open.some(({ id }) => id === own);
  }

  /** Ends one of the account's own sessions. False when it has no such session. */
  endSession(who: Who, id: string): Promise<boolean> {
    return this.stores.credentials.endOne(who.account, id);
  }

  signOut(token: string): Promise<void> {
    return this.stores.credentials.end(token);
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
