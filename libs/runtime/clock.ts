import type { Instant } from '@srd/kernel';

/** The procedure's clock: gives `at`, the days of deadlines and the age of certificates. Sessions and limits use the process's own. */
export interface ProcedureClock {
  now(): Instant;
}

/** The machine's time. */
export const systemClock: ProcedureClock = { now: () => new Date().toISOString() as Instant };

/** A clock that stands until it is moved, and moves forward only: the demonstration's, and the tests'. */
export class StandingClock implements ProcedureClock {
  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  /** Moves to a later instant; an earlier one leaves it where it is. */
  moveTo(at: Instant): void {
    if (at > this.at) this.at = at;
  }
}
