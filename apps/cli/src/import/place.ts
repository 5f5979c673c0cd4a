import type { Organ } from '@srd/domain/organ';
import type { Day, DomainCommand, Id } from '@srd/kernel';
import type { Person } from '@srd/runtime';
import type { PlanFacts } from './plan-rows';
import type { RosterFacts } from './roster-rows';

/** What an organ's record says that rows of a file are held against. */
export interface Place {
  readonly organ: Id;
  readonly today: Day;
  /** The organ with its sections and rules. @throws Failed when it doesn't exist */
  record(): Promise<Organ>;
  /** Institutions of all its rosters that weren't removed. */
  institutions(): Promise<RosterFacts['known']>;
  /** Certificate numbers of its enrolled inspectors, as far as they can be seen from here. */
  certificates(): Promise<ReadonlySet<string>>;
  /** Items that may be inspected today, by sector. */
  items(): Promise<PlanFacts['items']>;
  /** Numbers of the tasks in the plan; undefined when there is no plan of that year. */
  taskNumbers(plan: Id): Promise<readonly number[] | undefined>;
}

/** What rows become. */
export type Aggregate = 'roster' | 'inspectors' | 'plan';

/** Where rows are brought in, under an account whose roles are checked as at any other door. */
export interface Desk {
  /** Enters somebody in the register of persons. @returns the id that events may hold */
  enter(person: Person): Promise<Id>;
  /** @throws Refused */
  give(aggregate: Aggregate, id: Id, command: DomainCommand): Promise<void>;
}

/** The answer "no" to one row: what is against it, and the article. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly basis: string,
  ) {
    super(detail);
    this.name = 'Refused';
  }
}
