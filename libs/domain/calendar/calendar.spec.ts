import { day, given } from '@srd/kernel';
import { calendar, calendarDays, dueOn, stateCalendar, type CalendarEvent, type EnterCalendarYear } from './index';

const notice2023 = stateCalendar['2023'] ?? { notice: '', holidays: [], workdays: [] };
const enter = (change: Partial<EnterCalendarYear['data']> = {}): EnterCalendarYear => ({
  type: 'EnterCalendarYear',
  data: { year: '2023', ...notice2023, ...change },
});
const entered: CalendarEvent = {
  type: 'CalendarYearEntered',
  data: { year: '2023', version: 1, ...notice2023, reason: null },
};

describe('entering a year', () => {
  it('C8 records the year with the number of its notice, ready to count with', () => {
    const outcome = given(calendar, []).when(enter());
    expect(outcome.recorded).toEqual([entered]);
    expect(dueOn(day('2023-09-28'), { days: 5, unit: 'working' }, calendarDays(outcome.state))).toBe('2023-10-11');
  });
  it('C8 refuses a year without a notice, a day of another year, a day twice and work on a holiday', () => {
    const fresh = given(calendar, []);
    fresh.when(enter({ notice: ' ' })).refused('CALENDAR_NOTICE_MISSING');
    fresh.when(enter({ year: '23' })).refused('CALENDAR_YEAR_INVALID');
    fresh.when(enter({ holidays: [day('2024-01-01')] })).refused('CALENDAR_DAY_INVALID');
    fresh.when(enter({ holidays: [day('2023-01-01'), day('2023-01-01')] })).refused('CALENDAR_DAY_INVALID');
    fresh.when(enter({ holidays: [] })).refused('CALENDAR_DAY_INVALID');
    fresh.when(enter({ workdays: [day('2023-10-01')] })).refused('CALENDAR_DAY_INVALID');
    fresh.when(enter({ workdays: [day('2023-03-01')] })).refused('CALENDAR_DAY_INVALID');
  });
  it('C8 leaves the order of days as it is typed without meaning', () => {
    const reversed = enter({ holidays: [...notice2023.holidays].reverse() });
    expect(given(calendar, []).when(reversed).recorded).toEqual([entered]);
  });
});

describe('entering a year again', () => {
  const corrected = notice2023.workdays.slice(1);
  it('records the next version with its reason and keeps the one before', () => {
    const outcome = given(calendar, [entered]).when(enter({ workdays: corrected, reason: '核对通知原文后更正' }));
    expect(outcome.recorded[0]?.data).toMatchObject({ version: 2, reason: '核对通知原文后更正' });
    expect(outcome.state.years['2023']?.map((version) => version.workdays.length)).toEqual([7, 6]);
    expect(calendarDays(outcome.state)['2023']?.workdays).toEqual(corrected);
  });
  it('refuses it without a reason', () => {
    given(calendar, [entered])
      .when(enter({ workdays: corrected }))
      .refused('CALENDAR_REASON_MISSING');
  });
  it('leaves an unchanged year be', () => {
    given(calendar, [entered])
      .when(enter({ reason: '再次录入' }))
      .refused('CALENDAR_UNCHANGED');
  });
  it('refuses a record whose version has a gap', () => {
    expect(() => given(calendar, [entered, { ...entered, data: { ...entered.data, version: 3 } }])).toThrow(
      'OUT_OF_TURN',
    );
  });
});
