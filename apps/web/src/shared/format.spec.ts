import { dayOfInstant, daysFrom, longDay, moment, percent, shortDay, weekdayOf } from './format';

describe('dates and numbers in Chinese conventions', () => {
  it('days are written with 年月日, and without the year where it is this one', () => {
    expect(longDay('2024-08-05')).toBe('2024年8月5日');
    expect(shortDay('2024-08-05', '2024-08-20')).toBe('8月5日');
    expect(shortDay('2023-08-05', '2024-08-20')).toBe('2023年8月5日');
    expect(weekdayOf('2024-08-20')).toBe('周二');
  });

  it('instants are shown in China’s time, whatever the machine’s own', () => {
    expect(moment('2024-08-20T01:00:00.000Z')).toBe('2024年8月20日 09:00');
    expect(dayOfInstant('2024-08-20T16:30:00.000Z')).toBe('2024-08-21');
  });

  it('days are counted from one to another', () => {
    expect(daysFrom('2024-02-28', '2024-03-01')).toBe(2);
  });

  it('ratios are percentages', () => {
    expect(percent(1042)).toBe('10.42%');
    expect(percent(1000)).toBe('10%');
  });
});
