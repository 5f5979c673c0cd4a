import { readCount, readDay, readPercent, readWindow } from './tidy';

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

  it.each([
    ['2023年9月', '2023-09-01', '2023-09-30'],
    ['2023年7-8月', '2023-07-01', '2023-08-31'],
    ['2023年7月至8月', '2023-07-01', '2023-08-31'],
    ['２０２３年７－８月', '2023-07-01', '2023-08-31'],
    ['2023.7-8', '2023-07-01', '2023-08-31'],
    ['2023年7月—2024年2月', '2023-07-01', '2024-02-29'],
    ['2023年全年', '2023-01-01', '2023-12-31'],
    ['2023年7月1日至8月15日', '2023-07-01', '2023-08-15'],
    ['2023-07-01~2023-08-15', '2023-07-01', '2023-08-15'],
    ['2023.9.4-8', '2023-09-04', '2023-09-08'],
  ])('R50 %s is a span of days', (text, from, to) => expect(readWindow(text)).toEqual({ from, to }));

  it.each(['第三季度', '2023年13月', '2023年8-7月', ''])('%s is no span of days', (text) =>
    expect(readWindow(text)).toBeUndefined(),
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

  it('C3 keeps a share whole, and what is about apart', () => {
    expect(readPercent('２０％')).toEqual({ basisPoints: 2000, about: false });
    expect(readPercent('10%左右')).toEqual({ basisPoints: 1000, about: true });
    expect(readPercent('12.5%')).toEqual({ basisPoints: 1250, about: false });
    expect(['0.2', '120%', '20'].map(readPercent)).toEqual([undefined, undefined, undefined]);
  });
});
