import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  day,
  dayInWords,
  dayOf,
  daysBetween,
  instant,
  isDay,
  isInstant,
  timeInWords,
  weekday,
  type Day,
  type Instant,
} from './day';

const someDay = fc.integer({ min: -200_000, max: 200_000 }).map((n) => addDays(day('2000-01-01'), n));

describe('a day', () => {
  it('exists or is refused', () => {
    expect(['2024-02-29', '2000-02-29', '0001-01-01'].every(isDay)).toBe(true);
    expect(
      ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-06-31', '2024-6-1', '', 20240601].some(isDay),
    ).toBe(false);
    expect(() => day('2023-02-29')).toThrow(RangeError);
  });

  it('counts as the machine’s calendar does', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const to = addDays(from, days);
        const date = new Date(`${from}T00:00:00Z`);
        date.setUTCDate(date.getUTCDate() + days);
        expect(to).toBe(date.toISOString().slice(0, 10));
        expect(daysBetween(from, to)).toBe(days);
        expect(weekday(to) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it('a month later is the same date, or the month’s last day', () => {
    expect(addMonths(day('2023-01-31'), 1)).toBe('2023-02-28');
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2023-08-15'), 12)).toBe('2024-08-15');
    expect(addMonths(day('2024-01-15'), -2)).toBe('2023-11-15');
    expect(addMonths(day('2023-12-31'), 1)).toBe('2024-01-31');
  });

  it('in China begins at 16:00 UTC', () => {
    expect(dayOf('2023-12-31T15:59:59.999Z' as Instant)).toBe('2023-12-31');
    expect(dayOf('2023-12-31T16:00:00.000Z' as Instant)).toBe('2024-01-01');
  });
});

describe('an instant', () => {
  it('is in UTC with milliseconds, or refused', () => {
    expect(isInstant('2024-06-03T01:00:00.000Z')).toBe(true);
    for (const text of [
      '2024-06-03T01:00:00Z',
      '2024-06-03T24:00:00.000Z',
      '2024-06-31T01:00:00.000Z',
      '2024-06-03T01:60:00.000Z',
      '2024-06-03 01:00:00.000Z',
    ]) {
      expect(isInstant(text)).toBe(false);
      expect(() => instant(text)).toThrow(RangeError);
    }
    expect((instant('2024-06-03T01:00:00.000Z') as string).slice(0, 10) as Day).toBe('2024-06-03');
  });
});

describe('days and instants in words', () => {
  it('are written as people in China write them, in China’s time', () => {
    expect(dayInWords('2024-08-05')).toBe('2024年8月5日');
    expect(timeInWords('2024-08-20T01:00:00.000Z')).toBe('2024年8月20日 09:00');
    expect(timeInWords('2024-12-31T16:05:59.999Z')).toBe('2025年1月1日 00:05');
  });

  it('leave another text as it is', () => {
    for (const text of ['', '—', '2024-8-5', '2024-08-20T01:00', '未定']) {
      expect(dayInWords(text)).toBe(text);
      expect(timeInWords(text)).toBe(text);
    }
  });
});
