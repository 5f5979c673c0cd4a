import type { Day, DomainEvent } from '@srd/kernel';

/** A year of holidays and make-up working days was entered from the State Council's notice; a correction is the next version and says why. */
export type CalendarYearEntered = DomainEvent<
  'CalendarYearEntered',
  {
    year: string;
    /** Counts from 1 for each year. */
    version: number;
    notice: string;
    holidays: readonly Day[];
    workdays: readonly Day[];
    reason: string | null;
  }
>;

export type CalendarEvent = CalendarYearEntered;
