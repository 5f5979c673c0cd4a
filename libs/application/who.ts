import type { Basis, DomainCommand, Id } from '@srd/kernel';
import type { Role } from '@srd/domain/account';

/** A role an account holds: in one section of the organ, or (null) in the whole of it. */
export interface Grant {
  readonly role: Role;
  readonly section: Id | null;
}

/** Who asks: an account with the roles it holds at this moment. */
export interface Who {
  readonly account: Id;
  readonly organ: Id;
  /** The natural person behind the account. */
  readonly person: Id;
  readonly grants: readonly Grant[];
}

/** What comes with a command besides its content. */
export interface Order {
  readonly correlation: string;
  /** The revision the asker saw. */
  readonly expected?: number;
  /** Idempotency key. */
  readonly key?: string;
}

/** A command on its way to its aggregate's handler. */
export class Given {
  constructor(
    readonly id: Id,
    readonly command: DomainCommand,
    readonly asked: Order & {
      readonly actor: string;
      readonly causation?: string;
      /** What a reaction read before it asked. */
      readonly basedOn?: readonly Basis[];
      /** More for `meta`: the checkpoint behind a seal, the role under which a file was opened. */
      readonly meta?: Readonly<Record<string, string>>;
    },
    /** Undefined for what the system asks by itself: reactions and the daily job. */
    readonly who?: Who,
  ) {}
}
