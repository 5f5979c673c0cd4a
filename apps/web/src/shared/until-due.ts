import { workingDaysBetween, type CalendarDays } from '@srd/domain/calendar';
import { Refusal, type Day } from '@srd/kernel';
import type { Schemas } from '../api/client';
import { daysFrom } from './format';

export type Due = Pick<Schemas['DeadlineOfCase'], 'on' | 'unit'>;

/**
 * How far a due day is, in the unit of the term that set it: `还剩 3 个工作日`, `今天到期`, `逾期 2 天`. Without the calendar working days
 * aren't guessed: no number while it is on its way, and a year that it lacks is named.
 */
export function untilDue({ on, unit }: Due, today: string, calendar: CalendarDays | undefined): string {
  if (on === today) return '今天到期';
  const late = on < today;
  const [first, last] = (late ? [on, today] : [today, on]) as [Day, Day];
  if (unit === 'calendar') return `${late ? '逾期' : '还剩'} ${daysFrom(first, last)} 天`;
  const bare = late ? '已逾期' : '未到期';
  if (!calendar) return bare;
  try {
    const days = workingDaysBetween(first, last, calendar);
    if (days === 0) return late ? '已逾期，其间没有工作日' : '此前没有工作日';
    return `${late ? '逾期' : '还剩'} ${days} 个工作日`;
  } catch (error) {
    if (error instanceof Refusal) return `${bare}，${error.detail}`;
    throw error;
  }
}
