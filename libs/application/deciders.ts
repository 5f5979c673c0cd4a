import { access } from '@srd/domain/access';
import { account } from '@srd/domain/account';
import { calendar } from '@srd/domain/calendar';
import { evolve as evolveByChart, inspectionCase } from '@srd/domain/case';
import { catalogue } from '@srd/domain/catalogue';
import { circular } from '@srd/domain/circular';
import { inspectors } from '@srd/domain/inspectors';
import { integrity } from '@srd/domain/integrity';
import { logItself } from '@srd/domain/log';
import { organ } from '@srd/domain/organ';
import { plan } from '@srd/domain/plan';
import { practitioners } from '@srd/domain/practitioners';
import { report } from '@srd/domain/report';
import { roster } from '@srd/domain/roster';
import { selectionWith } from '@srd/domain/selection';
import { standing } from '@srd/domain/standing';
import type { Decider, DomainCommand, DomainEvent, Hash } from '@srd/kernel';

export type AnyDecider = Decider<unknown, DomainCommand, DomainEvent>;

/**
 * What folds a stream, by the kind with which its name begins. A case goes through its chart here, and not through the table derived from
 * it, so that replaying shows both to be equal.
 */
export function decidersWith(hash: Hash): Readonly<Record<string, AnyDecider>> {
  const all = {
    access,
    account,
    calendar,
    case: { ...inspectionCase, evolve: evolveByChart },
    catalogue,
    circular,
    inspectors,
    integrity,
    log: logItself,
    organ,
    plan,
    practitioners,
    report,
    roster,
    selection: selectionWith(hash),
    standing,
  };
  return all as unknown as Readonly<Record<string, AnyDecider>>;
}

/** The kind of a stream: the letters with which its name begins. */
export function kindOf(stream: string): string {
  return /^[a-z]+/.exec(stream)?.[0] ?? '';
}
