/** A sign-in name and what it opens. Technical records: none of it is an event. */
export interface Credential {
  readonly login: string;
  readonly account: string;
  /** Made for the demonstration: real use refuses it. */
  readonly demonstration: boolean;
}

export interface Session {
  readonly account: string;
  readonly login: string;
  readonly demonstration: boolean;
  /** Milliseconds since 1970, of the process clock. */
  readonly startedAt: number;
  readonly lastSeenAt: number;
}

/** Passwords, sessions and one-time tokens, in a store of their own, which all nodes have in common. A session's token is kept as a hash only. */
export interface Credentials {
  /** Sets the password of a login, new or known, and ends its sessions. The login is unique, its letters' case doesn't count. */
  set(credential: Credential, password: string): Promise<void>;
  /** Gives an account its one login: an earlier one and all its sessions end. False when the login is another account's. */
  issue(credential: Credential, password: string): Promise<boolean>;
  /** The credential behind a login and its password; undefined when either is wrong, after the same time. */
  check(login: string, password: string): Promise<Credential | undefined>;
  /** The credential of an account; undefined when it has none. */
  heldBy(account: string): Promise<Credential | undefined>;
  /** Starts a session. @returns its token, from the operating system's chance */
  start(credential: Credential): Promise<string>;
  /**
   * The session of a token; undefined when there is none, its password was changed, or it ended by age (12 h) or idleness (30 min). `isUse`:
   * somebody uses it, which puts off the end by idleness.
   */
  find(token: string, isUse?: boolean): Promise<Session | undefined>;
  end(token: string): Promise<void>;
  /** Sessions of an account that haven't ended, the newest first; `id` names one without opening it. */
  sessionsOf(account: string): Promise<readonly (Session & { readonly id: string })[]>;
  /** Id of a token's session. */
  idOf(token: string): string;
  /** Ends one session of an account by its id. False when the account has no such session. */
  endOne(account: string, id: string): Promise<boolean>;
  /** A token that opens one account once, for a day: the first account-admin's way in. */
  offer(account: string): Promise<string>;
  /** Takes up an offer and sets login and password. False when the token is wrong, used or too old. */
  takeUp(token: string, login: string, password: string): Promise<Credential | undefined>;
  close(): void;
}
