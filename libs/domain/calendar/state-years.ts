import { addDays, day, type Day } from '@srd/kernel';
import type { CalendarDays } from './working-days';

const each = (...days: string[]): Day[] => days.map(day);

/** Every day of a period, both ends with it. */
function period(from: string, to: string): Day[] {
  const days: Day[] = [];
  for (let on = day(from); on <= to; on = addDays(on, 1)) days.push(on);
  return days;
}

/**
 * The arrangements of the State Council's General Office, as notified. A holiday's weekend days are listed with it; ordinary weekends aren't.
 * 2022-12-31 belongs to the notice for 2023 but is a Saturday of 2022, so it stands in no year here.
 */
export const stateCalendar: CalendarDays = {
  '2023': {
    notice: '国办发明电〔2022〕16号',
    holidays: [
      ...period('2023-01-01', '2023-01-02'),
      ...period('2023-01-21', '2023-01-27'),
      ...each('2023-04-05'),
      ...period('2023-04-29', '2023-05-03'),
      ...period('2023-06-22', '2023-06-24'),
      ...period('2023-09-29', '2023-10-06'),
    ],
    workdays: each('2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'),
  },
  '2024': {
    notice: '国办发明电〔2023〕7号',
    holidays: [
      ...each('2024-01-01'),
      ...period('2024-02-10', '2024-02-17'),
      ...period('2024-04-04', '2024-04-06'),
      ...period('2024-05-01', '2024-05-05'),
      ...each('2024-06-10'),
      ...period('2024-09-15', '2024-09-17'),
      ...period('2024-10-01', '2024-10-07'),
    ],
    workdays: each(
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ),
  },
  '2025': {
    notice: '国办发明电〔2024〕12号',
    holidays: [
      ...each('2025-01-01'),
      ...period('2025-01-28', '2025-02-04'),
      ...period('2025-04-04', '2025-04-06'),
      ...period('2025-05-01', '2025-05-05'),
      ...period('2025-05-31', '2025-06-02'),
      ...period('2025-10-01', '2025-10-08'),
    ],
    workdays: each('2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'),
  },
  '2026': {
    notice: '国办发明电〔2025〕7号',
    holidays: [
      ...period('2026-01-01', '2026-01-03'),
      ...period('2026-02-15', '2026-02-23'),
      ...period('2026-04-04', '2026-04-06'),
      ...period('2026-05-01', '2026-05-05'),
      ...period('2026-06-19', '2026-06-21'),
      ...period('2026-09-25', '2026-09-27'),
      ...period('2026-10-01', '2026-10-07'),
    ],
    workdays: each('2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'),
  },
};
