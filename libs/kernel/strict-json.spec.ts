import * as fc from 'fast-check';
import { NotStrictJson, parseStrictJson } from './strict-json';

function fault(text: string): string | undefined {
  try {
    parseStrictJson(text);
    return undefined;
  } catch (error) {
    if (error instanceof NotStrictJson) return error.fault;
    throw error;
  }
}

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads when only whole numbers stand in it', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(fc.string(), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    '',
    ' ',
    '{',
    '}',
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{"a" 1}',
    '{a:1}',
    "{'a':1}",
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    '-',
    'nul',
    'NaN',
    'Infinity',
    '"a',
    '"\\x"',
    '"\\u12"',
    '"\n"',
    '1 2',
    '[1] x',
    '\ufeff1',
    '"\\',
    '[1',
    '{"a"',
    '{"a":',
    '//x\n1',
    '\u00a01',
  ])('knows that %j is no JSON, like JSON.parse', (text) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(fault(text)).toBe('syntax');
  });

  it('refuses a member that stands twice, however it is spelt', () => {
    expect(fault('{"a":1,"b":{"c":1,"c":1}}')).toBe('doubled-member');
    expect(fault('{"a":1,"\\u0061":2}')).toBe('doubled-member');
    expect(fault('{"__proto__":1,"__proto__":2}')).toBe('doubled-member');
    expect(fault('[{"a":1},{"a":2}]')).toBeUndefined();
  });

  it('refuses lone surrogates, in values and in names', () => {
    expect(fault('"\\ud800"')).toBe('lone-surrogate');
    expect(fault('{"\\udc00x":1}')).toBe('lone-surrogate');
    expect(fault(`"${String.fromCharCode(0xd800)}"`)).toBe('lone-surrogate');
    expect(parseStrictJson('"\\ud842\\udfb7"')).toBe('𠮷');
  });

  it('refuses numbers that are not whole or not exact, by their digits and not by the nearest double', () => {
    for (const text of [
      '1.5',
      '1e-1',
      '1.00000000000000000000001',
      '0.99999999999999999999',
      '9007199254740992',
      '1e400',
      '-9007199254740993',
      '9007199254740991.5',
    ]) {
      expect([text, fault(text)]).toEqual([text, 'number']);
    }
    expect(['1.0', '1e2', '100e-2', '-0', '0e999', '9007199254740991', '0.0'].map(parseStrictJson)).toEqual([
      1, 100, 1, 0, 0, 9007199254740991, 0,
    ]);
  });

  it('keeps a member called __proto__ as a member', () => {
    const value = parseStrictJson('{"__proto__":{"polluted":1}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect('polluted' in value).toBe(false);
  });

  it('names the syntax error first and stops at a depth that no document has', () => {
    expect(fault('{"a":1,"a":2')).toBe('syntax');
    expect(fault('['.repeat(1_000_000))).toBe('depth');
    expect(fault(`${'['.repeat(200)}${']'.repeat(200)}`)).toBeUndefined();
  });

  it('takes linear time', () => {
    const zeros = `1${'0'.repeat(2_000_000)}1`;
    expect(fault(`0.${zeros}`)).toBe('number');
    expect(fault(`"${'\\\\'.repeat(1_000_000)}"`)).toBeUndefined();
    expect(fault(`{${Array.from({ length: 200_000 }, (_, n) => `"m${n}":0`).join(',')}}`)).toBeUndefined();
  });
});
