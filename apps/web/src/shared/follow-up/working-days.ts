import { isWorkingDay, type CalendarDays } from '@srd/domain/calendar';
import { addDays, Refusal, type Day } from '@srd/kernel';

export interface WorkingDay {
  readonly on: string;
  /** 调休上班: a weekend day on which people work. */
  readonly makeUp: boolean;
}

export interface WorkingDays {
  readonly days: readonly WorkingDay[];
  /** Set where counting had to stop: the year isn't entered, and isn't guessed. */
  readonly missing: string | null;
}

/** The working days from one day on until another, both with it, at most `most`. */
export function workingDaysFrom(from: string, to: string, calendar: CalendarDays, most: number): WorkingDays {
  const days: WorkingDay[] = [];
  try {
    for (let on = from as Day; on <= to && days.length < most; on = addDays(on, 1)) {
      if (!isWorkingDay(on, calendar)) continue;
      days.push({ on, makeUp: calendar[on.slice(0, 4)]?.workdays.includes(on) ?? false });
    }
  } catch (error) {
    if (error instanceof Refusal) return { days, missing: error.detail };
    throw error;
  }
  return { days, missing: null };
}
