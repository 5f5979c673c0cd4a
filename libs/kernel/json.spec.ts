import { canonicalize, NotCanonical } from './json';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts members by UTF-16 code units, at every depth', () => {
    expect(
      canonicalize({ b: 1, a: [{ d: null, c: true }], '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude02': 4, '\ufb33': 5 }),
    ).toBe('{"\\r":2,"1":3,"a":[{"c":true,"d":null}],"b":1,"\u20ac":1,"\ud83d\ude02":4,"\ufb33":5}');
  });

  it('writes strings as RFC 8785 3.2.2.2 asks', () => {
    expect(canonicalize('€$\u000f\nA\'B"\\/\u2028')).toBe('"€$\\u000f\\nA\'B\\"\\\\/\u2028"');
  });

  it('writes whole numbers, and no negative zero', () => {
    expect(canonicalize([0, -0, 9007199254740991, -9007199254740991])).toBe('[0,0,9007199254740991,-9007199254740991]');
  });

  it.each([
    ['a fraction', { a: [0.5] }, '/a/0'],
    ['a number past 2^53', { a: 2 ** 53 }, '/a'],
    ['NaN', Number.NaN, '/'],
    ['undefined', { a: { '~/b': undefined } }, '/a/~0~1b'],
    ['a hole in a list', { a: new Array(1) }, '/a/0'],
    ['a lone surrogate', ['\ud800'], '/0'],
    ['a lone surrogate in a name', { '\ud800': 1 }, '/\ud800'],
    ['an instance of a class', { at: new Date(0) }, '/at'],
    ['a function', { f: () => 1 }, '/f'],
  ])('refuses %s and says where', (_, value, pointer) => {
    expect(() => canonicalize(value)).toThrow(NotCanonical);
    try {
      canonicalize(value);
    } catch (error) {
      expect((error as NotCanonical).pointer || '/').toBe(pointer);
    }
  });
});
