import { upcasts, type Who } from '@srd/application';
import { catalogue, itemsInForce } from '@srd/domain/catalogue';
import { inspectors } from '@srd/domain/inspectors';
import { organ, sectors } from '@srd/domain/organ';
import { plan, tasksOf } from '@srd/domain/plan';
import { isRemoved, roster } from '@srd/domain/roster';
import { dayOf, Refusal, type Decider, type DomainCommand, type DomainEvent, type Id } from '@srd/kernel';
import { foldOne, upcast, type EventLog, type Persons, type ProcedureClock } from '@srd/runtime';
import { randomUUID } from 'node:crypto';
import { Failed } from '../command';
import type { Opened } from '../stores/application';
import { Refused, type Desk, type Place } from './place';

/** The state of a stream. */
export type Load = <S, C extends DomainCommand, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  stream: string,
) => Promise<S>;

/** States read from a log that another process may own. */
export function loadFrom(log: Pick<EventLog, 'read'>): Load {
  return async (decider, stream) => {
    const events = await log.read(stream);
    return events.reduce((state, event) => foldOne(decider, state, upcast(upcasts, event)), decider.initial);
  };
}

/** An organ's record as the stores of this machine have it. */
export function storePlace(load: Load, persons: Pick<Persons, 'get'>, clock: ProcedureClock, id: Id): Place {
  const today = dayOf(clock.now());
  return {
    organ: id,
    today,
    record: async () => (await load(organ, `organ-${id}`)) ?? fail(`没有编号为“${id}”的机关`),
    institutions: async () => {
      const states = await Promise.all(sectors.map((sector) => load(roster, `roster-${id}-${sector}`)));
      const entries = states.flatMap(({ institutions }) => Object.values(institutions));
      return entries.filter((entry) => !isRemoved(entry)).map(({ particulars }) => particulars);
    },
    certificates: async () => {
      const { inspectors: all } = await load(inspectors, `inspectors-${id}`);
      const enrolled = Object.values(all).filter(({ withdrawnOn }) => withdrawnOn === null);
      const known = await persons.get(enrolled.map(({ person }) => person));
      return new Set([...known.values()].flatMap(({ certificate }) => certificate ?? []));
    },
    items: async () => {
      const state = await load(catalogue, `catalogue-${id}`);
      const inForce = sectors.map((sector) => [sector, itemsInForce(state, sector, today)] as const);
      return Object.fromEntries(
        inForce.map(([sector, items]) => [sector, items.map(({ item, version }) => ({ id: item, revision: version }))]),
      );
    },
    taskNumbers: async (planId) => {
      const state = await load(plan, `plan-${planId}`);
      return state.organ === null ? undefined : tasksOf(state).map(({ content }) => content.number);
    },
  };
}

/** Brings rows in through the application's door, as an account of the organ. */
export function storeDesk({ door, people }: Opened, who: Who): Desk {
  const correlation = `import:${randomUUID()}`;
  const answered = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refused(error.code, error.text.title, error.detail, error.text.basis);
    }
  };
  return {
    enter: (person) => answered(() => people.enter(who, person)),
    give: (aggregate, id, command) =>
      answered(async () => void (await door.give(aggregate, id, command, who, { correlation }))),
  };
}

function fail(reason: string): never {
  throw new Failed(reason);
}
