import { dayIn } from './day-in';

describe('a typed day', () => {
  it('reads the ways in which Chinese write one', () => {
    for (const text of [
      '2024-03-09',
      '2024-3-9',
      '2024/3/09',
      '2024.3.9',
      '20240309',
      ' 2024年3月9日 ',
      '2024年03月09日',
    ])
      expect([text, dayIn(text)]).toEqual([text, '2024-03-09']);
  });

  it('tells no day while one is typed, and none that isn’t in the calendar', () => {
    for (const text of [
      '',
      '2024',
      '2024-',
      '2024-3',
      '2024-3-',
      '202403',
      '2024-13-01',
      '2024-02-30',
      '2023-02-29',
      '09/03/2024',
    ])
      expect([text, dayIn(text)]).toEqual([text, undefined]);
    expect(dayIn('2024-02-29')).toBe('2024-02-29');
  });
});
