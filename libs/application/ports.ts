import type { Hash } from '@srd/kernel';
import type { Chance, Credentials, EventLog, Persons, ProcedureClock, Vault, ViewsStore } from '@srd/runtime';

/** Everything outside that the application rests on, opened by an app and handed in. */
export interface Stores {
  readonly log: EventLog;
  readonly views: ViewsStore;
  readonly persons: Persons;
  readonly credentials: Credentials;
  readonly vault: Vault;
  readonly clock: ProcedureClock;
  readonly chance: Chance;
  readonly hash: Hash;
}

/** Injection token of `Stores`. */
export const STORES = Symbol('stores');
