import { readCount, readDay } from './tidy';

describe('cells as people write them', () => {
  it.each([
    ['2023.9.1', '2023-09-01'],
    ['2023/09/01', '2023-09-01'],
    ['２０２３年９月１日', '2023-09-01'],
    ['20230901', '2023-09-01'],
    [' 2023-9-1 ', '2023-09-01'],
  ])('%s is a day', (text, day) => expect(readDay(text)).toBe(day));

  it.each(['2023.2.30', '9月1日', '45170', '2023年9月', ''])('%s is no day', (text) =>
    expect(readDay(text)).toBeUndefined(),
  );

  it('counts full-width digits, thousands and units', () => {
    expect(['４８', '48家', '1,200', ' 5 '].map(readCount)).toEqual([48, 48, 1200, 5]);
    expect(['4.5', '约48', '1,20', '', '-1'].map(readCount)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
