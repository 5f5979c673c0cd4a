import { stateCalendar } from '@srd/domain/calendar';
import { untilDue } from './until-due';

const TODAY = '2024-08-20';

describe('how far a due day is', () => {
  const told = (on: string, unit: 'calendar' | 'working', calendar: typeof stateCalendar | undefined = stateCalendar) =>
    untilDue({ on, unit }, TODAY, calendar);

  it('C8 counts in the unit of the term that set the day', () => {
    expect(told('2024-08-26', 'calendar')).toBe('还剩 6 天');
    expect(told('2024-08-26', 'working')).toBe('还剩 4 个工作日');
    expect(told('2024-08-16', 'calendar')).toBe('逾期 4 天');
    expect(told('2024-08-16', 'working')).toBe('逾期 2 个工作日');
    // 国庆节: seven days off, two weekends of work.
    expect(untilDue({ on: '2024-10-08', unit: 'working' }, '2024-09-27', stateCalendar)).toBe('还剩 3 个工作日');
    expect(told(TODAY, 'working')).toBe('今天到期');
  });

  it('says so where no working day lies between', () => {
    expect(untilDue({ on: '2024-08-25', unit: 'working' }, '2024-08-23', stateCalendar)).toBe('此前没有工作日');
    expect(untilDue({ on: '2024-08-23', unit: 'working' }, '2024-08-25', stateCalendar)).toBe('已逾期，其间没有工作日');
  });

  it('guesses no working days without their calendar', () => {
    expect(untilDue({ on: '2024-08-26', unit: 'working' }, TODAY, undefined)).toBe('未到期');
    expect(told('2027-02-01', 'working')).toBe('未到期，2027 年节假日安排未录入');
    expect(told('2028-02-01', 'calendar')).toBe('还剩 1260 天');
  });
});
