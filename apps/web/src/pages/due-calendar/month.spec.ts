import { monthAfter, weeksOf } from './month';

describe('a month’s page', () => {
  it('has whole weeks from Monday on', () => {
    const weeks = weeksOf('2024-09');
    expect(weeks.map(([monday]) => monday)).toEqual([
      '2024-08-26',
      '2024-09-02',
      '2024-09-09',
      '2024-09-16',
      '2024-09-23',
      '2024-09-30',
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe('2024-10-06');
    expect(weeksOf('2021-02')).toHaveLength(4);
  });

  it('turns over the year', () => {
    expect(monthAfter('2024-12', 1)).toBe('2025-01');
    expect(monthAfter('2024-01', -1)).toBe('2023-12');
  });
});
