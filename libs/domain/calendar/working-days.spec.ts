import { day, weekday } from '@srd/kernel';
import { dueOn, isWorkingDay, stateCalendar, workingDaysBetween } from './index';

const end = day('2023-09-28');

describe('terms on the state calendar', () => {
  it('R73 C8 trap 9: five calendar days after Thursday 2023-09-28 end on 10-03, inside the holiday', () => {
    expect(dueOn(end, { days: 5, unit: 'calendar' }, stateCalendar)).toBe('2023-10-03');
  });
  it('R73 C8 trap 9: five working days end on 10-11: neither Mon–Fri (10-05) nor without make-up days (10-13)', () => {
    expect(dueOn(end, { days: 5, unit: 'working' }, stateCalendar)).toBe('2023-10-11');
    expect(workingDaysBetween(end, day('2023-10-11'), stateCalendar)).toBe(5);
  });
  it('trap 9: make-up days are worked, days of the holiday are not', () => {
    expect(['2023-10-06', '2023-10-07', '2023-10-08'].map((on) => isWorkingDay(day(on), stateCalendar))).toEqual([
      false,
      true,
      true,
    ]);
  });
  it('trap 9: a year that is not entered is refused and never counted Mon–Fri', () => {
    expect(() => isWorkingDay(day('2028-03-01'), stateCalendar)).toThrow(
      'CALENDAR_YEAR_MISSING: 2028 年节假日安排未录入',
    );
    expect(() => dueOn(day('2026-12-30'), { days: 5, unit: 'working' }, stateCalendar)).toThrow(
      'CALENDAR_YEAR_MISSING: 2027',
    );
  });
  it('C8 calendar days need no calendar year', () => {
    expect(dueOn(day('2028-02-27'), { days: 5, unit: 'calendar' }, {})).toBe('2028-03-03');
  });
  it('leaves the start day alone for a term of no days', () => {
    expect(dueOn(end, { days: 0, unit: 'working' }, {})).toBe(end);
    expect(workingDaysBetween(end, end, {})).toBe(0);
  });
});

describe('the notices of 2023–2026', () => {
  it('have every make-up day on a weekend and no day twice', () => {
    for (const [year, { holidays, workdays }] of Object.entries(stateCalendar)) {
      expect(workdays.every((on) => weekday(on) > 5)).toBe(true);
      const all = [...holidays, ...workdays];
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((on) => on.startsWith(year))).toBe(true);
    }
  });
  it.each([
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('give %s its number of working days', (year, expected) => {
    expect(workingDaysBetween(day(`${year}-01-01`), day(`${year}-12-31`), stateCalendar)).toBe(expected);
  });
});
